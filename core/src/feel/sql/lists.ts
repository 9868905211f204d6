import type { Ast, CallAst, QuantifiedAst } from '../ast.ts'
import type { FeelValue } from '../types.ts'
import { sqlMessages } from './messages.ts'
import type { RowSource } from './relatedRows.ts'
import type { SqlRelation, SqlScope } from './scope.ts'
import type { Piece, SqlTranslation } from './toSql.ts'

/** Rows of a relation, perhaps filtered, perhaps one column of them. */
interface RelatedRows {
  readonly relation: SqlRelation
  readonly source: RowSource
  /** Truth of each filter for a row; a null in any makes the list unknown. */
  readonly conditions: readonly string[]
  /** The column taken, for a path (`押品.最新估值`). */
  readonly value: Piece | null
}

const aggregates = ['count', 'sum', 'min', 'max', 'mean'] as const
type Aggregate = (typeof aggregates)[number]

function isAggregate(name: string): name is Aggregate {
  return aggregates.some((one) => one === name)
}

/**
 * An aggregate over related rows (`sum(押品.最新估值)`) as a correlated subquery; undefined where the call is no such
 * thing. `whole`: null where an item or a filter is null; `known`: over the items that are there.
 */
export function listToSql(
  translation: SqlTranslation,
  call: CallAst,
  scope: SqlScope,
  part: 'whole' | 'known',
): Piece | undefined {
  const [argument] = call.args
  if (!isAggregate(call.name) || call.args.length !== 1 || !argument) return undefined
  const distinct = call.name === 'count' && argument.kind === 'call' && argument.name === 'distinct values'
  const list = distinct ? argument.args[0] : argument
  if (!list || !rootIsList(list, scope)) return undefined
  if (isAbsentList(list, scope)) return translation.nullOf('number')
  const rows = relatedRows(translation, list, scope)
  if (!rows) return translation.refuse('form', sqlMessages.form('这种列表'), list)
  const inside =
    rows.conditions.length === 0 ? 'TRUE' : rows.conditions.map((one) => `(${one})`).join(' AND ')
  const value = rows.value?.sql ?? '1'
  const kept = rows.conditions.length === 0 ? value : `CASE WHEN ${inside} THEN ${value} END`
  // a null among the values is one value more
  const aggregate = distinct
    ? `(COUNT(DISTINCT ${kept}) + COALESCE(MAX(CASE WHEN ${inside} AND ${value} IS NULL THEN 1 ELSE 0 END), 0))`
    : aggregateSql(call.name, inside, kept)
  const type = call.name === 'min' || call.name === 'max' ? (rows.value?.type ?? 'number') : 'number'
  const computed = call.name === 'sum' || call.name === 'mean' ? ({ computed: true } as const) : {}
  // over a table that was read an empty list has sum 0 and count 0
  const empty = call.name === 'count' || call.name === 'sum' ? '0' : 'NULL'
  if (part === 'known' && call.name === 'sum') {
    // only where nothing is negative is the sum of the known items a lower bound
    return {
      sql: rows.source.take(`CASE WHEN MIN(${kept}) < 0 THEN NULL ELSE ${aggregate} END`, empty),
      type,
      ...computed,
    }
  }
  if (part === 'known') return { sql: rows.source.take(aggregate, empty), type, ...computed }
  const unknowns: string[] = []
  if (rows.conditions.length > 0) unknowns.push(`(${inside}) IS NULL`)
  // counting rows does not look at their values
  if (rows.value && call.name !== 'count') unknowns.push(`((${inside}) AND ${value} IS NULL)`)
  if (unknowns.length === 0) return { sql: rows.source.take(aggregate, empty), type, ...computed }
  const anyUnknown = `MAX(CASE WHEN ${unknowns.join(' OR ')} THEN 1 ELSE 0 END) = 1`
  return {
    sql: rows.source.take(`CASE WHEN ${anyUnknown} THEN NULL ELSE ${aggregate} END`, empty),
    type,
    ...computed,
  }
}

function aggregateSql(name: Aggregate, inside: string, kept: string): string {
  switch (name) {
    case 'count':
      return `COALESCE(SUM(CASE WHEN ${inside} THEN 1 ELSE 0 END), 0)`
    case 'sum':
      return `COALESCE(SUM(${kept}), 0)`
    case 'min':
      return `MIN(${kept})`
    case 'max':
      return `MAX(${kept})`
    case 'mean':
      return `AVG(${kept})`
  }
}

/** `some p in 支付 satisfies …` in ternary logic: one true decides it, else one null leaves it open. */
export function quantifiedToSql(translation: SqlTranslation, ast: QuantifiedAst, scope: SqlScope): Piece {
  const [iterator] = ast.iterators
  if (!iterator || ast.iterators.length !== 1 || iterator.end) {
    return translation.refuse('form', sqlMessages.form('这种 some / every'), ast)
  }
  if (isAbsentList(iterator.in, scope)) return translation.nullOf('boolean')
  const constants = translation.listConstant(iterator.in, scope)
  if (constants) return overConstants(translation, ast, iterator.name, constants, scope)
  const rows = relatedRows(translation, iterator.in, scope)
  if (!rows || rows.value) return translation.refuse('form', sqlMessages.form('这种 some / every'), ast)
  const inner = rows.relation.scope(rows.source.alias)
  const withItem: SqlScope = {
    lookup: (name) => (name === iterator.name ? { kind: 'group', scope: inner } : scope.lookup(name)),
  }
  const truth = translation.translateInside(ast.satisfies, withItem).sql
  const inside = rows.conditions.map((one) => `(${one})`).join(' AND ')
  const deciding = ast.quantifier === 'some' ? `(${truth})` : `(NOT ${truth})`
  const decided = inside === '' ? deciding : `(${inside} AND ${deciding})`
  const open =
    inside === '' ? `${deciding} IS NULL` : `(${inside}) IS NULL OR ((${inside}) AND ${deciding} IS NULL)`
  const [found, none] = ast.quantifier === 'some' ? ['TRUE', 'FALSE'] : ['FALSE', 'TRUE']
  const truths = [
    `CASE WHEN MAX(CASE WHEN ${decided} THEN 1 ELSE 0 END) = 1 THEN ${found}`,
    `WHEN MAX(CASE WHEN ${open} THEN 1 ELSE 0 END) = 1 THEN NULL ELSE ${none} END`,
  ]
  return { sql: rows.source.take(truths.join(' '), none ?? 'NULL'), type: 'boolean' }
}

/** Over a parameter that is a list: the condition written out for each of its values. */
function overConstants(
  translation: SqlTranslation,
  ast: QuantifiedAst,
  name: string,
  values: readonly FeelValue[],
  scope: SqlScope,
): Piece {
  const truths = values.map((value) => {
    const withItem: SqlScope = {
      lookup: (other) => (other === name ? { kind: 'constant', value } : scope.lookup(other)),
    }
    return translation.translate(ast.satisfies, withItem).sql
  })
  if (truths.length === 0) return { sql: ast.quantifier === 'some' ? 'FALSE' : 'TRUE', type: 'boolean' }
  return { sql: `(${truths.join(ast.quantifier === 'some' ? ' OR ' : ' AND ')})`, type: 'boolean' }
}

function relatedRows(translation: SqlTranslation, ast: Ast, scope: SqlScope): RelatedRows | undefined {
  if (ast.kind === 'name') {
    const relation = scope.lookup(ast.name)
    if (relation?.kind !== 'relation') return undefined
    return { relation, source: translation.rowsOf(relation, ast), conditions: [], value: null }
  }
  if (ast.kind === 'path') {
    const rows = relatedRows(translation, ast.of, scope)
    if (!rows || rows.value) return undefined
    const column = rows.relation.scope(rows.source.alias).lookup(ast.name)
    if (column === undefined) return undefined
    const value: Piece =
      column.kind === 'column'
        ? { sql: column.sql, type: column.type }
        : translation.nullOf(column.kind === 'absent' ? (column.type ?? 'null') : 'null')
    return { ...rows, value }
  }
  if (ast.kind === 'filter') {
    const rows = relatedRows(translation, ast.of, scope)
    if (!rows || rows.value) return undefined
    const inner = rows.relation.scope(rows.source.alias)
    // inside a filter the row's own fields come first, `item` is the row
    const filterScope: SqlScope = {
      lookup: (name) =>
        name === 'item' ? { kind: 'group', scope: inner } : (inner.lookup(name) ?? scope.lookup(name)),
    }
    const condition = translation.translateInside(ast.condition, filterScope)
    if (condition.type !== 'boolean' && condition.type !== 'null') return undefined
    return { ...rows, conditions: [...rows.conditions, condition.sql] }
  }
  return undefined
}

function rootOf(ast: Ast): Ast {
  return ast.kind === 'path' || ast.kind === 'filter' ? rootOf(ast.of) : ast
}

function rootIsList(ast: Ast, scope: SqlScope): boolean {
  const root = rootOf(ast)
  if (root.kind !== 'name') return false
  const owner = scope.lookup(root.name)
  return owner?.kind === 'relation' ? owner.cardinality === 'many' : owner?.kind === 'absent'
}

function isAbsentList(ast: Ast, scope: SqlScope): boolean {
  const root = rootOf(ast)
  return root.kind === 'name' && scope.lookup(root.name)?.kind === 'absent'
}

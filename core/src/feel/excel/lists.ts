import type { Ast, CallAst, QuantifiedAst } from '../ast.ts'
import type { FeelValue } from '../types.ts'
import { columnPiece } from './cells.ts'
import { excelMessages } from './messages.ts'
import type { Piece } from './piece.ts'
import type { ExcelName, ExcelRows, ExcelScope } from './scope.ts'
import type { ExcelTranslation } from './toExcel.ts'
import { allOf, anyOf } from './truths.ts'

/** Rows of a relation, perhaps filtered, perhaps one column of them. */
interface RelatedRows {
  readonly relation: ExcelRows
  /** Truth of each filter for a row; a null in any makes the list unknown. */
  readonly conditions: readonly Piece[]
  /** The column taken, for a path (`押品.最新估值`). */
  readonly value: Piece | null
}

const aggregates = ['count', 'sum', 'min', 'max', 'mean'] as const
type Aggregate = (typeof aggregates)[number]

function isAggregate(name: string): name is Aggregate {
  return aggregates.some((one) => one === name)
}

/**
 * An aggregate over related rows (`sum(押品.最新估值)`) as an array formula; undefined where the call is no such thing.
 * `whole`: null where an item or a filter is null; `known`: over the items that are there.
 */
export function listToFormula(
  translation: ExcelTranslation,
  call: CallAst,
  scope: ExcelScope,
  part: 'whole' | 'known',
): Piece | undefined {
  const [list] = call.args
  if (!isAggregate(call.name) || call.args.length !== 1 || !list) return undefined
  const root = rootOf(list, scope)
  if (root?.kind === 'absent') return { formula: 'NA()', type: 'null' }
  if (root?.kind !== 'relation' || root.cardinality !== 'many') return undefined
  const rows = relatedRows(translation, list, scope)
  if (!rows || translation.insideList) return translation.refuse('form', excelMessages.form('这种列表'), list)
  translation.array = true
  const { value } = rows
  const filter = rows.conditions.length === 0 ? null : allOf(rows.conditions).formula
  const inside = filter === null ? rows.relation.rows : `${rows.relation.rows}*(${filter}=1)`
  const type = call.name === 'min' || call.name === 'max' ? (value?.type ?? 'number') : 'number'
  const computed = call.name === 'sum' || call.name === 'mean' ? ({ computed: true } as const) : {}
  if (call.name !== 'count' && value?.type !== 'number' && value?.type !== 'date') {
    return translation.refuse('type', excelMessages.form('不是数字或日期的列表求值'), list)
  }
  const formula = aggregateFormula(call.name, inside, value?.formula ?? '1')
  if (part === 'known') {
    // only where nothing is negative is the sum of the known items a lower bound
    const lowest = `MIN(IF(${inside},IFERROR(${value?.formula ?? '1'},0),0))`
    return {
      formula: call.name === 'sum' ? `IF(${lowest}<0,NA(),${formula})` : formula,
      type,
      ...computed,
    }
  }
  const unknowns: string[] = []
  if (filter !== null) unknowns.push(`${rows.relation.rows}*(${filter}=0.5)`)
  // counting rows does not look at their values
  if (value && call.name !== 'count') unknowns.push(`${inside}*ISERROR(${value.formula})`)
  if (unknowns.length === 0) return { formula, type, ...computed }
  return { formula: `IF(SUM(${unknowns.join('+')})>0,NA(),${formula})`, type, ...computed }
}

/** Over the items that are there; an error where a minimum, maximum or mean has none. */
function aggregateFormula(name: Aggregate, inside: string, value: string): string {
  // a text among the items is left out by all of these
  const items = `IF(${inside},IFERROR(${value},""),"")`
  switch (name) {
    case 'count':
      return `SUM(IF(${inside},1,0))`
    case 'sum':
      return `SUM(${items})`
    case 'mean':
      return `AVERAGE(${items})`
    case 'min':
    case 'max':
      return `IF(COUNT(${items})=0,NA(),${name.toUpperCase()}(${items}))`
  }
}

/** `some p in 支付 satisfies …` in ternary logic: one true decides it, else one null leaves it open. */
export function quantifiedToFormula(
  translation: ExcelTranslation,
  ast: QuantifiedAst,
  scope: ExcelScope,
): Piece {
  const [iterator] = ast.iterators
  if (!iterator || ast.iterators.length !== 1 || iterator.end) {
    return translation.refuse('form', excelMessages.form('这种 some / every'), ast)
  }
  if (rootOf(iterator.in, scope)?.kind === 'absent') return { formula: '0.5', type: 'boolean' }
  const constants = translation.listConstant(iterator.in, scope)
  if (constants) return overConstants(translation, ast, iterator.name, constants, scope)
  const rows = relatedRows(translation, iterator.in, scope)
  if (!rows || rows.value) return translation.refuse('form', excelMessages.form('这种 some / every'), ast)
  const inner = itemScope(rows.relation)
  const withItem: ExcelScope = {
    lookup: (name) => (name === iterator.name ? { kind: 'group', scope: inner } : scope.lookup(name)),
  }
  const truth = translation.truthInside(ast.satisfies, withItem)
  const some = ast.quantifier === 'some'
  const deciding = some ? truth.formula : `(1-${truth.formula})`
  const filter = rows.conditions.length === 0 ? null : allOf(rows.conditions).formula
  // a filter that cannot tell leaves its row open, whatever the row says
  const item = filter === null ? deciding : `IF(${filter}=1,${deciding},${filter})`
  const highest = `MAX(IF(${rows.relation.rows},${item},0))`
  return { formula: some ? highest : `(1-${highest})`, type: 'boolean' }
}

/** Over a parameter that is a list: the condition written out for each of its values. */
function overConstants(
  translation: ExcelTranslation,
  ast: QuantifiedAst,
  name: string,
  values: readonly FeelValue[],
  scope: ExcelScope,
): Piece {
  const truths = values.map((value) => {
    const withItem: ExcelScope = {
      lookup: (other) => (other === name ? { kind: 'constant', value } : scope.lookup(other)),
    }
    return translation.truth(ast.satisfies, withItem)
  })
  const some = ast.quantifier === 'some'
  if (truths.length === 0) return { formula: some ? '0' : '1', type: 'boolean' }
  return some ? anyOf(truths) : allOf(truths)
}

function relatedRows(translation: ExcelTranslation, ast: Ast, scope: ExcelScope): RelatedRows | undefined {
  if (ast.kind === 'name') {
    const relation = scope.lookup(ast.name)
    if (relation?.kind !== 'relation' || relation.cardinality !== 'many') return undefined
    return { relation, conditions: [], value: null }
  }
  if (ast.kind === 'path') {
    const rows = relatedRows(translation, ast.of, scope)
    if (!rows || rows.value) return undefined
    const column = rows.relation.scope.lookup(ast.name)
    if (column === undefined) return undefined
    const value: Piece =
      column.kind === 'column'
        ? { ...columnPiece(column), perItem: true }
        : { formula: 'NA()', type: 'number' }
    return { ...rows, value }
  }
  if (ast.kind === 'filter') {
    const rows = relatedRows(translation, ast.of, scope)
    if (!rows || rows.value) return undefined
    const inner = itemScope(rows.relation)
    // inside a filter the row's own fields come first, `item` is the row
    const filterScope: ExcelScope = {
      lookup: (name) =>
        name === 'item' ? { kind: 'group', scope: inner } : (inner.lookup(name) ?? scope.lookup(name)),
    }
    return { ...rows, conditions: [...rows.conditions, translation.truthInside(ast.condition, filterScope)] }
  }
  return undefined
}

/** The columns of a relation, known for one value per row. */
function itemScope(relation: ExcelRows): ExcelScope {
  return {
    lookup: (name): ExcelName | undefined => {
      const found = relation.scope.lookup(name)
      return found?.kind === 'column' ? { ...found, perItem: true } : found
    },
  }
}

function rootOf(ast: Ast, scope: ExcelScope): ExcelName | undefined {
  if (ast.kind === 'path' || ast.kind === 'filter') return rootOf(ast.of, scope)
  return ast.kind === 'name' ? scope.lookup(ast.name) : undefined
}

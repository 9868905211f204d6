import type { Dialect, SqlName, SqlRelation, SqlScope } from '../../feel/sql/index.ts'
import type { Field, Relation, TableName } from '../../policy/index.ts'
import type { PolicyIndex } from '../policyIndex.ts'
import { asOfName, columnKind, parametersName } from '../tableScope.ts'
import { parameterSql } from './parameterSql.ts'
import { assumedField, columnSql, fieldName, hasColumn } from './sqlColumns.ts'
import type { PolicySqlOptions, SqlMap, SqlSource } from './types.ts'

/** The bank's table behind one of the policy's; undefined where the map has none. */
export function sourceOf(
  table: TableName,
  previous: boolean,
  map: SqlMap | undefined,
  dialect: Dialect,
): SqlSource | undefined {
  if (!map) return { table: dialect.name(previous ? `上期${table}` : table), row: '行号' }
  return previous ? map.previous : map.tables[table]
}

/** What the names of rules over a table are on the data platform; the row judged is called `t`. */
export function policyScope(
  index: PolicyIndex,
  table: TableName,
  source: SqlSource,
  options: PolicySqlOptions,
  dialect: Dialect,
): SqlScope {
  const own = fieldScope(index, table, source, 't', dialect)
  const column = columnByKey(index, table, source, dialect)
  const parameters: SqlScope = {
    lookup(name) {
      const parameter = index.parameterByName.get(name)
      return parameter && parameterSql(parameter, options.asOf, column, dialect)
    },
  }
  return {
    lookup(name): SqlName | undefined {
      if (name === asOfName) return { kind: 'constant', value: { type: 'date', day: options.asOf } }
      if (name === parametersName) return { kind: 'group', scope: parameters }
      const field = own.lookup(name)
      if (field) return field
      const relation = index.relationsFrom(table).find((one) => one.name === name)
      if (!relation) return undefined
      const nowhere = { kind: 'absent', scope: absentFields(index, relation.to) } as const
      return relationSql(index, relation, source, options, dialect) ?? nowhere
    },
  }
}

/** SQL of the fields of the row judged, by key. */
export function columnByKey(
  index: PolicyIndex,
  table: TableName,
  source: SqlSource,
  dialect: Dialect,
): (key: string) => string | undefined {
  return (key) => {
    const field = index.fieldByKey.get(key)
    return field?.tables.includes(table) ? columnSql(field, source, 't', dialect) : undefined
  }
}

/** The columns of a table that the bank does not have. */
function absentFields(index: PolicyIndex, table: TableName): SqlScope {
  const fields = new Map(index.fieldsIn(table).map((field) => [field.name, field]))
  return {
    lookup(name) {
      const field = fields.get(name)
      return field && { kind: 'absent', type: columnKind(field) }
    },
  }
}

function fieldScope(
  index: PolicyIndex,
  table: TableName,
  source: SqlSource,
  alias: string,
  dialect: Dialect,
): SqlScope {
  const names = new Set(index.fieldsIn(table).map((field) => field.name))
  return {
    lookup(name) {
      const [written = '', assumed] = name.split('\u0001')
      const field = names.has(written) ? index.fieldByName.get(written) : undefined
      if (!field) return undefined
      if (assumed === undefined) return fieldName(field, source, alias, dialect)
      return assumedField(field, JSON.parse(assumed), source, alias, dialect)
    },
  }
}

/** The first key of the relation's ladder that both tables have; one only, so that the engine can join by it. */
export function joinedBy(
  index: PolicyIndex,
  relation: Relation,
  from: SqlSource,
  to: SqlSource | undefined,
): readonly string[] | undefined {
  return rungsOf(index, relation, from, to)[0]
}

function rungsOf(
  index: PolicyIndex,
  relation: Relation,
  from: SqlSource,
  to: SqlSource | undefined,
): Relation['keys'] {
  return relation.keys.filter((keys) =>
    keys.every((key) => {
      const field = index.fieldByKey.get(key)
      return field !== undefined && to !== undefined && hasColumn(field, from) && hasColumn(field, to)
    }),
  )
}

/**
 * 合同号 with 币种, else 合同号 alone: such a ladder is joined by what both rungs have. A row without the rest is known by
 * the shorter key, and only the rest that is filled has to be equal.
 */
function sharedKey(rungs: Relation['keys']): readonly string[] | undefined {
  const [first] = rungs
  return rungs.slice(1).find((keys) => keys.every((key) => first?.includes(key))) ?? first
}

function relationSql(
  index: PolicyIndex,
  relation: Relation,
  source: SqlSource,
  options: PolicySqlOptions,
  dialect: Dialect,
): SqlRelation | undefined {
  const target = sourceOf(relation.to, relation.previous === true, options.map, dialect)
  const rungs = rungsOf(index, relation, source, target)
  const keys = sharedKey(rungs)
  if (!target || !keys) return undefined
  const fieldsOf = (list: readonly string[]): readonly Field[] =>
    list.map((key) => index.fieldByKey.get(key)).filter((field) => field !== undefined)
  const fields = fieldsOf(keys)
  const rest = fieldsOf((rungs[0] ?? []).filter((key) => !keys.includes(key)))
  const other = relation.excludeSelf ? otherRow(index, keys, source, dialect) : undefined
  if (relation.excludeSelf && !other) return undefined
  const outer = fields.map((field) => columnSql(field, source, 't', dialect) ?? 'NULL')
  const conditions = (alias: string): string[] => [
    ...rest.map((field) => {
      const inner = columnSql(field, target, alias, dialect) ?? 'NULL'
      return `(${inner} IS NULL OR ${inner} = ${columnSql(field, source, 't', dialect) ?? 'NULL'})`
    }),
    ...(other ? [other(alias)] : []),
  ]
  return {
    kind: 'relation',
    cardinality: relation.cardinality,
    unlinked: `(${outer.map((sql) => `${sql} IS NULL`).join(' OR ')})`,
    rows: (alias) => ({
      from: `${target.table} AS ${alias}`,
      on: fields.map((field, at) => ({
        outer: outer[at] ?? 'NULL',
        inner: columnSql(field, target, alias, dialect) ?? 'NULL',
      })),
      ...(rest.length > 0 || other ? { where: conditions(alias).join(' AND ') } : {}),
    }),
    ...(relation.cardinality === 'one'
      ? {
          rivals: (alias) => ({
            from: `${source.table} AS ${alias}`,
            on: fields.map((field, at) => ({
              outer: outer[at] ?? 'NULL',
              inner: columnSql(field, source, alias, dialect) ?? 'NULL',
            })),
          }),
        }
      : {}),
    scope: (alias) => fieldScope(index, relation.to, target, alias, dialect),
  }
}

/** SQL that is true where a related row is not the row itself. */
function otherRow(
  index: PolicyIndex,
  keys: readonly string[],
  source: SqlSource,
  dialect: Dialect,
): ((alias: string) => string) | undefined {
  const { row } = source
  if (row !== undefined) return (alias) => `${alias}.${dialect.name(row)} <> t.${dialect.name(row)}`
  const loan = index.fieldByKey.get('loanNo')
  if (!loan || keys.includes('loanNo') || !hasColumn(loan, source)) return undefined
  return (alias) => `${columnSql(loan, source, alias, dialect)} <> ${columnSql(loan, source, 't', dialect)}`
}

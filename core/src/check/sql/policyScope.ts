import type { Dialect, SqlName, SqlRelation, SqlScope } from '../../feel/sql/index.ts'
import type { Relation, TableName } from '../../policy/index.ts'
import type { PolicyIndex } from '../policyIndex.ts'
import { asOfName, parametersName } from '../tableScope.ts'
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
      return relation && (relationSql(index, relation, source, options, dialect) ?? { kind: 'absent' })
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
  return relation.keys.find((keys) =>
    keys.every((key) => {
      const field = index.fieldByKey.get(key)
      return field !== undefined && to !== undefined && hasColumn(field, from) && hasColumn(field, to)
    }),
  )
}

function relationSql(
  index: PolicyIndex,
  relation: Relation,
  source: SqlSource,
  options: PolicySqlOptions,
  dialect: Dialect,
): SqlRelation | undefined {
  const target = sourceOf(relation.to, relation.previous === true, options.map, dialect)
  const keys = joinedBy(index, relation, source, target)
  if (!target || !keys) return undefined
  const fields = keys.map((key) => index.fieldByKey.get(key)).filter((field) => field !== undefined)
  const other = relation.excludeSelf ? otherRow(index, keys, source, dialect) : undefined
  if (relation.excludeSelf && !other) return undefined
  const outer = fields.map((field) => columnSql(field, source, 't', dialect) ?? 'NULL')
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
      ...(other ? { where: other(alias) } : {}),
    }),
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

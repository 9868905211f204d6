import { parseIsoDay, formatIsoDay } from '../../calendar/index.ts'
import type { Dialect, SqlName } from '../../feel/sql/index.ts'
import type { Field } from '../../policy/index.ts'
import { columnKind } from '../tableScope.ts'
import type { SqlSource } from './types.ts'

/** Whether the bank's table has a field. */
export function hasColumn(field: Field, source: SqlSource): boolean {
  return source.columns === undefined || source.columns[field.name] !== undefined
}

/** A field as SQL over a row called `alias`, with the bank's codes as the values that rules use; undefined where it is not there. */
export function columnSql(
  field: Field,
  source: SqlSource,
  alias: string,
  dialect: Dialect,
): string | undefined {
  if (!hasColumn(field, source)) return undefined
  const column = `${alias}.${dialect.name(source.columns?.[field.name] ?? field.name)}`
  const codes = Object.entries(source.codes?.[field.name] ?? {})
  if (codes.length === 0) return column
  const cases = codes.map(([code, value]) => `WHEN ${dialect.text(code)} THEN ${dialect.text(value)}`)
  return `(CASE ${column} ${cases.join(' ')} ELSE ${column} END)`
}

/** What a field is in SQL; absent where the bank has no such column. */
export function fieldName(field: Field, source: SqlSource, alias: string, dialect: Dialect): SqlName {
  const sql = columnSql(field, source, alias, dialect)
  const type = columnKind(field)
  return sql === undefined ? { kind: 'absent', type } : { kind: 'column', type, sql }
}

/** A field whose blank cells stand for a value, as a case declares it. */
export function assumedField(
  field: Field,
  value: unknown,
  source: SqlSource,
  alias: string,
  dialect: Dialect,
): SqlName {
  const type = columnKind(field)
  const literal = literalSql(value, type, dialect)
  const sql = columnSql(field, source, alias, dialect)
  if (sql !== undefined) {
    return { kind: 'column', type, sql: literal === 'NULL' ? sql : `COALESCE(${sql}, ${literal})` }
  }
  return { kind: 'column', type, sql: literal === 'NULL' ? dialect.nullOf(type) : literal }
}

function literalSql(value: unknown, type: ReturnType<typeof columnKind>, dialect: Dialect): string {
  if (typeof value === 'number') return dialect.number(value)
  if (typeof value !== 'string') return 'NULL'
  if (type === 'boolean') return value === '是' ? 'TRUE' : 'FALSE'
  return type === 'date' ? dialect.date(formatIsoDay(parseIsoDay(value))) : dialect.text(value)
}

import { formatIsoDay, parseIsoDay } from '../../calendar/index.ts'
import type { Dialect, SqlName } from '../../feel/sql/index.ts'
import type { Parameter, ParameterValue } from '../../policy/index.ts'
import { parameterOn, rankedValues, textFieldsOf } from '../resolveParameter.ts'
import { variesByLoan } from '../tableScope.ts'
import { segmentSql } from './segmentSql.ts'

/** SQL of a field by its key; undefined where the table has no such column. */
export type ColumnOf = (key: string) => string | undefined

/** A parameter in SQL: its value on the day, or a CASE over the loan's own dates and kind. */
export function parameterSql(
  parameter: Parameter,
  asOf: number,
  column: ColumnOf,
  dialect: Dialect,
): SqlName {
  const absent: SqlName =
    parameter.type === 'list' ? { kind: 'absent' } : { kind: 'absent', type: parameter.type }
  if (!variesByLoan(parameter) || parameter.type === 'list') {
    const value = parameterOn(parameter, asOf)?.value
    if (value === undefined) return absent
    if (typeof value === 'object') return { kind: 'constant', value: [...value] }
    if (parameter.type !== 'date') return { kind: 'constant', value }
    return { kind: 'constant', value: { type: 'date', day: parseIsoDay(String(value)) } }
  }
  const literal = ({ value }: ParameterValue): string => {
    if (parameter.type === 'number') return dialect.besideNumbers(dialect.number(Number(value)))
    return parameter.type === 'date' ? dialect.date(String(value)) : dialect.text(String(value))
  }
  // the last value that fits wins: turned round, the first
  const whens = rankedValues(parameter)
    .toReversed()
    .flatMap((value) => {
      const condition = conditionSql(value, asOf, column, dialect)
      return condition === null ? [] : [`WHEN ${condition} THEN ${literal(value)}`]
    })
  if (whens.length === 0) return absent
  return { kind: 'column', type: parameter.type, sql: `(CASE ${whens.join(' ')} END)` }
}

/** When a value applies; null where it never can. */
function conditionSql(
  value: ParameterValue,
  asOf: number,
  column: ColumnOf,
  dialect: Dialect,
): string | null {
  const parts: string[] = []
  const { segment } = value.for ?? {}
  if (segment !== undefined) parts.push(segmentSql(segment, column, dialect))
  for (const part of ['product', 'tier', 'collateralType'] as const) {
    const text = value.for?.[part]
    if (text === undefined) continue
    const columns = textFieldsOf[part].map(column).filter((sql) => sql !== undefined)
    if (columns.length === 0) return null
    parts.push(`(${columns.map((sql) => `${sql} = ${dialect.text(text)}`).join(' OR ')})`)
  }
  if (value.from !== undefined || value.to !== undefined) {
    const own = value.basis === undefined || value.basis === 'asOf' ? null : column(value.basis)
    if (own === undefined) return null
    const day = own ?? dialect.date(formatIsoDay(asOf))
    if (value.from !== undefined) parts.push(`${day} >= ${dialect.date(value.from)}`)
    if (value.to !== undefined) parts.push(`${day} <= ${dialect.date(value.to)}`)
  }
  return parts.length === 0 ? 'TRUE' : parts.join(' AND ')
}

import { formatIsoDay } from '../calendar/index.ts'
import { formatMoney, formatNumber, mask, maskWithin } from '../check/index.ts'
import type { Finding, Result, RowPlace } from '../check/index.ts'
import type { Field, Policy } from '../policy/index.ts'
import { valueAt } from '../table/index.ts'
import { messages } from './messages.ts'
import type { EvidenceCell } from './types.ts'

/** The filled cells of a loan among these fields (Chinese names), read or derived, masked where personal. */
export function showFields(
  names: readonly string[],
  { table, row }: RowPlace,
  result: Result,
  policy: Policy,
): readonly EvidenceCell[] {
  const part = result.tables[table]
  return names.flatMap((name) => {
    const field = policy.fields.find((one) => one.name === name)
    const column = field && (part?.derived.get(field.key) ?? part?.table.columns.get(field.key))
    const value = column ? valueAt(column, row) : null
    if (!field || value === null) return []
    if (typeof value === 'number' && field.type === 'date') return [cellOf(field, formatIsoDay(value))]
    return [cellOf(field, typeof value === 'string' ? hide(value, field) : value)]
  })
}

/** The cells that a condition names and a finding of it shows; what those were computed from is left out. */
export function cellsNamed(
  condition: string,
  { fields, values }: Finding,
  policy: Policy,
): readonly EvidenceCell[] {
  const shown = fields.flatMap((key) => policy.fields.find((one) => one.key === key) ?? [])
  const named = new Set<string>()
  let left = condition
  // the longest first: 到期日 stands in 有效到期日 without being named
  for (const { name } of shown.toSorted((a, b) => b.name.length - a.name.length)) {
    if (left.includes(name)) named.add(name)
    left = left.replaceAll(name, '\n')
  }
  return shown.flatMap((field) => {
    const value = values[field.key]
    return value !== null && value !== undefined && named.has(field.name) ? [cellOf(field, value)] : []
  })
}

/** `资金流向检查日期 2026-10-14`, several of them in a row. */
export function cellsText(cells: readonly EvidenceCell[]): string {
  return cells.map(({ name, text }) => messages.cell(name, text)).join(messages.between)
}

function cellOf(field: Field, value: EvidenceCell['value']): EvidenceCell {
  return { field: field.key, name: field.name, value, text: textOf(value, field) }
}

function textOf(value: EvidenceCell['value'], field: Field): string {
  if (typeof value === 'boolean') return value ? messages.yes : messages.no
  if (typeof value === 'string') return value
  if (field.type === 'money') return `${formatMoney(value)} 元`
  if (field.type === 'percent') return `${formatNumber(Number(value.toFixed(2)))}%`
  return field.unit ? `${formatNumber(value)} ${field.unit}` : formatNumber(value)
}

function hide(text: string, field: Field): string {
  return field.privacy ? mask(text, field.privacy) : maskWithin(text)
}

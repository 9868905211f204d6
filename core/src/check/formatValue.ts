import { formatIsoDay } from '../calendar/index.ts'
import type { Field } from '../policy/index.ts'
import { valueAt, type Column } from '../table/index.ts'
import { mask, maskWithin } from './mask.ts'
import { messages } from './messages.ts'

/** How a number is to be read by a person. */
export type Unit = 'money' | 'percent' | 'number'

/** `1520000` → `1,520,000.00`; whole units of 元 keep their two decimals so that amounts line up. */
export function formatMoney(amount: number): string {
  const [whole = '', cents = '00'] = Math.abs(amount).toFixed(2).split('.')
  const sign = amount < 0 && Number(amount.toFixed(2)) !== 0 ? '-' : ''
  return `${sign}${groupThousands(whole)}.${cents}`
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** At most four decimals, no trailing zeros, no float noise. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  return String(Number(value.toFixed(4)))
}

/** Rates are told to four decimals (3.4655), shares to two (33.06). */
function formatPercent(value: number): string {
  return Math.abs(value) < 10 ? formatNumber(value) : String(Number(value.toFixed(2)))
}

/** A number with its unit, unless the words that follow already give it. */
export function formatWithUnit(value: number, unit: Unit, following: string): string {
  if (unit === 'money')
    return /^\s*(?:元|万|亿)/u.test(following) ? formatMoney(value) : `${formatMoney(value)} 元`
  if (unit === 'percent')
    return /^\s*[%％]/u.test(following) ? formatPercent(value) : `${formatPercent(value)}%`
  return formatNumber(value)
}

export function unitOf(field: Field | undefined): Unit {
  return field?.type === 'money' ? 'money' : field?.type === 'percent' ? 'percent' : 'number'
}

/** Text of one cell as it may be shown: masked where personal, dates as ISO, blanks said in words. */
export function showCell(
  field: Field | undefined,
  column: Column | undefined,
  row: number,
  following = '',
): string {
  const value = column ? valueAt(column, row) : null
  if (value === null || !column) return messages.blank
  if (typeof value === 'number') {
    return column.kind === 'date' ? formatIsoDay(value) : formatWithUnit(value, unitOf(field), following)
  }
  if (typeof value === 'boolean') return value ? messages.yes : messages.no
  return showText(value, field)
}

export function showText(text: string, field: Field | undefined): string {
  return field?.privacy ? mask(text, field.privacy) : maskWithin(text)
}

/** A cell's value for machines: numbers stay numbers, dates become ISO text, personal text is masked. */
export function plainCell(
  field: Field | undefined,
  column: Column | undefined,
  row: number,
): string | number | boolean | null {
  const value = column ? valueAt(column, row) : null
  if (typeof value === 'number' && column?.kind === 'date') return formatIsoDay(value)
  return typeof value === 'string' ? showText(value, field) : value
}

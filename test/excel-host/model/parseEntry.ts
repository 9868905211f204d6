import { type CellValue, ERRORS } from './cells.ts'
import { dateSerial } from './dateSerial.ts'

export interface Entry {
  readonly value: CellValue
  readonly isError?: boolean
  /** The number format that goes with what was typed, where the cell has none. */
  readonly numberFormat?: string
}

const NUMBER = /^[+-]?(\d+(,\d{3})*|\d*)(\.\d*)?([eE][+-]?\d+)?$/
const DATE = /^(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?$/

/** What Excel makes of text put into a cell: a number, a date, a percentage, an error value or the text itself. */
export function parseEntry(text: string, numberFormat: string, date1904: boolean): Entry {
  if (text === '') return { value: null }
  if (text.startsWith("'")) return { value: text.slice(1) }
  if (numberFormat === '@') return { value: text }
  const trimmed = text.trim()
  if (NUMBER.test(trimmed) && /\d/.test(trimmed)) {
    const formatted = trimmed.includes(',') && numberFormat === 'General'
    const value = Number(trimmed.replaceAll(',', ''))
    if (Number.isFinite(value)) return formatted ? { value, numberFormat: '#,##0.00' } : { value }
  }
  if (trimmed.endsWith('%') && NUMBER.test(trimmed.slice(0, -1)) && /\d/.test(trimmed)) {
    const value = Number(trimmed.slice(0, -1).replaceAll(',', '')) / 100
    return { value, numberFormat: trimmed.includes('.') ? '0.00%' : '0%' }
  }
  const date = DATE.exec(trimmed)
  if (date && !trimmed.includes('.')) {
    const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])]
    const serial = dateSerial(year, month, day, date1904)
    const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1
    if (isDay && serial !== null) return { value: serial, numberFormat: 'yyyy/m/d' }
  }
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' }
  if (ERRORS.includes(trimmed.toUpperCase())) return { value: trimmed.toUpperCase(), isError: true }
  return { value: text }
}

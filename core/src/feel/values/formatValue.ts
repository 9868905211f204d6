import { formatIsoDay } from '../../calendar/index.ts'
import { quote } from '../parse/literals.ts'
import type { FeelValue } from '../types.ts'
import {
  DateTimeValue,
  DateValue,
  DaysValue,
  isContext,
  isList,
  MonthsValue,
  RangeValue,
  TimeValue,
} from './temporal.ts'

/** A value as FEEL's `string()` writes it: texts bare at the top, quoted inside lists and contexts. */
export function formatValue(value: FeelValue): string {
  return typeof value === 'string' ? value : formatInner(value)
}

function formatInner(value: FeelValue): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'boolean') return String(value)
  if (value instanceof DateValue) return formatIsoDay(value.day)
  if (value instanceof TimeValue) return formatTime(value.seconds, value.offset)
  if (value instanceof DateTimeValue)
    return `${formatIsoDay(value.day)}T${formatTime(value.seconds, value.offset)}`
  if (value instanceof DaysValue) return formatDays(value.seconds)
  if (value instanceof MonthsValue) return formatMonths(value.months)
  if (value instanceof RangeValue) {
    return `${value.lowClosed ? '[' : '('}${formatInner(value.low)}..${formatInner(value.high)}${value.highClosed ? ']' : ')'}`
  }
  if (isList(value)) return `[${value.map(formatInner).join(', ')}]`
  if (!isContext(value)) return ''
  const entries = Object.entries(value).map(([key, inner]) => `${formatKey(key)}: ${formatInner(inner)}`)
  return `{${entries.join(', ')}}`
}

function formatKey(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key) ? key : quote(key)
}

/** Plain decimal digits, never an exponent. */
export function formatNumber(value: number): string {
  const text = String(value === 0 ? 0 : value)
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) return text
  const [, sign = '', lead = '', rest = '', exponent = '0'] = match
  const shift = Number(exponent)
  const digits = lead + rest
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${digits}`
  return sign + digits.padEnd(shift + 1, '0')
}

export function formatTime(seconds: number, offset: number | null): string {
  const whole = Math.floor(seconds)
  const fraction = seconds - whole
  const clock = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map(two).join(':')
  const decimals = fraction === 0 ? '' : Number(fraction.toFixed(9)).toString().slice(1)
  if (offset === null) return clock + decimals
  if (offset === 0) return `${clock}${decimals}Z`
  const size = Math.abs(offset)
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, ...(size % 60 === 0 ? [] : [size % 60])]
  return `${clock}${decimals}${offset < 0 ? '-' : '+'}${parts.map(two).join(':')}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

function formatDays(total: number): string {
  if (total === 0) return 'PT0S'
  const size = Math.abs(total)
  const whole = Math.floor(size)
  const seconds = (whole % 60) + Number((size - whole).toFixed(9))
  const [days, hours, minutes] = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3600) % 24,
    Math.floor(whole / 60) % 60,
  ]
  const time = part(hours, 'H') + part(minutes, 'M') + part(seconds, 'S')
  return `${total < 0 ? '-' : ''}P${part(days, 'D')}${time && `T${time}`}`
}

function formatMonths(total: number): string {
  if (total === 0) return 'P0M'
  const size = Math.abs(total)
  return `${total < 0 ? '-' : ''}P${part(Math.floor(size / 12), 'Y')}${part(size % 12, 'M')}`
}

function part(n: number, unit: string): string {
  return n === 0 ? '' : `${formatNumber(n)}${unit}`
}

import { EPOCH_SERIAL, dayOf, endOfMonth } from '../calendar/index.ts'
import { normaliseText } from './normaliseText.ts'

export type ParsedDate =
  | { readonly kind: 'day'; readonly day: number }
  /** A month or quarter: `day` is its last day. */
  | { readonly kind: 'month'; readonly day: number }
  /** A way of writing "no date": 99991231, 0000-00-00, 长期. */
  | { readonly kind: 'none' }
  | { readonly kind: 'several' }
  | { readonly kind: 'unread' }

const unread: ParsedDate = { kind: 'unread' }
const none: ParsedDate = { kind: 'none' }

/** Days that systems write where there is none. */
const noDays = new Set([
  '99991231',
  '29991231',
  '20991231',
  '99990101',
  '29991230',
  '00010101',
  '00000000',
  '19000101',
  '19000100',
  '18991230',
  '18991231',
])
const noDateWords = /^(长期|永久|长期有效|无固定期限|无期限|不定期|0)$/
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Excel serials of the years 1950–2119; smaller numbers are counts, larger ones amounts. */
const firstSerial = 18_264
const lastSerial = 80_353

/** Reads a date written as text: 20090621, 2009.06.13, 2014/3/12, 2023年03月14日, with or without a time. */
export function parseDate(text: string): ParsedDate {
  const plain = inFigures(normaliseText(text).replace(/^'/, ''))
  const compact = plain.replace(/\s+/g, '')
  if (noDateWords.test(compact)) return none
  const digits = /^(\d{8})(?:\.0+|\d{6})?$/.exec(compact)
  if (digits?.[1]) return fromDigits(digits[1])
  const parts =
    /^(\d{4})\s*[-./年、]\s*(\d{1,2})\s*[-./月、]\s*(\d{1,2})\s*[日号]?(?:[T\s]*(?:上午|下午|AM|PM)?\s*\d{1,2}[:时点].*)?$/i.exec(
      plain,
    )
  if (parts) return fromParts(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  const dayFirst = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?:\s+\d{1,2}:.*)?$/.exec(plain)
  if (dayFirst) return fromAmbiguous(Number(dayFirst[1]), Number(dayFirst[2]), Number(dayFirst[3]))
  const named = /^(\d{1,2})[-\s]([a-z]{3})[a-z]*[-\s,]+(\d{4})$/i.exec(plain)
  if (named?.[2])
    return fromParts(Number(named[3]), months.indexOf(named[2].toLowerCase()) + 1, Number(named[1]))
  const month =
    /^(\d{4})(?:年|[-./])(\d{1,2})月?(?:份|末|底)?$/.exec(compact) ??
    /^((?:19|20)\d{2})(\d{2})(?:\.0+)?$/.exec(compact)
  if (month) return fromMonth(Number(month[1]), Number(month[2]))
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(compact)
  if (serial?.[1]) return parseDateNumber(Number(serial[1]))
  if ((compact.match(/(?:19|20)\d{2}[-./年]?\d{1,2}[-./月]?\d{1,2}/g) ?? []).length > 1)
    return { kind: 'several' }
  return unread
}

const figures = '〇一二三四五六七八九'

/** 二〇二七年三月十一日 as 2027年3月11日; any other text as it is. */
function inFigures(text: string): string {
  const parts =
    /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/.exec(
      text.replace(/\s+/g, ''),
    )
  if (!parts) return text
  const [, year = '', month = '', day = ''] = parts
  const years = year.replace(/[零○]/g, '〇').replace(/./g, (one) => String(figures.indexOf(one)))
  return `${years}年${belowHundred(month)}月${belowHundred(day)}日`
}

function belowHundred(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const of = (one: string | undefined): number => (one ? figures.indexOf(one) : 0)
  return (text.includes('十') ? (of(tens) || 1) * 10 : 0) + of(ones)
}

/** Reads a number that stands where a date should: 20090621, 20210831.0, 202610 or an Excel serial. */
export function parseDateNumber(value: number): ParsedDate {
  const whole = Math.floor(value)
  if (whole === 0 || whole === 1 || whole === 2_958_465) return none
  if (whole >= firstSerial && whole <= lastSerial) return { kind: 'day', day: whole - EPOCH_SERIAL }
  if (whole === value && whole >= 10_000_101 && whole <= 99_991_231) return fromDigits(String(whole))
  if (whole === value && whole >= 195_001 && whole <= 211_912)
    return fromMonth(Math.floor(whole / 100), whole % 100)
  return unread
}

/** Reads the serial of a cell that is formatted as a date. */
export function parseSerial(serial: number): ParsedDate {
  const whole = Math.floor(serial)
  if (whole === 0 || whole === 1 || whole === 2_958_465 || whole === 401_769 || whole === 73_050) return none
  if (whole < 1 || whole > 2_958_465) return parseDateNumber(serial)
  // Excel counts a 29 February 1900 that never was.
  return { kind: 'day', day: whole - EPOCH_SERIAL + (whole < 60 ? 1 : 0) }
}

function fromDigits(eight: string): ParsedDate {
  return fromParts(Number(eight.slice(0, 4)), Number(eight.slice(4, 6)), Number(eight.slice(6)), eight)
}

function fromParts(year: number, month: number, day: number, eight?: string): ParsedDate {
  const digits =
    eight ??
    `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
  if (noDays.has(digits) || year >= 2999) return none
  const found = dayOf(year, month, day)
  return Number.isNaN(found) || year < 1800 ? unread : { kind: 'day', day: found }
}

/** 31/10/2026 and 10/31/2026 can be told; 05/06/2026 cannot. */
function fromAmbiguous(a: number, b: number, year: number): ParsedDate {
  if (a > 12) return fromParts(year, b, a)
  if (b > 12 || a === b) return fromParts(year, a, b)
  return unread
}

function fromMonth(year: number, month: number): ParsedDate {
  const first = dayOf(year, month, 1)
  return Number.isNaN(first) || year < 1950 || year > 2119
    ? unread
    : { kind: 'month', day: endOfMonth(first) }
}

import { dayOf } from '../../calendar/index.ts'
import { DateTimeValue, DateValue, DaysValue, MonthsValue, TimeValue } from './temporal.ts'

/** `2026-10-31` (years of 4 to 9 digits, no leading zero beyond 4); null for anything else. */
export function parseDate(text: string): DateValue | null {
  const m = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d{2})-(\d{2})$/.exec(text)
  if (!m) return null
  const day = dayOf(Number(`${m[1]}${m[2]}`), Number(m[3]), Number(m[4]))
  return Number.isNaN(day) ? null : new DateValue(day)
}

/** A time or date-time naming a region (`@Europe/Paris`), which we do not carry time zone data for. */
export function namesZone(text: string): boolean {
  return /@[A-Za-z]+(?:\/[A-Za-z_]+)*$/.test(text)
}

/** `10:30:00`, `10:30:00.5+08:00`, `10:30:00Z`; null for anything else. */
export function parseTime(text: string): TimeValue | null {
  const m = /^(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)(Z|[+-]\d{2}:\d{2}(?::\d{2})?)?$/.exec(text)
  if (!m) return null
  const [hour, minute, second] = [Number(m[1]), Number(m[2]), Number(m[3])]
  if (hour > 23 || minute > 59 || second >= 60) return null
  const offset = parseOffset(m[4])
  return Number.isNaN(offset) ? null : new TimeValue(hour * 3600 + minute * 60 + second, offset)
}

function parseOffset(text: string | undefined): number | null {
  if (text === undefined) return null
  if (text === 'Z') return 0
  const [hour = 0, minute = 0, second = 0] = text.slice(1).split(':').map(Number)
  const size = hour * 3600 + minute * 60 + second
  if (minute > 59 || second > 59 || size > 18 * 3600) return Number.NaN
  return text.startsWith('-') ? -size : size
}

/** `2026-10-31T10:30:00`, or a date alone (midnight); null for anything else. */
export function parseDateTime(text: string): DateTimeValue | null {
  const at = text.indexOf('T')
  const date = parseDate(at === -1 ? text : text.slice(0, at))
  if (!date) return null
  if (at === -1) return new DateTimeValue(date.day, 0, null)
  const time = parseTime(text.slice(at + 1))
  return time && new DateTimeValue(date.day, time.seconds, time.offset)
}

/** `P30D`, `PT12H`, `P1Y6M`, `-P1D`; null for anything else, years or months mixed with days included. */
export function parseDuration(text: string): DaysValue | MonthsValue | null {
  const sign = text.startsWith('-') ? -1 : 1
  const body = sign < 0 ? text.slice(1) : text
  const months = /^P(?:(\d+)Y)?(?:(\d+)M)?$/.exec(body)
  if (months && body !== 'P') {
    const total = sign * (Number(months[1] ?? 0) * 12 + Number(months[2] ?? 0))
    return new MonthsValue(total === 0 ? 0 : total)
  }
  const days = /^P(?:(\d+)D)?(T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d*)?)S)?)?$/.exec(body)
  if (!days || body === 'P' || days[2] === 'T') return null
  const total =
    Number(days[1] ?? 0) * 86_400 +
    Number(days[3] ?? 0) * 3600 +
    Number(days[4] ?? 0) * 60 +
    Number(days[5] ?? 0)
  return new DaysValue(total === 0 ? 0 : sign * total)
}

/** What `@"…"` means: the first of date, date-time, time, duration that the text is. */
export function parseAt(
  text: string,
): DateValue | DateTimeValue | TimeValue | DaysValue | MonthsValue | null {
  return (
    parseDate(text) ??
    (text.includes('T') ? parseDateTime(text) : null) ??
    parseTime(text) ??
    parseDuration(text)
  )
}

import { civilOf, dayOf, weekdayOf } from '../../calendar/index.ts'
import type { FeelValue } from '../types.ts'
import { parseDate, parseDateTime, parseDuration, parseTime } from '../values/parseTemporal.ts'
import { DateTimeValue, DateValue, DaysValue, MonthsValue, TimeValue } from '../values/temporal.ts'
import type { Signature } from './signature.ts'
import { param, raw, value } from './signature.ts'

const from = param('from', 'any')
const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTH_NAMES = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] // prettier-ignore

function toDate(v: FeelValue | undefined): FeelValue {
  if (typeof v === 'string') return parseDate(v)
  if (v instanceof DateValue) return v
  return v instanceof DateTimeValue ? new DateValue(v.day) : null
}

function toTime(v: FeelValue | undefined): FeelValue {
  if (typeof v === 'string') return parseTime(v)
  if (v instanceof TimeValue) return v
  if (v instanceof DateTimeValue) return new TimeValue(v.seconds, v.offset)
  return v instanceof DateValue ? new TimeValue(0, 0) : null
}

function makeTime(
  h: FeelValue | undefined,
  m: FeelValue | undefined,
  s: FeelValue | undefined,
  offset: FeelValue = null,
): FeelValue {
  if (typeof h !== 'number' || typeof m !== 'number' || typeof s !== 'number') return null
  if (!Number.isInteger(h) || !Number.isInteger(m) || h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s >= 60)
    return null
  if (offset !== null && !(offset instanceof DaysValue)) return null
  return new TimeValue(h * 3600 + m * 60 + s, offset && offset.seconds)
}

function joinDateTime(d: FeelValue | undefined, t: FeelValue | undefined): FeelValue {
  const day = d instanceof DateValue || d instanceof DateTimeValue ? d.day : null
  return day !== null && t instanceof TimeValue ? new DateTimeValue(day, t.seconds, t.offset) : null
}

/** Whole months from a to b, towards zero. */
export function monthsBetween(a: number, b: number): number {
  if (b < a) {
    const back = monthsBetween(b, a)
    return back === 0 ? 0 : -back
  }
  const start = civilOf(a)
  const end = civilOf(b)
  return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0)
}

function dayOfYear(day: number): number {
  return day - dayOf(civilOf(day).year, 1, 1) + 1
}

/** ISO 8601 week: the week of the Thursday. */
function weekOfYear(day: number): number {
  return Math.ceil(dayOfYear(day + 4 - weekdayOf(day)) / 7)
}

function ofDay(name: string, result: 'number' | 'text', run: (day: number) => FeelValue): Signature {
  return value(name, [from], result, (v) => {
    const day = v instanceof DateValue || v instanceof DateTimeValue ? v.day : null
    return day === null ? null : run(day)
  })
}

export const dateFunctions: readonly Signature[] = [
  value('date', [from], 'date', toDate),
  raw('date', [param('year', 'number'), param('month', 'number'), param('day', 'number')], 'date', dayOf),
  value('time', [from], 'time', toTime),
  value(
    'time',
    [param('hour', 'number'), param('minute', 'number'), param('second', 'number')],
    'time',
    makeTime,
  ),
  {
    ...value(
      'time',
      [param('hour', 'number'), param('minute', 'number'), param('second', 'number'), param('offset', 'any')],
      'time',
      makeTime,
    ),
    nulls: true,
  },
  value('date and time', [from], 'dateTime', (v) =>
    typeof v === 'string' ? parseDateTime(v) : v instanceof DateTimeValue ? v : null,
  ),
  value('date and time', [param('date', 'any'), param('time', 'time')], 'dateTime', joinDateTime),
  value('duration', [param('from', 'any')], 'duration', (v) =>
    typeof v === 'string' ? parseDuration(v) : v instanceof DaysValue || v instanceof MonthsValue ? v : null,
  ),
  value('years and months duration', [param('from', 'any'), param('to', 'any')], 'months', (a, b) => {
    if (
      !(a instanceof DateValue || a instanceof DateTimeValue) ||
      !(b instanceof DateValue || b instanceof DateTimeValue)
    )
      return null
    return new MonthsValue(monthsOfMoments(a, b))
  }),
  ofDay('day of year', 'number', dayOfYear),
  ofDay('day of week', 'text', (day) => DAY_NAMES[weekdayOf(day) - 1] ?? null),
  ofDay('month of year', 'text', (day) => MONTH_NAMES[civilOf(day).month - 1] ?? null),
  ofDay('week of year', 'number', weekOfYear),
]

function monthsOfMoments(a: DateValue | DateTimeValue, b: DateValue | DateTimeValue): number {
  const start = a instanceof DateTimeValue ? a.seconds : 0
  const end = b instanceof DateTimeValue ? b.seconds : 0
  // a time of day not yet reached counts the last day out
  if (b.day > a.day && end < start) return monthsBetween(a.day, b.day - 1)
  if (b.day < a.day && end > start) return monthsBetween(a.day, b.day + 1)
  return monthsBetween(a.day, b.day)
}

const PARTS: Readonly<Record<string, (v: FeelValue) => FeelValue | undefined>> = {
  year: (v) => (isDay(v) ? civilOf(v.day).year : undefined),
  month: (v) => (isDay(v) ? civilOf(v.day).month : undefined),
  day: (v) => (isDay(v) ? civilOf(v.day).day : undefined),
  weekday: (v) => (isDay(v) ? weekdayOf(v.day) : undefined),
  hour: (v) => (isClock(v) ? Math.floor(v.seconds / 3600) : undefined),
  minute: (v) => (isClock(v) ? Math.floor(v.seconds / 60) % 60 : undefined),
  second: (v) => (isClock(v) ? v.seconds % 60 : undefined),
  'time offset': (v) => (isClock(v) ? (v.offset === null ? null : new DaysValue(v.offset)) : undefined),
  timezone: (v) => (isClock(v) ? null : undefined),
  years: (v) => (v instanceof MonthsValue ? Math.trunc(v.months / 12) + 0 : undefined),
  months: (v) => (v instanceof MonthsValue ? (v.months % 12) + 0 : undefined),
  days: (v) => (v instanceof DaysValue ? Math.trunc(v.seconds / 86_400) + 0 : undefined),
  hours: (v) => (v instanceof DaysValue ? (Math.trunc(v.seconds / 3600) % 24) + 0 : undefined),
  minutes: (v) => (v instanceof DaysValue ? (Math.trunc(v.seconds / 60) % 60) + 0 : undefined),
  seconds: (v) => (v instanceof DaysValue ? (v.seconds % 60) + 0 : undefined),
}

function isDay(v: FeelValue): v is DateValue | DateTimeValue {
  return v instanceof DateValue || v instanceof DateTimeValue
}

function isClock(v: FeelValue): v is TimeValue | DateTimeValue {
  return v instanceof TimeValue || v instanceof DateTimeValue
}

/** A part of a date, time or duration (`d.year`), DMN table 65; undefined where the value has no such part. */
export function partOf(v: FeelValue, name: string): FeelValue | undefined {
  return PARTS[name]?.(v)
}

/** Names of all parts, for hints and static types. */
export const partNames: readonly string[] = Object.keys(PARTS)

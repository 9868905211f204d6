import type {
  FeelDate,
  FeelDateTime,
  FeelDays,
  FeelDuration,
  FeelMonths,
  FeelRange,
  FeelTime,
  FeelValue,
} from '../types.ts'

/**
 * Dates, times and durations are instances of these classes inside the engine, so that a context that happens to have
 * an entry `type` is never taken for one.
 */
export class DateValue implements FeelDate {
  readonly type = 'date'
  readonly day: number
  constructor(day: number) {
    this.day = day
  }
}

export class DaysValue implements FeelDays {
  readonly type = 'days'
  readonly seconds: number
  constructor(seconds: number) {
    this.seconds = seconds
  }
}

export class MonthsValue implements FeelMonths {
  readonly type = 'months'
  readonly months: number
  constructor(months: number) {
    this.months = months
  }
}

export class TimeValue implements FeelTime {
  readonly type = 'time'
  readonly seconds: number
  readonly offset: number | null
  constructor(seconds: number, offset: number | null) {
    this.seconds = seconds
    this.offset = offset
  }
}

export class DateTimeValue implements FeelDateTime {
  readonly type = 'dateTime'
  readonly day: number
  readonly seconds: number
  readonly offset: number | null
  constructor(day: number, seconds: number, offset: number | null) {
    this.day = day
    this.seconds = seconds
    this.offset = offset
  }
}

export class RangeValue implements FeelRange {
  readonly type = 'range'
  readonly low: FeelValue
  readonly high: FeelValue
  readonly lowClosed: boolean
  readonly highClosed: boolean
  constructor(low: FeelValue, high: FeelValue, lowClosed: boolean, highClosed: boolean) {
    this.low = low
    this.high = high
    this.lowClosed = lowClosed
    this.highClosed = highClosed
  }
}

export type Temporal = DateValue | DaysValue | MonthsValue | TimeValue | DateTimeValue
export type Context = { readonly [name: string]: FeelValue }

export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value)
}

export function isContext(value: FeelValue): value is Context {
  return typeof value === 'object' && value !== null && !isList(value) && !isSpecial(value)
}

export function isSpecial(value: unknown): value is Temporal | RangeValue {
  return (
    value instanceof DateValue ||
    value instanceof DaysValue ||
    value instanceof MonthsValue ||
    value instanceof TimeValue ||
    value instanceof DateTimeValue ||
    value instanceof RangeValue
  )
}

/** Plain objects as callers write them (`{ type: 'date', day }`) to the engine's own values, deeply. */
export function internalize(value: FeelValue): FeelValue {
  if (typeof value !== 'object' || value === null || isSpecial(value)) return value
  if (isList(value)) return value.map(internalize)
  const special = fromPlain(value)
  if (special) return special
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, internalize(inner)]))
}

type PlainSpecial = FeelDate | FeelDuration | FeelTime | FeelDateTime | FeelRange

function fromPlain(
  value: Exclude<FeelValue, null | boolean | number | string | readonly FeelValue[]>,
): FeelValue | null {
  if (!isPlainSpecial(value)) return null
  switch (value.type) {
    case 'date':
      return new DateValue(value.day)
    case 'days':
      return new DaysValue(value.seconds)
    case 'months':
      return new MonthsValue(value.months)
    case 'time':
      return new TimeValue(value.seconds, value.offset)
    case 'dateTime':
      return new DateTimeValue(value.day, value.seconds, value.offset)
    case 'range':
      return new RangeValue(
        internalize(value.low),
        internalize(value.high),
        value.lowClosed,
        value.highClosed,
      )
  }
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  date: ['day'],
  days: ['seconds'],
  months: ['months'],
  time: ['seconds', 'offset'],
  dateTime: ['day', 'seconds', 'offset'],
  range: ['low', 'high', 'lowClosed', 'highClosed'],
}

/** Exactly the keys of a special value: a wider context with an entry `type` stays a context. */
function isPlainSpecial(value: object): value is PlainSpecial {
  const keys = 'type' in value && typeof value.type === 'string' ? KEYS[value.type] : undefined
  return (
    keys !== undefined && Object.keys(value).length === keys.length + 1 && keys.every((key) => key in value)
  )
}

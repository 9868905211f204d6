import type { CompareOp } from '../ast.ts'
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

/** DMN equality (10.3.2.13): null equals only null; values of different kinds are neither equal nor unequal (null). */
export function equalValues(a: FeelValue, b: FeelValue): boolean | null {
  if (a === null || b === null) return a === b
  if (typeof a !== 'object' || typeof b !== 'object') return typeof a === typeof b ? a === b : null
  if (isList(a)) return isList(b) ? equalLists(a, b) : null
  if (a instanceof DateValue) return b instanceof DateValue ? a.day === b.day : null
  if (a instanceof DaysValue) return b instanceof DaysValue ? a.seconds === b.seconds : null
  if (a instanceof MonthsValue) return b instanceof MonthsValue ? a.months === b.months : null
  if (a instanceof TimeValue || a instanceof DateTimeValue) return equalMoments(a, b)
  if (a instanceof RangeValue) return b instanceof RangeValue ? equalRanges(a, b) : null
  if (!isContext(a) || !isContext(b)) return null
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys) {
    if (!(key in b)) return false
    const same = equalValues(a[key] ?? null, b[key] ?? null)
    if (same !== true) return same
  }
  return true
}

function equalLists(a: readonly FeelValue[], b: readonly FeelValue[]): boolean | null {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) {
    const same = equalValues(a[i] ?? null, b[i] ?? null)
    if (same !== true) return same
  }
  return true
}

function equalRanges(a: RangeValue, b: RangeValue): boolean | null {
  if (a.lowClosed !== b.lowClosed || a.highClosed !== b.highClosed) return false
  const low = equalValues(a.low, b.low)
  return low === true ? equalValues(a.high, b.high) : low
}

function equalMoments(a: TimeValue | DateTimeValue, b: FeelValue): boolean | null {
  if (!(b instanceof TimeValue || b instanceof DateTimeValue) || a.type !== b.type) return null
  const difference = minusMoments(a, b)
  return difference === null ? false : difference === 0
}

/** Seconds from b to a; null where only one of them has an offset from UTC. */
function minusMoments(a: TimeValue | DateTimeValue, b: TimeValue | DateTimeValue): number | null {
  if ((a.offset === null) !== (b.offset === null)) return null
  const days = a instanceof DateTimeValue && b instanceof DateTimeValue ? a.day - b.day : 0
  return days * 86_400 + (a.seconds - (a.offset ?? 0)) - (b.seconds - (b.offset ?? 0))
}

/** Sign of a − b where the kind is ordered and the same, else null. */
export function orderValues(a: FeelValue, b: FeelValue): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b)
  if (a instanceof DateValue && b instanceof DateValue) return a.day - b.day
  if (a instanceof DaysValue && b instanceof DaysValue) return a.seconds - b.seconds
  if (a instanceof MonthsValue && b instanceof MonthsValue) return a.months - b.months
  if (a instanceof TimeValue && b instanceof TimeValue) return minusMoments(a, b)
  if (a instanceof DateTimeValue && b instanceof DateTimeValue) return minusMoments(a, b)
  return null
}

/** Order of texts by code points (UTF-16 order differs beyond the basic plane). */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) {
      const xHigh = x >= 0xd8_00 && x <= 0xdf_ff
      const yHigh = y >= 0xd8_00 && y <= 0xdf_ff
      return xHigh === yHigh ? x - y : xHigh ? 1 : -1
    }
  }
  return a.length - b.length
}

/** One comparison in plain DMN semantics. */
export function compareValues(op: CompareOp, a: FeelValue, b: FeelValue): boolean | null {
  if (op === '=') return equalValues(a, b)
  if (op === '!=') {
    const same = equalValues(a, b)
    return same === null ? null : !same
  }
  const order = orderValues(a, b)
  if (order === null) return null
  if (op === '<') return order < 0
  if (op === '<=') return order <= 0
  return op === '>' ? order > 0 : order >= 0
}

/** Whether a value lies in a range; null where an end does not compare with it. An end that is null is open. */
export function inRange(value: FeelValue, range: RangeValue): boolean | null {
  if (value === null) return null
  const low = range.low === null ? 1 : orderValues(value, range.low)
  const high = range.high === null ? -1 : orderValues(value, range.high)
  if (low === null || high === null) return null
  return (range.lowClosed ? low >= 0 : low > 0) && (range.highClosed ? high <= 0 : high < 0)
}

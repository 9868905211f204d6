import { addMonths } from '../../calendar/index.ts'
import type { ArithmeticOp } from '../ast.ts'
import type { FeelValue } from '../types.ts'
import { DateTimeValue, DateValue, DaysValue, MonthsValue, TimeValue } from './temporal.ts'

const DAY = 86_400

/** A finite number, else null (division by zero, overflow, root of a negative). */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

/** One arithmetic operation in DMN semantics (10.3.2.3.4 ff.): null for any pair of kinds it does not define. */
export function calculate(op: ArithmeticOp, a: FeelValue, b: FeelValue): FeelValue {
  if (a === null || b === null) return null
  if (typeof a === 'number' && typeof b === 'number') return finite(numeric(op, a, b))
  switch (op) {
    case '+':
      return add(a, b)
    case '-':
      return subtract(a, b)
    case '*':
      if (typeof b === 'number') return scale(a, b)
      return typeof a === 'number' ? scale(b, a) : null
    case '/':
      return divide(a, b)
    case '**':
      return null
  }
}

function numeric(op: ArithmeticOp, a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '**':
      return a ** b
  }
}

function add(a: FeelValue, b: FeelValue): FeelValue {
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (a instanceof DaysValue && b instanceof DaysValue) return new DaysValue(a.seconds + b.seconds)
  if (a instanceof MonthsValue && b instanceof MonthsValue) return new MonthsValue(a.months + b.months)
  if (isMoment(a)) return shift(a, b, 1)
  return isMoment(b) ? shift(b, a, 1) : null
}

function subtract(a: FeelValue, b: FeelValue): FeelValue {
  if (a instanceof DaysValue && b instanceof DaysValue) return new DaysValue(a.seconds - b.seconds)
  if (a instanceof MonthsValue && b instanceof MonthsValue) return new MonthsValue(a.months - b.months)
  if (!isMoment(a)) return null
  return isMoment(b) ? difference(a, b) : shift(a, b, -1)
}

type Moment = DateValue | DateTimeValue | TimeValue

function isMoment(value: FeelValue): value is Moment {
  return value instanceof DateValue || value instanceof DateTimeValue || value instanceof TimeValue
}

/** Difference of two moments; a date among date-times counts as midnight UTC. */
function difference(a: Moment, b: Moment): DaysValue | null {
  if (a instanceof TimeValue || b instanceof TimeValue) {
    if (!(a instanceof TimeValue && b instanceof TimeValue) || (a.offset === null) !== (b.offset === null))
      return null
    return new DaysValue(a.seconds - (a.offset ?? 0) - (b.seconds - (b.offset ?? 0)))
  }
  const left = a instanceof DateValue ? new DateTimeValue(a.day, 0, b instanceof DateValue ? null : 0) : a
  const right = b instanceof DateValue ? new DateTimeValue(b.day, 0, a instanceof DateValue ? null : 0) : b
  if ((left.offset === null) !== (right.offset === null)) return null
  const seconds = left.seconds - (left.offset ?? 0) - (right.seconds - (right.offset ?? 0))
  return new DaysValue((left.day - right.day) * DAY + seconds)
}

function shift(a: Moment, by: FeelValue, sign: 1 | -1): FeelValue {
  if (by instanceof MonthsValue) {
    if (a instanceof TimeValue) return null
    const day = addMonths(a.day, sign * by.months)
    return a instanceof DateValue ? new DateValue(day) : new DateTimeValue(day, a.seconds, a.offset)
  }
  if (!(by instanceof DaysValue)) return null
  if (a instanceof DateValue) return new DateValue(Math.floor((a.day * DAY + sign * by.seconds) / DAY))
  const total = a.seconds + sign * by.seconds
  const days = Math.floor(total / DAY)
  if (a instanceof TimeValue) return new TimeValue(total - days * DAY, a.offset)
  return new DateTimeValue(a.day + days, total - days * DAY, a.offset)
}

function scale(a: FeelValue, by: number): FeelValue {
  if (a instanceof DaysValue) return new DaysValue(a.seconds * by)
  return a instanceof MonthsValue ? new MonthsValue(Math.trunc(a.months * by)) : null
}

function divide(a: FeelValue, b: FeelValue): FeelValue {
  if (a instanceof DaysValue && b instanceof DaysValue) return finite(a.seconds / b.seconds)
  if (a instanceof MonthsValue && b instanceof MonthsValue) return finite(a.months / b.months)
  if (typeof b !== 'number' || b === 0) return null
  if (a instanceof DaysValue) return new DaysValue(a.seconds / b)
  return a instanceof MonthsValue ? new MonthsValue(Math.trunc(a.months / b)) : null
}

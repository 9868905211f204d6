import type { FeelType, FeelValue } from '../types.ts'
import { DateValue, DaysValue, MonthsValue } from '../values/temporal.ts'
import { fit } from '../values/typeOf.ts'
import type { Signature } from './signature.ts'

/** Calls the first overload that the values fit; null where none does or an argument is null that may not be. */
export function callByValues(candidates: readonly Signature[], args: readonly FeelValue[]): FeelValue {
  for (const signature of candidates) {
    const fitted = fitArguments(signature, args)
    if (fitted) return call(signature, fitted)
  }
  return null
}

/** The arguments as an overload takes them; null where they do not fit. */
export function fitArguments(signature: Signature, args: readonly FeelValue[]): FeelValue[] | null {
  const { params, variadic, nulls, how } = signature
  // min(x) with one argument is min(list): a null there is no list, not a list of null
  if (variadic && params.length === 1 && how.kind !== 'value' && args.length === 1 && args[0] === null)
    return null
  const fitted: FeelValue[] = []
  for (const [i, arg] of args.entries()) {
    const param = params[Math.min(i, params.length - 1)]
    if (!param) return null
    if (arg === null) {
      if (!nulls && !variadic) return null
      fitted.push(null)
      continue
    }
    const value = fit(arg, param.type)
    if (value === undefined) return null
    fitted.push(value)
  }
  if (!variadic) return fitted
  const fixed = params.length - 1
  return [...fitted.slice(0, fixed), fitted.slice(fixed)]
}

function call(signature: Signature, args: readonly FeelValue[]): FeelValue {
  const { how } = signature
  if (how.kind === 'value') return how.run(...args)
  if (how.kind === 'aggregate') return how.run(args[0] ?? null)
  const [a = 0, b = 0, c = 0] = args.map(toNumber)
  return fromNumber(how.run(a, b, c), signature.result)
}

/** The number by which whole columns hold a value; NaN for null and for what has no such number. */
export function toNumber(value: FeelValue): number {
  if (typeof value === 'number') return value
  if (value instanceof DateValue) return value.day
  if (value instanceof DaysValue) return value.seconds
  return value instanceof MonthsValue ? value.months : Number.NaN
}

/** The value that a number in a column of a type stands for. */
export function fromNumber(number: number, type: FeelType): FeelValue {
  if (!Number.isFinite(number)) return null
  if (type === 'date') return new DateValue(number)
  if (type === 'days') return new DaysValue(number)
  return type === 'months' ? new MonthsValue(number) : number
}

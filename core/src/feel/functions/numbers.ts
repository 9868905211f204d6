import type { FeelValue } from '../types.ts'
import { roundDecimal } from '../values/rounding.ts'
import type { Rounding } from '../values/rounding.ts'
import { DaysValue, MonthsValue } from '../values/temporal.ts'
import type { Signature } from './signature.ts'
import { param, raw, value } from './signature.ts'

const n = param('n', 'number')
const number = param('number', 'number')
const scale = param('scale', 'number')

function rounder(name: string, rounding: Rounding): Signature {
  return raw(name, [n, scale], 'number', (x, digits) => roundDecimal(x, digits, rounding))
}

/** DMN 10.3.4.5: the result has the sign of the divisor. */
function modulo(dividend: number, divisor: number): number {
  if (divisor === 0) return Number.NaN
  const rest = dividend % divisor
  return rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest
}

export const numberFunctions: readonly Signature[] = [
  raw('decimal', [n, scale], 'number', (x, digits) => roundDecimal(x, digits, 'halfEven')),
  raw('floor', [n], 'number', (x) => Math.floor(x)),
  rounder('floor', 'floor'),
  raw('ceiling', [n], 'number', (x) => Math.ceil(x)),
  rounder('ceiling', 'ceiling'),
  rounder('round up', 'up'),
  rounder('round down', 'down'),
  rounder('round half up', 'halfUp'),
  rounder('round half down', 'halfDown'),
  raw('abs', [n], 'number', (x) => Math.abs(x)),
  raw('abs', [param('n', 'days')], 'days', (x) => Math.abs(x)),
  raw('abs', [param('n', 'months')], 'months', (x) => Math.abs(x)),
  raw('modulo', [param('dividend', 'number'), param('divisor', 'number')], 'number', modulo),
  raw('sqrt', [number], 'number', (x) => Math.sqrt(x)),
  raw('log', [number], 'number', (x) => (x > 0 ? Math.log(x) : Number.NaN)),
  raw('exp', [number], 'number', (x) => Math.exp(x)),
  value('odd', [number], 'boolean', (x) => parity(x, 1)),
  value('even', [number], 'boolean', (x) => parity(x, 0)),
]

function parity(x: FeelValue | undefined, wanted: number): boolean | null {
  return typeof x === 'number' && Number.isInteger(x)
    ? Math.abs(x % 2) === wanted
    : typeof x === 'number'
      ? false
      : null
}

/** Sums numbers, or durations of one kind; null when the list is empty or mixed. */
export function sumValues(list: readonly FeelValue[]): FeelValue {
  const first = list[0]
  if (first instanceof DaysValue) {
    let seconds = 0
    for (const item of list) {
      if (!(item instanceof DaysValue)) return null
      seconds += item.seconds
    }
    return new DaysValue(seconds)
  }
  if (first instanceof MonthsValue) {
    let months = 0
    for (const item of list) {
      if (!(item instanceof MonthsValue)) return null
      months += item.months
    }
    return new MonthsValue(months)
  }
  const numbers = numbersOf(list)
  return numbers && numbers.length > 0 ? numbers.reduce((a, b) => a + b, 0) : null
}

/** The items as numbers; null when one is not a number. */
export function numbersOf(list: readonly FeelValue[]): number[] | null {
  const numbers: number[] = []
  for (const item of list) {
    if (typeof item !== 'number') return null
    numbers.push(item)
  }
  return numbers
}

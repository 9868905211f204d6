import { addMonths } from '../../calendar/index.ts'
import type { Typed } from '../typing/typed.ts'
import { calculate } from '../values/arithmetic.ts'
import { DaysValue, MonthsValue } from '../values/temporal.ts'
import type { Binder, Env } from './binder.ts'
import { applyRaw, calculateNumbers } from './numberKernels.ts'
import { perRow } from './perRow.ts'
import type { Space } from './space.ts'
import type { Vec } from './vec.ts'

const DAY = 86_400

type Raw = (a: number, b: number, c: number) => number

/** Kinds whose numbers differ in unit: dates are days, durations seconds or months. */
const MIXED: Readonly<Record<string, Raw>> = {
  'date - date': (a, b) => (a - b) * DAY,
  'date + days': (d, s) => Math.floor((d * DAY + s) / DAY),
  'days + date': (s, d) => Math.floor((d * DAY + s) / DAY),
  'date - days': (d, s) => Math.floor((d * DAY - s) / DAY),
  'date + months': (d, m) => addMonths(d, m),
  'months + date': (m, d) => addMonths(d, m),
  'date - months': (d, m) => addMonths(d, -m),
  'months * number': (m, x) => Math.trunc(m * x),
  'number * months': (x, m) => Math.trunc(m * x),
  'months / number': (m, x) => (x === 0 ? Number.NaN : Math.trunc(m / x)),
}

/** Arithmetic: one loop where both sides are numbers of some unit, value by value otherwise. */
export function bindArithmetic(
  binder: Binder,
  node: Extract<Typed, { kind: 'arithmetic' }>,
  env: Env,
  at: Space,
): Vec {
  const left = binder.bind(node.left, env, at)
  const right = binder.bind(node.right, env, at)
  const { op, type } = node
  if (left.kind === 'number' && right.kind === 'number' && type !== 'any') {
    const mixed = MIXED[`${left.type} ${op} ${right.type}`]
    if (mixed) {
      return binder.derive(`mixed ${op}`, type, 'number', at, [left, right], (out, n) =>
        applyRaw(mixed, [left.numbers, right.numbers], out.numbers, n),
      )
    }
    return binder.derive(`arithmetic ${op}`, type, 'number', at, [left, right], (out, n) =>
      calculateNumbers(op, left.numbers, right.numbers, out.numbers, n),
    )
  }
  return perRow(binder, `calculate ${op}`, node, at, [left, right], (a = null, b = null) =>
    calculate(op, a, b),
  )
}

export function bindNegate(
  binder: Binder,
  node: Extract<Typed, { kind: 'negate' }>,
  env: Env,
  at: Space,
): Vec {
  const of = binder.bind(node.of, env, at)
  if (of.kind === 'number' && of.type !== 'date') {
    return binder.derive('negate', of.type, 'number', at, [of], (out, n) => {
      for (let i = 0; i < n; i++) out.numbers[i] = 0 - (of.numbers[i] ?? 0)
    })
  }
  return perRow(binder, 'negate', node, at, [of], (value) => {
    if (typeof value === 'number') return 0 - value
    if (value instanceof DaysValue) return new DaysValue(0 - value.seconds)
    return value instanceof MonthsValue ? new MonthsValue(0 - value.months) : null
  })
}

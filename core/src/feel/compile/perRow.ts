import type { FeelValue } from '../types.ts'
import type { Typed } from '../typing/typed.ts'
import type { Binder } from './binder.ts'
import type { Space } from './space.ts'
import type { Vec } from './vec.ts'
import { kindOf, writer } from './vec.ts'

/** A vec computed value by value: for what has no loop of its own. */
export function perRow(
  binder: Binder,
  op: string,
  node: Typed,
  at: Space,
  inputs: readonly Vec[],
  run: (...values: readonly FeelValue[]) => FeelValue,
): Vec {
  const type = kindOf(node.type) === 'box' ? 'any' : node.type
  return binder.derive(op, type, kindOf(type), at, inputs, (out, n) => {
    const write = writer(out)
    for (let i = 0; i < n; i++) write(i, run(...inputs.map((input) => input.valueAt(i))))
  })
}

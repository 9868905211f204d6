import { makeBinder } from './compile/makeBinder.ts'
import { parseFeel } from './parse/parseFeel.ts'
import type { FeelError, FeelValue, Frame } from './types.ts'
import { checkPlain } from './typing/checkTypes.ts'
import type { Context } from './values/temporal.ts'
import { internalize, isContext } from './values/temporal.ts'

export type Evaluated =
  /** `warnings`: what made a part null (a name that is not there, a value of the wrong kind). */
  | { readonly ok: true; readonly value: FeelValue; readonly warnings: readonly FeelError[] }
  | { readonly ok: false; readonly errors: readonly FeelError[] }

const NO_ROWS: Frame = {
  rowCount: 1,
  column: () => undefined,
  constant: () => undefined,
  group: () => undefined,
  relation: () => undefined,
}

/**
 * Evaluates an expression with DMN's own semantics (null = null is true, null in (…) is false, sum([]) is null), by the
 * same kernels as rules. Numbers are binary64 instead of decimal128. What the engine does not support is an error with
 * code `unsupported`, never a value.
 */
export function evaluate(text: string, context: { readonly [name: string]: FeelValue } = {}): Evaluated {
  const values = internalContext(context)
  const parsed = parseFeel(text, Object.keys(values), values)
  if (!parsed.ok) return parsed
  const checked = checkPlain(parsed.ast, values)
  if (!checked.ok) return { ok: false, errors: checked.errors }
  const binder = makeBinder(NO_ROWS, {})
  const vec = binder.bind(checked.expression.root, [], binder.root)
  vec.update(1)
  return { ok: true, value: vec.valueAt(0), warnings: checked.warnings }
}

function internalContext(context: { readonly [name: string]: FeelValue }): Context {
  const inner: Record<string, FeelValue> = {}
  for (const [name, value] of Object.entries(context)) inner[name] = internalize(value)
  return isContext(inner) ? inner : {}
}

import type { Kernel } from '../compile/program.ts'
import { formatFeel } from '../formatFeel.ts'
import type { FeelValue, Frame } from '../types.ts'
import type { TypedExpression } from '../typing/typed.ts'
import { sayInChinese } from './sayInChinese.ts'
import { sayPeriod } from './sayPeriod.ts'
import type { Watched } from './watch.ts'
import { watch } from './watch.ts'

/** One part of an expression with what it came to on a row. */
export interface Explanation {
  /** The part as the author would write it. */
  readonly text: string
  /** The part in Chinese words. */
  readonly said: string
  /** Characters of the expression, half open. */
  readonly from: number
  readonly to: number
  readonly value: FeelValue
  /** Truth of a part that is a condition (null: cannot tell); undefined for other parts. */
  readonly truth?: boolean | null
  readonly parts: readonly Explanation[]
  /** Loops and filters: the condition or body for each related row. */
  readonly items?: readonly Explanation[]
}

/** How an expression came to its result on one row, part by part. Literals have no parts of their own. */
export function explain(kernel: Kernel | TypedExpression, frame: Frame, row: number): Explanation {
  return describe(watch(kernel, frame, row), 0)
}

function describe(watched: Watched, at: number): Explanation {
  const { node, body, items } = watched
  const { ast } = node
  watched.space.refresh()
  const vec = watched.list ?? watched.vec
  if (vec && !(watched.list && !watched.list.items)) vec.update(watched.space.n)
  const value = vec ? vec.valueAt(at) : null
  // how a quarter's first day is reckoned helps nobody: the day itself does
  const reckoned = sayPeriod(ast, sayInChinese) !== null
  const shown = reckoned ? [] : watched.parts.filter((part) => part.node.kind !== 'const')
  const parts = shown.map((part) => describe(part, at))
  const [denied] = parts
  // what is denied and its denial are one line to a reader: the parts of the former stand under the latter
  if (ast.kind === 'call' && ast.name === 'not' && denied && parts.length === 1) {
    const { items: deniedItems, parts: inner } = denied
    return { ...line(inner), ...truthOf(), ...(deniedItems ? { items: deniedItems } : {}) }
  }
  if (!body || !items) return { ...line(parts), ...truthOf() }
  items.refresh()
  const each: Explanation[] = []
  const end = items.starts[at + 1] ?? 0
  for (let i = items.starts[at] ?? 0; i < end; i++) each.push(describe(body, i))
  return { ...line(parts), ...truthOf(), items: each }

  function line(under: readonly Explanation[]): Explanation {
    const text = formatFeel(ast, { form: 'plain' })
    return { text, said: sayInChinese(ast), from: ast.from, to: ast.to, value, parts: under }
  }

  function truthOf(): Pick<Explanation, 'truth'> {
    return node.type === 'boolean' ? { truth: typeof value === 'boolean' ? value : null } : {}
  }
}

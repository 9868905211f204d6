import type { Env } from '../compile/binder.ts'
import type { Binder } from '../compile/binder.ts'
import { bindList } from '../compile/bindLists.ts'
import { isRelated } from '../compile/isRelated.ts'
import { makeBinder } from '../compile/makeBinder.ts'
import type { Kernel } from '../compile/program.ts'
import type { Space } from '../compile/space.ts'
import type { Vec } from '../compile/vec.ts'
import type { Frame } from '../types.ts'
import type { Typed, TypedExpression } from '../typing/typed.ts'
import { partsOf } from '../typing/typed.ts'

/** A typed node with its values at hand, part by part: for explaining one row. */
export interface Watched {
  readonly node: Typed
  /** Values at the positions of the space it stands in; null for a list of rows. */
  readonly vec: Vec | null
  /** A list of related rows, and the space of its own source items (before its body or condition). */
  readonly list: Vec | null
  readonly items: Space | null
  /** Parts in the same space. */
  readonly parts: readonly Watched[]
  /** The body or condition of a loop, in the space of the items. */
  readonly body: Watched | null
  readonly space: Space
  truthOf(watched: Watched, at: number): number
}

interface Prepared {
  readonly binder: Binder
  readonly root: Watched
}

const prepared = new WeakMap<Frame, WeakMap<TypedExpression, Prepared>>()

/** The expression watched at one row: position 0 is the row. Preparation for a frame is kept. */
export function watch(kernel: Kernel | TypedExpression, frame: Frame, row: number): Watched {
  const expression = 'expression' in kernel ? kernel.expression : kernel
  let ofFrame = prepared.get(frame)
  if (!ofFrame) {
    ofFrame = new WeakMap()
    prepared.set(frame, ofFrame)
  }
  let made = ofFrame.get(expression)
  if (!made) {
    const binder = makeBinder(frame, 'expression' in kernel ? kernel.options : {})
    made = { binder, root: build(binder, expression.root, [], binder.root) }
    ofFrame.set(expression, made)
  }
  made.binder.root.move(row, row + 1)
  return made.root
}

function build(binder: Binder, node: Typed, env: Env, space: Space): Watched {
  const base = { node, space, truthOf }
  if (node.kind === 'quantified' || ((node.kind === 'filter' || node.kind === 'map') && isRelated(node))) {
    const source = bindList(binder, node.of, env, space)
    const { items } = source
    const body = node.kind === 'filter' ? node.condition : node.body
    const inner = items ? build(binder, body, opening(env, node.level, items, source), items) : null
    const list = node.kind === 'quantified' ? null : bindList(binder, node, env, space)
    const vec = node.kind === 'quantified' ? binder.bind(node, env, space) : null
    return { ...base, vec, list, items, parts: [build(binder, node.of, env, space)], body: inner }
  }
  if (node.kind === 'rows') {
    return {
      ...base,
      vec: null,
      list: bindList(binder, node, env, space),
      items: null,
      parts: [],
      body: null,
    }
  }
  const parts =
    node.kind === 'sort' || node.kind === 'map' || node.kind === 'filter'
      ? []
      : partsOf(node).map((part) => build(binder, part, env, space))
  return { ...base, vec: binder.bind(node, env, space), list: null, items: null, parts, body: null }
}

function opening(env: Env, level: number, space: Space, source: Vec): Env {
  const inner = [...env]
  while (inner.length <= level) inner.push(undefined)
  inner[level] = { space, element: source.element }
  return inner
}

/** Whether the value at a position is null; for a list of rows, whether it is missing or in doubt. */
export function isNullAt(watched: Watched, at: number): boolean {
  watched.space.refresh()
  const { list, vec } = watched
  if (list) {
    if (!list.items) return true
    list.update(watched.space.n)
    return (list.items.doubt?.[at] ?? 0) !== 0
  }
  if (!vec) return true
  vec.update(watched.space.n)
  switch (vec.kind) {
    case 'number':
      return Number.isNaN(vec.numbers[at] ?? Number.NaN)
    case 'truth':
      return (vec.bytes[at] ?? 2) === 2
    case 'text':
      return (vec.codes[at] ?? -1) < 0
    default:
      return vec.valueAt(at) === null
  }
}

function truthOf(watched: Watched, at: number): number {
  watched.vec?.update(watched.space.n)
  return watched.vec?.bytes[at] ?? 2
}

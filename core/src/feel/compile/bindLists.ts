import type { FeelValue } from '../types.ts'
import type { Typed } from '../typing/typed.ts'
import { DateValue, isList } from '../values/temporal.ts'
import { quantify } from './aggregateKernels.ts'
import type { Binder, Env, Level } from './binder.ts'
import { isRowSpace } from './binder.ts'
import { isRelated } from './isRelated.ts'
import { FilteredRows, FilterSpace, JoinedRows, RelationSpace, ValueSpace } from './itemSpaces.ts'
import { perRow } from './perRow.ts'
import type { Space } from './space.ts'
import { kindOf, Vec, writer } from './vec.ts'

type Of<K extends Typed['kind']> = Extract<Typed, { kind: K }>

/** A list made at the space where it is used: its items are a space below `at`. */
export function bindList(binder: Binder, node: Typed, env: Env, at: Space): Vec {
  switch (node.kind) {
    case 'rows': {
      const relation = binder.rowSpace(env, node.level)?.frame.relation(node.name)
      if (!relation) return binder.constant('any', null, true)
      const index = binder.rowIndex({ level: node.level }, env, at)
      const space = binder.keepSpace(
        `relation ${node.name} ${binder.id(index)} ${binder.id(at)}`,
        () => new RelationSpace(at, relation, index),
      )
      return listVec(binder, space, null, at)
    }
    case 'filter': {
      const of = bindList(binder, node.of, env, at)
      const { items } = of
      if (!items) return of
      const condition = binder.truth(
        binder.bind(node.condition, withLevel(env, node.level, { space: items, element: of.element }), items),
      )
      const space = binder.keepSpace(
        `filter ${binder.id(items)} ${binder.id(condition)} ${node.strict}`,
        () =>
          isRowSpace(items)
            ? new FilteredRows(items, condition, node.strict)
            : new FilterSpace(items, condition, node.strict),
      )
      const element = of.element && space instanceof FilterSpace ? pickedVec(binder, of.element, space) : null
      return listVec(binder, space, element, at)
    }
    case 'map': {
      const of = bindList(binder, node.of, env, at)
      const { items } = of
      if (!items) return of
      const inner = withLevel(env, node.level, { space: items, element: of.element })
      if (node.flat) {
        const nested = bindList(binder, node.body, inner, items)
        if (!nested.items) return nested
        const below = nested.items
        if (isRowSpace(below)) {
          const joined = binder.keepSpace(
            `joined ${binder.id(items)} ${binder.id(below)}`,
            () => new JoinedRows(items, below),
          )
          return listVec(binder, joined, null, at)
        }
        return boxedList(binder, flatMapped(binder, items, nested, at), at)
      }
      return listVec(binder, items, binder.bind(node.body, inner, items), at)
    }
    default:
      return boxedList(binder, binder.bind(node, env, at), at)
  }
}

/** A list of plain values as a space of items. */
function boxedList(binder: Binder, lists: Vec, at: Space): Vec {
  const space = binder.keepSpace(
    `values ${binder.id(lists)} ${binder.id(at)}`,
    () => new ValueSpace(at, lists),
  )
  return listVec(binder, space, itemsOf(binder, space), at)
}

function itemsOf(binder: Binder, space: Space): Vec {
  return binder.keep(`items ${binder.id(space)}`, () => {
    return new Vec('box', 'any', space, (out, n) => {
      if (!(space instanceof ValueSpace)) return
      for (let i = 0; i < n; i++) out.boxes[i] = space.items[i] ?? null
    })
  })
}

function listVec(binder: Binder, items: Space, element: Vec | null, at: Space): Vec {
  const key = `list ${binder.id(items)} ${element ? binder.id(element) : ''}`
  return binder.keep(key, () => {
    const vec = new Vec('list', 'list', at, () => {
      items.refresh()
      element?.update(items.n)
    })
    vec.items = items
    vec.element = element
    return vec
  })
}

/** The values of a list that a filter kept. */
function pickedVec(binder: Binder, element: Vec, space: FilterSpace): Vec {
  if (element.constant) return element
  return binder.keep(`picked ${binder.id(element)} ${binder.id(space)}`, () => {
    return new Vec(element.kind, element.type, space, (out, n) => {
      out.reserve(n)
      element.update(space.source.n)
      out.dictionary = element.dictionary
      const { picked } = space
      if (element.kind === 'number')
        for (let i = 0; i < n; i++) out.numbers[i] = element.numbers[picked[i] ?? 0] ?? Number.NaN
      else if (element.kind === 'truth')
        for (let i = 0; i < n; i++) out.bytes[i] = element.bytes[picked[i] ?? 0] ?? 2
      else if (element.kind === 'text')
        for (let i = 0; i < n; i++) out.codes[i] = element.codes[picked[i] ?? 0] ?? -1
      else for (let i = 0; i < n; i++) out.boxes[i] = element.valueAt(picked[i] ?? 0)
    })
  })
}

function flatMapped(binder: Binder, items: Space, nested: Vec, at: Space): Vec {
  return binder.keep(`flat ${binder.id(items)} ${binder.id(nested)}`, () => {
    return new Vec('box', 'any', at, (out, n) => {
      items.refresh()
      nested.update(items.n)
      for (let p = 0; p < n; p++) {
        const all: FeelValue[] = []
        let none = (items.doubt?.[p] ?? 0) !== 0
        for (let i = items.starts[p] ?? 0; i < (items.starts[p + 1] ?? 0); i++) {
          const list = nested.valueAt(i)
          if (list === null) none = true
          else if (isList(list)) all.push(...list)
        }
        out.boxes[p] = none ? null : all
      }
    })
  })
}

function withLevel(env: Env, level: number, opened: Level): Env {
  const inner = [...env]
  while (inner.length <= level) inner.push(undefined)
  inner[level] = opened
  return inner
}

/** A list where a value is wanted. */
export function bindListNode(binder: Binder, node: Of<'rows' | 'filter' | 'map'>, env: Env, at: Space): Vec {
  const list = bindList(binder, node, env, at)
  if (isRelated(node)) return list
  return binder.derive(
    `boxed ${binder.id(list)}`,
    'any',
    'box',
    at,
    inputsOf(binder, node, list),
    (out, n) => {
      list.update(n)
      for (let i = 0; i < n; i++) out.boxes[i] = list.valueAt(i)
    },
  )
}

/** What a list depends on, so that a list of constants is a constant. */
function inputsOf(binder: Binder, node: Typed, list: Vec): Vec[] {
  return node.levels === 0 ? [binder.constant('any', null)] : [list]
}

export function bindItem(binder: Binder, node: Of<'item'>, env: Env, at: Space): Vec {
  const level = env[node.level]
  const items = level?.element
  if (!level || !items) return binder.constant('any', null, true)
  const kind = kindOf(node.type)
  const own =
    items.kind !== 'box' || kind === 'box'
      ? items
      : binder.derive(`item ${node.type}`, node.type, kind, level.space, [items], (out, n) => {
          const write = writer(out)
          for (let i = 0; i < n; i++) write(i, items.valueAt(i))
        })
  return own.constant || own.space === at ? own : binder.lift(own, at)
}

export function bindQuantified(binder: Binder, node: Of<'quantified'>, env: Env, at: Space): Vec {
  const list = bindList(binder, node.of, env, at)
  const { items } = list
  if (!items) return binder.constant('boolean', null, true)
  const inner = withLevel(env, node.level, { space: items, element: list.element })
  const body = binder.truth(binder.bind(node.body, inner, items))
  const wanted = node.quantifier === 'some' ? 1 : 0
  const op = `${node.quantifier} ${binder.id(list)} ${binder.id(body)}`
  return binder.derive(op, 'boolean', 'truth', at, inputsOf(binder, node, list), (out, n) => {
    items.refresh()
    body.update(items.n)
    quantify(wanted, items, body.bytes, n, out.bytes)
  })
}

/** `list[2]`, `list[-1]`; a truth keeps all or nothing. */
export function bindIndex(binder: Binder, node: Of<'index'>, env: Env, at: Space): Vec {
  const inputs = [binder.bind(node.of, env, at), binder.bind(node.at, env, at)]
  return perRow(binder, 'index', node, at, inputs, (of = null, index = null) => {
    const list = isList(of) ? of : of === null ? [] : [of]
    if (typeof index === 'number') {
      if (!Number.isInteger(index) || index === 0) return null
      return list[index > 0 ? index - 1 : list.length + index] ?? null
    }
    return index === true ? list : index === false ? [] : null
  })
}

const LONGEST_SERIES = 1_000_000

/** `1..3`, `3..1`, and the same with dates. */
export function bindSeries(binder: Binder, node: Of<'series'>, env: Env, at: Space): Vec {
  const inputs = [binder.bind(node.start, env, at), binder.bind(node.end, env, at)]
  return perRow(binder, 'series', node, at, inputs, (start = null, end = null) => {
    const dates = start instanceof DateValue && end instanceof DateValue
    const from = start instanceof DateValue ? start.day : start
    const to = end instanceof DateValue ? end.day : end
    if (typeof from !== 'number' || typeof to !== 'number') return null
    if (dates !== start instanceof DateValue || !Number.isInteger(from) || !Number.isInteger(to)) return null
    if (Math.abs(to - from) > LONGEST_SERIES) return null
    const step = from <= to ? 1 : -1
    return Array.from({ length: Math.abs(to - from) + 1 }, (_, i) =>
      dates ? new DateValue(from + i * step) : from + i * step,
    )
  })
}

/** The order of every pair is computed first, then the list is sorted by it. */
export function bindSort(binder: Binder, node: Of<'sort'>, env: Env, at: Space): Vec {
  const list = bindList(binder, node.of, env, at)
  const { items } = list
  if (!items) return binder.constant('any', null)
  const outer = withLevel(env, node.level, { space: items, element: list.element })
  const again = bindList(binder, node.of, outer, items)
  const pairs = again.items
  if (!pairs) return binder.constant('any', null)
  const body = binder.truth(
    binder.bind(node.body, withLevel(outer, node.level + 1, { space: pairs, element: again.element }), pairs),
  )
  return binder.derive(
    `sort ${binder.id(list)} ${binder.id(body)}`,
    'any',
    'box',
    at,
    inputsOf(binder, node, list),
    (out, n) => {
      list.update(n)
      pairs.refresh()
      body.update(pairs.n)
      for (let p = 0; p < n; p++) out.boxes[p] = sorted(list, p, items, pairs, body)
    },
  )
}

function sorted(list: Vec, p: number, items: Space, pairs: Space, body: Vec): FeelValue {
  const values = list.valueAt(p)
  if (!isList(values)) return null
  const first = items.starts[p] ?? 0
  const precedes = (i: number, j: number): boolean => body.bytes[(pairs.starts[first + i] ?? 0) + j] === 1
  for (let i = 0; i < values.length; i++)
    for (let j = 0; j < values.length; j++)
      if (body.bytes[(pairs.starts[first + i] ?? 0) + j] === 2) return null
  const order = values.map((_, i) => i).toSorted((i, j) => (precedes(i, j) ? -1 : precedes(j, i) ? 1 : 0))
  return order.map((i) => values[i] ?? null)
}

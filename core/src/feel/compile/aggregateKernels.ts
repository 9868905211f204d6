import type { Reduce } from '../functions/signature.ts'
import type { Space } from './space.ts'
import type { Vec } from './vec.ts'

/**
 * Reduces the list of each parent position. `known` gets the value over the items that are known (NaN where there is
 * none and none is needed to say so), `incomplete` 1 where an item is null or may be missing, 2 where there is no list.
 * An empty list has sum 0 and count 0, and no other aggregate (null).
 */
export function reduceNumbers(
  reduce: Exclude<Reduce, 'all' | 'any'>,
  items: Space,
  element: Vec | null,
  parents: number,
  known: Float64Array,
  incomplete: Uint8Array,
): void {
  const { starts, doubt } = items
  const values = element?.numbers ?? null
  for (let p = 0; p < parents; p++) {
    const start = starts[p] ?? 0
    const end = starts[p + 1] ?? 0
    let missing = doubt ? (doubt[p] ?? 0) : 0
    if (reduce === 'count' || !values) {
      known[p] = end - start
      incomplete[p] = missing
      continue
    }
    let count = 0
    let result = reduce === 'sum' || reduce === 'mean' ? 0 : Number.NaN
    for (let i = start; i < end; i++) {
      const value = values[i] ?? Number.NaN
      if (value !== value) {
        if (missing === 0) missing = 1
        continue
      }
      count++
      if (reduce === 'sum' || reduce === 'mean') result += value
      else if (!(reduce === 'max' ? value <= result : value >= result)) result = value
    }
    if (reduce === 'mean') result = count > 0 ? result / count : Number.NaN
    known[p] = result
    incomplete[p] = missing
  }
}

/** 1 where every known item is 0 or more: only then is a sum of the known part a lower bound. */
export function nonNegative(items: Space, element: Vec, p: number): boolean {
  const end = items.starts[p + 1] ?? 0
  for (let i = items.starts[p] ?? 0; i < end; i++) if ((element.numbers[i] ?? 0) < 0) return false
  return true
}

/** some (`wanted` 1) or every (`wanted` 0) over the truth of each item, ternary; no list is null. */
export function quantify(
  wanted: 0 | 1,
  items: Space,
  body: Uint8Array,
  parents: number,
  out: Uint8Array,
): void {
  const { starts, doubt } = items
  const other = wanted ^ 1
  for (let p = 0; p < parents; p++) {
    const end = starts[p + 1] ?? 0
    const trouble = doubt ? (doubt[p] ?? 0) : 0
    let truth = trouble === 0 ? other : 2
    if (trouble !== 2) {
      for (let i = starts[p] ?? 0; i < end; i++) {
        const one = body[i] ?? 2
        if (one === wanted) {
          truth = wanted
          break
        }
        if (one === 2) truth = 2
      }
    }
    out[p] = truth
  }
}

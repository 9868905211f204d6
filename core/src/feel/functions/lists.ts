import type { FeelValue } from '../types.ts'
import { finite } from '../values/arithmetic.ts'
import { equalValues, orderValues } from '../values/compare.ts'
import { isList } from '../values/temporal.ts'
import { numbersOf, sumValues } from './numbers.ts'
import type { Reduce, Signature } from './signature.ts'
import { param, value } from './signature.ts'

type Items = readonly FeelValue[]
const list = param('list', 'list')

function items(value_: FeelValue | undefined): Items {
  return value_ !== undefined && isList(value_) ? value_ : value_ === undefined ? [] : [value_]
}

/** A function of one list that may also be called with the items as arguments. */
function aggregate(
  name: string,
  reduce: Reduce,
  result: 'number' | 'any' | 'boolean',
  run: (items: Items) => FeelValue,
): Signature[] {
  const how = { kind: 'aggregate', reduce, run: (l: FeelValue) => run(items(l)) } as const
  return [
    { name, params: [list], result, how },
    { name, params: [param('c', 'any')], variadic: true, result, how },
  ]
}

/** The same for what has no column form. */
function collecting(name: string, result: 'number' | 'list', run: (items: Items) => FeelValue): Signature[] {
  const how = {
    kind: 'value',
    run: (l: FeelValue = null) => (isList(l) && l.length === 1 && l[0] === null ? null : run(items(l))),
  } as const
  return [
    { name, params: [list], result, how },
    { name, params: [param('n', 'any')], variadic: true, result, how },
  ]
}

function extreme(list_: Items, sign: 1 | -1): FeelValue {
  let best: FeelValue = list_[0] ?? null
  if (best !== null && orderValues(best, best) === null) return null
  for (const item of list_) {
    const order = orderValues(item, best)
    if (order === null) return null
    if (order * sign > 0) best = item
  }
  return best
}

function mean(list_: Items): FeelValue {
  const numbers = numbersOf(list_)
  return numbers && numbers.length > 0 ? finite(numbers.reduce((a, b) => a + b, 0) / numbers.length) : null
}

function median(list_: Items): FeelValue {
  const numbers = numbersOf(list_)?.toSorted((a, b) => a - b)
  if (!numbers || numbers.length === 0) return null
  const middle = numbers.length >> 1
  const upper = numbers[middle] ?? 0
  return numbers.length % 2 === 1 ? upper : ((numbers[middle - 1] ?? 0) + upper) / 2
}

function standardDeviation(list_: Items): FeelValue {
  const numbers = numbersOf(list_)
  if (!numbers || numbers.length < 2) return null
  const average = numbers.reduce((a, b) => a + b, 0) / numbers.length
  return Math.sqrt(numbers.reduce((a, b) => a + (b - average) ** 2, 0) / (numbers.length - 1))
}

function mode(list_: Items): FeelValue {
  const numbers = numbersOf(list_)
  if (!numbers) return null
  const counts = new Map<number, number>()
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return [...counts]
    .filter(([, count]) => count === most)
    .map(([n]) => n)
    .toSorted((a, b) => a - b)
}

/** Ternary conjunction (`wanted` false) or disjunction (`wanted` true) of a list of truths. */
function decide(list_: Items, wanted: boolean): boolean | null {
  if (list_.includes(wanted)) return wanted
  return list_.every((item) => item === !wanted) ? !wanted : null
}

function contains(list_: Items, element: FeelValue): boolean {
  return list_.some((item) => equalValues(item, element) === true)
}

function distinct(list_: Items): FeelValue[] {
  const kept: FeelValue[] = []
  for (const item of list_) if (!contains(kept, item)) kept.push(item)
  return kept
}

function flatten(list_: Items): FeelValue[] {
  return list_.flatMap((item) => (isList(item) ? flatten(item) : [item]))
}

/** Index from 0 for a position from 1 (negative: from the end); null outside the list. */
function indexOfPosition(length: number, position: FeelValue | undefined): number | null {
  if (typeof position !== 'number' || !Number.isInteger(position) || position === 0) return null
  const index = position > 0 ? position - 1 : length + position
  return index >= 0 && index < length ? index : null
}

function sublist(l: FeelValue | undefined, start: FeelValue | undefined, length?: FeelValue): FeelValue {
  const all = items(l)
  const from = indexOfPosition(all.length, start)
  if (from === null) return null
  if (length === undefined || length === null) return all.slice(from)
  return typeof length === 'number' && length >= 1 && from + length <= all.length
    ? all.slice(from, from + length)
    : null
}

const position = param('position', 'number')

export const listFunctions: readonly Signature[] = [
  ...aggregate('sum', 'sum', 'any', sumValues),
  ...aggregate('count', 'count', 'number', (l) => l.length),
  ...aggregate('min', 'min', 'any', (l) => extreme(l, -1)),
  ...aggregate('max', 'max', 'any', (l) => extreme(l, 1)),
  ...aggregate('mean', 'mean', 'any', mean),
  ...aggregate('all', 'all', 'boolean', (l) => decide(l, false)),
  ...aggregate('any', 'any', 'boolean', (l) => decide(l, true)),
  ...collecting('median', 'number', median),
  ...collecting('stddev', 'number', standardDeviation),
  ...collecting('mode', 'list', mode),
  ...collecting('product', 'number', (l) => {
    const numbers = numbersOf(l)
    return numbers && numbers.length > 0 ? finite(numbers.reduce((a, b) => a * b, 1)) : null
  }),
  {
    ...value('list contains', [list, param('element', 'any')], 'boolean', (l = null, e = null) =>
      l === null ? null : contains(items(l), e),
    ),
    nulls: true,
  },
  value('sublist', [list, param('start position', 'number')], 'list', sublist),
  value('sublist', [list, param('start position', 'number'), param('length', 'number')], 'list', sublist),
  {
    ...value('append', [list, param('item', 'any')], 'list', (l = null, more = null) =>
      l === null ? null : [...items(l), ...items(more)],
    ),
    variadic: true,
    nulls: true,
  },
  {
    ...value('concatenate', [param('list', 'any')], 'list', (lists = null) => joined(items(lists))),
    variadic: true,
    nulls: true,
  },
  {
    ...value('union', [param('list', 'any')], 'list', (lists = null) => distinctOrNull(joined(items(lists)))),
    variadic: true,
    nulls: true,
  },
  {
    ...value(
      'insert before',
      [list, position, param('newItem', 'any')],
      'list',
      (l = null, at = null, item = null) => {
        const index = indexOfPosition(items(l).length, at)
        return l === null || index === null ? null : items(l).toSpliced(index, 0, item)
      },
    ),
    nulls: true,
  },
  value('remove', [list, position], 'list', (l, at) => {
    const index = indexOfPosition(items(l).length, at)
    return index === null ? null : items(l).toSpliced(index, 1)
  }),
  {
    ...value(
      'list replace',
      [list, position, param('newItem', 'any')],
      'list',
      (l = null, at = null, item = null) => {
        const index = indexOfPosition(items(l).length, at)
        return l === null || index === null ? null : items(l).with(index, item)
      },
    ),
    nulls: true,
  },
  value('reverse', [list], 'list', (l) => items(l).toReversed()),
  {
    ...value('index of', [list, param('match', 'any')], 'list', (l = null, match = null) =>
      l === null ? null : items(l).flatMap((item, i) => (equalValues(item, match) === true ? [i + 1] : [])),
    ),
    nulls: true,
  },
  value('distinct values', [list], 'list', (l) => distinct(items(l))),
  value('flatten', [list], 'list', (l) => flatten(items(l))),
]

function joined(lists: Items): FeelValue[] | null {
  return lists.includes(null) ? null : lists.flatMap((l) => [...items(l)])
}

function distinctOrNull(l: FeelValue[] | null): FeelValue[] | null {
  return l && distinct(l)
}

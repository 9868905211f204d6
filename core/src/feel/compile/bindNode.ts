import { partOf } from '../functions/dates.ts'
import type { FeelValue } from '../types.ts'
import type { Typed } from '../typing/typed.ts'
import { compareValues, equalValues, inRange } from '../values/compare.ts'
import { isContext, isList, RangeValue } from '../values/temporal.ts'
import { hasType } from '../values/typeOf.ts'
import { bindApply } from './bindApply.ts'
import { bindArithmetic, bindNegate } from './bindArithmetic.ts'
import { bindCompare } from './bindCompare.ts'
import type { Binder, Env } from './binder.ts'
import { bindIsNull } from './bindIsNull.ts'
import { bindIndex, bindItem, bindListNode, bindQuantified, bindSeries, bindSort } from './bindLists.ts'
import { perRow } from './perRow.ts'
import type { Space } from './space.ts'
import { testTexts } from './textKernels.ts'
import { allAre, andWords, chooseWords, notWords, orWords } from './truthKernels.ts'
import { kindOf, Vec, writer } from './vec.ts'

/** The vec of one typed node at the space `at`. */
export function bindNode(binder: Binder, node: Typed, env: Env, at: Space): Vec {
  switch (node.kind) {
    case 'const':
      return binder.constant(kindOf(node.type) === 'box' ? 'any' : node.type, node.value)
    case 'column':
      return binder.column(node, env, at)
    case 'item':
      return bindItem(binder, node, env, at)
    case 'rows':
    case 'filter':
    case 'map':
      return bindListNode(binder, node, env, at)
    case 'oneRow':
      return binder.constant('any', null, true)
    case 'itemMember':
      return bindItemMember(binder, node, env, at)
    case 'member': {
      const of = binder.bind(node.of, env, at)
      return perRow(binder, `member ${node.name}`, node, at, [of], (value) => memberOf(value, node.name))
    }
    case 'index':
      return bindIndex(binder, node, env, at)
    case 'quantified':
      return bindQuantified(binder, node, env, at)
    case 'sort':
      return bindSort(binder, node, env, at)
    case 'series':
      return bindSeries(binder, node, env, at)
    case 'apply':
      return bindApply(binder, node, env, at)
    case 'arithmetic':
      return bindArithmetic(binder, node, env, at)
    case 'negate':
      return bindNegate(binder, node, env, at)
    case 'compare':
      return bindCompare(binder, node, env, at)
    case 'isNull':
      return bindIsNull(binder, node, env, at)
    case 'logic':
      return bindLogic(binder, node, env, at)
    case 'not': {
      const of = binder.truth(binder.bind(node.of, env, at))
      return binder.derive('not', 'boolean', 'truth', at, [of], (out, n) => notWords(of.words, out.words, n))
    }
    case 'inTest':
      return bindInTest(binder, node, env, at)
    case 'if':
      return bindIf(binder, node, env, at)
    case 'list': {
      const items = node.items.map((item) => binder.bind(item, env, at))
      return perRow(binder, 'list', node, at, items, (...values) => values)
    }
    case 'context': {
      const values = node.entries.map((entry) => binder.bind(entry.value, env, at))
      const keys = node.entries.map((entry) => entry.key)
      return perRow(binder, `context ${JSON.stringify(keys)}`, node, at, values, (...parts) =>
        Object.fromEntries(keys.map((key, i) => [key, parts[i] ?? null])),
      )
    }
    case 'range': {
      const ends = [binder.bind(node.low, env, at), binder.bind(node.high, env, at)]
      const { lowClosed, highClosed } = node
      const { open } = node
      const op = `range ${lowClosed} ${highClosed} ${open}`
      return perRow(binder, op, node, at, ends, (low = null, high = null) => {
        if ((low === null && open !== 'low') || (high === null && open !== 'high')) return null
        return new RangeValue(low, high, lowClosed, highClosed)
      })
    }
    case 'instanceOf': {
      const of = binder.bind(node.of, env, at)
      return perRow(binder, `instance ${node.name}`, node, at, [of], (value = null) =>
        instanceOf(value, node.name),
      )
    }
  }
}

/** `value.name`: an entry of a context, a part of a date; of each item of a list. */
export function memberOf(value: FeelValue = null, name: string): FeelValue {
  if (value === null) return null
  if (isList(value)) return value.map((item) => memberOf(item, name))
  if (isContext(value)) return Object.hasOwn(value, name) ? (value[name] ?? null) : null
  return partOf(value, name) ?? null
}

function bindItemMember(
  binder: Binder,
  node: Extract<Typed, { kind: 'itemMember' }>,
  env: Env,
  at: Space,
): Vec {
  const item = binder.bind(
    { kind: 'item', level: node.level, name: 'item', type: 'any', levels: 1 << node.level, ast: node.ast },
    env,
    at,
  )
  const inputs = node.otherwise ? [item, binder.bind(node.otherwise, env, at)] : [item]
  return perRow(binder, `itemMember ${node.name}`, node, at, inputs, (value = null, otherwise = null) => {
    if (isContext(value)) return Object.hasOwn(value, node.name) ? (value[node.name] ?? null) : otherwise
    return otherwise
  })
}

function bindLogic(binder: Binder, node: Extract<Typed, { kind: 'logic' }>, env: Env, at: Space): Vec {
  const parts = [...new Set(node.parts.map((part) => binder.truth(binder.bind(part, env, at))))]
  const deciding = node.op === 'and' ? 0 : 1
  const neutral = 1 - deciding
  // constants first: they decide at once, or drop out
  const constants = parts.filter((part) => part.constant)
  if (constants.some((part) => part.bytes[0] === deciding)) return binder.constant('boolean', deciding === 1)
  const useful = parts.filter((part) => !(part.constant && part.bytes[0] === neutral))
  const [first, second] = useful
  if (!first) return binder.constant('boolean', neutral === 1)
  if (!second) return first
  const key = `${node.op}|${binder.id(at)}|${useful.map((part) => binder.id(part)).join(',')}`
  const combine = node.op === 'and' ? andWords : orWords
  if (useful.every((part) => part.constant)) {
    return binder.derive(node.op, 'boolean', 'truth', at, useful, (out, n) =>
      combineAll(useful, combine, out, n),
    )
  }
  return binder.keep(key, () => {
    return new Vec('truth', 'boolean', at, (out, n) => {
      out.reserve(n)
      first.update(n)
      let current = first
      for (let k = 1; k < useful.length; k++) {
        // an `and` that is false everywhere already needs no further parts
        if (allAre(current.words, current.bytes, n, deciding)) break
        const next = useful[k]
        if (!next) break
        next.update(n)
        combine(current.words, next.words, out.words, n)
        current = out
      }
      if (current !== out) out.bytes.set(current.bytes.subarray(0, n))
    })
  })
}

type Combine = (a: Uint32Array, b: Uint32Array, out: Uint32Array, n: number) => void

function combineAll(parts: readonly Vec[], combine: Combine, out: Vec, n: number): void {
  const [first] = parts
  if (!first) return
  out.bytes.set(first.bytes.subarray(0, n))
  for (const part of parts.slice(1)) combine(out.words, part.words, out.words, n)
}

function bindInTest(binder: Binder, node: Extract<Typed, { kind: 'inTest' }>, env: Env, at: Space): Vec {
  const of = binder.bind(node.of, env, at)
  const test = binder.bind(node.test, env, at)
  const { strict } = node
  if (strict && of.kind === 'text' && test.constant) {
    const list = test.constantValue
    const run = testTexts((text) => truthByte(isIn(text, list, true)), 2)
    return binder.derive('inTexts', 'boolean', 'truth', at, [of, test], (out, n) => run(of, out.bytes, n))
  }
  return perRow(binder, `in ${strict}`, node, at, [of, test], (value = null, wanted = null) =>
    isIn(value, wanted, strict),
  )
}

function truthByte(truth: boolean | null): 0 | 1 | 2 {
  return truth === null ? 2 : truth ? 1 : 0
}

/** `value in wanted`, wanted being a value, a range, or a list of such. */
export function isIn(value: FeelValue, wanted: FeelValue, strict: boolean): boolean | null {
  if (strict && (value === null || wanted === null)) return null
  if (wanted instanceof RangeValue) return inRange(value, wanted)
  if (!isList(wanted)) return equalValues(value, wanted)
  if (!strict && isList(value) && equalValues(value, wanted) === true) return true
  let truth: boolean | null = false
  for (const one of wanted) {
    const found =
      one instanceof RangeValue
        ? inRange(value, one)
        : strict && one === null
          ? null
          : compareValues('=', value, one)
    if (found === true) return true
    if (found === null && strict) truth = null
  }
  return truth
}

function bindIf(binder: Binder, node: Extract<Typed, { kind: 'if' }>, env: Env, at: Space): Vec {
  const condition = binder.truth(binder.bind(node.condition, env, at))
  const then = binder.bind(node.then, env, at)
  const otherwise = binder.bind(node.otherwise, env, at)
  const { strict } = node
  const type = kindOf(node.type) === 'box' ? 'any' : node.type
  if (condition.constant && !strict) {
    const branch = condition.constantValue === true ? then : otherwise
    if (branch.kind !== 'list') return branch
  }
  return binder.derive(`if ${strict}`, type, kindOf(type), at, [condition, then, otherwise], (out, n) => {
    const { bytes } = condition
    if (out.kind === 'number' && then.kind === 'number' && otherwise.kind === 'number') {
      for (let i = 0; i < n; i++) {
        const truth = bytes[i] ?? 2
        out.numbers[i] =
          truth === 1
            ? (then.numbers[i] ?? Number.NaN)
            : truth === 0 || !strict
              ? (otherwise.numbers[i] ?? Number.NaN)
              : Number.NaN
      }
      return
    }
    if (out.kind === 'truth' && then.kind === 'truth' && otherwise.kind === 'truth') {
      chooseWords(condition.words, then.words, otherwise.words, strict, out.words, n)
      return
    }
    const write = writer(out)
    for (let i = 0; i < n; i++) {
      const truth = bytes[i] ?? 2
      write(i, truth === 1 ? then.valueAt(i) : truth === 0 || !strict ? otherwise.valueAt(i) : null)
    }
  })
}

const INSTANCE: Readonly<Record<string, Parameters<typeof hasType>[1]>> = {
  number: 'number',
  string: 'text',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'dateTime',
  'days and time duration': 'days',
  'years and months duration': 'months',
}

function instanceOf(value: FeelValue, name: string): boolean {
  if (name === 'Any') return value !== null
  if (name === 'Null') return value === null
  const type = INSTANCE[name]
  return value !== null && type !== undefined && hasType(value, type)
}

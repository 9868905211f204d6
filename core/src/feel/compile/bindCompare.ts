import type { CompareOp } from '../ast.ts'
import type { Typed } from '../typing/typed.ts'
import { compareTexts, compareValues } from '../values/compare.ts'
import { nonNegative } from './aggregateKernels.ts'
import type { Binder, Env } from './binder.ts'
import { perRow } from './perRow.ts'
import type { Space } from './space.ts'
import { comparePairs, testTexts } from './textKernels.ts'
import {
  compareComputed,
  compareNumbers,
  compareWithConstant,
  mirrored,
  nullWords,
  sameComputed,
  sameWords,
} from './truthKernels.ts'
import type { Vec } from './vec.ts'

type Compare = Extract<Typed, { kind: 'compare' }>

/** A comparison: the loop that fits how both sides are held. */
export function bindCompare(binder: Binder, node: Compare, env: Env, at: Space): Vec {
  const left = binder.bind(node.left, env, at)
  const right = binder.bind(node.right, env, at)
  const { op, strict } = node
  const ordered = op !== '=' && op !== '!='
  const computed = isComputed(node.left) || isComputed(node.right)
  if (node.knownPart && left.known && left.incomplete && right.kind === 'number') {
    return compareKnownPart(binder, op, left, right, aggregateOf(node.left), at)
  }
  if (left.kind === 'number' && right.kind === 'number' && left.type === right.type && (strict || ordered)) {
    if (left.type === 'number' && computed) {
      return binder.derive(`computed ${op}`, 'boolean', 'truth', at, [left, right], (out, n) =>
        compareComputed(op, left.numbers, right.numbers, [left.nullBits(n), right.nullBits(n)], out.words, n),
      )
    }
    return compareAsNumbers(binder, op, left, right, at)
  }
  if (left.kind === 'text' && right.kind === 'text' && (strict || ordered))
    return compareAsTexts(binder, op, left, right, at)
  if (left.kind === 'truth' && right.kind === 'truth' && strict && !ordered) {
    const wanted = op === '='
    if (right.constant && right.constantValue === wanted) return left
    return binder.derive(`truths ${op}`, 'boolean', 'truth', at, [left, right], (out, n) =>
      sameWords(left.words, right.words, wanted, out.words, n),
    )
  }
  return perRow(binder, `compare ${op} ${strict}`, node, at, [left, right], (a = null, b = null) => {
    if (strict && (a === null || b === null)) return null
    // 0.1 + 0.2 = 0.3 in DMN's decimals
    const near = computed && typeof a === 'number' && typeof b === 'number' && sameComputed(a, b)
    return near ? compareValues(op, 0, 0) : compareValues(op, a, b)
  })
}

function compareAsNumbers(binder: Binder, op: CompareOp, left: Vec, right: Vec, at: Space): Vec {
  if (left.constant && !right.constant) return compareAsNumbers(binder, mirrored(op), right, left, at)
  if (right.constant) {
    const c = right.numbers[0] ?? Number.NaN
    return binder.derive(`number ${op}`, 'boolean', 'truth', at, [left, right], (out, n) =>
      compareWithConstant(op, left.numbers, c, left.nullBits(n), out.words, n),
    )
  }
  return binder.derive(`numbers ${op}`, 'boolean', 'truth', at, [left, right], (out, n) =>
    compareNumbers(op, left.numbers, right.numbers, [left.nullBits(n), right.nullBits(n)], out.words, n),
  )
}

function compareAsTexts(binder: Binder, op: CompareOp, left: Vec, right: Vec, at: Space): Vec {
  if (left.constant && !right.constant) return compareAsTexts(binder, mirrored(op), right, left, at)
  if (right.constant) {
    const wanted = right.constantValue
    if (typeof wanted !== 'string') return binder.constant('boolean', null, right.unknown)
    const run = testTexts((text) => holds(op, text, wanted), 2)
    return binder.derive(`text ${op}`, 'boolean', 'truth', at, [left, right], (out, n) =>
      run(left, out.bytes, n),
    )
  }
  const run = comparePairs((a, b) => holds(op, a, b), 2)
  return binder.derive(`texts ${op}`, 'boolean', 'truth', at, [left, right], (out, n) =>
    run(left, right, out.bytes, n),
  )
}

function holds(op: CompareOp, a: string, b: string): 0 | 1 {
  if (op === '=') return a === b ? 1 : 0
  if (op === '!=') return a === b ? 0 : 1
  const order = compareTexts(a, b)
  if (op === '<') return order < 0 ? 1 : 0
  if (op === '<=') return order <= 0 ? 1 : 0
  return (op === '>' ? order > 0 : order >= 0) ? 1 : 0
}

/** Numbers that were calculated, and so carry binary rounding; a field, parameter or literal does not. */
export function isComputed(node: Typed): boolean {
  if (node.kind === 'arithmetic') return node.type === 'number'
  if (node.kind === 'negate') return isComputed(node.of)
  if (node.kind === 'if') return isComputed(node.then) || isComputed(node.otherwise)
  if (node.kind !== 'apply') return false
  const [signature] = node.candidates
  if (signature?.how.kind === 'aggregate')
    return signature.how.reduce === 'sum' || signature.how.reduce === 'mean' || node.args.some(isComputed)
  return signature !== undefined && COMPUTING.has(signature.name)
}

const COMPUTING = new Set(['sqrt', 'exp', 'log', 'modulo', 'stddev', 'median', 'product'])

function aggregateOf(node: Typed): 'max' | 'min' | 'sum' | 'count' | null {
  const how = node.kind === 'apply' ? node.candidates[0]?.how : undefined
  if (how?.kind !== 'aggregate') return null
  const { reduce } = how
  return reduce === 'max' || reduce === 'min' || reduce === 'sum' || reduce === 'count' ? reduce : null
}

/**
 * An aggregate with blanks in its list: the known part is a bound of it. max, count and a sum of nothing negative can
 * only grow, min can only fall; what the bound decides is decided, the rest is null.
 */
function compareKnownPart(
  binder: Binder,
  op: CompareOp,
  left: Vec,
  right: Vec,
  aggregate: string | null,
  at: Space,
): Vec {
  const grows = aggregate !== 'min'
  const wanted = (op === '>' || op === '>=') === grows ? 1 : 0
  let bounds: Uint32Array = new Uint32Array(0)
  return binder.derive(`known ${op}`, 'boolean', 'truth', at, [left, right], (out, n) => {
    const { known, incomplete, items, element } = left
    if (!known || !incomplete) return
    if (bounds.length < (n + 3) >> 2) bounds = new Uint32Array(out.words.length)
    nullWords(known, bounds, n)
    compareComputed(op, known, right.numbers, [bounds, right.nullBits(n)], out.words, n)
    for (let i = 0; i < n; i++) {
      if (incomplete[i] === 0) continue
      const bound =
        incomplete[i] === 1 &&
        (aggregate !== 'sum' || (items !== null && element !== null && nonNegative(items, element, i)))
      if (!bound || out.bytes[i] !== wanted) out.bytes[i] = 2
    }
  })
}

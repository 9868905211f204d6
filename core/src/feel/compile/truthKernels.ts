import type { CompareOp } from '../ast.ts'

/*
 * Loops over whole batches. Truth bytes are 0 false, 1 true, 2 null, worked on four at a time as 32-bit words; what lies
 * beyond the batch in the last word is rubbish that nobody reads.
 */

/** Every operator as one of three tests, or as the opposite of one: `<=` is "not >". */
const BASE: Readonly<Record<CompareOp, { readonly base: '=' | '<' | '>'; readonly opposite: boolean }>> = {
  '=': { base: '=', opposite: false },
  '!=': { base: '=', opposite: true },
  '<': { base: '<', opposite: false },
  '>=': { base: '<', opposite: true },
  '>': { base: '>', opposite: false },
  '<=': { base: '>', opposite: true },
}

const MIRROR: Readonly<Record<CompareOp, CompareOp>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/** The operator with its sides changed. */
export function mirrored(op: CompareOp): CompareOp {
  return MIRROR[op]
}

/**
 * Compares numbers with one number, four rows to a word. `nulls` has bit 0 of each byte set where the number is null
 * (nullWords): found once per column, not once per comparison. A branch per row would cost more than the comparison.
 */
export function compareWithConstant(
  op: CompareOp,
  a: Float64Array,
  c: number,
  nulls: Uint32Array,
  out: Uint32Array,
  n: number,
): void {
  if (Number.isNaN(c)) {
    out.fill(LOW * 2, 0, (n + 3) >> 2)
    return
  }
  const { base, opposite } = BASE[op]
  if (base === '<') lessThanConstant(a, c, out, n)
  else if (base === '>') greaterThanConstant(a, c, out, n)
  else equalToConstant(a, c, out, n)
  addNulls(out, nulls, null, n, opposite)
}

/** Compares numbers pairwise. */
export function compareNumbers(
  op: CompareOp,
  a: Float64Array,
  b: Float64Array,
  nulls: readonly [Uint32Array, Uint32Array],
  out: Uint32Array,
  n: number,
): void {
  const { base, opposite } = BASE[op]
  if (base === '<') lessThan(a, b, out, n)
  else if (base === '>') lessThan(b, a, out, n)
  else equalTo(a, b, out, n)
  addNulls(out, nulls[0], nulls[1], n, opposite)
}

/** Bit 0 of each byte: whether the number is null. */
export function nullWords(a: Float64Array, out: Uint32Array, n: number): void {
  const words = (n + 3) >> 2
  for (let i = 0, j = 0; i < words; i++, j += 4) {
    const x = a[j] ?? 0
    const y = a[j + 1] ?? 0
    const z = a[j + 2] ?? 0
    const u = a[j + 3] ?? 0
    out[i] = +(x !== x) | (+(y !== y) << 8) | (+(z !== z) << 16) | (+(u !== u) << 24)
  }
}

/* The comparisons of a null are 0 here; its byte becomes 2 below. */

function lessThanConstant(a: Float64Array, c: number, out: Uint32Array, n: number): void {
  const words = (n + 3) >> 2
  for (let i = 0, j = 0; i < words; i++, j += 4) {
    const x = a[j] ?? 0
    const y = a[j + 1] ?? 0
    const z = a[j + 2] ?? 0
    const u = a[j + 3] ?? 0
    out[i] = +(x < c) | (+(y < c) << 8) | (+(z < c) << 16) | (+(u < c) << 24)
  }
}

function greaterThanConstant(a: Float64Array, c: number, out: Uint32Array, n: number): void {
  const words = (n + 3) >> 2
  for (let i = 0, j = 0; i < words; i++, j += 4) {
    const x = a[j] ?? 0
    const y = a[j + 1] ?? 0
    const z = a[j + 2] ?? 0
    const u = a[j + 3] ?? 0
    out[i] = +(x > c) | (+(y > c) << 8) | (+(z > c) << 16) | (+(u > c) << 24)
  }
}

function equalToConstant(a: Float64Array, c: number, out: Uint32Array, n: number): void {
  const words = (n + 3) >> 2
  for (let i = 0, j = 0; i < words; i++, j += 4) {
    const x = a[j] ?? 0
    const y = a[j + 1] ?? 0
    const z = a[j + 2] ?? 0
    const u = a[j + 3] ?? 0
    out[i] = +(x === c) | (+(y === c) << 8) | (+(z === c) << 16) | (+(u === c) << 24)
  }
}

function lessThan(a: Float64Array, b: Float64Array, out: Uint32Array, n: number): void {
  const words = (n + 3) >> 2
  for (let i = 0, j = 0; i < words; i++, j += 4) {
    out[i] =
      ((a[j] ?? 0) < (b[j] ?? 0) ? 0x1 : 0) |
      ((a[j + 1] ?? 0) < (b[j + 1] ?? 0) ? 0x1_00 : 0) |
      ((a[j + 2] ?? 0) < (b[j + 2] ?? 0) ? 0x1_00_00 : 0) |
      ((a[j + 3] ?? 0) < (b[j + 3] ?? 0) ? 0x1_00_00_00 : 0)
  }
}

function equalTo(a: Float64Array, b: Float64Array, out: Uint32Array, n: number): void {
  const words = (n + 3) >> 2
  for (let i = 0, j = 0; i < words; i++, j += 4) {
    out[i] =
      ((a[j] ?? 0) === (b[j] ?? 0) ? 0x1 : 0) |
      ((a[j + 1] ?? 0) === (b[j + 1] ?? 0) ? 0x1_00 : 0) |
      ((a[j + 2] ?? 0) === (b[j + 2] ?? 0) ? 0x1_00_00 : 0) |
      ((a[j + 3] ?? 0) === (b[j + 3] ?? 0) ? 0x1_00_00_00 : 0)
  }
}

/** Puts the nulls into bits of comparisons, turned round where the operator is the opposite of the test made. */
function addNulls(
  out: Uint32Array,
  a: Uint32Array,
  b: Uint32Array | null,
  n: number,
  opposite: boolean,
): void {
  const words = (n + 3) >> 2
  const turn = opposite ? LOW : 0
  for (let i = 0; i < words; i++) {
    const unknown = (a[i] ?? 0) | (b ? (b[i] ?? 0) : 0)
    out[i] = (((out[i] ?? 0) ^ turn) & ~unknown) | (unknown << 1)
  }
}

const LOW = 0x01_01_01_01

/** Relative difference within which computed numbers count as equal. */
const TOLERANCE = 1e-12

/** Compares computed numbers: those that differ by no more than binary rounding are equal, for every operator. */
export function compareComputed(
  op: CompareOp,
  a: Float64Array,
  b: Float64Array,
  nulls: readonly [Uint32Array, Uint32Array],
  out: Uint32Array,
  n: number,
): void {
  const { base, opposite } = BASE[op]
  if (base === '<') clearlyLess(a, b, out, n)
  else if (base === '>') clearlyLess(b, a, out, n)
  else nearlyEqual(a, b, out, n)
  addNulls(out, nulls[0], nulls[1], n, opposite)
}

function clearlyLess(a: Float64Array, b: Float64Array, out: Uint32Array, n: number): void {
  for (let i = 0, j = 0; j < n; i++, j += 4) {
    out[i] =
      less(a[j] ?? 0, b[j] ?? 0) |
      (less(a[j + 1] ?? 0, b[j + 1] ?? 0) << 8) |
      (less(a[j + 2] ?? 0, b[j + 2] ?? 0) << 16) |
      (less(a[j + 3] ?? 0, b[j + 3] ?? 0) << 24)
  }
}

function nearlyEqual(a: Float64Array, b: Float64Array, out: Uint32Array, n: number): void {
  for (let i = 0, j = 0; j < n; i++, j += 4) {
    out[i] =
      near(a[j] ?? 0, b[j] ?? 0) |
      (near(a[j + 1] ?? 0, b[j + 1] ?? 0) << 8) |
      (near(a[j + 2] ?? 0, b[j + 2] ?? 0) << 16) |
      (near(a[j + 3] ?? 0, b[j + 3] ?? 0) << 24)
  }
}

/** Whether two computed numbers differ by no more than binary rounding. */
export function sameComputed(x: number, y: number): boolean {
  return near(x, y) === 1
}

/** The tolerance is on the larger of the two, as in the SQL: at its very edge another measure gives another answer. */
function less(x: number, y: number): number {
  return +(y - x > TOLERANCE * Math.max(Math.abs(x), Math.abs(y)))
}

function near(x: number, y: number): number {
  return +(Math.abs(x - y) <= TOLERANCE * Math.max(Math.abs(x), Math.abs(y)))
}

/** Ternary and, four rows at a time: true where both are true, else null where neither is false. */
export function andWords(a: Uint32Array, b: Uint32Array, out: Uint32Array, n: number): void {
  const words = (n + 3) >> 2
  for (let i = 0; i < words; i++) {
    const x = a[i] ?? 0
    const y = b[i] ?? 0
    const both = x & y & LOW
    const possible = (x | (x >>> 1)) & (y | (y >>> 1)) & LOW
    out[i] = both | ((possible ^ both) << 1)
  }
}

/** Ternary or: true where one is true, else null where one is null. */
export function orWords(a: Uint32Array, b: Uint32Array, out: Uint32Array, n: number): void {
  const words = (n + 3) >> 2
  for (let i = 0; i < words; i++) {
    const x = a[i] ?? 0
    const y = b[i] ?? 0
    const either = (x | y) & LOW
    const unknown = ((x | y) >>> 1) & LOW & ~either
    out[i] = either | (unknown << 1)
  }
}

/** Whether two truths are the same (`wanted` true) or not; null where one is null. */
export function sameWords(
  a: Uint32Array,
  b: Uint32Array,
  wanted: boolean,
  out: Uint32Array,
  n: number,
): void {
  const words = (n + 3) >> 2
  const turn = wanted ? LOW : 0
  for (let i = 0; i < words; i++) {
    const x = a[i] ?? 0
    const y = b[i] ?? 0
    const unknown = ((x | y) >>> 1) & LOW
    out[i] = ((x ^ y ^ turn) & LOW & ~unknown) | (unknown << 1)
  }
}

/** Ternary not. */
export function notWords(a: Uint32Array, out: Uint32Array, n: number): void {
  const words = (n + 3) >> 2
  for (let i = 0; i < words; i++) {
    const x = a[i] ?? 0
    const unknown = (x >>> 1) & LOW
    out[i] = (~(x | unknown) & LOW) | (unknown << 1)
  }
}

/** Ternary choice: `then` where the condition is true, `otherwise` where false; where null, null if strict, else `otherwise`. */
export function chooseWords(
  condition: Uint32Array,
  then: Uint32Array,
  otherwise: Uint32Array,
  strict: boolean,
  out: Uint32Array,
  n: number,
): void {
  const words = (n + 3) >> 2
  for (let i = 0; i < words; i++) {
    const c = condition[i] ?? 0
    const yes = (c & LOW) * 0xff
    const unknown = strict ? ((c >>> 1) & LOW) * 0xff : 0
    out[i] = ((then[i] ?? 0) & yes) | ((otherwise[i] ?? 0) & ~yes & ~unknown) | (unknown & (LOW * 2))
  }
}

/** Whether every row has the same truth: nothing further can change an `and` of falses or an `or` of trues. */
export function allAre(words: Uint32Array, bytes: Uint8Array, n: number, truth: 0 | 1): boolean {
  const pattern = truth === 1 ? LOW : 0
  const whole = n >> 2
  for (let i = 0; i < whole; i++) if (words[i] !== pattern) return false
  for (let i = whole << 2; i < n; i++) if (bytes[i] !== truth) return false
  return true
}

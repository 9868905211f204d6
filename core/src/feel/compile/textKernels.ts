import type { FeelValue } from '../types.ts'
import type { Vec } from './vec.ts'

const NOT_YET = 255

/** Dictionaries up to this size are tested whole at once. */
const WHOLE = 1024

/**
 * Truth of a test of one text, computed once per dictionary entry (small dictionaries) or entry met. `ofNull` is the
 * truth for null.
 */
export function testTexts(
  test: (text: string) => 0 | 1 | 2,
  ofNull: 0 | 1 | 2,
): (text: Vec, out: Uint8Array, n: number) => void {
  let dictionary: readonly string[] | null = null
  // truth by code + 1; index 0 is null
  let memo = new Uint8Array(0)
  let done = false
  return (text, out, n) => {
    if (dictionary !== text.dictionary || memo.length <= text.dictionary.length) {
      const known = dictionary === text.dictionary ? memo : new Uint8Array(0)
      dictionary = text.dictionary
      memo = new Uint8Array(dictionary.length + 1).fill(NOT_YET)
      memo.set(known)
      memo[0] = ofNull
      done = dictionary.length <= WHOLE
      if (done)
        for (let code = known.length; code <= dictionary.length; code++)
          if (code > 0) memo[code] = test(dictionary[code - 1] ?? '')
    }
    if (done) look(text.codes, memo, out, n)
    else lookOrTest(text.codes, memo, out, n, dictionary, test)
  }
}

function look(codes: Int32Array, memo: Uint8Array, out: Uint8Array, n: number): void {
  for (let i = 0; i < n; i++) out[i] = memo[(codes[i] ?? -1) + 1] ?? 2
}

function lookOrTest(
  codes: Int32Array,
  memo: Uint8Array,
  out: Uint8Array,
  n: number,
  dictionary: readonly string[],
  test: (text: string) => 0 | 1 | 2,
): void {
  for (let i = 0; i < n; i++) {
    const code = codes[i] ?? -1
    let truth = memo[code + 1] ?? 2
    if (truth === NOT_YET) {
      truth = test(dictionary[code] ?? '')
      memo[code + 1] = truth
    }
    out[i] = truth
  }
}

/** Any function of one text, computed once per dictionary entry met; null in, null out. */
export function mapTexts(
  run: (text: string) => FeelValue,
): (text: Vec, write: (i: number, value: FeelValue) => void, n: number) => void {
  let dictionary: readonly string[] | null = null
  let memo: (FeelValue | undefined)[] = []
  return (text, write, n) => {
    if (dictionary !== text.dictionary) {
      dictionary = text.dictionary
      memo = []
    }
    const { codes } = text
    for (let i = 0; i < n; i++) {
      const code = codes[i] ?? -1
      let value: FeelValue | undefined = null
      if (code >= 0) {
        value = memo[code]
        if (value === undefined) {
          value = run(dictionary[code] ?? '')
          memo[code] = value
        }
      }
      write(i, value)
    }
  }
}

const KEPT = 1
const DROPPED = 2

/**
 * Text to text: the codes stay, the dictionary is rewritten entry by entry as entries are met. Two entries may come to
 * the same text; nothing here takes a code for the identity of a text.
 */
export function rewriteTexts(run: (text: string) => string | null): (text: Vec, out: Vec, n: number) => void {
  let source: readonly string[] | null = null
  let rewritten: string[] = []
  let state = new Uint8Array(0)
  const rewrite = (code: number): void => {
    const made = run(source?.[code] ?? '')
    state[code] = made === null ? DROPPED : KEPT
    rewritten[code] = made ?? ''
  }
  return (text, out, n) => {
    if (source !== text.dictionary || state.length < text.dictionary.length) {
      const known = source === text.dictionary ? state : new Uint8Array(0)
      if (source !== text.dictionary) rewritten = []
      source = text.dictionary
      state = new Uint8Array(source.length)
      state.set(known)
      // a hole would make the array a slow one
      while (rewritten.length < source.length) rewritten.push('')
    }
    out.dictionary = rewritten
    // what tests whole dictionaries at once must find them whole
    if (source.length <= WHOLE)
      for (let code = 0; code < source.length; code++) if (state[code] === 0) rewrite(code)
    const { codes } = text
    for (let i = 0; i < n; i++) {
      const code = codes[i] ?? -1
      if (code >= 0 && state[code] === 0) rewrite(code)
      out.codes[i] = code >= 0 && state[code] === KEPT ? code : -1
    }
  }
}

const SMALL = 4096

/** Compares texts pairwise by a truth function of both; small dictionaries pair by pair only once. */
export function comparePairs(
  truth: (a: string, b: string) => 0 | 1,
  ofNull: 0 | 1 | 2,
): (a: Vec, b: Vec, out: Uint8Array, n: number) => void {
  let left: readonly string[] | null = null
  let right: readonly string[] | null = null
  let memo = new Uint8Array(0)
  let width = 0
  return (a, b, out, n) => {
    const small = a.dictionary.length * b.dictionary.length <= SMALL
    if (
      small &&
      (left !== a.dictionary ||
        right !== b.dictionary ||
        width !== b.dictionary.length ||
        memo.length !== a.dictionary.length * width)
    ) {
      left = a.dictionary
      right = b.dictionary
      width = right.length
      memo = new Uint8Array(left.length * width).fill(NOT_YET)
    }
    for (let i = 0; i < n; i++) {
      const x = a.codes[i] ?? -1
      const y = b.codes[i] ?? -1
      if (x < 0 || y < 0) out[i] = ofNull
      else if (small) {
        const at = x * width + y
        let known = memo[at] ?? NOT_YET
        if (known === NOT_YET) {
          known = truth(a.dictionary[x] ?? '', b.dictionary[y] ?? '')
          memo[at] = known
        }
        out[i] = known
      } else out[i] = truth(a.dictionary[x] ?? '', b.dictionary[y] ?? '')
    }
  }
}

import { fromNumber, toNumber } from '../functions/callByValues.ts'
import type { FeelType, FeelValue } from '../types.ts'
import type { Space } from './space.ts'
import { grown } from './space.ts'
import { nullWords } from './truthKernels.ts'

/** How the values of an expression are held. */
export type VecKind =
  /** number, date (days), days (seconds), months: NaN is null. */
  | 'number'
  /** Bytes of Truth. */
  | 'truth'
  /** Codes of a dictionary, -1 is null. */
  | 'text'
  /** Related rows or what was made of them: `items` has the positions, `element` their values. */
  | 'list'
  /** Anything. */
  | 'box'

const NO_TEXTS: readonly string[] = []

/** The values of one (sub)expression at the positions of one space; computed once per batch, on demand. */
export class Vec {
  readonly kind: VecKind
  readonly type: FeelType
  readonly space: Space
  /** The same value at every position. */
  readonly constant: boolean
  constantValue: FeelValue = null
  /** A null that is unknown (no such column) rather than blank. */
  unknown = false
  numbers: Float64Array = new Float64Array(0)
  bytes: Uint8Array = new Uint8Array(0)
  /** The same bytes, four at a time. */
  words: Uint32Array = new Uint32Array(0)
  codes: Int32Array = new Int32Array(0)
  dictionary: readonly string[] = NO_TEXTS
  boxes: FeelValue[] = []
  items: Space | null = null
  element: Vec | null = null
  /** Aggregates only: the value of the known part (in `known`), and 1 where something is missing from it. */
  known: Float64Array | null = null
  incomplete: Uint8Array | null = null
  private version = -1
  private readonly fill: (n: number) => void
  private filled = 0

  constructor(
    kind: VecKind,
    type: FeelType,
    space: Space,
    fill: (vec: Vec, n: number) => void,
    constant = false,
  ) {
    this.kind = kind
    this.type = type
    this.space = space
    this.constant = constant
    this.fill = (n) => fill(this, n)
  }

  /** Makes the values of the first `n` positions ready (`n`: of the space that reads them). */
  update(n: number): void {
    if (this.constant) {
      if (this.filled >= n) return
      this.reserve(n)
      this.filled = this.capacity
      this.fill(this.filled)
      return
    }
    this.space.refresh()
    if (this.version === this.space.version) return
    this.version = this.space.version
    this.fill(this.space.n)
  }

  private nulls: Uint32Array = new Uint32Array(0)
  private nullsOf = -1

  /** Numbers only, up to date: bit 0 of each byte says which are null. Found at the first question of each batch. */
  nullBits(n: number): Uint32Array {
    const words = (n + 3) >> 2
    const state = this.constant ? this.filled : this.version
    if (this.nullsOf !== state || this.nulls.length < words) {
      if (this.nulls.length < words) this.nulls = new Uint32Array(grown(words))
      nullWords(this.numbers, this.nulls, n)
      this.nullsOf = state
    }
    return this.nulls
  }

  private capacity = 0

  /** Makes room for `n` values of this kind. */
  reserve(n: number): void {
    if (this.capacity >= n) return
    this.capacity = grown(n)
    if (this.kind === 'number') this.numbers = new Float64Array(this.capacity)
    else if (this.kind === 'text') this.codes = new Int32Array(this.capacity)
    else if (this.kind === 'truth') {
      this.bytes = new Uint8Array(this.capacity)
      this.words = new Uint32Array(this.bytes.buffer)
    }
  }

  /** The value at a position as a plain value. */
  valueAt(i: number): FeelValue {
    switch (this.kind) {
      case 'number':
        return fromNumber(this.numbers[i] ?? Number.NaN, this.type)
      case 'truth': {
        const byte = this.bytes[i] ?? 2
        return byte === 2 ? null : byte === 1
      }
      case 'text': {
        const code = this.codes[i] ?? -1
        return code < 0 ? null : (this.dictionary[code] ?? null)
      }
      case 'box':
        return this.boxes[i] ?? null
      case 'list':
        return this.listAt(i)
    }
  }

  private listAt(i: number): FeelValue {
    const { items, element } = this
    if (!items || items.doubt?.[i]) return null
    const list: FeelValue[] = []
    const end = items.starts[i + 1] ?? 0
    element?.update(items.n)
    for (let p = items.starts[i] ?? 0; p < end; p++) list.push(element ? element.valueAt(p) : {})
    return list
  }
}

/** How values of a type are held. */
export function kindOf(type: FeelType): VecKind {
  switch (type) {
    case 'number':
    case 'date':
    case 'days':
    case 'months':
      return 'number'
    case 'boolean':
      return 'truth'
    case 'text':
      return 'text'
    default:
      return 'box'
  }
}

/** A dictionary that grows as texts are made. */
export class TextMaker {
  readonly dictionary: string[] = []
  private readonly codes = new Map<string, number>()

  codeOf(text: string): number {
    let code = this.codes.get(text)
    if (code === undefined) {
      code = this.dictionary.length
      this.dictionary.push(text)
      this.codes.set(text, code)
    }
    return code
  }
}

/** Writes plain values into a vec of any flat kind; a value of another kind than the vec's is null. */
export function writer(vec: Vec): (i: number, value: FeelValue) => void {
  switch (vec.kind) {
    case 'number':
      return (i, value) => {
        vec.numbers[i] = toNumber(value)
      }
    case 'truth':
      return (i, value) => {
        vec.bytes[i] = value === true ? 1 : value === false ? 0 : 2
      }
    case 'text': {
      const maker = new TextMaker()
      vec.dictionary = maker.dictionary
      return (i, value) => {
        vec.codes[i] = typeof value === 'string' ? maker.codeOf(value) : -1
      }
    }
    case 'box':
    case 'list':
      return (i, value) => {
        vec.boxes[i] = value
      }
  }
}

/** The same value everywhere. */
export function constantVec(type: FeelType, value: FeelValue, space: Space, unknown = false): Vec {
  const kind = kindOf(type)
  let write: ((i: number, value: FeelValue) => void) | null = null
  const vec = new Vec(
    kind,
    type,
    space,
    (self, n) => {
      write ??= writer(self)
      for (let i = 0; i < n; i++) write(i, value)
    },
    true,
  )
  vec.constantValue = value
  vec.unknown = unknown
  vec.update(1)
  return vec
}

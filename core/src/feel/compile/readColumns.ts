import type { Column } from '../../table/index.ts'
import type { FeelType, FeelValue } from '../types.ts'
import type { RowIndex } from './rowIndex.ts'
import type { Space } from './space.ts'
import { grown } from './space.ts'
import { kindOf, Vec } from './vec.ts'

/** A column read at the positions of a space. A row number past the column's end reads as null (no such row). */
export function columnVec(column: Column, type: FeelType, space: Space, at: RowIndex): Vec {
  switch (column.kind) {
    case 'number':
    case 'date':
      return numberColumn(column.values, type, space, at)
    case 'text':
      return textColumn(column.codes, column.dictionary, space, at)
    case 'boolean':
      return truthColumn(column.values, space, at)
  }
}

/** Whether the column's kind is the one the scope promised. */
export function fitsType(column: Column, type: FeelType): boolean {
  return column.kind === 'boolean'
    ? type === 'boolean'
    : column.kind === type || (type === 'any' && kindOf(type) === 'box')
}

function numberColumn(values: Float64Array, type: FeelType, space: Space, at: RowIndex): Vec {
  let own: Float64Array = new Float64Array(0)
  return new Vec('number', type, space, (vec, n) => {
    const base = at.base()
    // a view of whole fours where the column has them; the loops read four at a time
    const whole = (n + 3) & ~3
    if (base !== null && base + whole <= values.length) {
      vec.numbers = values.subarray(base, base + whole)
      return
    }
    if (own.length < whole) own = new Float64Array(grown(whole))
    vec.numbers = own
    if (base !== null) {
      own.set(values.subarray(base, base + n))
      return
    }
    const rows = at.rows(n)
    const out = own
    for (let i = 0; i < n; i++) {
      const row = rows[i] ?? 0
      out[i] = row < values.length ? (values[row] ?? Number.NaN) : Number.NaN
    }
  })
}

function textColumn(codes: Int32Array, dictionary: readonly string[], space: Space, at: RowIndex): Vec {
  const made = new Vec('text', 'text', space, (vec, n) => {
    const base = at.base()
    if (base !== null) {
      vec.codes = codes.subarray(base, base + n)
      return
    }
    vec.reserve(n)
    const rows = at.rows(n)
    const out = vec.codes
    for (let i = 0; i < n; i++) {
      const row = rows[i] ?? 0
      out[i] = row < codes.length ? (codes[row] ?? -1) : -1
    }
  })
  made.dictionary = dictionary
  return made
}

/** Bytes are always copied: they are combined four at a time, which needs their own alignment. */
function truthColumn(values: Uint8Array, space: Space, at: RowIndex): Vec {
  return new Vec('truth', 'boolean', space, (vec, n) => {
    vec.reserve(n)
    const rows = at.rows(n)
    for (let i = 0; i < n; i++) {
      const row = rows[i] ?? 0
      vec.bytes[i] = row < values.length ? (values[row] ?? 2) : 2
    }
  })
}

/** 1 where the cell is unknown rather than blank; null where no cell of the column is. */
export function unknownVec(column: Column, space: Space, at: RowIndex): Vec | null {
  const { unknown } = column
  if (!unknown) return null
  return new Vec('truth', 'boolean', space, (vec, n) => {
    vec.reserve(n)
    const rows = at.rows(n)
    for (let i = 0; i < n; i++) {
      const row = rows[i] ?? 0
      vec.bytes[i] = row < unknown.length && unknown[row] === 1 ? 1 : 0
    }
  })
}

/** An outer value seen from inside a loop. */
export function liftedVec(outer: Vec, space: Space, index: () => Uint32Array): Vec {
  const kind = outer.kind === 'list' ? 'box' : outer.kind
  const made = new Vec(kind, outer.type, space, (vec, n) => {
    vec.reserve(n)
    const at = index()
    outer.update(outer.space.n)
    vec.dictionary = outer.dictionary
    if (outer.kind === 'list') {
      const lists: FeelValue[] = []
      for (let i = 0; i < outer.space.n; i++) lists.push(outer.valueAt(i))
      for (let i = 0; i < n; i++) vec.boxes[i] = lists[at[i] ?? 0] ?? null
    } else if (kind === 'number')
      for (let i = 0; i < n; i++) vec.numbers[i] = outer.numbers[at[i] ?? 0] ?? Number.NaN
    else if (kind === 'truth') for (let i = 0; i < n; i++) vec.bytes[i] = outer.bytes[at[i] ?? 0] ?? 2
    else if (kind === 'text') for (let i = 0; i < n; i++) vec.codes[i] = outer.codes[at[i] ?? 0] ?? -1
    else for (let i = 0; i < n; i++) vec.boxes[i] = outer.boxes[at[i] ?? 0] ?? null
  })
  made.dictionary = outer.dictionary
  return made
}

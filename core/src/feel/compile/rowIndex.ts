import type { RelationRows } from '../types.ts'
import type { Ancestor, RowSpace } from './space.ts'
import { grown } from './space.ts'

/** Which row of a frame each position of a space stands for. */
export interface RowIndex {
  /** First row where the positions are simply consecutive rows; null where they are not. */
  base(): number | null
  /** Row by position, up to date for the first n positions. */
  rows(n: number): Uint32Array
}

/** No such row: reads past the end of every column, which is null. */
export const NO_ROW = 0xff_ff_ff_ff

/** The rows of a space itself, or of an outer one seen from inside a loop. */
export function rowIndexOf(owner: RowSpace, ancestor: Ancestor | null): RowIndex {
  let made = new Uint32Array(0)
  return {
    base: () => (owner.rows === null && ancestor === null ? owner.base : null),
    rows(n) {
      if (ancestor === null && owner.rows) return owner.rows
      if (made.length < n) made = new Uint32Array(grown(n))
      const index = ancestor?.update()
      const { rows, base } = owner
      for (let p = 0; p < n; p++) {
        const at = index ? (index[p] ?? 0) : p
        made[p] = rows ? (rows[at] ?? NO_ROW) : base + at
      }
      return made
    },
  }
}

/** The one related row of each position's row (上期); NO_ROW where there is none. */
export function oneRowIndex(at: RowIndex, relation: RelationRows): RowIndex {
  let made = new Uint32Array(0)
  return {
    base: () => null,
    rows(n) {
      if (made.length < n) made = new Uint32Array(grown(n))
      const own = at.rows(n)
      const { offsets, rows } = relation
      for (let p = 0; p < n; p++) {
        const row = own[p] ?? 0
        const start = offsets[row] ?? 0
        made[p] = (offsets[row + 1] ?? start) > start ? (rows[start] ?? NO_ROW) : NO_ROW
      }
      return made
    },
  }
}

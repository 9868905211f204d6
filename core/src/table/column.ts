/**
 * Typed columns: what the reader makes, the rules compute on and the writers take from.
 *
 * Each cell is a value, *blank* (the field is there and empty) or *unknown* (unreadable, or the row's sheet has no
 * such column). Blank and unknown are both null to an expression, except that `x = null` is true for blank and null
 * for unknown. A column that no row has is simply absent from its table.
 */
interface Cells {
  /** 1 where the cell is unknown rather than blank; absent when no cell is. */
  readonly unknown?: Uint8Array
}

/** Numbers; money in 元 rounded to 分, percentages as % p.a. or % (5.22, not 0.0522). NaN is null. */
export interface NumberColumn extends Cells {
  readonly kind: 'number'
  readonly values: Float64Array
}

/** Day numbers (see calendar/day.ts). NaN is null. */
export interface DateColumn extends Cells {
  readonly kind: 'date'
  readonly values: Float64Array
}

/** Dictionary-encoded text and code values; code -1 is null. The dictionary has no duplicates. */
export interface TextColumn extends Cells {
  readonly kind: 'text'
  readonly codes: Int32Array
  readonly dictionary: readonly string[]
}

/** 0 false, 1 true, 2 null. Only derived columns have this kind. */
export interface BooleanColumn extends Cells {
  readonly kind: 'boolean'
  readonly values: Uint8Array
}

export type Column = NumberColumn | DateColumn | TextColumn | BooleanColumn

/** The value of one cell as a plain value: dates stay day numbers. */
export function valueAt(column: Column, row: number): number | string | boolean | null {
  switch (column.kind) {
    case 'number':
    case 'date': {
      const value = column.values[row] ?? Number.NaN
      return Number.isNaN(value) ? null : value
    }
    case 'text': {
      const code = column.codes[row] ?? -1
      return code < 0 ? null : (column.dictionary[code] ?? null)
    }
    case 'boolean': {
      const value = column.values[row] ?? 2
      return value === 2 ? null : value === 1
    }
  }
}

/** True where the cell is unknown, as opposed to blank or filled. */
export function isUnknown(column: Column, row: number): boolean {
  return column.unknown?.[row] === 1
}

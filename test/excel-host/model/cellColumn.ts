/** The cells of one column, as long as need be. */
export interface Column {
  readonly kinds: Uint8Array
  readonly numbers: Float64Array
  /** Style + 1; 0 where the cell has no style of its own. */
  readonly styles: Uint32Array
  formulas: Map<number, string> | null
  /** Held by an undo step as well: copied before it is written. */
  held: boolean
}

/** Room for so many rows, and some more. */
export const capacityFor = (rows: number): number => Math.max(64, Math.ceil((rows * 5) / 4))

export function emptyColumn(capacity: number): Column {
  return {
    kinds: new Uint8Array(capacity),
    numbers: new Float64Array(capacity),
    styles: new Uint32Array(capacity),
    formulas: null,
    held: false,
  }
}

/** Formulas by the rows to which they go; those that go nowhere (below 0) are left out. */
export function rekeyed(
  formulas: Map<number, string> | null,
  place: (row: number) => number,
): Map<number, string> | null {
  if (!formulas) return null
  const moved = new Map<number, string>()
  for (const [row, formula] of formulas) if (place(row) >= 0) moved.set(place(row), formula)
  return moved
}

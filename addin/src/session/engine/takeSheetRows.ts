import { CellKind, type CellColumn, type Sheet } from '@postloan/core/table'

/** The columns of a sheet with the rows above `top` and, below them, only these. */
export function takeSheetRows(
  sheet: Sheet,
  top: number,
  rows: readonly number[],
): readonly (CellColumn | null)[] {
  return sheet.columns.map((column) => (column ? takeRows(column, top, rows) : null))
}

function takeRows(column: CellColumn, top: number, rows: readonly number[]): CellColumn {
  const kinds = new Uint8Array(top + rows.length)
  const values = new Float64Array(top + rows.length)
  const { length } = column.kinds
  kinds.set(column.kinds.subarray(0, Math.min(top, length)))
  values.set(column.values.subarray(0, Math.min(top, length)))
  for (const [i, row] of rows.entries()) {
    kinds[top + i] = column.kinds[row] ?? CellKind.empty
    values[top + i] = column.values[row] ?? 0
  }
  return { kinds, values, formats: column.formats }
}

import { CellKind, type CellColumn, type Sheet } from '@postloan/core/table'

/**
 * The cells of a sheet above `top` and, below them, only these rows. They have texts of their own: readers look at every
 * text of a sheet, and a large ledger has hundreds of thousands.
 */
export function takeSheetRows(
  sheet: Sheet,
  top: number,
  rows: readonly number[],
): Pick<Sheet, 'columns' | 'texts' | 'rowCount'> {
  const texts: string[] = []
  const columns = sheet.columns.map((column) =>
    column ? takeRows(column, top, rows, sheet.texts, texts) : null,
  )
  return { columns, texts, rowCount: top + rows.length }
}

function takeRows(
  column: CellColumn,
  top: number,
  rows: readonly number[],
  from: readonly string[],
  texts: string[],
): CellColumn {
  const kinds = new Uint8Array(top + rows.length)
  const values = new Float64Array(top + rows.length)
  for (let i = 0; i < kinds.length; i++) {
    const row = i < top ? i : (rows[i - top] ?? 0)
    const kind = column.kinds[row] ?? CellKind.empty
    const value = column.values[row] ?? 0
    kinds[i] = kind
    const isText = kind === CellKind.text || kind === CellKind.error
    values[i] = isText ? texts.push(from[value] ?? '') - 1 : value
  }
  return { kinds, values, formats: column.formats }
}

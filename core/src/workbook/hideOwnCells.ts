import { CellKind, type CellColumn, type Sheet, type Workbook, textAt } from '../table/index.ts'
import { OWN_PREFIX } from './annotation.ts'
import { findOwnColumns, isOwnSheet } from './readOwnCells.ts'

/**
 * The workbook as it would be without our annotations: our sheets are gone and our columns empty, so that checking an
 * annotated ledger says what checking the ledger says.
 */
export function hideOwnCells(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.filter((sheet) => !isOwnSheet(sheet)).map(withoutOwnColumns)
  return { ...workbook, sheets }
}

function withoutOwnColumns(sheet: Sheet): Sheet {
  const layout = findOwnColumns(sheet)
  if (!layout) return sheet
  const columns = sheet.columns.map((cells, column): CellColumn | null => {
    if (!cells || !layout.columns.has(column)) return cells
    const kinds = cells.kinds.slice()
    // Above the header only the label is ours.
    for (let row = 0; row < kinds.length; row++) {
      const isOurs =
        row >= layout.headerRow - 1 || textAt(sheet, row, column)?.startsWith(OWN_PREFIX) === true
      if (isOurs) kinds[row] = CellKind.empty
    }
    return kinds.some((kind) => kind !== CellKind.empty) ? { ...cells, kinds } : null
  })
  let columnCount = sheet.columnCount
  while (columnCount > 0 && !columns[columnCount - 1]) columnCount--
  return { ...sheet, columns: columns.slice(0, columnCount), columnCount }
}

import type { Host } from '../host.ts'
import { type Area, isWholeColumns, isWholeRows } from '../model/area.ts'
import { accessDenied } from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'

/** Whole rows and columns where the area is such, else cells that push others away. */
export function insertCells(host: Host, sheet: Sheet, where: Area, direction: 'Down' | 'Right'): void {
  const rows = isWholeRows(where)
  const columns = isWholeColumns(where)
  if (rows) sheet.guardOption('allowInsertRows')
  else if (columns) sheet.guardOption('allowInsertColumns')
  else if (sheet.decor.protection) throw accessDenied()
  sheet.insert(where, rows ? 'Down' : columns ? 'Right' : direction)
  if (rows) host.changed(sheet, where, 'RowInserted')
  else if (columns) host.changed(sheet, where, 'ColumnInserted')
  else {
    host.changed(sheet, where, 'CellInserted', {
      shiftDirection: direction === 'Down' ? 'ShiftCellDown' : 'ShiftCellRight',
    })
  }
}

export function removeCells(host: Host, sheet: Sheet, where: Area, direction: 'Up' | 'Left'): void {
  const rows = isWholeRows(where)
  const columns = isWholeColumns(where)
  if (rows) {
    sheet.guardOption('allowDeleteRows')
    if (sheet.decor.protection) sheet.guard({ ...where, columns: Math.max(1, sheet.cells.columnCount) })
  } else if (columns) sheet.guardOption('allowDeleteColumns')
  else if (sheet.decor.protection) throw accessDenied()
  sheet.remove(where, rows ? 'Up' : columns ? 'Left' : direction)
  if (rows) host.changed(sheet, where, 'RowDeleted')
  else if (columns) host.changed(sheet, where, 'ColumnDeleted')
  else {
    host.changed(sheet, where, 'CellDeleted', {
      shiftDirection: direction === 'Up' ? 'ShiftCellUp' : 'ShiftCellLeft',
    })
  }
}

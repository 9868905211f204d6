import { type Area, area } from './area.ts'
import type { Sheet } from './sheet.ts'

/** The block of filled cells around an area. */
export function region(sheet: Sheet, where: Area): Area {
  let { row, column, rows, columns } = where
  const filled = (r: number, c: number, h: number, w: number): boolean => {
    for (let i = Math.max(0, r); i < r + h; i++) {
      for (let k = Math.max(0, c); k < c + w; k++) if (sheet.cells.value(i, k) !== null) return true
    }
    return false
  }
  for (let grown = true; grown;) {
    grown = false
    if (row > 0 && filled(row - 1, column - 1, 1, columns + 2)) [row, rows, grown] = [row - 1, rows + 1, true]
    if (filled(row + rows, column - 1, 1, columns + 2)) [rows, grown] = [rows + 1, true]
    if (column > 0 && filled(row, column - 1, rows, 1))
      [column, columns, grown] = [column - 1, columns + 1, true]
    if (filled(row, column + columns, rows, 1)) [columns, grown] = [columns + 1, true]
  }
  return area(row, column, rows, columns)
}

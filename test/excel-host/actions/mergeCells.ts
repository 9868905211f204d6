import type { Host } from '../host.ts'
import { type Area, intersection } from '../model/area.ts'
import type { Sheet } from '../model/sheet.ts'

export function mergeCells(host: Host, sheet: Sheet, where: Area): void {
  sheet.guardOption('allowFormatCells')
  sheet.change({ merges: [...sheet.decor.merges.filter((one) => !intersection(one, where)), where] })
  for (let r = where.row; r < where.row + where.rows; r++) {
    for (let c = where.column; c < where.column + where.columns; c++) {
      if (r !== where.row || c !== where.column) sheet.cells.setValue(r, c, null)
    }
  }
  host.changed(sheet, where, 'RangeEdited')
}

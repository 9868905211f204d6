import type { Host } from '../host.ts'
import { type Area, area, contains, intersection, without } from '../model/area.ts'
import type { Sheet } from '../model/sheet.ts'

/** Formats go with their conditional formats; all goes with validations, notes and comments as well. */
export function clearCells(host: Host, sheet: Sheet, where: Area, what: string): void {
  const bottom = Math.min(where.row + where.rows, sheet.cells.rowCount)
  const right = Math.min(where.column + where.columns, sheet.cells.columnCount)
  for (let r = where.row; r < bottom; r++) {
    for (let c = where.column; c < right; c++) {
      if (what === 'All') {
        sheet.cells.clear(r, c)
        host.setStyle(sheet, r, c, 0)
      } else if (what === 'Formats') host.setStyle(sheet, r, c, 0)
      else if (what !== 'Hyperlinks' && what !== 'RemoveHyperlinks') {
        sheet.cells.setValue(r, c, null)
        host.setStyle(sheet, r, c, sheet.styleAt(r, c))
      }
    }
  }
  const cut = <T extends { readonly areas: readonly Area[] }>(things: readonly T[]): readonly T[] =>
    things.flatMap((one) => {
      if (!one.areas.some((a) => intersection(a, where))) return [one]
      const areas = one.areas.flatMap((a) => without(a, where))
      return areas.length > 0 ? [{ ...one, areas }] : []
    })
  if (what === 'All' || what === 'Formats') {
    sheet.change({ conditionalFormats: cut(sheet.decor.conditionalFormats) })
  }
  if (what === 'All') {
    const stays = (a: Area): boolean => !contains(where, a)
    sheet.change({
      validations: cut(sheet.decor.validations),
      merges: sheet.decor.merges.filter(stays),
      comments: sheet.decor.comments.filter((one) => stays(area(one.row, one.column))),
      notes: sheet.decor.notes.filter((one) => stays(area(one.row, one.column))),
    })
  }
  host.changed(sheet, where, 'RangeEdited')
}

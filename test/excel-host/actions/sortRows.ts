import type { Host } from '../host.ts'
import { type Area, addressOf, intersection } from '../model/area.ts'
import { invalidOperation } from '../model/fault.ts'
import { compare } from '../model/formulaValues.ts'
import type { Sheet } from '../model/sheet.ts'

export interface SortKey {
  /** Counted from the first column of the area. */
  readonly column: number
  readonly ascending: boolean
}

/** Sorts the rows of an area; rows that a filter hides stay where they are. */
export function sortRows(host: Host, sheet: Sheet, where: Area, keys: readonly SortKey[]): void {
  const { decor, cells } = sheet
  if (decor.merges.some((one) => intersection(one, where))) {
    throw invalidOperation('To do this, all the merged cells need to be the same size.')
  }
  if (decor.protection) sheet.guard(where)
  const rows = Math.min(where.rows, Math.max(0, cells.rowCount - where.row))
  const visible = Array.from({ length: rows }, (_, i) => i).filter((i) => !sheet.isHidden(where.row + i))
  const sorted = visible.toSorted((a, b) => {
    for (const { column, ascending } of keys) {
      const left = cells.value(where.row + a, where.column + column)
      const right = cells.value(where.row + b, where.column + column)
      // Blanks go last, whichever way.
      if ((left === null) !== (right === null)) return left === null ? 1 : -1
      const order = compare(left, right)
      if (order !== 0) return ascending ? order : -order
    }
    return a - b
  })
  const order = Array.from({ length: rows }, (_, i) => i)
  for (const [i, place] of visible.entries()) order[place] = sorted[i] ?? place
  sheet.reorder(where, order)
  host.changed(sheet, where, 'RangeEdited')
  host.workbook.listener({ type: 'rowSorted', sheet, actor: host.actor, address: addressOf(where) })
}

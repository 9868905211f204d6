import type { Host } from '../host.ts'
import type { Filter, RowInfo, Table } from '../model/decor.ts'
import type { Sheet } from '../model/sheet.ts'
import type { Actor } from '../model/workbook.ts'
import { passesFilter } from './passesFilter.ts'

/** Puts a filter on the sheet or a table, or takes it off; every filter of the sheet decides again what is hidden. */
export function setFilter(
  host: Host,
  sheet: Sheet,
  table: Table | null,
  filter: Filter | null,
  actor: Actor,
): void {
  host.as(actor, () => {
    const tables = sheet.decor.tables.map((one) => (one.id === table?.id ? { ...one, filter } : one))
    sheet.change(table ? { tables } : { filter })
    const old = new Map(sheet.decor.rows)
    const rows = new Map<number, RowInfo>([...old].map(([r, { filtered: _filtered, ...rest }]) => [r, rest]))
    const all = [sheet.decor.filter, ...sheet.decor.tables.map((one) => one.filter)]
    for (const one of all) {
      if (!one || one.criteria.size === 0) continue
      const bottom = Math.min(one.area.row + one.area.rows, sheet.cells.rowCount)
      for (let r = one.area.row + 1; r < bottom; r++) {
        const shown = [...one.criteria].every(([column, criteria]) =>
          passesFilter(sheet, r, one.area.column + column, criteria),
        )
        if (!shown) rows.set(r, { ...rows.get(r), filtered: true })
      }
    }
    sheet.change({ rows })
    const where = filter?.area ?? table?.area
    if (where) host.rowsHidden(sheet, where)
  })
}

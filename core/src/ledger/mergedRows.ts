import type { Field } from '../policy/index.ts'
import type { Sheet } from '../table/index.ts'

/** For each column with cells merged downwards in the data: sheet row → first row of its merge. */
export type MergedRows = ReadonlyMap<number, ReadonlyMap<number, number>>

/** Collects vertical merges of one column below the header: one customer name over the rows of its loans. */
export function mergedRows(sheet: Sheet, from: number): MergedRows {
  const byColumn = new Map<number, Map<number, number>>()
  for (const { top, left, bottom, right } of sheet.merges) {
    if (top < from || right - left !== 1 || bottom - top < 2) continue
    let rows = byColumn.get(left)
    if (!rows) byColumn.set(left, (rows = new Map()))
    for (let row = top + 1; row < Math.min(bottom, sheet.rowCount); row++) rows.set(row, top)
  }
  return byColumn
}

/** Where each row of the table finds its cell. Amounts are not repeated downwards: they would count twice. */
export function sourceRows(rows: Uint32Array, column: number, field: Field, merged: MergedRows): Uint32Array {
  const anchors = merged.get(column)
  if (!anchors || field.type === 'money' || field.type === 'number') return rows
  return rows.map((row) => anchors.get(row) ?? row)
}

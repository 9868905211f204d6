import type { Result, RowPlace } from '../../check/index.ts'
import type { Cells } from './cells.ts'

/** The loans of each customer, in the ledger's order. */
export interface Customers {
  /** All loans of the ledger. */
  readonly loans: readonly RowPlace[]
  /** What the customer is told apart by; loans of which nobody can tell stand alone. */
  keyOf(place: RowPlace): string
  /** Those not closed, or this one where all are. */
  loansOf(place: RowPlace): readonly RowPlace[]
}

export function groupCustomers(result: Result, cells: Cells): Customers {
  const loans: RowPlace[] = []
  const byKey = new Map<string, RowPlace[]>()
  const keyOf = (place: RowPlace): string => {
    const key = cells.text('customerKey', place) ?? cells.text('customerName', place)
    return key === null
      ? `${place.table}:${place.row}`
      : `${String(cells.value('customerKeyKind', place))}:${key}`
  }
  result.tables.forEach(({ table }, at) => {
    if (table.name !== '借据') return
    for (let row = 0; row < table.rowCount; row += 1) {
      const place = { table: at, row }
      loans.push(place)
      if (cells.value('closed', place) === true) continue
      const key = keyOf(place)
      const known = byKey.get(key)
      if (known) known.push(place)
      else byKey.set(key, [place])
    }
  })
  return { loans, keyOf, loansOf: (place) => byKey.get(keyOf(place)) ?? [place] }
}

import type { Table } from '../../ledger/index.ts'
import { numbersOf, textsOf } from './loanColumns.ts'

/**
 * At how many different addresses the loan's checker made on-site checks of companies on the day of the loan's own
 * check. Null where the ledger lacks checker, day or address; NaN where the row does, or is no company.
 */
export function countSameDaySites(table: Table, isCompany: (row: number) => boolean): Float64Array | null {
  const checkers = textsOf(table, 'checkerId')
  const addresses = textsOf(table, 'address')
  const days = numbersOf(table, 'lastOnsiteDate')
  if (!checkers || !addresses || !days) return null
  const sites = new Map<string, Set<number>>()
  const visits = Array.from({ length: table.rowCount }, (_, row): Set<number> | null => {
    const checker = checkers.codes[row] ?? -1
    const address = addresses.codes[row] ?? -1
    const day = days[row] ?? Number.NaN
    if (checker < 0 || address < 0 || Number.isNaN(day) || !isCompany(row)) return null
    const visit = `${checker} ${day}`
    const seen = sites.get(visit) ?? new Set()
    sites.set(visit, seen.add(address))
    return seen
  })
  return Float64Array.from(visits, (seen) => seen?.size ?? Number.NaN)
}

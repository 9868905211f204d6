import type { Table } from '../../ledger/index.ts'
import { customerGroups } from './findCustomers.ts'
import type { CustomerFacts } from './findCustomers.ts'
import type { MaturityFacts } from './findMaturity.ts'
import { numbersOf } from './loanColumns.ts'

export interface TurnoverSettings {
  readonly daysApart: number
  /** New amount as a part of the old one. */
  readonly smallestRatio: number
  readonly largestRatio: number
}

/** Loans of one customer looked back at for each loan: keeps a customer with thousands of loans linear. */
const lookBack = 64

/**
 * B9: length of the chain of loans that ends in this one, each paid out close to the maturity of an ended
 * loan of about the same amount. 0 = no such loan before it; a single link is ordinary renewal.
 */
export function findTurnover(
  table: Table,
  customers: CustomerFacts,
  maturity: MaturityFacts | null,
  closed: Uint8Array,
  { daysApart, smallestRatio, largestRatio }: TurnoverSettings,
): Float64Array | null {
  const amount = numbersOf(table, 'loanAmount')
  const disbursed = numbersOf(table, 'disburseDate')
  const balance = numbersOf(table, 'balance')
  if (!amount || !disbursed || !maturity || !balance) return null
  const links = new Float64Array(table.rowCount)
  for (let row = 0; row < table.rowCount; row += 1) {
    // a customer's only loan follows no other
    if (customers.sizes[customers.customer[row] ?? -1] === 1) continue
    if (Number.isNaN((disbursed[row] ?? Number.NaN) + (amount[row] ?? Number.NaN))) links[row] = Number.NaN
  }
  for (const group of customerGroups(customers, 2)) {
    const loans = group
      .filter((row) => !Number.isNaN((disbursed[row] ?? Number.NaN) + (amount[row] ?? Number.NaN)))
      .sort((a, b) => (disbursed[a] ?? 0) - (disbursed[b] ?? 0))
    loans.forEach((row, place) => {
      for (let back = place - 1; back >= Math.max(0, place - lookBack); back -= 1) {
        const before = loans[back] ?? row
        const ended = closed[before] === 1 || balance[before] === 0
        const gap = Math.abs((disbursed[row] ?? 0) - (maturity.lastDay[before] ?? Number.NaN))
        const ratio = (amount[row] ?? 0) / (amount[before] ?? 0)
        if (!ended || !(gap <= daysApart) || ratio < smallestRatio || ratio > largestRatio) continue
        if ((disbursed[before] ?? 0) >= (disbursed[row] ?? 0)) continue
        links[row] = Math.max(links[row] ?? 0, (links[before] ?? 0) + 1)
      }
    })
  }
  return links
}

import type { Table } from '../../ledger/index.ts'
import { numbersOf } from './loanColumns.ts'

export interface ArrearsFacts {
  /** Interest owed and due (on and off balance sheet, penalty); null where no such column, NaN where none is filled. */
  readonly interest: Float64Array | null
  /** The most that can be overdue: overdue principal, or the whole balance where that is not known, plus interest owed. */
  readonly ceiling: Float64Array | null
}

/** Money owed. A blank part counts as nothing in a sum that has another part, but all blank is not zero. */
export function findArrears(table: Table): ArrearsFacts {
  const parts = ['onBsInterest', 'offBsInterest', 'penaltyInterest'].flatMap(
    (field) => numbersOf(table, field) ?? [],
  )
  const total = numbersOf(table, 'interestArrearsAmt')
  const principal = numbersOf(table, 'principalOverdueAmt')
  const balance = numbersOf(table, 'balance')
  const rows = table.rowCount

  let interest: Float64Array | null = null
  if (total || parts.length > 0) {
    interest = new Float64Array(rows)
    for (let row = 0; row < rows; row += 1) {
      let sum = Number.NaN
      for (const part of parts) {
        const amount = part[row] ?? Number.NaN
        if (!Number.isNaN(amount)) sum = (Number.isNaN(sum) ? 0 : sum) + amount
      }
      const stated = total?.[row] ?? Number.NaN
      interest[row] = Number.isNaN(sum) ? stated : stated > sum ? stated : sum
    }
  }

  let ceiling: Float64Array | null = null
  if (principal || balance) {
    ceiling = new Float64Array(rows)
    for (let row = 0; row < rows; row += 1) {
      const overdue = principal?.[row] ?? Number.NaN
      const owed = interest?.[row] ?? 0
      ceiling[row] =
        (Number.isNaN(overdue) ? (balance?.[row] ?? Number.NaN) : overdue) + (Number.isNaN(owed) ? 0 : owed)
    }
  }
  return { interest, ceiling }
}

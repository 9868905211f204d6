import { civilOf, daysInMonth } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { MaturityFacts } from './findMaturity.ts'
import { numbersOf } from './loanColumns.ts'

/** Whole months from payout to the original maturity, else the term as written; null where neither can be had. */
export function findTerms(table: Table, maturity: MaturityFacts | null): Float64Array | null {
  const written = numbersOf(table, 'termMonths')
  const disbursed = numbersOf(table, 'disburseDate')
  if (!written && !(disbursed && maturity)) return null
  const terms = new Float64Array(table.rowCount)
  for (let row = 0; row < terms.length; row += 1) {
    const from = disbursed?.[row] ?? Number.NaN
    const due = maturity?.original[row] ?? Number.NaN
    const last = Number.isNaN(due) ? (maturity?.lastDay[row] ?? Number.NaN) : due
    const months = Number.isNaN(from + last) ? Number.NaN : wholeMonths(from, last)
    terms[row] = Number.isNaN(months) ? (written?.[row] ?? Number.NaN) : months
  }
  return terms
}

/** Whole months between two days; the last day of a shorter month completes the month. */
export function wholeMonths(from: number, to: number): number {
  const a = civilOf(from)
  const b = civilOf(to)
  const months = (b.year - a.year) * 12 + b.month - a.month
  const complete = b.day >= a.day || b.day === daysInMonth(b.year, b.month)
  return months - (complete ? 0 : 1)
}

import { civilOf, dayOf, endOfMonth, formatIsoDay } from '../../calendar/index.ts'
import type { DayNumber } from '../../calendar/index.ts'
import { lineOf } from './openLoans.ts'
import type { LoanLine, LoanSeen } from './openLoans.ts'

export interface QuarterEnd {
  /** ISO, the quarter's last day. */
  readonly quarter: string
  readonly loans: number
  readonly amount: number
  readonly lines: readonly LoanLine[]
}

/** Short loans paid out in the last days of a quarter: a lead to window dressing (冲时点), of the last year only. */
export function findQuarterEnds(
  loans: readonly LoanSeen[],
  asOf: DayNumber,
  lastDays: number,
  longestTerm: number,
): readonly QuarterEnd[] {
  const quarters = new Map<number, LoanSeen[]>()
  for (const loan of loans) {
    const { disbursed, maturity } = loan
    if (!(disbursed > asOf - 366 && disbursed <= asOf) || !(maturity - disbursed <= longestTerm)) continue
    const { year, month } = civilOf(disbursed)
    const last = endOfMonth(dayOf(year, Math.ceil(month / 3) * 3, 1))
    if (disbursed <= last - lastDays) continue
    const found = quarters.get(last) ?? []
    found.push(loan)
    quarters.set(last, found)
  }
  return [...quarters]
    .toSorted(([a], [b]) => a - b)
    .map(([last, found]) => ({
      quarter: formatIsoDay(last),
      loans: found.length,
      amount: found.reduce((sum, loan) => sum + (Number.isNaN(loan.amount) ? loan.balance : loan.amount), 0),
      lines: found.map((loan) => lineOf(loan, loan.disbursed)),
    }))
}

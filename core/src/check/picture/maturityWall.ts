import { addMonths, civilOf, endOfMonth, formatIsoDay } from '../../calendar/index.ts'
import type { DayNumber } from '../../calendar/index.ts'
import { percent } from './openLoans.ts'
import type { LoanSeen } from './openLoans.ts'

export interface OfficerWall {
  readonly officer: string
  readonly balance: number
  /** Twelve months from the as-of month's next, each with what matures. */
  readonly months: readonly {
    readonly month: string
    readonly loans: number
    readonly balance: number
    readonly share: number
    readonly high: boolean
  }[]
}

/** Part of an officer's book, in %, below which a month is no wall however uneven the year. */
const leastShare = 5

/** What matures month by month for each officer; a month is high by its part of the book or against the year's mean. */
export function buildWall(
  loans: readonly LoanSeen[],
  asOf: DayNumber,
  shareLimit: number,
  meanMultiple: number,
): readonly OfficerWall[] {
  const names = Array.from({ length: 12 }, (_, at) =>
    formatIsoDay(addMonths(endOfMonth(asOf), at + 1)).slice(0, 7),
  )
  // what matures in the rest of the as-of month belongs to the first month
  const monthOf = (day: DayNumber): number => {
    const { year, month } = civilOf(day)
    const now = civilOf(asOf)
    return Math.max(0, (year - now.year) * 12 + month - now.month - 1)
  }
  const officers = new Map<string, { balance: number; months: { loans: number; balance: number }[] }>()
  for (const loan of loans) {
    const officer = officers.get(loan.officer) ?? {
      balance: 0,
      months: names.map(() => ({ loans: 0, balance: 0 })),
    }
    officers.set(loan.officer, officer)
    officer.balance += loan.balance
    if (!(loan.maturity >= asOf)) continue
    const month = officer.months[monthOf(loan.maturity)]
    if (!month) continue
    month.loans += 1
    month.balance += loan.balance
  }
  return [...officers]
    .map(([officer, { balance, months }]) => {
      const mean = months.reduce((sum, month) => sum + month.balance, 0) / months.length
      return {
        officer,
        balance,
        months: months.map((month, at) => {
          const share = percent(month.balance, balance)
          const high = share >= shareLimit || (share >= leastShare && month.balance >= meanMultiple * mean)
          return { month: names[at] ?? '', ...month, share, high }
        }),
      }
    })
    .toSorted((a, b) => b.balance - a.balance)
}

import type { Policy } from '../policy/index.ts'
import { ownerShares, Share, shareOf } from './picture/bookShares.ts'
import type { BookShares, OwnerShares } from './picture/bookShares.ts'
import { buildWall } from './picture/maturityWall.ts'
import type { OfficerWall } from './picture/maturityWall.ts'
import { lineOf, percent, readLoans } from './picture/openLoans.ts'
import type { LoanLine, LoanSeen } from './picture/openLoans.ts'
import { findQuarterEnds } from './picture/quarterEnds.ts'
import type { QuarterEnd } from './picture/quarterEnds.ts'
import type { Result } from './types.ts'
import { numbersOfPolicy } from './worklist.ts'

export type { BookShares, OwnerShares } from './picture/bookShares.ts'
export type { OfficerWall } from './picture/maturityWall.ts'
export type { LoanLine } from './picture/openLoans.ts'
export type { QuarterEnd } from './picture/quarterEnds.ts'

/** A branch's book on one page: not findings, but what an officer wants to see first. Amounts in 元, shares in %. */
export interface PortfolioPicture {
  readonly total: BookShares
  readonly wall: readonly OfficerWall[]
  /** The ten largest customers, and any other of at least the share worth telling. */
  readonly topCustomers: readonly CustomerShare[]
  readonly topTenShare: number
  readonly byManager: readonly OwnerShares[]
  readonly byOrg: readonly OwnerShares[]
  readonly unsecured: readonly LoanLine[]
  readonly quarterEnds: readonly QuarterEnd[]
  /** B1: what passes each step by the end of next month if nothing is paid. */
  readonly crossing: readonly { readonly step: number; readonly loans: number; readonly balance: number }[]
  /** The NPL ratio then; null where no class or no arrears are known. */
  readonly nplShareIfUnpaid: number | null
}

export interface CustomerShare {
  readonly customer: string
  readonly loans: number
  readonly balance: number
  readonly share: number
  readonly large: boolean
}

/** Null without an as-of day or without balances. */
export function portfolioPicture(result: Result, policy: Policy): PortfolioPicture | null {
  const { asOf } = result
  if (asOf === null) return null
  const setting = numbersOfPolicy(policy, asOf)
  const loans = readLoans(result)
  if (loans.length === 0) return null
  const book = new Share()
  const managers = new Map<string, Share>()
  const orgs = new Map<string, Share>()
  const customers = new Map<string, { name: string; loans: number; balance: number }>()
  for (const loan of loans) {
    const customer = customers.get(loan.customerKey) ?? { name: loan.customer, loans: 0, balance: 0 }
    if (loan.customerKey !== '') customers.set(loan.customerKey, customer)
    customer.loans += 1
    customer.balance += loan.balance
    if (loan.entrusted) continue
    book.add(loan)
    if (loan.officer !== '') shareOf(managers, loan.officer).add(loan)
    if (loan.org !== '') shareOf(orgs, loan.org).add(loan)
  }
  const total = book.shares()
  const everything = loans.reduce((sum, loan) => sum + loan.balance, 0)
  const multiple = setting('peerMultiple', 2)
  const least = setting('peerMinLoans', 3)
  const ranked = [...customers.values()]
    .toSorted((a, b) => b.balance - a.balance)
    .map(({ name, loans: count, balance }) => ({
      customer: name,
      loans: count,
      balance,
      share: percent(balance, everything),
      large: percent(balance, everything) >= setting('topCustomerShare', 5),
    }))
  const topTen = ranked.slice(0, 10)
  return {
    total,
    wall: buildWall(loans, asOf, setting('wallMonthShare', 20), setting('wallMeanMultiple', 2)),
    topCustomers: [...topTen, ...ranked.slice(10).filter(({ large }) => large)],
    topTenShare: topTen.reduce((sum, { share }) => sum + share, 0),
    byManager: ownerShares(managers, book, multiple, least),
    byOrg: ownerShares(orgs, book, multiple, least),
    unsecured: loans
      .filter(
        (loan) =>
          loan.unsecured &&
          loan.balance >= setting('unsecuredMaturingAmount', 1_000_000) &&
          loan.maturity >= asOf &&
          loan.maturity <= asOf + setting('unsecuredMaturingDays', 60),
      )
      .toSorted((a, b) => a.maturity - b.maturity)
      .map((loan) => lineOf(loan, loan.maturity)),
    quarterEnds: findQuarterEnds(
      loans,
      asOf,
      setting('quarterEndDays', 3),
      setting('quarterEndTermDays', 31),
    ),
    ...crossingOf(loans, total),
  }
}

function crossingOf(
  loans: readonly LoanSeen[],
  total: BookShares,
): Pick<PortfolioPicture, 'crossing' | 'nplShareIfUnpaid'> {
  const steps = new Map<number, { loans: number; balance: number }>()
  let turning = 0
  let known = false
  for (const { step, balance, grade, entrusted } of loans) {
    if (Number.isNaN(step) || entrusted) continue
    known = true
    if (step === 0) continue
    const seen = steps.get(step) ?? { loans: 0, balance: 0 }
    steps.set(step, seen)
    seen.loans += 1
    seen.balance += balance
    if (step >= 90 && (grade === '正常' || grade === '关注')) turning += balance
  }
  return {
    crossing: [...steps].toSorted(([a], [b]) => a - b).map(([step, seen]) => ({ step, ...seen })),
    nplShareIfUnpaid:
      known && total.nplShare !== null && total.balance > 0
        ? total.nplShare + percent(turning, total.balance)
        : null,
  }
}

import type { DayNumber } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import { normaliseKey } from '../findingId.ts'
import type { RowLinks } from '../linkRows.ts'
import { rowsOf } from './linkRegister.ts'
import { numbersOf, textAt, textsOf } from './loanColumns.ts'
import { paidOut } from './readPayments.ts'

export interface AccountMoves {
  /** Days that the list covers after the draw, back from its last day; 0 where it covers none. */
  readonly coveredDays: Float64Array
  /** Fall of the mean balance of the last window against the three before it, in %; NaN without balances. */
  readonly balanceFall: Float64Array
  /** The same for receipts; 0 where there were none before. */
  readonly receiptsFall: Float64Array
  /** Days since the last receipt, where they came regularly before; 0 otherwise. */
  readonly quietDays: Float64Array
}

/** Money that is no sales receipt. */
const notSales = /放款|贷款|发放|退款|退回|冲正|利息|结息|转存|理财|赎回/
const regular = 3

/**
 * How the borrower's account has moved of late (EWS-007). The last day is the list's own, so that a list drawn some
 * weeks ago does not look like an account gone quiet; the days before the draw do not count, since spending the loan
 * is no fall.
 */
export function findAccountMoves(
  loans: Table,
  payments: Table,
  links: RowLinks,
  asOf: DayNumber,
  window: number,
  last = lastPaymentDay(payments, asOf),
): AccountMoves | null {
  const days = numbersOf(payments, 'txnDate')
  if (!days) return null
  const rows = loans.rowCount
  const coveredDays = new Float64Array(rows)
  const balanceFall = new Float64Array(rows).fill(Number.NaN)
  const receiptsFall = new Float64Array(rows)
  const quietDays = new Float64Array(rows)
  const drawn = numbersOf(loans, 'disburseDate')
  const names = textsOf(loans, 'customerName')
  const amounts = numbersOf(payments, 'txnAmount')
  const balances = numbersOf(payments, 'accountBalance')
  const holders = textsOf(payments, 'accountName')
  const parties = textsOf(payments, 'counterpartyName')
  const summaries = textsOf(payments, 'txnSummary')
  for (let loan = 0; loan < rows; loan += 1) {
    const customer = normaliseKey(textAt(names, loan))
    const list = [...(rowsOf(links, loan) ?? [])]
      .filter(
        (row) =>
          (days[row] ?? Number.NaN) <= last && ['', customer].includes(normaliseKey(textAt(holders, row))),
      )
      .toSorted((a, b) => (days[a] ?? 0) - (days[b] ?? 0))
    const first = days[list[0] ?? -1] ?? Number.NaN
    const from = Math.max(first, (drawn?.[loan] ?? Number.NEGATIVE_INFINITY) + 1)
    if (!(last >= from)) continue
    coveredDays[loan] = last - from + 1
    if (last - from + 1 < window * 4) continue
    const known = list.filter((row) => !Number.isNaN(balances?.[row] ?? Number.NaN))
    if (known.length > 0) {
      const steps = known.map((row) => ({ day: days[row] ?? 0, value: balances?.[row] ?? 0 }))
      balanceFall[loan] = fall(
        meanBalance(steps, last - 4 * window + 1, last - window),
        meanBalance(steps, last - window + 1, last),
      )
    }
    const receipts = list
      .filter(
        (row) =>
          paidOut(payments, row) === 0 &&
          normaliseKey(textAt(parties, row)) !== customer &&
          !notSales.test(textAt(summaries, row)),
      )
      .map((row) => ({ day: days[row] ?? 0, value: amounts?.[row] ?? 0 }))
    const before = receipts.filter(({ day }) => day > last - 4 * window && day <= last - window)
    if (before.length < regular) continue
    const recent = receipts.filter(({ day }) => day > last - window)
    receiptsFall[loan] = fall(total(before) / 3, total(recent))
    quietDays[loan] = last - (receipts.at(-1)?.day ?? last)
  }
  return { coveredDays, balanceFall, receiptsFall, quietDays }
}

/** The last day of a payment list up to a day; -Infinity where it has none. */
export function lastPaymentDay(payments: Table, asOf: DayNumber): number {
  let last = Number.NEGATIVE_INFINITY
  for (const day of numbersOf(payments, 'txnDate') ?? []) if (day <= asOf && day > last) last = day
  return last
}

interface Step {
  readonly day: number
  readonly value: number
}

function total(steps: readonly Step[]): number {
  return steps.reduce((sum, { value }) => sum + value, 0)
}

/** Fall in %, 0 where it rose or there was nothing to fall from. */
function fall(before: number, now: number): number {
  return before > 0 ? Math.max(0, ((before - now) * 100) / before) : 0
}

/** Mean of the balance at the end of each day from…to; days before the first entry do not count. */
function meanBalance(steps: readonly Step[], from: number, to: number): number {
  let sum = 0
  let counted = 0
  steps.forEach((step, at) => {
    const next = steps[at + 1]
    const start = Math.max(step.day, from)
    const end = Math.min(next ? next.day - 1 : to, to)
    if (end < start) return
    sum += step.value * (end - start + 1)
    counted += end - start + 1
  })
  return counted > 0 ? sum / counted : 0
}

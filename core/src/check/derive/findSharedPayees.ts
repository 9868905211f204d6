import type { Table } from '../../ledger/index.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { segmentOfName } from './findSegment.ts'
import { idAt, keyIds } from './keyIds.ts'
import { linkRegister, rowsOf } from './linkRegister.ts'
import { numbersOf, textAt, textsOf } from './loanColumns.ts'
import { paidOut } from './readPayments.ts'
import type { Register } from './registersOf.ts'

export interface SharedPayees {
  /** Unrelated borrowers who paid the same payee within the window; 0 none, NaN no key to look payments up with. */
  readonly borrowers: Float64Array
  readonly payee: (string | null)[]
  readonly isPerson: Uint8Array
}

export interface PayeeSettings {
  readonly windowDays: number
  /** More borrowers than this pay a shop, a utility, a platform. */
  readonly ceiling: number
  /** Words of payees that everyone pays. */
  readonly stopWords: readonly string[]
  /** Loans whose money rightly goes to one seller (homes, cars, tuition). */
  readonly isLeftOut: (row: number) => boolean
}

interface Paid {
  readonly day: number
  readonly borrower: number
  readonly loan: number
}

/** Payees who got the loan money of several unrelated borrowers within a window (M5). n log n in the payments. */
export function findSharedPayees(
  loans: Table,
  customers: CustomerFacts,
  payments: Register | undefined,
  familyOf: (customer: number) => number,
  settings: PayeeSettings,
): SharedPayees | null {
  const links = linkRegister(loans, payments)
  if (!payments || !links) return null
  const parties = textsOf(payments.table, 'counterpartyName')
  const days = numbersOf(payments.table, 'txnDate')
  if (!parties || !days) return null
  const rows = loans.rowCount
  const made: SharedPayees = {
    borrowers: new Float64Array(rows),
    payee: new Array<string | null>(rows).fill(null),
    isPerson: new Uint8Array(rows).fill(2),
  }
  const known = new Map<string, number>()
  const insiders = ['customerName', 'legalRepName', 'actualController'].map((field) => {
    const texts = textsOf(loans, field)
    return { texts, ids: keyIds(texts, known) }
  })
  const payees = keyIds(parties, known, (name) => !settings.stopWords.some((word) => name.includes(word)))
  const paid = new Uint8Array(payments.table.rowCount)
  for (let row = 0; row < paid.length; row += 1) paid[row] = paidOut(payments.table, row)
  const eachPayment = (tell: (payee: number, row: number, loan: number, borrower: number) => void): void => {
    for (let loan = 0; loan < rows; loan += 1) {
      const customer = customers.customer[loan] ?? -1
      const list = customer < 0 ? null : rowsOf(links, loan)
      if (!list) {
        made.borrowers[loan] = Number.NaN
        continue
      }
      if (list.length === 0 || settings.isLeftOut(loan)) continue
      const borrower = familyOf(customer)
      for (const row of list) {
        const payee = idAt(parties, payees, row)
        if (payee < 0 || paid[row] !== 1 || Number.isNaN(days[row] ?? Number.NaN)) continue
        if (insiders.some(({ texts, ids }) => idAt(texts, ids, loan) === payee)) continue
        tell(payee, row, loan, borrower)
      }
    }
  }
  // most payees are one borrower's: they are left out before anything is kept
  const first = new Int32Array(known.size).fill(-1)
  const shared = new Uint8Array(known.size)
  eachPayment((payee, _, __, borrower) => {
    if (first[payee] === -1) first[payee] = borrower
    else if (first[payee] !== borrower) shared[payee] = 1
  })
  const byPayee = new Map<number, { name: string; paid: Paid[] }>()
  eachPayment((payee, row, loan, borrower) => {
    if (shared[payee] !== 1) return
    const one = byPayee.get(payee) ?? { name: textAt(parties, row).trim(), paid: [] }
    byPayee.set(payee, one)
    one.paid.push({ day: days[row] ?? Number.NaN, borrower, loan })
  })
  for (const { name, paid: list } of byPayee.values()) {
    const all = new Set(list.map(({ borrower }) => borrower)).size
    if (all > settings.ceiling) continue
    putWindows(made, name, list, settings.windowDays)
  }
  return made
}

/** Gives each loan the largest number of borrowers in a window that its own payment is in. */
function putWindows(made: SharedPayees, name: string, paid: Paid[], windowDays: number): void {
  paid.sort((a, b) => a.day - b.day)
  const isPerson = segmentOfName(name) === 0 ? 0 : 1
  let from = 0
  paid.forEach((last, at) => {
    while (last.day - (paid[from]?.day ?? last.day) > windowDays) from += 1
    const next = paid[at + 1]
    // a window that the next payment would still fall into is not yet the largest
    if (next && next.day - (paid[from]?.day ?? next.day) <= windowDays) return
    const window = paid.slice(from, at + 1)
    const number = new Set(window.map(({ borrower }) => borrower)).size
    if (number < 2) return
    for (const { loan } of window) {
      if (number <= (made.borrowers[loan] ?? 0)) continue
      made.borrowers[loan] = number
      made.payee[loan] = name
      made.isPerson[loan] = isPerson
    }
  })
}

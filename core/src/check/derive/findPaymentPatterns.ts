import type { Table } from '../../ledger/index.ts'
import { normaliseKey } from '../findingId.ts'
import type { RowLinks } from '../linkRows.ts'
import { rowsOf } from './linkRegister.ts'
import { numbersOf, textAt, textsOf } from './loanColumns.ts'
import { paidOut } from './readPayments.ts'

export interface PatternSettings {
  /** Ceiling for self-payment of each loan in 元; NaN where none is set for its kind and day. */
  readonly limit: Float64Array
  readonly splitDays: number
  readonly returnDays: number
  readonly moveDays: number
}

export interface PaymentPatterns {
  /** Sum to the one payee who got the most in several payments, each within the ceiling, soon after the draw; 0 none. */
  readonly splitSum: Float64Array
  readonly splitCount: Float64Array
  readonly splitPayee: (string | null)[]
  /** Largest part of one payment, in %, that its payee sent back to the borrower within the window; 0 none. */
  readonly returnedShare: Float64Array
  readonly returnedAmount: Float64Array
  readonly returnedBy: (string | null)[]
  /** Part of the self-paid money, in %, that soon went to own accounts elsewhere, to bill margins or abroad. */
  readonly movedShare: Float64Array
}

interface Flow {
  readonly day: number
  readonly amount: number
  readonly party: string
}

/**
 * Windows of payments after each draw, by payee (USE-005, USE-006, USE-009). NaN where the loan's draw or its payments
 * cannot be placed. One pass over each loan's payments and one sort by day.
 */
export function findPaymentPatterns(
  loans: Table,
  payments: Table,
  links: RowLinks,
  settings: PatternSettings,
): PaymentPatterns {
  const rows = loans.rowCount
  const made: PaymentPatterns = {
    splitSum: new Float64Array(rows),
    splitCount: new Float64Array(rows),
    splitPayee: new Array<string | null>(rows).fill(null),
    returnedShare: new Float64Array(rows),
    returnedAmount: new Float64Array(rows),
    returnedBy: new Array<string | null>(rows).fill(null),
    movedShare: new Float64Array(rows),
  }
  const read = paymentReader(loans, payments)
  const disbursed = numbersOf(loans, 'disburseDate')
  const amounts = numbersOf(loans, 'loanAmount')
  const entrusted = numbersOf(loans, 'entrustedAmount')
  const methods = textsOf(loans, 'payMethod')
  for (let loan = 0; loan < rows; loan += 1) {
    const list = rowsOf(links, loan)
    if (list?.length === 0) continue
    const drawn = disbursed?.[loan] ?? Number.NaN
    const flows = list && read(loan, list)
    if (!flows) {
      for (const column of [made.splitSum, made.returnedShare, made.movedShare]) column[loan] = Number.NaN
      continue
    }
    putReturns(made, loan, flows, settings.returnDays)
    const byBank = textAt(methods, loan) === '混合支付' ? (entrusted?.[loan] ?? Number.NaN) : 0
    const soon = (flow: Flow, days: number): boolean => flow.day >= drawn && flow.day <= drawn + days
    if (Number.isNaN(drawn)) {
      made.splitSum[loan] = Number.NaN
      made.movedShare[loan] = Number.NaN
      continue
    }
    const limit = settings.limit[loan] ?? Number.NaN
    putSplit(
      made,
      loan,
      flows.out.filter((flow) => flow.amount <= limit && soon(flow, settings.splitDays)),
      byBank,
    )
    const moved = sum(flows.away.filter((flow) => soon(flow, settings.moveDays)))
    const selfPaid = (amounts?.[loan] ?? Number.NaN) - byBank
    made.movedShare[loan] = moved === 0 ? 0 : selfPaid > 0 ? (moved * 100) / selfPaid : Number.NaN
  }
  return made
}

function sum(flows: readonly Flow[]): number {
  return flows.reduce((total, { amount }) => total + amount, 0)
}

function byParty(flows: readonly Flow[]): ReadonlyMap<string, Flow[]> {
  const groups = new Map<string, Flow[]>()
  for (const flow of flows) {
    const group = groups.get(flow.party)
    if (group) group.push(flow)
    else groups.set(flow.party, [flow])
  }
  return groups
}

function putSplit(made: PaymentPatterns, loan: number, flows: readonly Flow[], byBank: number): void {
  for (const [payee, group] of byParty(flows)) {
    // what the bank itself paid may be any of these
    const total = sum(group) - byBank
    if (group.length < 2 || total <= (made.splitSum[loan] ?? 0)) continue
    made.splitSum[loan] = total
    made.splitCount[loan] = group.length
    made.splitPayee[loan] = payee
  }
}

function putReturns(made: PaymentPatterns, loan: number, flows: LoanFlows, days: number): void {
  const back = byParty(flows.back)
  if (back.size === 0) return
  for (const flow of flows.out) {
    const returned = back.get(flow.party)?.filter(({ day }) => day >= flow.day && day <= flow.day + days)
    if (!returned || !(flow.amount > 0)) continue
    const amount = Math.min(sum(returned), flow.amount)
    const share = (amount * 100) / flow.amount
    if (share < (made.returnedShare[loan] ?? 0)) continue
    if (share === made.returnedShare[loan] && amount <= (made.returnedAmount[loan] ?? 0)) continue
    made.returnedShare[loan] = share
    made.returnedAmount[loan] = amount
    made.returnedBy[loan] = flow.party
  }
}

interface LoanFlows {
  /** Paid by the borrower to others. */
  readonly out: readonly Flow[]
  /** Paid by others to the borrower, its legal representative or its controller. */
  readonly back: readonly Flow[]
  /** To own accounts at other banks, to margins for bills, abroad. */
  readonly away: readonly Flow[]
}

const marginWords = /保证金/
const abroadWords = /境外|跨境|SWIFT|离岸/i

/** Sorts a loan's payments by what they are; null where one of them has no amount or day. */
function paymentReader(loans: Table, payments: Table): (loan: number, list: Uint32Array) => LoanFlows | null {
  const days = numbersOf(payments, 'txnDate')
  const amounts = numbersOf(payments, 'txnAmount')
  const accounts = textsOf(payments, 'accountName')
  const parties = textsOf(payments, 'counterpartyName')
  const banks = textsOf(payments, 'counterpartyBank')
  const summaries = textsOf(payments, 'txnSummary')
  const names = textsOf(loans, 'customerName')
  const legal = textsOf(loans, 'legalRepName')
  const controllers = textsOf(loans, 'actualController')
  const branches = textsOf(loans, 'orgName')
  return (loan, list) => {
    const customer = normaliseKey(textAt(names, loan))
    const insiders = new Set(
      [customer, ...[legal, controllers].map((texts) => normaliseKey(textAt(texts, loan)))].filter(Boolean),
    )
    const ownBank = bankOf(textAt(branches, loan))
    const out: Flow[] = []
    const back: Flow[] = []
    const away: Flow[] = []
    for (const row of list) {
      const day = days?.[row] ?? Number.NaN
      const amount = amounts?.[row] ?? Number.NaN
      const direction = paidOut(payments, row)
      if (Number.isNaN(day) || Number.isNaN(amount) || direction === 2) return null
      const holder = textAt(accounts, row)
      const party = textAt(parties, row)
      const isOwn = holder === '' || normaliseKey(holder) === customer
      const toInsider = insiders.has(normaliseKey(party))
      const flow = { day, amount, party }
      if (isOwn && direction === 1) {
        const bank = textAt(banks, row)
        const toSelf = normaliseKey(party) === customer && customer !== ''
        const elsewhere = bank !== '' && !bank.includes('本行') && !(ownBank !== '' && bank.includes(ownBank))
        const words = `${textAt(summaries, row)} ${party}`
        if ((toSelf && elsewhere) || marginWords.test(words) || abroadWords.test(`${words} ${bank}`))
          away.push(flow)
        if (!toSelf && party !== '') out.push(flow)
      } else if (direction === 0 && !toInsider && (isOwn || insiders.has(normaliseKey(holder)))) {
        if (party !== '') back.push(flow)
      } else if (direction === 1 && !isOwn && toInsider && !insiders.has(normaliseKey(holder))) {
        back.push({ day, amount, party: holder })
      }
    }
    return { out, back, away }
  }
}

/** The bank's own name at the head of a branch's; '' where it does not show. */
function bankOf(branch: string): string {
  return /^.*?(?:银行|信用社|联社)/.exec(branch)?.[0] ?? ''
}

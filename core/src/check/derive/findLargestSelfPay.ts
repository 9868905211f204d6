import type { Table } from '../../ledger/index.ts'
import { normaliseKey } from '../findingId.ts'
import type { RowLinks } from '../linkRows.ts'
import { rowsOf } from './linkRegister.ts'
import { numbersOf, textAt, textsOf } from './loanColumns.ts'
import { paidOut } from './readPayments.ts'

/**
 * The largest single payment that the borrower made himself, in 元: from 单笔最大自主支付金额 and from the payment list.
 * Where the bank paid a part, its share is taken to be the largest payments, so the figure is a lower bound. 0 where
 * the bank paid all; NaN where the way of paying or an amount that matters is not known. Null without 支付方式 or with
 * neither ground.
 */
export function findLargestSelfPay(
  loans: Table,
  payments: Table | undefined,
  links: RowLinks | null,
): Float64Array | null {
  const methods = textsOf(loans, 'payMethod')
  const stated = numbersOf(loans, 'maxSelfPayAmount')
  if (!methods || (!stated && !links)) return null
  const entrusted = numbersOf(loans, 'entrustedAmount')
  const names = textsOf(loans, 'customerName')
  const amounts = payments && numbersOf(payments, 'txnAmount')
  const payees = payments ? textsOf(payments, 'counterpartyName') : null
  return Float64Array.from({ length: loans.rowCount }, (_, loan) => {
    const method = textAt(methods, loan)
    if (method === '受托支付') return 0
    if (method === '') return Number.NaN
    const own = stated?.[loan] ?? Number.NaN
    const list = links && rowsOf(links, loan)
    if (!payments || !list) return own
    const customer = normaliseKey(textAt(names, loan))
    const paid = [...list]
      .filter(
        (row) => paidOut(payments, row) === 1 && normaliseKey(textAt(payees, row)) !== (customer || '\u001f'),
      )
      .map((row) => amounts?.[row] ?? Number.NaN)
    const byBank = method === '混合支付' ? (entrusted?.[loan] ?? Number.NaN) : 0
    const listed = largestBeyond(paid, byBank)
    return Number.isNaN(own) ? listed : Math.max(own, Number.isNaN(listed) ? 0 : listed)
  })
}

/** The largest amount left when the largest ones that fit into `covered` are taken away. */
function largestBeyond(amounts: readonly number[], covered: number): number {
  if (amounts.length === 0) return 0
  if (Number.isNaN(covered) || amounts.some(Number.isNaN)) return Number.NaN
  let left = covered
  for (const amount of amounts.toSorted((a, b) => b - a)) {
    if (amount > left) return amount
    left -= amount
  }
  return 0
}

import type { Table } from '../../ledger/index.ts'
import { familyOf } from './classifyProducts.ts'
import { customerKeyKinds, type CustomerFacts } from './findCustomers.ts'
import { idAt, keyIds } from './keyIds.ts'
import { byText, numbersOf, textAt, textsOf } from './loanColumns.ts'

export interface Exposures {
  readonly customer: Float64Array
  readonly group: Float64Array | null
}

const personalName = customerKeyKinds.indexOf('个人姓名')
const noGroup = /^(?:无|否|没有|不适用|[-/0.]*)$/

/**
 * What each customer and each group owes in this ledger, in 人民币 (CMP-008). A lower bound: blanks, other currencies
 * and entrusted loans are left out and other ledgers are not seen, so it can prove a breach and never that there is none.
 */
export function sumExposures(loans: Table, customers: CustomerFacts): Exposures | null {
  const balances = numbersOf(loans, 'balance')
  if (!balances) return null
  const currencies = textsOf(loans, 'currency')
  const entrusted = byText(
    textsOf(loans, 'productType'),
    loans.rowCount,
    (text) => (familyOf(text) === '委托' ? 1 : 0),
    0,
  )
  const groups = textsOf(loans, 'groupName')
  const byCustomer = new Float64Array(customers.customerCount)
  const byGroup: number[] = []
  const groupIds = keyIds(groups, new Map(), (key) => !noGroup.test(key))
  const groupAt = (row: number): number => idAt(groups, groupIds, row)
  const knownCustomer = (row: number): number =>
    customers.kind[row] === personalName ? -1 : (customers.customer[row] ?? -1)
  for (let row = 0; row < loans.rowCount; row += 1) {
    const balance = balances[row] ?? Number.NaN
    if (!(balance > 0) || !['', 'CNY'].includes(textAt(currencies, row))) continue
    if (entrusted[row] === 1) continue
    const customer = knownCustomer(row)
    if (customer >= 0) byCustomer[customer] = (byCustomer[customer] ?? 0) + balance
    const group = groupAt(row)
    if (group >= 0) byGroup[group] = (byGroup[group] ?? 0) + balance
  }
  const each = (of: (row: number) => number | undefined): Float64Array =>
    Float64Array.from({ length: loans.rowCount }, (_, row) => of(row) ?? Number.NaN)
  return {
    customer: each((row) => byCustomer[knownCustomer(row)]),
    group: groups ? each((row) => byGroup[groupAt(row)]) : null,
  }
}

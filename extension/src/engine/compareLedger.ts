import { formatMoney, formatNumber, mask } from '@postloan/core/check'
import type { Field, Policy } from '@postloan/core/policy'

import type { Difference, LedgerLoan, LoanCells } from './types.ts'

/** Fields that the bank's page and the ledger must agree on; others are entered at other times or by other people. */
const compared: readonly string[] = [
  'balance',
  'loanAmount',
  'contractAmount',
  'disburseDate',
  'maturityDate',
  'extendedMaturityDate',
  'fiveClass',
  'interestRate',
  'guaranteeType',
  'customerName',
  'idNumber',
  'uscc',
  'repayMethod',
  'termMonths',
  'principalOverdueAmt',
  'interestArrearsAmt',
]

/** What the page and the ledger say differently of one loan. */
export function compareLedger(page: LoanCells, loan: LedgerLoan, policy: Policy): readonly Difference[] {
  return compared.flatMap((key) => {
    const field = policy.fields.find((one) => one.key === key)
    const here = page[key] ?? ''
    const there = loan.cells[key] ?? ''
    if (!field || here === '' || there === '' || isSame(field, here, there, loan.moneyTolerance)) return []
    return [{ field: key, name: field.name, page: show(field, here), ledger: show(field, there) }]
  })
}

function isSame(field: Field, here: string, there: string, tolerance: number): boolean {
  if (field.type !== 'money' && field.type !== 'percent' && field.type !== 'number') return here === there
  const apart = Math.abs(Number(here) - Number(there))
  return apart <= (field.type === 'money' ? Math.max(tolerance, 0.005) : 1e-9)
}

function show(field: Field, text: string): string {
  if (field.privacy) return mask(text, field.privacy)
  if (field.type === 'money') return formatMoney(Number(text))
  if (field.type === 'percent') return `${formatNumber(Number(text))}%`
  return field.type === 'number' ? formatNumber(Number(text)) : text
}

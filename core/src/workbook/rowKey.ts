import { childKeyFields } from '../check/index.ts'
import type { Table } from '../ledger/index.ts'
import { valueAt } from '../table/index.ts'

const numbers = ['loanNo', 'contractNo', 'accountNo'] as const
const otherwise = ['customerName', 'disburseDate', 'loanAmount'] as const

/**
 * What the rows of a table are known by in our records: 借据号, 合同号, 贷款账号, else customer with date and amount, in a
 * register with what the row is known by there. Never the place, so that a row is found again where others were sorted
 * and our columns were not. '' for a row that nothing is known of.
 */
export function rowKeys({ name, columns }: Table): (row: number) => string {
  const text = (field: string, row: number): string => {
    const column = columns.get(field)
    return column ? String(valueAt(column, row) ?? '').trim() : ''
  }
  const own = name === '借据' ? [] : childKeyFields(name)
  return (row) => {
    const number = numbers.map((field) => text(field, row)).find((found) => found !== '')
    const parts = [
      ...(number === undefined ? otherwise.map((field) => text(field, row)) : [number]),
      ...own.map((field) => text(field, row)),
    ]
    return parts.some((part) => part !== '') ? parts.join('|') : ''
  }
}

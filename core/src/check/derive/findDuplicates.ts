import type { Table } from '../../ledger/index.ts'
import type { TextColumn } from '../../table/index.ts'
import { customerGroups } from './findCustomers.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { numbersOf, textAt, textsOf } from './loanColumns.ts'

/**
 * B7: how many rows are the same loan to all appearance: customer, amount, both dates and balance equal, and not one
 * 借据号 that says they are one row twice (that is DQ-001's). 1 where there is no other, NaN where a figure is missing; closed loans are not compared.
 */
export function findDuplicates(
  table: Table,
  customers: CustomerFacts,
  closed: Uint8Array,
): Float64Array | null {
  const [amount, disbursed, maturity, balance] = [
    'loanAmount',
    'disburseDate',
    'maturityDate',
    'balance',
  ].map((field) => numbersOf(table, field))
  if (!amount || !disbursed || !maturity || !balance) return null
  const columns = [amount, disbursed, maturity, balance]
  const loanNos = textsOf(table, 'loanNo')
  const size = new Float64Array(table.rowCount).fill(1)
  for (let row = 0; row < table.rowCount; row += 1) {
    // what cannot be compared cannot be told from its likes; a customer's only loan has none
    const alone = customers.sizes[customers.customer[row] ?? -1] === 1
    if (alone) continue
    for (const column of columns) if (Number.isNaN(column[row] ?? Number.NaN)) size[row] = Number.NaN
  }
  const order = (a: number, b: number): number => {
    for (const column of columns) {
      const difference = (column[a] ?? 0) - (column[b] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  }
  for (const group of customerGroups(customers, 2)) {
    if (group.length <= fewLoans && !anyAlike(group, order)) continue
    const loans = group.filter((row) => closed[row] !== 1 && size[row] === 1).sort(order)
    for (let first = 0; first < loans.length;) {
      const start = loans[first] ?? 0
      let end = first + 1
      while (end < loans.length && order(start, loans[end] ?? 0) === 0) end += 1
      if (end - first > 1) {
        const alike = loans.subarray(first, end)
        const count = differentNumbers(alike, loanNos)
        if (count >= 2) for (const row of alike) size[row] = count
      }
      first = end
    }
  }
  return size
}

/** Up to this many loans of a customer are compared two by two, which is quicker than sorting them. */
const fewLoans = 12

function anyAlike(group: Uint32Array, order: (a: number, b: number) => number): boolean {
  for (let at = 1; at < group.length; at += 1) {
    for (let before = 0; before < at; before += 1) {
      if (order(group[at] ?? 0, group[before] ?? 0) === 0) return true
    }
  }
  return false
}

/** Distinct loan numbers, each blank counted for itself. */
function differentNumbers(rows: Uint32Array, loanNos: TextColumn | null): number {
  const numbers = [...rows].map((row) => textAt(loanNos, row))
  return new Set(numbers.filter(Boolean)).size + numbers.filter((number) => number === '').length
}

import type { DuckDBConnection } from '@duckdb/node-api'

import type { Loan } from '../portfolio/loan.ts'
import { fill } from './duckTables.ts'

/** A month's loans as a table, as they were put into the ledger. */
export function loadLoans(connection: DuckDBConnection, name: string, loans: readonly Loan[]): Promise<void> {
  const loanAt = (row: number): Loan => {
    const loan = loans[row]
    if (!loan) throw new Error(`no loan ${row}`)
    return loan
  }
  const text = (column: string, of: (loan: Loan) => string) => ({
    name: column,
    type: 'text' as const,
    value: (row: number) => of(loanAt(row)),
  })
  const number = (column: string, of: (loan: Loan) => number) => ({
    name: column,
    type: 'number' as const,
    value: (row: number) => of(loanAt(row)),
  })
  return fill(connection, {
    name,
    rowCount: loans.length,
    columns: [
      { name: 'number', type: 'integer', value: (row) => row + 1 },
      text('loan_no', (loan) => loan.loanNo),
      text('contract_no', (loan) => loan.contractNo),
      number('disbursed', (loan) => loan.disburseDate),
      number('amount', (loan) => loan.loanAmount),
      number('balance', (loan) => loan.balance),
      number('days', (loan) => loan.overdueDays),
      text('org', (loan) => loan.orgName),
      text('officer', (loan) => loan.managerName),
      text('status', (loan) => loan.loanStatus),
      text('product', (loan) => loan.productType),
      text('tier', (loan) => loan.fiveClass),
      number('maturity', (loan) => loan.maturityDate),
    ],
  })
}

export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(sql)).getRowsJson()
}

import { formatIsoDay } from '../../calendar/index.ts'
import type { DayNumber } from '../../calendar/index.ts'
import { valueAt } from '../../table/index.ts'
import type { Column } from '../../table/index.ts'
import type { Result } from '../types.ts'

/** A loan as the picture sees it; numbers are NaN and texts '' where the ledger does not say. */
export interface LoanSeen {
  readonly table: number
  readonly tableRow: number
  readonly row: number
  readonly customerKey: string
  readonly customer: string
  readonly officer: string
  readonly org: string
  readonly balance: number
  readonly amount: number
  readonly disbursed: number
  readonly maturity: number
  readonly grade: string
  readonly days: number
  readonly step: number
  readonly unsecured: boolean
  readonly entrusted: boolean
}

/** Open loans with a balance; written-off ones are no longer on the book. */
export function readLoans(result: Result): readonly LoanSeen[] {
  const loans: LoanSeen[] = []
  result.tables.forEach(({ table, derived }, index) => {
    if (table.name !== '借据') return
    const cells = (key: string): Column | undefined => derived.get(key) ?? table.columns.get(key)
    const [balance, amount, disbursed, maturity, step] = [
      'balance',
      'loanAmount',
      'disburseDate',
      'effectiveMaturity',
      'crossingStep',
    ].map(cells)
    // a ledger without arrears columns still shows who is past maturity
    const days = derived.has('recordedOverdueDays') ? cells('dpd') : cells('impliedOverdueDays')
    const [grade, guarantee, family, key, name] = [
      'fiveClass',
      'guaranteeType',
      'productFamily',
      'customerKey',
      'customerName',
    ].map(cells)
    const [manager, managerId, org, orgCode] = ['managerName', 'managerId', 'orgName', 'orgCode'].map(cells)
    const [closed, writtenOff] = [cells('closed'), cells('writtenOff')]
    for (let row = 0; row < table.rowCount; row += 1) {
      const left = number(balance, row)
      const gone = [closed, writtenOff].some(
        (column) => column !== undefined && valueAt(column, row) === true,
      )
      if (!(left > 0) || gone) continue
      loans.push({
        table: index,
        tableRow: row,
        row: table.sheetRows[row] ?? 0,
        customerKey: text(key, row),
        customer: text(name, row),
        officer: text(manager, row) || text(managerId, row),
        org: text(org, row) || text(orgCode, row),
        balance: left,
        amount: number(amount, row),
        disbursed: number(disbursed, row),
        maturity: number(maturity, row),
        grade: text(grade, row),
        days: number(days, row),
        step: number(step, row),
        unsecured: text(guarantee, row) === '信用',
        entrusted: text(family, row) === '委托',
      })
    }
  })
  return loans
}

export interface LoanLine {
  readonly table: number
  readonly tableRow: number
  readonly row: number
  readonly customer: string
  readonly officer: string
  readonly balance: number
  /** ISO. */
  readonly day: string
}

/** A loan as it may be listed, with the day that matters. */
export function lineOf(loan: LoanSeen, day: DayNumber): LoanLine {
  return {
    table: loan.table,
    tableRow: loan.tableRow,
    row: loan.row,
    customer: loan.customer,
    officer: loan.officer,
    balance: loan.balance,
    day: formatIsoDay(day),
  }
}

/** A part of a whole in %, 0 of nothing. */
export function percent(part: number, whole: number): number {
  return whole > 0 ? (part / whole) * 100 : 0
}

function number(column: Column | undefined, row: number): number {
  const value = column ? valueAt(column, row) : null
  return typeof value === 'number' ? value : Number.NaN
}

function text(column: Column | undefined, row: number): string {
  const value = column ? valueAt(column, row) : null
  return typeof value === 'string' ? value : ''
}

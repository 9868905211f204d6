import { borrowerKeys, guarantorKeys } from '../derive/index.ts'
import { itemKeys } from './registerTies.ts'
import { RowsByKey } from './rowsByKey.ts'
import type { TableCells } from './tableCells.ts'

/** Columns by which loans belong together. */
const plainFields = ['customerId', 'contractNo', 'loanNo', 'accountNo', 'groupName'] as const

/** Loans by what ties them to each other: every key of a row is `tie` + value. */
export class LoanTies {
  private cells: TableCells
  private readonly ties = new RowsByKey()
  /** By name only those loans that have no number of their own. */
  private readonly byName = new RowsByKey()
  private readonly fields: readonly string[]
  private readonly has: (field: string) => boolean

  constructor(cells: TableCells) {
    this.cells = cells
    this.fields = plainFields.filter((field) => cells.has(field))
    const there = new Set(
      [
        'uscc',
        'idNumber',
        'prevLoanNo',
        'collateralId',
        'registrationNo',
        'guarantorName',
        'guarantorId',
      ].filter((field) => cells.has(field)),
    )
    this.has = (field) => there.has(field)
    for (let row = 0; row < cells.rowCount; row += 1) this.put(row)
  }

  private put(row: number): void {
    for (const key of this.ownKeys(row)) this.ties.add(key, row)
    this.byName.add(this.cells.key(row, 'customerName'), row)
  }

  move(cells: TableCells, row: number): void {
    for (const key of this.ownKeys(row)) this.ties.remove(key, row)
    this.byName.remove(this.cells.key(row, 'customerName'), row)
    this.cells = cells
    this.put(row)
  }

  use(cells: TableCells): void {
    this.cells = cells
  }

  /** Keys that the row can be found by. */
  private ownKeys(row: number): string[] {
    const { cells } = this
    const keys = this.fields.map((field) => tie(field, cells.key(row, field)))
    for (const field of ['uscc', 'idNumber']) if (this.has(field)) keys.push(tie('号', cells.key(row, field)))
    if (this.has('prevLoanNo')) keys.push(tie('上', cells.key(row, 'prevLoanNo')))
    if (this.has('collateralId') || this.has('registrationNo')) keys.push(...itemKeys(cells, row))
    const text = (field: string): string => cells.text(row, field)
    if (this.has('guarantorName') || this.has('guarantorId'))
      keys.push(...guarantorKeys(text).map((key) => `保${key}`))
    keys.push(...borrowerKeys(text).map((key) => `借${key}`))
    return keys.filter(Boolean)
  }

  /** Keys that lead from the row to others: its own, and those that mean it by another name. */
  keysOf(row: number): readonly string[] {
    const { cells } = this
    // loans that replaced the same loan have nothing to do with each other
    const keys = this.ownKeys(row).filter((key) => !key.startsWith('上'))
    const loanNo = cells.key(row, 'loanNo')
    keys.push(tie('上', loanNo), tie('loanNo', cells.key(row, 'prevLoanNo')))
    return keys.filter(Boolean)
  }

  rows(key: string): readonly number[] {
    return this.ties.rows(key)
  }

  rowsNamed(name: string): readonly number[] {
    return this.byName.rows(name)
  }
}

export function tie(name: string, key: string): string {
  return key === '' ? '' : `${name}\u001f${key}`
}

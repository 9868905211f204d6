import type { WorldTable } from '../world.ts'
import { tie } from './loanTies.ts'
import { RowsByKey } from './rowsByKey.ts'
import { tableCells, type TableCells } from './tableCells.ts'

const fields = ['loanNo', 'contractNo', 'accountNo'] as const

/** Loans of the previous ledger by what a loan of this one may be known by there. It never changes. */
export class PreviousTies {
  readonly table: WorldTable
  private readonly cells: TableCells
  private readonly ties = new RowsByKey()

  constructor(table: WorldTable) {
    this.table = table
    this.cells = tableCells([table.combined.table], table.name)
    for (let row = 0; row < table.rowCount; row += 1)
      for (const key of this.keysOf(row)) this.ties.add(key, row)
  }

  private keysOf(row: number): string[] {
    const keys = keysIn(this.cells, row)
    const customer = this.customerOf(row)
    if (customer !== '') keys.push(tie('customerKey', customer))
    // a row with a number of its own is not looked for by name
    if (this.cells.key(row, 'loanNo') === '') keys.push(tie('名', this.cells.key(row, 'customerName')))
    keys.push(tie('全', this.cells.key(row, 'customerName')))
    return keys
  }

  customerOf(row: number): string {
    const column = this.table.derived.get('customerKey')
    return column?.kind === 'text' ? (column.dictionary[column.codes[row] ?? -1] ?? '') : ''
  }

  /** Rows that a loan of this ledger may be, and those of its customer. */
  rowsFor(cells: TableCells, row: number, customerKey: string): readonly (readonly number[])[] {
    const keys = keysIn(cells, row)
    const name = cells.key(row, 'customerName')
    keys.push(tie(cells.key(row, 'loanNo') === '' ? '全' : '名', name), tie('customerKey', customerKey))
    keys.push(tie('loanNo', cells.key(row, 'prevLoanNo')))
    return keys.map((key) => this.ties.rows(key))
  }

  /** Keys under which loans of this ledger may be the row, for `LoanTies.rows`. */
  keysBack(row: number): readonly string[] {
    return keysIn(this.cells, row)
  }

  /** The name by which a row without a number of its own may be meant, else ''. */
  nameBack(row: number): string {
    return this.cells.key(row, 'loanNo') === '' ? this.cells.key(row, 'customerName') : ''
  }
}

function keysIn(cells: TableCells, row: number): string[] {
  return fields.map((field) => tie(field, cells.key(row, field))).filter(Boolean)
}

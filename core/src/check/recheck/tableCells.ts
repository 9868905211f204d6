import type { Table } from '../../ledger/index.ts'
import type { TableName } from '../../policy/index.ts'
import { valueAt } from '../../table/index.ts'
import { normaliseKey } from '../findingId.ts'

/** One part of what the ledger has of a kind of table. */
export interface CellsPart {
  /** Index into the ledger's tables. */
  readonly index: number
  readonly table: Table
  readonly start: number
}

/** The cells of all tables of one kind, by the rows of the whole (as `combineTables` counts them), without copying. */
export interface TableCells {
  readonly rowCount: number
  readonly parts: readonly CellsPart[]
  has(field: string): boolean
  /** As written; '' for blank. */
  text(row: number, field: string): string
  /** Normalised as keys are compared. */
  key(row: number, field: string): string
  number(row: number, field: string): number
  /** The part that a row is in. */
  partAt(row: number): CellsPart
}

export function tableCells(tables: readonly Table[], name: TableName): TableCells {
  const parts: CellsPart[] = []
  let rowCount = 0
  tables.forEach((table, index) => {
    if (table.name !== name) return
    parts.push({ index, table, start: rowCount })
    rowCount += table.rowCount
  })
  const partAt = (row: number): CellsPart => {
    const part = parts.findLast(({ start }) => start <= row)
    if (!part) throw new Error(`the ledger has no row ${row} of ${name}`)
    return part
  }
  const value = (row: number, field: string): unknown => {
    const { table, start } = partAt(row)
    const column = table.columns.get(field)
    return column ? valueAt(column, row - start) : null
  }
  const text = (row: number, field: string): string => {
    const found = value(row, field)
    return typeof found === 'string' ? found : ''
  }
  return {
    rowCount,
    parts,
    has: (field) => parts.some(({ table }) => table.columns.has(field)),
    text,
    key: (row, field) => normaliseKey(text(row, field)),
    number(row, field) {
      const found = value(row, field)
      return typeof found === 'number' ? found : Number.NaN
    },
    partAt,
  }
}

import { isUnknown, valueAt, type Column } from '../../table/index.ts'
import { columnOfCells, type Cell } from './columnOfCells.ts'

/** Computed columns of the whole ledger as they were checked, with the rows that were checked again since. */
export class KeptFacts {
  private readonly checked: ReadonlyMap<string, Column>
  private readonly later = new Map<number, ReadonlyMap<string, Cell>>()

  constructor(checked: ReadonlyMap<string, Column>) {
    this.checked = checked
  }

  get keys(): Iterable<string> {
    return this.checked.keys()
  }

  cell(row: number, key: string): Cell {
    const again = this.later.get(row)?.get(key)
    if (again !== undefined) return again
    const column = this.checked.get(key)
    if (!column) return null
    return isUnknown(column, row) ? undefined : valueAt(column, row)
  }

  text(row: number, key: string): string {
    const value = this.cell(row, key)
    return typeof value === 'string' ? value : ''
  }

  keep(row: number, cells: ReadonlyMap<string, Cell>): void {
    this.later.set(row, cells)
  }

  /** A column of the same kind with other cells. */
  column(key: string, cells: readonly Cell[]): Column | undefined {
    const kind = this.checked.get(key)?.kind
    return kind && columnOfCells(kind, cells)
  }
}

import type { Relation } from '../../policy/index.ts'
import { guarantorKeys } from '../derive/index.ts'
import { RowsByKey } from './rowsByKey.ts'
import type { TableCells } from './tableCells.ts'

/** The rows of a register by what they are filed under and by what they are about. */
export class RegisterTies {
  readonly relation: Relation
  private cells: TableCells
  /** The columns of the relation's key ladder, narrowest first. */
  readonly fields: readonly string[]
  private readonly byField: readonly RowsByKey[]
  private readonly byMatter = new RowsByKey()

  constructor(relation: Relation, cells: TableCells, loans: TableCells) {
    this.relation = relation
    this.cells = cells
    this.fields = relation.keys.flatMap(([field, second]) =>
      field !== undefined && second === undefined && cells.has(field) && loans.has(field) ? [field] : [],
    )
    this.byField = this.fields.map(() => new RowsByKey())
    for (let row = 0; row < cells.rowCount; row += 1) this.put(row)
  }

  private put(row: number): void {
    this.fields.forEach((field, at) => this.byField[at]?.add(this.cells.key(row, field), row))
    for (const key of this.matters(row)) this.byMatter.add(key, row)
  }

  /** A row has other cells now. */
  move(cells: TableCells, row: number): void {
    this.fields.forEach((field, at) => this.byField[at]?.remove(this.cells.key(row, field), row))
    for (const key of this.matters(row)) this.byMatter.remove(key, row)
    this.cells = cells
    this.put(row)
  }

  /** The ledger has other tables now, rows as they were. */
  use(cells: TableCells): void {
    this.cells = cells
  }

  /** Rows under any key of the ladder that has the given value, whether or not a narrower key leads elsewhere. */
  rowsUnder(keyOf: (field: string) => string): readonly (readonly number[])[] {
    return this.fields.map((field, at) => this.byField[at]?.rows(keyOf(field)) ?? [])
  }

  /** The narrowest key that a row is filed under: its field and value; null for none. */
  filedUnder(row: number): { readonly field: string; readonly key: string } | null {
    for (const field of this.fields) {
      const key = this.cells.key(row, field)
      if (key !== '') return { field, key }
    }
    return null
  }

  /** What a row is about: the piece of collateral, the guarantor. */
  matters(row: number): readonly string[] {
    if (this.relation.to === '押品') return itemKeys(this.cells, row)
    if (this.relation.to !== '保证人') return []
    return guarantorKeys((field) => this.cells.text(row, field)).map((key) => `保${key}`)
  }

  rowsAbout(matter: string): readonly number[] {
    return this.byMatter.rows(matter)
  }
}

/** Numbers of collateral that may be shared beyond one customer. */
export function itemKeys(cells: TableCells, row: number): readonly string[] {
  return ['collateralId', 'registrationNo']
    .map((field) => cells.key(row, field))
    .filter(Boolean)
    .map((key) => `押${key}`)
}

import type { Ledger } from '../../ledger/index.ts'
import type { TableName } from '../../policy/index.ts'
import { branchFieldOf, customerKeyKinds, customerKeyOf, segmentOfRow } from '../derive/index.ts'
import { takeRows } from '../takeRows.ts'
import type { World } from '../world.ts'
import { KeptFacts } from './keptFacts.ts'
import { LoanTies, tie } from './loanTies.ts'
import { PreviousTies } from './previousTies.ts'
import { RegisterTies } from './registerTies.ts'
import { RowsByKey } from './rowsByKey.ts'
import { tableCells, type TableCells } from './tableCells.ts'

/** Facts that tie loans together and are computed, so that they change only when a row has been checked again. */
const computedTies = ['customerKey', 'collateralPool'] as const

/** Everything in a ledger by what it belongs to, kept up to date from edit to edit. */
export class LedgerTies {
  loanCells: TableCells
  readonly loans: LoanTies
  /** By table. */
  readonly registers: ReadonlyMap<TableName, RegisterTies>
  readonly previous: PreviousTies | null
  readonly facts: KeptFacts
  /** Loans that are another customer's since the edit that is being checked. */
  readonly renamed = new Map<number, { readonly kind: number; readonly key: string } | null>()
  private readonly computed = new RowsByKey()
  private readonly branchField: string
  private cellsOf: Map<TableName, TableCells>

  constructor(ledger: Ledger, world: World) {
    const names = [...new Set(ledger.tables.map(({ name }) => name))]
    this.cellsOf = new Map(names.map((name) => [name, tableCells(ledger.tables, name)]))
    this.loanCells = this.cells('借据')
    this.loans = new LoanTies(this.loanCells)
    const relations = world.index
      .relationsFrom('借据')
      .filter(({ to, previous }) => to !== '借据' && !previous)
    this.registers = new Map(
      relations
        .filter(({ to }) => this.cellsOf.has(to))
        .map((relation) => [
          relation.to,
          new RegisterTies(relation, this.cells(relation.to), this.loanCells),
        ]),
    )
    const previous = world.previous?.tables.get('借据')
    this.previous = previous ? new PreviousTies(previous) : null
    const table = world.tables.get('借据')
    this.facts = new KeptFacts(table?.derived ?? new Map())
    this.branchField = table ? branchFieldOf(table.combined.table) : 'orgName'
    for (let row = 0; row < this.loanCells.rowCount; row += 1) {
      for (const key of this.computedKeys(row)) this.computed.add(key, row)
    }
  }

  cells(name: TableName): TableCells {
    const known = this.cellsOf.get(name)
    if (known) return known
    const none = tableCells([], name)
    this.cellsOf.set(name, none)
    return none
  }

  /** Takes the edited tables; the edited rows are still found under what they were. */
  use(ledger: Ledger): ReadonlyMap<TableName, TableCells> {
    return new Map([...this.cellsOf.keys()].map((name) => [name, tableCells(ledger.tables, name)]))
  }

  /** Files the edited rows under what they are now. */
  move(cells: ReadonlyMap<TableName, TableCells>, edited: ReadonlyMap<TableName, readonly number[]>): void {
    for (const [name, now] of cells) {
      const rows = edited.get(name) ?? []
      const register = this.registers.get(name)
      if (name === '借据') {
        for (const row of rows) this.loans.move(now, row)
        this.loans.use(now)
        this.loanCells = now
      } else if (register) {
        for (const row of rows) register.move(now, row)
        register.use(now)
      }
    }
    this.cellsOf = new Map(cells)
  }

  private computedKeys(row: number): string[] {
    return computedTies.map((key) => tie(key, this.facts.text(row, key))).filter(Boolean)
  }

  /** Loans of the same customer and of the same pool of collateral, by what is known of the row. */
  computedRows(row: number): readonly (readonly number[])[] {
    return this.computedKeys(row).map((key) => this.computed.rows(key))
  }

  rowsOfCustomer(key: string): readonly number[] {
    return this.computed.rows(tie('customerKey', key))
  }

  /** A row's computed cells are others now. */
  keep(row: number, cells: Parameters<KeptFacts['keep']>[1]): void {
    for (const key of this.computedKeys(row)) this.computed.remove(key, row)
    this.facts.keep(row, cells)
    for (const key of this.computedKeys(row)) this.computed.add(key, row)
  }

  /** Whose loan the row is by its cells of now: index into `customerKeyKinds` and the key. */
  customerOf(row: number): { readonly kind: number; readonly key: string } | null {
    const { loanCells } = this
    return customerKeyOf(
      {
        text: (field) => loanCells.text(row, field),
        segment: () => {
          const { table, start } = loanCells.partAt(row)
          return segmentOfRow(takeRows(table, [row - start]))
        },
        isShared: (field, text) => this.standsBesideThree(row, field, text),
      },
      this.branchField,
    )
  }

  knownCustomer(row: number): { readonly kind: number; readonly key: string } | null {
    const key = this.facts.text(row, 'customerKey')
    const kind = customerKeyKinds.findIndex((name) => name === this.facts.text(row, 'customerKeyKind'))
    return key === '' || kind < 0 ? null : { kind, key }
  }

  /** The rows that have the same text as a number of the row: by them it is known whether the number is its own. */
  rowsWithNumber(row: number, field: string): readonly number[] {
    const key = this.loanCells.key(row, field)
    return this.loans.rows(tie(field === 'customerId' ? field : '号', key))
  }

  private standsBesideThree(row: number, field: string, text: string): boolean {
    const names = new Set<string>()
    for (const other of this.rowsWithNumber(row, field)) {
      if (this.loanCells.text(other, field) !== text || this.loanCells.text(other, 'customerName') === '')
        continue
      names.add(this.loanCells.key(other, 'customerName'))
      if (names.size > 2) return true
    }
    return false
  }
}

import { workingDays } from '@postloan/core/calendar'
import type { Frame, RelationRows, Scope } from '@postloan/core/feel'
import {
  a1Cell,
  a1Column,
  belongs,
  cellOfRow,
  type ExcelName,
  type ExcelResult,
  type ExcelScope,
  tableColumn,
  thisRow,
  type WorkingDayColumn,
} from '@postloan/core/feel/excel'
import { type Column, columnLetters, isUnknown, valueAt } from '@postloan/core/table'
import ExcelJS from 'exceljs'

export type ReferenceStyle = 'a1' | 'structured'

/** Day 0 of the engine (1970-01-01) in a workbook of the 1900 system. */
const epoch = 25_569
const ledgerTable = '台账'
const firstRow = 2
const keyColumn = '行号'
const calendar = workingDays()

interface WrittenTable {
  readonly name: string
  /** The table's first column on its sheet, from 0. */
  readonly left: number
  readonly rowCount: number
  readonly columns: Map<string, WrittenColumn>
}

interface WrittenColumn {
  /** From 0, beside the table's first column. */
  readonly place: number
  cell(row: number): ExcelJS.CellValue
}

/**
 * A frame as a workbook: its own rows on one sheet, the rows of each relation on a sheet of theirs, tied by a key. Only
 * the columns that the formulas asked for are written, so make the formulas first, then call `write`.
 */
export class LedgerWorkbook {
  readonly #frame: Frame
  readonly #scope: Scope
  readonly #formulas: (readonly ExcelResult[])[]
  readonly #ledger: WrittenTable
  readonly #related = new Map<string, WrittenTable>()

  /** `width`: how many formulas each row will have. */
  constructor(frame: Frame, scope: Scope, width: number) {
    this.#frame = frame
    this.#scope = scope
    this.#formulas = Array.from({ length: frame.rowCount }, () => [])
    this.#ledger = newTable(ledgerTable, width, frame.rowCount, (row) => `R${row}`)
  }

  /** The formulas of each row, made by the scope of that row. */
  fill(make: (row: number) => readonly ExcelResult[]): void {
    for (let row = 0; row < this.#frame.rowCount; row++) this.#formulas[row] = make(row)
  }

  scopeOf(row: number, style: ReferenceStyle): ExcelScope {
    const cell = (column: Column, name: string): string => {
      this.#addColumn(this.#ledger, column, name, (at) => at)
      return this.#cell(name, row, style)
    }
    return this.#named(this.#frame, this.#scope, cell, (name, related) =>
      this.#relatedTable(name, related, this.#cell(keyColumn, row, style), style),
    )
  }

  get workingDays(): WorkingDayColumn {
    const count = calendarDays().length
    return { reference: a1Column('工作日', 'A', 1, count), from: calendar.from, to: calendar.to }
  }

  #cell(name: string, row: number, style: ReferenceStyle): string {
    const at = this.#ledger.left + placeOf(this.#ledger, name)
    return style === 'structured'
      ? thisRow(ledgerTable, name)
      : a1Cell(ledgerTable, columnLetters(at), row + firstRow)
  }

  #named(
    frame: Frame,
    scope: Scope,
    reference: (column: Column, name: string) => string,
    relation: (name: string, related: RelationRows) => Related,
  ): ExcelScope {
    return {
      lookup: (name): ExcelName | undefined => {
        const binding = scope.lookup(name)
        switch (binding?.kind) {
          case undefined:
            return undefined
          case 'column': {
            const column = frame.column(name)
            if (!column) return { kind: 'absent' }
            return { kind: 'column', type: binding.type, reference: reference(column, name) }
          }
          case 'constant': {
            const value = frame.constant(name)
            return value === undefined ? { kind: 'absent' } : { kind: 'constant', value }
          }
          case 'group': {
            const group = frame.group(name)
            if (!group) return { kind: 'absent' }
            return { kind: 'group', scope: this.#named(group, binding.scope, reference, relation) }
          }
          case 'relation': {
            const related = frame.relation(name)
            if (!related) return { kind: 'absent' }
            const { rows, found, many, one } = relation(name, related)
            const scopeOver = (to: (column: Column, name: string) => string): ExcelScope =>
              this.#named(related.frame, binding.scope, to, () => {
                throw new Error('no relation of a relation')
              })
            return binding.cardinality === 'many'
              ? { kind: 'relation', cardinality: 'many', rows, scope: scopeOver(many) }
              : { kind: 'relation', cardinality: 'one', found, scope: scopeOver(one) }
          }
        }
      },
    }
  }

  #relatedTable(name: string, related: RelationRows, key: string, style: ReferenceStyle): Related {
    const parents = [...related.offsets].flatMap((offset, parent) =>
      Array.from({ length: (related.offsets[parent + 1] ?? offset) - offset }, () => parent),
    )
    // a table has one row at least
    const rowCount = Math.max(1, parents.length)
    const table =
      this.#related.get(name) ??
      newTable(name, 0, rowCount, (row) => (row < parents.length ? `R${parents[row]}` : null))
    this.#related.set(name, table)
    const whole = (column: string): string => {
      const letters = columnLetters(placeOf(table, column))
      return style === 'structured'
        ? tableColumn(name, column)
        : a1Column(name, letters, firstRow, firstRow + rowCount - 1)
    }
    const many = (column: Column, field: string): string => {
      this.#addColumn(table, column, field, (row) => related.rows[row] ?? -1)
      return whole(field)
    }
    return {
      rows: belongs(whole(keyColumn), key),
      found: `(1-ISERROR(${cellOfRow(whole(keyColumn), whole(keyColumn), key)}))`,
      many,
      one: (column, field) => cellOfRow(many(column, field), whole(keyColumn), key),
    }
  }

  #addColumn(table: WrittenTable, column: Column, name: string, rowOf: (row: number) => number): void {
    if (table.columns.has(name)) return
    table.columns.set(name, { place: table.columns.size, cell: (row) => cellOf(column, rowOf(row)) })
  }

  async write(): Promise<Uint8Array> {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet(ledgerTable)
    addTable(sheet, this.#ledger)
    for (const [row, formulas] of this.#formulas.entries()) {
      for (const [index, one] of formulas.entries()) {
        if (!one.ok) continue
        const cell = sheet.getCell(row + firstRow, index + 1)
        // the library writes array formulas, its types do not know them
        const arrayFormula = { formula: one.formula, shareType: 'array', ref: cell.address }
        cell.value = one.array ? arrayFormula : { formula: one.formula }
      }
    }
    for (const table of this.#related.values()) addTable(workbook.addWorksheet(table.name), table)
    const days = workbook.addWorksheet('工作日')
    for (const [index, day] of calendarDays().entries()) days.getCell(index + 1, 1).value = day + epoch
    return new Uint8Array(await workbook.xlsx.writeBuffer())
  }
}

interface Related {
  readonly rows: string
  readonly found: string
  readonly many: (column: Column, name: string) => string
  readonly one: (column: Column, name: string) => string
}

function newTable(
  name: string,
  left: number,
  rowCount: number,
  key: (row: number) => ExcelJS.CellValue,
): WrittenTable {
  return { name, left, rowCount, columns: new Map([[keyColumn, { place: 0, cell: key }]]) }
}

function placeOf(table: WrittenTable, column: string): number {
  const found = table.columns.get(column)
  if (!found) throw new Error(`${table.name} has no column ${column}`)
  return found.place
}

function addTable(sheet: ExcelJS.Worksheet, table: WrittenTable): void {
  sheet.addTable({
    name: table.name,
    ref: columnLetters(table.left) + String(firstRow - 1),
    headerRow: true,
    columns: [...table.columns.keys()].map((name) => ({ name })),
    rows: Array.from({ length: table.rowCount }, (_, row) =>
      [...table.columns.values()].map((column) => column.cell(row)),
    ),
  })
}

/** An unknown cell is an error value; truths are written both ways that a ledger may hold them. */
function cellOf(column: Column, row: number): ExcelJS.CellValue {
  if (row < 0) return null
  if (isUnknown(column, row)) return { error: '#N/A' }
  const value = valueAt(column, row)
  if (value === '') throw new Error('a sheet cannot tell an empty text from a blank')
  if (column.kind === 'date' && typeof value === 'number') return value + epoch
  if (typeof value === 'boolean' && row % 2 === 0) return value ? '是' : '否'
  return value
}

let workingDaysAndOneBefore: number[] | undefined

function calendarDays(): readonly number[] {
  workingDaysAndOneBefore ??= [
    calendar.from - 1,
    ...Array.from({ length: calendar.to - calendar.from + 1 }, (_, index) => calendar.from + index).filter(
      (day) => calendar.isWorkingDay(day),
    ),
  ]
  return workingDaysAndOneBefore
}

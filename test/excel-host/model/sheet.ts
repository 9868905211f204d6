import {
  type Area,
  MAX_COLUMNS,
  MAX_ROWS,
  area,
  contains,
  intersection,
  isWholeColumns,
  isWholeRows,
} from './area.ts'
import { type CellValue, Cells, type CellsSnapshot, ERROR, type TextPool } from './cells.ts'
import { type Decor, PLAIN_DECOR } from './decor.ts'
import { accessDenied, invalidOperation } from './fault.ts'
import { parseEntry } from './parseEntry.ts'
import { shiftDecor } from './shiftDecor.ts'
import { type Shift, moveFormula, shiftFormula } from './shiftFormula.ts'
import type { Styles } from './styles.ts'

export interface SheetSnapshot {
  readonly cells: CellsSnapshot
  readonly decor: Decor
}

/** What a sheet needs of the workbook that it is in. */
export interface SheetHome {
  readonly date1904: boolean
  readonly pool: TextPool
  readonly styles: Styles
  /** Works out a formula; undefined where it cannot. */
  calculate(sheet: Sheet, row: number, column: number, formula: string): CellValue | undefined
  /** Cells moved: formulas and names elsewhere follow. */
  moved(sheet: Sheet, shift: Shift): void
}

/** One worksheet: its cells and everything laid over them. */
export class Sheet {
  readonly id: string
  readonly cells: Cells
  readonly home: SheetHome
  decor: Decor
  selection: Area = area(0, 0)
  /** Where it lies in the file; null for a sheet made here. */
  part: string | null = null
  /** False for a chart sheet of the file: it travels along and is no worksheet. */
  isGrid = true
  /** How many formula cells were written here: only then is it worth calculating again. */
  ownFormulas = 0

  constructor(id: string, name: string, home: SheetHome) {
    this.id = id
    this.home = home
    this.cells = new Cells(home.pool)
    this.decor = { ...PLAIN_DECOR, name }
  }

  get name(): string {
    return this.decor.name
  }

  change(change: Partial<Decor>): void {
    this.decor = { ...this.decor, ...change }
  }

  snapshot(): SheetSnapshot {
    return { cells: this.cells.snapshot(), decor: this.decor }
  }

  restore(snapshot: SheetSnapshot): void {
    this.cells.restore(snapshot.cells)
    this.decor = snapshot.decor
  }

  /** The number of the style that shows: the cell's, else its row's, else its column's. */
  styleAt(row: number, column: number): number {
    const own = this.cells.style(row, column)
    return own >= 0 ? own : this.lineStyle(row, column)
  }

  /** The number of the style that an empty cell shows. */
  lineStyle(row: number, column: number): number {
    return this.decor.rows.get(row)?.style ?? this.decor.columns.get(column)?.style ?? 0
  }

  isHidden(row: number): boolean {
    const info = this.decor.rows.get(row)
    return info?.hidden === true || info?.filtered === true
  }

  /** Puts in what a person types or an add-in writes: formulas, and text that is read as a number or a date. */
  enter(row: number, column: number, entry: CellValue): void {
    if (typeof entry === 'string' && entry.length > 1 && entry.startsWith('=')) {
      this.ownFormulas++
      const value = this.home.calculate(this, row, column, entry)
      this.cells.setValue(row, column, value ?? '#NAME?', true)
      this.cells.setFormula(row, column, entry)
      return
    }
    if (typeof entry !== 'string') {
      this.cells.setValue(row, column, entry)
      return
    }
    const style = this.styleAt(row, column)
    const look = this.home.styles.look(style)
    const parsed = parseEntry(entry, look.numberFormat, this.home.date1904)
    this.cells.setValue(row, column, parsed.value, parsed.isError)
    if (parsed.numberFormat !== undefined && look.numberFormat === 'General') {
      this.cells.setStyle(row, column, this.home.styles.derive(style, { numberFormat: parsed.numberFormat }))
    }
  }

  /** Works out again the formulas that were written since the file was opened. */
  recalculate(): boolean {
    if (this.ownFormulas === 0) return false
    let changed = false
    for (let column = 0; column < this.cells.columnCount; column++) {
      for (const [row, formula] of this.cells.formulasOf(column) ?? []) {
        const value = this.home.calculate(this, row, column, formula)
        if (value === undefined || value === this.cells.value(row, column)) continue
        this.cells.setValue(row, column, value, true)
        this.cells.setFormula(row, column, formula)
        changed = true
      }
    }
    return changed
  }

  /** @throws ExcelFault when the sheet is protected and not all of these cells may be written. */
  guard(where: Area): void {
    if (!this.decor.protection) return
    const inside = intersection(where, area(0, 0, this.cells.rowCount, this.cells.columnCount))
    if (!inside || !contains(inside, where)) throw accessDenied()
    for (let r = inside.row; r < inside.row + inside.rows; r++) {
      for (let c = inside.column; c < inside.column + inside.columns; c++) {
        if (this.home.styles.look(this.styleAt(r, c)).locked) throw accessDenied()
      }
    }
  }

  /** @throws ExcelFault when the sheet is protected without this option (`allowInsertRows`, `allowFormatCells` …). */
  guardOption(option: string): void {
    if (this.decor.protection && this.decor.protection.options[option] !== true) throw accessDenied()
  }

  insert(where: Area, direction: 'Down' | 'Right'): void {
    this.#refuseSplit(where, direction)
    if (direction === 'Down') {
      if (this.cells.rowCount + where.rows > MAX_ROWS)
        throw invalidOperation('Cells would move off the sheet.')
      this.cells.insertRows(where.row, where.rows, where.column, where.column + where.columns)
    } else {
      this.cells.insertColumns(where.column, where.columns, where.row, where.row + where.rows)
    }
    this.#follow(where, direction === 'Down' ? 'row' : 'column', 1)
  }

  remove(where: Area, direction: 'Up' | 'Left'): void {
    this.#refuseSplit(where, direction === 'Up' ? 'Down' : 'Right')
    if (direction === 'Up') {
      this.cells.deleteRows(where.row, where.rows, where.column, where.column + where.columns)
    } else {
      this.cells.deleteColumns(where.column, where.columns, where.row, where.row + where.rows)
    }
    this.#follow(where, direction === 'Up' ? 'row' : 'column', -1)
  }

  /** A table may be moved or grown as a whole, never cut by cells that shift through part of it. */
  #refuseSplit(where: Area, direction: 'Down' | 'Right'): void {
    const whole = direction === 'Down' ? isWholeRows(where) : isWholeColumns(where)
    if (whole) return
    const path =
      direction === 'Down'
        ? area(where.row, where.column, MAX_ROWS - where.row, where.columns)
        : area(where.row, where.column, where.rows, MAX_COLUMNS - where.column)
    for (const table of this.decor.tables) {
      const hit = intersection(table.area, path)
      if (!hit) continue
      const cuts = direction === 'Down' ? hit.columns < table.area.columns : hit.rows < table.area.rows
      if (cuts) throw invalidOperation('This operation is not allowed. It would shift cells in a table.')
    }
  }

  #follow(where: Area, axis: 'row' | 'column', sign: 1 | -1): void {
    const rows = axis === 'row'
    const shift: Shift = {
      axis,
      at: rows ? where.row : where.column,
      count: sign * (rows ? where.rows : where.columns),
      from: rows ? where.column : where.row,
      to: rows ? where.column + where.columns : where.row + where.rows,
    }
    this.decor = shiftDecor(this.decor, shift, this)
    this.home.moved(this, shift)
  }

  /** Formulas of this sheet after cells of `other` (perhaps this one) moved. */
  shiftFormulas(shift: Shift, other: Sheet): void {
    for (let column = 0; column < this.cells.columnCount; column++) {
      for (const [row, formula] of Array.from(this.cells.formulasOf(column) ?? [])) {
        const moved = shiftFormula(formula, shift, other.name, this.name)
        if (moved !== formula) this.cells.setFormula(row, column, moved)
      }
    }
  }

  /** Puts the rows of an area into another order: row i takes what row `order[i]` had. Hidden rows must be left out. */
  reorder(where: Area, order: readonly number[]): void {
    const to = Math.min(where.column + where.columns, this.cells.columnCount)
    this.cells.reorder(where.row, order, where.column, to)
    for (let column = where.column; column < to; column++) {
      for (const [i, k] of order.entries()) {
        const formula = this.cells.formula(where.row + i, column)
        if (formula !== undefined && i !== k) {
          this.cells.setFormula(where.row + i, column, moveFormula(formula, i - k, 0))
        }
      }
    }
    const places = new Map(order.map((k, i) => [where.row + k, where.row + i]))
    const place = <T extends { readonly row: number; readonly column: number }>(one: T): T => {
      if (!contains(where, area(one.row, one.column))) return one
      return { ...one, row: places.get(one.row) ?? one.row }
    }
    this.change({ comments: this.decor.comments.map(place), notes: this.decor.notes.map(place) })
  }

  isErrorAt(row: number, column: number): boolean {
    return this.cells.kind(row, column) === ERROR
  }
}

import { type DateSystem, EPOCH_SERIAL, SHIFT_1904 } from '@postloan/core/calendar'
import { CellKind, type CellColumn, type Sheet } from '@postloan/core/table'
import { isDateFormat } from '@postloan/core/workbook/own'

import type { CellPiece, CellRead, CellWrite, PortCell, SheetFrame } from '../../excel/port.ts'

/** What Excel gives as the value of a cell with an error. */
const ERRORS = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#BLOCKED!',
  '#FIELD!',
  '#BUSY!',
  '#UNKNOWN!',
  '#CONNECT!',
])

interface GridColumn {
  kinds: Uint8Array
  values: Float64Array
  formats: string[]
}

/**
 * The cells of one sheet as they come in and as they are edited later, kept as the reader takes them: days by their serial
 * in the 1900 system, whatever the workbook's own is.
 */
export class CellGrid {
  #rowCount = 0
  readonly #columns: (GridColumn | undefined)[] = []
  readonly #texts: string[] = []
  readonly #textIndex = new Map<string, number>()
  readonly #isDate = new Map<string, boolean>()
  /** What a day lacks in the workbook's own system. */
  readonly #shift: number

  constructor(dateSystem: DateSystem) {
    this.#shift = dateSystem === 1904 ? SHIFT_1904 : 0
  }

  take(piece: CellPiece): void {
    if (piece.kind === 'formats') {
      this.#formats(piece.column, piece.runs)
      return
    }
    for (const [i, cells] of piece.values.entries()) {
      for (const [j, value] of cells.entries()) {
        if (value !== '') this.#set(piece.row + i, piece.column + j, value)
      }
    }
  }

  /** What we wrote ourselves; null leaves a cell, '' empties it. */
  write(row: number, column: number, cells: readonly CellWrite[]): void {
    for (const [i, value] of cells.entries()) {
      if (value === '') this.#empty(row, column + i)
      else if (typeof value === 'string' || typeof value === 'number') this.#set(row, column + i, value)
      else if (value !== null && 'day' in value) this.#setDay(row, column + i, value.day)
    }
  }

  /** True where a cell is as this writing leaves it; what leaves it alone does. */
  holds(row: number, column: number, cell: CellWrite): boolean {
    if (cell === null) return true
    const cells = this.#columns[column]
    const kind = cells?.kinds[row] ?? CellKind.empty
    const value = cells?.values[row] ?? 0
    if (kind === CellKind.empty) return cell === ''
    if (kind === CellKind.text || kind === CellKind.error) return cell === this.#texts[value]
    if (typeof cell !== 'object') return cell === value
    // a day whose format was lost is a number as Excel has it
    const serial = kind === CellKind.date ? value : value + this.#shift
    return 'day' in cell && cell.day + EPOCH_SERIAL === serial
  }

  /** A whole row anew; true when any cell of it differs now. */
  editRow(row: number, cells: readonly PortCell[]): boolean {
    let changed = false
    const width = Math.max(cells.length, this.#columns.length)
    for (let column = 0; column < width; column++) {
      const kindBefore = this.#columns[column]?.kinds[row] ?? CellKind.empty
      const before = this.#columns[column]?.values[row] ?? 0
      const cell = cells[column]
      if (cell === undefined || cell.value === '') this.#empty(row, column)
      else {
        this.#set(row, column, cell.value)
        const made = this.#columns[column]
        if (made?.kinds[row] === CellKind.number && this.#dateFormat(cell.format ?? '')) {
          made.kinds[row] = CellKind.date
          made.values[row] = (made.values[row] ?? 0) + this.#shift
        }
      }
      const kind = this.#columns[column]?.kinds[row] ?? CellKind.empty
      const value = this.#columns[column]?.values[row] ?? 0
      changed ||= kind !== kindBefore || (kind !== CellKind.empty && value !== before)
    }
    return changed
  }

  sheet(frame: SheetFrame): Sheet {
    let rowCount = 0
    const columns = this.#columns.map((column): CellColumn | null => {
      if (!column) return null
      let length = Math.min(this.#rowCount, column.kinds.length)
      while (length > 0 && column.kinds[length - 1] === CellKind.empty) length--
      if (length === 0) return null
      rowCount = Math.max(rowCount, length)
      return {
        kinds: column.kinds.subarray(0, length),
        values: column.values.subarray(0, length),
        formats: column.formats,
      }
    })
    const sparse = Array.from({ length: columns.length }, (_, i) => columns[i] ?? null)
    while (sparse.length > 0 && sparse.at(-1) === null) sparse.pop()
    const { name, state, merges, tableAreas } = frame
    return {
      name,
      state,
      merges,
      tableAreas,
      hiddenRows: frame.hiddenRows.filter((row) => row < rowCount),
      hiddenColumns: frame.hiddenColumns.filter((column) => column < sparse.length),
      rowCount,
      columnCount: sparse.length,
      columns: sparse,
      texts: this.#texts,
      strays: [],
    }
  }

  #formats(column: number, runs: readonly (readonly [number, number, string])[]): void {
    const cells = this.#columns[column]
    if (!cells) return
    const counts = new Map<string, number>()
    for (const [from, to, format] of runs) {
      const isDate = this.#dateFormat(format)
      let count = 0
      for (let row = from; row < Math.min(to, cells.kinds.length); row++) {
        const kind = cells.kinds[row]
        if (kind === CellKind.empty || kind === undefined) continue
        count++
        if (kind === CellKind.number && isDate) {
          cells.kinds[row] = CellKind.date
          cells.values[row] = (cells.values[row] ?? 0) + this.#shift
        }
      }
      if (count > 0) counts.set(format, (counts.get(format) ?? 0) + count)
    }
    cells.formats = [...counts].toSorted((a, b) => b[1] - a[1]).map(([format]) => format)
  }

  #dateFormat(format: string): boolean {
    let known = this.#isDate.get(format)
    if (known === undefined) {
      known = format !== '' && isDateFormat(format)
      this.#isDate.set(format, known)
    }
    return known
  }

  #empty(row: number, column: number): void {
    const cells = this.#columns[column]
    if (!cells || row >= cells.kinds.length) return
    cells.kinds[row] = CellKind.empty
    cells.values[row] = 0
  }

  #set(row: number, column: number, value: CellRead): void {
    const cells = this.#room(row, column)
    if (row >= this.#rowCount) this.#rowCount = row + 1
    if (typeof value === 'number') {
      cells.kinds[row] = CellKind.number
      cells.values[row] = value
    } else if (typeof value === 'boolean') {
      cells.kinds[row] = CellKind.boolean
      cells.values[row] = value ? 1 : 0
    } else {
      cells.kinds[row] = value.startsWith('#') && ERRORS.has(value) ? CellKind.error : CellKind.text
      cells.values[row] = this.#intern(value)
    }
  }

  #setDay(row: number, column: number, day: number): void {
    this.#set(row, column, day + EPOCH_SERIAL)
    const made = this.#columns[column]
    if (made) made.kinds[row] = CellKind.date
  }

  #room(row: number, column: number): GridColumn {
    let cells = this.#columns[column]
    if (!cells) {
      const capacity = Math.max(64, row + 1, this.#rowCount)
      cells = { kinds: new Uint8Array(capacity), values: new Float64Array(capacity), formats: [] }
      while (this.#columns.length <= column) this.#columns.push(undefined)
      this.#columns[column] = cells
    } else if (row >= cells.kinds.length) {
      const capacity = Math.max(row + 1, cells.kinds.length * 2)
      const kinds = new Uint8Array(capacity)
      const values = new Float64Array(capacity)
      kinds.set(cells.kinds)
      values.set(cells.values)
      cells.kinds = kinds
      cells.values = values
    }
    return cells
  }

  #intern(text: string): number {
    let index = this.#textIndex.get(text)
    if (index === undefined) {
      index = this.#texts.push(text) - 1
      this.#textIndex.set(text, index)
    }
    return index
  }
}

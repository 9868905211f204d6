import { type Area, type CellColumn, CellKind, type Sheet, type StrayCell } from '../../table/index.ts'
import type { TextPool } from './textPool.ts'

export const EXCEL_ROWS = 1_048_576
export const EXCEL_COLUMNS = 16_384

/** Cells this far below or to the right of all others are strays, if they are few; a ledger has no such gap. */
const STRAY_ROW_GAP = 65_536
const STRAY_COLUMN_GAP = 256
const FEW_CELLS = 1000
/** Room that a few scattered cells may take up without being strays, and room allowed for each cell beyond. */
const FREE_ROOM = 8_000_000
const ROOM_PER_CELL = 64

/** What is known of a sheet apart from its cells. */
export interface SheetFrame {
  readonly name: string
  readonly state: Sheet['state']
  readonly merges: readonly Area[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  readonly tableAreas: readonly Area[]
}

/** One column while it grows. */
class GrowingColumn {
  kinds: Uint8Array
  values: Float64Array
  /** One more than the last filled row. */
  length = 0
  private lastFormat = -1
  private formatRun = 0
  private readonly formatCounts = new Map<number, number>()

  constructor(capacity: number) {
    this.kinds = new Uint8Array(capacity)
    this.values = new Float64Array(capacity)
  }

  set(row: number, kind: CellKind, value: number, format: number): void {
    this.kinds[row] = kind
    this.values[row] = value
    if (row >= this.length) this.length = row + 1
    // Formats come in long runs down a column.
    if (format === this.lastFormat) this.formatRun++
    else this.startRun(format)
  }

  grow(capacity: number): void {
    const kinds = new Uint8Array(capacity)
    const values = new Float64Array(capacity)
    kinds.set(this.kinds)
    values.set(this.values)
    this.kinds = kinds
    this.values = values
  }

  /** How many cells there are from this row on. */
  countFrom(row: number): number {
    let count = 0
    for (let i = row; i < this.length; i++) if (this.kinds[i] !== CellKind.empty) count++
    return count
  }

  /** Forgets the cells from this row on. */
  cutAt(row: number): void {
    this.length = Math.min(this.length, row)
    while (this.length > 0 && this.kinds[this.length - 1] === CellKind.empty) this.length--
  }

  finish(formatCodes: readonly string[]): CellColumn {
    this.startRun(-1)
    const formats = [...this.formatCounts]
      .toSorted((a, b) => b[1] - a[1])
      .flatMap(([format]) => formatCodes[format] ?? [])
    return {
      kinds: this.kinds.subarray(0, this.length),
      values: this.values.subarray(0, this.length),
      formats: [...new Set(formats)],
    }
  }

  private startRun(format: number): void {
    if (this.lastFormat >= 0) {
      this.formatCounts.set(this.lastFormat, (this.formatCounts.get(this.lastFormat) ?? 0) + this.formatRun)
    }
    this.lastFormat = format
    this.formatRun = 1
  }
}

/** Takes cells in any order and makes the columns of a sheet; scattered far cells never make it allocate a grid. */
export class SheetBuilder {
  /** Rows expected in all, when the reader can guess; columns grow to it in one step. */
  expectedRows = 0
  readonly uncalculated: {
    count: number
    readonly first: { readonly row: number; readonly column: number }[]
  } = {
    count: 0,
    first: [],
  }
  private readonly pool: TextPool
  private readonly maxRows: number
  private readonly columns: (GrowingColumn | undefined)[] = []
  private readonly strays: StrayCell[] = []
  private rowCount = 0
  /** The row below which the first great gap begins; -1 for none. */
  private gapAt = -1
  private cellCount = 0
  private room = 0

  /** @param maxRows cells below are strays. */
  constructor(pool: TextPool, maxRows = EXCEL_ROWS) {
    this.pool = pool
    this.maxRows = maxRows
  }

  /** @param format index into the format codes given to `finish`, or -1. */
  put(row: number, column: number, kind: CellKind, value: number, format: number): void {
    let cells = this.columns[column]
    if (cells === undefined || row >= cells.kinds.length) {
      cells = this.makeRoom(row, column)
      if (cells === undefined) {
        this.strays.push({ row, column, text: this.textOf(kind, value) })
        return
      }
    }
    cells.set(row, kind, value, format)
    this.cellCount++
    if (row >= this.rowCount) {
      if (this.gapAt < 0 && this.rowCount > 0 && row > this.rowCount + STRAY_ROW_GAP)
        this.gapAt = this.rowCount
      this.rowCount = row + 1
    }
  }

  putText(row: number, column: number, text: string, format = -1): void {
    if (text !== '') this.put(row, column, CellKind.text, this.pool.intern(text), format)
  }

  /** A formula that whoever saved the file never computed: there is a value, and we cannot know it. */
  putUncalculated(row: number, column: number, format: number): void {
    this.uncalculated.count++
    if (this.uncalculated.first.length < 3) this.uncalculated.first.push({ row, column })
    this.put(row, column, CellKind.error, this.pool.intern(UNCALCULATED), format)
  }

  finish(frame: SheetFrame, formatCodes: readonly string[]): Sheet {
    this.dropFarRows()
    this.dropFarColumns()
    const columns: (CellColumn | null)[] = []
    let rowCount = 0
    for (let column = 0; column < this.columns.length; column++) {
      const cells = this.columns[column]
      columns.push(cells ? cells.finish(formatCodes) : null)
      if (cells && cells.length > rowCount) rowCount = cells.length
    }
    return {
      ...frame,
      rowCount,
      columnCount: columns.length,
      columns,
      texts: this.pool.texts,
      hiddenRows: frame.hiddenRows.filter((row) => row < rowCount),
      hiddenColumns: frame.hiddenColumns.filter((column) => column < columns.length),
      strays: this.strays,
    }
  }

  private makeRoom(row: number, column: number): GrowingColumn | undefined {
    if (row >= this.maxRows || column >= EXCEL_COLUMNS) return undefined
    const cells = this.columns[column]
    const held = cells?.kinds.length ?? 0
    const spare = FREE_ROOM + ROOM_PER_CELL * this.cellCount - this.room
    const wanted = Math.max(16, row + 1, Math.min(this.expectedRows, 64 * row), held + (held >> 1))
    const capacity = wanted - held <= spare ? wanted : row + 1
    if (capacity - held > spare) return undefined
    this.room += capacity - held
    if (cells) {
      cells.grow(capacity)
      return cells
    }
    const fresh = new GrowingColumn(capacity)
    while (this.columns.length <= column) this.columns.push(undefined)
    this.columns[column] = fresh
    return fresh
  }

  /** A word left in A1048576 is no reason to call a sheet of 40 rows a million long. */
  private dropFarRows(): void {
    if (this.gapAt < 0) return
    let farCells = 0
    for (const cells of this.columns) farCells += cells?.countFrom(this.gapAt) ?? 0
    if (farCells > FEW_CELLS) return
    for (const [column, cells] of this.columns.entries()) {
      if (!cells) continue
      this.makeStrays(cells, column, this.gapAt)
      cells.cutAt(this.gapAt)
      if (cells.length === 0) this.columns[column] = undefined
    }
  }

  /** The same for a word left in XFD1. */
  private dropFarColumns(): void {
    let last = -1
    for (let column = 0; column < this.columns.length; column++) {
      if (!this.columns[column]) continue
      if (last >= 0 && column - last > STRAY_COLUMN_GAP) break
      last = column
    }
    let farCells = 0
    for (const cells of this.columns.slice(last + 1)) farCells += cells?.countFrom(0) ?? 0
    if (farCells > FEW_CELLS) {
      while (this.columns.at(-1) === undefined) this.columns.pop()
      return
    }
    for (let column = last + 1; column < this.columns.length; column++) {
      const cells = this.columns[column]
      if (cells) this.makeStrays(cells, column, 0)
    }
    this.columns.length = last + 1
  }

  private makeStrays(cells: GrowingColumn, column: number, fromRow: number): void {
    for (let row = fromRow; row < cells.length; row++) {
      // Only `set` writes kinds, and it takes a CellKind.
      const kind = (cells.kinds[row] ?? CellKind.empty) as CellKind
      if (kind !== CellKind.empty)
        this.strays.push({ row, column, text: this.textOf(kind, cells.values[row] ?? 0) })
    }
  }

  private textOf(kind: CellKind, value: number): string {
    if (kind === CellKind.text || kind === CellKind.error) return this.pool.texts[value] ?? ''
    return kind === CellKind.boolean ? (value === 1 ? 'TRUE' : 'FALSE') : String(value)
  }
}

/** The text of the error cell that stands for a formula without a computed value. */
export const UNCALCULATED = '#未计算'

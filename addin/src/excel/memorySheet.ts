import { type DateSystem, serialOfDay } from '@postloan/core/calendar'
import type { Area, Sheet } from '@postloan/core/table'

import { type MemoryCell, each, shifted, shrunk, unlooked } from './memoryCell.ts'
import type { CellPiece, CellRead, CellWrite, ColumnShape, PortCell, RowSpan, SheetWrite } from './port.ts'

export interface MemorySheetInit {
  readonly name: string
  readonly rows: readonly (readonly (CellRead | null | undefined | MemoryCell)[])[]
  readonly state?: Sheet['state']
  readonly protected?: boolean
  readonly merges?: readonly Area[]
  readonly tableAreas?: readonly Area[]
}

export interface MemoryFormat {
  readonly id: string
  area: Area
  readonly formula: string
}

export interface MemoryComment {
  readonly id: string
  row: number
  readonly column: number
  readonly text: string
  replies: number
}

const standard: ColumnShape = { width: 48, hidden: false, standard: true }

/** One sheet of cells in memory; rows that are put in, taken out or sorted take everything of theirs along. */
export class MemorySheet {
  readonly id: string
  name: string
  state: Sheet['state']
  isProtected: boolean
  rows: (MemoryCell | undefined)[][]
  formats: MemoryFormat[] = []
  comments: MemoryComment[] = []
  hiddenRows: number[] = []
  readonly merges: readonly Area[]
  tableAreas: readonly Area[]
  /** Charts, filters, frozen rows and the like: counted, not modelled. */
  readonly extras: SheetWrite['kind'][] = []
  readonly #columns = new Map<number, ColumnShape>()
  #nextId = 1

  readonly #dateSystem: DateSystem

  constructor(id: string, init: MemorySheetInit, dateSystem: DateSystem = 1900) {
    this.#dateSystem = dateSystem
    this.id = id
    this.name = init.name
    this.state = init.state ?? 'visible'
    this.isProtected = init.protected ?? false
    this.merges = init.merges ?? []
    this.tableAreas = init.tableAreas ?? []
    this.rows = init.rows.map((row) =>
      row.map((cell) => {
        if (cell === null || cell === undefined || cell === '') return undefined
        return typeof cell === 'object' ? { ...cell } : { value: cell }
      }),
    )
  }

  get rowCount(): number {
    let last = this.rows.length
    while (last > 0 && !this.rows[last - 1]?.some((cell) => cell !== undefined)) last--
    return last
  }

  get columnCount(): number {
    return this.rows.reduce(
      (most, row) => Math.max(most, row.findLastIndex((cell) => cell !== undefined) + 1),
      0,
    )
  }

  column(column: number): ColumnShape {
    return this.#columns.get(column) ?? standard
  }

  values(from: number, to: number): CellRead[][] {
    const width = this.columnCount
    return Array.from({ length: to - from }, (_, i) =>
      Array.from({ length: width }, (__, column) => this.rows[from + i]?.[column]?.value ?? ''),
    )
  }

  cells(rows: RowSpan, columnCount: number): PortCell[][] {
    return Array.from({ length: rows.to - rows.from }, (_, i) =>
      Array.from({ length: columnCount }, (__, column): PortCell => {
        const cell = this.rows[rows.from + i]?.[column]
        return { value: cell?.value ?? '', format: cell?.format ?? 'General' }
      }),
    )
  }

  formatRuns(): CellPiece[] {
    const pieces: CellPiece[] = []
    for (let column = 0; column < this.columnCount; column++) {
      const runs: [number, number, string][] = []
      for (let row = 0; row < this.rowCount; row++) {
        const format = this.rows[row]?.[column]?.format ?? 'General'
        const last = runs.at(-1)
        if (last?.[2] === format) last[1] = row + 1
        else runs.push([row, row + 1, format])
      }
      pieces.push({ kind: 'formats', column, runs })
    }
    return pieces
  }

  // What people do

  put(row: number, column: number, value: CellRead, format?: string): void {
    const line = this.#line(row)
    if (value === '') {
      const { look } = line[column] ?? {}
      line[column] = look ? { value: '', look } : undefined
    } else {
      const before = line[column]
      line[column] = { ...before, value, ...(format === undefined ? {} : { format }) }
    }
  }

  insertRows(at: number, count: number): void {
    const blank = Array.from({ length: count }, (): (MemoryCell | undefined)[] => [])
    this.rows.splice(at, 0, ...blank)
    this.formats = this.formats.map((one) => ({ ...one, area: shifted(one.area, at, count) }))
    for (const one of this.comments) if (one.row >= at) one.row += count
  }

  deleteRows(at: number, count: number): void {
    this.rows.splice(at, count)
    this.formats = this.formats.map((one) => ({ ...one, area: shrunk(one.area, at, count) }))
    this.comments = this.comments.filter(({ row }) => row < at || row >= at + count)
    for (const one of this.comments) if (one.row >= at) one.row -= count
  }

  /** Sorts whole rows of an area; what is left and right of it stays. */
  sort(area: Area, column: number): void {
    const lines = this.rows.slice(area.top, area.bottom).map((row) => row.slice(area.left, area.right))
    const key = (line: (MemoryCell | undefined)[]): string =>
      String(line[column - area.left]?.value ?? '\uffff')
    lines.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
    for (const [i, line] of lines.entries()) {
      const row = this.#line(area.top + i)
      for (let at = area.left; at < area.right; at++) row[at] = line[at - area.left]
    }
  }

  // What we do

  write(write: Exclude<SheetWrite, { kind: 'addSheet' | 'dropSheet' | 'dropRecord' }>): void {
    switch (write.kind) {
      case 'values':
        for (const [i, row] of write.rows.entries()) {
          for (const [j, value] of row.entries()) this.#set(write.at.row + i, write.at.column + j, value)
        }
        return
      case 'look':
        each(write.area, (row, column) => {
          const line = this.#line(row)
          const before = line[column]
          const format = write.look.format ?? before?.format
          line[column] = {
            value: before?.value ?? '',
            look: { ...before?.look, ...write.look },
            ...(format === undefined ? {} : { format }),
          }
        })
        return
      case 'unlook':
        each({ ...write.area, bottom: Math.min(write.area.bottom, this.rows.length) }, (row, column) => {
          const line = this.rows[row]
          const before = line?.[column]
          if (line && before) line[column] = unlooked(before, write.look, write.back)
        })
        return
      case 'clear':
        each({ ...write.area, bottom: Math.min(write.area.bottom, this.rows.length) }, (row, column) => {
          const line = this.rows[row]
          const { look, format } = line?.[column] ?? {}
          if (line)
            line[column] =
              look || format
                ? { value: '', ...(look ? { look } : {}), ...(format ? { format } : {}) }
                : undefined
        })
        return
      case 'column': {
        const before = this.column(write.column)
        const width =
          write.width === undefined
            ? before.width
            : write.width === 'standard'
              ? standard.width
              : 'points' in write.width
                ? write.width.points
                : write.width.characters * 6
        const hidden = write.hidden ?? before.hidden
        if (width === standard.width && !hidden) this.#columns.delete(write.column)
        else this.#columns.set(write.column, { width, hidden, standard: width === standard.width })
        return
      }
      case 'conditional':
        this.formats.push({ id: `f${this.#nextId++}`, area: write.area, formula: write.formula })
        return
      case 'dropConditional':
        this.formats = this.formats.filter(({ id }) => !write.ids.includes(id))
        return
      case 'comment':
        this.comments.push({
          id: `c${this.#nextId++}`,
          row: write.at.row,
          column: write.at.column,
          text: write.text,
          replies: 0,
        })
        return
      case 'dropComments':
        this.comments = this.comments.filter(({ id }) => !write.ids.includes(id))
        return
      default:
        this.extras.push(write.kind)
    }
  }

  /** Everything that a person could see, to be compared. */
  dump(): unknown {
    return {
      name: this.name,
      rows: this.rows.slice(0, this.#filledRows()).map((row) => {
        const last = row.findLastIndex((cell) => cell !== undefined)
        return Array.from({ length: last + 1 }, (_, i) => row[i] ?? null)
      }),
      formats: this.formats.map(({ area, formula }) => ({ area, formula })),
      comments: this.comments.map(({ row, column, text }) => ({ row, column, text })),
      columns: [...this.#columns].toSorted(([a], [b]) => a - b),
    }
  }

  #filledRows(): number {
    let last = this.rows.length
    while (last > 0 && !this.rows[last - 1]?.some((cell) => cell !== undefined)) last--
    return last
  }

  #set(row: number, column: number, value: CellWrite): void {
    if (value === null) return
    if (typeof value !== 'object') this.put(row, column, value)
    else if ('day' in value) this.put(row, column, serialOfDay(value.day, this.#dateSystem))
    else this.put(row, column, value.formula)
  }

  #line(row: number): (MemoryCell | undefined)[] {
    while (this.rows.length <= row) this.rows.push([])
    const line = this.rows[row] ?? []
    this.rows[row] = line
    return line
  }
}

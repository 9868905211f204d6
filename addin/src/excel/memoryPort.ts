import type { DateSystem } from '@postloan/core/calendar'
import type { Area } from '@postloan/core/table'

import { MemorySheet, type MemorySheetInit } from './memorySheet.ts'
import type {
  CellGround,
  CellPiece,
  ColumnShape,
  PortCell,
  PortEvent,
  PortFeatures,
  RowSpan,
  SheetDecor,
  SheetFrame,
  SheetId,
  SheetWrite,
  WorkbookOutline,
  WorkbookPort,
  WorkOptions,
  WriteSource,
} from './port.ts'
import { type PortErrorCode, PortFailure } from './portError.ts'

export interface MemoryOptions {
  readonly fileName?: string
  readonly features?: Partial<PortFeatures>
  /** Rows handed out at a time. */
  readonly rowsAtOnce?: number
  readonly dateSystem?: DateSystem
}

const allFeatures: PortFeatures = {
  version: 'ExcelApi 1.14',
  conditionalFormats: true,
  comments: true,
  charts: true,
  events: true,
  store: true,
  newWorkbook: true,
}

/** A workbook in memory with the semantics of Excel that we rely on: for tests, and for trying the panes without Excel. */
export class MemoryPort implements WorkbookPort {
  readonly features: PortFeatures
  readonly sheets: MemorySheet[]
  fileName: string
  readOnly = false
  structureLocked = false
  store: string | null = null
  active: string
  selected: { sheet: SheetId; row: number; column: number } | null = null
  /** Fails the write of this number, counted from 1. */
  failAt: { write: number; code: PortErrorCode } | null = null
  writes = 0
  /** Workbooks that were opened beside this one. */
  readonly created: Uint8Array[] = []
  readonly dateSystem: DateSystem
  readonly #rowsAtOnce: number
  readonly #listeners = new Set<(event: PortEvent) => void>()
  #nextId: number

  constructor(sheets: readonly MemorySheetInit[], options: MemoryOptions = {}) {
    this.features = { ...allFeatures, ...options.features }
    this.fileName = options.fileName ?? '台账.xlsx'
    this.#rowsAtOnce = options.rowsAtOnce ?? 1_000
    const { dateSystem = 1900 } = options
    this.dateSystem = dateSystem
    this.sheets = sheets.map((sheet, i) => new MemorySheet(`s${i + 1}`, sheet, dateSystem))
    this.#nextId = sheets.length + 1
    this.active = this.sheets[0]?.id ?? ''
  }

  /** What a person does: the event goes to everyone who listens. */
  emit(event: PortEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  sheet(idOrName: string): MemorySheet {
    const found = this.sheets.find(({ id }) => id === idOrName) ?? this.#named(idOrName)
    if (!found) throw new PortFailure({ code: 'missing', sheet: idOrName, detail: 'ItemNotFound' })
    return found
  }

  createWorkbook(bytes: Uint8Array): Promise<void> {
    this.created.push(bytes)
    return Promise.resolve()
  }

  outline(): Promise<WorkbookOutline> {
    return Promise.resolve({
      fileName: this.fileName,
      readOnly: this.readOnly,
      active: this.active,
      structureLocked: this.structureLocked,
      dateSystem: this.dateSystem,
      sheets: this.sheets.map((sheet) => ({
        id: sheet.id,
        name: sheet.name,
        state: sheet.state,
        protected: sheet.isProtected,
        rowCount: sheet.rowCount,
        columnCount: sheet.columnCount,
      })),
    })
  }

  async readSheet(
    id: SheetId,
    take: (piece: CellPiece) => void,
    options: WorkOptions = {},
  ): Promise<SheetFrame> {
    const sheet = this.sheet(id)
    for (let row = 0; row < sheet.rowCount; row += this.#rowsAtOnce) {
      refuseAborted(options.signal)
      const to = Math.min(sheet.rowCount, row + this.#rowsAtOnce)
      take({ kind: 'values', row, column: 0, values: sheet.values(row, to) })
      options.onProgress?.(to, sheet.rowCount)
      await Promise.resolve()
    }
    for (const piece of sheet.formatRuns()) take(piece)
    const { name, state, rowCount, columnCount, hiddenRows, merges, tableAreas } = sheet
    return { name, state, rowCount, columnCount, hiddenRows, hiddenColumns: [], merges, tableAreas }
  }

  readRows(id: SheetId, rows: RowSpan, columnCount: number): Promise<readonly (readonly PortCell[])[]> {
    return Promise.resolve(this.sheet(id).cells(rows, columnCount))
  }

  readDecor(id: SheetId): Promise<SheetDecor> {
    const { formats, comments } = this.sheet(id)
    return Promise.resolve({
      formats: formats.map(({ id: format, formula, area }) => ({ id: format, formula, areas: [area] })),
      comments: comments.map((one) => ({ id: one.id, text: one.text, replies: one.replies })),
    })
  }

  readLooks(
    id: SheetId,
    cells: readonly { row: number; column: number }[],
  ): Promise<readonly (CellGround & { readonly isBlank: boolean })[]> {
    const { rows } = this.sheet(id)
    return Promise.resolve(
      cells.map(({ row, column }) => {
        const cell = rows[row]?.[column]
        const { fill = null, bold = false } = cell?.look ?? {}
        return { fill, bold, isBlank: (cell?.value ?? '') === '' }
      }),
    )
  }

  findFilled(id: SheetId, column: number, span: RowSpan, color: string): Promise<readonly number[]> {
    const { rows } = this.sheet(id)
    const found: number[] = []
    for (let row = span.from; row < Math.min(span.to, rows.length); row++) {
      if (rows[row]?.[column]?.look?.fill === color) found.push(row)
    }
    return Promise.resolve(found)
  }

  readColumns(id: SheetId, first: number, count: number): Promise<readonly ColumnShape[]> {
    const sheet = this.sheet(id)
    return Promise.resolve(Array.from({ length: count }, (_, i) => sheet.column(first + i)))
  }

  async apply(writes: WriteSource, options: WorkOptions = {}): Promise<void> {
    let rows = 0
    for await (const write of writes) {
      refuseAborted(options.signal)
      this.writes++
      if (this.failAt && this.failAt.write === this.writes) {
        throw new PortFailure({ code: this.failAt.code, detail: 'fault' })
      }
      this.#write(write)
      if (write.kind === 'values') rows += write.rows.length
      options.onProgress?.(rows, 0)
    }
  }

  readStore(): Promise<string | null> {
    return Promise.resolve(this.store)
  }

  writeStore(text: string | null): Promise<void> {
    this.store = text
    return Promise.resolve()
  }

  select(sheet: SheetId, area: Area): Promise<void> {
    this.sheet(sheet)
    this.selected = { sheet, row: area.top, column: area.left }
    return Promise.resolve()
  }

  selectCells(sheet: SheetId, cells: readonly { row: number; column: number }[]): Promise<void> {
    const [first] = cells
    if (first) this.selected = { sheet, row: first.row, column: first.column }
    return Promise.resolve()
  }

  selection(): Promise<{ sheet: SheetId; row: number; column: number } | null> {
    return Promise.resolve(this.selected)
  }

  watch(listener: (event: PortEvent) => void): Promise<() => Promise<void>> {
    this.#listeners.add(listener)
    return Promise.resolve(() => {
      this.#listeners.delete(listener)
      return Promise.resolve()
    })
  }

  #named(name: string): MemorySheet | undefined {
    return this.sheets.find((sheet) => sheet.name === name)
  }

  #write(write: SheetWrite): void {
    switch (write.kind) {
      case 'addSheet':
        if (this.structureLocked) throw new PortFailure({ code: 'structureLocked', detail: write.name })
        this.sheets.push(
          new MemorySheet(`s${this.#nextId++}`, { name: write.name, rows: [] }, this.dateSystem),
        )
        return
      case 'dropSheet': {
        const gone = this.sheet(write.sheet)
        this.sheets.splice(this.sheets.indexOf(gone), 1)
        return
      }
      case 'dropRecord':
        return
      default: {
        const sheet = this.sheet(write.sheet)
        if (sheet.isProtected) {
          throw new PortFailure({ code: 'protected', sheet: sheet.name, detail: 'AccessDenied' })
        }
        sheet.write(write)
      }
    }
  }
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new PortFailure({ code: 'cancelled', detail: 'aborted' })
}

import { ownColumnKeys, ownColumns } from './annotation.ts'
import { OwnCells, type SheetJob } from './ownCells.ts'
import { faultColumns } from './ownConditionals.ts'
import type { ByteSink } from './package/byteSink.ts'
import { LAST_COLUMN } from './package/cellName.ts'
import { cellsFrom } from './package/cellsFrom.ts'
import type { RowBytes, SheetEdit } from './package/rewriteSheet.ts'
import { attribute, withAttribute } from './package/xml.ts'
import { type SheetUndo, SpanRuns } from './sheetUndo.ts'
import { annotatedHead, annotatedTail, textCrc } from './spliceSheet.ts'

/**
 * Writes our columns into a sheet as it streams by. One run may end with `inTheWay` (run again where `freeColumn` says)
 * or `unseen` (rows that the sheet has no element for: run again with those to be created).
 */
export class AnnotateSheet implements SheetEdit {
  /** Something lies where our columns were to stand: what was written is of no use. */
  inTheWay = false
  isProtected = false
  readonly #job: SheetJob
  readonly #first: number
  /** Columns right of the table that hold something, from the header row down. */
  readonly #used = new Uint8Array(LAST_COLUMN + 1)
  readonly #create: readonly number[]
  #created = 0
  #prefix = ''
  #cellTag = new Uint8Array()
  #lastRow = 0
  readonly #waiting: Set<number>
  readonly #cells: OwnCells
  readonly #spans = new SpanRuns()
  readonly #opened: number[] = []
  #head: SheetUndo['head'] = { crc: 0, splices: [] }
  #tail: SheetUndo['tail'] = { crc: 0, splices: [] }

  constructor(job: SheetJob, firstColumn: number, create: readonly number[]) {
    this.#job = job
    this.#first = firstColumn
    this.#create = create
    const { rows, headerRows } = job.annotation
    this.#cells = new OwnCells(job, firstColumn)
    this.#waiting = new Set([headerRows[1], ...rows.map((row) => row.row), ...job.kept.keys()])
    if (headerRows[0] < headerRows[1]) this.#waiting.add(headerRows[0])
  }

  /** Rows to be written that the sheet has no element for. */
  get unseen(): readonly number[] {
    return [...this.#waiting].toSorted((a, b) => a - b)
  }

  /** The first column from the table on with room for ours, or -1. */
  get freeColumn(): number {
    let free = 0
    for (let column = this.#job.annotation.firstFreeColumn; column <= LAST_COLUMN; column++) {
      free = this.#used[column] === 1 ? 0 : free + 1
      if (free === ownColumnKeys.length) return column - free + 1
    }
    return -1
  }

  get lastColumn(): number {
    return this.#first + ownColumnKeys.length - 1
  }

  get rowsWritten(): number {
    return this.#cells.rowsWritten
  }

  undo(sheet: string, part: string): SheetUndo {
    return {
      sheet,
      part,
      firstColumn: this.#first,
      head: this.#head,
      tail: this.#tail,
      spans: this.#spans.runs,
      created: this.#create,
      opened: this.#opened,
    }
  }

  begin(prefix: string): void {
    this.#prefix = prefix
    this.#cells.prefix = prefix
    this.#cellTag = new TextEncoder().encode(`<${prefix}c`)
  }

  head(text: string): string {
    const { rows, headerRows } = this.#job.annotation
    const lastRow = Math.max(headerRows[1], rows.at(-1)?.row ?? 0)
    const columns = ownColumnKeys.map((key, i) => ({
      column: this.#first + i,
      width: ownColumns[key].width,
      hidden: key === 'record',
    }))
    const spliced = annotatedHead(text, this.#prefix, columns, headerRows[0], lastRow)
    this.#head = { crc: textCrc(spliced.text, this.#job.crc32), splices: spliced.inverse }
    return spliced.text
  }

  row(row: RowBytes, sink: ByteSink): boolean {
    this.#lastRow = Math.max(this.#lastRow, row.number)
    const { headerRows, firstFreeColumn } = this.#job.annotation
    let place = row.closeStart
    for (const cell of cellsFrom(row, this.#cellTag, firstFreeColumn)) {
      if (row.number >= headerRows[0]) this.#use(cell.column, cell.column)
      if (cell.column >= this.#first) place = cell.start
    }
    // The bytes of a run that has to be repeated are thrown away.
    if (this.inTheWay || !this.#waiting.delete(row.number)) return false
    this.#openTag(row, sink)
    sink.bytes(row.bytes, row.openEnd, place)
    sink.text(this.#cells.row(row.number))
    sink.bytes(row.bytes, place, row.closeStart)
    sink.text(`</${this.#prefix}row>`)
    return true
  }

  missing(before: number, sink: ByteSink): void {
    for (;;) {
      const row = this.#create[this.#created]
      if (row === undefined || row >= before) return
      this.#created++
      if (!this.#waiting.delete(row)) continue
      this.#lastRow = Math.max(this.#lastRow, row)
      sink.text(`<${this.#prefix}row r="${row}">${this.#cells.row(row)}</${this.#prefix}row>`)
    }
  }

  tail(text: string): string {
    const { annotation, styles } = this.#job
    const result = annotatedTail(text, {
      prefix: this.#prefix,
      tableEnd: annotation.firstFreeColumn,
      levelColumn: this.#first,
      recordColumn: this.lastColumn,
      firstRow: annotation.headerRows[1] + 1,
      headerRow: annotation.headerRows[0],
      lastRow: Math.max(this.#lastRow, annotation.headerRows[1] + 1),
      faults: faultColumns(annotation.rows),
      conditional: styles.conditional,
    })
    this.isProtected = result.isProtected
    for (const [from, to] of result.merged) this.#use(from, to)
    this.#tail = { crc: textCrc(result.spliced.text, this.#job.crc32), splices: result.spliced.inverse }
    return result.spliced.text
  }

  #use(from: number, to: number): void {
    this.#used.fill(1, from, to + 1)
    if (from <= this.lastColumn && to >= this.#first) this.inTheWay = true
  }

  #openTag(row: RowBytes, sink: ByteSink): void {
    const selfClosing = row.closeStart === row.openEnd && row.end === row.openEnd
    let tag = asciiText(row.bytes, row.start, row.openEnd)
    const spans = attribute(tag, 'spans')
    if (spans !== undefined) {
      this.#spans.add(row.number, spans)
      const [from, to] = spans.split(' ').at(-1)?.split(':') ?? []
      const widened = `${from ?? '1'}:${Math.max(Number(to ?? 1), this.lastColumn + 1)}`
      tag = withAttribute(tag, 'spans', [...spans.split(' ').slice(0, -1), widened].join(' '))
    }
    if (selfClosing) {
      this.#opened.push(row.number)
      tag = tag.replace(/\s*\/>$/, '>')
    }
    sink.text(tag)
  }
}

const DECODER = new TextDecoder()

function asciiText(bytes: Uint8Array, from: number, to: number): string {
  return DECODER.decode(bytes.subarray(from, to))
}

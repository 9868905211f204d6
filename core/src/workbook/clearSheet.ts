import type { OwnColumnKey, WrittenColumnKey } from './annotation.ts'
import type { KeptCell } from './ownCells.ts'
import { FORMULA_SIGNATURE } from './ownConditionals.ts'
import type { ByteSink } from './package/byteSink.ts'
import { cellsFrom } from './package/cellsFrom.ts'
import type { RowBytes, SheetEdit } from './package/rewriteSheet.ts'
import { type Splice, applySplices } from './package/splice.ts'
import {
  attribute,
  childrenOf,
  localName,
  openTag,
  rootOf,
  topElements,
  withAttribute,
} from './package/xml.ts'
import type { OwnLayout } from './readOwnCells.ts'
import { type SheetUndo, type TextUndo, spansOf } from './sheetUndo.ts'
import { headElements, textCrc, withoutColumns } from './spliceSheet.ts'

export interface ClearJob {
  readonly layout: OwnLayout
  readonly undo: SheetUndo | null
  /** True for a cell that a person wrote. */
  readonly isEdited: (row: number, column: WrittenColumnKey) => boolean
  /** Columns that have such cells. */
  readonly editedColumns: ReadonlySet<WrittenColumnKey>
  /** Leave what a person wrote where it is, under its header. */
  readonly keepEdited: boolean
  readonly crc32: (bytes: Uint8Array) => number
}

const DECODER = new TextDecoder()

/** Takes our columns off a sheet as it streams by; what people wrote in them is handed out or left. */
export class ClearSheet implements SheetEdit {
  readonly kept = new Map<number, KeptCell[]>()
  /** A formula went with a cell: the calculation chain names it no more. */
  formulaGone = false
  readonly #job: ClearJob
  readonly #minColumn: number
  readonly #created: ReadonlySet<number>
  readonly #opened: ReadonlySet<number>
  #prefix = ''
  #cellTag = new Uint8Array()
  /** Row numbers in the record are true as long as the text around the rows is as we left it. */
  #exact = false

  constructor(job: ClearJob) {
    this.#job = job
    this.#minColumn = Math.min(...job.layout.columns.keys())
    this.#created = new Set(job.undo?.created)
    this.#opened = new Set(job.undo?.opened)
  }

  begin(prefix: string): void {
    this.#prefix = prefix
    this.#cellTag = new TextEncoder().encode(`<${prefix}c`)
  }

  head(text: string): string {
    const back = this.#back(text, this.#job.undo?.head)
    this.#exact = back !== null
    return back ?? this.#withoutWidths(text)
  }

  tail(text: string): string {
    return this.#back(text, this.#job.undo?.tail) ?? withoutFormats(text)
  }

  row(row: RowBytes, sink: ByteSink): boolean {
    const { headerRow, groupRow, columns } = this.#job.layout
    if (row.number < headerRow && row.number !== groupRow) return false
    const cells = cellsFrom(row, this.#cellTag, this.#minColumn)
    const kept: { start: number; end: number }[] = []
    let isOurs = false
    for (const cell of cells) {
      const key = columns.get(cell.column)
      if (key === undefined || this.#stays(row, key, cell)) kept.push(cell)
      else isOurs = true
    }
    if (!isOurs) return false
    const bodyEnd = cells.at(-1)?.start ?? row.closeStart
    this.#write(row, bodyEnd, kept.toReversed(), sink)
    return true
  }

  /** Notes what a person wrote; true when the cell is to stay. */
  #stays(row: RowBytes, key: OwnColumnKey, cell: { start: number; end: number }): boolean {
    const { layout, isEdited, keepEdited, editedColumns } = this.#job
    if (key === 'record' || row.number === layout.groupRow) return false
    if (row.number === layout.headerRow) return keepEdited && editedColumns.has(key)
    const isTheirs = isEdited(row.number, key)
    if (isTheirs && keepEdited) return true
    const xml = DECODER.decode(row.bytes.subarray(cell.start, cell.end))
    if (/<(?:[\w.-]+:)?f[\s>/]/.test(xml)) this.formulaGone = true
    if (isTheirs) {
      const list = this.kept.get(row.number) ?? []
      this.kept.set(row.number, [...list, { column: key, xml: renamedCell(xml, this.#exact) }])
    }
    return false
  }

  #write(
    row: RowBytes,
    bodyEnd: number,
    cells: readonly { start: number; end: number }[],
    sink: ByteSink,
  ): void {
    const isEmpty = bodyEnd === row.openEnd && cells.length === 0
    if (isEmpty && this.#exact && this.#created.has(row.number)) return
    let tag = DECODER.decode(row.bytes.subarray(row.start, row.openEnd))
    const spans = this.#exact ? spansOf(this.#job.undo?.spans ?? [], row.number) : undefined
    if (spans !== undefined) tag = withAttribute(tag, 'spans', spans)
    if (isEmpty && this.#exact && this.#opened.has(row.number)) {
      sink.text(tag.replace(/>$/, '/>'))
      return
    }
    sink.text(tag)
    sink.bytes(row.bytes, row.openEnd, bodyEnd)
    for (const cell of cells) sink.bytes(row.bytes, cell.start, cell.end)
    sink.text(`</${this.#prefix}row>`)
  }

  #back(text: string, undo: TextUndo | undefined): string | null {
    if (!undo || textCrc(text, this.#job.crc32) !== undo.crc) return null
    return applySplices(text, undo.splices).text
  }

  #withoutWidths(head: string): string {
    const cols = headElements(head).find((element) => localName(element.name) === 'cols')
    if (!cols) return head
    let left = childrenOf(head, cols).map((col) => openTag(head, col))
    for (const column of this.#job.layout.columns.keys()) {
      left = left.flatMap((tag) => withoutColumns(tag, column + 1, column + 1).map((one) => one.text))
    }
    const splice: Splice =
      left.length === 0
        ? { start: cols.start, end: cols.end, text: '' }
        : { start: cols.openEnd, end: cols.closeStart, text: left.join('') }
    return applySplices(head, [splice]).text
  }
}

/** The cell to be put elsewhere. A formula shared with other cells cannot move alone: its value is kept. */
function renamedCell(xml: string, isOurStyle: boolean): KeptCell['xml'] {
  const cell = rootOf(xml)
  const formula = childrenOf(xml, cell).find((child) => localName(child.name) === 'f')
  const isBound = formula !== undefined && attribute(openTag(xml, formula), 't') !== undefined
  const body = isBound
    ? xml.slice(cell.openEnd, formula.start) + xml.slice(formula.end)
    : xml.slice(cell.openEnd)
  const tag = openTag(xml, cell)
  return (name, style) => {
    const named = withAttribute(tag, 'r', name)
    return (isOurStyle ? withAttribute(named, 's', String(style)) : named) + body
  }
}

const SIGNATURE = FORMULA_SIGNATURE.replaceAll(/[()]/g, String.raw`\$&`).replace('=', String.raw`\s*=\s*`)

function withoutFormats(tail: string): string {
  const ours = new RegExp(SIGNATURE.replaceAll('"', '(?:"|&quot;)'))
  const splices = topElements(tail).flatMap((element): Splice[] => {
    if (localName(element.name) !== 'conditionalFormatting') return []
    const rules = childrenOf(tail, element)
    const gone = rules.filter((rule) => ours.test(tail.slice(rule.start, rule.end)))
    if (gone.length === rules.length && gone.length > 0)
      return [{ start: element.start, end: element.end, text: '' }]
    return gone.map(({ start, end }) => ({ start, end, text: '' }))
  })
  return applySplices(tail, splices).text
}

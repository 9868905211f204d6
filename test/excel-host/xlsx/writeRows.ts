import type { ByteSink } from '../../../core/src/workbook/package/byteSink.ts'
import { escapeCellText, escapeText } from '../../../core/src/workbook/package/escapeText.ts'
import type { RowBytes, SheetEdit } from '../../../core/src/workbook/package/rewriteSheet.ts'
import { addressOf, columnName, parseAddress } from '../model/area.ts'
import { BOOLEAN, EMPTY, ERROR, ERRORS, NUMBER } from '../model/cells.ts'
import type { RowInfo } from '../model/decor.ts'
import type { Sheet } from '../model/sheet.ts'
import { originOf } from '../model/shiftDecor.ts'
import type { Origin } from './origin.ts'
import { type FileCell, parseRow } from './parseRow.ts'
import { formulaOf, heldBy } from './readSheet.ts'

/**
 * Writes the rows of a sheet over those of its file: a row whose cells are all as they were is copied, a cell that is as
 * it was keeps its XML, also when it moved.
 */
export class RowEdit implements SheetEdit {
  readonly #sheet: Sheet
  readonly #origin: Origin | undefined
  readonly #styleOf: (style: number) => number
  readonly #edges: { readonly head: (text: string) => string; readonly tail: (text: string) => string }
  readonly #shared = new Map<number, { text: string; row: number; column: number }>()
  readonly #decoder = new TextDecoder()
  readonly #limit: number
  readonly #newColumn: (column: number) => number
  /** Rows that are not copied as they were. */
  changed = 0
  readonly #breakShared: boolean
  #prefix = ''
  #next = 0

  constructor(
    sheet: Sheet,
    origin: Origin | undefined,
    styleOf: (style: number) => number,
    edges: { readonly head: (text: string) => string; readonly tail: (text: string) => string },
    breakShared: boolean,
  ) {
    this.#breakShared = breakShared
    this.#sheet = sheet
    this.#origin = origin
    this.#styleOf = styleOf
    this.#edges = edges
    this.#limit = [...sheet.decor.rows.keys()].reduce(
      (most, row) => Math.max(most, row + 1),
      sheet.cells.rowCount,
    )
    const { columnOrigins } = sheet.decor
    const places = new Map<number, number>()
    if (columnOrigins) {
      for (let c = 0; c < sheet.cells.columnCount + columnOrigins.length; c++)
        places.set(originOf(columnOrigins, c), c)
    }
    this.#newColumn = (column) => (columnOrigins ? (places.get(column) ?? -1) : column)
  }

  begin(prefix: string): void {
    this.#prefix = prefix
  }

  head(text: string): string {
    return this.#edges.head(text)
  }

  tail(text: string): string {
    return this.#edges.tail(text)
  }

  row(row: RowBytes, sink: ByteSink): boolean {
    const { rowOrigins } = this.#sheet.decor
    const old = row.number - 1
    while (this.#next < this.#limit && originOf(rowOrigins, this.#next) < old)
      this.#newRow(this.#next++, sink)
    const isKept = this.#next < this.#limit && originOf(rowOrigins, this.#next) === old
    const tag = this.#decoder.decode(row.bytes.subarray(row.start, row.openEnd))
    const cells = parseRow(this.#decoder.decode(row.bytes.subarray(row.openEnd, row.closeStart)))
    // Masters of shared formulas are learned also from rows that are gone.
    const formulas = cells.map((cell) => formulaOf(cell, old, this.#shared))
    if (!isKept) {
      this.changed++
      return true
    }
    return this.#keptRow(this.#next++, old, tag, cells, formulas, sink)
  }

  missing(before: number, sink: ByteSink): void {
    if (before !== Number.POSITIVE_INFINITY) return
    while (this.#next < this.#limit) this.#newRow(this.#next++, sink)
  }

  #keptRow(
    row: number,
    old: number,
    tag: string,
    cells: readonly FileCell[],
    formulas: readonly (string | null)[],
    sink: ByteSink,
  ): boolean {
    const { cells: held, decor, home } = this.#sheet
    const originals = new Map<number, number>()
    for (const [i, { column }] of cells.entries()) originals.set(this.#newColumn(column), i)
    let same = row === old
    let text = ''
    let count = 0
    for (let c = 0; c < held.columnCount; c++) {
      const style = held.style(row, c)
      const kind = held.kind(row, c)
      if (kind === EMPTY && style < 0 && held.formula(row, c) === undefined) continue
      count++
      const at = originals.get(c)
      const original = at === undefined ? undefined : cells[at]
      const was = original && heldBy(original, (one) => home.pool.add(one))
      const isSame =
        original !== undefined &&
        was?.kind === kind &&
        (kind === EMPTY || was.raw === held.raw(row, c)) &&
        original.style === (style < 0 ? 0 : this.#styleOf(style)) &&
        (formulas[at ?? -1] ?? undefined) === held.formula(row, c) &&
        !(this.#breakShared && original.formula?.type === 'shared')
      if (isSame && original) {
        text += moved(original, row, c, old)
        same &&= original.column === c
      } else {
        same = false
        text += this.#cell(row, c)
      }
    }
    const info = decor.rows.get(row)
    const before = this.#origin?.decor.rows.get(old)
    const sameInfo = JSON.stringify(info) === JSON.stringify(before)
    if (same && count === cells.length && sameInfo) return false
    this.changed++
    let open = tag.replace(/\s*\/?>$/, '>').replace(/\sr="\d+"/, ` r="${row + 1}"`)
    if (!same) open = open.replace(/\sspans="[^"]*"/, '')
    if (!sameInfo) open = this.#withInfo(open, info)
    if (text === '' && /^<\S*row\s+r="\d+"\s*>$/.test(open)) return true
    sink.text(`${open}${text}</${this.#prefix}row>`)
    return true
  }

  #newRow(row: number, sink: ByteSink): void {
    const { cells: held, decor } = this.#sheet
    let text = ''
    for (let c = 0; c < held.columnCount; c++) {
      if (held.kind(row, c) !== EMPTY || held.style(row, c) >= 0 || held.formula(row, c) !== undefined) {
        text += this.#cell(row, c)
      }
    }
    const info = decor.rows.get(row)
    if (text === '' && (!info || Object.keys(info).length === 0)) return
    this.changed++
    sink.text(this.#withInfo(`<${this.#prefix}row r="${row + 1}">`, info) + `${text}</${this.#prefix}row>`)
  }

  #withInfo(tag: string, info: RowInfo | undefined): string {
    const bare = tag
      .replace(/\s(ht|customHeight|hidden|s|customFormat|outlineLevel)="[^"]*"/g, '')
      .replace(/>$/, '')
    const parts = [
      info?.height === undefined ? '' : ` ht="${info.height}" customHeight="1"`,
      info?.hidden === true || info?.filtered === true ? ' hidden="1"' : '',
      info?.style === undefined ? '' : ` s="${this.#styleOf(info.style)}" customFormat="1"`,
      info?.outline === undefined ? '' : ` outlineLevel="${info.outline}"`,
    ]
    return `${bare}${parts.join('')}>`
  }

  #cell(row: number, column: number): string {
    const { cells, home } = this.#sheet
    const p = this.#prefix
    const style = this.#styleOf(this.#sheet.styleAt(row, column))
    const start = `<${p}c r="${columnName(column)}${row + 1}"${style > 0 ? ` s="${style}"` : ''}`
    const kind = cells.kind(row, column)
    const raw = cells.raw(row, column)
    const formula = cells.formula(row, column)
    const f = formula === undefined ? '' : `<${p}f>${escapeText(formula.slice(1))}</${p}f>`
    if (kind === EMPTY) return f === '' ? `${start}/>` : `${start}>${f}</${p}c>`
    if (kind === NUMBER) return `${start}>${f}<${p}v>${raw}</${p}v></${p}c>`
    if (kind === BOOLEAN) return `${start} t="b">${f}<${p}v>${raw}</${p}v></${p}c>`
    if (kind === ERROR)
      return `${start} t="e">${f}<${p}v>${escapeText(ERRORS[raw] ?? '#N/A')}</${p}v></${p}c>`
    const text = escapeCellText(home.pool.text(raw))
    if (f !== '') return `${start} t="str">${f}<${p}v>${text}</${p}v></${p}c>`
    if (raw < home.pool.shared) return `${start} t="s"><${p}v>${raw}</${p}v></${p}c>`
    return `${start} t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`
  }
}

/** The XML of a cell at its new place. */
function moved(cell: FileCell, row: number, column: number, old: number): string {
  if (row === old && column === cell.column) return cell.xml
  const xml = cell.xml.replace(/\sr="[A-Z]+\d+"/, ` r="${columnName(column)}${row + 1}"`)
  if (cell.formula?.type !== 'array') return xml
  const at = parseAddress(cell.formula.ref)
  if (!at) return xml
  const to = { ...at, row: at.row + row - old, column: at.column + column - cell.column }
  return xml.replace(/(<\S*f\b[^>]*\sref=)"[^"]*"/, (_all, lead: string) => `${lead}"${addressOf(to)}"`)
}

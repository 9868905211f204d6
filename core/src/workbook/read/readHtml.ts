import { type Area, CellKind, type Workbook } from '../../table/index.ts'
import { WorkbookFault } from '../workbookError.ts'
import type { Codec } from '../zip/index.ts'
import { baseName, bareField, plainFrame } from './readCsv.ts'
import { strayNotes } from './readingNotes.ts'
import { EXCEL_COLUMNS, SheetBuilder } from './sheetBuilder.ts'
import { TextPool } from './textPool.ts'
import { unescapeHtml } from './unescapeHtml.ts'

const TAG_NAME = /<\/?([a-z][\w:]{0,20})/iy

/** Elements whose text is not on the page. */
const UNSEEN = new Set(['script', 'style', 'title', 'xml'])
const LINE_BREAKS = new Set(['br', 'p', 'div', 'li'])

/**
 * The tables of a web page as one sheet, below one another; many systems export such pages under the name .xls. End
 * tags may be missing. Cells are text, except where Excel itself left the exact number beside what it shows.
 * @throws WorkbookFault when the page has no table (a login page saved by mistake, a frameset).
 */
export function readHtml(html: string, fileName: string, codec: Codec): Workbook {
  const grid = new HtmlGrid(codec)
  let at = 0
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    grid.text(html, at, open)
    TAG_NAME.lastIndex = open
    const name = TAG_NAME.exec(html)?.[1]?.toLowerCase()
    if (html.startsWith('<!--', open)) at = after(html, '-->', open + 4)
    else if (name !== undefined) {
      at = after(html, '>', open)
      const tag = html.slice(open, at)
      if (UNSEEN.has(name) && !tag.startsWith('</')) at = after(html, `</${name}`, at)
      else grid.tag(name, tag)
    } else if (html[open + 1] === '!' || html[open + 1] === '?') at = after(html, '>', open)
    else {
      // A bare `<` in the text.
      at = open + 1
      grid.text(html, open, at)
    }
  }
  if (!grid.sawTable) throw new WorkbookFault('htmlWithoutTable')
  grid.closeCell()
  const name = /<x:Name>([^<]{1,31})<\/x:Name>/i.exec(html)?.[1] ?? baseName(fileName)
  const sheet = grid.builder.finish(
    { ...plainFrame(unescapeHtml(name)), merges: grid.merges, hiddenRows: grid.hiddenRows },
    [],
  )
  return { fileName, format: 'html', sheets: [sheet], notes: strayNotes(sheet) }
}

/** One more than where the mark ends, in small or capital letters; the end of the page when it never comes. */
function after(html: string, mark: string, from: number): number {
  let at = html.indexOf(mark, from)
  if (at < 0) at = html.indexOf(mark.toUpperCase(), from)
  return at < 0 ? html.length : at + mark.length
}

/** Where the next cell goes: rows and columns counted through spans, as a browser does. */
class HtmlGrid {
  readonly builder: SheetBuilder
  readonly merges: Area[] = []
  readonly hiddenRows: number[] = []
  sawTable = false
  private row = -1
  private column = 0
  /** By column: the first row below the cells that reach down into it. */
  private readonly freeFrom: number[] = []
  private cell: { readonly tag: string; text: string } | null = null
  private inRow = false

  constructor(codec: Codec) {
    this.builder = new SheetBuilder(new TextPool(codec))
  }

  text(html: string, from: number, to: number): void {
    if (!this.cell || to <= from) return
    const text = html.slice(from, to)
    this.cell.text += /\s/.test(text) ? text.replaceAll(/\s+/g, ' ') : text
  }

  tag(name: string, tag: string): void {
    const closing = tag.startsWith('</')
    if (name === 'td' || name === 'th') {
      this.closeCell()
      if (!closing) this.openCell(tag)
    } else if (name === 'tr') {
      this.closeCell()
      this.inRow = false
      if (!closing) this.openRow(tag)
    } else if (name === 'table') {
      this.closeCell()
      this.inRow = false
      this.sawTable = true
      // Cells of a table never reach down into the next one.
      this.freeFrom.length = 0
    } else if (LINE_BREAKS.has(name) && this.cell && this.cell.text.trim() !== '') this.cell.text += '\n'
  }

  closeCell(): void {
    const cell = this.cell
    if (!cell) return
    this.cell = null
    const columns = spanOf(cell.tag, COLSPAN, EXCEL_COLUMNS)
    const rows = spanOf(cell.tag, ROWSPAN, 65_536)
    let text = unescapeHtml(cell.text).replaceAll('\u00A0', ' ')
    if (text.includes('\n')) text = text.replaceAll(/ *\n */g, '\n')
    text = bareField(text.trim())
    const exact = exactNumber(cell.tag, text)
    if (exact === null) this.builder.putText(this.row, this.column, text)
    else this.builder.put(this.row, this.column, CellKind.number, exact, -1)
    if (columns > 1 || rows > 1) {
      const { row: top, column: left } = this
      this.merges.push({ top, left, bottom: top + rows, right: left + columns })
    }
    for (let i = 0; i < columns; i++) this.freeFrom[this.column + i] = this.row + rows
    this.column += columns
  }

  private openRow(tag: string): void {
    this.row++
    this.column = 0
    this.inRow = true
    if (/display\s*:\s*none/i.test(tag)) this.hiddenRows.push(this.row)
  }

  private openCell(tag: string): void {
    if (!this.inRow) this.openRow('')
    while ((this.freeFrom[this.column] ?? 0) > this.row) this.column++
    this.cell = { tag, text: '' }
  }
}

const COLSPAN = /\scolspan\s*=\s*["']?(\d{1,6})/i
const ROWSPAN = /\srowspan\s*=\s*["']?(\d{1,6})/i

function spanOf(tag: string, pattern: RegExp, most: number): number {
  return Math.min(Math.max(1, Number(pattern.exec(tag)?.[1] ?? 1)), most)
}

/** Excel's own pages show a rounded number and keep the exact one in `x:num`; for a date it is only its serial. */
function exactNumber(tag: string, shown: string): number | null {
  if (!tag.includes('num')) return null
  const value = /\sx:num\s*=\s*["']?(-?\d[\d.]*(?:[eE][+-]?\d+)?)/i.exec(tag)?.[1]
  if (value === undefined || !/^[-+¥￥$\s]*[\d,]+(\.\d+)?%?$/.test(shown)) return null
  return Number(value)
}

import { serialOfDay } from '../calendar/index.ts'
import { columnLetters } from '../table/index.ts'
import type { OwnSheet, SheetCell } from './annotation.ts'
import { type LaidCell, layoutOwnSheet } from './layoutOwnSheet.ts'
import { lookOf } from './levels.ts'
import { cellName, rangeName } from './package/cellName.ts'
import { escapeCellText, escapeText } from './package/escapeText.ts'
import type { SheetName } from './package/workbookPart.ts'

/** Of the first relationship of a new sheet. */
const DRAWING_ID = 'rId1'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** Excel takes no more links in a sheet than 65,530. */
const LINK_LIMIT = 60_000

/** The XML of a sheet of ours, and the names that belong to it. `styles` are cellXfs indexes by `own-…`. */
export function writeOwnSheet(
  sheet: OwnSheet,
  styles: Readonly<Record<string, number>>,
  date1904: boolean,
): { readonly xml: string; readonly names: readonly SheetName[] } {
  const writer = new OwnSheetWriter(sheet, styles, date1904)
  return { xml: writer.xml(), names: writer.names }
}

class OwnSheetWriter {
  readonly names: SheetName[] = []
  readonly #sheet: OwnSheet
  readonly #styles: Readonly<Record<string, number>>
  readonly #date1904: boolean
  readonly #rows: string[] = []
  readonly #merges: string[] = []
  readonly #links: string[] = []
  #row = 0
  /** Of the list: header row and last row. */
  #list: readonly [number, number] | null = null

  constructor(sheet: OwnSheet, styles: Readonly<Record<string, number>>, date1904: boolean) {
    this.#sheet = sheet
    this.#styles = styles
    this.#date1904 = date1904
  }

  xml(): string {
    const { widths, list } = this.#sheet
    const layout = layoutOwnSheet(this.#sheet)
    for (const { height, cells } of layout.rows) {
      this.#line(
        cells.flatMap((cell) => this.#spread(cell)),
        height,
      )
    }
    this.#list = layout.list
    const frozen = layout.frozenRows
    const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
    const view = `<sheetView showGridLines="0" workbookViewId="0">${pane}<selection pane="bottomLeft"/></sheetView>`
    const cols = widths.map(
      (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
    )
    const last = { top: 1, left: 0, bottom: this.#row, right: Math.max(0, widths.length - 1) }
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONSHIPS}">`,
      '<sheetPr><tabColor rgb="FF616161"/><pageSetUpPr fitToPage="1"/></sheetPr>',
      `<dimension ref="${rangeName(last)}"/><sheetViews>${view}</sheetViews>`,
      `<sheetFormatPr defaultRowHeight="18" customHeight="1"/><cols>${cols.join('')}</cols>`,
      `<sheetData>${this.#rows.join('')}</sheetData>`,
      this.#filter(list),
      this.#merges.length > 0
        ? `<mergeCells count="${this.#merges.length}">${this.#merges.join('')}</mergeCells>`
        : '',
      this.#links.length > 0 ? `<hyperlinks>${this.#links.join('')}</hyperlinks>` : '',
      '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
      '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
      '<headerFooter><oddFooter>&amp;L&amp;A&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
      (this.#sheet.charts ?? []).length > 0 ? `<drawing r:id="${DRAWING_ID}"/>` : '',
      '</worksheet>',
    ].join('')
  }

  /** A filter over the list; its header is repeated on every printed page. */
  #filter(isList: boolean): string {
    if (!isList || !this.#list) return ''
    const [top, bottom] = this.#list
    const right = columnLetters(this.#sheet.widths.length - 1)
    this.names.push(
      { name: '_xlnm._FilterDatabase', reference: `$A$${top}:$${right}$${bottom}`, hidden: true },
      { name: '_xlnm.Print_Titles', reference: `$1:$${top}`, hidden: false },
    )
    return `<autoFilter ref="A${top}:${right}${bottom}"/>`
  }

  /** A cell over several columns: merged, with its edges drawn all round. */
  #spread({ column, across, value, style }: LaidCell): readonly string[] {
    const first = this.#cell(column, value, style)
    if (across === 1) return [first]
    const row = this.#row + 1
    this.#merges.push(
      `<mergeCell ref="${rangeName({ top: row, bottom: row, left: column, right: column + across - 1 })}"/>`,
    )
    const rest = Array.from(
      { length: across - 1 },
      (_, i) => `<c r="${cellName(row, column + 1 + i)}" s="${this.#style('textLeft')}"/>`,
    )
    return [first, ...rest]
  }

  #line(cells: readonly string[], height: number): void {
    this.#row++
    this.#rows.push(`<row r="${this.#row}" ht="${height}" customHeight="1">${cells.join('')}</row>`)
  }

  #cell(at: number, value: SheetCell, style: string): string {
    if (value === null || value === '') return `<c r="${this.#name(at)}" s="${this.#style(style)}"/>`
    if (typeof value === 'string') return this.#text(at, value, style)
    if (typeof value === 'number') return this.#number(at, value, style)
    switch (value.kind) {
      case 'level':
        return this.#text(at, lookOf(value.level).text, style)
      case 'percent':
      case 'amount':
        return this.#number(at, value.value, style)
      case 'day':
        return this.#number(at, serialOfDay(value.day, this.#date1904 ? 1904 : 1900), style)
      case 'link':
        return this.#link(at, value)
    }
  }

  #link(at: number, { text, sheet, cell }: { text: string; sheet: string; cell: string }): string {
    if (this.#links.length >= LINK_LIMIT) return this.#text(at, text, 'textCenter')
    const location = escapeText(`'${sheet.replaceAll("'", "''")}'!${cell}`)
    this.#links.push(
      `<hyperlink ref="${this.#name(at)}" location="${location}" display="${escapeText(text)}"/>`,
    )
    return this.#text(at, text, 'link')
  }

  #text(at: number, text: string, style: string): string {
    const content = `<is><t xml:space="preserve">${escapeCellText(text)}</t></is>`
    return `<c r="${this.#name(at)}" s="${this.#style(style)}" t="inlineStr">${content}</c>`
  }

  #number(at: number, value: number, style: string): string {
    return `<c r="${this.#name(at)}" s="${this.#style(style)}"><v>${value}</v></c>`
  }

  /** Cells belong to the row that is being put together. */
  #name(column: number): string {
    return cellName(this.#row + 1, column)
  }

  #style(name: string): number {
    return this.#styles[`own-${name}`] ?? 0
  }
}

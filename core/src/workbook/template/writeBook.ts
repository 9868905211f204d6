import type {
  Cell,
  CellStyle,
  ColumnDef,
  ConditionalRule,
  DataValidation,
  SheetChart,
  WriteSheet,
} from 'hucre/xlsx'

import { openEditable } from '../openEditable.ts'
import { columnOf, parseRange } from '../package/cellName.ts'
import { escapeText } from '../package/escapeText.ts'
import { OfficePackage } from '../package/officePackage.ts'
import type { Codec } from '../zip/index.ts'
import type {
  Book,
  BookCell,
  BookChart,
  BookConditional,
  BookSheet,
  BookStyle,
  BookValidation,
} from './book.ts'

const FONT = '微软雅黑'
const edge = { style: 'thin', color: { rgb: 'BFBFBF' } } as const

/** The workbook's bytes (.xlsx). Large sheets of formulas are put in as they are, past the library. */
export async function writeBook(book: Book, codec: Codec): Promise<Uint8Array> {
  // large, and not needed by those who only read what a template says
  const { writeXlsx } = await import('hucre/xlsx')
  const bytes = await writeXlsx({
    sheets: book.sheets.map(sheetOf),
    namedRanges: book.names.map(({ name, refersTo }) => ({ name, range: refersTo })),
    defaultFont: { name: FONT, size: 10 },
    activeSheet: book.active,
    properties: { title: book.title, creator: 'Postloan', custom: { ...book.properties } },
  })
  const pack = new OfficePackage(openEditable(bytes), codec)
  for (const [at, sheet] of book.sheets.entries()) {
    const part = `xl/worksheets/sheet${at + 1}.xml`
    if (sheet.data !== undefined) {
      const text = await pack.text(part)
      pack.setText(part, text.replace(/<sheetData>.*<\/sheetData>|<sheetData\/>/s, sheet.data))
    }
  }
  for (const [at, { columnLooksRow }] of book.sheets.entries())
    if (columnLooksRow !== undefined)
      await giveColumnsLooks(pack, `xl/worksheets/sheet${at + 1}.xml`, columnLooksRow)
  // a font's size stands before its colour, and a table without a style has no style element
  const looks = await pack.text('xl/styles.xml')
  pack.setText('xl/styles.xml', looks.replaceAll(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, '$2$1'))
  for (const name of pack.names().filter((one) => one.startsWith('xl/tables/')))
    pack.setText(name, (await pack.text(name)).replace(/<tableStyleInfo[^>]*\/>/, ''))
  // what was written without calculated values has to be calculated when it is opened
  const workbook = withPrintedRows(await pack.text('xl/workbook.xml'), book.sheets)
  const calculate = '<calcPr calcId="191029" fullCalcOnLoad="1"/>'
  pack.setText(
    'xl/workbook.xml',
    /<calcPr[^>]*\/>/.test(workbook)
      ? workbook.replace(/<calcPr[^>]*\/>/, calculate)
      : workbook.replace('</workbook>', `${calculate}</workbook>`),
  )
  return pack.build(6)
}

/** Areas to print whose last row is worked out: a name may be a formula, though the library takes ranges alone. */
function withPrintedRows(workbook: string, sheets: readonly BookSheet[]): string {
  return sheets.reduce((text, { name, print = {} }, at) => {
    const { area, lastRow } = print
    const corner = area?.split(':')[1] ?? ''
    const letters = corner.replace(/\d+$/, '')
    if (lastRow === undefined || letters === '') return text
    const column = `${name}!$${letters}$1:$${letters}$${corner.slice(letters.length)}`
    const refersTo = escapeText(`${name}!$A$1:INDEX(${column},${lastRow})`)
    return text.replace(
      new RegExp(`(<definedName name="_xlnm.Print_Area" localSheetId="${at}">)[^<]*`),
      (_, head: string) => `${head}${refersTo}`,
    )
  }, workbook)
}

/** The library writes no looks of columns: they are taken from the cells of one row. */
async function giveColumnsLooks(pack: OfficePackage, part: string, row: number): Promise<void> {
  const text = await pack.text(part)
  const line = new RegExp(`<row r="${row}"[^>]*>(.*?)</row>`, 's').exec(text)?.[1] ?? ''
  const styleOfColumn = new Map(
    [...line.matchAll(/<c r="([A-Z]+)\d+"[^>]*? s="(\d+)"/g)].map(([, letters = '', style = '']) => [
      columnOf(letters) + 1,
      style,
    ]),
  )
  const made = text.replaceAll(/<col min="(\d+)" max="\1"/g, (whole, column: string) => {
    const style = styleOfColumn.get(Number(column))
    return style === undefined ? whole : `${whole} style="${style}"`
  })
  pack.setText(part, made)
}

function sheetOf(sheet: BookSheet): WriteSheet {
  const { charts = [], print = {}, freeze, table } = sheet
  return {
    name: sheet.name,
    ...(sheet.state === 'hidden' ? { hidden: true } : {}),
    ...(sheet.state === 'veryHidden' ? { veryHidden: true } : {}),
    columns: sheet.columns.map(({ width, hidden }): ColumnDef => ({
      width,
      ...(hidden ? { hidden: true } : {}),
    })),
    rows: rowsOf(sheet.cells),
    cells: new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cellOf(cell)])),
    rowDefs: new Map([...heightsOf(sheet)].map(([row, height]) => [row, { height }])),
    merges: (sheet.merges ?? []).flatMap((text) => {
      const range = parseRange(text)
      return range
        ? [
            {
              startRow: range.top - 1,
              startCol: range.left,
              endRow: range.bottom - 1,
              endCol: range.right,
            },
          ]
        : []
    }),
    dataValidations: (sheet.validations ?? []).map(validationOf),
    conditionalRules: (sheet.conditionals ?? []).map(conditionalOf),
    ...(charts.length > 0 ? { charts: charts.map(chartOf) } : {}),
    ...(freeze ? { freezePane: { rows: freeze[0], columns: freeze[1] } } : {}),
    ...(table
      ? {
          tables: [
            {
              name: table.name,
              displayName: table.name,
              range: table.range,
              columns: table.columns.map((name) => ({ name })),
              style: '',
              showRowStripes: false,
            },
          ],
        }
      : {}),
    ...(sheet.protect
      ? {
          protection: {
            sheet: true,
            selectLockedCells: true,
            selectUnlockedCells: true,
            formatColumns: true,
            formatRows: true,
            sort: true,
            autoFilter: true,
          },
        }
      : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: print.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: print.pagesWide ?? 1,
      fitToHeight: print.onePage ? 1 : 0,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
      ...(print.titleRows ? { printTitlesRow: absolute(print.titleRows) } : {}),
      ...(print.titleColumns ? { printTitlesColumn: absoluteColumns(print.titleColumns) } : {}),
      ...(print.area ? { printArea: absolute(print.area) } : {}),
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&L&A&C第 &P 页，共 &N 页&R&D' },
    view: {
      showGridLines: sheet.gridLines ?? false,
      ...(sheet.tab ? { tabColor: { rgb: sheet.tab } } : {}),
    },
  }
}

/** `A1:D9` → `$A$1:$D$9`, `2:2` → `$2:$2`: relative names would move with the cell that asks. */
function absolute(range: string): string {
  return range.replaceAll(/([A-Z]+)?(\d+)/g, (_, letters: string | undefined, row: string) =>
    letters === undefined ? `$${row}` : `$${letters}$${row}`,
  )
}

function absoluteColumns(range: string): string {
  return range.replaceAll(/[A-Z]+/g, (letters) => `$${letters}`)
}

/** Heights as given, and of rows with wrapped texts as tall as these need. */
function heightsOf(sheet: BookSheet): ReadonlyMap<number, number> {
  const heights = new Map<number, number>()
  for (const { row, column, value, style } of sheet.cells) {
    if (!style?.wrap || typeof value !== 'string') continue
    const room = Math.max(4, (sheet.columns[column]?.width ?? 10) - 2)
    const wide = value.replaceAll(/[ -ÿ]/g, '').length
    const length = wide * 2.1 + (value.length - wide) * 1.1
    heights.set(row, Math.max(heights.get(row) ?? 0, 16, Math.ceil(length / room) * 14 + 2))
  }
  for (const [row, height] of sheet.heights ?? []) heights.set(row, height)
  return heights
}

/** The library needs rows to know how far the sheet goes. */
function rowsOf(cells: readonly BookCell[]): (string | number | null)[][] {
  const height = cells.reduce((most, { row }) => Math.max(most, row + 1), 0)
  return Array.from({ length: height }, () => [])
}

function cellOf(cell: BookCell): Partial<Cell> {
  const { value, formula, array, style } = cell
  return {
    ...(value === undefined ? { value: null } : { value }),
    ...(formula === undefined ? {} : { formula, formulaResult: '' }),
    ...(array ? { formulaType: 'array' as const } : {}),
    ...(style ? { style: styleOf(style) } : {}),
  }
}

const styles = new WeakMap<BookStyle, CellStyle>()

function styleOf(style: BookStyle): CellStyle {
  const known = styles.get(style)
  if (known) return known
  const made: CellStyle = {
    font: {
      name: FONT,
      size: style.size ?? 10,
      ...(style.bold ? { bold: true } : {}),
      ...(style.color ? { color: { rgb: style.color } } : {}),
    },
    ...(style.fill
      ? { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: style.fill } } }
      : {}),
    ...(style.border ? { border: { top: edge, right: edge, bottom: edge, left: edge } } : {}),
    alignment: {
      vertical: 'center',
      ...(style.align ? { horizontal: style.align } : {}),
      ...(style.wrap ? { wrapText: true } : {}),
    },
    ...(style.format ? { numFmt: style.format } : {}),
    ...(style.open ? { protection: { locked: false } } : {}),
  }
  styles.set(style, made)
  return made
}

function validationOf({ range, kind, prompt, error }: BookValidation): DataValidation {
  const what =
    kind.type === 'list'
      ? { type: 'list' as const, formula1: kind.formula }
      : kind.type === 'any' || kind.type === 'never'
        ? { type: 'custom' as const, formula1: kind.type === 'any' ? 'TRUE' : 'FALSE' }
        : {
            type: kind.type,
            operator: 'between' as const,
            formula1: String(kind.from),
            formula2: String(kind.to),
          }
  return {
    ...what,
    range,
    allowBlank: true,
    ...(prompt
      ? {
          showInputMessage: true,
          inputTitle: prompt.title.slice(0, 32),
          inputMessage: prompt.text.slice(0, 255),
        }
      : {}),
    ...(error
      ? {
          showErrorMessage: true,
          errorStyle: error.style,
          errorTitle: error.title.slice(0, 32),
          errorMessage: error.text.slice(0, 255),
        }
      : {}),
  }
}

function conditionalOf({ range, formula, style }: BookConditional, at: number): ConditionalRule {
  const { font, fill, border } = styleOf(style)
  // a differential fill takes its colour from the background
  const ground =
    fill?.type === 'pattern' && fill.fgColor
      ? {
          fill: {
            type: 'pattern' as const,
            pattern: 'solid' as const,
            fgColor: fill.fgColor,
            bgColor: fill.fgColor,
          },
        }
      : {}
  const { name: _, size: __, ...inked } = font ?? {}
  return {
    type: 'expression',
    priority: at + 1,
    formula,
    range,
    style: { font: inked, ...ground, ...(border ? { border } : {}) },
  }
}

function chartOf(chart: BookChart): SheetChart {
  const [fromRow, fromColumn] = chart.from
  const [toRow, toColumn] = chart.to
  return {
    type: chart.kind,
    title: chart.title,
    ...(chart.stacked ? { barGrouping: 'stacked' as const, overlap: 100 } : {}),
    gapWidth: 60,
    series: chart.series.map(({ name, values, categories, color }) => ({ name, values, categories, color })),
    // bars are labelled, so that no axis of values is needed; zeros would cover each other
    dataLabels: { showValue: true, numberFormat: { formatCode: '0;-0;;' } },
    axes: {
      x: { majorTickMark: 'none' as const, ...(chart.kind === 'bar' ? { reverse: true } : {}) },
      y: { hidden: true },
    },
    ...(chart.series.length > 1 ? { legend: 'bottom' as const } : { legend: false as const }),
    anchor: { from: { row: fromRow, col: fromColumn }, to: { row: toRow, col: toColumn } },
  }
}

import type { Cell, ColumnDef, WriteSheet } from 'hucre/xlsx'

import { parseRange } from '../package/cellName.ts'
import type { BookCell, BookSheet } from './book.ts'
import { libraryChart } from './libraryChart.ts'
import { libraryConditional, libraryStyle } from './libraryStyle.ts'
import { libraryValidation } from './libraryValidation.ts'

/** A sheet as the library that writes it takes it. */
export function librarySheet(sheet: BookSheet): WriteSheet {
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
    dataValidations: (sheet.validations ?? []).map(libraryValidation),
    conditionalRules: (sheet.conditionals ?? []).map(libraryConditional),
    ...(charts.length > 0 ? { charts: charts.map(libraryChart) } : {}),
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
    ...(style ? { style: libraryStyle(style) } : {}),
  }
}

import exceljs from 'exceljs'
import { type Cell, type CellValue, writeXlsx } from 'hucre'
import * as xlsx from 'xlsx'

import type { Grid, GridCell } from './randomGrid.ts'

export type Writer = (grid: Grid) => Promise<Uint8Array>

const DATE_FORMAT = 'yyyy"年"m"月"d"日"'
/** Excel's serial of 1970-01-01. */
const EPOCH = 25569
const DAY = 86_400_000

function sheetjsCell(cell: GridCell): xlsx.CellObject | undefined {
  switch (cell?.kind) {
    case undefined:
      return undefined
    case 'number':
      return { t: 'n', v: cell.value }
    case 'text':
      return { t: 's', v: cell.value }
    case 'boolean':
      return { t: 'b', v: cell.value }
    case 'date':
      return { t: 'n', v: cell.value, z: DATE_FORMAT }
    case 'formula':
      return { t: 'n', v: cell.value, f: cell.formula }
  }
}

export function writeBySheetjs(bookType: xlsx.BookType): Writer {
  return async (grid) => {
    const sheet: xlsx.WorkSheet = {}
    let width = 1
    for (const [r, row] of grid.entries()) {
      width = Math.max(width, row.length)
      for (const [c, cell] of row.entries()) {
        const written = sheetjsCell(cell)
        if (written) sheet[xlsx.utils.encode_cell({ r, c })] = written
      }
    }
    sheet['!ref'] = xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: grid.length - 1, c: width - 1 } })
    const bytes: ArrayBuffer = xlsx.write(
      { SheetNames: ['台账'], Sheets: { 台账: sheet } },
      { type: 'array', bookType, bookSST: true },
    )
    return new Uint8Array(bytes)
  }
}

function hucreValue(cell: GridCell): CellValue {
  if (cell === null || cell.kind === 'formula') return null
  return cell.kind === 'date' ? new Date((cell.value - EPOCH) * DAY) : cell.value
}

export function writeByHucre(stringMode: 'shared' | 'inline'): Writer {
  return async (grid) => {
    const cells = new Map<string, Partial<Cell>>()
    for (const [r, row] of grid.entries()) {
      for (const [c, cell] of row.entries()) {
        if (cell?.kind === 'formula')
          cells.set(`${r},${c}`, { formula: cell.formula, formulaResult: cell.value })
      }
    }
    return writeXlsx({
      stringMode,
      sheets: [{ name: '台账', rows: grid.map((row) => row.map(hucreValue)), cells }],
    })
  }
}

export const writeByExceljs: Writer = async (grid) => {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('台账')
  for (const [r, row] of grid.entries()) {
    for (const [c, cell] of row.entries()) {
      if (cell === null) continue
      const target = sheet.getCell(r + 1, c + 1)
      if (cell.kind === 'formula')
        target.value = { formula: cell.formula, result: cell.value, date1904: false }
      else if (cell.kind === 'date') {
        target.value = cell.value
        target.numFmt = DATE_FORMAT
      } else target.value = cell.value
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

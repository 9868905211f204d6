import { CellKind, columnLetters, kindAt, numberAt, textAt, type Workbook } from '@postloan/core/table'
import { openWorkbook, webCodec } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as xlsx from 'xlsx'

import { convertBySoffice } from '../peers/convertBySoffice.ts'
import { findSoffice } from '../peers/find.ts'
import { type Grid, grids } from './randomGrid.ts'
import { type Writer, writeByExceljs, writeByHucre, writeBySheetjs } from './writers.ts'

type Cells = ReadonlyMap<string, string>

async function readByUs(bytes: Uint8Array, codec = nodeCodec()): Promise<Workbook> {
  const opening = await openWorkbook(bytes, '台账.xlsx', codec)
  if (!opening.ok) throw new Error(opening.error.message)
  return opening.workbook
}

/** Every cell as `A1` → `number 5` or `text 甲`; a date is its serial, an empty text no cell. */
function ourCells({ sheets }: Workbook): Cells {
  const cells = new Map<string, string>()
  for (const sheet of sheets) {
    for (let row = 0; row < sheet.rowCount; row++) {
      for (let column = 0; column < sheet.columnCount; column++) {
        const kind = kindAt(sheet, row, column)
        if (kind === CellKind.empty) continue
        const text = textAt(sheet, row, column)
        const type =
          kind === CellKind.boolean
            ? 'boolean'
            : kind === CellKind.error
              ? 'error'
              : text === null
                ? 'number'
                : 'text'
        cells.set(
          `${sheet.name}!${columnLetters(column)}${row + 1}`,
          `${type} ${text ?? numberAt(sheet, row, column)}`,
        )
      }
    }
  }
  return cells
}

const TYPES: Readonly<Record<string, string>> = { n: 'number', s: 'text', b: 'boolean', e: 'error' }

function sheetjsCells(bytes: Uint8Array): Cells {
  const cells = new Map<string, string>()
  const book = xlsx.read(bytes, { type: 'array', raw: true, cellNF: true })
  for (const name of book.SheetNames) {
    for (const [address, cell] of Object.entries<xlsx.CellObject>(book.Sheets[name] ?? {})) {
      if (address.startsWith('!') || cell.v === undefined || cell.v === '' || cell.t === 'z') continue
      const value = cell.t === 'e' ? cell.w : cell.t === 'b' ? Number(cell.v) : cell.v
      cells.set(`${name}!${address}`, `${TYPES[cell.t]} ${String(value)}`)
    }
  }
  return cells
}

/** Numbers to ten digits: LibreOffice keeps more of them in one format than in another. */
function rounded(cells: Cells): Cells {
  return new Map(
    [...cells].map(([name, value]) => {
      const [type, number] = value.split(' ')
      return [name, type === 'number' ? Number(number).toPrecision(10) : value]
    }),
  )
}

/** The cells that were written as dates, and those we read as dates. */
function datesIn(grid: Grid): readonly string[] {
  return grid.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell?.kind === 'date' ? [`${columnLetters(c)}${r + 1}`] : [])),
  )
}

function datesRead({ sheets }: Workbook): readonly string[] {
  return sheets.flatMap((sheet) =>
    Array.from(
      { length: sheet.rowCount * sheet.columnCount },
      (_, i) => [Math.floor(i / sheet.columnCount), i % sheet.columnCount] as const,
    )
      .filter(([row, column]) => kindAt(sheet, row, column) === CellKind.date)
      .map(([row, column]) => `${columnLetters(column)}${row + 1}`),
  )
}

const writers: readonly (readonly [string, Writer])[] = [
  ['SheetJS', writeBySheetjs('xlsx')],
  ['hucre, shared texts', writeByHucre('shared')],
  ['hucre, texts in the cells', writeByHucre('inline')],
  ['exceljs', writeByExceljs],
]

describe('every cell is read as SheetJS reads it', () => {
  it.each(writers)('in workbooks by %s', async (_name, write) => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(grids, async (grid) => {
        const bytes = await write(grid)
        const workbook = await readByUs(bytes)
        const theirs = sheetjsCells(bytes)
        expect(ourCells(workbook)).toEqual(theirs)
        expect(datesRead(workbook)).toEqual(datesIn(grid))
        compared += theirs.size
      }),
      { numRuns: 60 },
    )
    expect(compared).toBeGreaterThan(500)
  })

  it('in the browser too', async () => {
    await fc.assert(
      fc.asyncProperty(grids, async (grid) => {
        const bytes = await writeBySheetjs('xlsx')(grid)
        expect(ourCells(await readByUs(bytes, webCodec()))).toEqual(ourCells(await readByUs(bytes)))
      }),
      { numRuns: 30 },
    )
  })
})

const soffice = findSoffice()
if (!soffice) console.log('!!! LEFT OUT: workbooks written by LibreOffice (not installed)')

describe.runIf(soffice !== undefined)('workbooks that LibreOffice has saved', () => {
  const convert = (bytes: Uint8Array, to: 'xlsx' | 'xls' | 'ods'): Uint8Array =>
    convertBySoffice(soffice ?? '', bytes, { to })

  // LibreOffice changes texts with line ends and controls, and writes no booleans into .xls: plain words will do.
  const grid: Grid = fc
    .sample(grids, { numRuns: 40, seed: 7 })
    .flat()
    .map((row, r) =>
      row.map((cell) =>
        cell === null || cell.kind === 'number' || cell.kind === 'date'
          ? cell
          : { kind: 'text', value: `余额 ${r}` },
      ),
    )

  it('as .xlsx are read as SheetJS reads them', async () => {
    const bytes = convert(await writeBySheetjs('xlsx')(grid), 'xlsx')
    const workbook = await readByUs(bytes)
    const theirs = sheetjsCells(bytes)
    expect(theirs.size).toBeGreaterThan(300)
    expect(ourCells(workbook)).toEqual(theirs)
    expect(datesRead(workbook)).toEqual(datesIn(grid))
  })

  it.each(['xls', 'ods'] as const)('as .%s say the same as the .xlsx', async (format) => {
    const written = await writeBySheetjs('xlsx')(grid)
    const converted = await readByUs(convert(written, format))
    expect(converted.format).toBe(format)
    expect(rounded(ourCells(converted))).toEqual(rounded(ourCells(await readByUs(convert(written, 'xlsx')))))
    expect(datesRead(converted)).toEqual(datesIn(grid))
  })
})

/** One small ledger written by several libraries, each in its own dialect of the format. */

import { Workbook as Excelts } from '@cj-tech-master/excelts'
import { createExcelFile, createWorkbook } from 'excel-builder-vanilla'
import exceljs from 'exceljs'
import { writeXlsx } from 'hucre'
import * as xlsx from 'xlsx'
import populate from 'xlsx-populate'

export const SHEET = '台账'
export const HEADER_ROW = 2
export const LAST_ROW = 12
export const COLUMNS = 5

type Value = string | number

/** A title, a header, ten loans and a total. */
export function ledgerGrid(): readonly (readonly Value[])[] {
  const loans = Array.from({ length: LAST_ROW - HEADER_ROW }, (_, i): readonly Value[] => [
    `JK-2026-${1001 + i}`,
    `第${i + 1}号"商贸" <有限> 公司 & 合伙`,
    10_000 * (i + 1),
    i % 3 === 0 ? '关注' : '正常',
    '00123456789012345678',
  ])
  return [
    ['十月贷后台账'],
    ['借据号', '客户名称', '余额', '五级分类', '账号'],
    ...loans,
    ['合计', '', 550_000],
  ]
}

export interface Writer {
  readonly name: string
  readonly write: () => Promise<Uint8Array>
}

export const writers: readonly Writer[] = [
  {
    name: 'hucre',
    write: () => writeXlsx({ sheets: [{ name: SHEET, rows: ledgerGrid().map((row) => [...row]) }] }),
  },
  {
    name: 'exceljs',
    write: async () => {
      const book = new exceljs.Workbook()
      const sheet = book.addWorksheet(SHEET)
      for (const row of ledgerGrid()) sheet.addRow([...row])
      sheet.mergeCells('A1:E1')
      sheet.getCell('A1').font = { bold: true, size: 16 }
      return new Uint8Array(await book.xlsx.writeBuffer())
    },
  },
  {
    name: 'SheetJS',
    write: async () => {
      const sheet = xlsx.utils.aoa_to_sheet(ledgerGrid().map((row) => [...row]))
      const bytes: ArrayBuffer = xlsx.write(
        { SheetNames: [SHEET], Sheets: { [SHEET]: sheet } },
        { type: 'array' },
      )
      return new Uint8Array(bytes)
    },
  },
  {
    name: 'xlsx-populate',
    write: async () => {
      const book = await populate.fromBlankAsync()
      const sheet = book.sheet(0)
      sheet.name(SHEET)
      for (const [r, row] of ledgerGrid().entries()) {
        for (const [c, value] of row.entries()) sheet.cell(r + 1, c + 1).value(value)
      }
      sheet.range('A2:E2').style({ bold: true, fill: 'DDEBF7' })
      return new Uint8Array(await book.outputAsync('arraybuffer'))
    },
  },
  {
    name: 'excelts',
    write: async () => {
      const book = new Excelts()
      const sheet = book.addWorksheet(SHEET)
      for (const row of ledgerGrid()) sheet.addRow([...row])
      return new Uint8Array(await book.xlsx.writeBuffer())
    },
  },
  {
    name: 'excel-builder',
    write: async () => {
      const book = createWorkbook()
      const sheet = book.createWorksheet({ name: SHEET })
      sheet.setData(ledgerGrid().map((row) => [...row]))
      book.addWorksheet(sheet)
      const blob = await createExcelFile(book, 'Blob')
      return new Uint8Array(await blob.arrayBuffer())
    },
  },
]

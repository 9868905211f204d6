import { writeFileSync } from 'node:fs'

import ExcelJS from 'exceljs'

import { report } from '../measure.ts'

// what one would do with exceljs: load, add the flag columns, save
const [file = '', rounds = '1'] = process.argv.slice(2)

await report(async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const sheet = book.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  const first = sheet.columnCount + 1
  const texts = ['严重', '逾期 91 天,五级分类仍为关注', '默认值', '重新分类', '2026-11-10', '张三']
  const last = sheet.rowCount
  for (let row = 4; row <= last; row++) {
    for (const [offset, text] of texts.entries()) sheet.getCell(row, first + offset).value = text
  }
  const bytes = await book.xlsx.writeBuffer()
  writeFileSync('/dev/null', new Uint8Array(bytes))
  return { rows: last, bytes: bytes.byteLength }
}, Number(rounds))

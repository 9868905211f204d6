import { openEditable } from '../openEditable.ts'
import { columnOf } from '../package/cellName.ts'
import { escapeText } from '../package/escapeText.ts'
import { OfficePackage } from '../package/officePackage.ts'
import type { Codec } from '../zip/index.ts'
import type { Book, BookSheet } from './book.ts'
import { librarySheet } from './librarySheet.ts'
import { bookFont } from './libraryStyle.ts'

/** The workbook's bytes (.xlsx). Large sheets of formulas are put in as they are, past the library. */
export async function writeBook(book: Book, codec: Codec): Promise<Uint8Array> {
  // large, and not needed by those who only read what a template says
  const { writeXlsx } = await import('hucre/xlsx')
  const bytes = await writeXlsx({
    sheets: book.sheets.map(librarySheet),
    namedRanges: book.names.map(({ name, refersTo }) => ({ name, range: refersTo })),
    defaultFont: { name: bookFont, size: 10 },
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

/**
 * Areas to print whose last row is worked out: a name may be a formula, though the library takes ranges alone. LibreOffice
 * takes ranges alone as well: it prints every cell with a formula, empty ones among them.
 */
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

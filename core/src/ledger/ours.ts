import type { Sheet } from '../table/index.ts'
import { textAt } from '../table/index.ts'
import { compactText } from './normaliseText.ts'

/** What we write into a workbook begins with this; it is never read back (`check(annotate(x)) = check(x)`). */
const prefix = /^贷后[·・•‧∙.]/

/** True for the header of a column, or the name of a sheet, that this product wrote. */
export function isOurs(text: string): boolean {
  return prefix.test(compactText(text))
}

/** A header of ours stands in the first rows, beside the ledger's own. */
const searchRows = 100

/** The sheet without the columns that this product added: no step of reading can then be led by them. */
export function withoutOurs(sheet: Sheet): Sheet {
  const ours = new Set<number>()
  for (const [column, cells] of sheet.columns.entries()) {
    const last = Math.min(searchRows, cells?.kinds.length ?? 0)
    for (let row = 0; row < last; row++) {
      const text = textAt(sheet, row, column)
      if (text === null || !isOurs(text)) continue
      ours.add(column)
      break
    }
  }
  if (ours.size === 0) return sheet
  const columns = sheet.columns.map((cells, column) => (ours.has(column) ? null : cells))
  let columnCount = columns.length
  while (columnCount > 0 && columns[columnCount - 1] === null) columnCount--
  return { ...sheet, columns: columns.slice(0, columnCount), columnCount }
}

import { write, utils } from 'xlsx'
import type { CellObject, WorkSheet } from 'xlsx'

import type { Layout } from './layout.ts'
import type { DressedLayout } from './layoutRows.ts'

/** A real .xlsx file of one dressed layout: typed cells, date formats, the layout's merges and an empty second sheet. */
export function makeWorkbook(layout: Layout, dressed: DressedLayout): Uint8Array {
  const sheet: WorkSheet = {}
  let width = 1
  for (const [r, row] of dressed.rows.entries()) {
    width = Math.max(width, row.length)
    for (const [c, value] of row.entries()) {
      if (value === null || value === undefined || value === '') continue
      const cell: CellObject =
        typeof value === 'object'
          ? { t: 'n', v: value.serial, z: 'yyyy-mm-dd' }
          : typeof value === 'number'
            ? { t: 'n', v: value }
            : { t: 's', v: value }
      sheet[utils.encode_cell({ r, c })] = cell
    }
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: dressed.rows.length - 1, c: width - 1 } })
  sheet['!merges'] = layout.merges.map(([top, bottom, left, right]) => ({
    s: { r: top, c: left },
    e: { r: bottom - 1, c: right - 1 },
  }))
  const book = utils.book_new()
  // Sheet names take no more than 31 characters and none of []:*?/\
  utils.book_append_sheet(book, sheet, (layout.sheet ?? 'Sheet1').replace(/[[\]:*?/\\]/g, '').slice(0, 31))
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Sheet2')
  return new Uint8Array(
    write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer,
  )
}

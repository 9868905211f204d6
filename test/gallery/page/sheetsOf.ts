import { CellKind, type Sheet } from '@postloan/core/table'
import { openWorkbook, webCodec } from '@postloan/core/workbook'

import type { MemorySheetInit } from '../../../addin/src/excel/index.ts'

export type GalleryBook = 'sample' | 'gaps' | 'clean' | 'minutes'

/** Cells that are emptied in `gaps`: each so many rows, by header. */
const gaps: Readonly<Record<string, number>> = { 五级分类: 23, 到期日期: 67, 放款日期: 97 }

/**
 * The sample ledger as cells, `gaps` with cells emptied that rules need; `clean`: a few loans in order; `minutes`: no
 * ledger at all.
 */
export async function sheetsOf(book: GalleryBook): Promise<readonly MemorySheetInit[]> {
  if (book === 'minutes') return [minutes]
  const file = book === 'clean' ? 'clean.xlsx' : 'sample.xlsx'
  const bytes = new Uint8Array(await (await fetch(`./${file}`)).arrayBuffer())
  const opening = await openWorkbook(bytes, '某某支行贷款台账(2026年10月).xlsx', webCodec())
  if (!opening.ok) throw new Error(opening.error.message)
  const sheets = opening.workbook.sheets.map(cellsOf)
  return book === 'gaps' ? sheets.map(withGaps) : sheets
}

function withGaps(sheet: MemorySheetInit): MemorySheetInit {
  const header = sheet.rows.slice(0, 3).find((row) => row.includes('五级分类')) ?? []
  const every = header.map((name) => (typeof name === 'string' ? gaps[name] : undefined))
  return {
    ...sheet,
    rows: sheet.rows.map((row, at) =>
      row.map((cell, column) => (at > 3 && at % (every[column] ?? Infinity) === 0 ? null : cell)),
    ),
  }
}

function cellsOf(sheet: Sheet): MemorySheetInit {
  const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
    sheet.columns.map((column) => {
      const value = column?.values[row] ?? 0
      switch (column?.kinds[row]) {
        case CellKind.text:
        case CellKind.error:
          return sheet.texts[value] ?? ''
        case CellKind.number:
          return value
        case CellKind.boolean:
          return value === 1
        case CellKind.date:
          return { value, format: 'yyyy-mm-dd' }
        default:
          return null
      }
    }),
  )
  return { name: sheet.name, rows, merges: sheet.merges, tableAreas: sheet.tableAreas }
}

const minutes: MemorySheetInit = {
  name: '风险例会',
  rows: [
    ['贷后管理例会纪要'],
    ['序号', '议题', '客户名称', '讨论情况', '决定', '责任部门', '完成时间'],
    [1, '逾期客户处置', '宏远精工机械有限公司', '已上门两次', '继续跟踪', '公司业务部', '11月底'],
    [2, '押品重估', '东江食品有限公司', '评估机构未到场', '改期', '风险部', '12月中旬'],
  ],
}

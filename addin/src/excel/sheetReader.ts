import type { Area } from '@postloan/core/table'

import { hasApi } from './features.ts'
import { withPatience } from './officeErrors.ts'
import type { CellPiece, CellRead, SheetFrame, SheetId, WorkOptions } from './port.ts'
import { type RowsAndFormats, noteSamples, readFormats, sampleRows } from './readFormats.ts'
import { areaOf, breathe, inChunks, rangeOf } from './sheetAreas.ts'
import { type ColumnNumbers, surveyCells } from './surveyCells.ts'

interface Shape extends SheetFrame {
  readonly used: Area
}

/** Reads one sheet in as few requests as the limits allow; number formats only where they can matter. */
export async function readOfficeSheet(
  id: SheetId,
  take: (piece: CellPiece) => void,
  { signal, onProgress }: WorkOptions,
): Promise<SheetFrame> {
  const { used, ...frame } = await readShape(id)
  const samples = sampleRows(used)
  const numbers = Array.from({ length: used.right }, (): ColumnNumbers => ({ count: 0, days: 0 }))
  await inChunks(used, { signal }, async (rows) => {
    const isFirst = rows.top === used.top
    const values = await readValues(id, rows, isFirst ? samples : [])
    // taking the answer apart was a piece of work already: ours is the next
    await breathe()
    const bytes = surveyCells(values, used.left, numbers)
    noteSamples(samples, rows.top, values)
    take({ kind: 'values', row: rows.top, column: used.left, values })
    onProgress?.(rows.bottom - used.top, used.bottom - used.top)
    return bytes
  })
  await readFormats(id, used, samples, numbers, take, signal)
  return frame
}

/** All that is known of a sheet apart from its cells; tables, which are rare, take a second request. */
async function readShape(id: SheetId): Promise<Shape> {
  const context = new Excel.RequestContext()
  const sheet = context.workbook.worksheets.getItem(id)
  sheet.load('name,visibility')
  const used = sheet.getUsedRangeOrNullObject(true)
  used.load('rowIndex,columnIndex,rowCount,columnCount')
  sheet.tables.load('items/id')
  const filter = hasApi('1.9') ? sheet.autoFilter.getRangeOrNullObject() : null
  filter?.load('rowIndex,columnIndex,rowCount,columnCount')
  const merged = hasApi('1.13') ? used.getMergedAreasOrNullObject() : null
  merged?.load('isNullObject')
  merged?.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount')
  await withPatience(context.sync())
  const tableAreas = await readTables(
    id,
    sheet.tables.items.map((table) => table.id),
  )
  if (filter && !filter.isNullObject) tableAreas.push(areaOf(filter))
  const none: Area = { top: 0, left: 0, bottom: 0, right: 0 }
  const area = used.isNullObject ? none : areaOf(used)
  const states = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const
  return {
    used: area,
    name: sheet.name,
    state: states[sheet.visibility],
    rowCount: area.bottom,
    columnCount: area.right,
    merges: merged && !used.isNullObject && !merged.isNullObject ? merged.areas.items.map(areaOf) : [],
    hiddenRows: [],
    hiddenColumns: [],
    tableAreas,
  }
}

async function readTables(id: SheetId, tableIds: readonly string[]): Promise<Area[]> {
  if (tableIds.length === 0) return []
  const context = new Excel.RequestContext()
  const sheet = context.workbook.worksheets.getItem(id)
  const tables = tableIds.map((table) => sheet.tables.getItem(table).getRange())
  for (const table of tables) table.load('rowIndex,columnIndex,rowCount,columnCount')
  await withPatience(context.sync())
  return tables.map(areaOf)
}

/** The values of some rows, and the formats of the samples in the same request. */
async function readValues(
  id: SheetId,
  area: Area,
  samples: readonly RowsAndFormats[],
): Promise<readonly (readonly CellRead[])[]> {
  const context = new Excel.RequestContext()
  const sheet = context.workbook.worksheets.getItem(id)
  const range = rangeOf(sheet, area)
  range.load('values')
  const looks = samples.map(({ top, bottom }) => rangeOf(sheet, { ...area, top, bottom }))
  for (const look of looks) look.load('numberFormat')
  await withPatience(context.sync())
  // formats are texts, whatever the declared type says
  for (const [i, sample] of samples.entries()) sample.formats = (looks[i]?.numberFormat ?? []) as string[][]
  // cells are texts, numbers and booleans
  return range.values as CellRead[][]
}

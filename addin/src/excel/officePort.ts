import type { DateSystem } from '@postloan/core/calendar'

import { addressOf } from './address.ts'
import { DateSystemReader } from './dateSystemReader.ts'
import { findFeatures, hasApi } from './features.ts'
import { findFilled } from './findFilled.ts'
import { toFailure, withPatience } from './officeErrors.ts'
import { queueWrite } from './officeWrites.ts'
import { OutlineReader } from './outlineReader.ts'
import { halves, packWrites } from './packWrites.ts'
import type { CellRead, ColumnShape, PortCell, SheetWrite, WorkbookPort } from './port.ts'
import { PortFailure } from './portError.ts'
import { readDecor } from './readDecor.ts'
import { readLooks } from './readLooks.ts'
import { rangeOf } from './sheetAreas.ts'
import { readOfficeSheet } from './sheetReader.ts'
import { OwnSheets, watchWorkbook } from './watchWorkbook.ts'
import { readXmlStore, writeXmlStore, dropXml } from './xmlStore.ts'

/** The workbook in Excel, through Office.js. */
export function officePort(dates = new DateSystemReader()): WorkbookPort {
  const features = findFeatures()
  const outline = new OutlineReader(dates)
  const own = new OwnSheets()

  return {
    features,
    outline: () => guarded(() => outline.read()),
    readSheet: (sheet, take, options = {}) => guarded(() => readOfficeSheet(sheet, take, options)),
    readRows: (sheet, rows, columnCount) =>
      guarded(async () => {
        const context = new Excel.RequestContext()
        const area = { top: rows.from, left: 0, bottom: rows.to, right: columnCount }
        const range = rangeOf(context.workbook.worksheets.getItem(sheet), area)
        range.load('values,numberFormat')
        await withPatience(context.sync())
        const values = range.values as CellRead[][]
        const formats = range.numberFormat as string[][]
        return values.map((row, i) =>
          row.map((value, j): PortCell => ({ value, format: formats[i]?.[j] ?? '' })),
        )
      }),
    readDecor: (sheet) => guarded(() => readDecor(sheet)),
    readLooks: (sheet, cells) => guarded(() => readLooks(sheet, cells)),
    findFilled: (sheet, column, rows, color) => guarded(() => findFilled(sheet, column, rows, color)),
    readColumns: (sheet, first, count) =>
      guarded(async () => {
        const context = new Excel.RequestContext()
        const one = context.workbook.worksheets.getItem(sheet)
        const columns = Array.from({ length: count }, (_, i) => {
          const column = rangeOf(one, {
            top: 0,
            left: first + i,
            bottom: 1,
            right: first + i + 1,
          }).getEntireColumn()
          column.load('columnHidden')
          column.format.load('columnWidth,useStandardWidth')
          return column
        })
        await withPatience(context.sync())
        return columns.map((column): ColumnShape => ({
          width: column.format.columnWidth,
          hidden: column.columnHidden,
          standard: column.format.useStandardWidth,
        }))
      }),
    apply: (writes, { signal, onProgress } = {}) =>
      guarded(async () => {
        const dateSystem = (await dates.read()) ?? 1900
        let done = 0
        for await (const batch of packWrites(writes)) {
          if (signal?.aborted) throw new PortFailure({ code: 'cancelled', detail: 'aborted' })
          own.expect(batch)
          try {
            await send(batch, dateSystem)
          } catch (caught) {
            own.forget()
            throw caught
          }
          for (const write of batch) {
            if (write.kind === 'values') done += write.rows.length
            if (write.kind === 'dropRecord' && features.store) await dropXml(write.namespace)
          }
          onProgress?.(done, 0)
        }
      }),
    readStore: () => guarded(readXmlStore),
    writeStore: (text) => guarded(() => writeXmlStore(text)),
    select: (sheet, area) =>
      guarded(async () => {
        const context = new Excel.RequestContext()
        const one = context.workbook.worksheets.getItem(sheet)
        one.activate()
        rangeOf(one, area).select()
        await withPatience(context.sync())
      }),
    selectCells: (sheet, cells) =>
      guarded(async () => {
        const context = new Excel.RequestContext()
        const one = context.workbook.worksheets.getItem(sheet)
        one.activate()
        const shown = hasApi('1.9') ? cells.slice(0, MOST_AREAS) : cells.slice(0, 1)
        const addresses = shown.map(
          ({ row, column }) =>
            addressOf({ top: row, left: column, bottom: row + 1, right: column + 1 }).split(':')[0],
        )
        if (addresses.length === 1) one.getRange(addresses[0]).select()
        else one.getRanges(addresses.join(',')).select()
        await withPatience(context.sync())
      }),
    createWorkbook: (bytes) => guarded(() => withPatience(Excel.createWorkbook(base64(bytes)))),
    selection: () =>
      guarded(async () => {
        const context = new Excel.RequestContext()
        const range = context.workbook.getSelectedRange()
        range.load('rowIndex,columnIndex')
        const { worksheet } = range
        worksheet.load('id')
        await withPatience(context.sync())
        return { sheet: worksheet.id, row: range.rowIndex, column: range.columnIndex }
      }),
    watch: (listener) => guarded(() => watchWorkbook(own, listener)),
  }
}

/** Areas of one selection: an address of many areas is refused irregularly beyond this. */
const MOST_AREAS = 200

function base64(bytes: Uint8Array): string {
  let text = ''
  // as many characters as a call takes arguments
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  }
  return btoa(text)
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (caught) {
    throw toFailure(caught)
  }
}

/** One request; halved where Excel says that it is too large. */
async function send(batch: readonly SheetWrite[], dateSystem: DateSystem): Promise<void> {
  const context = new Excel.RequestContext()
  if (hasApi('1.6')) context.application.suspendApiCalculationUntilNextSync()
  if (hasApi('1.9')) context.application.suspendScreenUpdatingUntilNextSync()
  for (const write of batch) queueWrite(context, write, dateSystem)
  try {
    await withPatience(context.sync())
  } catch (caught) {
    const failure = toFailure(caught)
    const parts = failure.error.code === 'tooLarge' ? halves(batch) : null
    if (!parts) throw failure
    await send(parts[0], dateSystem)
    await send(parts[1], dateSystem)
  }
}

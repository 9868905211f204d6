import { areasOf, addressOf } from './address.ts'
import { findFeatures, hasApi } from './features.ts'
import { toFailure, withPatience } from './officeErrors.ts'
import { queueWrite } from './officeWrites.ts'
import { halves, packWrites } from './packWrites.ts'
import type {
  CellRead,
  ColumnShape,
  PortCell,
  PortEvent,
  SheetDecor,
  SheetWrite,
  WorkbookOutline,
  WorkbookPort,
} from './port.ts'
import { PortFailure } from './portError.ts'
import { rangeOf, readOfficeSheet } from './sheetReader.ts'
import { readXmlStore, writeXmlStore, dropXml } from './xmlStore.ts'

/** The workbook in Excel, through Office.js. */
export function officePort(): WorkbookPort {
  const features = findFeatures()

  return {
    features,
    outline: () => guarded(readOutline),
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
        let done = 0
        for await (const batch of packWrites(writes)) {
          if (signal?.aborted) throw new PortFailure({ code: 'cancelled', detail: 'aborted' })
          await send(batch)
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
    watch: (listener) => guarded(() => watchWorkbook(listener)),
  }
}

/** Areas of one selection: an address of many areas is refused irregularly beyond this. */
const MOST_AREAS = 200

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (caught) {
    throw toFailure(caught)
  }
}

/** One request; halved where Excel says that it is too large. */
async function send(batch: readonly SheetWrite[]): Promise<void> {
  const context = new Excel.RequestContext()
  if (hasApi('1.6')) context.application.suspendApiCalculationUntilNextSync()
  if (hasApi('1.9')) context.application.suspendScreenUpdatingUntilNextSync()
  for (const write of batch) queueWrite(context, write)
  try {
    await withPatience(context.sync())
  } catch (caught) {
    const failure = toFailure(caught)
    const parts = failure.error.code === 'tooLarge' ? halves(batch) : null
    if (!parts) throw failure
    await send(parts[0])
    await send(parts[1])
  }
}

async function readOutline(): Promise<WorkbookOutline> {
  const context = new Excel.RequestContext()
  const { workbook } = context
  workbook.load(hasApi('1.8') ? 'name,readOnly' : 'name')
  if (hasApi('1.7')) workbook.protection.load('protected')
  workbook.worksheets.load('items/id,items/name,items/visibility')
  const active = workbook.worksheets.getActiveWorksheet()
  active.load('id')
  await withPatience(context.sync())
  const sheets = workbook.worksheets.items
  const used = sheets.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject(true)
    range.load('rowIndex,columnIndex,rowCount,columnCount')
    sheet.protection.load('protected')
    return range
  })
  await withPatience(context.sync())
  const states = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const
  return {
    fileName: workbook.name,
    readOnly: hasApi('1.8') ? workbook.readOnly : false,
    active: active.id,
    structureLocked: hasApi('1.7') ? workbook.protection.protected : false,
    sheets: sheets.map((sheet, i) => {
      const range = used[i]
      const isEmpty = range?.isNullObject !== false
      return {
        id: sheet.id,
        name: sheet.name,
        state: states[sheet.visibility],
        protected: sheet.protection.protected,
        rowCount: isEmpty ? 0 : range.rowIndex + range.rowCount,
        columnCount: isEmpty ? 0 : range.columnIndex + range.columnCount,
      }
    }),
  }
}

async function readDecor(id: string): Promise<SheetDecor> {
  const context = new Excel.RequestContext()
  const { worksheets } = context.workbook
  const formats = hasApi('1.6') ? worksheets.getItem(id).getRange().conditionalFormats : null
  formats?.load('items/id,items/type')
  const comments = hasApi('1.10') ? worksheets.getItem(id).comments : null
  comments?.load('items/id,items/content,items/replies/items/id')
  await withPatience(context.sync())
  const custom = formats?.items.filter((one) => one.type === Excel.ConditionalFormatType.custom) ?? []
  // an object reached through a range does not outlive the request: it is reached anew
  const rules = custom.map((one) => {
    const { rule } = worksheets.getItem(id).getRange().conditionalFormats.getItem(one.id).custom
    rule.load('formula')
    return rule
  })
  if (rules.length > 0) await withPatience(context.sync())
  return {
    formats: custom.map((one, i) => ({ id: one.id, formula: rules[i]?.formula ?? '' })),
    comments: (comments?.items ?? []).map(({ id: comment, content, replies }) => ({
      id: comment,
      text: content,
      replies: replies.items.length,
    })),
  }
}

/** Nothing that happens by our own hand arrives: Excel says who changed a cell. */
async function watchWorkbook(listener: (event: PortEvent) => void): Promise<() => Promise<void>> {
  const context = new Excel.RequestContext()
  const { worksheets } = context.workbook
  const structure = (sheet: string | null): Promise<void> => {
    listener({ kind: 'structure', sheet })
    return Promise.resolve()
  }
  const handlers = [
    worksheets.onChanged.add((event) => {
      if (event.triggerSource === Excel.EventTriggerSource.thisLocalAddin) return Promise.resolve()
      if (event.changeType !== Excel.DataChangeType.rangeEdited) return structure(event.worksheetId)
      for (const area of areasOf(event.address)) {
        listener({ kind: 'cells', sheet: event.worksheetId, area })
      }
      return Promise.resolve()
    }),
    worksheets.onAdded.add((event) => structure(event.worksheetId)),
    worksheets.onDeleted.add((event) => structure(event.worksheetId)),
    worksheets.onSelectionChanged.add((event) => {
      const [area] = areasOf(event.address)
      if (area) {
        listener({ kind: 'selection', sheet: event.worksheetId, row: area.top, column: area.left })
      }
      return Promise.resolve()
    }),
    worksheets.onActivated.add((event) => {
      listener({ kind: 'activated', sheet: event.worksheetId })
      return Promise.resolve()
    }),
    ...(hasApi('1.10')
      ? [
          worksheets.onRowSorted.add((event) => structure(event.worksheetId)),
          worksheets.onColumnSorted.add((event) => structure(event.worksheetId)),
        ]
      : []),
  ]
  await withPatience(context.sync())
  return async () => {
    for (const handler of handlers) handler.remove()
    await withPatience(context.sync())
  }
}

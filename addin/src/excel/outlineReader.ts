import type { DateSystemReader, QueueQuestion } from './dateSystemReader.ts'
import { hasApi } from './features.ts'
import { withPatience } from './officeErrors.ts'
import type { SheetId, WorkbookOutline } from './port.ts'

const states = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const

/**
 * What sheets there are and how large they are. The sheets that were there before are asked for together with the list:
 * as long as they are the same ones, one request tells everything.
 */
export class OutlineReader {
  readonly #dates: DateSystemReader
  #known: readonly SheetId[] = []

  constructor(dates: DateSystemReader) {
    this.#dates = dates
  }

  read(): Promise<WorkbookOutline> {
    return this.#dates.along((queue) => this.#read(queue))
  }

  async #read(queueDates: QueueQuestion | null): Promise<WorkbookOutline> {
    const context = new Excel.RequestContext()
    const { workbook } = context
    workbook.load(hasApi('1.8') ? 'name,readOnly' : 'name')
    if (hasApi('1.7')) workbook.protection.load('protected')
    workbook.worksheets.load('items/id,items/name,items/visibility')
    const active = workbook.worksheets.getActiveWorksheet()
    active.load('id')
    const takeDates = queueDates?.(context)
    const known = this.#known
    let sizes = known.map((id) => sizeOf(workbook.worksheets.getItemOrNullObject(id)))
    await withPatience(context.sync())
    takeDates?.()
    const sheets = workbook.worksheets.items
    const ids = sheets.map(({ id }) => id)
    if (ids.length !== known.length || ids.some((id, i) => id !== known[i])) {
      sizes = sheets.map(sizeOf)
      await withPatience(context.sync())
      this.#known = ids
    }
    return {
      fileName: workbook.name,
      readOnly: hasApi('1.8') ? workbook.readOnly : false,
      active: active.id,
      dateSystem: this.#dates.known,
      structureLocked: hasApi('1.7') ? workbook.protection.protected : false,
      sheets: sheets.map(({ id, name, visibility }, i) => {
        const { used, protection } = sizes[i] ?? {}
        const isEmpty = used?.isNullObject !== false
        return {
          id,
          name,
          state: states[visibility],
          protected: protection?.protected === true,
          rowCount: isEmpty ? 0 : used.rowIndex + used.rowCount,
          columnCount: isEmpty ? 0 : used.columnIndex + used.columnCount,
        }
      }),
    }
  }
}

function sizeOf(sheet: Excel.Worksheet): {
  readonly used: Excel.Range
  readonly protection: Excel.WorksheetProtection
} {
  const used = sheet.getUsedRangeOrNullObject(true)
  used.load('rowIndex,columnIndex,rowCount,columnCount')
  const { protection } = sheet
  protection.load('protected')
  return { used, protection }
}

import { areasOf } from './address.ts'
import { hasApi } from './features.ts'
import { withPatience } from './officeErrors.ts'
import type { PortEvent, SheetWrite } from './port.ts'

/**
 * Sheets that come and go by our own hand. Excel says of a changed cell which add-in changed it
 * (`EventTriggerSource`), of a sheet that came or went it does not.
 */
export class OwnSheets {
  #coming = 0
  readonly #going = new Set<string>()

  /** Called before the writes are sent: an event may be there before the answer is. */
  expect(writes: readonly SheetWrite[]): void {
    for (const write of writes) {
      if (write.kind === 'addSheet') this.#coming++
      if (write.kind === 'dropSheet') this.#going.add(write.sheet)
    }
  }

  /** A request broke off: what comes and goes from here on is somebody else's. */
  forget(): void {
    this.#coming = 0
    this.#going.clear()
  }

  came(isLocal: boolean): boolean {
    if (!isLocal || this.#coming === 0) return false
    this.#coming--
    return true
  }

  went(id: string): boolean {
    return this.#going.delete(id)
  }
}

/** Tells what people do. Nothing that happens by our own hand arrives. */
export async function watchWorkbook(
  own: OwnSheets,
  listener: (event: PortEvent) => void,
): Promise<() => Promise<void>> {
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
    worksheets.onAdded.add(({ worksheetId, source }) =>
      own.came(source === Excel.EventSource.local) ? Promise.resolve() : structure(worksheetId),
    ),
    worksheets.onDeleted.add(({ worksheetId }) =>
      own.went(worksheetId) ? Promise.resolve() : structure(worksheetId),
    ),
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

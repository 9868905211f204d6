import type { WireEvent } from './engine/wire.ts'
import type { Host } from './host.ts'
import { type Area, addressOf, intersection } from './model/area.ts'
import type { Sheet } from './model/sheet.ts'
import type { Happening } from './model/workbook.ts'
import { rangeObject } from './objects/makers.ts'
import { RangeRef } from './objects/rangeRef.ts'

const EVENT_NUMBERS: Readonly<Partial<Record<Happening['type'], number>>> = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  rowHiddenChanged: 22,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  tableAdded: 102,
  tableDeleted: 103,
}

/** Tells the add-in what happened, in the form that office.js waits for, where it asked to be told. */
export class Telling {
  readonly #host: Host
  readonly #subscriptions = new Map<string, number>()

  constructor(host: Host) {
    this.#host = host
  }

  subscribe(event: number, target: string, by: 1 | -1): void {
    const key = `${event} ${target}`
    this.#subscriptions.set(key, Math.max(0, (this.#subscriptions.get(key) ?? 0) + by))
  }

  tell(happening: Happening): void {
    const number = EVENT_NUMBERS[happening.type]
    if (number === undefined) return
    const { sheet, actor, address, detail } = happening
    const isTable = happening.type.startsWith('table')
    const message: Record<string, unknown> = {
      source: actor === 'coauthor' ? 'Remote' : 'Local',
      worksheetId: sheet.id,
      ...(address !== undefined && { address }),
      ...detail,
    }
    if (happening.type === 'changed') {
      message['shiftDirection'] ??= 'None'
      message['triggerSource'] = actor === 'addin' ? 'ThisLocalAddin' : 'Unknown'
    }
    const targets = isTable ? [String(detail?.['tableId']), sheet.id, 'Workbook'] : [sheet.id, 'Workbook']
    for (const target of targets) this.#raise(number, target, message, happening.area, sheet)
    if (happening.type === 'changed' && happening.area) this.#tableChanged(happening, message)
  }

  #tableChanged(happening: Happening, message: Record<string, unknown>): void {
    const { sheet } = happening
    for (const table of sheet.decor.tables) {
      const hit = happening.area && intersection(table.area, happening.area)
      if (!hit) continue
      const own = { ...message, tableId: table.id, address: addressOf(hit) }
      for (const target of [table.id, sheet.id, 'Workbook']) this.#raise(101, target, own, hit, sheet)
    }
  }

  #raise(
    number: number,
    target: string,
    message: Record<string, unknown>,
    where: Area | undefined,
    sheet: Sheet,
  ): void {
    if ((this.#subscriptions.get(`${number} ${target}`) ?? 0) === 0) return
    this.#host.engine.counters.events++
    const full = { ...message }
    if (where && (number === 10 || number === 101)) {
      full['referenceId'] = this.#host.engine.reference(rangeObject(new RangeRef(this.#host, sheet, where)))
    }
    const event: WireEvent = [65536, number, target, JSON.stringify(full), 0, message['source'] === 'Remote']
    // After the answer to the request that caused it.
    setTimeout(() => this.#host.push(event), 0)
  }
}

import type { SheetChoice } from '@postloan/core/ledger'

import type { WorkbookOutline } from '../excel/port.ts'
import type { Recognised } from './engine/engineTypes.ts'
import { columnsOf } from './markWriter.ts'
import type { SessionParts } from './sessionParts.ts'
import { readWorkbook } from './workbookReader.ts'
import { type WorkbookStore, readStore, storeText } from './workbookStore.ts'

/** Reading the workbook and saying what it is, with what people decided about it. */
export class LedgerRecognition {
  readonly #parts: SessionParts

  constructor(parts: SessionParts) {
    this.#parts = parts
  }

  /** Without events nobody tells of edits; with them, sheets may still have been renamed or hidden. */
  async forgetIfStale(): Promise<void> {
    if (await this.#isStale()) this.#parts.known.isRead = false
  }

  async #isStale(): Promise<boolean> {
    const { port, known } = this.#parts
    if (!known.isRead || !known.outline || !port.features.events) return true
    const now = await port.outline()
    const isSame = JSON.stringify({ ...now, active: '' }) === JSON.stringify({ ...known.outline, active: '' })
    known.outline = { ...now }
    return !isSame
  }

  async read(): Promise<WorkbookOutline> {
    const { port, engine, store, known, commands } = this.#parts
    if (known.isRead && known.outline) return known.outline
    store.step('read')
    known.isChecked = false
    let isOpen = false
    const now = await readWorkbook(port, engine, {
      signal: commands.signal,
      onRows: (done, of) => {
        isOpen = true
        store.step('read', of === 0 ? 1 : done / of, [done, of])
      },
    }).catch((caught: unknown) => {
      if (isOpen) known.forgetResult(store)
      throw caught
    })
    if (port.features.store) known.kept = readStore(await port.readStore())
    known.outline = now
    known.isRead = true
    known.recognised = null
    store.set({ host: { ...store.get().host, fileName: now.fileName } })
    return now
  }

  async recognise(): Promise<void> {
    const { engine, store, known } = this.#parts
    const now = await this.read()
    if (known.recognised) return
    store.step('recognise')
    await this.#loadPolicy()
    const { kept } = known
    const first = await engine.call('recognise', { asOf: kept.asOf, choices: kept.choices })
    const remembered = this.#rememberedChoices(first)
    const hasOwn = Object.keys(kept.choices).length > 0
    const choices = { ...remembered, ...kept.choices }
    const recognised =
      Object.keys(remembered).length === 0
        ? first
        : await engine.call('recognise', { asOf: kept.asOf, choices })
    known.recognised = recognised
    known.isChecked = false
    const activeSheet = now.sheets.find(({ id }) => id === now.active)?.name ?? ''
    store.set({
      policy: recognised.policy,
      reading: {
        asOf: recognised.asOf,
        tables: recognised.tables,
        notTables: recognised.notTables,
        choices,
        remembered: hasOwn ? 'workbook' : Object.keys(remembered).length > 0 ? 'sameHeader' : null,
        activeSheet,
      },
    })
    if (now.dateSystem === null) store.say('noDateSystem', 'warning')
    if (recognised.tables.length === 0) store.say('noLedger', 'warning')
    else if (recognised.asOf.day === null) store.say('noAsOf', 'warning')
    else if (recognised.asOf.conflicts.length > 0) store.say('asOfConflict', 'info')
    const ours = await engine.call('ours')
    store.set({
      flags: {
        ...store.get().flags,
        sheets: ours.sheets.map(({ sheet, columns }) =>
          columnsOf({ sheet, firstColumn: Math.min(...Object.values(columns)) }),
        ),
      },
    })
  }

  /** What was decided about sheets with the same header in other workbooks. */
  #rememberedChoices({ tables, otherHeaders }: Recognised): Record<string, SheetChoice> {
    const { known, memory } = this.#parts
    const found: Record<string, SheetChoice> = {}
    for (const { sheet, fingerprint } of [...tables, ...otherHeaders]) {
      if (known.kept.choices[sheet]) continue
      const choice = memory.mapping(fingerprint)
      if (choice) found[sheet] = choice
    }
    return found
  }

  async #loadPolicy(): Promise<void> {
    const { engine, memory, store } = this.#parts
    if (store.get().policy) return
    store.set({ policy: await engine.call('setPacks', memory.packs()) })
  }

  /** Keeps something in the workbook itself, where this Excel can. */
  async keep(next: WorkbookStore): Promise<void> {
    const { port, known, store } = this.#parts
    if (storeText(next) === storeText(known.kept)) return
    known.kept = next
    if (!port.features.store) {
      store.say('notSaved', 'warning')
      return
    }
    await port.writeStore(storeText(next))
  }

  async choose(sheet: string, choice: SheetChoice | null): Promise<void> {
    const { known, memory, commands } = this.#parts
    const { [sheet]: before, ...others } = known.kept.choices
    const next = choice ? { ...others, [sheet]: { ...before, ...choice } } : others
    await commands.run('recognise', async () => {
      await this.keep({ ...known.kept, choices: next })
      known.recognised = null
      await this.recognise()
      const table = this.#headers().find((one) => one.sheet === sheet)
      if (table) memory.saveMapping(table.fingerprint, next[sheet] ?? null)
    })
  }

  async setAsOf(day: number | null): Promise<void> {
    const { known, commands } = this.#parts
    await commands.run('recognise', async () => {
      await this.keep({ ...known.kept, asOf: day })
      known.recognised = null
      await this.recognise()
    })
  }

  async forgetChoices(): Promise<void> {
    const { known, memory, commands } = this.#parts
    await commands.run('recognise', async () => {
      await this.recognise()
      for (const { fingerprint } of this.#headers()) memory.saveMapping(fingerprint, null)
      await this.keep({ ...known.kept, choices: {}, asOf: null })
      known.recognised = null
      await this.recognise()
    })
  }

  #headers(): readonly { readonly sheet: string; readonly fingerprint: string }[] {
    const { recognised } = this.#parts.known
    return [...(recognised?.tables ?? []), ...(recognised?.otherHeaders ?? [])]
  }
}

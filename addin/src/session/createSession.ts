import type { SheetChoice } from '@postloan/core/ledger'
import type { OwnCell } from '@postloan/core/workbook/own'

import type { WorkbookOutline, WorkbookPort } from '../excel/port.ts'
import { PortFailure } from '../excel/portError.ts'
import type { Checked, Edited, FlagPlan, LabelColumns, Recognised } from './engine/engineTypes.ts'
import type { EngineClient } from './engineClient.ts'
import { LiveChecking } from './liveChecking.ts'
import type { LocalMemory } from './localMemory.ts'
import {
  type MarkGround,
  clearMarks,
  columnsOf,
  writeConditionals,
  writeFlags,
  writeOwnSheets,
  writeRows,
} from './markWriter.ts'
import { messages } from './messages.ts'
import { findingLines, rowAtPlace, tableLabels } from './resultView.ts'
import { StateStore } from './stateStore.ts'
import type { Busy, FlagOptions, MessageAction, Session, StepName } from './types.ts'
import { idOfSheet, readWorkbook } from './workbookReader.ts'
import { type WorkbookStore, emptyStore, readStore, storeText } from './workbookStore.ts'

export interface SessionGround {
  readonly port: WorkbookPort
  readonly engine: EngineClient
  readonly memory: LocalMemory
  readonly theme: 'light' | 'dark'
  /** ISO day, of the machine. */
  readonly today: () => string
}

const STEPS: Readonly<Record<Busy['task'], readonly StepName[]>> = {
  recognise: ['read', 'recognise'],
  check: ['read', 'recognise', 'check'],
  flag: ['read', 'recognise', 'check', 'plan', 'write'],
  clear: ['read', 'clear'],
  comment: ['plan', 'comment'],
}

/** Everything the panes can ask, over a workbook and an engine. Nothing is read until `recognise` or `check`. */
export async function createSession(ground: SessionGround): Promise<Session> {
  const { port, engine, memory } = ground
  const store = new StateStore({
    host: { features: port.features, theme: ground.theme, fileName: '' },
    busy: null,
    reading: null,
    result: null,
    flags: { sheets: [], outdated: false, comments: 0 },
    live: {
      on: false,
      writing: false,
      pending: 0,
      lastMs: null,
      unavailable: port.features.events ? null : messages.live.noEvents,
    },
    policy: null,
    waivers: [],
    reports: [],
    selected: null,
    settings: memory.settings(),
    messages: [],
  })

  let outline: WorkbookOutline | null = null
  let kept: WorkbookStore = emptyStore
  let recognised: Recognised | null = null
  let labels: readonly LabelColumns[] = []
  let plan: FlagPlan | null = null
  /** The engine knows the workbook as it is now. */
  let isRead = false
  let isChecked = false
  let abort = new AbortController()
  let lastCommand: (() => Promise<void>) | null = null

  const mark = (): MarkGround => ({ port, engine, store, signal: abort.signal })

  /** One command at a time: a second one while the first runs is not taken. Tells whether it went through. */
  async function run(task: Busy['task'], body: () => Promise<void>): Promise<boolean> {
    if (store.get().busy) return false
    abort = new AbortController()
    const steps = STEPS[task]
    store.forgetErrors()
    store.set({
      busy: { task, steps, step: steps[0] ?? 'read', done: 0, rows: null, cancellable: task !== 'clear' },
    })
    try {
      await live.pause(body)
      return true
    } catch (caught) {
      // whatever broke off may have changed the workbook
      isRead = false
      plan = null
      store.fail(caught)
      return false
    } finally {
      store.set({ busy: null })
    }
  }

  /** Without events nobody tells of edits; with them, sheets may still have been renamed or hidden. */
  async function isStale(): Promise<boolean> {
    if (!isRead || !outline || !port.features.events) return true
    const now = await port.outline()
    const isSame = JSON.stringify({ ...now, active: '' }) === JSON.stringify({ ...outline, active: '' })
    outline = { ...now }
    return !isSame
  }

  async function read(): Promise<WorkbookOutline> {
    if (isRead && outline) return outline
    store.step('read')
    isChecked = false
    const now = await readWorkbook(port, engine, {
      signal: abort.signal,
      onRows: (done, of) => store.step('read', of === 0 ? 1 : done / of, [done, of]),
    })
    if (port.features.store) kept = readStore(await port.readStore())
    outline = now
    isRead = true
    recognised = null
    store.set({ host: { ...store.get().host, fileName: now.fileName } })
    return now
  }

  async function recogniseNow(): Promise<void> {
    const now = await read()
    if (recognised) return
    store.step('recognise')
    await loadPolicy()
    const first = await engine.call('recognise', { asOf: kept.asOf, choices: kept.choices })
    const remembered = rememberedChoices(first)
    const hasOwn = Object.keys(kept.choices).length > 0
    const choices = { ...remembered, ...kept.choices }
    recognised =
      Object.keys(remembered).length === 0
        ? first
        : await engine.call('recognise', { asOf: kept.asOf, choices })
    isChecked = false
    const activeSheet = now.sheets.find(({ id }) => id === now.active)?.name ?? ''
    store.set({
      reading: {
        asOf: recognised.asOf,
        tables: recognised.tables,
        notTables: recognised.notTables,
        choices,
        remembered: hasOwn ? 'workbook' : Object.keys(remembered).length > 0 ? 'sameHeader' : null,
        activeSheet,
      },
    })
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
  function rememberedChoices({ tables, otherHeaders }: Recognised): Record<string, SheetChoice> {
    const found: Record<string, SheetChoice> = {}
    for (const { sheet, fingerprint } of [...tables, ...otherHeaders]) {
      if (kept.choices[sheet]) continue
      const choice = memory.mapping(fingerprint)
      if (choice) found[sheet] = choice
    }
    return found
  }

  async function loadPolicy(): Promise<void> {
    if (store.get().policy) return
    store.set({ policy: await engine.call('setPacks', memory.packs()) })
  }

  async function checkNow(): Promise<void> {
    await recogniseNow()
    if (!recognised || recognised.tables.length === 0 || isChecked) return
    store.step('check')
    const total = recognised.tables.reduce((sum, { rowCount }) => sum + rowCount, 0)
    engine.onProgress = (done) => store.step('check', done, [Math.round(done * total), total])
    const checked = await engine.call('check', { waivers: kept.waivers, today: ground.today() })
    engine.onProgress = null
    isChecked = true
    plan = null
    takeChecked(checked)
  }

  function takeChecked(checked: Checked): void {
    labels = checked.labels
    const tables = tableLabels(checked.labels)
    const before = store.get().flags
    store.set({
      result: {
        asOf: checked.asOf,
        counts: checked.counts,
        summary: checked.summary,
        tables,
        lines: findingLines(checked.arrays, checked.names, tables),
        notes: checked.notes,
        notRun: checked.notRun,
        checkedAt: Date.now(),
        stale: false,
        words: checked.words,
      },
      waivers: checked.waivers,
      reports: checked.reports,
      flags: { ...before, outdated: before.sheets.length > 0 },
    })
    store.drop('stale')
    if (checked.waiversDamaged) store.say('storeDamaged', 'warning')
  }

  function takeEdited(edited: Edited, ms: number): void {
    const { result, flags, live: state } = store.get()
    if (!result) return
    labels = edited.labels
    const tables = tableLabels(edited.labels)
    store.set({
      result: {
        ...result,
        counts: edited.counts,
        tables,
        lines: findingLines(edited.arrays, edited.names, tables),
        stale: false,
      },
      flags: { ...flags, outdated: flags.sheets.length > 0 && !state.writing },
      live: { ...state, lastMs: ms },
    })
  }

  async function flagNow(options: FlagOptions): Promise<void> {
    await checkNow()
    const now = outline
    if (!now || !isChecked) return
    const written = await writeFlags(mark(), now, kept.columns, (columns) => keep({ ...kept, columns }))
    plan = written.plan
    const comments = store.get().flags.comments
    store.set({ flags: { sheets: written.sheets, outdated: false, comments } })
    if (options.summary !== false) await summaryNow(now)
    // as we left it: another sheet or another width from here on is somebody else's
    outline = await port.outline()
    store.say('flagged', 'success')
  }

  async function summaryNow(now: WorkbookOutline): Promise<void> {
    if (now.structureLocked) {
      store.fail(new PortFailure({ code: 'structureLocked', detail: 'addSheet' }))
      return
    }
    await writeOwnSheets(mark(), now)
    // sheets came and went, by our own hand: only the list of sheets is other
    outline = await port.outline()
    for (const { id } of now.sheets) {
      if (!outline.sheets.some((one) => one.id === id)) await engine.call('forget', id)
    }
    for (const { id } of outline.sheets) {
      if (!now.sheets.some((one) => one.id === id)) await readOne(id)
    }
  }

  async function readOne(id: string): Promise<void> {
    const pieces: Promise<unknown>[] = []
    const frame = await port.readSheet(id, (piece) => pieces.push(engine.call('take', id, piece)))
    await Promise.all(pieces)
    await engine.call('close', id, frame)
  }

  async function keep(next: WorkbookStore): Promise<void> {
    if (storeText(next) === storeText(kept)) return
    kept = next
    if (!port.features.store) {
      store.say('notSaved', 'warning')
      return
    }
    await port.writeStore(storeText(next))
  }

  const live = new LiveChecking({
    port,
    engine,
    store,
    outline: () => outline,
    onStructure() {
      isRead = false
      const { result } = store.get()
      if (result && !store.get().live.on) {
        store.set({ result: { ...result, stale: true } })
        store.say('stale', 'info')
      }
    },
    takeEdited,
    async checkAgain(fromExcel) {
      if (fromExcel) isRead = false
      else recognised = null
      isChecked = false
      await checkNow()
    },
    async syncFlags(isFull) {
      const { flags } = store.get()
      if (!outline || flags.sheets.length === 0) return
      if (isFull || !plan) {
        const before = plan
        plan = await engine.call('planFlags', true)
        await writeRows(mark(), outline, await engine.call('staleRows'), plan)
        for (const planned of plan.sheets) {
          const old = before?.sheets.find(({ sheet }) => sheet === planned.sheet)
          if (JSON.stringify(old?.conditionals) !== JSON.stringify(planned.conditionals)) {
            await writeConditionals(mark(), outline, planned)
          }
        }
      } else {
        await writeRows(mark(), outline, await engine.call('touchedRows'), plan)
      }
      store.set({ flags: { ...store.get().flags, outdated: false } })
    },
    selected(sheet, row) {
      const name = outline?.sheets.find(({ id }) => id === sheet)?.name ?? ''
      store.set({ selected: rowAtPlace(labels, name, row) })
    },
  })

  async function choose(sheet: string, choice: SheetChoice | null): Promise<void> {
    const { [sheet]: before, ...others } = kept.choices
    const next = choice ? { ...others, [sheet]: { ...before, ...choice } } : others
    await run('recognise', async () => {
      await keep({ ...kept, choices: next })
      recognised = null
      await recogniseNow()
      const table = recognisedSheet(sheet)
      if (table) memory.saveMapping(table.fingerprint, next[sheet] ?? null)
    })
  }

  function recognisedSheet(sheet: string): { readonly fingerprint: string } | undefined {
    return [...(recognised?.tables ?? []), ...(recognised?.otherHeaders ?? [])].find(
      (one) => one.sheet === sheet,
    )
  }

  async function putEntry(
    line: number,
    kind: 'waive' | 'reportWrong',
    terms: { readonly text: string; readonly by: string; readonly until?: string },
  ): Promise<void> {
    await run('check', async () => {
      const entry = await engine.call(kind, line, { file: kept.waivers, on: ground.today(), ...terms })
      if (!entry.ok) {
        if (entry.why === 'ambiguous') store.say('ambiguousKey', 'warning')
        else if (entry.why === 'damaged') store.say('storeDamaged', 'warning')
        else store.say('invalidTerms', 'error', entry.message)
        return
      }
      await keep({ ...kept, waivers: entry.file })
      memory.saveSettings({ ...store.get().settings, by: terms.by })
      store.set({ settings: { ...store.get().settings, by: terms.by } })
      isChecked = false
      await checkNow()
    })
  }

  async function repeatable(command: () => Promise<void>): Promise<void> {
    lastCommand = command
    await command()
  }

  /** The session's own calls to Excel that are no commands: what goes wrong is said, not thrown. */
  async function quietly<T>(otherwise: T, body: () => Promise<T>): Promise<T> {
    try {
      return await body()
    } catch (caught) {
      store.fail(caught)
      return otherwise
    }
  }

  const session: Session = {
    getState: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),

    recognise: () =>
      repeatable(async () => {
        isRead = false
        await run('recognise', recogniseNow)
      }),
    correct: (sheet, choice) => repeatable(() => choose(sheet, choice)),
    setAsOf: (day) =>
      repeatable(async () => {
        await run('recognise', async () => {
          await keep({ ...kept, asOf: day })
          recognised = null
          await recogniseNow()
        })
      }),
    forgetChoices: () =>
      repeatable(async () => {
        await run('recognise', async () => {
          await recogniseNow()
          for (const { fingerprint } of recognised?.tables ?? []) memory.saveMapping(fingerprint, null)
          for (const { fingerprint } of recognised?.otherHeaders ?? []) memory.saveMapping(fingerprint, null)
          await keep({ ...kept, choices: {}, asOf: null })
          recognised = null
          await recogniseNow()
        })
      }),

    check: () =>
      repeatable(async () => {
        await run('check', async () => {
          if (await isStale()) isRead = false
          isChecked = false
          await checkNow()
        })
      }),
    cancel() {
      const { busy } = store.get()
      if (!busy?.cancellable) return
      abort.abort()
      if (busy.step === 'check' && engine.stop()) {
        isRead = false
        isChecked = false
        recognised = null
        labels = []
        store.set({ policy: null, result: null })
      }
    },
    detail: (line) => quietly(null, () => engine.call('detail', line)),
    goTo: (line, field) =>
      quietly(undefined, async () => {
        const [cell] = await engine.call('cellsOf', [line], field ?? null)
        await goToCell(cell ?? null)
      }),
    selectCells: (lines, field) =>
      quietly(undefined, async () => {
        const cells = await engine.call('cellsOf', lines, field)
        const [first] = cells
        const id = first && outline ? idOfSheet(outline, first.sheet) : undefined
        if (!first || id === undefined) return
        const same = cells.filter(({ sheet }) => sheet === first.sheet)
        await port.selectCells(id, same)
      }),
    goToRow: (table, tableRow) =>
      quietly(undefined, async () => goToCell(await engine.call('rowAt', table, tableRow))),
    waive: (line, { reason, by, until }) => putEntry(line, 'waive', { text: reason, by, until }),
    reportWrong: (line, { what, by }) => putEntry(line, 'reportWrong', { text: what, by }),
    withdraw: async (id, by) => {
      await run('check', async () => {
        const file = await engine.call('withdraw', kept.waivers, id, by, ground.today())
        if (file === null) return
        await keep({ ...kept, waivers: file })
        isChecked = false
        await checkNow()
      })
    },

    flag: (options = {}) =>
      repeatable(async () => {
        await run('flag', async () => {
          if (await isStale()) isRead = false
          await flagNow(options)
        })
      }),
    addComments: () =>
      repeatable(async () => {
        await run('comment', async () => {
          if (!port.features.comments) throw new PortFailure({ code: 'unsupported', detail: 'comments' })
          const remarks = await engine.call('remarks', store.get().settings.maxComments)
          const now = outline
          if (!now) return
          store.step('comment')
          for (const { id, name } of now.sheets) {
            const mine = remarks.filter(({ sheet }) => sheet === name)
            if (mine.length === 0) continue
            const decor = await port.readDecor(id)
            const old = decor.comments.filter(
              ({ text, replies }) => text.startsWith('贷后·') && replies === 0,
            )
            await port.apply([
              { kind: 'dropComments', sheet: id, ids: old.map((one) => one.id) },
              ...mine.map(({ row, column, text }) => ({
                kind: 'comment' as const,
                sheet: id,
                at: { row, column },
                text,
              })),
            ])
          }
          store.set({ flags: { ...store.get().flags, comments: remarks.length } })
          store.say('commented', 'success', messages.commentedCells(remarks.length))
        })
      }),
    findEdited: () =>
      quietly<readonly OwnCell[]>([], async () => {
        let edited: readonly OwnCell[] = []
        isRead = false
        await run('recognise', async () => {
          await read()
          edited = (await engine.call('ours')).edited
        })
        return edited
      }),
    clear: ({ keepEdited }) =>
      repeatable(async () => {
        isRead = false
        await run('clear', async () => {
          const now = await read()
          store.step('clear')
          const cleared = await clearMarks(mark(), now, kept.columns, keepEdited)
          isRead = false
          plan = null
          if (!cleared.found) {
            store.say('nothingToClear', 'info')
            return
          }
          await keep({ ...kept, columns: {} })
          store.set({ flags: { sheets: [], outdated: false, comments: 0 } })
          store.say('cleared', 'success')
          if (cleared.kept > 0) store.say('keptEdited', 'info', messages.keptCells(cleared.kept))
        })
      }),

    setLive: (on) => quietly(undefined, () => live.set(on)),
    async setLiveWriting(on) {
      store.set({ live: { ...store.get().live, writing: on } })
      if (on) await live.sync()
    },

    checklist: (place, choice = {}) => quietly(null, () => engine.call('checklist', place, choice)),
    policy: () => engine.call('policy'),
    readPack: (fileName, bytes) => engine.call('offerPack', fileName, bytes, memory.trusted()),
    async takePack(offer) {
      if (offer.state === 'refused' || !offer.pack) return
      const { id, signedBy } = offer.pack
      if (signedBy) memory.trust(id, signedBy.keyFingerprint)
      await setPacks([...(await packsWithout(id)), offer.text])
    },
    dropPack: async (id) => setPacks(await packsWithout(id)),

    async setSettings(settings) {
      const next = { ...store.get().settings, ...settings }
      store.set({ settings: next })
      memory.saveSettings(next)
    },
    dismiss: (message) => store.dismiss(message),
    async act(message) {
      const found = store.get().messages.find(({ id }) => id === message)
      store.dismiss(message)
      if (found?.action) await actions[found.action.kind]()
    },
  }

  const actions: Readonly<Record<MessageAction, () => Promise<void>>> = {
    retry: async () => lastCommand?.(),
    check: () => session.check(),
    recognise: () => session.recognise(),
    summaryOnly: async () => {
      await run('flag', async () => {
        await checkNow()
        await engine.call('planFlags', true)
        if (outline) await summaryNow(outline)
      })
    },
    clearHere: () => session.clear({ keepEdited: true }),
    dismiss: async () => undefined,
  }

  async function goToCell(
    cell: { readonly sheet: string; readonly row: number; readonly column: number } | null,
  ): Promise<void> {
    const id = cell && outline ? idOfSheet(outline, cell.sheet) : undefined
    if (!cell || id === undefined) return
    const { row, column } = cell
    await port.select(id, { top: row, left: column, bottom: row + 1, right: column + 1 })
  }

  async function packsWithout(id: string): Promise<readonly string[]> {
    const views = store.get().policy?.packs ?? []
    return memory.packs().filter((_, at) => views[at]?.id !== id)
  }

  async function setPacks(packs: readonly string[]): Promise<void> {
    const hadResult = store.get().result !== null
    await run('check', async () => {
      memory.savePacks(packs)
      store.set({ policy: await engine.call('setPacks', packs) })
      recognised = null
      isChecked = false
      if (hadResult) await checkNow()
    })
  }

  if (port.features.events) await quietly(undefined, () => live.listen())
  return session
}

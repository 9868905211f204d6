import { WorkbookCheck } from './checkWorkbook.ts'
import { Commands } from './commands.ts'
import { WorkbookFlags } from './flagWorkbook.ts'
import { goToFinding, goToTableRow, selectFieldCells } from './goToCells.ts'
import { KnownWorkbook } from './knownWorkbook.ts'
import { LiveChecking } from './liveChecking.ts'
import { makeDocuments, previewDocument } from './makeDocuments.ts'
import { makeTemplate } from './makeTemplate.ts'
import { messages } from './messages.ts'
import { LedgerRecognition } from './recogniseLedger.ts'
import { rowAtPlace } from './resultView.ts'
import type { SessionGround, SessionParts } from './sessionParts.ts'
import { StateStore } from './stateStore.ts'
import { PolicyPacks } from './takePacks.ts'
import { PreviousMonth } from './takePrevious.ts'
import { LoanTicks } from './tickItems.ts'
import type { MessageAction, Session } from './types.ts'
import { FindingWaivers } from './waiveFindings.ts'

export type { SessionGround }

/** Everything the panes can ask, over a workbook and an engine. Nothing is read until `recognise` or `check`. */
export async function createSession(ground: SessionGround): Promise<Session> {
  const { port, engine, memory } = ground
  const store = firstState(ground)
  const known = new KnownWorkbook()
  const commands: Commands = new Commands(store, known, (body) => live.pause(body))
  const parts: SessionParts = { ...ground, store, known, commands }
  engine.onLost = () => {
    known.forgetEngine(store)
    store.say('workerFailed', 'error')
  }
  const recognition = new LedgerRecognition(parts)
  const checking = new WorkbookCheck(parts, recognition)
  const flags = new WorkbookFlags(parts, recognition, checking)
  const waivers = new FindingWaivers(parts, recognition, checking)
  const packs = new PolicyPacks(parts, checking)
  const previous = new PreviousMonth(parts, checking)
  const ticks = new LoanTicks(parts, recognition)

  const live = new LiveChecking({
    port,
    engine,
    store,
    outline: () => known.outline,
    onChange() {
      known.isAsJustRead = false
    },
    onStructure() {
      known.isRead = false
      const { result } = store.get()
      if (result && !store.get().live.on) {
        store.set({ result: { ...result, stale: true } })
        store.say('stale', 'info')
      }
    },
    takeEdited: (edited, ms) => checking.takeEdited(edited, ms),
    async checkAgain(fromExcel) {
      known.isAsJustRead = false
      if (fromExcel) known.isRead = false
      else known.recognised = null
      known.isChecked = false
      await checking.check()
      // while the officer still looks: the first edit finds it done
      void commands.quietly(undefined, () => engine.call('prepareEdits'))
    },
    syncFlags: (what) => flags.sync(what),
    selected(sheet, row) {
      const name = known.outline?.sheets.find(({ id }) => id === sheet)?.name ?? ''
      store.set({ selected: rowAtPlace(known.labels, name, row) })
    },
  })

  const session: Session = {
    getState: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),

    recognise: () =>
      commands.repeatable(async () => {
        known.isRead = false
        await commands.run('recognise', () => recognition.recognise())
      }),
    correct: (sheet, choice) => commands.repeatable(() => recognition.choose(sheet, choice)),
    setAsOf: (day) => commands.repeatable(() => recognition.setAsOf(day)),
    forgetChoices: () => commands.repeatable(() => recognition.forgetChoices()),

    check: () =>
      commands.repeatable(() =>
        commands.run('check', async () => {
          await recognition.forgetIfStale()
          known.isChecked = false
          await checking.check()
        }),
      ),
    cancel() {
      const { busy } = store.get()
      if (!busy?.cancellable) return
      commands.abort()
      if (busy.step === 'check') checking.stop()
    },
    detail: (line) => commands.quietly(null, () => engine.call('detail', line)),
    goTo: (line, field) => commands.quietly(undefined, () => goToFinding(parts, line, field ?? null)),
    selectCells: (lines, field) => commands.quietly(undefined, () => selectFieldCells(parts, lines, field)),
    goToRow: (table, tableRow) => commands.quietly(undefined, () => goToTableRow(parts, table, tableRow)),
    waive: (line, { reason, by, until }) => waivers.add(line, 'waive', { text: reason, by, until }),
    reportWrong: (line, { what, by }) => waivers.add(line, 'reportWrong', { text: what, by }),
    withdraw: (id, by) => waivers.withdraw(id, by),

    flag: (options = {}) => commands.repeatable(() => commands.run('flag', () => flags.flag(options))),
    addComments: () => commands.repeatable(() => commands.run('comment', () => flags.addComments())),
    findEdited: () => commands.quietly([], () => flags.findEdited()),
    clear: ({ keepEdited }) => commands.repeatable(() => flags.clear(keepEdited)),

    setLive: (on) => commands.quietly(undefined, () => live.set(on)),
    async setLiveWriting(on) {
      store.set({ live: { ...store.get().live, writing: on } })
      if (on) await live.sync()
    },

    checklist: (place, choice = {}) => commands.quietly(null, () => ticks.list(place, choice)),
    tick: (order) => ticks.tick(order),

    documentGroups: () => commands.quietly(null, () => engine.call('documentGroups')),
    documentOrders: (group, scope, loan) =>
      commands.quietly([], () => engine.call('documentOrders', group, scope, loan)),
    previewDocument: (order) => commands.quietly(null, () => previewDocument(parts, order)),
    makeDocuments: (orders) => makeDocuments(parts, orders),

    takePrevious: (fileName, bytes) => previous.take(fileName, bytes),
    dropPrevious: () => previous.drop(),
    newTemplate: () => makeTemplate(parts),

    policy: () => engine.call('policy'),
    readPack: (fileName, bytes) => engine.call('offerPack', fileName, bytes, memory.trusted()),
    takePack: (offer) => packs.take(offer),
    dropPack: (id) => packs.drop(id),

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

  const actions: Readonly<Record<MessageAction, () => Promise<unknown>>> = {
    retry: () => commands.repeat(),
    check: () => session.check(),
    recognise: () => session.recognise(),
    summaryOnly: () => commands.run('flag', () => flags.summaryOnly()),
    clearHere: () => session.clear({ keepEdited: true }),
    dismiss: async () => undefined,
  }

  if (port.features.events) await commands.quietly(undefined, () => live.listen())
  return session
}

function firstState({ port, memory, theme }: SessionGround): StateStore {
  return new StateStore({
    host: { features: port.features, theme, fileName: '' },
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
    previous: null,
    waivers: [],
    reports: [],
    selected: null,
    settings: memory.settings(),
    messages: [],
  })
}

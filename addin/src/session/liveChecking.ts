import { OWN_PREFIX } from '@postloan/core/workbook/own'

import type { PortEvent, RowSpan, WorkbookOutline, WorkbookPort } from '../excel/port.ts'
import { PortFailure } from '../excel/portError.ts'
import type { Edited } from './engine/engineTypes.ts'
import type { EngineClient } from './engineClient.ts'
import type { StateStore } from './stateStore.ts'

export interface LiveGround {
  readonly port: WorkbookPort
  readonly engine: EngineClient
  readonly store: StateStore
  readonly outline: () => WorkbookOutline | null
  /** Somebody changed a cell, in whatever sheet. */
  readonly onChange: () => void
  /** The workbook is no longer as it was read. */
  readonly onStructure: () => void
  readonly takeEdited: (edited: Edited, ms: number) => void
  /** A full check of what the engine holds, or of what Excel holds now. */
  readonly checkAgain: (fromExcel: boolean) => Promise<void>
  readonly syncFlags: (what: 'touched' | 'all' | 'moved') => Promise<void>
  readonly selected: (sheet: string, row: number) => void
}

/** Quiet after the last edit before everything is checked once more, in delays of a first check. */
const SETTLE = 7.5
/**
 * The same, in times that a full check takes: the next edit waits behind it. Where the edited rows are all that can differ
 * it is only done for what the reading of the whole decides (units, which column is what), and has time.
 */
const SETTLE_CHECKS = { settled: 4, unsettled: 1 }
/** How long somebody who is typing in a cell is waited for before Excel is asked again, in the same delays. */
const PATIENCE = 5
/** More rows than this at once (a paste, a fill) are read as a whole. */
const MANY_ROWS = 5_000

/**
 * Follows what people do in Excel: edited rows are judged again at once, and when it has gone quiet the whole ledger is,
 * so that what is shown settles to what a full check says.
 */
export class LiveChecking {
  readonly #ground: LiveGround
  readonly #pending = new Map<string, Set<number>>()
  #structure = false
  #timer: ReturnType<typeof setTimeout> | null = null
  #settling: ReturnType<typeof setTimeout> | null = null
  #needsSettling = false
  /** Since the last full check each edit said that nothing else can differ. */
  #isSettled = true
  /** How long the last full check took. */
  #fullMs = 0
  #paused = 0
  #running: Promise<void> = Promise.resolve()

  constructor(ground: LiveGround) {
    this.#ground = ground
  }

  async listen(): Promise<void> {
    await this.#ground.port.watch((event) => this.#take(event))
  }

  async set(on: boolean): Promise<void> {
    const { store } = this.#ground
    if (store.get().live.unavailable !== null) return
    store.set({ live: { ...store.get().live, on } })
    if (!on) {
      this.#stopTimers()
      this.#forget()
      return
    }
    await this.#work(() => this.#ground.checkAgain(true))
  }

  /** Keeps edits waiting while a command runs. */
  async pause(body: () => Promise<void>): Promise<void> {
    this.#paused++
    try {
      await this.#running
      await body()
    } finally {
      this.#paused--
      if (this.#pending.size > 0 || this.#structure) this.#schedule()
    }
  }

  async sync(): Promise<void> {
    await this.#work(() => this.#ground.syncFlags('moved'))
  }

  #take(event: PortEvent): void {
    const { store, outline } = this.#ground
    if (event.kind === 'activated') return
    if (event.kind === 'selection') {
      this.#ground.selected(event.sheet, event.row)
      return
    }
    this.#ground.onChange()
    const name = outline()?.sheets.find(({ id }) => id === event.sheet)?.name
    if (name?.startsWith(OWN_PREFIX)) return
    this.#note(event)
    if (!store.get().live.on) {
      this.#ground.onStructure()
      this.#forget()
      return
    }
    this.#count()
    this.#schedule()
  }

  #note(event: PortEvent): void {
    if (event.kind === 'structure') this.#structure = true
    if (event.kind !== 'cells') return
    const { area, sheet } = event
    if (area.bottom - area.top > MANY_ROWS) {
      this.#structure = true
      return
    }
    const rows = this.#pending.get(sheet) ?? new Set<number>()
    for (let row = area.top; row < area.bottom; row++) rows.add(row)
    this.#pending.set(sheet, rows)
  }

  #schedule(delays = 1): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    if (this.#settling !== null) clearTimeout(this.#settling)
    this.#settling = null
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (this.#paused > 0) return
      void this.#work(() => this.#judge())
    }, delays * this.#ground.store.get().settings.liveDelay)
  }

  async #judge(): Promise<void> {
    const { engine, port, store } = this.#ground
    const started = performance.now()
    const isStructure = this.#structure
    const pending = new Map(this.#pending)
    this.#forget()
    if (isStructure) {
      await this.#full(true)
      return
    }
    const outline = this.#ground.outline()
    let edited: Edited | null = null
    for (const [sheet, rows] of pending) {
      const shape = outline?.sheets.find(({ id }) => id === sheet)
      if (!shape) {
        await this.#full(true)
        return
      }
      const spans = spansOf(rows)
      const width = shape.columnCount + 1
      const read = await Promise.all(
        spans.map(async (span) => {
          const cells = await port.readRows(sheet, span, width)
          return cells.map((row, i) => ({ row: span.from + i, cells: row }))
        }),
      )
      const answer = await engine.call('edit', sheet, read.flat())
      if (!answer) {
        await this.#full(true)
        return
      }
      edited = answer
      this.#isSettled &&= answer.settled
    }
    if (!edited) return
    this.#ground.takeEdited(edited, performance.now() - started)
    if (store.get().live.writing) await this.#ground.syncFlags('touched')
    this.#needsSettling = true
    const checks = this.#isSettled ? SETTLE_CHECKS.settled : SETTLE_CHECKS.unsettled
    const quiet = Math.max(SETTLE * store.get().settings.liveDelay, checks * this.#fullMs)
    this.#settling = setTimeout(() => {
      this.#settling = null
      if (this.#paused === 0 && this.#needsSettling) void this.#work(() => this.#full(false))
    }, quiet)
  }

  async #full(fromExcel: boolean): Promise<void> {
    const { store } = this.#ground
    this.#needsSettling = false
    this.#isSettled = true
    const started = performance.now()
    await this.#ground.checkAgain(fromExcel)
    this.#fullMs = performance.now() - started
    if (store.get().live.writing) await this.#ground.syncFlags(fromExcel ? 'moved' : 'all')
  }

  /**
   * One thing after another; what goes wrong is said and leaves the result as it was. That somebody is typing in a cell is
   * nothing wrong: she is waited for, and everything is then read anew.
   */
  async #work(body: () => Promise<void>): Promise<void> {
    const { store } = this.#ground
    const before = this.#running
    const job = (async () => {
      await before
      try {
        await body()
      } catch (caught) {
        this.#ground.onStructure()
        if (caught instanceof PortFailure && caught.error.code === 'editing' && store.get().live.on) {
          this.#structure = true
          this.#schedule(PATIENCE)
          this.#count()
        } else store.fail(caught)
      }
    })()
    this.#running = job
    await job
  }

  #forget(): void {
    this.#pending.clear()
    this.#structure = false
    this.#count()
  }

  #count(): void {
    const { store } = this.#ground
    let pending = this.#structure ? 1 : 0
    for (const rows of this.#pending.values()) pending += rows.size
    if (store.get().live.pending !== pending) store.set({ live: { ...store.get().live, pending } })
  }

  #stopTimers(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    if (this.#settling !== null) clearTimeout(this.#settling)
    this.#timer = null
    this.#settling = null
    this.#needsSettling = false
  }
}

/** Rows that stand together are read together. */
function spansOf(rows: ReadonlySet<number>): readonly RowSpan[] {
  const spans: { from: number; to: number }[] = []
  for (const row of [...rows].toSorted((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && row <= last.to + 8) last.to = row + 1
    else spans.push({ from: row, to: row + 1 })
  }
  return spans
}

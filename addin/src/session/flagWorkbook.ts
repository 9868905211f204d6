import type { OwnCell } from '@postloan/core/workbook/own'

import type { WorkbookOutline } from '../excel/port.ts'
import { PortFailure } from '../excel/portError.ts'
import type { WorkbookCheck } from './checkWorkbook.ts'
import type { PlannedSheet } from './engine/engineTypes.ts'
import { standingSheets, writeLooks, writeRows } from './flagSync.ts'
import { type MarkGround, clearMarks, columnsOf, writeFlags, writeOwnSheets } from './markWriter.ts'
import { messages } from './messages.ts'
import type { LedgerRecognition } from './recogniseLedger.ts'
import type { SessionParts } from './sessionParts.ts'
import type { FlagOptions } from './types.ts'

/** Our marks in the workbook: written, kept in step, taken off. */
export class WorkbookFlags {
  readonly #parts: SessionParts
  readonly #recognition: LedgerRecognition
  readonly #checking: WorkbookCheck

  constructor(parts: SessionParts, recognition: LedgerRecognition, checking: WorkbookCheck) {
    this.#parts = parts
    this.#recognition = recognition
    this.#checking = checking
  }

  #mark(): MarkGround {
    const { port, engine, store, commands } = this.#parts
    return { port, engine, store, signal: commands.signal }
  }

  async flag(options: FlagOptions): Promise<void> {
    const { port, store, known } = this.#parts
    await this.#recognition.forgetIfStale()
    await this.#checking.check()
    const now = known.outline
    if (!now || !known.isChecked) return
    await this.#columns(now)
    // as we left it: another sheet or another width from here on is somebody else's
    if (options.summary === false || !(await this.#summary(now))) known.outline = await port.outline()
    store.say('flagged', 'success')
  }

  async #columns(now: WorkbookOutline): Promise<void> {
    const { store, known } = this.#parts
    const written = await writeFlags(this.#mark(), now, known.kept.columns, (columns) =>
      this.#recognition.keep({ ...known.kept, columns }),
    )
    known.plan = { sheets: written.plan.sheets.map((one) => ({ ...one, stands: true })) }
    const { comments } = store.get().flags
    store.set({ flags: { sheets: written.sheets, outdated: false, comments } })
  }

  async summaryOnly(): Promise<void> {
    const { engine, known } = this.#parts
    await this.#checking.check()
    await engine.call('planFlags', true)
    if (known.outline) await this.#summary(known.outline)
  }

  /** False where the workbook takes no sheets. */
  async #summary(now: WorkbookOutline): Promise<boolean> {
    const { port, engine, store, known } = this.#parts
    if (now.structureLocked) {
      store.fail(new PortFailure({ code: 'structureLocked', detail: 'addSheet' }))
      return false
    }
    const written = await writeOwnSheets(this.#mark(), now)
    // sheets came and went, by our own hand: only the list of sheets is other
    const outline = await port.outline()
    known.outline = outline
    for (const { id } of now.sheets) {
      if (!outline.sheets.some((one) => one.id === id)) await engine.call('forget', id)
    }
    for (const { id, name } of outline.sheets) {
      if (now.sheets.some((one) => one.id === id)) continue
      const own = written.find((one) => one.name === name)
      if (own) await this.#takeOwn(id, own)
      else await this.#readOne(id)
    }
    return true
  }

  /** A sheet that we wrote is known by its title: what else stands in it is not read by anyone. */
  async #takeOwn(id: string, { name, layout }: PlannedSheet): Promise<void> {
    const { engine } = this.#parts
    const title = layout.rows[0]?.cells[0]?.value
    const values = [[typeof title === 'string' ? title : '']]
    await engine.call('take', id, { kind: 'values', row: 0, column: 0, values })
    const none = { merges: [], hiddenRows: [], hiddenColumns: [], tableAreas: [] }
    await engine.call('close', id, { name, state: 'visible', rowCount: 1, columnCount: 1, ...none })
  }

  async #readOne(id: string): Promise<void> {
    const { port, engine } = this.#parts
    const pieces: Promise<unknown>[] = []
    const frame = await port.readSheet(id, (piece) => pieces.push(engine.call('take', id, piece)))
    await Promise.all(pieces)
    await engine.call('close', id, frame)
  }

  /** The flags of rows that were judged again, of all rows, or of a sheet in which rows or columns have moved. */
  async sync(what: 'touched' | 'all' | 'moved'): Promise<void> {
    const { engine, store, known } = this.#parts
    const { outline } = known
    if (!outline || store.get().flags.sheets.length === 0) return
    if (what === 'touched' && known.plan) {
      await writeRows(this.#mark(), outline, await engine.call('touchedRows'), known.plan)
    } else {
      const plan = await engine.call('planFlags', true)
      if (plan.sheets.some(({ isScattered }) => isScattered)) {
        await this.#columns(outline)
        // nothing is known of what stands where the old columns were
        known.isRead = false
        return
      }
      known.plan = plan
      await writeRows(this.#mark(), outline, await engine.call('staleRows'), plan)
      const shape = JSON.stringify(plan.sheets.map(({ tableEnd, conditionals }) => [tableEnd, conditionals]))
      if (what === 'moved' || shape !== known.shape) await writeLooks(this.#mark(), outline, plan)
      known.shape = shape
    }
    const sheets = known.plan ? standingSheets(known.plan).map(columnsOf) : []
    store.set({ flags: { ...store.get().flags, sheets, outdated: false } })
  }

  async addComments(): Promise<void> {
    const { port, engine, store, known } = this.#parts
    if (!port.features.comments) throw new PortFailure({ code: 'unsupported', detail: 'comments' })
    const remarks = await engine.call('remarks', store.get().settings.maxComments)
    const now = known.outline
    if (!now) return
    store.step('comment')
    for (const { id, name } of now.sheets) {
      const mine = remarks.filter(({ sheet }) => sheet === name)
      if (mine.length === 0) continue
      const decor = await port.readDecor(id)
      const old = decor.comments.filter(({ text, replies }) => text.startsWith('贷后·') && replies === 0)
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
  }

  async findEdited(): Promise<readonly OwnCell[]> {
    const { port, engine, known, commands } = this.#parts
    let edited: readonly OwnCell[] = []
    known.isRead = false
    await commands.run('recognise', async () => {
      // from here on whoever changes a cell is heard
      known.isAsJustRead = port.features.events
      await this.#recognition.read()
      edited = (await engine.call('ours')).edited
    })
    return edited
  }

  async clear(keepEdited: boolean): Promise<void> {
    const { engine, store, known, commands } = this.#parts
    await commands.run('clear', async () => {
      await this.#recognition.forgetIfStale()
      if (!known.isAsJustRead) known.isRead = false
      known.isAsJustRead = false
      const now = await this.#recognition.read()
      store.step('clear')
      const { asOf, choices } = known.kept
      // only a ledger tells to which loan a cell belongs
      if (keepEdited) await engine.call('recognise', { asOf, choices })
      const cleared = await clearMarks(this.#mark(), now, known.kept.columns, keepEdited)
      known.isRead = false
      known.plan = null
      if (!cleared.found) {
        store.say('nothingToClear', 'info')
        return
      }
      await this.#recognition.keep({ ...known.kept, columns: {} })
      store.set({ flags: { sheets: [], outdated: false, comments: 0 } })
      store.say('cleared', 'success')
      if (cleared.kept > 0) store.say('keptEdited', 'info', messages.keptCells(cleared.kept))
    })
  }
}

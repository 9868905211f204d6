import type { Checked, Edited } from './engine/engineTypes.ts'
import type { LedgerRecognition } from './recogniseLedger.ts'
import { findingLines, tableLabels } from './resultView.ts'
import type { SessionParts } from './sessionParts.ts'

/** Checking what was read, and bringing what the engine answers into the state. */
export class WorkbookCheck {
  readonly #parts: SessionParts
  readonly #recognition: LedgerRecognition

  constructor(parts: SessionParts, recognition: LedgerRecognition) {
    this.#parts = parts
    this.#recognition = recognition
  }

  async check(): Promise<void> {
    const { engine, store, known, today, commands } = this.#parts
    await this.#recognition.recognise()
    const { recognised } = known
    if (!recognised || recognised.tables.length === 0 || known.isChecked) return
    if (known.previous && !known.isPreviousGiven) {
      await engine.call('takePrevious', known.previous.fileName, known.previous.bytes)
      known.isPreviousGiven = true
    }
    commands.refuseCancelled()
    store.step('check')
    const total = recognised.tables.reduce((sum, { rowCount }) => sum + rowCount, 0)
    engine.onProgress = (done) => store.step('check', done, [Math.round(done * total), total])
    const checked = await engine.call('check', { waivers: known.kept.waivers, today: today() })
    engine.onProgress = null
    known.isChecked = true
    known.plan = null
    this.#takeChecked(checked)
  }

  /** Stops what the engine computes. */
  stop(): void {
    const { engine, store, known } = this.#parts
    if (engine.stop()) known.forgetEngine(store)
  }

  #takeChecked(checked: Checked): void {
    const { store, known } = this.#parts
    known.labels = checked.labels
    const tables = tableLabels(checked.labels)
    const { flags: before, previous } = store.get()
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
        loanTypes: checked.loanTypes,
      },
      previous: previous ? { ...previous, joined: checked.previous } : null,
      waivers: checked.waivers,
      reports: checked.reports,
      flags: { ...before, outdated: before.sheets.length > 0 },
    })
    store.drop('stale')
    if (checked.waiversDamaged) store.say('storeDamaged', 'warning')
  }

  takeEdited(edited: Edited, ms: number): void {
    const { store, known } = this.#parts
    const { result, flags, live: state } = store.get()
    if (!result) return
    if (edited.labels) known.labels = edited.labels
    const tables = edited.labels ? tableLabels(edited.labels) : result.tables
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
}

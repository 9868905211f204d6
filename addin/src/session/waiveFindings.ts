import type { WorkbookCheck } from './checkWorkbook.ts'
import type { LedgerRecognition } from './recogniseLedger.ts'
import type { SessionParts } from './sessionParts.ts'

/** Waivers and reports of wrong findings, kept in the workbook. */
export class FindingWaivers {
  readonly #parts: SessionParts
  readonly #recognition: LedgerRecognition
  readonly #checking: WorkbookCheck

  constructor(parts: SessionParts, recognition: LedgerRecognition, checking: WorkbookCheck) {
    this.#parts = parts
    this.#recognition = recognition
    this.#checking = checking
  }

  async add(
    line: number,
    kind: 'waive' | 'reportWrong',
    terms: { readonly text: string; readonly by: string; readonly until?: string },
  ): Promise<void> {
    const { engine, memory, store, known, commands, today } = this.#parts
    await commands.run('check', async () => {
      const entry = await engine.call(kind, line, { file: known.kept.waivers, on: today(), ...terms })
      if (!entry.ok) {
        if (entry.why === 'ambiguous') store.say('ambiguousKey', 'warning')
        else if (entry.why === 'damaged') store.say('storeDamaged', 'warning')
        else store.say('invalidTerms', 'error', entry.message)
        return
      }
      await this.#recognition.keep({ ...known.kept, waivers: entry.file })
      memory.saveSettings({ ...store.get().settings, by: terms.by })
      store.set({ settings: { ...store.get().settings, by: terms.by } })
      known.isChecked = false
      await this.#checking.check()
    })
  }

  async withdraw(id: string, by: string): Promise<void> {
    const { engine, known, commands, today } = this.#parts
    await commands.run('check', async () => {
      const file = await engine.call('withdraw', known.kept.waivers, id, by, today())
      if (file === null) return
      await this.#recognition.keep({ ...known.kept, waivers: file })
      known.isChecked = false
      await this.#checking.check()
    })
  }
}

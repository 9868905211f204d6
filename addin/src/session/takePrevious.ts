import type { WorkbookCheck } from './checkWorkbook.ts'
import { messages } from './messages.ts'
import type { SessionParts } from './sessionParts.ts'

/** The month before this one, out of a file: every check compares with it until it is dropped. */
export class PreviousMonth {
  readonly #parts: SessionParts
  readonly #checking: WorkbookCheck

  constructor(parts: SessionParts, checking: WorkbookCheck) {
    this.#parts = parts
    this.#checking = checking
  }

  async take(fileName: string, bytes: Uint8Array): Promise<void> {
    const { engine, store, known, commands } = this.#parts
    await commands.run('previous', async () => {
      const reading = await engine.call('takePrevious', fileName, bytes)
      if (!reading.ok) {
        store.say('previousRefused', 'error', reading.message)
        return
      }
      known.previous = { fileName, bytes }
      known.isPreviousGiven = true
      store.set({ previous: reading.previous })
      store.say('previousTaken', 'success', messages.previousJoined(reading.previous.loans))
      await this.#checkAgain()
    })
  }

  async drop(): Promise<void> {
    const { engine, store, known, commands } = this.#parts
    await commands.run('previous', async () => {
      await engine.call('dropPrevious')
      known.previous = null
      known.isPreviousGiven = false
      store.set({ previous: null })
      await this.#checkAgain()
    })
  }

  async #checkAgain(): Promise<void> {
    const { store, known } = this.#parts
    if (store.get().result === null) return
    known.isChecked = false
    await this.#checking.check()
  }
}

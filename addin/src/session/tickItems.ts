import type { ListChoice, LoanChecklist } from '@postloan/core/checklist'

import type { TickOrder, Ticks } from './paperTypes.ts'
import type { LedgerRecognition } from './recogniseLedger.ts'
import type { SessionParts } from './sessionParts.ts'
import type { RowOfTable } from './types.ts'

/** A loan's checklist, and what people say of its items, kept in the workbook with their names. */
export class LoanTicks {
  readonly #parts: SessionParts
  readonly #recognition: LedgerRecognition

  constructor(parts: SessionParts, recognition: LedgerRecognition) {
    this.#parts = parts
    this.#recognition = recognition
  }

  async list(place: RowOfTable, choice: ListChoice): Promise<LoanChecklist | null> {
    const { engine, known } = this.#parts
    return (await engine.call('checklist', place, choice, known.kept.ticks))?.list ?? null
  }

  async tick(order: TickOrder): Promise<void> {
    const { engine, store, memory, known, commands, today } = this.#parts
    const { place, choice, item, ticked, verdict = 'fine', note, by } = order
    await commands.run('tick', async () => {
      const found = await engine.call('checklist', place, choice, known.kept.ticks)
      const name = found?.inspection ?? null
      if (name === null) {
        store.say('notTicked', 'warning')
        return
      }
      const others = (known.kept.ticks[name] ?? []).filter((one) => one.item !== item)
      const said = { item, verdict, by, on: today(), ...(note === undefined ? {} : { note }) }
      const answers = ticked ? [...others, said] : others
      const { [name]: _before, ...rest } = known.kept.ticks
      const ticks: Ticks = answers.length === 0 ? rest : { ...rest, [name]: answers }
      await this.#recognition.keep({ ...known.kept, ticks })
      memory.saveSettings({ ...store.get().settings, by })
      store.set({ settings: { ...store.get().settings, by } })
    })
  }
}

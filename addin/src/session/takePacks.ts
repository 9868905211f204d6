import type { WorkbookCheck } from './checkWorkbook.ts'
import type { SessionParts } from './sessionParts.ts'
import type { PackOffer } from './types.ts'

/** Policy packs of the bank's own, remembered on this machine. */
export class PolicyPacks {
  readonly #parts: SessionParts
  readonly #checking: WorkbookCheck

  constructor(parts: SessionParts, checking: WorkbookCheck) {
    this.#parts = parts
    this.#checking = checking
  }

  async take(offer: PackOffer): Promise<void> {
    if (offer.state === 'refused' || !offer.pack) return
    const { id, signedBy } = offer.pack
    if (signedBy) this.#parts.memory.trust(id, signedBy.keyFingerprint)
    await this.#set([...this.#without(id), offer.text])
  }

  async drop(id: string): Promise<void> {
    await this.#set(this.#without(id))
  }

  #without(id: string): readonly string[] {
    const { memory, store } = this.#parts
    const views = store.get().policy?.packs ?? []
    return memory.packs().filter((_, at) => views[at]?.id !== id)
  }

  async #set(packs: readonly string[]): Promise<void> {
    const { engine, memory, store, known, commands } = this.#parts
    const hadResult = store.get().result !== null
    await commands.run('check', async () => {
      memory.savePacks(packs)
      store.set({ policy: await engine.call('setPacks', packs) })
      known.recognised = null
      known.isChecked = false
      if (hadResult) await this.#checking.check()
    })
  }
}

import { PortFailure } from '../excel/portError.ts'
import { EngineFailure } from './engineClient.ts'
import type { KnownWorkbook } from './knownWorkbook.ts'
import type { StateStore } from './stateStore.ts'
import type { Busy, StepName } from './types.ts'

const STEPS: Readonly<Record<Busy['task'], readonly StepName[]>> = {
  recognise: ['read', 'recognise'],
  check: ['read', 'recognise', 'check'],
  flag: ['read', 'recognise', 'check', 'plan', 'write'],
  clear: ['read', 'clear'],
  comment: ['plan', 'comment'],
  template: ['make'],
  previous: ['read', 'recognise', 'check'],
  tick: ['write'],
  documents: ['make'],
}

/** Too short to be stopped, or not to be left half done. */
const UNBROKEN: ReadonlySet<Busy['task']> = new Set(['clear', 'template', 'tick'])

/** How commands run: one at a time, live checking held meanwhile, what goes wrong said and not thrown. */
export class Commands {
  readonly #store: StateStore
  readonly #known: KnownWorkbook
  readonly #holdLive: (body: () => Promise<void>) => Promise<void>
  #abort = new AbortController()
  #last: (() => Promise<void>) | null = null

  constructor(
    store: StateStore,
    known: KnownWorkbook,
    holdLive: (body: () => Promise<void>) => Promise<void>,
  ) {
    this.#store = store
    this.#known = known
    this.#holdLive = holdLive
  }

  /** Of the command that runs. */
  get signal(): AbortSignal {
    return this.#abort.signal
  }

  /** @throws PortFailure `cancelled` between two steps of a command that was cancelled. */
  refuseCancelled(): void {
    if (this.signal.aborted) throw new PortFailure({ code: 'cancelled', detail: 'between steps' })
  }

  abort(): void {
    this.#abort.abort()
  }

  /** A second command while the first runs is not taken. Tells whether it went through. */
  async run(task: Busy['task'], body: () => Promise<void>): Promise<boolean> {
    const store = this.#store
    if (store.get().busy) return false
    this.#abort = new AbortController()
    if (task !== 'clear') this.#known.isAsJustRead = false
    const steps = STEPS[task]
    store.forgetErrors()
    store.drop('cancelled')
    store.set({
      busy: { task, steps, step: steps[0] ?? 'read', done: 0, rows: null, cancellable: !UNBROKEN.has(task) },
    })
    try {
      await this.#holdLive(body)
      return true
    } catch (caught) {
      // whatever broke off may have changed the workbook
      this.#known.isRead = false
      this.#known.plan = null
      if (caught instanceof EngineFailure) this.#known.forgetEngine(store)
      store.fail(caught)
      return false
    } finally {
      // what runs by itself afterwards was not cancelled
      this.#abort = new AbortController()
      store.set({ busy: null })
    }
  }

  /** As `run`, and what 重试 does again. */
  async repeatable(command: () => Promise<unknown>): Promise<void> {
    this.#last = async () => {
      await command()
    }
    await command()
  }

  async repeat(): Promise<void> {
    await this.#last?.()
  }

  /** The session's own calls to Excel that are no commands. */
  async quietly<T>(otherwise: T, body: () => Promise<T>): Promise<T> {
    try {
      return await body()
    } catch (caught) {
      this.#store.fail(caught)
      return otherwise
    }
  }
}

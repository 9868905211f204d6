import type { Answer, Asked } from '../engine/engine.ts'
import type { WireEvent } from '../engine/wire.ts'
import type { WorkerCalls } from './excelWorker.ts'
import type { Facts } from './viewOf.ts'
import type { Said } from './workerMessages.ts'

/** A call that Excel refused; the code is Excel's. */
export class Refused extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

type Settled<T> = T extends Promise<infer U> ? U : T

/** The simulated Excel in its worker, to be called from the page. */
export class ExcelLink {
  readonly #worker = new Worker(new URL('./excelWorker.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, { done: (value: never) => void; fail: (error: Error) => void }>()
  #next = 1
  onEvent: (event: WireEvent) => void = () => {}
  onRepaint: (facts: Facts) => void = () => {}
  onTrace: (request: string, response: string) => void = () => {}

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Said>) => this.#heard(data))
  }

  call<K extends keyof WorkerCalls>(
    name: K,
    ...args: Parameters<WorkerCalls[K]>
  ): Promise<Settled<ReturnType<WorkerCalls[K]>>> {
    const id = this.#next++
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail })
      this.#worker.postMessage({ id, name, args }, [])
    })
  }

  handle(asked: Asked): Promise<Answer> {
    return this.call('handle', asked)
  }

  #heard(said: Said): void {
    if (said.kind === 'event') this.onEvent(said.event)
    else if (said.kind === 'repaint') this.onRepaint(said.facts)
    else if (said.kind === 'trace') this.onTrace(said.request, said.response)
    else {
      const waiting = this.#waiting.get(said.id)
      this.#waiting.delete(said.id)
      // The worker answers with what the call of that id gives.
      if (said.kind === 'answer') waiting?.done(said.value as never)
      else waiting?.fail(new Refused(said.code, said.message))
    }
  }
}

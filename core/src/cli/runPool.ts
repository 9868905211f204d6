import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

import type { WorkerMessage } from './checkWorker.ts'
import type { CheckJob, FileOutcome } from './fileReport.ts'
import { messages } from './messages.ts'

export interface PoolSink {
  /** Pieces and outcomes come in the order of the jobs, whichever file is finished first. */
  onJson(job: number, piece: string): Promise<void>
  onOutcome(job: number, outcome: FileOutcome): Promise<void>
  onProgress(job: number, share: number): void
}

/** Ledgers side by side at most: each may hold a few hundred megabytes. */
const mostWorkers = 4

/** Checks many ledgers in worker threads. A worker that dies takes only its own file with it. */
export async function runPool(jobs: readonly CheckJob[], sink: PoolSink): Promise<void> {
  const line = new OrderedLine(jobs.length, sink)
  let next = 0
  const lane = async (): Promise<void> => {
    let worker: Worker | null = null
    while (next < jobs.length) {
      const at = next
      next += 1
      const job = jobs[at]
      if (!job) break
      worker ??= new Worker(new URL('./checkWorker.ts', import.meta.url))
      const alive = await runJob(worker, job, at, line, sink)
      if (!alive) worker = null
    }
    await worker?.terminate()
  }
  const lanes = Math.min(mostWorkers, Math.max(availableParallelism() - 1, 2), jobs.length)
  await Promise.all(Array.from({ length: lanes }, lane))
  await line.drained()
}

/** True where the worker can take another job. */
function runJob(
  worker: Worker,
  job: CheckJob,
  at: number,
  line: OrderedLine,
  sink: PoolSink,
): Promise<boolean> {
  return new Promise((settle) => {
    const finish = (outcome: FileOutcome, alive: boolean): void => {
      // only ours: the worker listens to itself too
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
      line.add(at, { kind: 'outcome', outcome })
      settle(alive)
    }
    const crash = (why: string): void => {
      const file = job.paths.join(' + ')
      finish({ ok: false, error: { file, code: 'crashed', message: messages.errors.crashed(why) } }, false)
    }
    const onMessage = (message: WorkerMessage): void => {
      if (message.kind === 'progress') sink.onProgress(at, message.share)
      else if (message.kind === 'json') line.add(at, { kind: 'json', piece: message.piece })
      else finish(message.outcome, true)
    }
    const onError = (caught: unknown): void =>
      crash(caught instanceof Error ? caught.message : String(caught))
    const onExit = (code: number): void => crash(`exit ${code}`)
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
    worker.postMessage(job, [])
  })
}

type Item =
  | { readonly kind: 'json'; readonly piece: string }
  | { readonly kind: 'outcome'; readonly outcome: FileOutcome }

/** Holds back what later files say until the earlier ones are finished. */
class OrderedLine {
  readonly #waiting: Item[][]
  readonly #sink: PoolSink
  #head = 0
  #writing: Promise<void> = Promise.resolve()

  constructor(count: number, sink: PoolSink) {
    this.#waiting = Array.from({ length: count }, () => [])
    this.#sink = sink
  }

  add(job: number, item: Item): void {
    this.#waiting[job]?.push(item)
    if (job === this.#head) this.#writing = this.#writing.then(() => this.#advance())
  }

  drained(): Promise<void> {
    return this.#writing
  }

  async #advance(): Promise<void> {
    for (;;) {
      const item = this.#waiting[this.#head]?.shift()
      if (!item) return
      if (item.kind === 'json') await this.#sink.onJson(this.#head, item.piece)
      else {
        await this.#sink.onOutcome(this.#head, item.outcome)
        this.#head += 1
      }
    }
  }
}

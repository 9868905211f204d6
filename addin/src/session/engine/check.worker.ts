import { runEngine } from '../runEngine.ts'
import type { WorkerReply, WorkerRequest } from '../workerClient.ts'
import type { Engine } from './engineTypes.ts'
import { LedgerEngine } from './ledgerEngine.ts'

const engine: Engine = new LedgerEngine()

const reply = (message: WorkerReply, transfer: Transferable[] = []): void => {
  globalThis.postMessage(message, { transfer })
}

// One after another, in the order asked: pieces of a sheet come before the call that reads them.
let last: Promise<void> = Promise.resolve()

globalThis.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  last = last.then(() => answer(data))
})

async function answer({ id, method, args }: WorkerRequest): Promise<void> {
  try {
    const onProgress = (done: number): void => reply({ id, kind: 'progress', done })
    // Both ends of the channel are ours: the method and its arguments are those of `EngineClient.call`.
    const value: unknown = await runEngine(engine, method as keyof Engine, args as never, onProgress)
    reply({ id, kind: 'answer', value }, method === 'check' || method === 'edit' ? buffersOf(value) : [])
  } catch (caught) {
    reply({ id, kind: 'failure', message: caught instanceof Error ? caught.message : String(caught) })
  }
}

/** The arrays of an answer are handed over, not copied: the engine made them for it. */
function buffersOf(value: unknown, depth = 0): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : []
  if (typeof value !== 'object' || value === null || depth > 3) return []
  const members = Array.isArray(value) ? (value.length > 64 ? [] : value) : Object.values(value)
  return [...new Set(members.flatMap((member: unknown) => buffersOf(member, depth + 1)))]
}

import { type EngineClient, EngineFailure } from './engineClient.ts'

export interface WorkerRequest {
  readonly id: number
  readonly method: string
  readonly args: readonly unknown[]
}

export type WorkerReply =
  | { readonly id: number; readonly kind: 'answer'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'failure'; readonly message: string }
  | { readonly id: number; readonly kind: 'progress'; readonly done: number }

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (reason: EngineFailure) => void
}

/** The engine in a worker. Stopping it ends the worker; the next call starts a new one. */
export function workerClient(start: () => Worker): EngineClient {
  let worker: Worker | null = null
  let lastId = 0
  const waiting = new Map<number, Waiting>()

  const failAll = (failure: EngineFailure): void => {
    for (const one of waiting.values()) one.reject(failure)
    waiting.clear()
  }

  const running = (): Worker => {
    if (worker) return worker
    const started = start()
    started.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
      if (data.kind === 'progress') {
        client.onProgress?.(data.done)
        return
      }
      const one = waiting.get(data.id)
      waiting.delete(data.id)
      // the value is what the method asked for answers with
      if (data.kind === 'answer') one?.resolve(data.value as never)
      else one?.reject(new EngineFailure(data.message, false))
    })
    started.addEventListener('error', (event) => {
      if (worker !== started) return
      worker = null
      client.onLost?.()
      failAll(new EngineFailure(event.message, false))
    })
    worker = started
    return started
  }

  const client: EngineClient = {
    onProgress: null,
    onLost: null,
    call: (method, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        running().postMessage({ id, method, args } satisfies WorkerRequest, { transfer: [] })
      }),
    stop() {
      if (!worker) return false
      worker.terminate()
      worker = null
      failAll(new EngineFailure('stopped', true))
      return true
    },
  }
  return client
}

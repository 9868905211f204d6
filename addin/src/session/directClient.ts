import type { Engine } from './engine/engineTypes.ts'
import type { EngineClient } from './engineClient.ts'
import { runEngine } from './runEngine.ts'

/** The engine on the same thread: for tests and where there are no workers. */
export function directClient(engine: Engine): EngineClient {
  const client: EngineClient = {
    onProgress: null,
    onLost: null,
    call: (method, ...args) =>
      runEngine(engine, method, args, (done) => client.onProgress?.(done)) as ReturnType<
        EngineClient['call']
      > as never,
    stop: () => false,
  }
  return client
}

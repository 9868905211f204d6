import type { Engine } from './engine/engineTypes.ts'

type Answer<M extends keyof Engine> = Awaited<ReturnType<Engine[M]>>
/** `check` tells its progress through the client. */
type Given<M extends keyof Engine> = M extends 'check'
  ? [Parameters<Engine['check']>[0]]
  : Parameters<Engine[M]>

/** The engine as the session calls it, wherever it runs. */
export interface EngineClient {
  call<M extends keyof Engine>(method: M, ...args: Given<M>): Promise<Answer<M>>
  onProgress: ((done: number) => void) | null
  /** Told when the engine broke down by itself. */
  onLost: (() => void) | null
  /** Stops whatever is being computed; what the engine knew is gone. True where it could be stopped. */
  stop(): boolean
}

export type { Answer, Given }

/** Thrown where the worker broke down or was stopped. */
export class EngineFailure extends Error {
  readonly stopped: boolean
  constructor(message: string, stopped: boolean) {
    super(message)
    this.name = 'EngineFailure'
    this.stopped = stopped
  }
}

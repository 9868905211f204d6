import type { WireEvent } from '../engine/wire.ts'
import type { WorkerCalls } from './excelWorker.ts'
import type { Facts } from './viewOf.ts'

export interface Ask {
  readonly id: number
  readonly name: keyof WorkerCalls
  readonly args: readonly unknown[]
}

export type Said =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly code: string; readonly message: string }
  | { readonly kind: 'event'; readonly event: WireEvent }
  | { readonly kind: 'repaint'; readonly facts: Facts }
  | { readonly kind: 'trace'; readonly request: string; readonly response: string }

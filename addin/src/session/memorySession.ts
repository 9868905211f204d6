import { MemoryPort, type MemorySheetInit } from '../excel/index.ts'
import { createSession } from './createSession.ts'
import { directClient } from './directClient.ts'
import { LedgerEngine } from './engine/ledgerEngine.ts'
import { type KeyValueStore, LocalMemory } from './localMemory.ts'
import type { Session } from './types.ts'

export interface MemorySession {
  readonly session: Session
  readonly port: MemoryPort
}

/** A session over a workbook in memory, checked on the same thread: for tests and for trying the panes. */
export async function createMemorySession(
  sheets: readonly MemorySheetInit[],
  options: { readonly today?: string; readonly storage?: KeyValueStore; readonly port?: MemoryPort } = {},
): Promise<MemorySession> {
  const port = options.port ?? new MemoryPort(sheets)
  const session = await createSession({
    port,
    engine: directClient(new LedgerEngine()),
    memory: new LocalMemory(options.storage ?? keepInMemory()),
    theme: 'light',
    today: () => options.today ?? '2026-11-02',
  })
  return { session, port }
}

export function keepInMemory(): KeyValueStore {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value)
    },
  }
}

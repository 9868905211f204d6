import type { WorkbookPort } from '../excel/port.ts'
import type { Commands } from './commands.ts'
import type { EngineClient } from './engineClient.ts'
import type { KnownWorkbook } from './knownWorkbook.ts'
import type { LocalMemory } from './localMemory.ts'
import type { StateStore } from './stateStore.ts'

export interface SessionGround {
  readonly port: WorkbookPort
  readonly engine: EngineClient
  readonly memory: LocalMemory
  readonly theme: 'light' | 'dark'
  /** ISO day, of the machine. */
  readonly today: () => string
}

/** What every command of the session works with. */
export interface SessionParts extends SessionGround {
  readonly store: StateStore
  readonly known: KnownWorkbook
  readonly commands: Commands
}

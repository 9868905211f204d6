/// <reference types="office-js" />
import { cells } from './cells.ts'
import { events } from './events.ts'
import { faults } from './faults.ts'
import { layers } from './layers.ts'
import { lists } from './lists.ts'
import type { Scenario } from './scenario.ts'
import { storage } from './storage.ts'

/** Everything that is asked of an Excel, simulated or real. */
export const scenarios: readonly Scenario[] = [
  ...cells,
  ...layers,
  ...lists,
  ...storage,
  ...events,
  ...faults,
]

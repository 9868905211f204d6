import type { WorkbookOutline } from '../excel/port.ts'
import type { FlagPlan, LabelColumns, Recognised } from './engine/engineTypes.ts'
import type { StateStore } from './stateStore.ts'
import { type WorkbookStore, emptyStore } from './workbookStore.ts'

/** What the session knows of the open workbook, and whether that still holds. Written by the commands only. */
export class KnownWorkbook {
  outline: WorkbookOutline | null = null
  /** What is kept in the workbook itself. */
  kept: WorkbookStore = emptyStore
  recognised: Recognised | null = null
  labels: readonly LabelColumns[] = []
  /** The flags as they stand in the sheets; null where that is not known. */
  plan: FlagPlan | null = null
  /** How far the flags reach and how they are coloured, as last written. */
  shape = ''
  /** The engine knows the workbook as it is now. */
  isRead = false
  isChecked = false
  /** It was read for the question that comes before clearing, and nobody has changed a cell since. */
  isAsJustRead = false
  /** The file of the month before, to be given to an engine that does not have it. */
  previous: { readonly fileName: string; readonly bytes: Uint8Array } | null = null
  isPreviousGiven = false

  /** The engine let go of what it knew before it knew the workbook anew: what was shown cannot be looked up. */
  forgetResult(store: StateStore): void {
    this.isChecked = false
    this.recognised = null
    this.labels = []
    this.plan = null
    store.set({ result: null })
  }

  /** The engine was stopped or broke down: the next one starts with nothing, and what was shown cannot be looked up. */
  forgetEngine(store: StateStore): void {
    this.isRead = false
    this.isChecked = false
    this.recognised = null
    this.labels = []
    this.plan = null
    this.isPreviousGiven = false
    store.set({ policy: null, result: null })
  }
}

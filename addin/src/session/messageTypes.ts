import type { PortErrorCode } from '../excel/index.ts'

export type MessageAction = 'retry' | 'check' | 'recognise' | 'summaryOnly' | 'clearHere' | 'dismiss'

export interface SessionMessage {
  readonly id: string
  readonly intent: 'error' | 'warning' | 'info' | 'success'
  readonly code: PortErrorCode | MessageCode
  /** What did not happen, or happened. */
  readonly title: string
  /** What is safe, and what to do. */
  readonly text: string
  readonly action: { readonly kind: MessageAction; readonly label: string } | null
}

export type MessageCode =
  | 'noLedger'
  | 'noAsOf'
  | 'noDateSystem'
  | 'asOfConflict'
  | 'flagged'
  | 'halfWritten'
  | 'cleared'
  | 'nothingToClear'
  | 'commented'
  | 'stale'
  | 'keptEdited'
  | 'notSaved'
  | 'ambiguousKey'
  | 'invalidTerms'
  | 'storeDamaged'
  | 'workerFailed'
  | 'previousTaken'
  | 'previousRefused'
  | 'templateOpened'
  | 'templateMade'
  | 'notTicked'
  | 'documentsMade'
  | 'noDocument'

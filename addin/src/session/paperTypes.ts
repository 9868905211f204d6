import type { Answer, ListChoice } from '@postloan/core/checklist'
import type { BankDetails, DocumentKind, DocumentKindId } from '@postloan/core/documents'

import type { RowOfTable } from './types.ts'

/** A file made for the officer; the pane hands it to her. */
export interface MadeFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** Of which loans: those the ledger itself calls for, those with a serious finding, or the one that is selected. */
export type DocumentScope = 'due' | 'serious' | 'loan'
export const documentScopes: readonly DocumentScope[] = ['due', 'serious', 'loan']

/** A sort of document as a person asks for it: the reports of different customers are one. */
export interface DocumentGroup {
  readonly name: string
  readonly says: string
  readonly per: DocumentKind['per']
  readonly reader: DocumentKind['reader']
  /** How many the ledger calls for. */
  readonly due: number
}

export interface DocumentOrder {
  readonly kind: DocumentKindId
  readonly place: RowOfTable
}

/** A document before it is handed out: what it will say, and what stays blank. */
export interface DocumentPreview extends DocumentOrder {
  readonly fileName: string
  readonly customer: string
  readonly loans: readonly string[]
  readonly findings: number
  /** Why it is due; empty where a person asked for it without the ledger calling for it. */
  readonly because: readonly string[]
  /** Names of what the ledger does not hold: blank lines to be filled by hand. */
  readonly missing: readonly string[]
}

/** A document, or why this loan has none. */
export type MadeDocument =
  | { readonly ok: true; readonly file: MadeFile; readonly preview: DocumentPreview }
  | { readonly ok: false; readonly message: string }

/** A month before this one, read from a file. */
export interface PreviousView {
  readonly fileName: string
  /** Day number. */
  readonly asOf: number | null
  readonly loans: number
  /** How the loans of the two stand to each other, once checked; null before. */
  readonly joined: {
    readonly matched: number
    readonly appeared: number
    readonly gone: number
    readonly unmatched: number
  } | null
}

export type PreviousReading =
  | { readonly ok: true; readonly previous: PreviousView }
  | { readonly ok: false; readonly message: string }

/** What people ticked, by inspection (`loanTicks.ts` makes the names). */
export type Ticks = Readonly<Record<string, readonly Answer[]>>

export interface TickOrder {
  readonly place: RowOfTable
  readonly choice: ListChoice
  readonly item: string
  readonly ticked: boolean
  readonly verdict?: Answer['verdict']
  readonly note?: string
  readonly by: string
}

export type { BankDetails, DocumentKindId }

import type { RowPlace } from '../../check/index.ts'
import type { ChecklistBook, Checklists } from '../../checklist/index.ts'
import type { DocumentKindId, DocumentOptions, MakeOptions } from '../types.ts'
import type { Cells } from './cells.ts'
import type { FindingRows } from './findingRows.ts'
import type { RegisterRows } from './registerRows.ts'

/** All that documents of one ledger are filled from. */
export interface Ground {
  readonly options: DocumentOptions
  readonly cells: Cells
  readonly findings: FindingRows
  readonly registers: RegisterRows
  readonly book: () => ChecklistBook
  readonly lists: Checklists
}

/** What one document speaks of. */
export interface Subject {
  readonly kind: DocumentKindId
  readonly place: RowPlace
  /** Loans it speaks of: the one, or the customer's. */
  readonly loans: readonly RowPlace[]
  readonly customerLoans: readonly RowPlace[]
  readonly because: readonly string[]
  readonly choice: MakeOptions
}

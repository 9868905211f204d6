import type { DateSystem } from '@postloan/core/calendar'
import type { FileNote, NotRun, Summary } from '@postloan/core/check'
import type { ReportStanding, WaiverStanding } from '@postloan/core/check/waivers'
import type { ListChoice, LoanChecklist } from '@postloan/core/checklist'
import type { AsOf, NotTable, SheetChoice, TableReading } from '@postloan/core/ledger'
import type { Policy, TableName } from '@postloan/core/policy'
import type { OwnCell, OwnConditional, OwnSheetLayout } from '@postloan/core/workbook/own'

import type { CellPiece, CellWrite, PortCell, SheetFrame } from '../../excel/port.ts'
import type {
  BankDetails,
  DocumentGroup,
  DocumentOrder,
  DocumentScope,
  MadeDocument,
  MadeFile,
  PreviousReading,
  PreviousView,
  Ticks,
} from '../paperTypes.ts'
import type {
  FindingDetail,
  PackOffer,
  PolicyView,
  PolicyWordsView,
  ResultCounts,
  RowOfTable,
} from '../types.ts'
import type { FindingArrays, FindingNames } from './findingTable.ts'

/**
 * What computes: the ledger, the policy and the result live here, in a worker of their own. Arguments and answers are
 * plain data.
 */
export interface Engine {
  /** Forgets the workbook; its cells are handed in next. */
  open(fileName: string, dateSystem: DateSystem): void
  take(sheet: string, piece: CellPiece): void
  close(sheet: string, frame: SheetFrame): void
  /** A sheet that is no longer there. */
  forget(sheet: string): void
  recognise(input: RecogniseInput): Promise<Recognised>
  check(input: CheckInput, onProgress: (done: number) => void): Checked
  /** Makes ready for edits, which takes a while over a large ledger, before the first of them comes. */
  prepareEdits(): void
  /** Rows that were edited; null where only a new reading can tell what they are now. */
  edit(sheet: string, rows: readonly EditedRow[]): Edited | null
  detail(line: number): FindingDetail | null
  /** Where the cells of a field on these lines stand. */
  cellsOf(lines: readonly number[], field: string | null): readonly CellAt[]
  rowAt(table: number, tableRow: number): CellAt | null
  checklist(place: RowOfTable, choice: ListChoice, ticks: Ticks): TickedList | null
  policy(): Policy
  policyView(): PolicyView
  setPacks(packs: readonly string[]): Promise<PolicyView>
  offerPack(fileName: string, bytes: Uint8Array, trusted: readonly string[]): Promise<PackOffer>
  /** The waivers file with one more; null with why. */
  waive(line: number, terms: EntryTerms): NewEntry
  reportWrong(line: number, terms: EntryTerms): NewEntry
  withdraw(file: string | null, id: string, by: string, on: string): string | null
  planFlags(tableGap: boolean): FlagPlan
  /** The cells of our columns over a stretch of rows, the record among them. */
  flagRows(sheet: string, from: number, to: number): readonly (readonly CellWrite[])[]
  /** The flags of this sheet stand as planned. */
  written(sheet: string): void
  /** Rows whose flags are to be other than they are, after edits; they are taken as written. */
  touchedRows(): readonly RowToWrite[]
  /** The same over all rows, after a full check. */
  staleRows(): readonly RowToWrite[]
  ownSheets(): readonly PlannedSheet[]
  /** A remark per cell at fault, gravest first. */
  remarks(most: number): readonly {
    readonly sheet: string
    readonly row: number
    readonly column: number
    readonly text: string
  }[]
  /** Our columns as they stand in the workbook. */
  ours(): OurMarks
  /** The standard workbook of the policy in force. `issued`: ISO day. */
  template(issued: string): Promise<MadeFile>
  /** The month before; the next check compares with it. */
  takePrevious(fileName: string, bytes: Uint8Array): Promise<PreviousReading>
  dropPrevious(): void
  /** Sorts of documents; null where nothing was checked yet. */
  documentGroups(): Promise<readonly DocumentGroup[] | null>
  documentOrders(
    group: string,
    scope: DocumentScope,
    selected: RowOfTable | null,
  ): Promise<readonly DocumentOrder[]>
  makeDocument(order: DocumentOrder, bank: BankDetails, ticks: Ticks): Promise<MadeDocument | null>
  packFiles(files: readonly MadeFile[]): Promise<MadeFile | null>
}

/** A checklist with what people ticked, and the name under which more is kept; null where the loan cannot be told. */
export interface TickedList {
  readonly list: LoanChecklist
  readonly inspection: string | null
}

export interface RowToWrite {
  readonly sheet: string
  readonly row: number
  readonly cells: readonly CellWrite[]
}

export interface RecogniseInput {
  readonly asOf: number | null
  readonly choices: Readonly<Record<string, SheetChoice>>
}

export interface Recognised {
  /** With what is set in the workbook itself. */
  readonly policy: PolicyView
  readonly asOf: AsOf
  readonly tables: readonly {
    readonly name: TableName
    readonly sheet: string
    readonly rowCount: number
    readonly reading: TableReading
    readonly fields: readonly { readonly key: string; readonly name: string }[]
    readonly examples: Readonly<Record<number, readonly string[]>>
    /** Of the header's words, so that next month's file is known again. */
    readonly fingerprint: string
  }[]
  readonly notTables: readonly NotTable[]
  /** Sheets without a table: fingerprint of their header, where one was found. */
  readonly otherHeaders: readonly { readonly sheet: string; readonly fingerprint: string }[]
}

export interface CheckInput {
  /** The waivers file; null where there is none. */
  readonly waivers: string | null
  /** ISO day. */
  readonly today: string
}

/** Labels of rows, as dictionary-coded columns. */
export interface LabelColumns {
  readonly name: TableName
  readonly sheet: string
  readonly rowCount: number
  readonly sheetRows: Uint32Array
  readonly columns: Readonly<Record<LabelKey, LabelColumn | null>>
}
export type LabelKey = 'loanNo' | 'customer' | 'manager' | 'org'
export interface LabelColumn {
  readonly codes: Int32Array
  readonly dictionary: readonly string[]
}

export interface Checked {
  readonly asOf: number | null
  readonly summary: Summary
  readonly counts: ResultCounts
  readonly arrays: FindingArrays
  readonly names: FindingNames
  readonly labels: readonly LabelColumns[]
  readonly notes: readonly FileNote[]
  readonly notRun: readonly (NotRun & { readonly table: number })[]
  readonly words: PolicyWordsView
  readonly waivers: readonly WaiverStanding[]
  readonly reports: readonly ReportStanding[]
  /** The waivers kept in the workbook cannot be read. */
  readonly waiversDamaged: boolean
  /** Kinds of loan that have a checklist. */
  readonly loanTypes: readonly { readonly id: string; readonly name: string }[]
  /** How its loans stand to those of the month before; null where there is none. */
  readonly previous: PreviousView['joined']
}

export interface EditedRow {
  readonly row: number
  readonly cells: readonly PortCell[]
}

export interface Edited {
  readonly counts: ResultCounts
  readonly arrays: FindingArrays
  readonly names: FindingNames
  /** Null where rows are called as before. */
  readonly labels: readonly LabelColumns[] | null
  /** Rows judged again. */
  readonly rows: number
  /** False: only a full check settles the rest. */
  readonly settled: boolean
}

export interface CellAt {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

export interface EntryTerms {
  readonly file: string | null
  readonly text: string
  readonly by: string
  readonly on: string
  readonly until?: string
}

export type NewEntry =
  | { readonly ok: true; readonly file: string }
  | {
      readonly ok: false
      readonly why: 'gone' | 'ambiguous' | 'invalid' | 'damaged'
      readonly message: string
    }

export interface FlagPlan {
  readonly sheets: readonly PlannedFlags[]
}

/** Rows count from 0. */
export interface PlannedFlags {
  readonly sheet: string
  readonly firstColumn: number
  /** Our columns stand apart: they are written anew elsewhere, and the old ones taken off. */
  readonly isScattered: boolean
  /** Our columns are there, where they are planned. */
  readonly stands: boolean
  /** Null where the header is one row. */
  readonly groupRow: number | null
  readonly headerRow: number
  /** The row after the last of the tables: so far our looks and colours reach. */
  readonly tableEnd: number
  /** The row after the last that is written: below the tables what an earlier writing left is emptied. */
  readonly endRow: number
  readonly groupLabel: string
  readonly conditionals: readonly OwnConditional[]
}

export interface PlannedSheet {
  readonly name: string
  readonly widths: readonly number[]
  readonly layout: OwnSheetLayout
  readonly charts: readonly PlannedChart[]
}

/** Rows and columns from 0, ends inside. One series: a colour per point; several: stacked, a colour per series. */
export interface PlannedChart {
  readonly title: string
  readonly headerRow: number
  readonly lastRow: number
  readonly nameColumn: number
  readonly firstValue: number
  readonly series: number
  readonly colors: readonly string[]
}

export interface OurMarks {
  readonly sheets: readonly {
    readonly sheet: string
    readonly headerRow: number
    readonly groupRow: number | null
    /** Where each of our columns stands now. */
    readonly columns: Readonly<Record<string, number>>
    readonly endRow: number
  }[]
  readonly ownSheets: readonly string[]
  readonly edited: readonly OwnCell[]
  /** The same by where they belong: the loan may have been moved away from what was written beside it. Rows from 0. */
  readonly kept: readonly {
    readonly sheet: string
    readonly row: number
    readonly column: string
    readonly text: string
    readonly isMoved: boolean
  }[]
}

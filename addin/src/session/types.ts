/**
 * What the panes see and may ask. The state is one immutable value, new after each change (`useSyncExternalStore`); no
 * command rejects: what goes wrong stands in `messages` with a way out.
 */
import type { ReportStanding, WaiverStanding } from '@postloan/core/check/waivers'
import type { ListChoice, LoanChecklist } from '@postloan/core/checklist'
import type { AsOf, NotTable, SheetChoice, TableReading } from '@postloan/core/ledger'
import type { Policy, TableName } from '@postloan/core/policy'
import type { OwnCell } from '@postloan/core/workbook'

import type { PortFeatures } from '../excel/index.ts'
import type { SessionMessage } from './messageTypes.ts'
import type {
  BankDetails,
  DocumentGroup,
  DocumentOrder,
  DocumentPreview,
  DocumentScope,
  MadeFile,
  PreviousView,
  TickOrder,
} from './paperTypes.ts'
import type { PackOffer, PolicyView } from './policyTypes.ts'
import type { FindingDetail, ResultState } from './resultTypes.ts'

export type * from './messageTypes.ts'
export type * from './policyTypes.ts'
export type * from './resultTypes.ts'

export interface Session {
  getState(): SessionState
  /** Told after each change of the state; gives back how to stop. */
  subscribe(listener: () => void): () => void

  // 台账
  /** Reads the workbook and says what it is. Runs by itself when the pane opens. */
  recognise(): Promise<void>
  /** What a person decided about a sheet; merged with what was decided before, read again and remembered. */
  correct(sheet: string, choice: SheetChoice): Promise<void>
  /** Day number; null goes back to what was found. */
  setAsOf(day: number | null): Promise<void>
  /** Forgets what was decided and remembered about this workbook. */
  forgetChoices(): Promise<void>

  // 结果
  /** Reads and checks; ends with `result`, or stops when cancelled. Changes no cell. */
  check(): Promise<void>
  cancel(): void
  /** All of one finding, by its place in `result.lines`; null where it is gone. */
  detail(line: number): Promise<FindingDetail | null>
  /** Selects the cell at fault in Excel (the first, or the field told). */
  goTo(line: number, field?: string): Promise<void>
  /** Selects the cells of a field on these lines (选中全部 n 格). */
  selectCells(lines: readonly number[], field: string): Promise<void>
  goToRow(table: number, tableRow: number): Promise<void>
  waive(line: number, terms: WaiveTerms): Promise<void>
  reportWrong(line: number, terms: { readonly what: string; readonly by: string }): Promise<void>
  /** Takes back a waiver or a report, by its id. */
  withdraw(id: string, by: string): Promise<void>

  // 标注
  /** Writes our columns and our two sheets. Asks for nothing: what people wrote in our columns stays. */
  flag(options?: FlagOptions): Promise<void>
  /** A comment at each cell at fault of the gravest findings; at most `settings.maxComments`. */
  addComments(): Promise<void>
  /** How many cells of ours people have edited, for the question that comes before clearing. */
  findEdited(): Promise<readonly OwnCell[]>
  clear(options: { readonly keepEdited: boolean }): Promise<void>

  // 实时
  setLive(on: boolean): Promise<void>
  /** 实时写入: only after the officer was told that this Excel may lose its undo list. */
  setLiveWriting(on: boolean): Promise<void>

  // 清单
  /** The checklist of a row; null where there is no result yet or the row is no loan. */
  checklist(place: RowOfTable, choice?: ListChoice): Promise<LoanChecklist | null>
  /** Keeps in the workbook what a person says of an item, or takes it back. */
  tick(order: TickOrder): Promise<void>

  // 文书
  /** Sorts of documents with how many the ledger calls for; null where nothing was checked yet. */
  documentGroups(): Promise<readonly DocumentGroup[] | null>
  /** `loan`: the row for which it is asked. */
  documentOrders(
    group: string,
    scope: DocumentScope,
    loan: RowOfTable | null,
  ): Promise<readonly DocumentOrder[]>
  previewDocument(order: DocumentOrder): Promise<DocumentPreview | null>
  /** One .docx, or an archive of several, for the pane to hand over; null where none was made. */
  makeDocuments(orders: readonly DocumentOrder[]): Promise<MadeFile | null>

  // 上期、模板
  /** Reads the month before from a file; where there is a result, the ledger is checked again with it. */
  takePrevious(fileName: string, bytes: Uint8Array): Promise<void>
  dropPrevious(): Promise<void>
  /** The standard workbook: opened beside this one, or handed back where this Excel cannot. */
  newTemplate(): Promise<MadeFile | null>

  // 规则
  /** The policy in force with all its rules, parameters and sources; large, so fetched only when asked for. */
  policy(): Promise<Policy>
  /** Looks a pack over before it is taken: what it changes, whether its key is known. */
  readPack(fileName: string, bytes: Uint8Array): Promise<PackOffer>
  /** Takes the pack that was offered, and checks again where there is a result. */
  takePack(offer: PackOffer): Promise<void>
  dropPack(id: string): Promise<void>

  setSettings(settings: Partial<SessionSettings>): Promise<void>
  dismiss(message: string): void
  /** Runs the way out of a message. */
  act(message: string): Promise<void>
}

export interface SessionState {
  readonly host: HostView
  /** What is going on; null when nothing is. One thing at a time. */
  readonly busy: Busy | null
  readonly reading: ReadingState | null
  readonly result: ResultState | null
  readonly flags: FlagState
  readonly live: LiveState
  readonly policy: PolicyView | null
  /** The month before this one; null where no file was chosen. */
  readonly previous: PreviousView | null
  readonly waivers: readonly WaiverStanding[]
  readonly reports: readonly ReportStanding[]
  /** The row of a table that is selected in Excel. */
  readonly selected: RowOfTable | null
  readonly settings: SessionSettings
  /** Newest last. */
  readonly messages: readonly SessionMessage[]
}

export interface HostView {
  readonly features: PortFeatures
  readonly theme: 'light' | 'dark'
  readonly fileName: string
}

export interface RowOfTable {
  readonly table: number
  readonly row: number
}

export type StepName = 'read' | 'recognise' | 'check' | 'plan' | 'write' | 'clear' | 'comment' | 'make'

export interface Busy {
  readonly task:
    | 'recognise'
    | 'check'
    | 'flag'
    | 'clear'
    | 'comment'
    | 'template'
    | 'previous'
    | 'tick'
    | 'documents'
  /** In order; those before `step` are done. */
  readonly steps: readonly StepName[]
  readonly step: StepName
  /** 0…1 within the step. */
  readonly done: number
  /** Rows of the step, where known: `已读 42,000 / 100,000 行`. */
  readonly rows: readonly [number, number] | null
  readonly cancellable: boolean
}

export interface ReadingState {
  readonly asOf: AsOf
  readonly tables: readonly TableView[]
  /** Sheets that are no ledger, each with why. */
  readonly notTables: readonly NotTable[]
  /** What a person decided, in force now. */
  readonly choices: Readonly<Record<string, SheetChoice>>
  /** Where those choices come from: this workbook, one with the same header, or nobody decided anything. */
  readonly remembered: 'workbook' | 'sameHeader' | null
  /** The active sheet is one of the tables, or why it is none. */
  readonly activeSheet: string
}

export interface TableView {
  readonly name: TableName
  readonly sheet: string
  readonly rowCount: number
  readonly reading: TableReading
  /** For the dropdowns: every field this kind of table may have. */
  readonly fields: readonly { readonly key: string; readonly name: string }[]
  /** A few of what stands in each column, by its number; persons' numbers masked. */
  readonly examples: Readonly<Record<number, readonly string[]>>
}

export interface FlagOptions {
  /** Our two sheets as well; true unless told. */
  readonly summary?: boolean
}

export interface FlagState {
  /** Sheets that carry our columns, by name, with the columns (`AM:AS`). */
  readonly sheets: readonly { readonly sheet: string; readonly columns: string }[]
  /** The ledger was edited or checked since they were written. */
  readonly outdated: boolean
  readonly comments: number
}

export interface LiveState {
  readonly on: boolean
  readonly writing: boolean
  /** Edited rows waiting to be judged. */
  readonly pending: number
  /** Milliseconds that the last edit took. */
  readonly lastMs: number | null
  /** Why it cannot be switched on here, or null. */
  readonly unavailable: string | null
}

export interface WaiveTerms {
  readonly reason: string
  readonly by: string
  /** ISO day. */
  readonly until: string
}

export interface SessionSettings {
  /** The officer's own name, filled in where she waives or reports. */
  readonly by: string
  readonly maxComments: number
  /** Milliseconds after the last edit. */
  readonly liveDelay: number
  /** What documents say of the bank itself; no ledger holds it. */
  readonly bank: BankDetails
}

export { lineFlags, severityOrder } from './order.ts'

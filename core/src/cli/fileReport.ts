import type { FileNote, Finding } from '../check/index.ts'
import type { PackLayer } from '../check/pack/index.ts'
import type { Severity } from '../policy/index.ts'
import type { DueDocument, SummaryDocument, TableDocument } from './checkDocument.ts'
import type { FileFigures } from './fileFigures.ts'
import type { Overview } from './overview.ts'
import type { NotRunGroups } from './selectFindings.ts'
import type { WaiverReport } from './waiverReport.ts'

/** What one file is checked with. */
export interface CheckJob {
  /** One file, or several that are one ledger together. */
  readonly paths: readonly string[]
  /** Files that are last month's ledger together; none: there is none. */
  readonly previous: readonly string[]
  /** Policy packs to lay over the policy that comes with the product. */
  readonly packs: readonly PackLayer[]
  /** Waivers files named; those beside the ledgers are found by themselves. */
  readonly waivers: readonly string[]
  readonly asOf: number | null
  /** Where the annotated copy goes; null: none is written. */
  readonly output: string | null
  readonly force: boolean
  readonly json: boolean
  readonly calendar: boolean
  readonly picture: boolean
  /** A report or a summary workbook is to be made of it. */
  readonly figures: boolean
  /** Hides names of persons in what is printed. */
  readonly maskNames: boolean
  /** Other files are checked beside it: a loan that is gone here may be in one of them. */
  readonly oneOfSeveral: boolean
  /** A finding to explain: its id, or rule and row. */
  readonly explain: string | null
}

export type FileOutcome =
  | { readonly ok: true; readonly report: FileReport }
  | { readonly ok: false; readonly error: FileError }

export interface FileError {
  readonly file: string
  readonly code: string
  /** In Chinese: what is wrong and what to do. */
  readonly message: string
}

/** What was found in one file, as plain data that can go from a worker to the main thread. Findings are a selection. */
export interface FileReport {
  readonly file: string
  readonly asOf: string | null
  readonly asOfFrom: string
  readonly policy: {
    readonly id: string
    readonly version: string
    readonly fingerprint: string
    /** The packs over it, and what a lead set in the file itself: title and version. */
    readonly layers: readonly string[]
  }
  /** Without findings: those go out as JSON text on the way. */
  readonly tables: readonly TableDocument[]
  readonly notes: readonly FileNote[]
  readonly summary: SummaryDocument
  readonly listed: readonly ListedRule[]
  readonly undecided: readonly UndecidedGroup[]
  readonly notRun: NotRunGroups
  readonly due: readonly DueDocument[]
  /** Lines to print. */
  readonly calendar: readonly string[]
  /** Lines; empty where nothing was to be explained. */
  readonly explained: readonly string[]
  readonly picture: readonly string[]
  readonly vanished: readonly string[]
  /** Null where nobody asked for it. */
  readonly overview: Overview | null
  /** For a report; null where none is to be made. */
  readonly figures: FileFigures | null
  /** What became of the waivers; null where there are none. */
  readonly waivers: WaiverReport | null
  readonly written: WrittenFile | null
  /** The copy could not be written; the check itself stands. */
  readonly writeError: FileError | null
}

export interface WrittenFile {
  readonly path: string
  /** Why the annotations stand in a workbook of their own; null where they are in a copy of the ledger. */
  readonly apart: string | null
}

/** One rule's findings of one severity, the first few in full. */
export interface ListedRule {
  readonly severity: Severity
  readonly rule: string
  readonly name: string
  readonly count: number
  readonly lead: boolean
  readonly basis: string
  readonly findings: readonly ListedFinding[]
}

export interface ListedFinding {
  readonly finding: Finding
  readonly customer: string
  /** Sheet name, where the ledger has several. */
  readonly sheet: string
}

export interface UndecidedGroup {
  readonly reason: string
  readonly count: number
  readonly rules: readonly string[]
}

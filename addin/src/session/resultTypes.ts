import type { FileNote, NotRun, Summary } from '@postloan/core/check'
import type { Severity, TableName } from '@postloan/core/policy'
import type { FindingColumns, FindingFacts, ShownLine, ShownRow } from '@postloan/core/ui'

export interface ResultState {
  readonly asOf: number | null
  /** Of all tables together; kept up to date by live checking, waived findings left out. */
  readonly counts: ResultCounts
  /** As at the last full check. */
  readonly summary: Summary
  readonly tables: readonly TableLabels[]
  readonly lines: FindingLines
  readonly notes: readonly FileNote[]
  readonly notRun: readonly (NotRun & { readonly table: number })[]
  /** Milliseconds since 1970. */
  readonly checkedAt: number
  /** Cells changed since, and live checking is off: check again. */
  readonly stale: boolean
  /** Words for the ids in the lines. */
  readonly words: PolicyWordsView
  /** Kinds of loan that have a checklist, for its dropdown. */
  readonly loanTypes: readonly { readonly id: string; readonly name: string }[]
}

export interface ResultCounts {
  readonly rows: number
  readonly bySeverity: Readonly<Record<Severity, number>>
  readonly leads: number
  readonly due: number
  readonly incomplete: number
  readonly waived: number
}

/** What rows of a table are called. */
export interface TableLabels {
  readonly name: TableName
  readonly sheet: string
  readonly rowCount: number
  readonly label: (tableRow: number) => RowLabel
}

export interface RowLabel extends ShownRow {
  readonly org: string
}

/** All findings as columns; order as `Result.findings`, by table. */
export interface FindingLines extends FindingColumns {
  line(index: number): FindingLine
}

export interface FindingLine extends ShownLine {
  readonly case: string
  readonly waived: boolean
  readonly fields: readonly string[]
  readonly label: RowLabel
}

/** No explanation for a row that was edited since the full check; `cells`: where the fields stand, for 定位 N418. */
export type FindingDetail = FindingFacts

export interface PolicyWordsView {
  readonly rules: Readonly<Record<string, { readonly name: string; readonly category: string }>>
  readonly fields: Readonly<Record<string, string>>
}

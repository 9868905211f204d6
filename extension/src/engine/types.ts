import type { Finding, SubjectReport } from '@postloan/core/check'
import type { WaiverFile } from '@postloan/core/check/waivers'
import type { Checklists, ListChoice, LoanChecklist } from '@postloan/core/checklist'
import type { Policy } from '@postloan/core/policy'
import type { FindingFacts } from '@postloan/core/ui'

import type { PageMap } from '../page-map/pageMapSchema.ts'
import type {
  LeftOut,
  Mark,
  MarkLevel,
  MarkTarget,
  PageReport,
  ReadField,
  ReadGrid,
} from '../protocol/index.ts'

/** What the agent of one frame last said. */
export interface FrameReport {
  readonly frameId: number
  readonly report: PageReport
}

/** A field of any frame of the page, with its meaning. */
export interface KnownField {
  /** `frameId:key`: unique in the page. */
  readonly id: string
  readonly frameId: number
  readonly document: string
  readonly field: ReadField
  /** Of the record that was read from it; null: none of ours. */
  readonly meaning: { readonly key: string; readonly name: string } | null
  /** 0–1: that the label belongs to the value, and that it means this. */
  readonly confidence: number
  readonly reasons: readonly string[]
  /** By a page map, else by its words. */
  readonly mapped: boolean
  readonly required: boolean
  /** Masked where personal. */
  readonly shown: string
}

export interface KnownGrid {
  readonly id: string
  readonly frameId: number
  readonly document: string
  readonly grid: ReadGrid
}

/** The values of one loan as text that the ledger reader reads again (dates ISO, money in 元), by field key. */
export type LoanCells = Readonly<Record<string, string>>

/** A loan of an imported ledger, with what was found there. */
export interface LedgerLoan {
  readonly cells: LoanCells
  /** ISO day of the ledger. */
  readonly asOf: string | null
  readonly file: string
  /** The sheet's own row number. */
  readonly row: number
  readonly findings: readonly StoredFinding[]
  /** Half of the last shown digit of its amounts, in 元. */
  readonly moneyTolerance: number
}

export interface StoredFinding {
  readonly id: string
  readonly rule: string
  readonly name: string
  readonly kind: Finding['kind']
  readonly outcome: Finding['outcome']
  readonly severity: Finding['severity']
  readonly message: string
  readonly remedy: string
}

export interface Difference {
  readonly field: string
  readonly name: string
  /** As a person reads them. */
  readonly page: string
  readonly ledger: string
}

export interface LoanHead {
  /** `loanNo:JK-2026-00893`: what everything kept of a loan hangs on. */
  readonly key: string
  readonly keyKind: string
  /** As it may be shown: masked where it is an account. */
  readonly label: string
  readonly customer: string
  readonly product: string
}

export type PageItemKind = 'missing' | 'finding' | 'incomplete' | 'ledger' | 'row'

/** One thing that is said of this page, worst first. */
export interface PageItem {
  readonly id: string
  readonly kind: PageItemKind
  readonly level: MarkLevel
  /** Label of the field or number of the row. */
  readonly label: string
  readonly words: string
  readonly text: string
  readonly finding?: string
  /** Where it stands; null where it is on no control of this page. */
  readonly at: { readonly frameId: number; readonly document: string; readonly target: MarkTarget } | null
  /** In a tab that is not shown at present. */
  readonly hidden: boolean
}

export interface FrameMarks {
  readonly frameId: number
  readonly document: string
  readonly marks: readonly Mark[]
}

export interface PageInput {
  readonly frames: readonly FrameReport[]
  readonly policy: Policy
  /** The checklists that come with the product, where nothing else is said. */
  readonly lists?: Checklists
  readonly maps: readonly PageMap[]
  /** Day number, Asia/Shanghai. */
  readonly today: number
  readonly waivers: WaiverFile
  /** What a person chose and answered for a loan. */
  readonly choiceOf: (loan: string) => ListChoice
  readonly ledgerOf: (cells: LoanCells) => LedgerLoan | null
}

export interface FrameSummary {
  readonly frameId: number
  readonly name: string
  readonly host: string
  readonly path: string
  readonly title: string
  readonly saves: readonly string[]
  readonly leftOut: readonly (LeftOut & { readonly count: number })[]
  readonly cost: PageReport['cost']
  readonly cut: boolean
}

/** Questions of a visit, each with what is known already. */
export interface ViewGuide {
  readonly id: string
  readonly name: string
  readonly sections: readonly {
    readonly name: string
    readonly questions: readonly { readonly id: string; readonly text: string; readonly known: string }[]
  }[]
}

export interface PageView {
  readonly kind: 'detail' | 'list' | 'none'
  readonly asOf: string
  readonly title: string
  readonly map: { readonly id: string; readonly name: string } | null
  readonly loan: LoanHead | null
  readonly cells: LoanCells
  readonly fields: readonly KnownField[]
  readonly grids: readonly KnownGrid[]
  /** Each frame with what was left out there and why. */
  readonly frames: readonly FrameSummary[]
  readonly items: readonly PageItem[]
  /** Counts over items, one per control. */
  readonly counts: Readonly<Record<MarkLevel, number>>
  readonly findings: readonly FindingFacts[]
  readonly differences: readonly Difference[]
  readonly ledger: LedgerLoan | null
  readonly checklist: LoanChecklist | null
  /** Outlines of a visit to this borrower. */
  readonly guides: readonly ViewGuide[]
  readonly loanTypes: readonly { readonly id: string; readonly name: string }[]
  /** Rules that had what they need. */
  readonly rulesRun: number
  readonly rows: number
}

export interface CheckedPage {
  readonly view: PageView
  /** By id of a finding: what a waiver of it is recognised by. */
  readonly subjects: ReadonlyMap<string, SubjectReport>
  readonly marks: readonly FrameMarks[]
}

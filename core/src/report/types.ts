import type { IndicatorValue, MigrationMatrix, RedLineTouch, Summary } from '../check/index.ts'
import type { Severity, SourceStatus } from '../policy/index.ts'

/** All figures are plain data: they go from a worker to the main thread, and names of persons can be hidden in them. */

export interface Sum {
  readonly loans: number
  /** 元, summed in 分. */
  readonly balance: number
}

export interface NamedSum extends Sum {
  readonly name: string
}

/** A branch, officer or product: of its balance, what is below 关注 and what is overdue. */
export interface UnitBook extends NamedSum {
  readonly npl: number
  readonly overdue: number
}

/** The book on one day: loans still owed, on the balance sheet, in 人民币, entrusted loans left out. */
export interface BookFigures extends Sum {
  /** ISO; null where the ledger has none. */
  readonly day: string | null
  readonly customers: number
  /** Loans in foreign currency, which are in none of the sums. */
  readonly otherCurrency: number
  /** 正常 … 损失, then 未分类. */
  readonly tiers: readonly NamedSum[]
  /** By days overdue. */
  readonly buckets: readonly NamedSum[]
  /** Loans of which nobody can tell whether they are overdue. */
  readonly daysUnknown: number
  /** By days to maturity. */
  readonly ladder: readonly NamedSum[]
  readonly byOrg: readonly UnitBook[]
  readonly byOfficer: readonly UnitBook[]
  readonly byProduct: readonly UnitBook[]
}

/** What the stress test needs to be reckoned again with other shocks. Balances in 元. */
export interface StressBase {
  readonly total: number
  readonly normal: number
  readonly attention: number
  readonly npl: number
  /** Loans without a class: the ratio is a lower bound. */
  readonly unclassed: number
  /** New shortfall of collateral by how far its value falls, in %; ascending, empty where nothing is known of any. */
  readonly gaps: readonly { readonly fall: number; readonly gap: number }[]
}

/** The shocks of one scenario and what new bad loans need, all in %. */
export interface StressShock {
  readonly attentionToNpl: number
  readonly normalToNpl: number
  readonly collateralFall: number
  readonly provision: number
}

export interface StressFigures {
  /** Null: no balance or no class. */
  readonly base: StressBase | null
  readonly scenarios: readonly (StressShock & { readonly name: string })[]
}

/** One ledger's book: on its day, against the previous one, and under stress. */
export interface BookReport {
  readonly now: BookFigures
  readonly before: BookFigures | null
  readonly migration: MigrationMatrix | null
  readonly indicators: readonly IndicatorValue[]
  readonly stress: StressFigures
}

export type SeverityCounts = Readonly<Record<Severity, number>>

/** Findings of a branch, officer or product; what is due is in none of the counts. */
export interface UnitFindings {
  readonly name: string
  readonly bySeverity: SeverityCounts
  readonly incomplete: number
  /** 违规 and 线索 by the rule's category (`INS`, `CLS` …). */
  readonly byCategory: Readonly<Record<string, number>>
}

/** Findings of one rule at one severity. */
export interface RuleFindings {
  readonly severity: Severity
  readonly rule: string
  readonly name: string
  readonly lead: boolean
  readonly count: number
  /** What to do, of the first finding. */
  readonly remedy: string
  readonly basis: readonly { readonly text: string; readonly status: SourceStatus }[]
  /** The first ones. */
  readonly rows: readonly FindingLine[]
}

export interface FindingLine {
  readonly file: string
  readonly sheet: string
  /** The sheet's own row number. */
  readonly row: number
  readonly key: string
  readonly customer: string
  readonly officer: string
  readonly org: string
  readonly message: string
}

/** A customer with findings, by the worst of them and by what is still owed. */
export interface CustomerRisk {
  /** What the same customer has in another file; never shown. */
  readonly key: string
  readonly customer: string
  readonly severity: Severity
  readonly bySeverity: SeverityCounts
  readonly loans: number
  readonly balance: number
  readonly officer: string
  readonly org: string
  /** The worst finding: its rule and what it says. */
  readonly rule: string
  readonly message: string
}

/** What the rules found, by who and where. */
export interface FindingFigures {
  readonly byOrg: readonly UnitFindings[]
  readonly byOfficer: readonly UnitFindings[]
  readonly byProduct: readonly UnitFindings[]
  /** Gravest first, then most. */
  readonly rules: readonly RuleFindings[]
  readonly customers: readonly CustomerRisk[]
  /** Customers with findings, of whom `customers` are the gravest. */
  readonly customersFound: number
}

/** Something to do by a day. */
export interface WorkLine {
  readonly file: string
  /** ISO. */
  readonly day: string
  readonly what: string
  readonly rule: string
  readonly row: number
  readonly key: string
  readonly customer: string
  readonly officer: string
  readonly org: string
  readonly basis: string
}

export interface WaiverEntry {
  readonly file: string
  readonly rule: string
  readonly key: string
  readonly by: string
  readonly on: string
  /** ISO; of a waiver. */
  readonly until: string
  readonly reason: string
  /** In Chinese. */
  readonly state: string
  readonly legalFloor: boolean
}

export interface FileLine {
  readonly file: string
  readonly asOf: string | null
  readonly summary: Pick<Summary, 'rows' | 'bySeverity' | 'incomplete' | 'due'>
}

export interface ScoreLine {
  readonly unit: string
  readonly points: number
  readonly of: number
  readonly percent: number | null
  readonly complete: boolean
  readonly passMark: number
  readonly passed: boolean | null
}

export interface ScoreReport extends ScoreLine {
  readonly criteria: readonly {
    readonly group: string
    readonly text: string
    readonly points: number
    readonly mark: number | null
    readonly judged: number
    readonly faults: number
  }[]
  readonly byOrg: readonly ScoreLine[]
  readonly byOfficer: readonly ScoreLine[]
}

/** A month of the trend; counts of findings where it was checked. */
export interface TrendPoint {
  readonly day: string
  readonly loans: number
  readonly balance: number
  /** In %. */
  readonly npl: number | null
  readonly attention: number | null
  readonly overdue: number | null
  readonly serious: number | null
  readonly warning: number | null
}

/** All that a report tells: of one ledger, or of a folder's ledgers of one day. */
export interface ReportData {
  readonly asOf: string | null
  /** When it was made, as it is to be shown. */
  readonly made: string
  readonly policy: {
    readonly id: string
    readonly version: string
    readonly fingerprint: string
    readonly layers: readonly string[]
  }
  readonly files: readonly FileLine[]
  /** Files of other days: in the trend only. */
  readonly otherDays: readonly FileLine[]
  readonly failed: readonly { readonly file: string; readonly message: string }[]
  readonly namesHidden: boolean
  readonly counts: Pick<Summary, 'rows' | 'bySeverity' | 'leads' | 'due' | 'incomplete'> & {
    readonly waived: number
    readonly rulesRun: number
  }
  /** Rules that ran nowhere, by what is missing. */
  readonly notRun: readonly { readonly missing: string; readonly rules: readonly string[] }[]
  readonly undecided: readonly {
    readonly reason: string
    readonly count: number
    readonly rules: readonly string[]
  }[]
  readonly book: BookReport
  readonly findings: FindingFigures
  readonly redLines: readonly RedLineTouch[]
  readonly trend: readonly TrendPoint[]
  readonly work: readonly WorkLine[]
  readonly score: ScoreReport | null
  readonly waivers: readonly WaiverEntry[]
  readonly wrong: readonly WaiverEntry[]
  readonly notes: readonly string[]
}

import type { Finding, RowPlace } from '../check/index.ts'
import type {
  ArchiveNeed,
  LoanTypeList,
  ScoreCriterion,
  ScoreOption,
  StageId,
  WorkPeriod,
} from '../policy/checklists/index.ts'

/** What a person said of one item of one inspection. */
export interface Answer {
  readonly item: string
  /** fine 无异常 · fault 有异常 · notApplicable 不适用. */
  readonly verdict: 'fine' | 'fault' | 'notApplicable'
  readonly by: string
  /** ISO day or time. */
  readonly on: string
  readonly note?: string
}

export interface Evidence {
  /** Chinese: `资金流向检查日期 2026-10-14`. */
  readonly text: string
  /** The cells it rests on, masked where personal; empty where it rests on rows of other tables only. */
  readonly cells: readonly EvidenceCell[]
}

export interface EvidenceCell {
  readonly field: string
  readonly name: string
  readonly value: string | number | boolean
  /** As a person reads it, with its unit. */
  readonly text: string
}

/**
 * proven: the ledger shows it · answered: a person says so · fault: the check found a fault or a person saw one ·
 * notApplicable: a person says it is not to be asked here · open: still to be answered.
 */
export type ItemState = 'proven' | 'answered' | 'fault' | 'notApplicable' | 'open'

export interface AssessedItem {
  readonly id: string
  readonly text: string
  readonly state: ItemState
  /** Chinese: what the ledger shows; null where it shows nothing. */
  readonly evidence: Evidence | null
  /** What the ledger says that a person should compare with. */
  readonly known: readonly EvidenceCell[]
  readonly findings: readonly Finding[]
  readonly answer: Answer | null
  /** What is wanted of a person; null where nothing is. */
  readonly wants: 'tick' | 'text' | null
  /** It cannot be told whether it is to be asked of this loan. */
  readonly uncertain: boolean
  /** Day number. */
  readonly due: number | null
  readonly late: boolean
  readonly sources: readonly string[]
}

export interface Progress {
  /** proven, answered, or seen as a fault by a person. */
  readonly done: number
  /** Without what is not applicable. */
  readonly total: number
  readonly proven: number
  readonly faults: number
}

export interface StageOnLoan {
  readonly id: StageId
  readonly name: string
  /** Chinese: why. */
  readonly because: string
  readonly due: number | null
}

export interface ListChoice {
  readonly loanType?: string
  readonly stage?: StageId
  readonly answers?: readonly Answer[]
}

export interface LoanChecklist {
  readonly place: RowPlace
  readonly asOf: number | null
  /** The base list, null where nothing says what kind of loan it is and nobody chose. */
  readonly loanType: LoanTypeList | null
  readonly additions: readonly LoanTypeList[]
  /** The stage of this list; null where the loan is at none. */
  readonly stage: StageOnLoan | null
  /** All stages it is at, most pressing first. */
  readonly stages: readonly StageOnLoan[]
  readonly items: readonly AssessedItem[]
  readonly progress: Progress
  readonly due: number | null
  readonly daysLeft: number | null
  readonly late: boolean
}

export interface AssessedFile {
  readonly id: string
  readonly text: string
  readonly need: ArchiveNeed
  /** there 已有 · missing 缺 · unknown 台账没有记载. */
  readonly state: 'there' | 'missing' | 'unknown'
  readonly answer: Answer | null
  readonly sources: readonly string[]
}

export interface ArchiveList {
  readonly items: readonly AssessedFile[]
  readonly progress: Progress
}

export interface WorkOfPeriod {
  readonly id: string
  readonly period: WorkPeriod
  readonly text: string
  /** Day numbers, both inclusive. */
  readonly from: number
  readonly to: number
  readonly state: 'now' | 'ahead' | 'past'
  /** Null for work of the branch. */
  readonly loans: readonly RowPlace[] | null
  /** Loans of which it cannot be told. */
  readonly undecided: number
  readonly sources: readonly string[]
}

export interface MarkedCriterion {
  readonly criterion: ScoreCriterion
  /** Points given; null where nobody marked it. */
  readonly mark: number | null
  readonly by: 'data' | 'person' | null
  /** Rows looked at and rows with a fault, for criteria marked by rules. */
  readonly judged: number
  readonly faults: number
  /** What the ledger proposes, with the evidence, for criteria marked by a person. */
  readonly proposed: { readonly option: ScoreOption; readonly evidence: string } | null
}

export interface Score {
  readonly id: string
  readonly name: string
  readonly criteria: readonly MarkedCriterion[]
  /** Points given, and the points of the criteria that were marked. */
  readonly points: number
  readonly of: number
  /** Points given in a hundred of those marked; null where nothing was. */
  readonly percent: number | null
  /** Every criterion is marked. */
  readonly complete: boolean
  readonly passMark: number
  /** Null until complete, unless it has failed or passed whatever is still to come. */
  readonly passed: boolean | null
  /** Chinese: what follows where it has not passed. */
  readonly below: string
}

export type { RowPlace }

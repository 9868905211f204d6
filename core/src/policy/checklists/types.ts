/**
 * Checklists as data. What is asked of a loan depends on its kind and on where it stands; conditions are written in
 * the rules' own language over one row of 借据, and an item without a `proof` is a person's to answer.
 */

export type StageId =
  | 'firstCheck'
  | 'regular'
  | 'special'
  | 'beforeMaturity'
  | 'overdue'
  | 'warning'
  | 'collateral'
  | 'guarantor'
  | 'extension'

/** A condition over one loan. */
export interface Condition {
  /** FEEL; null where it cannot be told. */
  readonly when: string
  /** Fields it can do without, with the value then assumed. */
  readonly assumes?: Readonly<Record<string, string | number | null>>
}

export interface ChecklistItem {
  readonly id: string
  /** Chinese: what to look at. */
  readonly text: string
  readonly sources: readonly string[]
  /** FEEL: the loans that it is asked of; absent = all. Where it cannot be told it is asked. */
  readonly applies?: string
  /** FEEL: true where cells of the ledger show that it was done or that it is in order. */
  readonly proof?: string
  /** Chinese with `{FEEL}` placeholders, where the proof rests on rows of other tables. */
  readonly says?: string
  /** Field names whose values help the person who answers. */
  readonly shows?: readonly string[]
  /** Rules that speak of the same thing: while one of them finds a fault the item is not taken as proved. */
  readonly rules?: readonly string[]
  /** `text`: an answer in words is wanted, a tick alone says nothing. */
  readonly answer?: 'tick' | 'text'
  /** FEEL: the day by which it has to be done, where it has one of its own. */
  readonly due?: string
  /** Stages at which a loan type's list asks it; absent = first, regular and special inspections. */
  readonly at?: readonly StageId[]
}

/** The list of one kind of loan. */
export interface LoanTypeList {
  readonly id: string
  readonly name: string
  /** A loan has one base list (the first that fits) and any number of additions. */
  readonly kind: 'base' | 'addition'
  readonly applies: Condition
  readonly items: readonly string[]
  readonly sources: readonly string[]
}

/** The list of one stage in a loan's life. */
export interface StageList {
  readonly id: StageId
  readonly name: string
  /** Why a loan is at this stage; any one of them is enough, the first that holds is told. */
  readonly triggers: readonly StageTrigger[]
  /** FEEL: the day by which the whole list has to be done. */
  readonly due?: Condition
  readonly items: readonly string[]
  readonly sources: readonly string[]
}

export interface StageTrigger extends Condition {
  /** Chinese with `{FEEL}` placeholders; a condition that only a person can know has no `when` that is ever true. */
  readonly says: string
}

/** Something of which no column speaks (a strike, a reorganisation): shown so that a person thinks of it. */
export interface SpokenTrigger {
  readonly text: string
  readonly sources: readonly string[]
}

export type ArchiveType = '流贷' | '固贷' | '房贷' | '车贷' | '经营贷' | '消费贷' | '小微' | '涉农'
/** required 应有 · whenApplicable 发生时 · notNeeded 不需要. */
export type ArchiveNeed = 'required' | 'whenApplicable' | 'notNeeded'

export interface ArchivePaper {
  readonly id: string
  readonly text: string
  readonly sources: readonly string[]
  readonly needs: Readonly<Record<ArchiveType, ArchiveNeed>>
  /** What in 档案资料清单 shows that it is there (regular expression). */
  readonly words: string
  /** Days after disbursement from which it can be expected. */
  readonly afterDays: number
  /** FEEL: the loans of which an item kept `whenApplicable` is asked; absent = a person says. */
  readonly when?: string
}

export type WorkPeriod = '每日' | '每周' | '每月' | '每季' | '每半年' | '每年'

export interface PeriodicWork {
  readonly id: string
  readonly period: WorkPeriod
  readonly text: string
  readonly sources: readonly string[]
  /** Days of the month between which it is done (每月 only); absent = any day of the period. */
  readonly days?: readonly [number, number]
  /** The loans it is done for; absent = work of the branch, not of single loans. */
  readonly loans?: Condition
}

export interface GuideQuestion {
  readonly id: string
  readonly text: string
  /** Field names: what the ledger already says, to be compared with what is heard and seen. */
  readonly shows?: readonly string[]
}

export interface Guide {
  readonly id: string
  readonly name: string
  readonly sections: readonly { readonly name: string; readonly questions: readonly GuideQuestion[] }[]
  readonly sources: readonly string[]
}

export interface ScoreCriterion {
  readonly id: string
  readonly group: string
  readonly text: string
  readonly points: number
  readonly sources: readonly string[]
  /** Marked by data: points times the share of loans that these rules looked at and found nothing on. */
  readonly rules?: readonly string[]
  /** Marked by a person; the first option is in order and costs nothing. */
  readonly options?: readonly ScoreOption[]
}

export interface ScoreOption {
  readonly text: string
  readonly deduct: number
  /** FEEL over the loan: proposed where true. */
  readonly when?: string
}

export interface Scorecard {
  readonly id: string
  readonly name: string
  /** Id of the parameter that holds the pass mark, and what is to be done below it. */
  readonly passMark: string
  readonly below: string
  readonly criteria: readonly ScoreCriterion[]
  readonly sources: readonly string[]
}

export interface LifecycleState {
  readonly id: string
  readonly name: string
  readonly next: readonly string[]
  readonly stage?: StageId
  readonly sources: readonly string[]
}

export interface DisposalChoice {
  readonly id: string
  readonly group: string
  readonly text: string
  readonly sources: readonly string[]
}

export interface Checklists {
  readonly items: readonly ChecklistItem[]
  readonly loanTypes: readonly LoanTypeList[]
  readonly stages: readonly StageList[]
  readonly spokenTriggers: readonly SpokenTrigger[]
  readonly archive: readonly ArchivePaper[]
  readonly work: readonly PeriodicWork[]
  readonly guides: readonly Guide[]
  /** What those who inspect must not do themselves. */
  readonly conduct: readonly ChecklistItem[]
  readonly scorecards: readonly Scorecard[]
  readonly lifecycle: readonly LifecycleState[]
  readonly disposal: readonly DisposalChoice[]
}

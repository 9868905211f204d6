import type { Ledger, Table } from '../ledger/index.ts'
import type { FindingKind, Policy, Severity, SourceStatus, TableName } from '../policy/index.ts'
import type { Column } from '../table/index.ts'

/** What a case says of a row; one byte each. */
export const Outcome = { notApplicable: 0, pass: 1, hit: 2, incomplete: 3, ruleError: 4, notRun: 5 } as const
export type Outcome = (typeof Outcome)[keyof typeof Outcome]

export interface CheckOptions {
  readonly policy: Policy
  readonly previous?: Ledger
  /** Told now and then how far it is (0…1); return false to stop. */
  readonly onProgress?: (done: number) => boolean | void
}

export interface Finding {
  /** Stable: hash of rule, case, key kind, normalised key, child key, ordinal. */
  readonly id: string
  readonly rule: string
  readonly case: string
  readonly kind: FindingKind
  readonly outcome: 'hit' | 'incomplete' | 'ruleError'
  readonly severity: Severity
  readonly key: string
  readonly keyKind: string
  /**
   * Of a row of a register: its own key there, and the fields that key is made of (`collateralId`; `content`: a hash
   * of the row's cells). `key` is then the loan, contract or customer as the register writes it.
   */
  readonly childKey?: string
  readonly childKeyKind?: string
  /** Where several rows have the same key: which of them it is, counted from 0; absent for the first. */
  readonly ordinal?: number
  /** Of a row of a register: its loan in the loan table, where that is just one. */
  readonly loanKey?: string
  readonly loanKeyKind?: string
  /** Another row of the ledger has the same key: not to be matched from one file to another. */
  readonly ambiguousKey?: boolean
  /**
   * Index into Result.tables, row in that table (from 0), and the sheet's own row number (from 1). A ruleError is of
   * no row: tableRow -1, row 0.
   */
  readonly table: number
  readonly tableRow: number
  readonly row: number
  /** Field keys it rests on (for an incomplete one: those that were null and decided it). */
  readonly fields: readonly string[]
  /** Of these, the ones whose own cells show the fault; absent where all do. */
  readonly at?: readonly string[]
  /** Field key → value shown, masked where personal. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>
  readonly message: string
  readonly remedy: string
  readonly sources: readonly string[]
  readonly sourceStatus: SourceStatus
  /** ISO day, kind due. */
  readonly dueDate?: string
  /** Fields that were assumed, with the value: 假定. */
  readonly assumed?: Readonly<Record<string, string | number | null>>
  /** Somebody answers for it until a day: shown, not counted. */
  readonly waived?: WaivedMark
  /** Other rows it speaks of (the customer's other loans): the sheet's own row numbers. */
  readonly alsoRows?: readonly number[]
  /** The same for rows in other tables of the ledger; of a row of a register the loans it belongs to. */
  readonly alsoIn?: readonly { readonly table: number; readonly row: number }[]
}

/** Who let a finding stand, why and until when. */
export interface WaivedMark {
  /** Of the waiver. */
  readonly id: string
  readonly reason: string
  readonly by: string
  /** ISO days; the waiver holds through `until`. */
  readonly on: string
  readonly until: string
  /** The rule is a floor set by law: every result says that it was waived. */
  readonly legalFloor?: true
}

export interface NotRun {
  readonly rule: string
  readonly case: string
  /** Chinese field names that the table does not have. */
  readonly missing: readonly string[]
}

export interface TableResult {
  readonly table: Table
  readonly notRun: readonly NotRun[]
  readonly summary: Summary
  /** Derived columns by field key, for showing. */
  readonly derived: ReadonlyMap<string, Column>
}

export interface Summary {
  readonly rows: number
  readonly bySeverity: Readonly<Record<Severity, number>>
  readonly leads: number
  readonly due: number
  readonly incomplete: number
  /** Findings that are in none of these counts because they were waived; absent where none is. */
  readonly waived?: number
  readonly rulesRun: number
  readonly byRule: readonly RuleCount[]
  readonly byManager: readonly GroupCount[]
  readonly byOrg: readonly GroupCount[]
  readonly byCustomer: readonly GroupCount[]
}

/** Findings of one rule; `hits` counts what is due too, `bySeverity` does not. */
export interface RuleCount {
  readonly rule: string
  readonly hits: number
  readonly incomplete: number
  readonly bySeverity: Readonly<Record<Severity, number>>
}

export interface GroupCount {
  readonly name: string
  readonly rows: number
  readonly bySeverity: Readonly<Record<Severity, number>>
}

/** One line about a whole file or column, not a row (a column 90 % blank, a relation that sees this ledger only). */
export interface FileNote {
  readonly code: string
  readonly message: string
  readonly table?: number
  readonly rule?: string
}

/** How the loans of a ledger stand to those of the previous one. */
export interface PreviousLoans {
  /** Day number of the previous ledger. */
  readonly asOf: number | null
  readonly loans: number
  readonly matched: number
  readonly appeared: number
  readonly gone: number
  /** Which one it is cannot be told: a number twice, or none. */
  readonly unmatchedBefore: number
  readonly unmatchedNow: number
  /** Largest balance first. */
  readonly vanished: readonly VanishedLoan[]
}

/** Had a balance in the previous ledger and is not in this one: no row here, so it is no finding but to be explained. */
export interface VanishedLoan {
  /** Where it stands in the previous ledger; `row` is the sheet's own. */
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly key: string
  readonly customer: string
  readonly officer: string
  readonly org: string
  readonly balance: number
  readonly fiveClass: string
  /** ISO day. */
  readonly maturity: string | null
  readonly overdueDays?: number
  /** Overdue or below 正常 then. */
  readonly risky: boolean
  /** Its maturity lies between the two days: it may simply have been repaid. */
  readonly fellDue: boolean
}

export interface Result {
  readonly asOf: number | null
  readonly policy: { readonly id: string; readonly version: string; readonly fingerprint: string }
  readonly tables: readonly TableResult[]
  readonly notes: readonly FileNote[]
  readonly summary: Summary
  /** With a previous ledger that shares a key with this one. */
  readonly previous?: PreviousLoans
  /**
   * Made lazily from the outcome columns: what is due is last among the hits of a row; hits by severity and within it
   * in row order, then what cannot be decided in row order, then faulty rules.
   */
  findings(filter?: FindingFilter): Iterable<Finding>
  /** Outcome bytes of one case over one table's rows; null when it did not run there. */
  outcomes(rule: string, caseId: string, table: number): Uint8Array | null
  /** What the rules say of things named by their keys; one answer for each. */
  settle?(
    wanted: readonly WantedSubject[],
    textOf: (subject: SubjectKey) => string,
  ): readonly SubjectStanding[]
  /** What a finding is recognised by; null for a faulty rule, which is of no row. */
  subjectOf?(finding: Pick<Finding, 'rule' | 'table' | 'tableRow'>): SubjectReport | null
  /** The same result with these findings marked and left out of the counts. */
  waive?(rows: readonly WaivedRow[]): Result
  /** How a finding came about; null for a faulty rule, which is of no row. */
  explain?(finding: Finding): FindingExplanation | null
}

/** What a finding is recognised by, whatever the rule and case. */
export interface SubjectKey {
  readonly keyKind: string
  /** Normalised; never an ID number. */
  readonly key: string
  /** Own key of a row of a register; else empty. */
  readonly childKey: string
  readonly ordinal: number
}

export interface WantedSubject {
  readonly rule: string
  /** Only this case can tell that the thing passed; any case where not named. */
  readonly case?: string
  /** As `textOf` writes a subject. */
  readonly text: string
}

/**
 * What a rule says of a thing: a finding (`report`), nothing (`passed`), nothing because it did not run there (`untold`),
 * or the ledger does not have it (`absent`).
 */
export type SubjectStanding =
  | { readonly state: 'found'; readonly report: SubjectReport }
  | { readonly state: 'passed' | 'untold' | 'absent' }

export interface SubjectReport extends SubjectKey {
  /** Of the finding. */
  readonly id: string
  readonly rule: string
  readonly case: string
  readonly kind: FindingKind
  readonly outcome: 'hit' | 'incomplete'
  readonly severity: Severity
  readonly table: number
  readonly tableRow: number
  /** The sheet's own row number. */
  readonly row: number
  /** Several rows have this key. */
  readonly ambiguous: boolean
}

export interface WaivedRow {
  readonly rule: string
  readonly table: number
  readonly tableRow: number
  readonly mark: WaivedMark
}

/** The conditions of a finding's case with what each part came to; null where the case has none. */
export interface FindingExplanation {
  readonly applies: ExplainedPart | null
  readonly when: ExplainedPart | null
}

export interface ExplainedPart {
  /** In Chinese. */
  readonly text: string
  /** Truth of a condition (null: cannot tell); undefined for other parts. */
  readonly truth?: boolean | null
  /** As it may be shown: masked where personal. */
  readonly value: string
  /** Of a field or parameter that has one: 元, %, 天. */
  readonly unit?: string
  /** Of a parameter: how well the source of the value is known. */
  readonly sourceStatus?: SourceStatus
  readonly parts: readonly ExplainedPart[]
  /** The condition for each related row. */
  readonly items?: readonly ExplainedPart[]
}

export interface FindingFilter {
  readonly table?: number
  readonly tableRow?: number
  readonly severities?: readonly Severity[]
  readonly kinds?: readonly FindingKind[]
  readonly outcomes?: readonly Finding['outcome'][]
  readonly rule?: string
  /** Only waived findings, or none of them; both unless told. */
  readonly waived?: boolean
}

export type { TableName }

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
  /** Other rows it speaks of (the customer's other loans): the sheet's own row numbers. */
  readonly alsoRows?: readonly number[]
  /** The same for rows in other tables of the ledger. */
  readonly alsoIn?: readonly { readonly table: number; readonly row: number }[]
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

export interface Result {
  readonly asOf: number | null
  readonly policy: { readonly id: string; readonly version: string; readonly fingerprint: string }
  readonly tables: readonly TableResult[]
  readonly notes: readonly FileNote[]
  readonly summary: Summary
  /**
   * Made lazily from the outcome columns: what is due is last among the hits of a row; hits by severity and within it
   * in row order, then what cannot be decided in row order, then faulty rules.
   */
  findings(filter?: FindingFilter): Iterable<Finding>
  /** Outcome bytes of one case over one table's rows; null when it did not run there. */
  outcomes(rule: string, caseId: string, table: number): Uint8Array | null
  /** How a finding came about; null for a faulty rule, which is of no row. */
  explain?(finding: Finding): FindingExplanation | null
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
}

export type { TableName }

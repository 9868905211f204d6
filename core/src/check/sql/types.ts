import type { RuleCategory, TableName } from '../../policy/index.ts'

/** A table of the bank's data platform. */
export interface SqlSource {
  /** The table as SQL names it: `ods.loan_ledger`. */
  readonly table: string
  /** Chinese field name → column. A field that is not named is not there; without `columns` every field is, by its Chinese name. */
  readonly columns?: Readonly<Record<string, string>>
  /** A column that tells the rows apart: without it rules that look for other rows of the same table compare 借据号. */
  readonly row?: string
  /** Field name → the bank's code → the value the rules use. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Where the tables of the policy are on the data platform. */
export interface SqlMap {
  readonly tables: Readonly<Partial<Record<TableName, SqlSource>>>
  /** Last month's loans, for rules that compare two months. */
  readonly previous?: SqlSource
}

export interface PolicySqlOptions {
  /** Day the data speaks of. */
  readonly asOf: number
  /** Absent: every table and field is there, under its Chinese name. */
  readonly map?: SqlMap
}

export interface PolicyStatement {
  readonly table: TableName
  readonly sql: string
  /** Cases in the statement. */
  readonly cases: readonly { readonly rule: string; readonly case: string }[]
  /** Cases that are not, with the reason in Chinese. */
  readonly left: readonly LeftCase[]
  /** Computed columns that the table must hold: name and how they are computed. */
  readonly computed: readonly { readonly name: string; readonly how: string }[]
  /** Relations with the field they are joined by: `押品 按 借据号`. */
  readonly joined: readonly { readonly relation: string; readonly by: readonly string[] }[]
}

export interface LeftCase {
  readonly rule: string
  readonly category: RuleCategory
  readonly case: string
  readonly reason: string
}

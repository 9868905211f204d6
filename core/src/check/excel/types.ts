import type { Field, Rule, RuleCase } from '../../policy/index.ts'

/** A column of the hidden sheet that judges the loans row by row. */
export interface JudgingColumn {
  /** What stands in row 1: a field key, `=dpd`, `@firstCheckDays`, `CLS-001.a`. */
  readonly id: string
  /** From 0. */
  readonly column: number
  /** Formula of row 2, where one value holds for all rows. */
  readonly once?: string
  /** Formula of a data row; `{r}` stands for its number. */
  readonly each?: string
  /** Looks at whole columns of a register: an array formula. */
  readonly array?: true
}

export interface JudgedCase {
  readonly rule: Rule
  readonly case: RuleCase
  /** From 0, on the judging sheet. */
  readonly column: number
}

/** A case without a formula, with the reason in Chinese. */
export interface LeftCase {
  readonly rule: Rule
  readonly case: RuleCase
  readonly reason: string
}

/** Where the things stand that the formulas read. */
export interface JudgingGround {
  /** The fields that the loan sheet has a column for, and how a cell of row `{r}` is written. */
  readonly fields: ReadonlyMap<string, { readonly field: Field; readonly raw: string }>
  /** The cell of the ledger's day. */
  readonly asOf: string
  /** The cell of a parameter's value, by parameter id and place among its values. */
  parameterCell(id: string, at: number): string | null
  /** Working days in rising order, after one cell that holds the day before the first. */
  readonly workingDays: { readonly reference: string; readonly from: number; readonly to: number }
  /** Products by name: what each of their columns holds. Reference of the names and of each column. */
  readonly products: {
    readonly names: string
    column(key: ProductFact): string
  }
  /** Words that stand for no value, in small letters: where they are listed. */
  readonly noValues?: string
  /** Days that a register says of a loan whose own cell is blank, by field key: the register's 借据号 and days. */
  readonly carried?: ReadonlyMap<string, { readonly keys: string; readonly days: string }>
  /** Registers tied by 借据号, by relation name: their whole columns, by field key. */
  readonly registers: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** The first and the last data row. */
  readonly rows: readonly [number, number]
}

/** What a product's name alone says. */
export const productFacts = ['productFamily', 'revolving', 'lowRisk', 'creditCard', 'segment'] as const
export type ProductFact = (typeof productFacts)[number]

/** The sheet as formulas, and what could not be put into it. */
export interface Judging {
  readonly columns: readonly JudgingColumn[]
  readonly cases: readonly JudgedCase[]
  readonly left: readonly LeftCase[]
}

import type { FindingKind, TableName } from '@postloan/core/policy'

import type { Random } from '../portfolio/random.ts'

/** A cell with a word that the reader can make nothing of, as the reader leaves it: neither blank nor a value. */
export interface Unread {
  readonly unread: string
}

/** A date is a day number, 是/否 and other codes are texts; null is a blank cell. */
export type Cell = string | number | null | Unread

/** One row of a table by Chinese field name; a name left out is a blank cell. */
export type Row = Record<string, Cell>

export type Register = Exclude<TableName, '借据'>

/** One loan of the invented portfolio with all that the registers say of it. Plants write into it. */
export interface PlantedLoan {
  readonly serial: number
  /** Loans of one customer share it: what a rule says of a customer is expected of the customer, not of a row. */
  readonly customer: number
  /** The healthy kind it was made as (`kinds.ts`). */
  readonly kind: string
  /** Which 借据 sheet it stands in: `plain` is one without the columns of evidence, `bare` without those of arrears too. */
  readonly sheet: 'full' | 'plain' | 'bare'
  /** This month's row (2026-10-31). */
  readonly row: Row
  /** Last month's row (2026-09-30); null where last month's ledger does not have it. */
  previous: Row | null
  /** False: this month's ledger no longer has it. */
  present: boolean
  readonly registers: Record<Register, Row[]>
}

/** What a plant may ask of the portfolio around its loan. */
export interface PlantedWorld {
  /** 2026-10-31. */
  readonly asOf: number
  /** 2026-09-30. */
  readonly lastMonth: number
  /** One more healthy loan of another customer. */
  newLoan(kind: string): PlantedLoan
  /** One more healthy loan of the same customer: same customer fields, same office. */
  newLoanOf(loan: PlantedLoan, kind?: string): PlantedLoan
}

export interface Expectation {
  readonly rule: string
  readonly case: string
  /** `incomplete` is 无法判断. */
  readonly kind: FindingKind | 'incomplete'
  /** Of which loan, where it is another than the one planted. */
  readonly loan?: PlantedLoan
}

/**
 * A fault (or a near miss, which expects nothing) put into a healthy loan. What must then be found is stated in full by
 * the plant's own logic, for this loan and every other it touches: one fault may rightly break several rules.
 */
export interface Plant {
  /** In words: `证件号末位错`. Unique within its rule and case. */
  readonly name: string
  readonly rule: string
  readonly case: string
  /** Healthy kinds able to carry it. */
  readonly kinds: readonly string[]
  /**
   * `plain`: the loan stands in the sheet without the columns of evidence, where a duty shows as 应办. `bare`: in one
   * without the columns of arrears either, where only maturity tells of days past due (推定).
   */
  readonly sheet?: 'plain' | 'bare'
  /** How many loans get it; 8 if not said. */
  readonly count?: number
  /** Found every time; what depends on the values planted is given back by `plant`. */
  readonly expects: readonly Expectation[]
  // a void return is what most plants have
  plant(loan: PlantedLoan, world: PlantedWorld, random: Random): void | readonly Expectation[]
}

export function violation(rule: string, caseId: string, loan?: PlantedLoan): Expectation {
  return { rule, case: caseId, kind: 'violation', ...(loan ? { loan } : {}) }
}

export function due(rule: string, caseId: string, loan?: PlantedLoan): Expectation {
  return { rule, case: caseId, kind: 'due', ...(loan ? { loan } : {}) }
}

export function lead(rule: string, caseId: string, loan?: PlantedLoan): Expectation {
  return { rule, case: caseId, kind: 'lead', ...(loan ? { loan } : {}) }
}

export function undecided(rule: string, caseId: string, loan?: PlantedLoan): Expectation {
  return { rule, case: caseId, kind: 'incomplete', ...(loan ? { loan } : {}) }
}

/** What a cell says; '' where it is blank or a number. */
export function textIn(row: Row, field: string): string {
  const cell = row[field]
  return typeof cell === 'string' ? cell : ''
}

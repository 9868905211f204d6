import type { FindingKind, Severity } from '../../policy/index.ts'
import type { IndicatorValue } from '../indicators/types.ts'
import type { FileNote, Finding, Result } from '../types.ts'

/** The five tiers, and loans that have none. */
export const tiers = ['正常', '关注', '次级', '可疑', '损失', '未分类'] as const
export type Tier = (typeof tiers)[number]

/**
 * Where a loan comes from. `appeared`: the previous ledger does not have it; `outside`: it has, but not among the
 * loans that are counted (settled, written off, foreign currency, entrusted); `unmatched`: cannot be told.
 */
export const origins = [...tiers, 'appeared', 'outside', 'unmatched'] as const
export type Origin = (typeof origins)[number]

/** Where a loan went. `settled` and `disposed` (written off, transferred) are said by this ledger; `gone` is not in it. */
export const fates = [...tiers, 'settled', 'disposed', 'outside', 'gone', 'unmatched'] as const
export type Fate = (typeof fates)[number]

/** Balances in 元, summed in 分: `before` as the previous ledger has them, `now` as this one does. */
export interface MatrixCell {
  readonly from: Origin
  readonly to: Fate
  readonly loans: number
  readonly before: number
  readonly now: number
}

export interface Holding {
  readonly loans: number
  readonly balance: number
}

/**
 * Loans counted in either ledger: in 人民币, still owed and on the balance sheet, entrusted loans left out. Cells
 * from a tier add up to `before`, cells to a tier to `now`. Cells without a loan are left out.
 */
export interface MigrationMatrix {
  readonly cells: readonly MatrixCell[]
  readonly before: Holding
  readonly now: Holding
}

/** One branch or officer. What a loan did belongs to whoever has it now, or had it last. */
export interface GroupMove {
  readonly name: string
  readonly before: Holding
  readonly now: Holding
  readonly nplBefore: Holding
  readonly nplNow: Holding
  /** Loans in a worse (better) tier than before, with their balance now. */
  readonly worse: Holding
  readonly better: Holding
  readonly appeared: Holding
  /** With the balance they had. */
  readonly gone: Holding
  readonly newFindings: number
  readonly curedFindings: number
}

export interface FieldChangeCount {
  readonly field: string
  readonly name: string
  /** Loans whose cell changed, and how many of these were blank before or are blank now. */
  readonly loans: number
  readonly filled: number
  readonly emptied: number
}

export interface LoanPlace {
  /** Index into the tables of its result, and the sheet's own row number. */
  readonly table: number
  readonly row: number
  /** 借据号, else 合同号, 贷款账号 or the customer's name; masked where personal. */
  readonly key: string
  /** Masked where personal. */
  readonly customer: string
  readonly org: string
  readonly manager: string
  readonly balance: number | null
  readonly tier: Tier
}

export interface LoanChange {
  readonly before: LoanPlace
  readonly now: LoanPlace
  readonly fields: readonly {
    readonly field: string
    readonly name: string
    /** As they may be shown: masked where personal, so that two masked values may look alike. */
    readonly before: string | number | boolean | null
    readonly now: string | number | boolean | null
  }[]
}

/**
 * What became of a finding. `appeared`: it came with a loan that the previous ledger does not have; `decidedNow`: the
 * rule could not tell before (no column, a blank cell, nothing to compare with); `undecidedNow`: it cannot tell any
 * more; `gone`: left with its loan; `unmatched`: nobody knows which loan it was. Only `cured` is put right.
 */
export const findingMoves = [
  'new',
  'appeared',
  'decidedNow',
  'worse',
  'lighter',
  'same',
  'cured',
  'undecidedNow',
  'gone',
  'unmatched',
] as const
export type FindingMove = (typeof findingMoves)[number]

export interface FindingChange {
  readonly move: FindingMove
  /** Of this ledger; of the previous one for cured, undecidedNow, gone and what is unmatched there. */
  readonly finding: Finding
  readonly of: 'before' | 'now'
  readonly org: string
  readonly manager: string
  /** Its level before, where it has changed. */
  readonly severityBefore?: Severity
}

export interface RuleMove {
  readonly rule: string
  readonly name: string
  readonly moves: Readonly<Record<FindingMove, number>>
}

export interface FindingComparison {
  readonly kinds: readonly FindingKind[]
  readonly moves: Readonly<Record<FindingMove, number>>
  readonly byRule: readonly RuleMove[]
  /** All but those that stayed as they were. */
  readonly changes: readonly FindingChange[]
}

export interface LedgerComparison {
  readonly before: Result
  readonly now: Result
  /** All rows of 借据 tables, settled loans included. */
  readonly loans: {
    readonly before: number
    readonly now: number
    readonly matched: number
    readonly appeared: number
    readonly gone: number
    /** Same key twice, or no key at all: not matched. */
    readonly unmatchedBefore: number
    readonly unmatchedNow: number
  }
  readonly matrix: MigrationMatrix
  /** PF-11. */
  readonly rollRates: IndicatorValue
  readonly byOrg: readonly GroupMove[]
  readonly byManager: readonly GroupMove[]
  /** Most often changed first. */
  readonly fields: readonly FieldChangeCount[]
  readonly findings: FindingComparison
  readonly notes: readonly FileNote[]
  appeared(): Iterable<LoanPlace>
  gone(): Iterable<LoanPlace>
  /** Loans of either ledger that could not be matched. */
  unmatched(): { readonly before: readonly LoanPlace[]; readonly now: readonly LoanPlace[] }
  /** Loans with at least one changed cell, made one at a time. */
  changes(): Iterable<LoanChange>
}

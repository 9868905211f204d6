import type { SourceStatus } from '../../policy/index.ts'

/** One figure: null is "cannot tell", with the reason. */
export interface IndicatorPart {
  readonly id: string
  readonly name: string
  readonly formula: string
  readonly unit: '%' | '户' | '元' | '分'
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** The true figure is no smaller (larger) than the value: something was not known. */
  readonly bound?: 'atLeast' | 'atMost'
  /** Why there is no value, or what bounds it; Chinese. */
  readonly because?: string
  readonly target?: number
  /** Null: cannot tell, for want of a value or because the bound decides nothing. */
  readonly meets?: boolean | null
  /** Of which branch or case it speaks, where an indicator has several. */
  readonly of?: string
}

export interface IndicatorValue {
  readonly id: string
  readonly name: string
  readonly sources: readonly string[]
  /** The weakest of the sources. */
  readonly sourceStatus: SourceStatus
  readonly note?: string
  readonly parts: readonly IndicatorPart[]
}

/** What a sum over the book found, before it is held against the target. */
export interface Reckoned {
  readonly value: number | null
  readonly numerator?: number | null
  readonly denominator?: number | null
  readonly bound?: 'atLeast' | 'atMost'
  readonly because?: string
  readonly of?: string
}

/** By part id; several for one id where there is a figure for each branch or case. */
export type Reckoning = Readonly<Record<string, Reckoned | readonly Reckoned[]>>

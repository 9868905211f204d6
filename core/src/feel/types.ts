import type { Column } from '../table/index.ts'

/** The static types an expression can have over a ledger; `any` only in plain `evaluate`. */
export type FeelType =
  | 'number'
  | 'text'
  | 'date'
  | 'boolean'
  | 'duration'
  | 'list'
  | 'context'
  | 'null'
  | 'any'
  /** The two kinds of duration, and what only plain `evaluate` knows. */
  | 'days'
  | 'months'
  | 'time'
  | 'dateTime'
  | 'range'

/** What a name means where an expression is written. */
export type Binding =
  | {
      readonly kind: 'column'
      readonly type: 'number' | 'text' | 'date' | 'boolean'
      /** allowed values, for "did you mean" */ readonly values?: readonly string[]
    }
  | { readonly kind: 'constant'; readonly type: FeelType }
  /** A context of columns or constants: 参数.首次检查天数 */
  | { readonly kind: 'group'; readonly scope: Scope }
  /** Rows of another table that belong to this row: 押品, 同客户, 上期 */
  | { readonly kind: 'relation'; readonly cardinality: 'one' | 'many'; readonly scope: Scope }

/** Names and what they mean; the type-checker's view of a table. */
export interface Scope {
  lookup(name: string): Binding | undefined
  /** All names, for parsing names with blanks in them and for hints. */
  names(): readonly string[]
}

/** The data behind a scope: columns by name. */
export interface Frame {
  readonly rowCount: number
  /** undefined: the table has no such column (every cell unknown). */
  column(name: string): Column | undefined
  constant(name: string): FeelValue | undefined
  group(name: string): Frame | undefined
  relation(name: string): RelationRows | undefined
}

/** Rows of another frame by row of this one (compressed sparse rows); a row's list is rows[offsets[i] … offsets[i+1]-1]. */
export interface RelationRows {
  readonly frame: Frame
  readonly offsets: Uint32Array
  readonly rows: Uint32Array
}

export type FeelValue =
  | null
  | boolean
  | number
  | string
  | FeelDate
  | FeelDuration
  | FeelTime
  | FeelDateTime
  | FeelRange
  | readonly FeelValue[]
  | { readonly [name: string]: FeelValue }

/** A date as a value, apart from numbers. */
export interface FeelDate {
  readonly type: 'date'
  readonly day: number
}

/** A days-and-time duration in seconds, or a years-and-months duration in months. */
export type FeelDuration = FeelDays | FeelMonths
export interface FeelDays {
  readonly type: 'days'
  readonly seconds: number
}
export interface FeelMonths {
  readonly type: 'months'
  readonly months: number
}

/** Seconds of the day, and the offset from UTC in seconds where one was given. */
export interface FeelTime {
  readonly type: 'time'
  readonly seconds: number
  readonly offset: number | null
}

export interface FeelDateTime {
  readonly type: 'dateTime'
  readonly day: number
  readonly seconds: number
  readonly offset: number | null
}

/** Only as a test inside `in`; null is an open end. */
export interface FeelRange {
  readonly type: 'range'
  readonly low: FeelValue
  readonly high: FeelValue
  readonly lowClosed: boolean
  readonly highClosed: boolean
}

export interface FeelError {
  readonly code: string
  /** Chinese, for the person who wrote the expression, with a hint. */
  readonly message: string
  readonly hint?: string
  /** Characters from 0, half open. */
  readonly from: number
  readonly to: number
}

/** Bytes of a truth column. */
export const Truth = { false: 0, true: 1, null: 2 } as const

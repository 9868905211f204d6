import type { FeelValue } from '../types.ts'

export type SqlType = 'number' | 'text' | 'date' | 'boolean' | 'null'

/** What a name of an expression is in SQL. */
export type SqlName =
  | {
      readonly kind: 'column'
      readonly type: SqlType
      /** The column as SQL with its table alias: `t."逾期天数"`. */
      readonly sql: string
      /** SQL truth that is true where the cell is unknown rather than blank. */
      readonly unknown?: string
    }
  | { readonly kind: 'constant'; readonly value: FeelValue }
  /** 参数: names of its own. */
  | { readonly kind: 'group'; readonly scope: SqlScope }
  | SqlRelation
  /**
   * The data has no such column or table: every cell is unknown. With the type that it would have, or the columns of the
   * table: engines want nulls of a kind.
   */
  | { readonly kind: 'absent'; readonly type?: SqlType; readonly scope?: SqlScope }

/** Rows of another table that belong to the row at hand. */
export interface SqlRelation {
  readonly kind: 'relation'
  readonly cardinality: 'one' | 'many'
  /** The related rows, bound to `alias`. */
  rows(alias: string): SqlRows
  /** SQL truth that is true where the row at hand has no key to look with: its list is unknown, not empty. */
  readonly unlinked?: string
  /**
   * For a relation to one row: all rows that look for the same one, the row at hand among them. Where there are several
   * and something is found, nobody can tell whose it is.
   */
  readonly rivals?: (alias: string) => SqlRows
  scope(alias: string): SqlScope
}

export interface SqlRows {
  /** What follows FROM: `"押品" AS c`. */
  readonly from: string
  /** Equal where a row belongs to the row at hand: `t.loan` and `c.loan`. */
  readonly on: readonly { readonly outer: string; readonly inner: string }[]
  /** What else must be true, seen from both rows: not the row itself. */
  readonly where?: string
}

/** Names and what they are in SQL; undefined = no such name. */
export interface SqlScope {
  lookup(name: string): SqlName | undefined
}

/** Why an expression has no SQL; `from`/`to` are characters of its text. */
export interface SqlRefusal {
  readonly code: 'function' | 'form' | 'name' | 'type'
  /** In Chinese, for the person who asked for the SQL. */
  readonly message: string
  readonly from: number
  readonly to: number
}

export type SqlResult =
  | { readonly ok: true; readonly sql: string; readonly type: SqlType }
  | { readonly ok: false; readonly refusals: readonly SqlRefusal[] }

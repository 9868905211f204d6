import type { FeelValue } from '../types.ts'

export type ExcelType = 'number' | 'text' | 'date' | 'boolean' | 'null'

/** What a name of an expression is in a workbook. */
export type ExcelName =
  | {
      readonly kind: 'column'
      readonly type: ExcelType
      /**
       * One cell of the row at hand (`台账!$C5`, `台账[[#This Row],[逾期天数]]`), or over related rows the whole column
       * (`押品!$D$2:$D$500`). An empty cell is blank; an error, or a text where a number or date belongs, is unknown. A
       * boolean is TRUE/FALSE or 是/否.
       */
      readonly reference: string
      /** Set inside a list's conditions, where the column is looked at row by row. */
      readonly perItem?: true
    }
  | { readonly kind: 'constant'; readonly value: FeelValue }
  /** 参数: names of its own. */
  | { readonly kind: 'group'; readonly scope: ExcelScope }
  | ExcelRows
  | ExcelRow
  /** The workbook has no such column or table: every cell is unknown. */
  | { readonly kind: 'absent' }

/** Rows of another table that belong to the row at hand. */
export interface ExcelRows {
  readonly kind: 'relation'
  readonly cardinality: 'many'
  /** As tall as the columns in `scope`: true (or 1) where a row belongs. See `belongs`. */
  readonly rows: string
  readonly scope: ExcelScope
}

/** At most one row of another table. */
export interface ExcelRow {
  readonly kind: 'relation'
  readonly cardinality: 'one'
  /** True where there is such a row. */
  readonly found: string
  /** References that are an error where there is no such row. See `cellOfRow`. */
  readonly scope: ExcelScope
}

/** Names and what they are in the workbook; undefined = no such name. */
export interface ExcelScope {
  lookup(name: string): ExcelName | undefined
}

/** The table of working days that a workbook carries. */
export interface WorkingDayColumn {
  /** All working days in rising order, after one cell that holds the day before `from`. */
  readonly reference: string
  /** First and last day that the calendar knows, as day numbers. */
  readonly from: number
  readonly to: number
}

/** Why an expression has no formula; `from`/`to` are characters of its text. */
export interface ExcelRefusal {
  readonly code: 'function' | 'form' | 'name' | 'type' | 'size'
  /** In Chinese, for the person who asked for the formula. */
  readonly message: string
  readonly from: number
  readonly to: number
}

export type ExcelResult =
  | {
      readonly ok: true
      /** Without the leading `=`. */
      readonly formula: string
      readonly type: ExcelType
      /** Must be entered as an array formula (Ctrl+Shift+Enter, `t="array"`): it looks at whole columns. */
      readonly array: boolean
    }
  | { readonly ok: false; readonly refusals: readonly ExcelRefusal[] }

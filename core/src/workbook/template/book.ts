/** A workbook as it is to be written, as plain data; no library's types. Rows and columns count from 0. */

export interface BookCell {
  readonly row: number
  readonly column: number
  readonly value?: string | number
  /** Without `=`. */
  readonly formula?: string
  /** Looks at whole columns row by row. */
  readonly array?: true
  readonly style?: BookStyle
}

export interface BookStyle {
  readonly bold?: true
  readonly size?: number
  /** RGB without `#`. */
  readonly color?: string
  readonly fill?: string
  readonly border?: true
  readonly align?: 'left' | 'center' | 'right'
  readonly wrap?: true
  readonly format?: string
  /** May be written in on a protected sheet. */
  readonly open?: true
}

export interface BookColumn {
  readonly width: number
  readonly hidden?: true
}

export interface BookValidation {
  /** `A3:A1002` */
  readonly range: string
  readonly kind:
    | { readonly type: 'list'; readonly formula: string }
    | { readonly type: 'date'; readonly from: number; readonly to: number }
    | { readonly type: 'decimal'; readonly from: number; readonly to: number }
    | { readonly type: 'any' }
    | { readonly type: 'never' }
  /** Shown when the cell is chosen. */
  readonly prompt?: { readonly title: string; readonly text: string }
  readonly error?: { readonly title: string; readonly text: string; readonly style: 'stop' | 'warning' }
}

export interface BookConditional {
  readonly range: string
  readonly formula: string
  readonly style: BookStyle
}

export interface BookChart {
  readonly title: string
  readonly kind: 'bar' | 'column'
  readonly stacked: boolean
  readonly series: readonly {
    readonly name: string
    readonly values: string
    readonly categories: string
    readonly color: string
  }[]
  readonly from: readonly [row: number, column: number]
  readonly to: readonly [row: number, column: number]
}

export interface BookSheet {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly columns: readonly BookColumn[]
  readonly cells: readonly BookCell[]
  /** Points, by row. */
  readonly heights?: ReadonlyMap<number, number>
  /** `A1:D1` */
  readonly merges?: readonly string[]
  readonly validations?: readonly BookValidation[]
  readonly conditionals?: readonly BookConditional[]
  readonly charts?: readonly BookChart[]
  readonly table?: { readonly name: string; readonly range: string; readonly columns: readonly string[] }
  readonly freeze?: readonly [rows: number, columns: number]
  /** What is not open can be read, not written. */
  readonly protect?: boolean
  readonly print?: {
    readonly landscape?: boolean
    /** `1:2` */
    readonly titleRows?: string
    /** `A:B`, repeated at the left of each page. */
    readonly titleColumns?: string
    readonly area?: string
    /** The last row of the area that is printed, as a formula: rows that are ready but empty are not. */
    readonly lastRow?: string
    /** Pages beside each other; 1 unless told. */
    readonly pagesWide?: number
    readonly onePage?: boolean
  }
  /** The row (from 1) whose cells' looks are those of the columns below, so that empty cells need not be written. */
  readonly columnLooksRow?: number
  readonly gridLines?: boolean
  readonly tab?: string
  /** The whole sheet data, where it is written as text (large sheets of formulas). */
  readonly data?: string
}

export interface Book {
  readonly title: string
  readonly sheets: readonly BookSheet[]
  readonly names: readonly { readonly name: string; readonly refersTo: string }[]
  readonly properties: Readonly<Record<string, string>>
  /** The sheet that is shown first. */
  readonly active: number
}

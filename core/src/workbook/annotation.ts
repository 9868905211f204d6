/** What is written into a workbook, as plain data: made from a check (`planFromResult`), taken by every writer. */
import type { Severity } from '../policy/index.ts'

/** How bad a row is; `incomplete` is 无法判断, no severity but shown in the same place. */
export type Level = Severity | 'incomplete'

export interface AnnotationPlan {
  /** Day number, or null when the ledger's day is not known. */
  readonly asOf: number | null
  readonly sheets: readonly SheetAnnotation[]
  /** Whole sheets of ours, in the order they are to stand in. */
  readonly ownSheets: readonly OwnSheet[]
}

export interface SheetAnnotation {
  readonly sheet: string
  /** The sheet's own row numbers of the first and last header row. */
  readonly headerRows: readonly [number, number]
  /** The column (from 0) right of the table; what lies there in fact pushes our columns further right. */
  readonly firstFreeColumn: number
  /** Ascending by row, each row once. */
  readonly rows: readonly RowAnnotation[]
}

export interface RowAnnotation {
  /** The sheet's own row number. */
  readonly row: number
  readonly level: Level
  readonly item: string
  readonly basis: string
  readonly remedy: string
  /** Day number. */
  readonly deadline: number | null
  readonly owner: string
  /** What the row is known by (借据号 …); only its hash is written. */
  readonly key: string
  /** How a person knows the row, for a workbook of its own: 借据号 and customer. */
  readonly label: readonly [string, string]
  /** Columns (from 0) of the cells at fault. */
  readonly faults: readonly number[]
}

/** A sheet of ours: a title, then blocks under one another. */
export interface OwnSheet {
  readonly name: string
  readonly title: string
  readonly subtitles: readonly string[]
  /** Column widths in characters. */
  readonly widths: readonly number[]
  readonly blocks: readonly SheetBlock[]
  /** The first block's header stays in view and is repeated in print; it gets a filter. */
  readonly list: boolean
  /** Each beside its block. */
  readonly charts?: readonly OwnChart[]
}

/** Bars over rows of a block, drawn by the program that shows the sheet. */
export interface OwnChart {
  readonly title: string
  /** Standing bars are `column`. Several series are stacked. */
  readonly kind: 'bar' | 'column'
  /** Title of the block. */
  readonly block: string
  /** The sheet's columns that it stands over, the second not included. */
  readonly over: readonly [from: number, to: number]
  /** Which of its columns has the names, which the figures (their titles are the names of the series). */
  readonly names: number
  readonly series: readonly { readonly column: number; readonly color: string }[]
  /** Of a single series: a colour for each bar. */
  readonly colors?: readonly string[]
  /** Rows at most, from the first; a last row of totals is left out. */
  readonly most: number
}

export interface SheetBlock {
  readonly title: string
  readonly columns: readonly BlockColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** A line below, for what was left out. */
  readonly note: string
}

export interface BlockColumn {
  readonly title: string
  readonly align: 'left' | 'center' | 'right'
  /** How many columns of the sheet it takes; 1 unless told. */
  readonly across?: number
}

export type SheetCell =
  | null
  | string
  | number
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'percent'; readonly value: number }
  /** With two decimals: an amount in 万元. */
  | { readonly kind: 'amount'; readonly value: number }
  | { readonly kind: 'link'; readonly text: string; readonly sheet: string; readonly cell: string }

/** Our columns, in the order written. `record` is hidden: what we wrote, so that it can be told from what others wrote. */
export const ownColumnKeys = ['level', 'item', 'basis', 'remedy', 'deadline', 'owner', 'record'] as const
export type OwnColumnKey = (typeof ownColumnKeys)[number]
/** The columns people see and write in. */
export type WrittenColumnKey = Exclude<OwnColumnKey, 'record'>
export const writtenColumnKeys = ['level', 'item', 'basis', 'remedy', 'deadline', 'owner'] as const

/** The beginning of every header and sheet name of ours; the reader leaves such columns and sheets out. */
export const OWN_PREFIX = '贷后·'

export const ownColumns: Readonly<Record<OwnColumnKey, { readonly title: string; readonly width: number }>> =
  {
    level: { title: `${OWN_PREFIX}预警等级`, width: 14 },
    item: { title: `${OWN_PREFIX}预警事项`, width: 46 },
    basis: { title: `${OWN_PREFIX}依据`, width: 40 },
    remedy: { title: `${OWN_PREFIX}整改措施`, width: 42 },
    deadline: { title: `${OWN_PREFIX}整改期限`, width: 15 },
    owner: { title: `${OWN_PREFIX}责任人`, width: 14 },
    record: { title: `${OWN_PREFIX}记录`, width: 10 },
  }

/** Names of our sheets. */
export const ownSheetNames = { summary: `${OWN_PREFIX}检查结果`, list: `${OWN_PREFIX}发现清单` } as const

/** What a person wrote into one of our columns. */
export interface OwnCell {
  readonly sheet: string
  /** The sheet's own row number. */
  readonly row: number
  readonly column: WrittenColumnKey
  /** Dates as ISO days. */
  readonly text: string
}

/** Something a person should know about a writing that went well. */
export interface AnnotationNote {
  readonly code: string
  readonly message: string
  readonly sheet?: string
}

export interface AnnotationReport {
  readonly rows: number
  /** By sheet, where our columns stand: `AM:AS`. */
  readonly columns: Readonly<Record<string, string>>
  readonly sheetsAdded: readonly string[]
  /** Cells that people wrote and that were kept. */
  readonly kept: readonly OwnCell[]
  /** Cells that people wrote and that were taken off (clearing without keeping). */
  readonly dropped: readonly OwnCell[]
  readonly notes: readonly AnnotationNote[]
}

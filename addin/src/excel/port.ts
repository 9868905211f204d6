import type { DateSystem } from '@postloan/core/calendar'
import type { Area, Sheet } from '@postloan/core/table'

import type { PortError } from './portError.ts'

/**
 * The workbook as the add-in sees it: all of Excel stands behind these few calls. Rows and columns count from 0.
 * Every call that fails throws a `PortFailure` with a typed reason; nothing else is thrown.
 */
export interface WorkbookPort {
  readonly features: PortFeatures
  outline(): Promise<WorkbookOutline>
  /**
   * Hands out the used cells piece by piece, formulas as their values, then says what else is known of the sheet. Hidden
   * and filtered rows are read like others.
   */
  readSheet(sheet: SheetId, take: (piece: CellPiece) => void, options?: WorkOptions): Promise<SheetFrame>
  /** Whole rows, for cells that were edited; as wide as told. */
  readRows(sheet: SheetId, rows: RowSpan, columnCount: number): Promise<readonly (readonly PortCell[])[]>
  /** Conditional formats and comments that stand in the sheet. */
  readDecor(sheet: SheetId): Promise<SheetDecor>
  /** Fill and letters of single cells, and whether something stands in them. */
  readLooks(
    sheet: SheetId,
    cells: readonly Place[],
  ): Promise<readonly (CellGround & { readonly isBlank: boolean })[]>
  /** Rows of a column whose cells have this fill. */
  findFilled(sheet: SheetId, column: number, rows: RowSpan, color: string): Promise<readonly number[]>
  /** Width and hiding of columns, to be put back. */
  readColumns(sheet: SheetId, first: number, count: number): Promise<readonly ColumnShape[]>
  /**
   * Carries out writes in order, packed into as few requests as the limits allow. Asked for one by one, so that they
   * may be made while others are on their way. Our own events are silent meanwhile.
   */
  apply(writes: WriteSource, options?: WorkOptions): Promise<void>
  /** What we keep in the workbook (mapping, waivers, how columns were); null where there is nothing. */
  readStore(): Promise<string | null>
  writeStore(text: string | null): Promise<void>
  select(sheet: SheetId, area: Area): Promise<void>
  /** Several cells at once, where Excel can; else the first. */
  selectCells(sheet: SheetId, cells: readonly Place[]): Promise<void>
  /** Opens these bytes as a new workbook, where this Excel can (`features.newWorkbook`). */
  createWorkbook(bytes: Uint8Array): Promise<void>
  selection(): Promise<{ readonly sheet: SheetId; readonly row: number; readonly column: number } | null>
  /** Listens to what people do; our own writes do not arrive. Gives back how to stop. */
  watch(listener: (event: PortEvent) => void): Promise<() => Promise<void>>
}

export type SheetId = string

/** What this Excel can do, asked at run time. */
export interface PortFeatures {
  /** For the user: `Excel 2021 及以上（ExcelApi 1.14）`. */
  readonly version: string
  readonly conditionalFormats: boolean
  readonly comments: boolean
  readonly charts: boolean
  readonly events: boolean
  readonly store: boolean
  readonly newWorkbook: boolean
}

export interface WorkbookOutline {
  readonly fileName: string
  readonly readOnly: boolean
  readonly active: SheetId
  readonly sheets: readonly OutlinedSheet[]
  /** The workbook's structure is locked: no sheet can be added. */
  readonly structureLocked: boolean
  /** Where serial numbers of days begin; null where Excel would not say. */
  readonly dateSystem: DateSystem | null
}

export interface OutlinedSheet {
  readonly id: SheetId
  readonly name: string
  readonly state: Sheet['state']
  readonly protected: boolean
  /** 0 × 0 where the sheet is empty. */
  readonly rowCount: number
  readonly columnCount: number
}

export interface RowSpan {
  readonly from: number
  /** The row after the last. */
  readonly to: number
}

export interface Place {
  readonly row: number
  readonly column: number
}

/**
 * A block of cells as read: values first, then the number formats of columns that hold numbers. Days are serial numbers
 * of the workbook's own date system.
 */
export type CellPiece =
  | {
      readonly kind: 'values'
      readonly row: number
      readonly column: number
      readonly values: readonly (readonly CellRead[])[]
    }
  | {
      readonly kind: 'formats'
      readonly column: number
      /** First row, row after the last, format. */
      readonly runs: readonly (readonly [number, number, string])[]
    }

export type CellRead = string | number | boolean

/** What is known of a sheet apart from its cells. */
export type SheetFrame = Pick<
  Sheet,
  'name' | 'state' | 'merges' | 'hiddenRows' | 'hiddenColumns' | 'tableAreas' | 'rowCount' | 'columnCount'
>

/** A cell as read: its value, and the number format where it holds a number. */
export interface PortCell {
  readonly value: CellRead
  readonly format?: string
}

export interface ColumnShape {
  /** In points, as Excel gives it. */
  readonly width: number
  readonly hidden: boolean
  /** Nobody set its width. */
  readonly standard: boolean
}

export interface SheetDecor {
  readonly formats: readonly {
    readonly id: string
    readonly formula: string
    readonly areas: readonly Area[]
  }[]
  readonly comments: readonly {
    readonly id: string
    readonly text: string
    readonly replies: number
  }[]
}

export interface CellLook {
  /** `#rrggbb` */
  readonly fill?: string
  readonly color?: string
  readonly bold?: boolean
  readonly size?: number
  /** Thin lines all round. */
  readonly border?: string
  /** No line on these sides: Excel has one line between two cells, and that one is the neighbour's. */
  readonly open?: readonly ('left' | 'top')[]
  readonly align?: 'left' | 'center' | 'right' | 'centerContinuous'
  readonly wrap?: boolean
  readonly format?: string
  readonly unlocked?: boolean
}

/** What a cell looks like before anything of ours. */
export interface CellGround {
  /** Null where it has none. */
  readonly fill: string | null
  readonly bold: boolean
}

/**
 * A value to be written: null leaves the cell alone, '' empties it. A text is always a text and never taken for a formula
 * or a number; a formula says so, and so does a day (since 1970), whose serial number is the workbook's own.
 */
export type CellWrite = string | number | null | { readonly formula: string } | { readonly day: number }

export type SheetWrite =
  | {
      readonly kind: 'values'
      readonly sheet: SheetId
      readonly at: Place
      readonly rows: readonly (readonly CellWrite[])[]
    }
  | { readonly kind: 'look'; readonly sheet: SheetId; readonly area: Area; readonly look: CellLook }
  /**
   * Takes back what a look had set and nothing else: what a person painted over it, or over whole rows, stays. A fill and
   * bold letters go `back` to what they were where that is known.
   */
  | {
      readonly kind: 'unlook'
      readonly sheet: SheetId
      readonly area: Area
      readonly look: CellLook
      readonly back?: CellGround
    }
  /** Empties cells. Looks, conditional formats, validations and comments stay. */
  | { readonly kind: 'clear'; readonly sheet: SheetId; readonly area: Area }
  | {
      readonly kind: 'column'
      readonly sheet: SheetId
      readonly column: number
      /** In characters (ours) or points (as read, to be put back). */
      readonly width?: { readonly characters: number } | { readonly points: number } | 'standard'
      readonly hidden?: boolean
    }
  | {
      readonly kind: 'rowHeight'
      readonly sheet: SheetId
      readonly rows: RowSpan
      readonly points: number
    }
  /** Rows as high as their texts need: one request for however many rows. */
  | { readonly kind: 'fitRows'; readonly sheet: SheetId; readonly rows: RowSpan }
  /** A filter over a list, its header among the rows. */
  | { readonly kind: 'filter'; readonly sheet: SheetId; readonly area: Area }
  | { readonly kind: 'merge'; readonly sheet: SheetId; readonly area: Area }
  | {
      readonly kind: 'conditional'
      readonly sheet: SheetId
      readonly area: Area
      readonly formula: string
      readonly look: Pick<CellLook, 'fill' | 'color' | 'bold' | 'border'>
    }
  | { readonly kind: 'dropConditional'; readonly sheet: SheetId; readonly ids: readonly string[] }
  | { readonly kind: 'comment'; readonly sheet: SheetId; readonly at: Place; readonly text: string }
  | { readonly kind: 'dropComments'; readonly sheet: SheetId; readonly ids: readonly string[] }
  /** A new sheet at the end, or before the first where told; its id is its name until it is read again. */
  | { readonly kind: 'addSheet'; readonly name: string }
  | { readonly kind: 'dropSheet'; readonly sheet: SheetId }
  | { readonly kind: 'freezeRows'; readonly sheet: SheetId; readonly rows: number }
  | {
      readonly kind: 'chart'
      readonly sheet: SheetId
      readonly title: string
      /** Names in the first column, values in those after it, under a header row. */
      readonly data: Area
      /** Where it is laid. */
      readonly at: Area
      readonly stacked: boolean
      /** Stacked: a colour per series; else one per point. */
      readonly colors: readonly string[]
    }
  /** Takes away the record of the file annotator, which speaks of cells that are gone. */
  | { readonly kind: 'dropRecord'; readonly namespace: string }

export type WriteSource = Iterable<SheetWrite> | AsyncIterable<SheetWrite>

export interface WorkOptions {
  readonly signal?: AbortSignal
  /** Cells done, and how many there are where that is known. */
  readonly onProgress?: (done: number, of: number) => void
}

export type PortEvent =
  /** Cells were edited in place. */
  | { readonly kind: 'cells'; readonly sheet: SheetId; readonly area: Area }
  /** Rows or columns came, went or were sorted; sheets came, went or were renamed: nothing stands where it stood. */
  | { readonly kind: 'structure'; readonly sheet: SheetId | null }
  | { readonly kind: 'selection'; readonly sheet: SheetId; readonly row: number; readonly column: number }
  | { readonly kind: 'activated'; readonly sheet: SheetId }

export type { PortError }

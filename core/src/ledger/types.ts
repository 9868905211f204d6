import type { CodeList, Field, TableName } from '../policy/index.ts'
import type { Column } from '../table/index.ts'

/** What the reader knows of fields: the part of a policy that it needs. */
export interface Dictionary {
  readonly fields: readonly Field[]
  readonly codeLists: readonly CodeList[]
}

/** Typed tables read from one or more files, with the day they speak of. */
export interface Ledger {
  readonly asOf: AsOf
  readonly tables: readonly Table[]
  /** Sheets that are no table of ours, each with the reason in Chinese. */
  readonly notTables: readonly NotTable[]
}

export interface NotTable {
  readonly file: string
  readonly sheet: string
  /** empty, ours, hidden, choice, noHeader, or the kind of list it is (transactions, summary, statement …). */
  readonly code: string
  readonly reason: string
  /** What was read of its header, where it has one: the start for a person who says that it is a ledger after all. */
  readonly header?: { readonly rows: readonly [number, number]; readonly columns: readonly ColumnReading[] }
}

export interface AsOf {
  /** Day number, or null: date rules do not run until someone says. */
  readonly day: number | null
  readonly from: 'choice' | 'column' | 'title' | 'fileName' | 'none'
  /** Other days found, where they disagree (asked about). */
  readonly conflicts: readonly { readonly day: number; readonly from: string }[]
}

export interface Table {
  readonly name: TableName
  readonly file: string
  readonly sheet: string
  readonly rowCount: number
  /** The sheet's own row number (from 1) of each row. */
  readonly sheetRows: Uint32Array
  /** By field key. Fields the sheet has no column for are absent. */
  readonly columns: ReadonlyMap<string, Column>
  readonly reading: TableReading
  /**
   * By field key of an id column: 1 where the cell held a number too long for Excel to keep (digits lost) or a text in
   * scientific notation. Absent when no cell of the table is damaged.
   */
  readonly damaged?: ReadonlyMap<string, Uint8Array>
}

/** Every decision the reader took, so that a person can be told and can correct it. */
export interface TableReading {
  /** The sheet's own row numbers (from 1) of the first and last header row. */
  readonly headerRows: readonly [number, number]
  readonly title: string
  readonly unit: string
  readonly columns: readonly ColumnReading[]
  readonly leftOut: readonly { readonly row: number; readonly why: string }[]
  /** The first unread cells of each column; `unreadTotal` counts all. */
  readonly unread: readonly UnreadCell[]
  readonly unreadTotal?: number
  readonly keyFields: readonly string[]
  readonly asOf: AsOf
}

export interface ColumnReading {
  /** Column counted from 0. */
  readonly column: number
  /** The header with its group row, joined by ` > `. */
  readonly header: string
  /** Field key, or null where the column is none of ours. */
  readonly field: string | null
  readonly unit: string
  /** 0…1. */
  readonly confidence: number
  readonly reasons: readonly string[]
  /** The field it also names, where another column of the sheet was taken for it. */
  readonly sameAs?: string
  /** How many of its cells could not be read. */
  readonly unread?: number
}

export interface UnreadCell {
  readonly row: number
  readonly column: number
  readonly field: string
  /** As in the sheet, masked where the field is personal. */
  readonly text: string
  readonly why: string
}

/** What a person decided; wins over what was found. */
export interface ReadingChoices {
  readonly asOf?: number
  readonly sheets?: Readonly<Record<string, SheetChoice>>
}

export interface SheetChoice {
  readonly table?: TableName | 'none'
  readonly headerRows?: readonly [number, number]
  readonly unit?: string
  /** Column (from 0) → field key or null. */
  readonly columns?: Readonly<Record<number, string | null>>
}

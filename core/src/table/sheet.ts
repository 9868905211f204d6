/**
 * A sheet as cells by column: what every reader (file, Excel, web page) hands to the ledger reader.
 * Rows and columns count from 0 here; people are told the sheet's own row numbers, from 1.
 */
export interface Sheet {
  readonly name: string
  readonly state: 'visible' | 'hidden' | 'veryHidden'
  /** One more than the last row and column that hold a cell (strays left out). */
  readonly rowCount: number
  readonly columnCount: number
  /** Index = column. A column without cells is null. */
  readonly columns: readonly (CellColumn | null)[]
  /** All text values, shared by the columns; `CellColumn.values` holds indexes into it. */
  readonly texts: readonly string[]
  readonly merges: readonly Area[]
  /** Hidden rows and columns, ascending. */
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  /** Cells far outside the block that the columns hold (a stray word in XFD1048576). */
  readonly strays: readonly StrayCell[]
  /** Areas that are Excel tables or carry an autofilter, for finding the header. */
  readonly tableAreas: readonly Area[]
}

/** Half open: first row/column inside, last row/column outside. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface StrayCell {
  readonly row: number
  readonly column: number
  readonly text: string
}

export const CellKind = {
  empty: 0,
  number: 1,
  text: 2,
  boolean: 3,
  /** An error value such as #REF!; its text is in `texts`. */
  error: 4,
  /** A number whose cell format is a date: `values` holds the Excel serial in the 1900 system (1904 already shifted). */
  date: 5,
} as const
export type CellKind = (typeof CellKind)[keyof typeof CellKind]

/** Cells of one column; both arrays may be shorter than the sheet: what lies beyond is empty. */
export interface CellColumn {
  readonly kinds: Uint8Array
  /** Number, serial, 0/1, or an index into `Sheet.texts` for text and error. */
  readonly values: Float64Array
  /** Number format codes seen in the column with how often (`0.00%`, `yyyy/m/d`, `@`), most frequent first; [] when not known. */
  readonly formats: readonly string[]
}

export interface Workbook {
  readonly fileName: string
  readonly format: 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'csv' | 'html' | 'xml2003' | 'excel' | 'page'
  readonly sheets: readonly Sheet[]
  /** What the reader noticed and a person should know (a chart sheet passed over, an encoding guessed). */
  readonly notes: readonly WorkbookNote[]
}

export interface WorkbookNote {
  readonly code: string
  /** In Chinese, for the user. */
  readonly message: string
  readonly sheet?: string
}

/** The kind of a cell; empty outside the sheet. */
export function kindAt(sheet: Sheet, row: number, column: number): CellKind {
  return (sheet.columns[column]?.kinds[row] ?? CellKind.empty) as CellKind
}

/** The text of a text or error cell, else null. */
export function textAt(sheet: Sheet, row: number, column: number): string | null {
  const cells = sheet.columns[column]
  const kind = cells?.kinds[row]
  if (!cells || (kind !== CellKind.text && kind !== CellKind.error)) return null
  return sheet.texts[cells.values[row] ?? -1] ?? null
}

/** The number of a number, date (serial) or boolean (0/1) cell, else NaN. */
export function numberAt(sheet: Sheet, row: number, column: number): number {
  const cells = sheet.columns[column]
  const kind = cells?.kinds[row]
  if (!cells || kind === undefined || kind === CellKind.empty) return Number.NaN
  if (kind === CellKind.text || kind === CellKind.error) return Number.NaN
  return cells.values[row] ?? Number.NaN
}

/** `A`, `B`, … `AA` for a column counted from 0. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCodePoint(65 + ((n - 1) % 26)) + letters
  }
  return letters
}

/** `'借据 台账'!` */
function sheetPrefix(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'!`
}

/** One cell: the column stays when the formula is filled down, the row moves. `row` from 1. */
export function a1Cell(sheet: string, column: string, row: number): string {
  return `${sheetPrefix(sheet)}$${column}${row}`
}

/** A column of cells that stays where it is. Rows from 1, both ends included. */
export function a1Column(sheet: string, column: string, firstRow: number, lastRow: number): string {
  return `${sheetPrefix(sheet)}$${column}$${firstRow}:$${column}$${lastRow}`
}

/** Signs that mean something inside a structured reference. */
function columnName(name: string): string {
  return name.replaceAll(/['#[\]@]/g, (sign) => `'${sign}`)
}

/** The cell of this row in a table's column, as files hold it (Excel shows `[@逾期天数]`). */
export function thisRow(table: string, column: string): string {
  return `${table}[[#This Row],[${columnName(column)}]]`
}

/** A whole column of a table, without its header. */
export function tableColumn(table: string, column: string): string {
  return `${table}[${columnName(column)}]`
}

/**
 * Which rows of a column hold this key: for `ExcelRows.rows`. Compared as texts, sign by sign: COUNTIF would take the
 * first fifteen digits of a long number for the whole.
 */
export function belongs(keyColumn: string, key: string): string {
  return `((${key}<>"")*EXACT(${keyColumn},${key}))`
}

/** One cell of the row that holds this key, an error where there is none: for `ExcelRow.scope`. */
export function cellOfRow(column: string, keyColumn: string, key: string): string {
  return `INDEX(${column},MATCH(1,${belongs(keyColumn, key)},0))`
}

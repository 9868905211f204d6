/** A block of cells; rows and columns count from 0. */
export interface Area {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export const MAX_ROWS = 1_048_576
export const MAX_COLUMNS = 16_384

export const area = (row: number, column: number, rows = 1, columns = 1): Area => ({
  row,
  column,
  rows,
  columns,
})

export const WHOLE_SHEET = area(0, 0, MAX_ROWS, MAX_COLUMNS)

export function columnName(column: number): string {
  let name = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  }
  return name
}

export function columnNumber(letters: string): number {
  let n = 0
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64
  return n - 1
}

export const isWholeRows = (a: Area): boolean => a.columns === MAX_COLUMNS
export const isWholeColumns = (a: Area): boolean => a.rows === MAX_ROWS
/** Values of such a range are not handed out: they load as null. */
export const isUnbounded = (a: Area): boolean => isWholeRows(a) || isWholeColumns(a)

/** `B2`, `B2:C9`, `B:C`, `2:9`. */
export function addressOf(a: Area): string {
  if (isWholeRows(a)) return `${a.row + 1}:${a.row + a.rows}`
  if (isWholeColumns(a)) return `${columnName(a.column)}:${columnName(a.column + a.columns - 1)}`
  const first = columnName(a.column) + (a.row + 1)
  if (a.rows === 1 && a.columns === 1) return first
  return `${first}:${columnName(a.column + a.columns - 1)}${a.row + a.rows}`
}

/** The same with `$` before every part, as names and formulas have it. */
export function absoluteAddress(a: Area): string {
  return addressOf(a).replace(/([A-Z]+)?(\d+)?/g, (_all, letters?: string, digits?: string) =>
    [letters, digits].map((part) => (part === undefined ? '' : `$${part}`)).join(''),
  )
}

const CELLS = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/
const COLUMNS = /^([A-Z]{1,3}):([A-Z]{1,3})$/
const ROWS = /^(\d{1,7}):(\d{1,7})$/

/** An address without a sheet, `$` allowed; null when it names no cells. */
export function parseAddress(text: string): Area | null {
  const plain = text.replaceAll('$', '').trim().toUpperCase()
  const cells = CELLS.exec(plain)
  if (cells) {
    const [, c1 = '', r1 = '', c2 = c1, r2 = r1] = cells
    return between(Number(r1) - 1, columnNumber(c1), Number(r2) - 1, columnNumber(c2))
  }
  const columns = COLUMNS.exec(plain)
  if (columns) return between(0, columnNumber(columns[1] ?? ''), MAX_ROWS - 1, columnNumber(columns[2] ?? ''))
  const rows = ROWS.exec(plain)
  return rows ? between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1) : null
}

function between(r1: number, c1: number, r2: number, c2: number): Area | null {
  const row = Math.min(r1, r2)
  const column = Math.min(c1, c2)
  const made = area(row, column, Math.abs(r2 - r1) + 1, Math.abs(c2 - c1) + 1)
  return isInside(made) ? made : null
}

export function isInside(a: Area): boolean {
  return (
    a.row >= 0 &&
    a.column >= 0 &&
    a.rows > 0 &&
    a.columns > 0 &&
    a.row + a.rows <= MAX_ROWS &&
    a.column + a.columns <= MAX_COLUMNS
  )
}

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row)
  const column = Math.max(a.column, b.column)
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column
  return rows > 0 && columns > 0 ? area(row, column, rows, columns) : null
}

export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row)
  const column = Math.min(a.column, b.column)
  return area(
    row,
    column,
    Math.max(a.row + a.rows, b.row + b.rows) - row,
    Math.max(a.column + a.columns, b.column + b.columns) - column,
  )
}

export function contains(outer: Area, inner: Area): boolean {
  const common = intersection(outer, inner)
  return common !== null && sameArea(common, inner)
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns
}

/** The parts of `a` outside `b`, at most four. */
export function without(a: Area, b: Area): readonly Area[] {
  const cut = intersection(a, b)
  if (!cut) return [a]
  const right = cut.column + cut.columns
  const below = cut.row + cut.rows
  return [
    area(a.row, a.column, cut.row - a.row, a.columns),
    area(below, a.column, a.row + a.rows - below, a.columns),
    area(cut.row, a.column, cut.rows, cut.column - a.column),
    area(cut.row, right, cut.rows, a.column + a.columns - right),
  ].filter((part) => part.rows > 0 && part.columns > 0)
}

/** `Sheet1`, `'二〇二六 (1)'`: a sheet name as it stands before `!`. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseAddress(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`
}

/** `'一月'!A1` → sheet name and address; the sheet is null where none is named. */
export function splitSheet(reference: string): { sheet: string | null; address: string } {
  const mark = reference.lastIndexOf('!')
  if (mark < 0) return { sheet: null, address: reference }
  const sheet = reference.slice(0, mark).replace(/^'|'$/g, '').replaceAll("''", "'")
  return { sheet, address: reference.slice(mark + 1) }
}

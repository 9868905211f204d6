import { type Area, MAX_COLUMNS, MAX_ROWS, columnName, columnNumber, quoteSheet } from './area.ts'

/** Cells that move: `count` rows or columns put in (or, when negative, taken out) at `at`, within `across`. */
export interface Shift {
  readonly axis: 'row' | 'column'
  readonly at: number
  readonly count: number
  /** The columns (rows) that take part, from and to, the end left out. */
  readonly from: number
  readonly to: number
}

/** The area after a shift; null when all of it was taken out. An area that only partly takes part stays. */
export function shiftArea(a: Area, shift: Shift): Area | null {
  const rows = shift.axis === 'row'
  const start = rows ? a.row : a.column
  const size = rows ? a.rows : a.columns
  const crossStart = rows ? a.column : a.row
  const crossSize = rows ? a.columns : a.rows
  if (crossStart < shift.from || crossStart + crossSize > shift.to) return a
  const limit = rows ? MAX_ROWS : MAX_COLUMNS
  if (size === limit) return a
  const first = moved(start, shift, 'first')
  const last = moved(start + size - 1, shift, 'last')
  if (last < first || first >= limit) return null
  const length = Math.min(last, limit - 1) - first + 1
  return rows ? { ...a, row: first, rows: length } : { ...a, column: first, columns: length }
}

/** Where a row goes; one that is taken out gives the next that is left (as a first) or the one before (as a last). */
function moved(place: number, { at, count }: Shift, edge: 'first' | 'last'): number {
  if (place < at) return place
  if (count > 0) return place + count
  if (place >= at - count) return place + count
  return edge === 'first' ? at : at - 1
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`
const CELL = String.raw`(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})`
const PIECES = new RegExp(
  String.raw`"(?:[^"]|"")*"|(${SHEET})?(?:${CELL}(?::${CELL})?|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\p{L}\p{N}_.(!])`,
  'gu',
)

/** A reference inside a formula. Whole columns have rows 0 to the end, and the other way about. */
interface Reference {
  readonly sheet: string | null
  readonly area: Area
  /** Which of first row, first column, last row, last column carry a `$`. */
  readonly fixed: readonly [boolean, boolean, boolean, boolean]
  readonly shape: 'cell' | 'range' | 'columns' | 'rows'
}

/** Rewrites every reference of a formula; a null makes it #REF!. Sheets may get another name on the way. */
export function mapReferences(
  formula: string,
  change: (reference: Reference) => Area | null,
  nameOf: (sheet: string) => string = (sheet) => sheet,
): string {
  return formula.replace(PIECES, (...found: (string | undefined)[]) => {
    const whole = found[0] ?? ''
    const offset = found.findIndex((part) => typeof part === 'number')
    const at = Number(found[offset])
    if (whole.startsWith('"')) return whole
    const before = formula[at - 1]
    if (before !== undefined && /[\p{L}\p{N}_.!:]/u.test(before)) return whole
    const [, sheetMark, d1, c1, d2, r1, d3, c2, d4, r2, wc1, w1, wc2, w2, wr1, x1, wr2, x2] = found
    const sheet =
      sheetMark === undefined ? null : sheetMark.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")
    let reference: Reference | null = null
    if (c1 !== undefined && r1 !== undefined) {
      reference = {
        sheet,
        area: span(Number(r1) - 1, columnNumber(c1), Number(r2 ?? r1) - 1, columnNumber(c2 ?? c1)),
        fixed: [
          d2 === '$',
          d1 === '$',
          (c2 === undefined ? d2 : d4) === '$',
          (c2 === undefined ? d1 : d3) === '$',
        ],
        shape: c2 === undefined ? 'cell' : 'range',
      }
    } else if (w1 !== undefined && w2 !== undefined) {
      reference = {
        sheet,
        area: span(0, columnNumber(w1), MAX_ROWS - 1, columnNumber(w2)),
        fixed: [true, wc1 === '$', true, wc2 === '$'],
        shape: 'columns',
      }
    } else if (x1 !== undefined && x2 !== undefined) {
      reference = {
        sheet,
        area: span(Number(x1) - 1, 0, Number(x2) - 1, MAX_COLUMNS - 1),
        fixed: [wr1 === '$', true, wr2 === '$', true],
        shape: 'rows',
      }
    }
    if (!reference) return whole
    const changed = change(reference)
    const named = sheet === null ? null : nameOf(sheet)
    if (changed === reference.area && named === sheet) return whole
    const mark = named === null ? '' : `${quoteSheet(named)}!`
    return changed ? mark + written(changed, reference) : `${mark}#REF!`
  })
}

function span(r1: number, c1: number, r2: number, c2: number): Area {
  const row = Math.min(r1, r2)
  const column = Math.min(c1, c2)
  return { row, column, rows: Math.abs(r2 - r1) + 1, columns: Math.abs(c2 - c1) + 1 }
}

function written(a: Area, { fixed, shape }: Reference): string {
  const [row1, column1, row2, column2] = fixed.map((is) => (is ? '$' : ''))
  const firstColumn = `${column1}${columnName(a.column)}`
  const lastColumn = `${column2}${columnName(a.column + a.columns - 1)}`
  const firstRow = `${row1}${a.row + 1}`
  const lastRow = `${row2}${a.row + a.rows}`
  if (shape === 'columns') return `${firstColumn}:${lastColumn}`
  if (shape === 'rows') return `${firstRow}:${lastRow}`
  return shape === 'cell' ? firstColumn + firstRow : `${firstColumn}${firstRow}:${lastColumn}${lastRow}`
}

/** A formula after cells of `sheet` moved. `home` is the sheet that the formula stands on. */
export function shiftFormula(formula: string, shift: Shift, sheet: string, home: string): string {
  return mapReferences(formula, (reference) =>
    (reference.sheet ?? home).toLowerCase() === sheet.toLowerCase()
      ? shiftArea(reference.area, shift)
      : reference.area,
  )
}

/** A formula copied by this many rows and columns: references without `$` go along. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula
  return mapReferences(formula, ({ area: a, fixed }) => {
    const top = a.row + (fixed[0] ? 0 : rows)
    const left = a.column + (fixed[1] ? 0 : columns)
    const bottom = a.row + a.rows - 1 + (fixed[2] ? 0 : rows)
    const right = a.column + a.columns - 1 + (fixed[3] ? 0 : columns)
    if (top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS) return null
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
  })
}

/** A formula after a sheet was given another name. */
export function renameInFormula(formula: string, old: string, name: string): string {
  if (!formula.includes('!')) return formula
  return mapReferences(
    formula,
    ({ area: a }) => a,
    (sheet) => (sheet.toLowerCase() === old.toLowerCase() ? name : sheet),
  )
}

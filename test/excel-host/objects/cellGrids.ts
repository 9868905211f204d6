import { SSF } from 'xlsx'

import { CELLS_PER_GET } from '../engine/profiles.ts'
import { type Area, isUnbounded } from '../model/area.ts'
import { BOOLEAN, type CellValue, EMPTY, ERROR, NUMBER } from '../model/cells.ts'
import { ExcelFault, invalidArgument, wrongSize } from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'
import type { RangeRef } from './rangeRef.ts'

/** A two-dimensional answer, cell by cell; null for whole rows or columns, which Excel does not spell out. */
export function grid<T>(ref: RangeRef, cell: (sheet: Sheet, row: number, column: number) => T): T[][] | null {
  const { sheet, area: a, host } = ref.alive()
  if (isUnbounded(a)) return null
  if (a.rows * a.columns > CELLS_PER_GET) {
    throw new ExcelFault(
      'RangeExceedsLimit',
      'The cell count in the range has exceeded the maximum supported number.',
    )
  }
  host.engine.counters.cellsRead += a.rows * a.columns
  const rows: T[][] = []
  for (let r = a.row; r < a.row + a.rows; r++) {
    const row: T[] = []
    for (let c = a.column; c < a.column + a.columns; c++) row.push(cell(sheet, r, c))
    rows.push(row)
  }
  return rows
}

export const valueAt = (sheet: Sheet, row: number, column: number): CellValue =>
  sheet.cells.value(row, column) ?? ''

export const formulaAt = (sheet: Sheet, row: number, column: number): CellValue =>
  sheet.cells.formula(row, column) ?? valueAt(sheet, row, column)

export const formatAt = (sheet: Sheet, row: number, column: number): string =>
  sheet.home.styles.look(sheet.styleAt(row, column)).numberFormat

/** The text that the cell shows. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  const value = sheet.cells.value(row, column)
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return value
  const format = formatAt(sheet, row, column)
  try {
    return SSF.format(format === 'General' ? 'General' : format, value) as string
  } catch {
    return String(value)
  }
}

export function typeAt(sheet: Sheet, row: number, column: number): string {
  const kind = sheet.cells.kind(row, column)
  if (kind === EMPTY) return 'Empty'
  if (kind === NUMBER) return 'Double'
  if (kind === BOOLEAN) return 'Boolean'
  return kind === ERROR ? 'Error' : 'String'
}

/** Writes a scalar to every cell or an array cell by cell; a null in an array leaves its cell alone. */
export function putGrid(
  ref: RangeRef,
  values: unknown,
  put: (sheet: Sheet, row: number, column: number, value: CellValue) => void,
): void {
  const { sheet, area: a, host } = ref.alive()
  if (isUnbounded(a)) throw invalidArgument()
  if (!Array.isArray(values)) {
    const one = scalar(values)
    for (let r = 0; r < a.rows; r++) {
      for (let c = 0; c < a.columns; c++) put(sheet, a.row + r, a.column + c, one)
    }
    host.engine.counters.cellsWritten += a.rows * a.columns
    return
  }
  const rows = values as readonly unknown[]
  if (rows.length !== a.rows) throw wrongSize()
  for (const row of rows) if (!Array.isArray(row) || row.length !== a.columns) throw wrongSize()
  for (const [r, row] of (rows as readonly (readonly unknown[])[]).entries()) {
    for (const [c, value] of row.entries()) {
      if (value !== null) put(sheet, a.row + r, a.column + c, scalar(value))
    }
  }
  host.engine.counters.cellsWritten += a.rows * a.columns
}

function scalar(value: unknown): CellValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value === null || value === undefined) return null
  throw invalidArgument()
}

/** The common value of a property over an area, or null when it is mixed. Cells beyond the used ones are alike. */
export function uniform<T>(sheet: Sheet, where: Area, get: (row: number, column: number) => T): T | null {
  const bottom = Math.min(where.row + where.rows, Math.max(sheet.cells.rowCount + 1, where.row + 1))
  const right = Math.min(
    where.column + where.columns,
    Math.max(sheet.cells.columnCount + 1, where.column + 1),
  )
  const first = get(where.row, where.column)
  for (let r = where.row; r < bottom; r++) {
    for (let c = where.column; c < right; c++) if (get(r, c) !== first) return null
  }
  return first
}

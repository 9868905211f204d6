import type { Area } from './area.ts'
import { type CellValue, ERRORS } from './cells.ts'
import type { Sheet } from './sheet.ts'
import type { Workbook } from './workbook.ts'

export interface Place {
  readonly workbook: Workbook
  readonly sheet: Sheet
  readonly row: number
  readonly column: number
}

export type Value = CellValue | Block
export interface Block {
  readonly sheet: Sheet
  readonly area: Area
}

/** Thrown for what this small calculator cannot do; the caller keeps the value it has. */
export class Beyond extends Error {}

export const isBlock = (value: Value): value is Block => typeof value === 'object' && value !== null

/** One value out of a block: its only cell, or the one in the formula's own row or column. */
export function single(value: Value, place: Place): CellValue {
  if (!isBlock(value)) return value
  const { sheet, area: a } = value
  const row = a.rows === 1 ? a.row : place.row
  const column = a.columns === 1 ? a.column : place.column
  return sheet.cells.value(row, column)
}

export function* cellsOf(values: readonly Value[]): Generator<CellValue, void> {
  for (const value of values) {
    if (!isBlock(value)) {
      yield value
      continue
    }
    const { sheet, area: a } = value
    const bottom = Math.min(a.row + a.rows, sheet.cells.rowCount)
    const right = Math.min(a.column + a.columns, sheet.cells.columnCount)
    for (let r = a.row; r < bottom; r++) for (let c = a.column; c < right; c++) yield sheet.cells.value(r, c)
  }
}

export const isError = (value: CellValue): value is string =>
  typeof value === 'string' && ERRORS.includes(value)

export function toNumber(value: CellValue): number {
  if (value === null) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' ? value : Number(value)
}

export function toText(value: CellValue): string {
  if (value === null) return ''
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
}

export function toBoolean(value: CellValue): boolean {
  return typeof value === 'string' ? value.toUpperCase() === 'TRUE' : toNumber(value) !== 0
}

export function apply(operator: string, left: CellValue, right: CellValue): CellValue {
  if (isError(left)) return left
  if (isError(right)) return right
  if (operator === '&') return toText(left) + toText(right)
  if (/[=<>]/.test(operator)) {
    const order = compare(left, right)
    if (operator === '=') return order === 0
    if (operator === '<>') return order !== 0
    if (operator === '<') return order < 0
    if (operator === '>') return order > 0
    return operator === '<=' ? order <= 0 : order >= 0
  }
  const a = toNumber(left)
  const b = toNumber(right)
  if (Number.isNaN(a) || Number.isNaN(b)) return '#VALUE!'
  if (operator === '+') return a + b
  if (operator === '-') return a - b
  if (operator === '*') return a * b
  if (operator === '/') return b === 0 ? '#DIV/0!' : a / b
  return a ** b
}

/** Numbers before texts before truth values, as Excel orders them; an empty cell equals 0 and "". */
export function compare(left: CellValue, right: CellValue): number {
  const rank = (value: CellValue) => (typeof value === 'boolean' ? 3 : typeof value === 'string' ? 2 : 1)
  const a = left ?? (typeof right === 'string' ? '' : typeof right === 'boolean' ? false : 0)
  const b = right ?? (typeof left === 'string' ? '' : typeof left === 'boolean' ? false : 0)
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (typeof a === 'string' && typeof b === 'string') {
    return a.localeCompare(b, 'zh-CN', { sensitivity: 'accent' })
  }
  return toNumber(a) - toNumber(b)
}

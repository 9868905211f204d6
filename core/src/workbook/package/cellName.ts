/** Columns count from 0, rows are the sheet's own numbers (from 1). */
import { columnLetters } from '../../table/index.ts'

/** Column XFD, counted from 0. */
export const LAST_COLUMN = 16_383

/** `AM` → 38. Anything that is no column name gives -1. */
export function columnOf(letters: string): number {
  let n = 0
  for (const c of letters.toUpperCase()) {
    const value = c.charCodeAt(0) - 64
    if (value < 1 || value > 26) return -1
    n = n * 26 + value
  }
  return n - 1
}

export function cellName(row: number, column: number): string {
  return columnLetters(column) + String(row)
}

/** Both ends inside. */
export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** `A1:C9`, `$A$1`, `A1`; null for what names no block of cells. */
export function parseRange(text: string): CellRange | null {
  const m = /^\$?([A-Za-z]{1,3})\$?(\d+)(?::\$?([A-Za-z]{1,3})\$?(\d+))?$/.exec(text.trim())
  if (!m) return null
  const left = columnOf(m[1] ?? '')
  const top = Number(m[2])
  const right = m[3] === undefined ? left : columnOf(m[3])
  const bottom = m[4] === undefined ? top : Number(m[4])
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  }
}

export function rangeName(range: CellRange): string {
  const from = cellName(range.top, range.left)
  const to = cellName(range.bottom, range.right)
  return from === to ? from : `${from}:${to}`
}

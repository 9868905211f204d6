import type { RowBytes } from './rewriteSheet.ts'
import { afterTag, attributeValueAt, columnAt, startsAt } from './rowBytes.ts'

const LT = 0x3c

/** A cell as it lies in the bytes; it ends where the next one, or the row's end tag, starts. */
export interface CellBytes {
  readonly start: number
  readonly end: number
  readonly column: number
}

const NONE: readonly CellBytes[] = []

/**
 * The cells of a row from a column (counted from 0) on, the last first. Looks from the row's end backwards, so that a
 * row that ends before the column costs one cell.
 * @param cellTag `<c` with the sheet's prefix.
 */
export function cellsFrom(row: RowBytes, cellTag: Uint8Array, firstColumn: number): readonly CellBytes[] {
  let cells: CellBytes[] | null = null
  let end = row.closeStart
  for (let at = row.closeStart - 1; at >= row.openEnd; at--) {
    if (row.bytes[at] !== LT || !isCell(row.bytes, cellTag, at)) continue
    const column = namedColumn(row.bytes, cellTag, at, end)
    if (column < 0) return countedCells(row, cellTag).filter((cell) => cell.column >= firstColumn)
    if (column < firstColumn) break
    cells ??= []
    cells.push({ start: at, end, column })
    end = at
  }
  return cells ?? NONE
}

function isCell(bytes: Uint8Array, cellTag: Uint8Array, at: number): boolean {
  if (!startsAt(bytes, cellTag, at)) return false
  const next = bytes[at + cellTag.length]
  return next === 0x20 || next === 0x3e || next === 0x2f || next === 0x0a || next === 0x0d || next === 0x09
}

function namedColumn(bytes: Uint8Array, cellTag: Uint8Array, at: number, end: number): number {
  const tagEnd = afterTag(bytes, at, end)
  const value = attributeValueAt(bytes, 0x72, at + cellTag.length - 1, tagEnd < 0 ? end : tagEnd)
  return value < 0 ? -1 : columnAt(bytes, value)
}

/** All cells of a row in which some have no name: such a cell stands right of the one before it. The last first. */
function countedCells(row: RowBytes, cellTag: Uint8Array): readonly CellBytes[] {
  const cells: CellBytes[] = []
  let column = -1
  for (
    let at = row.bytes.indexOf(LT, row.openEnd);
    at >= 0 && at < row.closeStart;
    at = row.bytes.indexOf(LT, at + 1)
  ) {
    if (!isCell(row.bytes, cellTag, at)) continue
    const named = namedColumn(row.bytes, cellTag, at, row.closeStart)
    column = named >= 0 ? named : column + 1
    const before = cells.at(-1)
    if (before) cells[cells.length - 1] = { ...before, end: at }
    cells.push({ start: at, end: row.closeStart, column })
  }
  return cells.toReversed()
}

import type { Area, Sheet } from '../table/index.ts'
import { CellKind, kindAt } from '../table/index.ts'
import { cellText } from './cellText.ts'
import { filledColumns, headerBlock, isBlankBelow } from './headerBlock.ts'
import { rowLooksLikeHeader } from './headerScore.ts'
import type { KnowsHeader } from './headerScore.ts'
import { shownHeader } from './normaliseText.ts'

/** Where the header of a table is. Rows and columns from 0, half open. */
export interface Header {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly leaves: readonly Leaf[]
}

/** One column of the table with its header texts from the group row down, repeats and blanks left out. */
export interface Leaf {
  readonly column: number
  readonly path: readonly string[]
}

/** Rows looked at below the first row that holds anything. Paged exports carry up to eight rows above the header. */
const searchRows = 60
/**
 * Finds the header rows in the rows from `from` on, or null when no row reads like one.
 * `knows` says whether a text is a known column header.
 */
export function findHeader(sheet: Sheet, knows: KnowsHeader, from = 0): Header | null {
  const first = firstFilledRow(sheet, from)
  if (first < 0) return null
  const last = Math.min(sheet.rowCount, first + searchRows)
  const merges = sheet.merges.filter((m) => m.top >= from && m.top < last)
  const width = usedWidth(sheet, first, last)
  const scores: number[] = []
  const cells: number[] = []
  for (let row = first; row < last; row++) {
    const { score, headerCells } = rowLooksLikeHeader(sheet, row, merges, width, knows)
    const inTable = sheet.tableAreas.some((area) => area.top === row) ? 1 : 0
    scores.push(headerCells > 0 ? score + inTable : 0)
    cells.push(headerCells)
  }
  const top = Math.max(...scores)
  // Of several tables, or pages, the first counts: a row nearly as good as the best and made of headers for the most part.
  const early = scores.findIndex((score, i) => {
    const headerCells = cells[i] ?? 0
    return (
      headerCells >= 3 && score >= top * 0.6 && headerCells >= filledColumns(sheet, first + i).length * 0.6
    )
  })
  const chosen = early >= 0 ? early : scores.indexOf(top)
  if (top <= 0 || (cells[chosen] ?? 0) < 2) return null
  const best = first + chosen
  return headerAt(sheet, ...headerBlock(sheet, best, merges, width, knows, from))
}

/** The header that a person pointed at. */
export function headerAt(sheet: Sheet, top: number, bottom: number): Header | null {
  const merges = sheet.merges.filter((m) => m.top < bottom && m.bottom > top)
  const leaves: Leaf[] = []
  let left = -1
  let right = 0
  const paths: string[][] = []
  for (let column = 0; column < sheet.columnCount; column++) {
    const path = headerPath(sheet, column, top, bottom, merges)
    paths.push(path)
    if (path.length === 0) continue
    if (left < 0) left = column
    right = column + 1
  }
  if (left < 0) return null
  for (let column = left; column < right; column++) {
    const path = paths[column] ?? []
    if (path.length > 0 || sheet.columns[column]) leaves.push({ column, path })
  }
  return { top, bottom, left, right, leaves }
}

/** Joined by ` > `, as it is shown to people. */
export function headerText(leaf: Leaf): string {
  return leaf.path.join(' > ')
}

function firstFilledRow(sheet: Sheet, from: number): number {
  let first = -1
  for (const cells of sheet.columns) {
    if (!cells) continue
    const limit = first < 0 ? cells.kinds.length : Math.min(first, cells.kinds.length)
    for (let row = from; row < limit; row++) {
      if (cells.kinds[row] !== CellKind.empty) {
        first = row
        break
      }
    }
  }
  return first
}

/** Up to the last column that holds something in these rows. */
function usedWidth(sheet: Sheet, first: number, last: number): number {
  for (let column = sheet.columnCount - 1; column >= 0; column--) {
    for (let row = first; row < last; row++)
      if (kindAt(sheet, row, column) !== CellKind.empty) return column + 1
  }
  return 1
}

function headerPath(
  sheet: Sheet,
  column: number,
  top: number,
  bottom: number,
  merges: readonly Area[],
): string[] {
  const path: string[] = []
  for (let row = top; row < bottom; row++) {
    let text = ''
    const merge = merges.find((m) => row >= m.top && row < m.bottom && column >= m.left && column < m.right)
    if (merge && merge.top >= top) text = cellText(sheet, merge.top, merge.left)
    else if (!merge) text = cellText(sheet, row, column) || groupToTheLeft(sheet, row, column, bottom, merges)
    const shown = shownHeader(text)
    if (shown !== '' && path.at(-1) !== shown) path.push(shown)
  }
  return path
}

/** Where a group row has no merges at all, its text holds for the blank cells to its right that have a leaf below. */
function groupToTheLeft(
  sheet: Sheet,
  row: number,
  column: number,
  bottom: number,
  merges: readonly Area[],
): string {
  if (row === bottom - 1 || merges.some((m) => m.top === row && m.right - m.left > 1)) return ''
  if (isBlankBelow(sheet, column, row + 1, bottom)) return ''
  for (let left = column - 1; left >= 0; left--) {
    const text = cellText(sheet, row, left)
    if (text !== '') return isBlankBelow(sheet, left, row + 1, bottom) ? '' : text
    if (isBlankBelow(sheet, left, row + 1, bottom)) return ''
  }
  return ''
}

import type { Area, Sheet } from '../table/index.ts'
import { CellKind, kindAt } from '../table/index.ts'
import { cellText } from './cellText.ts'
import { wordScore } from './headerScore.ts'
import type { KnowsHeader } from './headerScore.ts'
import { compactText } from './normaliseText.ts'

/** A header deeper than this is none. */
const deepest = 6

/** Grows the best row to the whole header: merged cells tie rows together, group rows lie above, split rows below. */
export function headerBlock(
  sheet: Sheet,
  best: number,
  merges: readonly Area[],
  width: number,
  knows: KnowsHeader,
  from: number,
): [number, number] {
  let top = best
  let bottom = best + 1
  for (let changed = true; changed;) {
    changed = false
    for (const m of merges) {
      if (m.bottom - m.top > deepest || isTitle(m, width, merges) || isLoneColumn(m, merges)) continue
      if (m.top < bottom && m.bottom > top && (m.top < top || m.bottom > bottom) && isHeaderCell(sheet, m)) {
        top = Math.min(top, m.top)
        bottom = Math.max(bottom, m.bottom)
        changed = true
      }
    }
    if (bottom - top >= deepest) break
    if (top > from && isGroupRow(sheet, top - 1, top, bottom, merges, width, knows)) {
      top--
      changed = true
    } else if (splitsBelow(sheet, bottom, top, merges, knows)) {
      bottom++
      changed = true
    }
  }
  return [top, bottom]
}

function isHeaderCell(sheet: Sheet, merge: Area): boolean {
  const text = compactText(cellText(sheet, merge.top, merge.left))
  return text !== '' && text.length <= 40 && !/[::]$/.test(text)
}

/** One column merged downwards with nothing alike beside it is a note or data, not a sign of more header rows. */
function isLoneColumn(merge: Area, merges: readonly Area[]): boolean {
  if (merge.right - merge.left > 1) return false
  return !merges.some(
    (m) =>
      m !== merge &&
      m.top < merge.bottom &&
      m.bottom > merge.top &&
      (m.right - m.left > 1 || (m.top === merge.top && m.bottom === merge.bottom)),
  )
}

/** A merge over most of the width, alone in its row, is the title. */
function isTitle(merge: Area, width: number, merges: readonly Area[]): boolean {
  if (merge.right - merge.left < Math.max(2, width * 0.6)) return false
  return !merges.some((m) => m !== merge && m.top === merge.top && m.right - m.left > 1)
}

/** A row of group names above the header: several texts over merged or blank cells, none of them label and value. */
function isGroupRow(
  sheet: Sheet,
  row: number,
  top: number,
  bottom: number,
  merges: readonly Area[],
  width: number,
  knows: KnowsHeader,
): boolean {
  const columns = filledColumns(sheet, row)
  if (columns.length === 0) return false
  const wide = merges.filter((m) => m.top === row && m.right - m.left > 1)
  if (wide.some((m) => isTitle(m, width, merges))) return false
  const texts = columns.map((column) => compactText(cellText(sheet, row, column)))
  if (texts.some((text) => text.length > 30 || /[:]|单位|^[\d.-]+$|^\d{4}年|\$\{|^[#&]/.test(text)))
    return false
  if (columns.some((column) => kindAt(sheet, row, column) !== CellKind.text)) return false
  if (
    wide.length >= 2 ||
    (wide.length === 1 && (columns.length >= 2 || (wide[0]?.left ?? 0) > firstHeaderColumn(sheet, top)))
  ) {
    return wide.every((m) => leafCount(sheet, m, top, bottom) >= 2)
  }
  // Merges are lost in CSV and page exports: the row above then fills exactly the blanks of the header row, or spans repeats.
  if (columns.length < 2) return false
  const blanksFilled = columns.filter((column) => isBlankBelow(sheet, column, top, bottom)).length
  const spans = columns.filter((column, i) => (columns[i + 1] ?? sheet.columnCount) - column > 1).length
  const headerish = texts.filter((text) => wordScore(text, knows) >= 0.5).length
  if (repeats(sheet, top) && spans >= 1 && blanksFilled + spans >= columns.length * 0.8) return true
  return (
    headerish >= Math.max(2, texts.length * 0.6) &&
    blanksFilled >= 1 &&
    blanksFilled + spans >= columns.length * 0.8
  )
}

/** True where the row says the same words again and again (户数, 金额, 户数, 金额): groups above must tell them apart. */
function repeats(sheet: Sheet, row: number): boolean {
  const texts = filledColumns(sheet, row).map((column) => compactText(cellText(sheet, row, column)))
  return texts.length >= 4 && new Set(texts).size < texts.length * 0.9
}

/** A row below whose texts stand only under merged groups or under blanks of the header row. */
function splitsBelow(
  sheet: Sheet,
  row: number,
  top: number,
  merges: readonly Area[],
  knows: KnowsHeader,
): boolean {
  const columns = filledColumns(sheet, row)
  if (columns.length < 2 || columns.some((column) => kindAt(sheet, row, column) !== CellKind.text))
    return false
  const groups = merges.filter((m) => m.bottom === row && m.top >= top && m.right - m.left > 1)
  const under = (column: number): boolean => groups.some((m) => column >= m.left && column < m.right)
  const underBlank = (column: number): boolean => isBlankBelow(sheet, column, top, row)
  // A group without merges: its first column carries the name, the blanks to its right are filled below.
  const startsGroup = (column: number): boolean => underBlank(column + 1) && columns.includes(column + 1)
  const belongs = columns.filter(
    (column) => under(column) || underBlank(column) || startsGroup(column),
  ).length
  if (belongs < columns.length || !(groups.length > 0 || columns.some(underBlank))) return false
  const words = columns.map((column) => wordScore(compactText(cellText(sheet, row, column)), knows))
  const headerish = words.filter((score) => score >= 0.5).length
  return groups.length > 0
    ? headerish >= columns.length * 0.5
    : headerish >= Math.max(2, columns.length * 0.8)
}

/** Columns of the row that hold something. */
export function filledColumns(sheet: Sheet, row: number): number[] {
  const columns: number[] = []
  for (let column = 0; column < sheet.columnCount; column++) {
    const kind = kindAt(sheet, row, column)
    if (kind === CellKind.empty) continue
    const text = compactText(cellText(sheet, row, column))
    if (text !== '') columns.push(column)
  }
  return columns
}

function firstHeaderColumn(sheet: Sheet, row: number): number {
  return filledColumns(sheet, row)[0] ?? 0
}

function leafCount(sheet: Sheet, merge: Area, top: number, bottom: number): number {
  let count = 0
  for (let column = merge.left; column < merge.right; column++)
    if (!isBlankBelow(sheet, column, top, bottom)) count++
  return count
}

/** True when the column is empty in the rows from `top` up to `bottom`. */
export function isBlankBelow(sheet: Sheet, column: number, top: number, bottom: number): boolean {
  for (let row = top; row < bottom; row++) if (kindAt(sheet, row, column) !== CellKind.empty) return false
  return true
}

import type { Area, Sheet } from '../table/index.ts'
import { CellKind, kindAt } from '../table/index.ts'
import { cellText } from './cellText.ts'
import { headerName } from './headerName.ts'
import { headerEnding } from './headerWords.ts'
import { compactText } from './normaliseText.ts'

/** True when the text (without unit and brackets) is a known column header. */
export type KnowsHeader = (text: string) => boolean

/** Placeholders of report engines and our own kind of leftovers: #loanNo, ${name}, &date, <jx:forEach>. */
export const placeholder = /^(#[\w.]+|&\w+|[$#@]?\{.*\}|<\/?\w+[:\w]*.*>|\{\{.*\}\}|\[\w+\])$/
const englishName = /^[a-z][a-z0-9]*([._][a-z0-9]+)*$/i

/** How much one text reads like a column header: 1 known, 0.7 by its ending, negative for labels with values. */
export function wordScore(compact: string, knows: KnowsHeader): number {
  if (compact === '') return 0
  if (placeholder.test(compact)) return -0.6
  if (/[:]$/.test(compact) || /^[^(]{2,8}:[^)]+$/.test(compact)) return -0.8
  const { base, full } = headerName(compact)
  if (knows(full) || knows(base)) return 1
  if (compact.length > 60) return -0.3
  if (/^[\d.,%/-]+$/.test(compact)) return -0.3
  if (/^(19|20)\d{2}[-./年]/.test(compact)) return -0.5
  if (headerEnding.test(base)) return 0.7
  // Database columns are names; v7x0 or A001 is a value.
  if (englishName.test(compact)) return /\d/.test(compact) ? 0.1 : 0.3
  if (/\d{4,}/.test(compact)) return -0.2
  return compact.length <= 20 && /\p{Script=Han}/u.test(compact) ? 0.25 : 0
}

/** The score of a whole row and how many of its cells read like headers. A title over most of the width counts nothing. */
export function rowLooksLikeHeader(
  sheet: Sheet,
  row: number,
  merges: readonly Area[],
  width: number,
  knows: KnowsHeader,
): { readonly score: number; readonly headerCells: number } {
  let score = 0
  let headerCells = 0
  let known = 0
  const distinct = new Set<string>()
  let filled = 0
  for (let column = 0; column < sheet.columnCount; column++) {
    const kind = kindAt(sheet, row, column)
    if (kind === CellKind.empty) continue
    if (kind !== CellKind.text) {
      score -= 0.3
      continue
    }
    const text = compactText(cellText(sheet, row, column))
    if (text === '') continue
    const merge = merges.find((m) => m.top === row && m.left === column)
    if (merge && merge.right - merge.left >= Math.max(3, width * 0.6)) continue
    const word = wordScore(text, knows)
    filled++
    distinct.add(text)
    score += word
    if (word === 1) known++
    if (word >= 0.5 || (word >= 0.3 && englishName.test(text))) headerCells++
  }
  if (filled === 0) return { score: 0, headerCells }
  // Thousands of columns of a bank's own beside the ones we know must not talk a header out of being one.
  const floor = known >= 6 ? known * 0.3 : Number.NEGATIVE_INFINITY
  return { score: Math.max(floor, score * (0.5 + (0.5 * distinct.size) / filled)), headerCells }
}

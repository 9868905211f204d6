import type { Sheet } from '../table/index.ts'
import { CellKind } from '../table/index.ts'
import { cellText } from './cellText.ts'
import type { Header } from './findHeader.ts'
import { placeholder } from './headerScore.ts'
import type { KnowsHeader } from './headerScore.ts'
import { compactText } from './normaliseText.ts'

/** What can be told of each row by looking at columns, so that only few rows need to be looked at one by one. */
export interface RowMarks {
  /** Cells of the table in the row. */
  readonly filled: Uint16Array
  /** 1 where the row must be judged cell by cell. */
  readonly suspect: Uint8Array
  /** Cells equal to a header text of this table, to a known header, to a text above the header. */
  readonly headerHits: Uint16Array
  readonly knownHits: Uint16Array
  readonly titleHits: Uint16Array
  /** 1 where a merge covers at least half of the table's width. */
  readonly wideMerge: Uint8Array
}

const mark = { header: 1, known: 2, title: 4, special: 8, seen: 128 } as const
/** Notes, signatures and page lines are found by having few cells; these words make any row worth a look. */
const specialText =
  /合计|总计|小计|共计|总和|累计|汇总|^endoffile$|^eof$|^<?end>?$|^#end$|^(文件|数据)结束|^以下空白|^此行以下|^(填报|填表|制表|编制|复核|审核|经办|负责|主管|签字|签章|盖章).{0,6}:/i

export function rowMarks(sheet: Sheet, header: Header, knows: KnowsHeader): RowMarks {
  const rowCount = sheet.rowCount
  const marks = {
    filled: new Uint16Array(rowCount),
    suspect: new Uint8Array(rowCount),
    headerHits: new Uint16Array(rowCount),
    knownHits: new Uint16Array(rowCount),
    titleHits: new Uint16Array(rowCount),
    wideMerge: new Uint8Array(rowCount),
  }
  const headerTexts = textsOf(sheet, header, header.top, header.bottom)
  const titleTexts = textsOf(sheet, header, Math.max(0, header.top - 12), header.top)
  const flags = new Uint8Array(sheet.texts.length)
  const flagOf = (index: number): number => {
    const known = flags[index] ?? 0
    if (known !== 0) return known
    const text = sheet.texts[index] ?? ''
    let flag: number = mark.seen
    if (text.length <= 80) {
      const compact = compactText(text)
      if (headerTexts.has(compact)) flag |= mark.header
      if (titleTexts.has(compact)) flag |= mark.title
      if (compact.length >= 2 && compact.length <= 16 && !/^[\d.]/.test(compact) && knows(compact))
        flag |= mark.known
      if (compact.length <= 40 && (specialText.test(compact) || placeholder.test(compact)))
        flag |= mark.special
    }
    flags[index] = flag
    return flag
  }
  for (const { column } of header.leaves) {
    const cells = sheet.columns[column]
    if (!cells) continue
    const { kinds, values } = cells
    const last = Math.min(kinds.length, rowCount)
    for (let row = header.bottom; row < last; row++) {
      const kind = kinds[row]
      if (kind === CellKind.empty) continue
      if (kind === CellKind.text) {
        const index = values[row] ?? 0
        const flag = flagOf(index)
        // A text of blanks only (cells padded by an export) is an empty cell.
        if (flag === mark.seen && (sheet.texts[index] ?? '').trim() === '') continue
        if (flag & mark.header) marks.headerHits[row] = (marks.headerHits[row] ?? 0) + 1
        if (flag & mark.known) marks.knownHits[row] = (marks.knownHits[row] ?? 0) + 1
        if (flag & mark.title) marks.titleHits[row] = (marks.titleHits[row] ?? 0) + 1
        if (flag & mark.special) marks.suspect[row] = 1
      }
      marks.filled[row] = (marks.filled[row] ?? 0) + 1
    }
  }
  const width = header.right - header.left
  for (const merge of sheet.merges) {
    if (merge.top < header.bottom || merge.right - merge.left < Math.max(3, width / 2)) continue
    for (let row = merge.top; row < Math.min(merge.bottom, rowCount); row++)
      marks.wideMerge[row] = marks.suspect[row] = 1
  }
  const fewCells = Math.max(2, header.leaves.length * 0.35)
  for (let row = header.bottom; row < rowCount; row++) {
    const filled = marks.filled[row] ?? 0
    if (filled === 0) continue
    if (filled <= fewCells || (marks.headerHits[row] ?? 0) >= 2 || (marks.knownHits[row] ?? 0) >= 3)
      marks.suspect[row] = 1
    if ((marks.titleHits[row] ?? 0) >= filled * 0.5) marks.suspect[row] = 1
  }
  return marks
}

function textsOf(sheet: Sheet, header: Header, from: number, to: number): ReadonlySet<string> {
  const texts = new Set<string>()
  for (let row = from; row < to; row++) {
    for (let column = header.left; column < header.right; column++) {
      const text = compactText(cellText(sheet, row, column))
      if (text !== '' && /\p{Script=Han}|[a-z]{3}/iu.test(text)) texts.add(text)
    }
  }
  return texts
}

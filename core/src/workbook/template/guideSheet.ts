import type { Judging } from '../../check/excel/index.ts'
import type { BookCell, BookSheet } from './book.ts'
import { looks } from './looks.ts'
import { templateWords } from './messages.ts'
import { sheetNames } from './names.ts'

const words = templateWords.guide

/** 使用说明: what to fill, what the colours mean, whom to ask, what the formulas check and what they cannot. */
export function guideSheet(judging: Judging, identity: readonly string[]): BookSheet {
  const cells: BookCell[] = [{ row: 0, column: 0, value: words.title, style: looks.title }]
  const heights = new Map([[0, 32]])
  const merges: string[] = []
  let row = 1
  const line = (text: string, height = 18): void => {
    cells.push({ row, column: 0, value: text, style: { wrap: true } })
    merges.push(`A${row + 1}:F${row + 1}`)
    heights.set(row, height)
    row += 1
  }
  for (const step of words.steps) line(step)
  line(words.noPrevious)
  line(words.ask)
  row += 1
  const legend = [
    [templateWords.legend.required, looks.required],
    [templateWords.legend.optional, looks.optional],
    [templateWords.legend.formula, looks.formulaHead],
  ] as const
  for (const [column, [value, style]] of legend.entries()) cells.push({ row, column, value, style })
  row += 2
  for (const [at, label] of words.identity.entries()) {
    cells.push({ row, column: 0, value: label, style: looks.label })
    cells.push({ row, column: 1, value: identity[at] ?? '', style: looks.cell })
    for (const column of [2, 3, 4, 5]) cells.push({ row, column, style: looks.cell })
    merges.push(`B${row + 1}:F${row + 1}`)
    row += 1
  }
  row += 1
  const carried = new Set(judging.cases.map(({ rule }) => rule.id))
  line(words.carried(carried.size, judging.cases.length), 20)
  const left = [...new Map(judging.left.map(({ rule }) => [rule.id, rule])).values()].filter(
    ({ id }) => !carried.has(id),
  )
  for (let at = 0; at < left.length; at += 3) {
    for (const [side, rule] of left.slice(at, at + 3).entries()) {
      cells.push({ row, column: side * 2, value: rule.id, style: looks.label })
      cells.push({ row, column: side * 2 + 1, value: rule.nameZh, style: looks.cell })
    }
    heights.set(row, 16)
    row += 1
  }
  return {
    name: sheetNames.guide,
    tab: '1F4E79',
    columns: [12, 34, 12, 34, 12, 34].map((width) => ({ width })),
    cells,
    heights,
    merges,
    protect: true,
    print: { landscape: true, onePage: true },
  }
}

import type { Judging } from '../../check/excel/index.ts'
import type { Policy, Rule, RuleCase } from '../../policy/index.ts'
import { columnLetters } from '../../table/index.ts'
import { lookOf } from '../levels.ts'
import type { BookCell, BookSheet } from './book.ts'
import { levelConditionals } from './dataSheets.ts'
import { looks } from './looks.ts'
import { templateWords } from './messages.ts'
import { sheetNames } from './names.ts'

const words = templateWords.catalogue
const firstRow = 3
/** How many loans each carried case is found on (from 0); beside it, hidden, the same so that no two are equal. */
const hitsColumn = 7

/**
 * 规则目录: what the formulas check, in the order of their columns on the hidden sheet (the loan sheet looks words up
 * here by that place), then what needs the add-in.
 */
export function catalogueSheet(policy: Policy, judging: Judging, rows: readonly [number, number]): BookSheet {
  const cells: BookCell[] = [
    { row: 0, column: 0, value: words.title, style: looks.title },
    ...words.header.map((value, column) => ({ row: 1, column, value, style: looks.optional })),
  ]
  let row = firstRow - 1
  const add = (rule: Rule, one: RuleCase, state: string): void => {
    const texts = [
      `${rule.id}.${one.id}`,
      one.kind === 'due' ? '应办' : lookOf(one.severity).text,
      rule.nameZh,
      plain(one.message),
      plain(one.remedy),
      sourceOf(policy, one),
      state,
    ]
    for (const [column, value] of texts.entries())
      cells.push({ row, column, value, style: column > 1 ? looks.cellWrapped : looks.cell })
    row += 1
  }
  for (const one of judging.cases) {
    const letters = columnLetters(one.column)
    const outcomes = `${sheetNames.judging}!$${letters}$${rows[0]}:$${letters}$${rows[1]}`
    // what is behind the point breaks ties, and is not shown
    cells.push({
      row,
      column: hitsColumn + 1,
      formula: `COUNTIF(${outcomes},2)+(10000-ROW())/100000`,
    })
    add(one.rule, one.case, words.carried)
    cells.push({
      row: row - 1,
      column: hitsColumn,
      formula: `INT(I${row})`,
      style: { ...looks.formula, format: '0;-0;"–"', align: 'right' },
    })
  }
  for (const one of judging.left) add(one.rule, one.case, words.left(one.reason))
  return {
    name: sheetNames.catalogue,
    tab: 'BFBFBF',
    columns: [13, 10, 30, 46, 46, 34, 26, 9, 4].map((width, at) =>
      at === hitsColumn + 1 ? { width, hidden: true as const } : { width },
    ),
    cells,
    heights: new Map([
      [0, 26],
      [1, 22],
    ]),
    conditionals: levelConditionals(`B${firstRow}:B${row}`, `$B${firstRow}`),
    freeze: [2, 1],
    protect: true,
    print: { landscape: true, titleRows: '2:2', area: `A1:H${row}` },
  }
}

/** The column's cells of the carried cases, for INDEX. */
export function catalogueColumn(letters: string, count: number): string {
  return `${sheetNames.catalogue}!$${letters}$${firstRow}:$${letters}$${firstRow + count - 1}`
}

/** How often each carried case is found, no two equal, for LARGE. */
export function catalogueHits(count: number): string {
  return catalogueColumn('I', count)
}

/** Without a row at hand, a placeholder is the name of what stands there. */
function plain(message: string): string {
  return message.replaceAll(/\{([^{}]*)\}/g, (_, inside: string) =>
    /^[\p{Script=Han}A-Za-z0-9]+$/u.test(inside) ? `〔${inside}〕` : '〔…〕',
  )
}

function sourceOf(policy: Policy, one: RuleCase): string {
  const source = policy.sources.find(({ id }) => id === one.sources[0])
  if (!source) return ''
  const status = templateWords.sourceStatus[source.status]
  return `${source.title}${source.article ? ` ${source.article}` : ''}（${status}）`
}

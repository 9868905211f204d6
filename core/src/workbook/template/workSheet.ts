import type { BookCell, BookSheet } from './book.ts'
import { workKinds, workPlace } from './liveColumns.ts'
import { looks } from './looks.ts'
import { templateWords } from './messages.ts'
import { firstDataRow, sheetNames } from './names.ts'
import { asOfCell } from './templateGround.ts'
import { lettersOf, type Views } from './viewGround.ts'

const words = templateWords.work
/** Things to do that are listed; how many more there are is told below the counts. */
const listed = 150
const spans = [words.today, words.week, words.month] as const
const headRow = 9
const firstRow = headRow + 1
const count = { ...looks.formula, format: '0;-0;"–"', align: 'right' } as const
const quiet = { size: 10 } as const

/** 工作清单: what is due today, this week, this month, the earliest first, by formulas from the days in the ledger. */
export function workSheet({ loans, live, ready }: Views): BookSheet {
  const letters = workKinds.map((kind) => live.due[kind])
  const last = firstDataRow + ready.loans - 1
  const range = (from: string, to: string): string =>
    `${sheetNames.judging}!$${from}$${firstDataRow}:$${to}$${last}`
  const every = range(letters[0] ?? 'A', letters.at(-1) ?? 'A')
  const asOf = `${sheetNames.loans}!${asOfCell}`
  const ends = [`${asOf}+1`, `${asOf}+8`, `${asOf}+32`]
  const counts = workKinds.flatMap((kind, at): BookCell[] => {
    const days = range(letters[at] ?? 'A', letters[at] ?? 'A')
    const upTo = (end: string): string => `COUNTIF(${days},"<"&(${end}))`
    const row = 3 + at
    return [
      { row, column: 0, value: words.kinds[kind], style: looks.label },
      ...ends.map((end, span) => ({
        row,
        column: 1 + span,
        formula: span === 0 ? upTo(end) : `${upTo(end)}-${upTo(ends[span - 1] ?? asOf)}`,
        style: count,
      })),
    ]
  })
  const cells: BookCell[] = [
    { row: 0, column: 0, value: words.title, style: looks.title },
    { row: 1, column: 0, value: words.note, style: looks.plainNote },
    ...[words.what, ...spans].map((value, column) => ({ row: 2, column, value, style: looks.optional })),
    ...counts,
    {
      row: headRow - 2,
      column: 0,
      formula: `IF(COUNT(${every})>${listed},"${words.more}"&(COUNT(${every})-${listed})&" 项没有列出，请在台账中按日期筛选。","")`,
      style: looks.plainNote,
    },
    ...words.header.map((value, column) => ({ row: headRow - 1, column, value, style: looks.optional })),
  ]
  const keys = ['loanNo', 'customerName', 'balance', 'managerName']
  for (let nth = 1; nth <= listed; nth++) {
    const row = headRow - 1 + nth
    // day, row and kind of work in one number, so that one list is sorted by the day
    const place = `ROUND(MOD(SMALL(${every},${nth}),1)*${workPlace},0)`
    const day = `$A${row + 1}`
    cells.push(
      {
        row,
        column: 0,
        formula: `IFERROR(INT(SMALL(${every},${nth})),"")`,
        style: { ...quiet, format: 'yyyy-mm-dd', align: 'center' },
      },
      {
        row,
        column: 1,
        formula: `IF(${day}="","",IF(${day}<=${asOf},"${spans[0]}",IF(${day}<=${asOf}+7,"${spans[1]}","${spans[2]}")))`,
        style: { ...quiet, align: 'center' },
      },
      {
        row,
        column: 2,
        formula: `IF(${day}="","",CHOOSE(MOD(${place},10)+1,${workKinds.map((kind) => `"${words.kinds[kind]}"`).join(',')}))`,
        style: quiet,
      },
      ...keys.map((key, at) => {
        const column = lettersOf(loans, key)
        const found = `INDEX(${sheetNames.loans}!$${column}:$${column},INT(${place}/10))`
        return {
          row,
          column: 3 + at,
          formula: key === 'balance' ? `IF(${day}="","",${found})` : `IF(${day}="","",${found}&"")`,
          style: key === 'balance' ? { ...quiet, format: '#,##0.00', align: 'right' as const } : quiet,
        }
      }),
    )
  }
  const end = firstRow + listed - 1
  return {
    name: sheetNames.work,
    tab: '616161',
    columns: [13, 9, 12, 22, 28, 17, 12].map((width) => ({ width })),
    cells,
    heights: new Map([[0, 26]]),
    conditionals: [
      {
        range: `B${firstRow}:B${end}`,
        formula: `$B${firstRow}="${spans[0]}"`,
        style: { bold: true, color: 'B10E1C' },
      },
      {
        range: `B${firstRow}:B${end}`,
        formula: `$B${firstRow}="${spans[1]}"`,
        style: { bold: true, color: '835B00' },
      },
      // lines only where there is something to do
      { range: `A${firstRow}:G${end}`, formula: `$A${firstRow}<>""`, style: { border: true } },
    ],
    freeze: [headRow, 0],
    protect: true,
    print: {
      titleRows: `${headRow}:${headRow}`,
      area: `A1:G${end}`,
      lastRow: `MAX(${headRow + 3},MIN(${end},${headRow}+COUNT(${every})))`,
    },
  }
}

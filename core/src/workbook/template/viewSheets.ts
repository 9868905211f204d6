import { columnLetters } from '../../table/index.ts'
import { levels } from '../levels.ts'
import type { BookCell, BookSheet } from './book.ts'
import { levelConditionals } from './dataSheets.ts'
import { type LiveColumns, workKinds } from './liveColumns.ts'
import { looks } from './looks.ts'
import { templateWords } from './messages.ts'
import { firstDataRow, sheetNames } from './names.ts'
import { asOfCell, type PlacedField, type ReadyRows } from './templateGround.ts'

/** A column of the loan sheet or the hidden one, from the first data row to the last. */
function columnRange(sheet: string, letters: string, ready: ReadyRows): string {
  return `${sheet}!$${letters}$${firstDataRow}:$${letters}$${firstDataRow + ready.loans - 1}`
}

interface Views {
  readonly loans: readonly PlacedField[]
  readonly live: LiveColumns
  readonly ready: ReadyRows
}

function lettersOf(loans: readonly PlacedField[], key: string): string {
  return columnLetters(loans.find(({ field }) => field.key === key)?.column ?? 0)
}

/** Names that are listed by the summary. */
const listed = 15

/** 预警汇总: how many loans at each level, by officer and by branch; formulas and charts only. */
export function summarySheet({ loans, live, ready }: Views): BookSheet {
  const words = templateWords.summary
  const level = columnRange(sheetNames.judging, live.level, ready)
  const active = columnRange(sheetNames.judging, 'A', ready)
  const balance = columnRange(sheetNames.loans, lettersOf(loans, 'balance'), ready)
  const shown = [...levels.map(({ text }) => text), words.none]
  const count = `COUNTIF(${active},1)`
  const cells: BookCell[] = [
    { row: 0, column: 0, value: words.title, style: looks.title },
    { row: 1, column: 0, value: templateWords.asOf, style: looks.label },
    {
      row: 1,
      column: 1,
      formula: `IF(${sheetNames.loans}!${asOfCell}="","",${sheetNames.loans}!${asOfCell})`,
      style: looks.formulaDate,
    },
    { row: 1, column: 2, value: words.counted, style: looks.label },
    { row: 1, column: 3, formula: count, style: looks.formulaCount },
    { row: 1, column: 4, value: words.balance, style: looks.label },
    { row: 1, column: 5, formula: `SUM(${balance})`, style: looks.formulaAmount },
    ...[words.levels, words.loans, words.share].map((value, column) => ({
      row: 3,
      column,
      value,
      style: looks.optional,
    })),
  ]
  for (const [at, text] of shown.entries()) {
    const row = 4 + at
    cells.push(
      { row, column: 0, value: text, style: looks.level },
      {
        row,
        column: 1,
        formula:
          text === words.none
            ? `${count}-SUM(B5:B${4 + levels.length})`
            : `SUMPRODUCT(--(${level}="${text}"))`,
        style: looks.formulaCount,
      },
      {
        row,
        column: 2,
        formula: `IF($D$2=0,0,B${row + 1}/$D$2)`,
        style: { ...looks.formula, format: '0.0%' },
      },
    )
  }
  const blocks = [
    { top: 12, title: words.byOfficer, head: words.officer, number: live.officerNumber, key: 'managerName' },
    {
      top: 12 + listed + 4,
      title: words.byBranch,
      head: words.branch,
      number: live.branchNumber,
      key: 'orgName',
    },
  ]
  const heads = [words.loans, ...levels.map(({ text }) => text)]
  for (const { top, title, head, number, key } of blocks) {
    const numbers = columnRange(sheetNames.judging, number, ready)
    const names = columnRange(sheetNames.loans, lettersOf(loans, key), ready)
    cells.push({ row: top, column: 0, value: title, style: looks.heading })
    for (const [column, value] of [head, ...heads].entries())
      cells.push({ row: top + 1, column, value, style: looks.optional })
    for (let nth = 1; nth <= listed; nth++) {
      const row = top + 1 + nth
      const name = `$A${row + 1}`
      cells.push({
        row,
        column: 0,
        formula: `IFERROR(INDEX(${names},MATCH(${nth},${numbers},0))&"","")`,
        style: looks.formula,
      })
      cells.push({
        row,
        column: 1,
        formula: `IF(${name}="","",SUMPRODUCT(--(${names}=${name})))`,
        style: looks.formulaCount,
      })
      for (const [at, look] of levels.entries())
        cells.push({
          row,
          column: 2 + at,
          formula: `IF(${name}="","",SUMPRODUCT((${names}=${name})*(${level}="${look.text}")))`,
          style: looks.formulaCount,
        })
    }
  }
  const branchTop = blocks[1]?.top ?? 0
  const rowsOf = (column: string): string =>
    `${sheetNames.summary}!$${column}$${branchTop + 3}:$${column}$${branchTop + 10}`
  return {
    name: sheetNames.summary,
    tab: '616161',
    columns: [22, 12, 12, 12, 14, 20, 13, 4, 12, 12, 12, 12].map((width) => ({ width })),
    cells,
    heights: new Map([[0, 26]]),
    conditionals: levelConditionals('A5:A9', '$A5'),
    charts: [
      {
        title: words.chartLevels,
        kind: 'column',
        stacked: false,
        series: [
          {
            name: words.loans,
            values: `${sheetNames.summary}!$B$5:$B$9`,
            categories: `${sheetNames.summary}!$A$5:$A$9`,
            color: '006CBF',
          },
        ],
        from: [2, 8],
        to: [15, 16],
      },
      {
        title: words.chartBranch,
        kind: 'bar',
        stacked: true,
        series: levels
          .filter(({ level: one }) => one !== 'incomplete')
          .map((look, at) => ({
            name: look.text,
            values: rowsOf(columnLetters(2 + at)),
            categories: rowsOf('A'),
            color: look.bar,
          })),
        from: [17, 8],
        to: [34, 16],
      },
    ],
    protect: true,
    print: { landscape: true, onePage: true },
  }
}

/** Rows of each kind of work that are listed. */
const workRows = 25

/** 工作清单: what is due today, this week, this month, the earliest first, by formulas from the days in the ledger. */
export function workSheet({ loans, live, ready }: Views): BookSheet {
  const words = templateWords.work
  const cells: BookCell[] = [
    { row: 0, column: 0, value: words.title, style: looks.title },
    { row: 1, column: 0, value: words.note, style: looks.plainNote },
  ]
  const keys = ['loanNo', 'customerName', 'balance', 'managerName']
  const styles = [looks.formula, looks.formula, looks.formulaAmount, looks.formula]
  const asOf = `${sheetNames.loans}!${asOfCell}`
  workKinds.forEach((kind, block) => {
    const top = 3 + block * (workRows + 3)
    const days = columnRange(sheetNames.judging, live.due[kind], ready)
    cells.push({ row: top, column: 0, value: words.kinds[kind], style: looks.heading })
    cells.push({ row: top, column: 1, formula: `COUNT(${days})&" 笔"`, style: looks.plainNote })
    for (const [column, value] of words.header.entries())
      cells.push({ row: top + 1, column, value, style: looks.optional })
    for (let nth = 1; nth <= workRows; nth++) {
      const row = top + 1 + nth
      const smallest = `SMALL(${days},${nth})`
      cells.push(
        { row, column: 0, formula: `IFERROR(INT(${smallest}),"")`, style: looks.formulaDate },
        {
          row,
          column: 1,
          formula: `IF($A${row + 1}="","",IF($A${row + 1}<=${asOf},"${words.today}",IF($A${row + 1}<=${asOf}+7,"${words.week}","${words.month}")))`,
          style: looks.formulaCentre,
        },
      )
      for (const [at, key] of keys.entries()) {
        const letters = lettersOf(loans, key)
        const found = `INDEX(${sheetNames.loans}!$${letters}:$${letters},ROUND(MOD(${smallest},1)*100000,0))`
        cells.push({
          row,
          column: 2 + at,
          formula: key === 'balance' ? `IFERROR(${found},"")` : `IFERROR(${found}&"","")`,
          style: styles[at] ?? looks.formula,
        })
      }
    }
  })
  const last = 3 + workKinds.length * (workRows + 3)
  return {
    name: sheetNames.work,
    tab: '616161',
    columns: [13, 9, 22, 28, 18, 14].map((width) => ({ width })),
    cells,
    heights: new Map([[0, 26]]),
    conditionals: [
      { range: `B5:B${last}`, formula: `$B5="${words.today}"`, style: { bold: true, color: 'B10E1C' } },
      { range: `B5:B${last}`, formula: `$B5="${words.week}"`, style: { bold: true, color: '835B00' } },
    ],
    protect: true,
    print: {},
  }
}

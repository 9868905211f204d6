import { columnLetters } from '../../table/index.ts'
import { levels } from '../levels.ts'
import type { BookCell, BookSheet } from './book.ts'
import { catalogueHits, catalogueColumn } from './catalogueSheet.ts'
import { levelConditionals } from './dataSheets.ts'
import { looks } from './looks.ts'
import { templateWords } from './messages.ts'
import { sheetNames } from './names.ts'
import { asOfCell } from './templateGround.ts'
import { columnRange, lettersOf, type Views } from './viewGround.ts'

const words = templateWords.summary
/** Names that are listed; the loans of all others stand in one row below them. */
const listed = 15
const rulesListed = 10
const count = { ...looks.formula, format: '0;-0;"–"', align: 'right' } as const
const totalCount = { ...count, bold: true } as const

/** 预警汇总: how many loans at each level, by officer and by branch, the rules hit most; formulas and charts only. */
export function summarySheet(views: Views): BookSheet {
  const { loans, live, ready, judging } = views
  const level = columnRange(sheetNames.judging, live.level, ready)
  const active = columnRange(sheetNames.judging, 'A', ready)
  const balance = columnRange(sheetNames.loans, lettersOf(loans, 'balance'), ready)
  const all = `COUNTIF(${active},1)`
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
    { row: 1, column: 3, formula: all, style: looks.formulaCount },
    { row: 1, column: 4, value: words.balance, style: looks.label },
    { row: 1, column: 5, formula: `SUM(${balance})`, style: looks.formulaAmount },
    { row: 1, column: 6, style: looks.formulaAmount },
    ...[words.levels, words.loans, words.share].map((value, column) => ({
      row: 3,
      column,
      value,
      style: looks.optional,
    })),
  ]
  const shown = [...levels.map(({ text }) => text), words.none]
  for (const [at, text] of shown.entries()) {
    const row = 4 + at
    const formula =
      text === words.none ? `${all}-SUM(B5:B${4 + levels.length})` : `SUMPRODUCT(--(${level}="${text}"))`
    cells.push(
      { row, column: 0, value: text, style: looks.level },
      { row, column: 1, formula, style: count },
      {
        row,
        column: 2,
        formula: `IF($D$2=0,0,B${row + 1}/$D$2)`,
        style: { ...count, format: '0.0%;-0.0%;"–"' },
      },
    )
  }
  cells.push(...ruleCells(judging.cases.filter((one) => one.case.kind !== 'due').length))
  const officersTop = 16
  const branchesTop = officersTop + listed + 5
  for (const { top, title, head, number, key } of [
    {
      top: officersTop,
      title: words.byOfficer,
      head: words.officer,
      number: live.officerNumber,
      key: 'managerName',
    },
    {
      top: branchesTop,
      title: words.byBranch,
      head: words.branch,
      number: live.branchNumber,
      key: 'orgName',
    },
  ]) {
    const numbers = columnRange(sheetNames.judging, number, ready)
    const names = columnRange(sheetNames.loans, lettersOf(loans, key), ready)
    cells.push(...groupCells({ top, title, head, numbers, names, level, all }))
  }
  const branches = (column: string): string =>
    `${sheetNames.summary}!$${column}$${branchesTop + 3}:$${column}$${branchesTop + 10}`
  return {
    name: sheetNames.summary,
    tab: '616161',
    columns: [22, 11, 11, 11, 13, 11, 13, 3, 11, 11, 11, 11, 11].map((width) => ({ width })),
    cells,
    merges: ['F2:G2', ...Array.from({ length: rulesListed + 1 }, (_, at) => `E${at + 4}:F${at + 4}`)],
    heights: new Map([[0, 26]]),
    conditionals: levelConditionals('A5:A9', '$A5'),
    charts: [
      {
        title: words.chartBranch,
        kind: 'bar',
        stacked: true,
        series: levels
          .filter(({ level: one }) => one !== 'incomplete')
          .map((look, at) => ({
            name: look.text,
            values: branches(columnLetters(2 + at)),
            categories: branches('A'),
            color: look.bar,
          })),
        from: [2, 8],
        to: [19, 13],
      },
      {
        title: words.chartRules,
        kind: 'bar',
        stacked: false,
        series: [
          {
            name: words.loans,
            values: `${sheetNames.summary}!$G$5:$G$11`,
            categories: `${sheetNames.summary}!$E$5:$E$11`,
            color: '006CBF',
          },
        ],
        from: [20, 8],
        to: [37, 13],
      },
    ],
    protect: true,
    print: { landscape: true, onePage: true },
  }
}

/** The rules that most loans break, most first. */
function ruleCells(cases: number): BookCell[] {
  const hits = catalogueHits(cases)
  const names = catalogueColumn('C', cases)
  const cells: BookCell[] = [words.topRule, '', words.loans].map((value, at) => ({
    row: 3,
    column: 4 + at,
    ...(value === '' ? {} : { value }),
    style: looks.optional,
  }))
  for (let nth = 1; nth <= rulesListed; nth++) {
    const row = 3 + nth
    // the catalogue's own number breaks ties, so that no rule stands twice
    const largest = `LARGE(${hits},${nth})`
    cells.push(
      {
        row,
        column: 4,
        formula: `IFERROR(IF(INT(${largest})=0,"",INDEX(${names},MATCH(${largest},${hits},0))),"")`,
        style: looks.formula,
      },
      { row, column: 5, style: looks.formula },
      { row, column: 6, formula: `IFERROR(IF(INT(${largest})=0,"",INT(${largest})),"")`, style: count },
    )
  }
  return cells
}

interface Group {
  readonly top: number
  readonly title: string
  readonly head: string
  /** Ranges: the number of each name's first row, the names, the levels. */
  readonly numbers: string
  readonly names: string
  readonly level: string
  /** Formula of how many loans there are. */
  readonly all: string
}

function groupCells({ top, title, head, numbers, names, level, all }: Group): BookCell[] {
  const cells: BookCell[] = [{ row: top, column: 0, value: title, style: looks.heading }]
  for (const [column, value] of [head, words.loans, ...levels.map(({ text }) => text)].entries())
    cells.push({ row: top + 1, column, value, style: looks.optional })
  for (let nth = 1; nth <= listed; nth++) {
    const row = top + 1 + nth
    const name = `$A${row + 1}`
    cells.push(
      {
        row,
        column: 0,
        formula: `IFERROR(INDEX(${names},MATCH(${nth},${numbers},0))&"","")`,
        style: looks.formula,
      },
      { row, column: 1, formula: `IF(${name}="","",SUMPRODUCT(--(${names}=${name})))`, style: count },
      ...levels.map((look, at) => ({
        row,
        column: 2 + at,
        formula: `IF(${name}="","",SUMPRODUCT((${names}=${name})*(${level}="${look.text}")))`,
        style: count,
      })),
    )
  }
  const [first, last] = [top + 3, top + 2 + listed]
  const rest = top + 2 + listed
  const others = `MAX(0,MAX(${numbers})-${listed})`
  cells.push(
    {
      row: rest,
      column: 0,
      formula: `IF(${others}=0,"${words.nobody}","${words.others}"&${others}&" 个及未填的")`,
      style: looks.formula,
    },
    { row: rest + 1, column: 0, value: words.total, style: { ...looks.formula, bold: true } },
  )
  for (const [at, total] of [
    all,
    ...levels.map((look) => `SUMPRODUCT(--(${level}="${look.text}"))`),
  ].entries()) {
    const letters = columnLetters(1 + at)
    cells.push(
      {
        row: rest,
        column: 1 + at,
        formula: `${letters}${rest + 2}-SUM(${letters}${first}:${letters}${last})`,
        style: count,
      },
      { row: rest + 1, column: 1 + at, formula: total, style: totalCount },
    )
  }
  return cells
}

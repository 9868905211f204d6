import type { DayNumber } from '../../calendar/index.ts'
import { civilOf } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { RowLinks } from '../linkRows.ts'
import { rowsOf } from './linkRegister.ts'
import { numbersOf, textAt, textsOf } from './loanColumns.ts'
import { parsePeriod } from './parsePeriod.ts'

export interface StatementSettings {
  /** Each of the two quarters must worsen, or both together. */
  readonly together: boolean
  /** A falling debt ratio counts as worse, as one bank's plan words it. */
  readonly fallingDebtIsWorse: boolean
}

/** What the statements of each borrower say of its latest period; by field key, NaN where a figure is missing. */
export type StatementFacts = Readonly<Record<StatementFact, Float64Array>> & {
  readonly period: (string | null)[]
}

const factNames = [
  'count',
  'assets',
  'leverage',
  'leverageBefore',
  'leverageWorse',
  'current',
  'currentBefore',
  'currentWorse',
  'margin',
  'marginBefore',
  'marginWorse',
  'revenue',
  'revenueBefore',
  'revenueChange',
  'cashShortPeriods',
  'lossPeriods',
  'stockGap',
] as const
type StatementFact = (typeof factNames)[number]

const year = 12
const quarter = 3

/**
 * Statements in order, each compared with the same period of the year before, so that a season is no decline (EWS-001
 * to EWS-003). Null without 报告期. Figures of later periods than the ledger's day are left out.
 */
export function compareStatements(
  loans: Table,
  statements: Table,
  links: RowLinks,
  asOf: DayNumber | null,
  settings: StatementSettings,
): StatementFacts | null {
  const periods = textsOf(statements, 'reportPeriod')
  if (!periods) return null
  const monthOfCode = periods.dictionary.map(parsePeriod)
  const latestMonth = asOf === null ? Number.POSITIVE_INFINITY : monthsOf(asOf)
  const facts = emptyFacts(loans.rowCount)
  const read = statementReader(statements)
  const known = new Map<string, readonly [string | null, ReturnType<typeof judge>]>()
  for (let loan = 0; loan < loans.rowCount; loan += 1) {
    const rows = rowsOf(links, loan)
    if (!rows) continue
    // a customer's loans share one list of statements
    const list = rows.join(' ')
    let judged = known.get(list)
    if (!judged) {
      const byMonth = new Map<number, number>()
      for (const row of rows) {
        const month = monthOfCode[periods.codes[row] ?? -1] ?? null
        if (month !== null && month <= latestMonth) byMonth.set(month, row)
      }
      const latest = Math.max(...byMonth.keys())
      const last = byMonth.get(latest)
      judged = [last === undefined ? null : textAt(periods, last), judge(byMonth, latest, read, settings)]
      known.set(list, judged)
    }
    facts.period[loan] = judged[0]
    for (const name of factNames) facts[name][loan] = judged[1][name]
  }
  return facts
}

function monthsOf(day: DayNumber): number {
  const { year: y, month } = civilOf(day)
  return y * 12 + month
}

function emptyFacts(rows: number): StatementFacts {
  const columns = Object.fromEntries(factNames.map((name) => [name, new Float64Array(rows).fill(Number.NaN)]))
  // every name of the list was given its column just above
  return {
    ...(columns as Record<StatementFact, Float64Array>),
    period: new Array<string | null>(rows).fill(null),
  }
}

interface Statement {
  readonly assets: number
  readonly leverage: number
  readonly current: number
  readonly margin: number
  readonly revenue: number
  readonly cash: number
  readonly profit: number
  /** Receivables and stock together, or the one of the two that is there. */
  readonly stock: number
}

const nothing: Statement = {
  assets: Number.NaN,
  leverage: Number.NaN,
  current: Number.NaN,
  margin: Number.NaN,
  revenue: Number.NaN,
  cash: Number.NaN,
  profit: Number.NaN,
  stock: Number.NaN,
}

function statementReader(statements: Table): (row: number | undefined) => Statement {
  const columns = new Map<string, Float64Array | null>()
  const figure = (field: string, row: number): number => {
    if (!columns.has(field)) columns.set(field, numbersOf(statements, field))
    return columns.get(field)?.[row] ?? Number.NaN
  }
  return (row) => {
    if (row === undefined) return nothing
    const receivables = figure('receivables', row)
    const inventory = figure('inventory', row)
    return {
      assets: figure('totalAssets', row),
      leverage: share(figure('totalLiabilities', row) * 100, figure('totalAssets', row)),
      current: share(figure('currentAssets', row), figure('currentLiabilities', row)),
      margin: figure('grossMargin', row),
      revenue: figure('revenue', row),
      cash: figure('operatingCashFlow', row),
      profit: figure('netProfit', row),
      stock: Number.isNaN(receivables)
        ? inventory
        : Number.isNaN(inventory)
          ? receivables
          : receivables + inventory,
    }
  }
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : Number.NaN
}

/** Change against `before` in %, NaN where there is nothing sound to compare with. */
function change(now: number, before: number): number {
  // multiplied first: 80 against 100 is a fall of 20 %, not of a little less
  return before > 0 ? ((now - before) * 100) / before : Number.NaN
}

function judge(
  byMonth: ReadonlyMap<number, number>,
  latest: number,
  read: (row: number | undefined) => Statement,
  settings: StatementSettings,
): Record<StatementFact, number> {
  const at = (month: number): Statement => read(byMonth.get(month))
  const [now, ago] = [at(latest), at(latest - year)]
  const [then, thenAgo] = [at(latest - quarter), at(latest - quarter - year)]
  const worse = (ratio: 'leverage' | 'current' | 'margin', bad: 1 | -1): number => {
    const both = [change(now[ratio], ago[ratio]) * bad, change(then[ratio], thenAgo[ratio]) * bad] as const
    return settings.together ? both[0] + both[1] : Math.min(...both)
  }
  return {
    count: byMonth.size,
    assets: now.assets,
    leverage: now.leverage,
    leverageBefore: ago.leverage,
    leverageWorse: worse('leverage', settings.fallingDebtIsWorse ? -1 : 1),
    current: now.current,
    currentBefore: ago.current,
    currentWorse: worse('current', -1),
    margin: now.margin,
    marginBefore: ago.margin,
    marginWorse: worse('margin', -1),
    revenue: now.revenue,
    revenueBefore: ago.revenue,
    revenueChange: change(now.revenue, ago.revenue),
    cashShortPeriods: periodsBelowZero(byMonth, latest, (month) => at(month).cash),
    lossPeriods: periodsBelowZero(byMonth, latest, (month) => at(month).profit),
    stockGap: change(now.stock, ago.stock) - change(now.revenue, ago.revenue),
  }
}

/**
 * How many of the latest statements in a row are below zero. Figures run from January, so a bad season shows every
 * year: where the last twelve months together are not below zero, 0.
 */
function periodsBelowZero(
  byMonth: ReadonlyMap<number, number>,
  latest: number,
  figure: (month: number) => number,
): number {
  const months = [...byMonth.keys()].toSorted((a, b) => b - a)
  if (Number.isNaN(figure(latest))) return Number.NaN
  const yearEnd = latest - (((latest - 1) % year) + 1)
  const twelve =
    latest % year === 0 ? figure(latest) : figure(latest) + figure(yearEnd) - figure(latest - year)
  if (twelve >= 0) return 0
  const firstSound = months.findIndex((month) => !(figure(month) < 0))
  return firstSound < 0 ? months.length : firstSound
}

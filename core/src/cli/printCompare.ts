import { formatIsoDay } from '../calendar/index.ts'
import {
  describeIndicators,
  fates,
  formatMoney,
  origins,
  tiers,
  type Fate,
  type GroupMove,
  type LedgerComparison,
  type MatrixCell,
  type Origin,
} from '../check/index.ts'
import { compareMessages as words } from './compareMessages.ts'
import { printVanished } from './printOverview.ts'
import { cut, formatTable, padStart, textWidth } from './textWidth.ts'

const rowsShown = 12

/** Two months on a page: loans, matrix, roll rates, cells and findings that changed, branches and officers. */
export function printCompare(
  compared: LedgerComparison,
  files: { readonly before: string; readonly now: string },
): string[] {
  const { before, now, loans, findings, notes } = compared
  return [
    words.title,
    `  ${words.ledger(words.before, files.before, dayOf(before.asOf), count(loans.before))}`,
    `  ${words.ledger(words.now, files.now, dayOf(now.asOf), count(loans.now))}`,
    `  ${words.loans(count(loans.matched), count(loans.appeared), count(loans.gone))}`,
    ...(loans.unmatchedBefore + loans.unmatchedNow > 0
      ? [`  ${words.unmatched(count(loans.unmatchedBefore), count(loans.unmatchedNow))}`]
      : []),
    '',
    words.matrixByCount,
    ...matrixTable(compared, ({ loans: number }) => number, String),
    '',
    words.matrixByBalance,
    ...matrixTable(compared, (cell) => cell.before, wan, isTier),
    '',
    words.matrixNow,
    ...matrixTable(compared, (cell) => cell.now, wan, undefined, isTier),
    `  ${words.scope}`,
    '',
    words.rollRates,
    ...describeIndicators([compared.rollRates]).map((line) => `  ${line}`),
    ...fieldLines(compared),
    '',
    words.findings,
    `  ${Object.entries(words.moves)
      .map(([move, name]) => ({ name, total: totalOf(findings.moves, move) }))
      .filter(({ total }) => total > 0)
      .map(({ name, total }) => words.moveLine(name, count(total)))
      .join('，')}`,
    ...ruleLines(compared),
    ...seriousLines(compared),
    ...vanishedLines(compared),
    ...groupLines(words.byOrg, compared.byOrg),
    ...groupLines(words.byManager, compared.byManager),
    ...(notes.length > 0 ? ['', words.notes, ...notes.map(({ message }) => `  ${message}`)] : []),
  ]
}

const isTier = (state: string): boolean => (tiers as readonly string[]).includes(state)

function totalOf(moves: Readonly<Record<string, number>>, move: string): number {
  return moves[move] ?? 0
}

/** Rows and columns without a loan are left out; the last of each is the total. */
function matrixTable(
  { matrix: { cells } }: LedgerComparison,
  of: (cell: MatrixCell) => number,
  show: (amount: number) => string,
  rowsOf: (from: Origin) => boolean = () => true,
  columnsOf: (to: Fate) => boolean = () => true,
): string[] {
  const kept = cells.filter(({ from, to }) => rowsOf(from) && columnsOf(to))
  const rows = origins.filter((from) => kept.some((cell) => cell.from === from))
  const columns = fates.filter((to) => kept.some((cell) => cell.to === to))
  const sum = (some: readonly MatrixCell[]): string =>
    some.length === 0 ? '-' : show(some.reduce((total, cell) => total + Math.round(of(cell) * 100), 0) / 100)
  const line = (name: string, some: readonly MatrixCell[]): string[] => [
    name,
    ...columns.map((to) => sum(some.filter((cell) => cell.to === to))),
    sum(some),
  ]
  return amounts([
    [words.corner, ...columns.map((to) => words.fates[to] ?? to), words.total],
    ...rows.map((from) =>
      line(
        words.origins[from] ?? from,
        kept.filter((cell) => cell.from === from),
      ),
    ),
    line(words.total, kept),
  ])
}

function fieldLines({ fields }: LedgerComparison): string[] {
  if (fields.length === 0) return []
  const rows = fields
    .slice(0, rowsShown)
    .map(({ name, loans, filled, emptied }) => [name, loans, filled, emptied])
  return ['', words.fields, ...formatTable([[...words.fieldHeader], ...rows], '  ')]
}

function ruleLines({ findings }: LedgerComparison): string[] {
  const changed = findings.byRule.filter(
    ({ moves }) => moves.new + moves.cured + moves.worse + moves.lighter > 0,
  )
  if (changed.length === 0) return []
  const rows = changed
    .slice(0, rowsShown)
    .map(({ rule, name, moves }) => [
      rule,
      cut(name, 40),
      moves.new,
      moves.cured,
      moves.same,
      moves.worse,
      moves.lighter,
    ])
  return ['', words.ruleTitle, ...formatTable([[...words.ruleHeader], ...rows], '  ')]
}

function seriousLines({ findings }: LedgerComparison): string[] {
  const serious = findings.changes.filter(
    ({ move, finding }) => move === 'new' && finding.kind === 'violation' && finding.severity === 'serious',
  )
  if (serious.length === 0) return []
  return [
    '',
    words.newSerious(serious.length),
    ...serious
      .slice(0, rowsShown)
      .map(
        ({ finding: { row, key, rule, message } }) =>
          `  ${words.findingLine(row, key, `${rule} ${message}`)}`,
      ),
    ...(serious.length > rowsShown ? [`  ${words.more(serious.length - rowsShown)}`] : []),
  ]
}

function vanishedLines({ now }: LedgerComparison): string[] {
  const lines = printVanished(now.previous ?? null)
  return lines.length === 0 ? [] : ['', ...lines]
}

function groupLines(title: string, groups: readonly GroupMove[]): string[] {
  if (groups.every(({ name }) => name === '')) return []
  const rows = groups
    .slice(0, rowsShown)
    .map((group) => [
      group.name === '' ? words.nobody : cut(group.name, 24),
      group.before.loans,
      group.now.loans,
      wan(group.before.balance),
      wan(group.now.balance),
      wan(group.nplBefore.balance),
      wan(group.nplNow.balance),
      group.worse.loans,
      group.better.loans,
      group.newFindings,
      group.curedFindings,
    ])
  const more = groups.length > rowsShown ? [`  ${words.more(groups.length - rowsShown)}`] : []
  return ['', title, ...amounts([[...words.groupHeader], ...rows]), ...more]
}

/** A table whose columns after the first are amounts, aligned to the right with their headers. */
function amounts(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => textWidth(String(row[at] ?? '')))),
  )
  const aligned = rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell : padStart(String(cell), widths[at] ?? 0))),
  )
  return formatTable(aligned, '  ')
}

function dayOf(asOf: number | null): string {
  return asOf === null ? words.noDay : formatIsoDay(asOf)
}

const count = (value: number): string => formatMoney(value).replace(/\.00$/, '')
const wan = (amount: number): string => formatMoney(amount / 10_000)

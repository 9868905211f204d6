import { formatIsoDay } from '../calendar/index.ts'
import {
  comparisonLabels,
  describeIndicators,
  formatMoney,
  migrationTable,
  tiers,
  type GroupMove,
  type LedgerComparison,
  type MigrationTable,
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
    words.byLoans,
    ...matrixTable(migrationTable(compared, 'loans'), String),
    '',
    words.byBalance,
    ...matrixTable(migrationTable(compared, 'before', isTier), wan),
    '',
    words.bySource,
    ...matrixTable(migrationTable(compared, 'now', undefined, isTier), wan),
    `  ${words.scope}`,
    '',
    words.rollRates,
    ...describeIndicators([compared.rollRates]).map((line) => `  ${line}`),
    ...fieldLines(compared),
    '',
    words.moves,
    `  ${Object.entries(comparisonLabels.moves)
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

function matrixTable({ columns, rows }: MigrationTable, show: (amount: number) => string): string[] {
  return amounts([
    [words.corner, ...columns.map((to) => words.fates[to] ?? to), words.total],
    ...rows.map((row) => [
      row.from === null ? words.total : (words.origins[row.from] ?? row.from),
      ...row.amounts.map((amount) => (amount === null ? '-' : show(amount))),
    ]),
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

import { formatIsoDay } from '../calendar/index.ts'
import {
  comparisonLabels as labels,
  findingMoves,
  migrationTable,
  tiers,
  type GroupMove,
  type LedgerComparison,
  type MigrationTable,
} from '../check/index.ts'
import type { AnnotationPlan, OwnSheet, SheetBlock, SheetCell } from './annotation.ts'
import { cutNote, left, middle, right } from './blockColumns.ts'
import { comparisonWords as words } from './comparisonWords.ts'
import { amount, findingSheet, loanSheet, placeSheet } from './planComparisonLists.ts'

const groupsShown = 60

/**
 * Two months as a workbook of our own sheets: matrix, roll rates, branches and officers on one; loans that changed,
 * findings that came and went, loans new and gone as lists. Balances in 万元.
 */
export function planComparison(
  compared: LedgerComparison,
  files: { readonly before: string; readonly now: string },
): AnnotationPlan {
  return {
    asOf: compared.now.asOf,
    sheets: [],
    ownSheets: [
      summarySheet(compared, files),
      ...[loanSheet(compared), findingSheet(compared), placeSheet(compared)].filter(
        ({ blocks }) => (blocks[0]?.rows.length ?? 0) > 0,
      ),
    ],
  }
}

function summarySheet(
  compared: LedgerComparison,
  files: { readonly before: string; readonly now: string },
): OwnSheet {
  const { before, now, loans, findings, fields, notes } = compared
  const day = (asOf: number | null): string => (asOf === null ? words.noDay : formatIsoDay(asOf))
  const blocks: SheetBlock[] = [
    matrixBlock(words.blocks.count, migrationTable(compared, 'loans'), (number) => number),
    {
      ...matrixBlock(words.blocks.balance, migrationTable(compared, 'before', isTier), amount),
      note: '',
    },
    {
      ...matrixBlock(words.blocks.now, migrationTable(compared, 'now', undefined, isTier), amount),
      note: words.scope,
    },
    rollBlock(compared),
    {
      title: words.blocks.moves,
      columns: [left(words.move[0]), right(words.move[1])],
      rows: findingMoves
        .filter((move) => findings.moves[move] > 0)
        .map((move) => [labels.moves[move], findings.moves[move]]),
      note: '',
    },
    ruleBlock(compared),
    groupBlock(words.blocks.orgs, compared.byOrg),
    groupBlock(words.blocks.managers, compared.byManager),
    {
      title: words.blocks.fields,
      columns: words.fieldHeader.map((title, at) => (at === 0 ? left(title) : right(title))),
      rows: fields
        .slice(0, groupsShown)
        .map(({ name, loans: changed, filled, emptied }) => [name, changed, filled, emptied]),
      note: cutNote(fields.length, groupsShown),
    },
    {
      title: words.blocks.notes,
      columns: [left(words.note, 11)],
      rows: notes.map(({ message }) => [message]),
      note: '',
    },
  ]
  return {
    name: words.names.summary,
    title: words.names.summary,
    subtitles: [
      words.ledger(words.before, files.before, day(before.asOf), count(loans.before)),
      words.ledger(words.now, files.now, day(now.asOf), count(loans.now)),
      words.matched(
        count(loans.matched),
        count(loans.appeared),
        count(loans.gone),
        count(loans.unmatchedBefore + loans.unmatchedNow),
      ),
    ],
    widths: [30, ...Array.from({ length: 11 }, () => 12)],
    list: false,
    blocks: blocks.filter(({ rows }) => rows.length > 0),
  }
}

const isTier = (state: string): boolean => (tiers as readonly string[]).includes(state)
const count = (value: number): string => value.toLocaleString('en-US')

function matrixBlock(
  title: string,
  { columns, rows }: MigrationTable,
  show: (amount: number) => SheetCell,
): SheetBlock {
  return {
    title,
    columns: [left(words.corner), ...columns.map((to) => right(labels.fates[to] ?? to)), right(words.total)],
    rows: rows.map(({ from, amounts }) => [
      from === null ? words.total : (labels.origins[from] ?? from),
      ...amounts.map((one) => (one === null ? null : show(one))),
    ]),
    note: '',
  }
}

function rollBlock({ rollRates }: LedgerComparison): SheetBlock {
  const [name, value, numerator, denominator, note] = words.roll
  return {
    title: words.blocks.roll,
    columns: [left(name), right(value), right(numerator), right(denominator), left(note, 8)],
    rows: rollRates.parts.map((part) => [
      part.name,
      part.value === null ? words.cannotTell : { kind: 'percent', value: part.value / 100 },
      part.numerator === null ? null : amount(part.numerator),
      part.denominator === null ? null : amount(part.denominator),
      [...(part.bound === undefined ? [] : [words.bound[part.bound]]), part.because ?? part.formula].join(
        '，',
      ),
    ]),
    note: rollRates.note ?? '',
  }
}

function ruleBlock({ findings }: LedgerComparison): SheetBlock {
  const changed = findings.byRule.filter(
    ({ moves }) => moves.new + moves.cured + moves.worse + moves.lighter > 0,
  )
  return {
    title: words.blocks.rules,
    columns: words.rule.map((title, at) =>
      at === 0 ? left(title) : at === 1 ? middle(title) : right(title),
    ),
    rows: changed
      .slice(0, groupsShown)
      .map(({ rule, name, moves }) => [
        name,
        rule,
        moves.new,
        moves.cured,
        moves.same,
        moves.worse,
        moves.lighter,
      ]),
    note: cutNote(changed.length, groupsShown),
  }
}

function groupBlock(title: string, groups: readonly GroupMove[]): SheetBlock {
  const named = groups.some(({ name }) => name !== '') ? groups : []
  return {
    title,
    columns: words.group.map((one, at) => (at === 0 ? left(one) : right(one))),
    rows: named
      .slice(0, groupsShown)
      .map((group) => [
        group.name || words.nobody,
        group.before.loans,
        group.now.loans,
        amount(group.before.balance),
        amount(group.now.balance),
        amount(group.nplBefore.balance),
        amount(group.nplNow.balance),
        group.worse.loans,
        group.better.loans,
        group.newFindings,
        group.curedFindings,
      ]),
    note: cutNote(named.length, groupsShown),
  }
}

import { formatIsoDay } from '../calendar/index.ts'
import {
  comparisonLabels as labels,
  findingMoves,
  migrationTable,
  tiers,
  type GroupMove,
  type LedgerComparison,
  type LoanPlace,
  type MigrationTable,
  type VanishedLoan,
} from '../check/index.ts'
import type { AnnotationPlan, OwnSheet, SheetBlock, SheetCell } from './annotation.ts'
import { cutNote, left, middle, right } from './blockColumns.ts'
import { comparisonWords as words } from './comparisonWords.ts'

/** A list longer than this is cut: nobody reads it, and the JSON has all of it. */
const rowsListed = 50_000
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
const amount = (value: number): SheetCell => ({ kind: 'amount', value: value / 10_000 })
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

function loanSheet(compared: LedgerComparison): OwnSheet {
  const rows: SheetCell[][] = []
  let all = 0
  for (const { before, now, fields } of compared.changes()) {
    all += 1
    if (all > rowsListed) continue
    const shown = (value: string | number | boolean | null): string =>
      value === null
        ? words.blank
        : typeof value === 'number'
          ? value.toLocaleString('en-US', { maximumFractionDigits: 4 })
          : String(value)
    rows.push([
      now.row,
      now.key,
      now.customer,
      now.org,
      now.manager,
      before.balance === null ? null : amount(before.balance),
      now.balance === null ? null : amount(now.balance),
      before.tier,
      now.tier,
      fields.map((one) => words.change(one.name, shown(one.before), shown(one.now))).join(words.between),
    ])
  }
  return listSheet(words.names.loans, words.loansTitle, words.loanColumns, rows, all, {
    widths: [8, 22, 28, 16, 12, 14, 14, 10, 10, 70],
    right: [0, 5, 6],
    center: [7, 8],
  })
}

function findingSheet({ findings }: LedgerComparison): OwnSheet {
  const order = (move: (typeof findingMoves)[number]): number => findingMoves.indexOf(move)
  const sorted = findings.changes.toSorted((a, b) => order(a.move) - order(b.move))
  const rows = sorted
    .slice(0, rowsListed)
    .map(({ move, of, org, manager, finding }): SheetCell[] => [
      labels.moves[move],
      finding.rule,
      { kind: 'level', level: finding.severity },
      of === 'now' ? words.now : words.before,
      finding.row,
      finding.key,
      org,
      manager,
      finding.message,
      finding.remedy,
    ])
  return listSheet(words.names.findings, words.findingsTitle, words.findingColumns, rows, sorted.length, {
    widths: [18, 11, 11, 8, 8, 22, 16, 12, 60, 44],
    right: [4],
    center: [1, 3],
  })
}

function placeSheet(compared: LedgerComparison): OwnSheet {
  const vanished = new Map<string, VanishedLoan>()
  for (const loan of compared.now.previous?.vanished ?? []) {
    vanished.set(`${loan.file} ${loan.sheet} ${loan.row}`, loan)
  }
  const { before: unmatchedBefore, now: unmatchedNow } = compared.unmatched()
  const rows: SheetCell[][] = []
  let all = 0
  const add = (kind: string, which: string, place: LoanPlace, note: string): void => {
    all += 1
    if (all > rowsListed) return
    rows.push([
      kind,
      which,
      place.row,
      place.key,
      place.customer,
      place.org,
      place.manager,
      place.balance === null ? null : amount(place.balance),
      place.tier,
      note,
    ])
  }
  const noteOn = ({ table, row }: LoanPlace): string => {
    const sheet = compared.before.tables[table]?.table
    const loan = vanished.get(`${sheet?.file} ${sheet?.sheet} ${row}`)
    if (!loan) return ''
    return [
      words.vanished,
      ...(loan.risky ? [words.risky] : []),
      ...(loan.fellDue ? [words.fellDue] : []),
    ].join(words.between)
  }
  for (const place of compared.gone()) add(words.place.gone, words.before, place, noteOn(place))
  for (const place of unmatchedBefore) add(words.place.unmatchedBefore, words.before, place, words.ambiguous)
  for (const place of unmatchedNow) add(words.place.unmatchedNow, words.now, place, words.ambiguous)
  for (const place of compared.appeared()) add(words.place.appeared, words.now, place, '')
  return listSheet(words.names.places, words.placesTitle, words.placeColumns, rows, all, {
    widths: [14, 8, 8, 22, 28, 16, 12, 14, 10, 50],
    right: [2, 7],
    center: [0, 1, 8],
  })
}

function listSheet(
  name: string,
  title: string,
  columns: readonly string[],
  rows: readonly (readonly SheetCell[])[],
  all: number,
  look: {
    readonly widths: readonly number[]
    readonly right: readonly number[]
    readonly center: readonly number[]
  },
): OwnSheet {
  return {
    name,
    title,
    subtitles: [words.amounts],
    widths: look.widths,
    list: true,
    blocks: [
      {
        title: '',
        columns: columns.map((one, at) =>
          look.right.includes(at) ? right(one) : look.center.includes(at) ? middle(one) : left(one),
        ),
        rows,
        note: cutNote(all, rowsListed),
      },
    ],
  }
}

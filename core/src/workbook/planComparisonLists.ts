import {
  comparisonLabels as labels,
  findingMoves,
  type LedgerComparison,
  type LoanPlace,
  type VanishedLoan,
} from '../check/index.ts'
import type { OwnSheet, SheetCell } from './annotation.ts'
import { cutNote, left, middle, right } from './blockColumns.ts'
import { comparisonWords as words } from './comparisonWords.ts'

/** A list longer than this is cut: nobody reads it, and the JSON has all of it. */
const rowsListed = 50_000

/** Yuan, shown in 万元. */
export const amount = (value: number): SheetCell => ({ kind: 'amount', value: value / 10_000 })

/** Loans of both months that changed, with what changed. */
export function loanSheet(compared: LedgerComparison): OwnSheet {
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

/** Findings that came, went or stayed. */
export function findingSheet({ findings }: LedgerComparison): OwnSheet {
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

/** Loans that are in one of the months only, or that cannot be matched. */
export function placeSheet(compared: LedgerComparison): OwnSheet {
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

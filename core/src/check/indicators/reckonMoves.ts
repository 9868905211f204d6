import type { DayNumber } from '../../calendar/index.ts'
import type { LoanMatch } from '../compare/matchLoans.ts'
import { indicatorMessages as words } from './messages.ts'
import { balanceOf, boundBy, cannotTell, gradeOf, nplGrades, ratio, sumOf } from './ratio.ts'
import type { Book, BookLoan } from './readBook.ts'
import type { Reckoned, Reckoning } from './types.ts'

/** A loan of the previous ledger and what became of it; `now` is absent where this ledger does not have it. */
interface Move {
  readonly before: BookLoan
  readonly now: BookLoan | undefined
}

/** What two ledgers say together: recovery (PF-03), renewal (PF-08), migration (PF-11). */
export function reckonMoves(
  book: Book,
  previous: { readonly book: Book; readonly match: LoanMatch } | null,
  days: { readonly asOf: DayNumber | null; readonly before: DayNumber | null },
): Reckoning {
  const ids = ['overdueRecovery', 'overdueRecovery30', 'nplRecovery', 'overdueCure', 'renewalRatio']
  if (!previous) {
    const none = cannotTell(words.noPrevious)
    return Object.fromEntries([...ids, ...migrations.map(([id]) => id)].map((id) => [id, none]))
  }
  const { counted } = previous.book
  const countedBefore = new Set(counted)
  const moves = previous.book.loans.flatMap((before, row): Move[] =>
    countedBefore.has(before) ? [{ before, now: book.loans[previous.match.now[row] ?? -1] }] : [],
  )
  const overdue = moves.filter(({ before }) => before.days > 0)
  const daysKnown = counted.some((loan) => !Number.isNaN(loan.days))
  const classKnown = counted.some((loan) => loan.grade !== '')
  const noDays = cannotTell(words.noColumn('逾期天数'))
  const noClass = cannotTell(words.noColumn('五级分类'))
  return {
    overdueRecovery: daysKnown ? recovered(overdue) : noDays,
    overdueRecovery30: daysKnown ? recovered(overdue.filter(({ before }) => before.days > 30)) : noDays,
    nplRecovery: classKnown ? recovered(moves.filter(({ before }) => nplGrades.has(before.grade))) : noClass,
    overdueCure: daysKnown ? cured(overdue) : noDays,
    renewalRatio: renewal(book, moves, days, daysKnown && classKnown),
    ...Object.fromEntries(
      migrations.map(([id, from, to]) => [id, classKnown ? migrated(moves, from, to) : noClass]),
    ),
  }
}

const goneFrom = (moves: readonly Move[]): number => moves.filter(({ now }) => now === undefined).length

/** Written off and transferred is not collected. */
const disposed = (loan: BookLoan): boolean => loan.writtenOff || loan.transferred

function recovered(moves: readonly Move[]): Reckoned {
  const back = moves.reduce(
    (sum, { before, now }) =>
      now === undefined || disposed(now) ? sum : sum + Math.max(0, before.balance - owed(now)),
    0,
  )
  return ratio(back, openingOf(moves), boundBy('atLeast', goneFrom(moves), words.gone))
}

function cured(moves: readonly Move[]): Reckoned {
  const well = moves.filter(
    ({ now }) => now !== undefined && !disposed(now) && (owed(now) === 0 || now.days === 0),
  )
  return ratio(openingOf(well), openingOf(moves), boundBy('atLeast', goneFrom(moves), words.gone))
}

const openingOf = (moves: readonly Move[]): number =>
  sumOf(
    moves.map(({ before }) => before),
    balanceOf,
  )

/** A blank balance is not a paid one. */
const owed = (loan: BookLoan): number => (Number.isNaN(loan.balance) ? Infinity : loan.balance)

/** Id, the grades it starts from (0 正常 … 4 损失), and the best grade that counts as fallen. */
const migrations: readonly (readonly [string, readonly number[], number])[] = [
  ['normalMigration', [0], 1],
  ['attentionMigration', [1], 2],
  ['substandardMigration', [2], 3],
  ['doubtfulMigration', [3], 4],
  ['performingMigration', [0, 1], 2],
]

function migrated(moves: readonly Move[], from: readonly number[], to: number): Reckoned {
  let fallen = 0
  let stayed = 0
  let unclassed = 0
  for (const { before, now } of moves) {
    if (!from.includes(gradeOf(before)) || !now?.onBook) continue
    // what was repaid in between is out of both
    const left = Math.min(before.balance, now.balance)
    stayed += left
    if (gradeOf(now) >= to) fallen += left
    else if (gradeOf(now) < 0) unclassed += 1
  }
  return ratio(fallen, stayed, boundBy('atLeast', unclassed, words.unclassified))
}

function renewal(
  book: Book,
  moves: readonly Move[],
  { asOf, before }: { readonly asOf: DayNumber | null; readonly before: DayNumber | null },
  known: boolean,
): Reckoned {
  if (asOf === null || before === null) return cannotTell(words.noAsOf)
  if (!known || !moves.some((move) => !Number.isNaN(move.before.maturity))) {
    return cannotTell(words.noColumn('到期日', '五级分类', '逾期天数'))
  }
  const good = new Set<string>()
  const extended = new Set<string>()
  for (const { before: loan, now } of moves) {
    if (loan.customer === '' || loan.grade !== '正常' || loan.days !== 0) continue
    if (!(loan.maturity > before && loan.maturity <= asOf)) continue
    good.add(loan.customer)
    if (now && now.onBook && now.maturity > asOf) extended.add(loan.customer)
  }
  const fresh = new Set(
    book.counted
      .filter((loan) => loan.disbursed > before && loan.disbursed <= asOf)
      .map((loan) => loan.customer),
  )
  const renewed = [...good].filter((customer) => extended.has(customer) || fresh.has(customer))
  return good.size === 0 ? cannotTell(words.noRecord) : ratio(renewed.length, good.size)
}

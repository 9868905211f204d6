import { gradeOf, nplGrades } from '../indicators/ratio.ts'
import type { Book, BookLoan } from '../indicators/readBook.ts'
import { absent, type LoanMatch } from './matchLoans.ts'
import {
  fates,
  origins,
  tiers,
  type Fate,
  type GroupMove,
  type Holding,
  type MatrixCell,
  type MigrationMatrix,
  type Origin,
  type Tier,
} from './types.ts'

/** A loan in one ledger or in both, with where it came from and where it went. */
export interface LoanMove {
  readonly from: Origin
  readonly to: Fate
  /** Absent where it is not in that ledger. */
  readonly before?: BookLoan
  readonly now?: BookLoan
}

export function tierOf(loan: BookLoan): Tier {
  return tiers[gradeOf(loan)] ?? '未分类'
}

/** Every loan that counts in at least one of the ledgers, once. */
export function listMoves(previous: Book, current: Book, match: LoanMatch): readonly LoanMove[] {
  const [counted, countedNow] = [new Set(previous.counted), new Set(current.counted)]
  const fate = (loan: BookLoan): Fate => {
    if (countedNow.has(loan)) return tierOf(loan)
    if (loan.writtenOff || loan.transferred) return 'disposed'
    return loan.onBook || Number.isNaN(loan.balance) ? 'outside' : 'settled'
  }
  const moves: LoanMove[] = []
  previous.loans.forEach((before, row) => {
    const from = counted.has(before) ? tierOf(before) : 'outside'
    const partner = match.now[row] ?? absent
    const now = partner < 0 ? undefined : current.loans[partner]
    if (now) {
      if (counted.has(before) || countedNow.has(now)) moves.push({ from, to: fate(now), before, now })
    } else if (counted.has(before)) {
      moves.push({ from, to: partner === absent ? 'gone' : 'unmatched', before })
    }
  })
  current.loans.forEach((now, row) => {
    const partner = match.before[row] ?? absent
    if (partner >= 0 || !countedNow.has(now)) return
    moves.push({ from: partner === absent ? 'appeared' : 'unmatched', to: tierOf(now), now })
  })
  return moves
}

const isTier = (state: string): boolean => (tiers as readonly string[]).includes(state)
const heldBefore = ({ from, before }: LoanMove): number => (before && isTier(from) ? cents(before) : 0)
const heldNow = ({ to, now }: LoanMove): number => (now && isTier(to) ? cents(now) : 0)
// summed in whole 分, so that the parts add up to the total to the last digit
const cents = (loan: BookLoan): number => Math.round(loan.balance * 100)

export function migrationMatrix(moves: readonly LoanMove[]): MigrationMatrix {
  const sums = new Map<string, { loans: number; before: number; now: number }>()
  for (const move of moves) {
    const key = `${move.from} ${move.to}`
    const sum = sums.get(key) ?? { loans: 0, before: 0, now: 0 }
    sum.loans += 1
    sum.before += heldBefore(move)
    sum.now += heldNow(move)
    sums.set(key, sum)
  }
  const cells = origins.flatMap((from) =>
    fates.flatMap((to): MatrixCell[] => {
      const sum = sums.get(`${from} ${to}`)
      return sum ? [{ from, to, loans: sum.loans, before: sum.before / 100, now: sum.now / 100 }] : []
    }),
  )
  return {
    cells,
    before: holding(
      moves.filter(({ from }) => isTier(from)),
      heldBefore,
    ),
    now: holding(
      moves.filter(({ to }) => isTier(to)),
      heldNow,
    ),
  }
}

function holding(moves: readonly LoanMove[], of: (move: LoanMove) => number): Holding {
  return { loans: moves.length, balance: moves.reduce((sum, move) => sum + of(move), 0) / 100 }
}

/** By branch or officer, the largest book first; a loan that changed hands counts with each at its own time. */
export function movesByGroup(
  moves: readonly LoanMove[],
  nameOf: (loan: BookLoan) => string,
  findings: ReadonlyMap<string, { readonly fresh: number; readonly cured: number }>,
): readonly GroupMove[] {
  const groups = new Map<string, { before: LoanMove[]; now: LoanMove[]; owned: LoanMove[] }>()
  const groupOf = (name: string) => {
    const group = groups.get(name) ?? { before: [], now: [], owned: [] }
    groups.set(name, group)
    return group
  }
  for (const name of findings.keys()) groupOf(name)
  for (const move of moves) {
    const { before, now } = move
    if (before && isTier(move.from)) groupOf(nameOf(before)).before.push(move)
    if (now && isTier(move.to)) groupOf(nameOf(now)).now.push(move)
    const owner = now ?? before
    if (owner) groupOf(nameOf(owner)).owned.push(move)
  }
  const list = [...groups].map(([name, { before, now, owned }]): GroupMove => {
    const step = ({ from, to }: LoanMove): number =>
      graded(from) && graded(to) ? tiers.indexOf(to) - tiers.indexOf(from) : 0
    return {
      name,
      before: holding(before, heldBefore),
      now: holding(now, heldNow),
      nplBefore: holding(
        before.filter(({ from }) => nplGrades.has(from)),
        heldBefore,
      ),
      nplNow: holding(
        now.filter(({ to }) => nplGrades.has(to)),
        heldNow,
      ),
      worse: holding(
        owned.filter((move) => step(move) > 0),
        heldNow,
      ),
      better: holding(
        owned.filter((move) => step(move) < 0),
        heldNow,
      ),
      appeared: holding(
        owned.filter(({ from }) => from === 'appeared'),
        heldNow,
      ),
      gone: holding(
        owned.filter(({ to }) => to === 'gone'),
        heldBefore,
      ),
      newFindings: findings.get(name)?.fresh ?? 0,
      curedFindings: findings.get(name)?.cured ?? 0,
    }
  })
  return list.toSorted((a, b) => b.now.balance - a.now.balance || b.before.balance - a.before.balance)
}

function graded(state: Origin | Fate): state is Tier {
  return isTier(state) && state !== '未分类'
}

import { percent } from './openLoans.ts'
import type { LoanSeen } from './openLoans.ts'

export interface BookShares {
  readonly loans: number
  readonly balance: number
  /** Null where the ledger cannot tell. Entrusted and written-off loans are left out. */
  readonly nplShare: number | null
  readonly attentionShare: number | null
  readonly overdueShare: number | null
}

export interface OwnerShares extends BookShares {
  readonly name: string
  /** Which shares are far above the book's, over enough loans. */
  readonly high: readonly ('npl' | 'attention' | 'overdue')[]
}

const npl = new Set(['次级', '可疑', '损失'])

/** Running shares of a group of loans. */
export class Share {
  readonly #sum = { loans: 0, balance: 0, classed: 0, known: 0, npl: 0, attention: 0, overdue: 0 }
  readonly counts = { npl: 0, attention: 0, overdue: 0 }

  add({ balance, grade, days }: LoanSeen): void {
    const sum = this.#sum
    sum.loans += 1
    sum.balance += balance
    if (grade !== '') sum.classed += balance
    if (!Number.isNaN(days)) sum.known += balance
    if (npl.has(grade)) {
      sum.npl += balance
      this.counts.npl += 1
    }
    if (grade === '关注') {
      sum.attention += balance
      this.counts.attention += 1
    }
    if (days > 0) {
      sum.overdue += balance
      this.counts.overdue += 1
    }
  }

  shares(): BookShares {
    const { loans, balance, classed, known, npl: bad, attention, overdue } = this.#sum
    return {
      loans,
      balance,
      nplShare: classed > 0 ? percent(bad, balance) : null,
      attentionShare: classed > 0 ? percent(attention, balance) : null,
      overdueShare: known > 0 ? percent(overdue, balance) : null,
    }
  }
}

/** Shares by owner, those far above the book first. */
export function ownerShares(
  owners: ReadonlyMap<string, Share>,
  book: Share,
  multiple: number,
  least: number,
): readonly OwnerShares[] {
  const whole = book.shares()
  const kinds = [
    ['npl', 'nplShare'],
    ['attention', 'attentionShare'],
    ['overdue', 'overdueShare'],
  ] as const
  return [...owners]
    .map(([name, share]) => {
      const own = share.shares()
      const high = kinds.flatMap(([kind, key]) => {
        const all = whole[key] ?? 0
        return all > 0 && (own[key] ?? 0) >= multiple * all && share.counts[kind] >= least ? [kind] : []
      })
      return { name, ...own, high }
    })
    .toSorted(
      (a, b) =>
        b.high.length - a.high.length || (b.nplShare ?? 0) - (a.nplShare ?? 0) || b.balance - a.balance,
    )
}

/** The share of an owner, begun where there is none yet. */
export function shareOf(map: Map<string, Share>, name: string): Share {
  const share = map.get(name) ?? new Share()
  map.set(name, share)
  return share
}

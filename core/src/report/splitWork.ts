import { parseIsoDay } from '../calendar/index.ts'
import type { WorkLine } from './types.ts'

export interface WorkSplit {
  /** Day come or past on the ledger's day. */
  readonly today: readonly WorkLine[]
  /** Within seven days of it, and within thirty-one. */
  readonly week: readonly WorkLine[]
  readonly month: readonly WorkLine[]
  readonly later: readonly WorkLine[]
}

/** What is to be done, by how near its day is to the ledger's. */
export function splitWork(work: readonly WorkLine[], asOf: string | null): WorkSplit {
  const now = asOf === null ? Number.NaN : parseIsoDay(asOf)
  const within = (from: number, to: number): readonly WorkLine[] =>
    work
      .filter(({ day }) => {
        const left = parseIsoDay(day) - now
        return left > from && left <= to
      })
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return {
    today: within(-Infinity, 0),
    week: within(0, 7),
    month: within(7, 31),
    later: within(31, Infinity),
  }
}

import type { BookFigures, SeverityCounts, TrendPoint } from './types.ts'

/** One month of the trend; null where the book has no day. `found` are the counts of findings, where it was checked. */
export function trendPoint(book: BookFigures, found: SeverityCounts | null): TrendPoint | null {
  if (book.day === null) return null
  const of = (names: readonly string[]): number =>
    book.tiers.filter(({ name }) => names.includes(name)).reduce((sum, { balance }) => sum + balance, 0)
  const share = (part: number, known: boolean): number | null =>
    known && book.balance > 0 ? (part / book.balance) * 100 : null
  const unclassed = book.tiers.at(-1)?.loans ?? 0
  const classes = unclassed < book.loans
  return {
    day: book.day,
    loans: book.loans,
    balance: book.balance,
    npl: share(of(['次级', '可疑', '损失']), classes),
    attention: share(of(['关注']), classes),
    overdue: share(
      book.buckets.reduce((sum, { balance }) => sum + balance, 0),
      book.daysUnknown < book.loans,
    ),
    serious: found?.serious ?? null,
    warning: found?.warning ?? null,
  }
}

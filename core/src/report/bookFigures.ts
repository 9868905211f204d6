import { formatIsoDay } from '../calendar/index.ts'
import { readBook, type Book, type BookLoan, type Result } from '../check/index.ts'
import { reportWords as words } from './messages.ts'
import type { BookFigures, NamedSum, Sum, UnitBook } from './types.ts'

const tiers = ['正常', '关注', '次级', '可疑', '损失'] as const
const bad: ReadonlySet<string> = new Set(['次级', '可疑', '损失'])

/** The last day of each step of arrears; past 90 days a loan is at least 次级. */
export const bucketEnds = [30, 60, 90, 180, 270, 360, Infinity] as const

/** The last day to maturity of each step; the first is what is past it. */
const ladderEnds = [-1, 30, 90, 180, 365, 1095, Infinity] as const

/** What the book comes to on its day. */
export function bookFigures(result: Result, book: Book = readBook(result)): BookFigures {
  const { counted } = book
  const { asOf } = result
  const left = ({ maturity }: BookLoan): number => (asOf === null ? Number.NaN : maturity - asOf)
  return {
    day: asOf === null ? null : formatIsoDay(asOf),
    ...sumOf(counted),
    customers: new Set(counted.map(({ customer, table, row }) => customer || `${table} ${row}`)).size,
    otherCurrency: book.otherCurrency,
    tiers: named(
      counted,
      [...tiers, words.unclassed],
      ({ grade }) => tiers.findIndex((tier) => tier === grade),
      tiers.length,
    ),
    buckets: named(
      counted.filter(({ days }) => days > 0),
      words.buckets,
      ({ days }) => bucketEnds.findIndex((end) => days <= end),
    ),
    daysUnknown: counted.filter(({ days }) => Number.isNaN(days)).length,
    ladder: named(
      counted,
      words.ladder,
      (loan) => ladderEnds.findIndex((end) => left(loan) <= end),
      ladderEnds.length,
    ),
    byOrg: unitsOf(counted, ({ org }) => org),
    byOfficer: unitsOf(counted, ({ manager }) => manager),
    byProduct: unitsOf(counted, ({ product }) => product),
  }
}

// summed in whole 分, so that parts add up to the total to the last digit
const cents = (loan: BookLoan): number => Math.round(loan.balance * 100)

function sumOf(loans: readonly BookLoan[]): Sum {
  return { loans: loans.length, balance: loans.reduce((sum, loan) => sum + cents(loan), 0) / 100 }
}

/** One sum a name; what is at none of them (-1) is at `otherwise`. */
function named(
  loans: readonly BookLoan[],
  names: readonly string[],
  placeOf: (loan: BookLoan) => number,
  otherwise = -1,
): readonly NamedSum[] {
  const groups = names.map((): BookLoan[] => [])
  for (const loan of loans) {
    const place = placeOf(loan)
    groups[place < 0 ? otherwise : place]?.push(loan)
  }
  return groups.map((group, at) => ({ name: names[at] ?? '', ...sumOf(group) }))
}

/** By a field's text, the largest first; `''` is for those that have none. */
function unitsOf(loans: readonly BookLoan[], nameOf: (loan: BookLoan) => string): readonly UnitBook[] {
  const groups = new Map<string, BookLoan[]>()
  for (const loan of loans) {
    const group = groups.get(nameOf(loan))
    if (group) group.push(loan)
    else groups.set(nameOf(loan), [loan])
  }
  return [...groups]
    .map(([name, group]) => ({
      name,
      ...sumOf(group),
      npl: sumOf(group.filter(({ grade }) => bad.has(grade))).balance,
      overdue: sumOf(group.filter(({ days }) => days > 0)).balance,
    }))
    .toSorted((a, b) => b.balance - a.balance)
}

import { indicatorMessages as words } from './messages.ts'
import { balanceOf, boundBy, cannotTell, nplGrades, ratio, sumOf } from './ratio.ts'
import type { Book, BookLoan } from './readBook.ts'
import type { Reckoned, Reckoning } from './types.ts'

/** PF-01, PF-02, PF-10, PF-12: what the book is worth on one day. */
export function reckonQuality(
  book: Book,
  settings: { readonly byCount: boolean; readonly badFrom: number },
): Reckoning {
  const { counted } = book
  if (counted.length === 0) {
    const none = cannotTell(words.noBalance)
    return {
      nplRatio: none,
      overdueRatio: none,
      coverageRatio: none,
      provisionRatio: none,
      overdueToNpl: none,
    }
  }
  const all = sumOf(counted, balanceOf)
  const npl = counted.filter((loan) => nplGrades.has(loan.grade))
  const nplBalance = sumOf(npl, balanceOf)
  const unclassed = counted.filter((loan) => loan.grade === '').length
  const classes = unclassed < counted.length
  const noClass = cannotTell(words.noColumn('五级分类'))
  return {
    nplRatio: classes ? ratio(nplBalance, all, boundBy('atLeast', unclassed, words.unclassified)) : noClass,
    overdueRatio: overdueRatio(book, all, settings),
    ...reserves(book, all, classes ? nplBalance : null),
    overdueToNpl: classes ? overdueToNpl(counted, nplBalance, settings.badFrom) : noClass,
  }
}

function overdueRatio(
  { counted }: Book,
  all: number,
  { byCount, badFrom }: { readonly byCount: boolean; readonly badFrom: number },
): Reckoned {
  const unknown = counted.filter((loan) => Number.isNaN(loan.days)).length
  if (unknown === counted.length) return cannotTell(words.noColumn('逾期天数'))
  const overdue = counted.filter((loan) => loan.days > 0)
  const bound = boundBy('atLeast', unknown, words.unknownDays)
  if (byCount) {
    const households = (loans: readonly BookLoan[]): number =>
      new Set(loans.map((loan) => loan.customer || `${loan.table} ${loan.row}`)).size
    return ratio(households(overdue), households(counted), bound)
  }
  // an instalment loan counts by what is overdue of it until it is bad
  const partly = (loan: BookLoan): boolean => loan.instalments && loan.days <= badFrom
  const untold = overdue.filter((loan) => partly(loan) && Number.isNaN(loan.overduePrincipal)).length
  const sum = sumOf(overdue, (loan) =>
    partly(loan) ? (Number.isNaN(loan.overduePrincipal) ? 0 : loan.overduePrincipal) : loan.balance,
  )
  return ratio(sum, all, unknown > 0 ? bound : boundBy('atLeast', untold, words.unknownInstalments))
}

function reserves({ counted }: Book, all: number, nplBalance: number | null): Reckoning {
  const without = counted.filter((loan) => Number.isNaN(loan.reserve)).length
  if (without === counted.length) {
    const none = cannotTell(words.noColumn('减值准备', '专项准备'))
    return { coverageRatio: none, provisionRatio: none }
  }
  const reserve = sumOf(counted, (loan) => (Number.isNaN(loan.reserve) ? 0 : loan.reserve))
  const bound = boundBy('atLeast', without, words.noReserve)
  return {
    coverageRatio:
      nplBalance === null ? cannotTell(words.noColumn('五级分类')) : ratio(reserve, nplBalance, bound),
    provisionRatio: ratio(reserve, all, bound),
  }
}

function overdueToNpl(counted: readonly BookLoan[], nplBalance: number, badFrom: number): Reckoned {
  const unknown = counted.filter((loan) => Number.isNaN(loan.days)).length
  if (unknown === counted.length) return cannotTell(words.noColumn('逾期天数'))
  const bad = sumOf(
    counted.filter((loan) => loan.days > badFrom),
    balanceOf,
  )
  return ratio(bad, nplBalance, boundBy('atLeast', unknown, words.unknownDays))
}

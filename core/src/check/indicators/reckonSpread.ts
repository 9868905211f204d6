import type { Result } from '../types.ts'
import { indicatorMessages as words } from './messages.ts'
import { balanceOf, boundBy, cannotTell, nplGrades, ratio, sumOf } from './ratio.ts'
import { numberReader, textReader, type Book, type BookLoan } from './readBook.ts'
import type { Reckoned, Reckoning } from './types.ts'

/** PF-13: how the branches differ, the worst first. */
export function reckonSpread(result: Result, book: Book): Reckoning {
  return { nplByOrg: nplByOrg(book), collateralFallByOrg: fallByOrg(result, book) }
}

function nplByOrg(book: Book): Reckoned | readonly Reckoned[] {
  const { counted } = book
  if (!counted.some((loan) => loan.org !== '')) return cannotTell(words.noColumn('机构名称'))
  if (!book.has('fiveClass')) return cannotTell(words.noColumn('五级分类'))
  const branches = new Map<string, BookLoan[]>()
  for (const loan of counted) {
    const of = loan.org || '未列机构'
    const group = branches.get(of)
    if (group) group.push(loan)
    else branches.set(of, [loan])
  }
  return worstFirst(
    [...branches].map(([of, loans]) =>
      ratio(
        sumOf(
          loans.filter((loan) => nplGrades.has(loan.grade)),
          balanceOf,
        ),
        sumOf(loans, balanceOf),
        { of, ...boundBy('atLeast', loans.filter((loan) => loan.grade === '').length, words.unclassified) },
      ),
    ),
  )
}

/** Each item of collateral counts once, in the branch of the loan that it is filed under. */
function fallByOrg(result: Result, book: Book): Reckoned | readonly Reckoned[] {
  const orgOf = new Map<string, string>()
  const note = (key: string, loan: BookLoan): void => {
    if (key !== '' && loan.org !== '' && !orgOf.has(key)) orgOf.set(key, loan.org)
  }
  for (const loan of book.loans) {
    note(loan.loanNo, loan)
    note(loan.contractNo, loan)
  }
  const sums = new Map<string, { first: number; fall: number }>()
  const seen = new Set<string>()
  for (const { table, derived } of result.tables) {
    if (table.name !== '押品') continue
    const column = (field: string) => derived.get(field) ?? table.columns.get(field)
    const [loanNo, contractNo, org, id] = ['loanNo', 'contractNo', 'orgName', 'collateralId'].map(
      textReader(column),
    )
    const [initial, latest] = ['initialValuation', 'latestValuation'].map(numberReader(column))
    for (let row = 0; row < table.rowCount; row += 1) {
      const item = id?.(row) ?? ''
      if (item !== '' && seen.has(item)) continue
      seen.add(item)
      const of = orgOf.get(loanNo?.(row) ?? '') ?? orgOf.get(contractNo?.(row) ?? '') ?? org?.(row) ?? ''
      const first = initial?.(row) ?? Number.NaN
      const last = latest?.(row) ?? Number.NaN
      if (of === '' || !(first > 0) || Number.isNaN(last)) continue
      const sum = sums.get(of) ?? { first: 0, fall: 0 }
      sums.set(of, { first: sum.first + first, fall: sum.fall + first - last })
    }
  }
  if (sums.size === 0) return cannotTell(words.noCollateral)
  return worstFirst([...sums].map(([of, { first, fall }]) => ratio(fall, first, { of })))
}

function worstFirst(list: readonly Reckoned[]): readonly Reckoned[] {
  return list.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
}

import { indicatorMessages as words } from './messages.ts'
import { balanceOf, boundBy, cannotTell, nplGrades, ratio, sumOf } from './ratio.ts'
import type { Book, BookLoan } from './readBook.ts'
import type { Reckoned, Reckoning } from './types.ts'

/** Shares in %. */
export interface Shock {
  readonly of: string
  readonly attentionToNpl: number
  readonly normalToNpl: number
  readonly collateralFall: number
}

/** PF-14: the book under each shock. The sizes of the shocks are a setting, and so is what substandard loans need. */
export function reckonStress(
  { counted }: Book,
  shocks: readonly Shock[],
  substandardProvision: number,
): Reckoning {
  const classed = counted.filter((loan) => loan.grade !== '')
  const secured = counted.filter((loan) => loan.loanToValue > 0)
  const noClass = cannotTell(counted.length === 0 ? words.noBalance : words.noColumn('五级分类'))
  const noCollateral = cannotTell(words.noCollateral)
  const all = sumOf(counted, balanceOf)
  const of = (grade: string): number =>
    sumOf(
      classed.filter((loan) => loan.grade === grade),
      balanceOf,
    )
  const [normal, attention] = [of('正常'), of('关注')]
  const npl = sumOf(
    classed.filter((loan) => nplGrades.has(loan.grade)),
    balanceOf,
  )
  const bound = boundBy('atLeast', counted.length - classed.length, words.unclassified)
  const extra = (shock: Shock): number =>
    (attention * shock.attentionToNpl + normal * shock.normalToNpl) / 100
  return {
    stressedNpl:
      classed.length === 0
        ? noClass
        : shocks.map((shock) => ratio(npl + extra(shock), all, { of: shock.of, ...bound })),
    stressedProvision:
      classed.length === 0
        ? noClass
        : shocks.map((shock): Reckoned => ({
            of: shock.of,
            ...bound,
            value: (extra(shock) * substandardProvision) / 100,
          })),
    stressedGap:
      secured.length === 0
        ? noCollateral
        : shocks.map((shock): Reckoned => ({
            of: shock.of,
            value: sumOf(secured, (loan) => uncovered(loan, shock.collateralFall) - uncovered(loan, 0)),
          })),
  }
}

/** What the collateral, fallen by so many percent, does not cover of the loan. */
function uncovered({ balance, loanToValue }: BookLoan, fall: number): number {
  return Math.max(0, balance - (balance * 100 * (1 - fall / 100)) / loanToValue)
}

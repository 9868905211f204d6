import type { RowPlace } from '../../check/index.ts'
import type { Cells } from './cells.ts'

/** What a borrower is told to pay on one loan; null where the ledger does not say, so that nobody states a wrong sum. */
export interface Arrears {
  readonly principal: number | null
  readonly interest: number | null
  readonly total: number | null
}

/**
 * Principal overdue as the ledger has it; where it has no such column and the loan is past its end, the whole balance
 * is due by the contract itself.
 */
export function arrearsOf(place: RowPlace, asOf: number | null, cells: Cells): Arrears {
  const written = cells.number('principalOverdueAmt', place)
  const end = cells.number('effectiveMaturity', place)
  const isOver = end !== null && asOf !== null && end < asOf && !cells.has('principalOverdueAmt', place)
  const principal = written ?? (isOver ? cells.number('balance', place) : null)
  const interest = interestOf(place, cells)
  return {
    principal,
    interest,
    total: principal === null || interest === null ? null : cents(principal + interest),
  }
}

const interestParts = ['onBsInterest', 'offBsInterest', 'penaltyInterest'] as const

/**
 * Interest and penalties: a blank part is not nothing here, though it counts as nothing in the rules, and interest
 * alone is not the sum where no column speaks of penalties.
 */
function interestOf(place: RowPlace, cells: Cells): number | null {
  const parts = interestParts.filter((key) => cells.has(key, place))
  const isWhole = cells.has('penaltyInterest', place) || cells.number('interestArrearsAmt', place) !== null
  if (!isWhole || parts.some((key) => cells.number(key, place) === null)) return null
  return cells.number('interestArrears', place)
}

/** The sum; null where a part of it is. */
export function sumOf(parts: readonly (number | null)[]): number | null {
  let sum = 0
  for (const part of parts) {
    if (part === null) return null
    sum += part
  }
  return cents(sum)
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100
}

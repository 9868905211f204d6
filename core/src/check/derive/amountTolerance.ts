import type { Table } from '../../ledger/index.ts'
import { numbersOf } from './loanColumns.ts'

const unitSizes: readonly (readonly [RegExp, number])[] = [
  [/亿/, 1e8],
  [/万/, 1e4],
  [/千/, 1e3],
]
const smallestUnit = 0.01

/**
 * Half of the smallest unit in which the ledger shows amounts, in 元: 0.005 for a ledger in 元 and 分, 50 for one in 万元
 * with two decimals. Amounts this close are equal as far as the ledger can tell.
 */
export function amountTolerance(table: Table): number {
  const units = table.reading.columns.flatMap(({ field, unit }) => {
    if (field !== 'loanAmount' && field !== 'balance') return []
    const size = unitSizes.find(([words]) => words.test(unit))?.[1] ?? 1
    return [shownUnit(numbersOf(table, field), size)]
  })
  return Math.max(smallestUnit, ...units) / 2
}

/** The largest power of ten, from the unit downwards, of which every amount is a multiple. */
function shownUnit(amounts: Float64Array | null, unit: number): number {
  // an amount in 元 that happens to be round is not a rounded one
  if (!amounts || unit === 1) return smallestUnit
  let shown = unit
  for (const amount of amounts) {
    if (Number.isNaN(amount)) continue
    const cents = Math.round(amount * 100)
    while (shown > smallestUnit && cents % Math.round(shown * 100) !== 0) shown /= 10
    if (shown <= smallestUnit) return smallestUnit
  }
  return shown
}

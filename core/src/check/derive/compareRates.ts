import { civilOf } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { ProductFacts } from './classifyProducts.ts'
import { numbersOf, textsOf } from './loanColumns.ts'

export interface RateFacts {
  /** Loans of the same guarantee, term band and year of payout; 0 where the loan is in no group. */
  readonly size: Float64Array
  /** NaN where the group is smaller than `smallestGroup`. */
  readonly median: Float64Array
  /** How far from the median a rate may lie, in percentage points. */
  readonly allowance: Float64Array
}

export interface RateSettings {
  readonly smallestGroup: number
  /** Percentage points that any rate may differ. */
  readonly points: number
  /** Multiple of the median absolute deviation. */
  readonly spreads: number
}

const bandEnds = [12, 36, 60] as const

/**
 * B11: the ordinary rate of loans like this one. The allowance is the larger of the points given and a
 * multiple of the median absolute deviation. Policy-priced and discounted business is left out. n log n in the rows.
 */
export function compareRates(
  table: Table,
  terms: Float64Array | null,
  products: ProductFacts,
  settings: RateSettings,
): RateFacts | null {
  const rates = numbersOf(table, 'interestRate')
  const disbursed = numbersOf(table, 'disburseDate')
  const guarantees = textsOf(table, 'guaranteeType')
  if (!rates || !disbursed || !guarantees || !terms) return null
  const rows = table.rowCount
  const groups = new Map<number, number[]>()
  const years = new Map<number, number>()
  for (let row = 0; row < rows; row += 1) {
    const rate = rates[row] ?? Number.NaN
    const day = disbursed[row] ?? Number.NaN
    const guarantee = guarantees.codes[row] ?? -1
    const term = terms[row] ?? Number.NaN
    if (
      !(rate > 0) ||
      Number.isNaN(day) ||
      Number.isNaN(term) ||
      guarantee < 0 ||
      products.policyRate[row] === 1
    )
      continue
    const band = bandEnds.findIndex((end) => term <= end)
    const year = years.get(day) ?? civilOf(day).year
    years.set(day, year)
    const group = (guarantee * 4 + (band < 0 ? 3 : band)) * 10000 + year
    const members = groups.get(group)
    if (members) members.push(row)
    else groups.set(group, [row])
  }
  const size = new Float64Array(rows)
  const median = new Float64Array(rows).fill(Number.NaN)
  const allowance = new Float64Array(rows).fill(Number.NaN)
  for (const members of groups.values()) {
    for (const row of members) size[row] = members.length
    if (members.length < settings.smallestGroup) continue
    const middle = medianOf(Float64Array.from(members, (row) => rates[row] ?? 0))
    const spread = medianOf(Float64Array.from(members, (row) => Math.abs((rates[row] ?? 0) - middle)))
    for (const row of members) {
      median[row] = middle
      allowance[row] = Math.max(settings.points, settings.spreads * spread)
    }
  }
  return { size, median, allowance }
}

/** The middle value; sorts the array it is given. */
function medianOf(values: Float64Array): number {
  values.sort()
  const half = values.length >> 1
  const upper = values[half] ?? Number.NaN
  return values.length % 2 === 1 ? upper : ((values[half - 1] ?? Number.NaN) + upper) / 2
}

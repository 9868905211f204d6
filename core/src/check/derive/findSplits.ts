import type { DayNumber } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { ProductFacts } from './classifyProducts.ts'
import { customerGroups, ownerOf } from './findCustomers.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { numbersOf } from './loanColumns.ts'
import { productFamilies } from './productWords.ts'

export interface SplitFacts {
  /** Ceiling for self-paid draws by the loan's product and day; NaN where splitting would gain nothing. */
  readonly limit: Float64Array
  /** Largest sum of loans within `windowDays` that holds this loan, each at or below its ceiling; 0 = alone, NaN = amount or day missing. */
  readonly sum: Float64Array
  readonly count: Float64Array
}

export interface SplitSettings {
  readonly windowDays: number
  /** Ceiling by product family; '' is a loan whose product the ledger does not name. */
  readonly limitOf: (family: string) => number
}

const limitedFamilies: ReadonlySet<string> = new Set(['', '消费', '个人经营', '农户', '其他'])

/** B8: loans to one person within a few days, each at or below the ceiling for self-payment. */
export function findSplits(
  table: Table,
  customers: CustomerFacts,
  segment: Int16Array,
  products: ProductFacts,
  settings: SplitSettings,
): SplitFacts | null {
  const amount = numbersOf(table, 'loanAmount')
  const disbursed = numbersOf(table, 'disburseDate')
  if (!amount || !disbursed) return null
  const rows = table.rowCount
  const limit = new Float64Array(rows).fill(Number.NaN)
  for (let row = 0; row < rows; row += 1) {
    const family = productFamilies[products.family[row] ?? -1] ?? ''
    if (segment[row] !== 1 || products.revolving[row] === 1 || !limitedFamilies.has(family)) continue
    limit[row] = settings.limitOf(family)
  }
  const sum = new Float64Array(rows)
  const count = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const known = (amount[row] ?? Number.NaN) + (disbursed[row] ?? Number.NaN)
    // a customer's only loan is no part of another
    if (customers.sizes[customers.customer[row] ?? -1] === 1) continue
    if (Number.isNaN(known) && !Number.isNaN(limit[row] ?? Number.NaN)) sum[row] = Number.NaN
  }
  const counts = (row: number): boolean => {
    const own = amount[row] ?? Number.NaN
    return own > 0 && own <= (limit[row] ?? Number.NaN) && !Number.isNaN(disbursed[row] ?? Number.NaN)
  }
  for (const group of customerGroups(customers, 2)) {
    let eligible = 0
    for (const row of group) if (counts(row)) eligible += 1
    if (eligible < 2) continue
    const loans = group.filter(counts)
    loans.sort((a, b) => (disbursed[a] ?? 0) - (disbursed[b] ?? 0))
    let first = 0
    let total = 0
    loans.forEach((row, last) => {
      total += amount[row] ?? 0
      while ((disbursed[row] ?? 0) - (disbursed[loans[first] ?? row] ?? 0) > settings.windowDays) {
        total -= amount[loans[first] ?? row] ?? 0
        first += 1
      }
      const next = loans[last + 1]
      // a window that the next loan would still fall into is not yet the largest
      const grows =
        next !== undefined &&
        (disbursed[next] ?? 0) - (disbursed[loans[first] ?? row] ?? 0) <= settings.windowDays
      if (grows || last === first) return
      for (const member of loans.subarray(first, last + 1)) {
        if (total <= (sum[member] ?? 0)) continue
        sum[member] = total
        count[member] = last - first + 1
      }
    })
  }
  return { limit, sum, count }
}

export interface NearLimitFacts {
  /** On the officer's first such loan only: loans of the last year just below the ceiling; 0 elsewhere. */
  readonly count: Float64Array
  /** Their share of the officer's loans of that year, in %. */
  readonly share: Float64Array
}

/** B8, by officer: how many of the year's loans lie just below the ceiling. */
export function findNearLimit(
  table: Table,
  limit: Float64Array,
  asOf: DayNumber,
  floorShare: number,
): NearLimitFacts | null {
  const amount = numbersOf(table, 'loanAmount')
  const disbursed = numbersOf(table, 'disburseDate')
  if (!amount || !disbursed) return null
  const owner = ownerOf(table)
  const officers = new Map<string, { first: number; near: number; all: number }>()
  for (let row = 0; row < table.rowCount; row += 1) {
    const name = owner(row)
    const day = disbursed[row] ?? Number.NaN
    if (name === '' || !(day > asOf - 365 && day <= asOf)) continue
    const officer = officers.get(name) ?? { first: -1, near: 0, all: 0 }
    officers.set(name, officer)
    officer.all += 1
    const own = amount[row] ?? Number.NaN
    const ceiling = limit[row] ?? Number.NaN
    if (own >= floorShare * ceiling && own <= ceiling) {
      officer.near += 1
      if (officer.first < 0) officer.first = row
    }
  }
  const count = new Float64Array(table.rowCount)
  const share = new Float64Array(table.rowCount)
  for (const { first, near, all } of officers.values()) {
    if (first < 0) continue
    count[first] = near
    share[first] = (near / all) * 100
  }
  return { count, share }
}

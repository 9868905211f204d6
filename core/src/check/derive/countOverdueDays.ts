import type { DayNumber } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { ArrearsFacts } from './findArrears.ts'
import type { MaturityFacts } from './findMaturity.ts'
import { numbersOf } from './loanColumns.ts'

/** What the days past due rest on, by `basis`. */
export const overdueBasis = [
  '逾期天数',
  '本金逾期天数',
  '欠息天数',
  '逾期日期',
  '本金逾期日',
  '利息逾期日',
  '到期日推定',
  '逾期本金与欠息均为零',
] as const
const impliedBasis = 6
const nothingOwedBasis = 7

export interface OverdueFacts {
  /** The larger of what the ledger itself says; null where it has no such column, NaN where the row says nothing. */
  readonly recorded: Float64Array | null
  /** Days since effective maturity where a balance is left, 0 before it; null without the columns or the as-of day. */
  readonly implied: Float64Array | null
  /** The larger of the two. Never 0 from a blank: a loan not yet matured about which nothing is recorded is NaN. */
  readonly days: Float64Array | null
  readonly basis: Int16Array
  /** 1 where the row is blank and the ledger is one that records arrears of overdue loans only. */
  readonly leftBlank: Uint8Array
}

const dayFields = ['overdueDays', 'principalOverdueDays', 'interestOverdueDays'] as const
const dateFields = ['overdueDate', 'principalOverdueDate', 'interestOverdueDate'] as const

/**
 * Days past due by the clock of the risk classification: principal and interest clocks, whichever is longer; the due
 * day is day 0. Instalments missed before maturity are only known if recorded, so `implied` is a lower bound.
 */
export function countOverdueDays(
  table: Table,
  asOf: DayNumber | null,
  maturity: MaturityFacts | null,
  arrears: ArrearsFacts,
  sparse = keepsSparseArrears(table),
): OverdueFacts {
  const rows = table.rowCount
  const basis = new Int16Array(rows).fill(-1)
  const recorded = recordedDays(table, asOf, arrears, basis)
  const implied = impliedDays(table, asOf, maturity)
  const leftBlank = recorded ? findLeftBlank(table, recorded, sparse) : new Uint8Array(rows)
  if (!recorded && !implied) return { recorded, implied, days: null, basis, leftBlank }
  const days = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const known = recorded?.[row] ?? Number.NaN
    const least = implied?.[row] ?? Number.NaN
    const useImplied = least > 0 && !(known >= least)
    days[row] = useImplied ? least : known
    if (useImplied) basis[row] = impliedBasis
  }
  return { recorded, implied, days, basis, leftBlank }
}

function recordedDays(
  table: Table,
  asOf: DayNumber | null,
  arrears: ArrearsFacts,
  basis: Int16Array,
): Float64Array | null {
  const counts = dayFields.map((field) => numbersOf(table, field))
  const dates = dateFields.map((field) => (asOf === null ? null : numbersOf(table, field)))
  const principal = numbersOf(table, 'principalOverdueAmt')
  if (![...counts, ...dates].some(Boolean)) return null
  const [, principalDays, interestDays] = counts
  const recorded = new Float64Array(table.rowCount)
  for (let row = 0; row < recorded.length; row += 1) {
    let longest = Number.NaN
    const take = (days: number, from: number): void => {
      // a negative count is one of days still to run
      const counted = days < 0 ? 0 : days
      if (counted > longest || (Number.isNaN(longest) && !Number.isNaN(counted))) {
        longest = counted
        basis[row] = from
      }
    }
    counts.forEach((column, at) => take(column?.[row] ?? Number.NaN, at))
    dates.forEach((column, at) => {
      const day = column?.[row] ?? Number.NaN
      if (asOf !== null && day <= asOf) take(asOf - day, at + 3)
    })
    // one clock at 0 says nothing of the other when that one is blank
    const oneClock =
      longest === 0 &&
      Number.isNaN(counts[0]?.[row] ?? Number.NaN) &&
      principalDays &&
      interestDays &&
      Number.isNaN((principalDays[row] ?? Number.NaN) + (interestDays[row] ?? Number.NaN))
    if (oneClock) longest = Number.NaN
    if (Number.isNaN(longest) && principal?.[row] === 0 && arrears.interest?.[row] === 0) {
      longest = 0
      basis[row] = nothingOwedBasis
    }
    if (Number.isNaN(longest)) basis[row] = -1
    recorded[row] = longest
  }
  return recorded
}

function impliedDays(
  table: Table,
  asOf: DayNumber | null,
  maturity: MaturityFacts | null,
): Float64Array | null {
  const balance = numbersOf(table, 'balance')
  if (asOf === null || !maturity || !balance) return null
  const implied = new Float64Array(table.rowCount)
  for (let row = 0; row < implied.length; row += 1) {
    const left = balance[row] ?? Number.NaN
    const late = asOf - (maturity.effective[row] ?? Number.NaN)
    // before maturity nothing is implied, whatever the balance
    implied[row] = left <= 0 || late <= 0 ? 0 : Number.isNaN(left) ? Number.NaN : late
  }
  return implied
}

/** Fewer rows than this tell nothing of how a column is used. */
const leastRows = 20
const sparseShare = 0.1

/**
 * Blanks that say "not overdue" by the ledger's own habit: a date of falling overdue has no other way of saying so, and
 * a count of days filled in less than a tenth of the rows and never 0 is kept for overdue loans only. The days stay
 * unknown; rules about recorded days leave such rows to what maturity implies.
 */
function findLeftBlank(table: Table, recorded: Float64Array, sparse: boolean): Uint8Array {
  const leftBlank = new Uint8Array(recorded.length)
  if (dayFields.some((field) => numbersOf(table, field)) && !sparse) return leftBlank
  for (let row = 0; row < recorded.length; row += 1) if (Number.isNaN(recorded[row])) leftBlank[row] = 1
  return leftBlank
}

/** Whether the ledger counts days past due for overdue loans only. */
export function keepsSparseArrears(table: Table): boolean {
  const counts = dayFields.flatMap((field) => numbersOf(table, field) ?? [])
  let filled = 0
  for (const column of counts) {
    for (const days of column) {
      if (Number.isNaN(days)) continue
      filled += 1
      if (days === 0) return false
    }
  }
  return table.rowCount >= leastRows && filled < sparseShare * table.rowCount * counts.length
}

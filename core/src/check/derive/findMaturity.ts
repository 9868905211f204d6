import { weekdayOf, workingDays } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import { numbersOf } from './loanColumns.ts'

export interface MaturityFacts {
  /** The last day to pay, extension included, as written. */
  readonly lastDay: Float64Array
  /** The same, moved to the next working day where it is a day of rest. */
  readonly effective: Float64Array
  /** The day before any extension; NaN where an extension is known but its original day is not. */
  readonly original: Float64Array
}

/**
 * Maturity of each loan, or null where the ledger has no maturity column.
 *
 * 展期日期 later than the original maturity is the new last day (so three of the layouts we have seen use it), unless the
 * ledger has a column of its own for that. Beyond the holiday calendar's years only weekends are moved.
 */
export function findMaturity(table: Table, rollToWorkingDay = true): MaturityFacts | null {
  const maturity = numbersOf(table, 'maturityDate')
  const extended = numbersOf(table, 'extensionMaturityDate')
  if (!maturity && !extended) return null
  const originalOf = numbersOf(table, 'originalMaturityDate')
  const handled = numbersOf(table, 'extensionDate')
  const count = numbersOf(table, 'extensionCount')
  const roll = rollingDays()
  const rows = table.rowCount
  const lastDay = new Float64Array(rows).fill(Number.NaN)
  const effective = new Float64Array(rows).fill(Number.NaN)
  const original = new Float64Array(rows).fill(Number.NaN)
  for (let row = 0; row < rows; row += 1) {
    const written = maturity?.[row] ?? Number.NaN
    const before = originalOf?.[row] ?? Number.NaN
    let last = later(written, extended?.[row] ?? Number.NaN)
    const day = handled?.[row] ?? Number.NaN
    const start = Number.isNaN(before) ? written : before
    if (!extended && day > start) last = later(last, day)
    lastDay[row] = last
    effective[row] = rollToWorkingDay ? roll(last) : last
    const extendedBefore = (count?.[row] ?? 0) > 0 && !(last > written)
    original[row] = Number.isNaN(before) ? (extendedBefore ? Number.NaN : written) : before
  }
  return { lastDay, effective, original }
}

function later(a: number, b: number): number {
  return Number.isNaN(a) ? b : b > a ? b : a
}

/** Moves days of rest to the working day after them, looking up each distinct day once. */
function rollingDays(): (day: number) => number {
  const known = new Map<number, number>()
  const calendar = workingDays()
  return (day) => {
    if (Number.isNaN(day)) return day
    const before = known.get(day)
    if (before !== undefined) return before
    const official = calendar.next(day)
    const next = Number.isNaN(official) ? nextWeekday(day) : official
    known.set(day, next)
    return next
  }
}

function nextWeekday(day: number): number {
  const weekday = weekdayOf(day)
  return weekday < 6 ? day : day + 8 - weekday
}

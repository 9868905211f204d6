import type { DayNumber } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import { valueAt } from '../../table/index.ts'
import { classNames } from './compareCustomerLoans.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { linkRegister } from './linkRegister.ts'
import { numbersOf, textAt, textsOf } from './loanColumns.ts'
import type { Register } from './registersOf.ts'

export interface Successions {
  /** Class in the previous ledger of the loan that this one seems to have taken the place of; index, -1 none. */
  readonly worstClass: Int16Array
  readonly overdueDays: Float64Array
}

/**
 * New loans of a customer whose earlier loan was there last time and has gone or ended now, within so many days (CMP-007).
 * Only that they follow each other is found; whether one paid the other nobody can tell from ledgers. Linear in the loans.
 */
export function findSuccessions(
  loans: Table,
  customers: CustomerFacts,
  closed: Uint8Array,
  previous: Register | undefined,
  previousAsOf: DayNumber | null,
  days: number,
): Successions | null {
  const links = linkRegister(loans, previous)
  const disbursed = numbersOf(loans, 'disburseDate')
  if (!previous || !links || !disbursed || previousAsOf === null) return null
  const gone = endedSince(loans, closed, previous, links.rows, links.offsets)
  const found: Successions = {
    worstClass: new Int16Array(loans.rowCount).fill(-1),
    overdueDays: new Float64Array(loans.rowCount).fill(Number.NaN),
  }
  const then = standingThen(previous)
  for (let row = 0; row < loans.rowCount; row += 1) {
    const isNew = links.offsets[row] === links.offsets[row + 1] && links.unlinked?.[row] !== 1
    if (!isNew || closed[row] === 1) continue
    const day = disbursed[row] ?? Number.NaN
    for (const { row: before, endedOn } of gone.get(textAt(customers.key, row)) ?? []) {
      const near = Number.isNaN(endedOn) ? day >= previousAsOf - days : Math.abs(day - endedOn) <= days
      if (!near) continue
      found.worstClass[row] = Math.max(found.worstClass[row] ?? -1, then.classOf(before))
      const late = then.days?.[before] ?? Number.NaN
      if (!(late <= (found.overdueDays[row] ?? Number.NaN))) found.overdueDays[row] = late
    }
  }
  return found
}

/** Loans that were open last time and are closed or missing now, by customer key, with the day they ended where known. */
function endedSince(
  loans: Table,
  closed: Uint8Array,
  { table: previous, derived }: Register,
  linked: Uint32Array,
  offsets: Uint32Array,
): ReadonlyMap<string, readonly { readonly row: number; readonly endedOn: number }[]> {
  const closeDates = numbersOf(loans, 'closeDate')
  const still = new Uint8Array(previous.rowCount)
  const endedOn = new Float64Array(previous.rowCount).fill(Number.NaN)
  for (let row = 0; row < loans.rowCount; row += 1) {
    for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at += 1) {
      const before = linked[at] ?? 0
      if (closed[row] === 1) endedOn[before] = closeDates?.[row] ?? Number.NaN
      else still[before] = 1
    }
  }
  const [keys, kinds, closedThen] = ['customerKey', 'customerKeyKind', 'closed'].map((key) =>
    derived?.get(key),
  )
  const gone = new Map<string, { row: number; endedOn: number }[]>()
  for (let row = 0; row < previous.rowCount; row += 1) {
    const key = keys && valueAt(keys, row)
    if (still[row] === 1 || typeof key !== 'string') continue
    if ((closedThen && valueAt(closedThen, row)) === true) continue
    if ((kinds && valueAt(kinds, row)) === '个人姓名') continue
    const list = gone.get(key)
    const one = { row, endedOn: endedOn[row] ?? Number.NaN }
    if (list) list.push(one)
    else gone.set(key, [one])
  }
  return gone
}

function standingThen({ table, derived }: Register) {
  const classes = textsOf(table, 'fiveClass')
  const overdue = derived?.get('dpd')
  return {
    days: overdue?.kind === 'number' ? overdue.values : null,
    classOf: (row: number): number => classNames.findIndex((name) => name === textAt(classes, row)),
  }
}

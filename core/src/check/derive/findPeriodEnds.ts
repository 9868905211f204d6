import { addMonths } from '../../calendar/index.ts'
import type { DayNumber } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { MaturityFacts } from './findMaturity.ts'
import { byText, numbersOf, textsOf } from './loanColumns.ts'

export const guaranteeBasis = ['约定', '法定六个月'] as const
export const statuteBasis = [
  '登记',
  '起诉',
  '催收通知',
  '还款',
  '承诺还款',
  '宣布提前到期',
  '到期日',
] as const

export interface PeriodEnd {
  readonly day: Float64Array
  /** Index into the list of bases, -1 where there is no day. */
  readonly basis: Int16Array
}

/**
 * The last day to hold the guarantor liable. An agreed day counts only if it is after maturity (Civil Code art. 692);
 * otherwise six months from maturity. An extension without the guarantor's written consent leaves the period on the
 * original maturity (art. 695); for a guarantee up to a maximum it runs from the day the debt is fixed, if later.
 */
export function findGuaranteeEnd(
  table: Table,
  maturity: MaturityFacts | null,
  months: number,
): PeriodEnd | null {
  if (!maturity) return null
  const agreed = numbersOf(table, 'guaranteePeriodEnd')
  const fixed = numbersOf(table, 'debtConfirmDate')
  const consent = byText(
    textsOf(table, 'guarantorConsent'),
    table.rowCount,
    (text) => (text === '是' ? 1 : 0),
    0,
  )
  const day = new Float64Array(table.rowCount).fill(Number.NaN)
  const basis = new Int16Array(table.rowCount).fill(-1)
  const later = addingMonths(months)
  for (let row = 0; row < table.rowCount; row += 1) {
    const due = (consent[row] === 1 ? maturity.lastDay[row] : maturity.original[row]) ?? Number.NaN
    const until = agreed?.[row] ?? Number.NaN
    if (until > due || (Number.isNaN(due) && !Number.isNaN(until))) {
      day[row] = until
      basis[row] = 0
      continue
    }
    if (Number.isNaN(due)) continue
    const from = fixed?.[row] ?? Number.NaN
    day[row] = later(from > due ? from : due)
    basis[row] = 1
  }
  return { day, basis }
}

/** Days that interrupt the limitation period, strongest first, with their basis. */
const interruptions: readonly (readonly [field: string, basis: number])[] = [
  ['litigationDate', 1],
  ['noticeDate', 2],
  ['lastRepayDate', 3],
  ['promiseDate', 4],
]

/**
 * The last day to sue: the recorded one, else so many years from the latest of maturity (or the day the loan was called
 * in), suit, served notice, repayment and written promise. A promise counts from the day it names.
 */
export function findStatuteEnd(
  table: Table,
  maturity: MaturityFacts | null,
  years: number,
): PeriodEnd | null {
  const recorded = numbersOf(table, 'statuteExpiry')
  if (!maturity && !recorded) return null
  const called = numbersOf(table, 'accelerationDate')
  const events = interruptions.map(([field, from]) => ({ days: numbersOf(table, field), from }))
  const day = new Float64Array(table.rowCount).fill(Number.NaN)
  const basis = new Int16Array(table.rowCount).fill(-1)
  const later = addingMonths(years * 12)
  for (let row = 0; row < table.rowCount; row += 1) {
    const stated = recorded?.[row] ?? Number.NaN
    if (!Number.isNaN(stated)) {
      day[row] = stated
      basis[row] = 0
      continue
    }
    const calledOn = called?.[row] ?? Number.NaN
    const due = maturity?.lastDay[row] ?? Number.NaN
    let start = calledOn < due ? calledOn : due
    let from = calledOn < due ? 5 : 6
    if (Number.isNaN(start)) continue
    for (const event of events) {
      const on = event.days?.[row] ?? Number.NaN
      if (on > start) {
        start = on
        from = event.from
      }
    }
    day[row] = later(start)
    basis[row] = from
  }
  return { day, basis }
}

/** Adds so many months, working out each distinct day once. */
function addingMonths(months: number): (day: DayNumber) => DayNumber {
  const known = new Map<DayNumber, DayNumber>()
  return (day) => {
    const before = known.get(day)
    if (before !== undefined) return before
    const later = addMonths(day, months)
    known.set(day, later)
    return later
  }
}

import { civilOf, dayOf, endOfMonth, weekdayOf } from '../calendar/index.ts'
import type { DayNumber } from '../calendar/index.ts'
import type { Checklists, PeriodicWork, WorkPeriod } from '../policy/checklists/index.ts'
import { probeId } from './probes.ts'
import type { Probes } from './readProbes.ts'
import type { WorkOfPeriod } from './types.ts'

/** What is to be done in the day, week, month, quarter, half-year and year of the ledger's day, with the loans it is for. */
export function periodicWork(
  lists: Checklists,
  probes: Probes,
  asOf: DayNumber,
  period?: WorkPeriod,
): readonly WorkOfPeriod[] {
  return lists.work
    .filter((work) => period === undefined || work.period === period)
    .map((work) => {
      const [from, to] = windowOf(work, asOf)
      const rows = work.loans ? probes.rowsWhere(probeId.work(work.id)) : null
      return {
        id: work.id,
        period: work.period,
        text: work.text,
        from,
        to,
        state: asOf < from ? 'ahead' : asOf > to ? 'past' : 'now',
        loans: rows?.places ?? null,
        undecided: rows?.undecided ?? 0,
        sources: work.sources,
      }
    })
}

/** First and last day on which the work is done, in the period that the day is in. Weeks begin on Monday. */
export function windowOf(
  { period, days }: Pick<PeriodicWork, 'period' | 'days'>,
  day: DayNumber,
): readonly [DayNumber, DayNumber] {
  const { year, month } = civilOf(day)
  const months = (from: number, count: number): readonly [DayNumber, DayNumber] => [
    dayOf(year, from, 1),
    endOfMonth(dayOf(year, from + count - 1, 1)),
  ]
  switch (period) {
    case '每日':
      return [day, day]
    case '每周':
      return [day - weekdayOf(day) + 1, day - weekdayOf(day) + 7]
    case '每月':
      return days ? [dayOf(year, month, days[0]), dayOf(year, month, days[1])] : months(month, 1)
    case '每季':
      return months(month - ((month - 1) % 3), 3)
    case '每半年':
      return months(month <= 6 ? 1 : 7, 6)
    case '每年':
      return months(1, 12)
  }
}

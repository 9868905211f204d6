import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

import type { DayNumber } from './day.ts'
import { dayOf, formatIsoDay, parseIsoDay, weekdayOf } from './day.ts'

/** Official days off and make-up working days (ISO days); weekends need no entry. Complete for the years from…to. */
export interface HolidayTable {
  readonly fromYear: number
  readonly toYear: number
  readonly holidays: readonly string[]
  readonly workdays: readonly string[]
}

/** Working days by day number. Every answer is NaN where it would need a day outside the table's years. */
export interface WorkingDays {
  /** First and last day that the table knows. */
  readonly from: DayNumber
  readonly to: DayNumber
  isWorkingDay(day: DayNumber): boolean | null
  /** Working days after `start` up to and including `end`; negative when `end` is earlier. */
  between(start: DayNumber, end: DayNumber): number
  /** The first working day on or after `day`. */
  next(day: DayNumber): DayNumber
  /** The day that is `count` working days after `day` (0: the day itself). */
  add(day: DayNumber, count: number): DayNumber
}

/** The State Council's yearly arrangements, from the `chinese-days` package (years 2004 on, to its last published year). */
export const officialHolidays: HolidayTable = {
  ...yearsOf(Object.keys(chineseDays.holidays)),
  holidays: Object.keys(chineseDays.holidays),
  workdays: Object.keys(chineseDays.workdays),
}

/** Builds the day-indexed table once; look-ups are then array reads. */
export function makeWorkingDays(table: HolidayTable): WorkingDays {
  const from = dayOf(table.fromYear, 1, 1)
  const to = dayOf(table.toYear, 12, 31)
  const length = to - from + 1
  const works = new Uint8Array(length)
  const first = weekdayOf(from) - 1
  for (let i = 0; i < length; i++) works[i] = (first + i) % 7 < 5 ? 1 : 0
  const mark = (days: readonly string[], value: 0 | 1): void => {
    for (const text of days) {
      const day = parseIsoDay(text)
      if (day >= from && day <= to) works[day - from] = value
    }
  }
  mark(table.holidays, 0)
  mark(table.workdays, 1)
  // upTo[i]: working days among the first i days
  const upTo = new Int32Array(length + 1)
  const days: DayNumber[] = []
  for (let i = 0; i < length; i++) {
    if (works[i] === 1) days.push(from + i)
    upTo[i + 1] = days.length
  }

  const inside = (day: DayNumber): boolean => day >= from && day <= to
  const nth = (index: number): DayNumber => days[index] ?? Number.NaN
  return {
    from,
    to,
    isWorkingDay: (day) => (inside(day) ? works[day - from] === 1 : null),
    between: (start, end) =>
      inside(start) && inside(end) ? (upTo[end - from + 1] ?? 0) - (upTo[start - from + 1] ?? 0) : Number.NaN,
    next: (day) => (inside(day) ? nth(upTo[day - from] ?? 0) : Number.NaN),
    add(day, count) {
      if (!inside(day) || !Number.isInteger(count)) return Number.NaN
      if (count === 0) return day
      if (count > 0) return nth((upTo[day - from + 1] ?? 0) + count - 1)
      return nth((upTo[day - from] ?? 0) + count)
    },
  }
}

let official: WorkingDays | undefined

/** Working days by the official arrangements; built at the first call. */
export function workingDays(): WorkingDays {
  official ??= makeWorkingDays(officialHolidays)
  return official
}

/** The last day of the calendar's data as ISO text, for messages. */
export function lastKnownDay(calendar: WorkingDays): string {
  return formatIsoDay(calendar.to)
}

function yearsOf(days: readonly string[]): { fromYear: number; toYear: number } {
  const years = days.map((day) => Number(day.slice(0, 4)))
  return { fromYear: Math.min(...years), toYear: Math.max(...years) }
}

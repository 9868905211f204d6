import { describe, expect, test } from 'vitest'

import { formatIsoDay, parseIsoDay } from './day.ts'
import { lastKnownDay, makeWorkingDays, officialHolidays, workingDays } from './workingDays.ts'

const calendar = workingDays()
const day = parseIsoDay

describe('the official calendar', () => {
  test.each([
    ['2026-09-30', true, 'a Wednesday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'the last day of the holiday'],
    ['2026-10-10', true, 'a Saturday made up for'],
    ['2026-10-11', false, 'an ordinary Sunday'],
    ['2026-02-23', false, 'Spring Festival'],
  ])('%s is a working day: %s (%s)', (text, expected) => {
    expect(calendar.isWorkingDay(day(text))).toBe(expected)
  })

  test.each([
    ['2026-09-30', '2026-09-30', 0],
    ['2026-09-30', '2026-10-07', 0],
    ['2026-09-30', '2026-10-12', 4],
    ['2026-10-12', '2026-09-30', -4],
  ])('from %s to %s there are %i', (from, to, expected) => {
    expect(calendar.between(day(from), day(to))).toBe(expected)
  })

  test.each([
    ['2026-10-03', '2026-10-08'],
    ['2026-10-08', '2026-10-08'],
  ])('the first on or after %s is %s', (from, expected) => {
    expect(formatIsoDay(calendar.next(day(from)))).toBe(expected)
  })

  test.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-03', 0, '2026-10-03'],
  ])('%s and %i working days is %s', (from, count, expected) => {
    expect(formatIsoDay(calendar.add(day(from), count))).toBe(expected)
  })

  test('says nothing beyond its data', () => {
    const beyond = calendar.to + 1
    expect(lastKnownDay(calendar)).toBe(`${officialHolidays.toYear}-12-31`)
    expect(calendar.isWorkingDay(beyond)).toBeNull()
    expect([
      calendar.next(beyond),
      calendar.between(day('2026-10-01'), beyond),
      calendar.add(calendar.to, 1),
    ]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })

  test('has holidays in every year it claims', () => {
    for (let year = officialHolidays.fromYear; year <= officialHolidays.toYear; year++) {
      expect(
        officialHolidays.holidays.some((text) => text.startsWith(`${year}-10-0`)),
        `${year}`,
      ).toBe(true)
    }
  })
})

test('a bank’s own table replaces the official one', () => {
  const own = makeWorkingDays({
    fromYear: 2027,
    toYear: 2027,
    holidays: ['2027-01-04'],
    workdays: ['2027-01-02'],
  })
  expect([1, 2, 3, 4, 5].map((d) => own.isWorkingDay(day(`2027-01-0${d}`)))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ])
})

import { describe, expect, test } from 'vitest'

import { formatIsoDay, parseIsoDay } from '../calendar/index.ts'
import { ledgerForTests } from '../check/ledgerForTests.ts'
import { builtInPolicy as policy } from '../policy/index.ts'
import { prepareChecklists } from './index.ts'
import { windowOf } from './periodicWork.ts'

describe('a period runs', () => {
  test.each([
    ['每日', undefined, '2026-10-31', '2026-10-31', '2026-10-31'],
    ['每周', undefined, '2026-11-01', '2026-10-26', '2026-11-01'],
    ['每周', undefined, '2026-11-02', '2026-11-02', '2026-11-08'],
    ['每月', undefined, '2028-02-29', '2028-02-01', '2028-02-29'],
    ['每月', [21, 25], '2026-10-31', '2026-10-21', '2026-10-25'],
    ['每季', undefined, '2026-12-31', '2026-10-01', '2026-12-31'],
    ['每季', undefined, '2027-01-01', '2027-01-01', '2027-03-31'],
    ['每半年', undefined, '2026-06-30', '2026-01-01', '2026-06-30'],
    ['每半年', undefined, '2026-07-01', '2026-07-01', '2026-12-31'],
    ['每年', undefined, '2026-07-01', '2026-01-01', '2026-12-31'],
  ] as const)('%s %o on %s: %s to %s', (period, days, day, from, to) => {
    const window = windowOf({ period, ...(days ? { days } : {}) }, parseIsoDay(day))
    expect(window.map(formatIsoDay)).toEqual([from, to])
  })
})

describe('on its day', () => {
  const rows = [
    {
      借据号: 'J1',
      客户类型: '个人',
      贷款余额: 100,
      放款日期: '2026-09-30',
      到期日: '2026-10-30',
      逾期天数: 0,
    },
    {
      借据号: 'J2',
      客户类型: '个人',
      贷款余额: 100,
      放款日期: '2026-10-01',
      到期日: '2027-10-31',
      逾期天数: 2,
    },
    {
      借据号: 'J3',
      客户类型: '对公',
      贷款余额: 100,
      放款日期: '2026-10-31',
      到期日: '2026-11-30',
      逾期天数: 40,
    },
    {
      借据号: 'J4',
      客户类型: '个人',
      贷款余额: 0,
      放款日期: '2026-10-08',
      到期日: '2026-11-30',
      逾期天数: 0,
    },
  ]
  const workOn = (asOf: string | null) =>
    prepareChecklists(ledgerForTests([{ rows }], asOf), { policy }).work()
  const rowsOf = (id: string, asOf: string) =>
    workOn(asOf)
      ?.find((work) => work.id === id)
      ?.loans?.map(({ row }) => row)

  test.each([
    ['day-accounts', '2026-10-30', [0]],
    ['day-overdue', '2026-10-30', [1]],
    ['week-high-risk', '2026-10-31', [2]],
    ['month-new-customers', '2026-11-03', [1]],
    ['month-new-customers', '2026-10-03', [0]],
    ['month-maturity-list', '2026-11-03', [2]],
  ])('%s on %s is for rows %o', (id, asOf, expected) => {
    expect(rowsOf(id, asOf)).toEqual(expected)
  })

  test('work of the branch names no loans; what lies ahead and behind says so', () => {
    const work = new Map(workOn('2026-11-21')?.map((one) => [one.id, one]))
    expect(work.get('month-files')).toMatchObject({ loans: null, state: 'now' })
    expect(work.get('month-plan')?.state).toBe('past')
    expect(new Map(workOn('2026-11-03')?.map((one) => [one.id, one])).get('month-files')?.state).toBe('ahead')
  })

  test('nothing without a day', () => {
    expect(workOn(null)).toBeNull()
  })

  test('loans of which it cannot be told are counted', () => {
    const ledger = ledgerForTests([{ rows: [{ 借据号: 'J1', 贷款余额: 100 }] }])
    const work = prepareChecklists(ledger, { policy }).work('每周')
    expect(work?.find(({ id }) => id === 'week-collection')).toMatchObject({ loans: [], undecided: 1 })
  })
})

import { expect, test } from 'vitest'

import { checkLedger } from '../check/index.ts'
import { ledgerForTests } from '../check/ledgerForTests.ts'
import { builtInPolicy } from '../policy/index.ts'
import { bookFigures } from './bookFigures.ts'
import { findingFigures } from './findingFigures.ts'
import { mergeFindings } from './mergeFindings.ts'
import { trendPoint } from './trendPoint.ts'

const noRules = { ...builtInPolicy, rules: [] }

const loan = (more: Record<string, string | number | null>) => ({
  借据号: 'JJ1',
  客户名称: '甲公司',
  贷款余额: 100,
  五级分类: '正常',
  逾期天数: 0,
  到期日: '2027-06-30',
  ...more,
})

test('each day of arrears falls into its step, the first and the last day of it', () => {
  const days = [0, 1, 30, 31, 60, 61, 90, 91, 180, 181, 270, 271, 360, 361]
  const ledger = ledgerForTests([
    { rows: days.map((逾期天数, at) => loan({ 借据号: `JJ${at}`, 逾期天数, 贷款余额: 10 ** (at % 7) })) },
  ])
  const { buckets, loans } = bookFigures(checkLedger(ledger, { policy: noRules }))
  expect(loans).toBe(days.length)
  expect(buckets.map((one) => [one.name, one.loans, one.balance])).toEqual([
    ['1–30 天', 2, 110],
    ['31–60 天', 2, 11_000],
    ['61–90 天', 2, 1_100_000],
    ['91–180 天', 2, 11],
    ['181–270 天', 2, 1_100],
    ['271–360 天', 2, 110_000],
    ['360 天以上', 1, 1_000_000],
  ])
})

test('maturity is counted from the day itself; what has no date is told apart', () => {
  const days = ['2026-10-30', '2026-10-31', '2026-11-30', '2026-12-01', null]
  const rows = days.map((到期日, at) => loan({ 借据号: `JJ${at}`, 到期日 }))
  const { ladder } = bookFigures(checkLedger(ledgerForTests([{ rows }]), { policy: noRules }))
  expect(ladder.filter(({ loans }) => loans > 0).map(({ name, loans }) => [name, loans])).toEqual([
    ['已过到期日', 1],
    ['30 天内', 2],
    ['31–90 天', 1],
    ['到期日不明', 1],
  ])
})

test('the trend leaves out a share that nobody can tell', () => {
  const rows = [loan({ 五级分类: null, 逾期天数: null, 到期日: null })]
  const book = bookFigures(checkLedger(ledgerForTests([{ rows }]), { policy: noRules }))
  expect(trendPoint(book, null)).toMatchObject({ npl: null, attention: null, overdue: null, serious: null })
})

test('findings of two files are one list: counts added, a customer in both once', () => {
  const rows = [
    loan({ 借据号: 'JJ1', 机构名称: '城南支行', 客户编号: 'C1', 逾期天数: 95 }),
    loan({ 借据号: 'JJ2', 机构名称: '城北支行', 客户编号: 'C2', 逾期天数: 200 }),
  ]
  const result = checkLedger(ledgerForTests([{ rows }]), { policy: builtInPolicy })
  const one = findingFigures(result, builtInPolicy, () => 'a.xlsx')
  const both = mergeFindings([one, one])
  expect(one.rules.length).toBeGreaterThan(1)
  expect(both.rules.map(({ rule, count }) => [rule, count])).toEqual(
    one.rules.map(({ rule, count }) => [rule, count * 2]),
  )
  expect(both.customers).toHaveLength(one.customers.length)
  expect(both.byOrg.map(({ name, bySeverity }) => [name, bySeverity.serious])).toEqual(
    one.byOrg.map(({ name, bySeverity }) => [name, bySeverity.serious * 2]),
  )
  // the summary counts the same findings
  const summed = one.byOrg.reduce((sum, { bySeverity }) => sum + bySeverity.serious, 0)
  expect(summed).toBe(result.summary.bySeverity.serious)
})

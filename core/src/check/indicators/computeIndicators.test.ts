import { describe, expect, test } from 'vitest'

import { builtInPolicy, indicators, type ExampleRow, type Policy } from '../../policy/index.ts'
import { checkLedger } from '../check.ts'
import { ledgerForTests, type TestSheet } from '../ledgerForTests.ts'
import type { Result } from '../types.ts'
import { computeIndicators } from './computeIndicators.ts'
import { describeIndicators } from './describeIndicators.ts'
import type { IndicatorPart } from './types.ts'

const policy = builtInPolicy
const check = (sheets: readonly TestSheet[], asOf = '2026-10-31'): Result =>
  checkLedger(ledgerForTests(sheets, asOf), { policy })

interface Given {
  readonly loans: readonly ExampleRow[]
  readonly before?: readonly ExampleRow[]
  readonly more?: readonly TestSheet[]
  readonly score?: number
  readonly policy?: Policy
}

function partsOf(id: string, { loans, before, more = [], score, policy: own = policy }: Given) {
  const previous = before && check([{ rows: before }], '2026-09-30')
  const all = computeIndicators(check([{ rows: loans }, ...more]), own, {
    ...(previous ? { previous } : {}),
    ...(score === undefined ? {} : { inspectionScore: score }),
  })
  return all.flatMap((one) => one.parts).filter((part) => part.id === id)
}

function partOf(id: string, given: Given): IndicatorPart | undefined {
  return partsOf(id, given)[0]
}

const loan = (no: number, more: ExampleRow): ExampleRow => ({
  借据号: `JJ${no}`,
  客户编号: `C${no}`,
  客户名称: `客户${no}有限公司`,
  贷款余额: 100,
  五级分类: '正常',
  逾期天数: 0,
  ...more,
})

test('every indicator has its parts, each with a formula, and nothing is told of an empty ledger', () => {
  const all = computeIndicators(check([{ rows: [{ 客户名称: '甲公司' }] }]), policy)
  expect(all.map(({ id }) => id)).toEqual(
    Array.from({ length: 16 }, (_, at) => `PF-${String(at + 1).padStart(2, '0')}`),
  )
  const parts = all.flatMap((one) => one.parts)
  expect(parts.filter((part) => part.value !== null).map((part) => part.id)).toEqual([])
  expect(parts.filter((part) => !part.because || !part.formula).map((part) => part.id)).toEqual([])
})

test('sources and targets exist, and no part is filed twice', () => {
  const sources = new Set(policy.sources.map(({ id }) => id))
  const parameters = new Set(policy.parameters.map(({ id }) => id))
  const parts = indicators.flatMap((one) => one.parts)
  expect(indicators.flatMap((one) => one.sources).filter((id) => !sources.has(id))).toEqual([])
  expect(parts.flatMap(({ target }) => target ?? []).filter((id) => !parameters.has(id))).toEqual([])
  expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length)
})

describe('the book on one day', () => {
  const loans = [
    ...Array.from({ length: 8 }, (_, at) => loan(at, {})),
    loan(8, { 五级分类: '次级', 逾期天数: 120 }),
    loan(9, { 五级分类: '关注', 逾期天数: 10 }),
    loan(10, { 五级分类: '损失', 贷款状态: '核销' }),
    loan(11, { 五级分类: '损失', 贷款品种: '委托贷款' }),
  ]

  test.each([
    ['nplRatio', 10, 100, 1000],
    ['overdueRatio', 20, 200, 1000],
    ['overdueToNpl', 100, 100, 100],
  ])('%s is %d %%: written-off and entrusted loans are out', (id, value, numerator, denominator) => {
    expect(partOf(id, { loans })).toMatchObject({ value, numerator, denominator })
  })

  test('a ratio over its ceiling does not meet the target', () => {
    expect(partOf('nplRatio', { loans })).toMatchObject({ target: 2, meets: false })
  })

  test('loans without a class make it a lower bound, which proves no ceiling kept', () => {
    const some = [...loans.slice(0, 8), loan(12, { 五级分类: null })]
    expect(partOf('nplRatio', { loans: some })).toMatchObject({ value: 0, bound: 'atLeast', meets: null })
  })

  test('an instalment loan counts by its overdue part up to 90 days, then whole', () => {
    const home = { 贷款品种: '个人住房按揭贷款', 逾期本金: 5 }
    const part = (days: number) =>
      partOf('overdueRatio', { loans: [loan(0, { 逾期本金: 0 }), loan(1, { ...home, 逾期天数: days })] })
    expect([part(90)?.numerator, part(91)?.numerator]).toEqual([5, 100])
  })

  test('overdue may be counted by customers', () => {
    const byCount: Policy = {
      ...policy,
      parameters: policy.parameters.map((one) =>
        one.id === 'overdueBase' ? { ...one, values: [{ value: '户数', source: 'bank' }] } : one,
      ),
    }
    const rows = [
      loan(0, {}),
      loan(0, { 借据号: 'JJX', 逾期天数: 3 }),
      loan(1, { 逾期天数: 0, 贷款余额: 900 }),
    ]
    expect(partOf('overdueRatio', { loans: rows, policy: byCount })).toMatchObject({
      numerator: 1,
      denominator: 2,
    })
  })

  test('reserves over bad loans and over all', () => {
    const rows = [loan(0, { 减值准备: 3 }), loan(1, { 五级分类: '可疑', 减值准备: 60 })]
    expect(partOf('coverageRatio', { loans: rows })).toMatchObject({
      value: 63,
      numerator: 63,
      denominator: 100,
    })
    expect(partOf('provisionRatio', { loans: rows })).toMatchObject({ value: 31.5, denominator: 200 })
  })
})

describe('two days', () => {
  test('the migration ratio leaves out what was repaid: 600 of 4500 less 1000', () => {
    const before = [loan(1, { 贷款余额: 1000 }), loan(2, { 贷款余额: 600 }), loan(3, { 贷款余额: 2900 })]
    const loans = [loan(2, { 贷款余额: 600, 五级分类: '关注' }), loan(3, { 贷款余额: 2900 })]
    const part = partOf('normalMigration', { loans, before })
    expect(part).toMatchObject({ numerator: 600, denominator: 3500 })
    expect(part?.value).toBeCloseTo(17.142857, 5)
  })

  test.each([
    ['attentionMigration', '关注', '次级', 100],
    ['substandardMigration', '次级', '可疑', 100],
    ['doubtfulMigration', '可疑', '损失', 100],
    ['performingMigration', '关注', '次级', 100],
    ['performingMigration', '正常', '关注', 0],
    ['attentionMigration', '关注', '正常', 0],
  ])('%s, %s → %s: %d %%', (id, from, to, value) => {
    const given = { before: [loan(1, { 五级分类: from })], loans: [loan(1, { 五级分类: to })] }
    expect(partOf(id, given)?.value).toBe(value)
  })

  test('what was written off is not collected, and what has gone is not known', () => {
    const before = [1, 2, 3, 4].map((no) => loan(no, { 逾期天数: 40, 五级分类: '次级' }))
    const loans = [
      loan(1, { 贷款余额: 30, 逾期天数: 70, 五级分类: '次级' }),
      loan(2, { 贷款余额: 0, 表内欠息: 0, 逾期天数: 0 }),
      loan(3, { 贷款余额: 0, 贷款状态: '核销' }),
    ]
    for (const id of ['overdueRecovery', 'overdueRecovery30', 'nplRecovery']) {
      expect(partOf(id, { loans, before })).toMatchObject({
        value: 42.5,
        numerator: 170,
        denominator: 400,
        bound: 'atLeast',
        meets: id === 'nplRecovery' ? true : null,
      })
    }
    expect(partOf('overdueCure', { loans, before })).toMatchObject({ value: 25, numerator: 100 })
  })

  test('a good customer whose loan fell due and who has a new one is renewed', () => {
    const due = { 到期日: '2026-10-15' }
    const before = [loan(1, due), loan(2, due), loan(3, { ...due, 逾期天数: 5 })]
    const loans = [
      loan(9, { 客户编号: 'C1', 客户名称: '客户1有限公司', 放款日期: '2026-10-16', 到期日: '2027-10-16' }),
    ]
    expect(partOf('renewalRatio', { loans, before })).toMatchObject({
      value: 50,
      numerator: 1,
      denominator: 2,
    })
  })
})

describe('how the work is done', () => {
  test('first checks in time: late and missing ones are not, those not yet due do not count', () => {
    const drawn = { 客户类型: '对公', 放款日期: '2026-08-20' }
    const loans = [
      loan(1, { ...drawn, 首次检查日期: '2026-09-10' }),
      loan(2, { ...drawn, 首次检查日期: '2026-10-10' }),
      loan(3, { ...drawn, 首次检查日期: null }),
      loan(4, { ...drawn, 放款日期: '2026-10-25', 首次检查日期: null }),
    ]
    expect(partOf('firstCheckCoverage', { loans })).toMatchObject({ numerator: 1, denominator: 3 })
  })

  test('warnings that proved true, and those of this month by customer', () => {
    const rows = [
      { 客户编号: 'C1', 预警日期: '2026-10-02', 预警核实结论: '属实' },
      { 客户编号: 'C1', 预警日期: '2026-10-20', 预警核实结论: null },
      { 客户编号: 'C2', 预警日期: '2026-08-02', 预警核实结论: '误报' },
    ]
    const given = { loans: [loan(1, {})], more: [{ table: '预警', rows }] as const }
    expect(partOf('warningAccuracy', given)).toMatchObject({ value: 50, meets: false })
    expect(partOf('newWarnings', given)).toMatchObject({ value: 1, target: 5, meets: true })
  })

  test('a customer with one incomplete file is not complete', () => {
    const loans = [
      loan(1, { 缺失资料: null }),
      loan(1, { 借据号: 'JJX', 缺失资料: '抵押登记证明' }),
      loan(2, { 缺失资料: '无' }),
    ]
    expect(partOf('archiveComplete', { loans })).toMatchObject({ numerator: 1, denominator: 2 })
  })

  test('the score wants all four parts, and is full at the targets', () => {
    const given = (more: ExampleRow): Given => ({
      before: [loan(1, { 逾期天数: 10 }), loan(2, {})],
      loans: [loan(1, { 贷款余额: 15, 缺失资料: null, ...more }), loan(2, { 缺失资料: null, ...more })],
    })
    expect(partOf('score', given({}))).toMatchObject({ value: null, because: '缺客户满意度' })
    expect(partOf('score', given({ 满意度评分: 90 }))?.value).toBe(100)
    expect(partOf('score', given({ 满意度评分: 45 }))?.value).toBe(90)
  })

  test('the scored inspection is handed in', () => {
    expect(partOf('inspectionScore', { loans: [loan(1, {})], score: 79 })).toMatchObject({
      target: 80,
      meets: false,
    })
  })
})

describe('branches and shocks', () => {
  test('the worst branch is first', () => {
    const loans = [
      loan(1, { 机构名称: '东街支行' }),
      loan(2, { 机构名称: '西街支行', 五级分类: '次级' }),
      loan(3, { 机构名称: '西街支行' }),
    ]
    const parts = partsOf('nplByOrg', { loans })
    expect(parts.map(({ of, value }) => [of, value])).toEqual([
      ['西街支行', 50],
      ['东街支行', 0],
    ])
  })

  test('each item of collateral counts once', () => {
    const item = { 借据号: 'JJ1', 押品编号: 'Y1', 起始估值: 200, 最新估值: 150 }
    const given = {
      loans: [loan(1, { 机构名称: '东街支行' })],
      more: [{ table: '押品', rows: [item, item] }] as const,
    }
    expect(partsOf('collateralFallByOrg', given)).toMatchObject([
      { of: '东街支行', value: 25, denominator: 200 },
    ])
  })

  test('shocks move attention and normal loans down', () => {
    const loans = [loan(1, { 贷款余额: 800 }), loan(2, { 五级分类: '关注' }), loan(3, { 五级分类: '次级' })]
    const parts = partsOf('stressedNpl', { loans })
    expect(parts.map(({ of, numerator }) => [of, numerator])).toEqual([
      ['轻度', 114],
      ['中度', 128],
      ['重度', 156],
    ])
    expect(partsOf('stressedProvision', { loans }).map(({ value }) => value)).toEqual([3.5, 7, 14])
  })
})

test('figures are told with what they are made of, bounds as bounds, and what is not known with the reason', () => {
  const loans = [
    loan(1, { 贷款余额: 950000 }),
    loan(2, { 五级分类: '次级', 贷款余额: 50000 }),
    loan(3, { 五级分类: null }),
  ]
  const lines = describeIndicators(computeIndicators(check([{ rows: loans }]), policy))
  expect(lines.filter((line) => /^PF-0[17] /.test(line))).toEqual([
    'PF-01 不良贷款率 不低于 5%（50,000 ÷ 1,000,100），目标 2%：未达标，1 笔贷款没有五级分类，未计入不良［默认值］',
    'PF-07 客户满意度 无法计算：台账没有满意度评分一列［默认值］',
    'PF-07 投诉率 无法计算：台账没有投诉受理用时一列［默认值］',
  ])
})

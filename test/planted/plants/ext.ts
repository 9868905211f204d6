import { addMonths, dayOf, workingDays } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import {
  type Expectation,
  lead,
  type Plant,
  type PlantedLoan,
  type Row,
  violation,
  textIn,
} from '../contract.ts'
import { reclassify } from '../manage.ts'
import { both, drawnOn } from '../vary.ts'
import { type ItemFault, itemPlants } from './colItems.ts'
import { extRenewalPlants } from './extRenewals.ts'

const kinds = ['小型企业抵押', '个人经营抵押'] as const

/** Ran for `term` months to a working day three months ago and was extended by so many months, properly. */
function extended(loan: PlantedLoan, term: number, months: number, more: Row = {}): void {
  const before = workingDays().next(addMonths(portfolioDay, -3))
  drawnOn(loan, addMonths(before, -term), term)
  reclassify(loan, '关注')
  both(loan, {
    原到期日: before,
    到期日: before,
    合同到期日: before,
    展期到期日: addMonths(before, months),
    展期次数: 1,
    累计展期月数: months,
    原贷款期限: term,
    展期申请日: before - 40,
    展期办理日: before - 20,
    财务困难标志: '否',
    到期提示日期: before - 20,
    保证期间届满日: null,
    ...more,
  })
}

interface Longer {
  readonly name: string
  readonly case: 'a' | 'b'
  readonly term: number
  readonly months: number
  /** Days added to the extended maturity; only for the form that goes by dates. */
  readonly days?: number
  readonly expects: readonly Expectation[]
}

const tooLong = (of: string): readonly Expectation[] => [violation('EXT-001', of)]

/** As long again where the term was a year or less, half as long where it was more. */
const lengths: readonly Longer[] = [
  { name: '一年期展期十二个月', case: 'a', term: 12, months: 12, expects: [] },
  { name: '一年期展期十三个月', case: 'a', term: 12, months: 13, expects: tooLong('a') },
  { name: '六个月期展期七个月', case: 'a', term: 6, months: 7, expects: tooLong('a') },
  { name: '两年期展期十二个月', case: 'a', term: 24, months: 12, expects: [] },
  { name: '两年期展期十三个月', case: 'a', term: 24, months: 13, expects: tooLong('a') },
  { name: '十三个月期展期七个月', case: 'a', term: 13, months: 7, expects: tooLong('a') },
]

const lengthPlants = lengths.flatMap(({ name, case: caseId, term, months, expects }): Plant[] => [
  {
    name,
    rule: 'EXT-001',
    case: caseId,
    kinds,
    expects,
    plant: (loan) => extended(loan, term, months),
  },
  {
    name: `${name}而没有登记月数`,
    rule: 'EXT-001',
    case: 'b',
    kinds,
    expects: expects.length > 0 ? tooLong('b') : [],
    plant: (loan) => extended(loan, term, months, { 累计展期月数: null }),
  },
])

/** Eight years and four months: half of them is fifty. */
const longest = [50, 51].map((months): Plant => ({
  name: `一百个月期展期${months}个月`,
  rule: 'EXT-001',
  case: 'a',
  kinds: ['小型企业固定资产'],
  expects: months > 50 ? tooLong('a') : [],
  plant: (loan) => extended(loan, 100, months),
}))

/** A farmer's loan may be extended once, another loan once as well by our default. */
const counts = (
  [
    ['农户再次展期', 'a', ['农户贷款'], 2, true],
    ['农户展期一次', 'a', ['农户贷款'], 1, false],
    ['企业再次展期', 'b', ['小型企业抵押'], 2, true],
    ['企业展期一次', 'b', ['小型企业抵押'], 1, false],
  ] as const
).map(([name, of, who, count, found]): Plant => ({
  name,
  rule: 'EXT-002',
  case: of,
  kinds: who,
  expects: found ? [violation('EXT-002', of)] : [],
  plant: (loan) => {
    extended(loan, 12, 6, { 展期次数: count, 保证人书面同意: '是' })
    for (const item of loan.registers.保证人)
      Object.assign(item, { 保证人书面同意: '是', 保证期间届满日: addMonths(portfolioDay, 48) })
  },
}))

/** Asked for after the day it fell due; that day is the next working day where it was one of rest. */
const restDay = dayOf(2026, 8, 1)
const handled = (
  [
    ['到期次日才申请', 'a', { 展期申请日: 1 }, true],
    ['到期当日申请', 'a', { 展期申请日: 0 }, false],
    ['没有申请日而到期后办理', 'b', { 展期申请日: null, 展期办理日: 5 }, true],
    ['到期前申请到期后办理', 'b', { 展期申请日: -10, 展期办理日: 5 }, false],
  ] as const
).map(([name, of, days, found]): Plant => ({
  name,
  rule: 'EXT-003',
  case: of,
  kinds,
  expects: found ? [violation('EXT-003', of)] : [],
  plant: (loan) => {
    extended(loan, 12, 6)
    const before = Number(loan.row['原到期日'])
    for (const [field, offset] of Object.entries(days)) {
      both(loan, { [field]: offset === null ? null : before + offset })
    }
  },
}))

const onRestDay: Plant = {
  name: '休息日到期周一申请',
  rule: 'EXT-003',
  case: 'a',
  kinds,
  expects: [],
  plant: (loan) => {
    extended(loan, 12, 6, {
      原到期日: restDay,
      到期日: restDay,
      合同到期日: restDay,
      展期到期日: addMonths(restDay, 6),
      展期申请日: restDay + 2,
      展期办理日: restDay + 2,
    })
  },
}

const one = (caseId: string): readonly Expectation[] => [violation('EXT-004', caseId)]
const hint = (caseId: string): readonly Expectation[] => [lead('EXT-004', caseId)]
const nothing = (): readonly Expectation[] => []

/** Extended with the guarantor's consent on record in both places, and a period that runs on. */
const agreedTo = (loan: PlantedLoan): void => {
  extended(loan, 12, 6)
  const lasting: Row = { 保证人书面同意: '是', 保证期间届满日: addMonths(portfolioDay, 48) }
  both(loan, lasting)
  for (const item of loan.registers.保证人) Object.assign(item, lasting)
}
const ownCollateral = (loan: PlantedLoan): void => extended(loan, 12, 6)

const consents: readonly ItemFault[] = [
  {
    name: '保证人不同意展期',
    rule: 'EXT-004',
    cases: ['a', 'b'],
    kinds: ['小型企业保证', '个人经营保证'],
    before: agreedTo,
    item: { 保证人书面同意: '否' },
    expects: one,
  },
  {
    name: '保证人是否同意展期空白',
    rule: 'EXT-004',
    cases: ['c', 'd'],
    kinds: ['小型企业保证', '个人经营保证'],
    before: agreedTo,
    item: { 保证人书面同意: null },
    expects: one,
  },
  {
    name: '保证人同意展期',
    rule: 'EXT-004',
    cases: ['a', 'b'],
    kinds: ['小型企业保证', '个人经营保证'],
    before: agreedTo,
    item: { 保证人书面同意: '是' },
    expects: nothing,
  },
]
const owners: readonly ItemFault[] = [
  {
    name: '展期而押品为第三人所有',
    rule: 'EXT-004',
    cases: ['e', 'f'],
    kinds,
    before: ownCollateral,
    item: { 押品所有人: '第三人甲' },
    expects: hint,
  },
  {
    name: '展期而押品与配偶共有',
    rule: 'EXT-004',
    cases: ['e', 'f'],
    kinds,
    before: ownCollateral,
    item: ({ row }) => ({ 押品所有人: `${textIn(row, '客户名称')}、配偶` }),
    expects: nothing,
  },
]

interface Term {
  readonly name: string
  readonly case: 'a' | 'b' | 'c'
  readonly kind: string
  readonly months: number
  readonly drawn?: number
  readonly row?: Row
  readonly found: boolean
}

const march = dayOf(2025, 3, 14)

/** Longest by product; longer than usual needs a reason or head office. */
const terms: readonly Term[] = [
  { name: '项目一百二十一个月', case: 'c', kind: '项目贷款宽限期', months: 121, found: true },
  { name: '项目一百二十个月', case: 'c', kind: '项目贷款宽限期', months: 120, found: false },
  { name: '阶段性政策内消费六十一个月', case: 'c', kind: '消费贷款', months: 61, drawn: march, found: true },
  { name: '个人经营六十个月', case: 'c', kind: '个人经营抵押', months: 60, found: false },
  { name: '个人经营一百二十个月', case: 'c', kind: '个人经营抵押', months: 120, found: true },
  { name: '流动资金六十一个月', case: 'a', kind: '小型企业抵押', months: 61, found: true },
  { name: '流动资金六十个月', case: 'c', kind: '小型企业抵押', months: 60, found: true },
  { name: '流动资金三十七个月', case: 'c', kind: '小型企业抵押', months: 37, found: true },
  { name: '流动资金三十六个月', case: 'c', kind: '小型企业抵押', months: 36, found: false },
  { name: '固定资产一百二十一个月', case: 'c', kind: '固定资产贷款', months: 121, found: true },
  {
    name: '固定资产一百二十一个月经总行审批',
    case: 'c',
    kind: '固定资产贷款',
    months: 121,
    row: { 总行审批标志: '是' },
    found: false,
  },
  { name: '固定资产一百二十个月', case: 'c', kind: '固定资产贷款', months: 120, found: false },
  { name: '消费六十一个月', case: 'a', kind: '消费贷款', months: 61, drawn: march - 1, found: true },
  { name: '消费六十个月', case: 'a', kind: '消费贷款', months: 60, drawn: march - 1, found: false },
  { name: '阶段性政策内消费八十四个月', case: 'c', kind: '消费贷款', months: 84, drawn: march, found: true },
  { name: '阶段性政策内消费八十五个月', case: 'a', kind: '消费贷款', months: 85, drawn: march, found: true },
  { name: '个人经营六十一个月', case: 'c', kind: '个人经营抵押', months: 61, found: true },
  { name: '个人经营一百二十一个月', case: 'a', kind: '个人经营抵押', months: 121, found: true },
  { name: '汽车六十一个月', case: 'b', kind: '汽车贷款', months: 61, found: true },
  { name: '汽车六十个月', case: 'b', kind: '汽车贷款', months: 60, found: false },
  { name: '按揭三百六十一个月', case: 'b', kind: '住房按揭', months: 361, found: true },
  { name: '按揭三百六十个月', case: 'b', kind: '住房按揭', months: 360, found: false },
]

const termPlants = terms.map(({ name, case: caseId, kind, months, drawn, row, found }): Plant => ({
  name,
  rule: 'EXT-007',
  case: caseId,
  kinds: [kind],
  expects: found ? [violation('EXT-007', caseId)] : [],
  plant: (loan) => {
    drawnOn(loan, drawn ?? workingDays().next(addMonths(portfolioDay, -20)), months)
    // a usual price for its length too (B11)
    both(loan, { 执行利率: 4.1, ...row })
  },
}))

/** A farmer's loan of more than a year, all repaid with its interest at the end. */
const bullets = (
  [
    ['农户十三个月利随本清', ['农户贷款'], 13, '利随本清', true],
    ['农户十二个月利随本清', ['农户贷款'], 12, '利随本清', false],
    ['农户二十四个月按期付息', ['农户贷款'], 24, '到期一次还本', false],
    ['个人经营二十四个月利随本清', ['个人经营抵押'], 24, '利随本清', false],
  ] as const
).map(([name, who, months, method, found]): Plant => ({
  name,
  rule: 'EXT-008',
  case: 'a',
  kinds: who,
  expects: found ? [violation('EXT-008', 'a')] : [],
  plant: (loan) => {
    drawnOn(loan, workingDays().next(addMonths(portfolioDay, -8)), months)
    both(loan, { 还款方式: method })
  },
}))

export const extPlants: readonly Plant[] = [
  ...lengthPlants,
  ...longest,
  ...counts,
  ...handled,
  onRestDay,
  ...itemPlants('保证人', consents),
  ...itemPlants('押品', owners),
  ...termPlants,
  ...bullets,
  ...extRenewalPlants,
]

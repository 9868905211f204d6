import { addMonths } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { type Expectation, lead, type Plant, type Row, violation } from '../contract.ts'
import { type FiveClass, fallBehind, reclassify } from '../manage.ts'

const wholesale = ['中型企业抵押', '中型企业保证'] as const
const retail = ['小型企业抵押', '个人经营抵押'] as const
const everyone = [...wholesale, ...retail]
const firstRepay = addMonths(portfolioDay, -7)

interface Restructured {
  readonly name: string
  readonly case: string
  readonly left: FiveClass
  /** Days past due; 0 none. */
  readonly days?: number
  readonly fields: Row
  readonly expects: readonly Expectation[]
}

/** Restructured half a year ago, under observation for another half. */
const observed: Row = {
  重组标志: '是',
  重组次数: 1,
  重组后首次还款日: firstRepay,
  观察期届满日: addMonths(firstRepay, 12),
}
const over: Row = {
  重组标志: '是',
  重组次数: 1,
  重组后首次还款日: addMonths(portfolioDay, -20),
  观察期届满日: addMonths(portfolioDay, -8),
}

const restructured: readonly Restructured[] = [
  { name: '观察期内列正常', case: 'a', left: '正常', fields: observed, expects: [violation('CLS-010', 'a')] },
  { name: '观察期内列关注', case: 'a', left: '关注', fields: observed, expects: [] },
  {
    name: '观察期最后一日列正常',
    case: 'a',
    left: '正常',
    fields: { ...observed, 重组后首次还款日: addMonths(portfolioDay, -12), 观察期届满日: portfolioDay },
    expects: [violation('CLS-010', 'a')],
  },
  { name: '观察期已满列正常', case: 'a', left: '正常', fields: over, expects: [] },
  {
    name: '观察期不足一年',
    case: 'b',
    left: '关注',
    fields: { ...observed, 观察期届满日: addMonths(firstRepay, 12) - 1 },
    expects: [violation('CLS-010', 'b')],
  },
  {
    name: '观察期只有半年',
    case: 'b',
    left: '关注',
    fields: { ...observed, 观察期届满日: addMonths(firstRepay, 6) },
    expects: [violation('CLS-010', 'b')],
  },
  {
    name: '按年还款观察期只有一年',
    case: 'b',
    left: '关注',
    fields: { ...observed, 还款方式: '按年' },
    expects: [violation('CLS-010', 'b')],
  },
  {
    name: '按年还款观察期两年',
    case: 'b',
    left: '关注',
    fields: { ...observed, 还款方式: '按年', 观察期届满日: addMonths(firstRepay, 24) },
    expects: [],
  },
  // again restructured, and behind: the end was set anew, so only the class is at fault
  {
    name: '再次重组仍逾期列关注',
    case: 'c',
    left: '关注',
    days: 70,
    fields: { ...observed, 重组次数: 2, 观察期届满日: addMonths(portfolioDay, 14) },
    expects: [violation('CLS-010', 'c')],
  },
  {
    name: '再次重组仍逾期列次级',
    case: 'c',
    left: '次级',
    days: 70,
    fields: { ...observed, 重组次数: 2, 观察期届满日: addMonths(portfolioDay, 14) },
    expects: [],
  },
  {
    name: '观察期内逾期未重新计算',
    case: 'd',
    left: '次级',
    days: 70,
    fields: observed,
    expects: [violation('CLS-010', 'd')],
  },
  { name: '观察期后才逾期', case: 'd', left: '关注', days: 70, fields: over, expects: [] },
  {
    name: '观察期内再次重组列关注',
    case: 'e',
    left: '关注',
    fields: { ...observed, 重组次数: 2 },
    expects: [lead('CLS-010', 'e')],
  },
  { name: '观察期外多次重组列正常', case: 'e', left: '正常', fields: { ...over, 重组次数: 3 }, expects: [] },
]

function restructuredPlant({ name, case: caseId, left, days = 0, fields, expects }: Restructured): Plant {
  return {
    name,
    rule: 'CLS-010',
    case: caseId,
    kinds: everyone,
    expects,
    plant: (loan, _world, random) => {
      const found = days > 0 ? fallBehind(loan, days, random) : []
      if (days > 0) {
        Object.assign(loan.row, { 五级分类: left, 减值阶段: left === '次级' ? '3' : '2' })
      } else reclassify(loan, left)
      Object.assign(loan.row, fields)
      if (loan.previous && typeof fields['还款方式'] === 'string')
        loan.previous['还款方式'] = fields['还款方式']
      // day 70 crosses 90 with the class it is left in
      return found.map((one) => (one.rule === 'B1' ? { ...one, case: left === '次级' ? 'b' : 'a' } : one))
    },
  }
}

interface Upgrade {
  readonly name: string
  readonly case: string
  readonly kinds: readonly string[]
  readonly from: FiveClass
  readonly to: FiveClass
  readonly days?: number
  readonly fields?: Row
  readonly expects: readonly Expectation[]
}

/** All arrears paid seven months ago, three periods paid since. */
const cured: Row = {
  欠款清偿日: addMonths(portfolioDay, -7),
  清偿后正常还款期数: 3,
  分类调整原因: '欠款已清偿',
}
const upgrade = (caseId: string): Expectation => violation('CLS-011', caseId)

const upgrades: readonly Upgrade[] = [
  {
    name: '仍逾期而上调',
    case: 'a',
    kinds: wholesale,
    from: '次级',
    to: '关注',
    days: 20,
    fields: { 分类调整原因: '客户申请' },
    expects: [upgrade('a')],
  },
  {
    name: '清偿未登记而上调',
    case: 'b',
    kinds: wholesale,
    from: '次级',
    to: '关注',
    fields: { 分类调整原因: '经营好转' },
    expects: [upgrade('b')],
  },
  {
    name: '清偿后只还一期',
    case: 'b',
    kinds: wholesale,
    from: '次级',
    to: '关注',
    fields: { ...cured, 清偿后正常还款期数: 1 },
    expects: [upgrade('b')],
  },
  {
    name: '清偿后不满六个月',
    case: 'b',
    kinds: wholesale,
    from: '可疑',
    to: '关注',
    fields: { ...cured, 欠款清偿日: addMonths(portfolioDay, -6) + 1 },
    expects: [upgrade('b')],
  },
  {
    name: '清偿满六个月两期',
    case: 'b',
    kinds: wholesale,
    from: '次级',
    to: '关注',
    fields: { ...cured, 欠款清偿日: addMonths(portfolioDay, -6), 清偿后正常还款期数: 2 },
    expects: [],
  },
  // the flag itself forbids a class above 次级 (CLS-005)
  {
    name: '仍减值而上调',
    case: 'c',
    kinds: wholesale,
    from: '次级',
    to: '关注',
    fields: { ...cured, 信用减值标志: '是', 减值阶段: '3' },
    expects: [upgrade('c'), violation('CLS-005', 'a')],
  },
  {
    name: '上调两级无原因',
    case: 'd',
    kinds: everyone,
    from: '可疑',
    to: '关注',
    fields: { ...cured, 分类调整原因: null },
    expects: [upgrade('d')],
  },
  {
    name: '次级调正常无原因',
    case: 'd',
    kinds: everyone,
    from: '次级',
    to: '正常',
    fields: { ...cured, 分类调整原因: null },
    expects: [upgrade('d')],
  },
  {
    name: '损失调次级无原因',
    case: 'd',
    kinds: everyone,
    from: '损失',
    to: '次级',
    fields: { 分类调整原因: null },
    expects: [upgrade('d')],
  },
  { name: '损失调可疑一级', case: 'd', kinds: everyone, from: '损失', to: '可疑', expects: [] },
  { name: '关注调正常', case: 'd', kinds: everyone, from: '关注', to: '正常', expects: [] },
  { name: '下调两级', case: 'd', kinds: everyone, from: '正常', to: '可疑', expects: [] },
  { name: '零售上调', case: 'e', kinds: retail, from: '次级', to: '关注', expects: [lead('CLS-011', 'e')] },
  { name: '零售清偿后上调', case: 'e', kinds: retail, from: '次级', to: '关注', fields: cured, expects: [] },
]

function upgradePlant({
  name,
  case: caseId,
  kinds,
  from,
  to,
  days = 0,
  fields = {},
  expects,
}: Upgrade): Plant {
  return {
    name,
    rule: 'CLS-011',
    case: caseId,
    kinds,
    expects,
    plant: (loan, _world, random) => {
      const found = days > 0 ? fallBehind(loan, days, random) : []
      if (days === 0) reclassify(loan, to)
      else loan.row['五级分类'] = to
      loan.row['上期五级分类'] = from
      if (loan.previous) loan.previous['五级分类'] = from
      Object.assign(loan.row, fields)
      return found
    },
  }
}

/** Only the loan's own column tells of last month's class. */
const ownColumn: Plant = {
  name: '上期台账没有本笔',
  rule: 'CLS-011',
  case: 'f',
  kinds: retail,
  expects: [lead('CLS-011', 'f')],
  plant: (loan) => {
    reclassify(loan, '关注')
    loan.row['上期五级分类'] = '次级'
    if (loan.previous) loan.previous['五级分类'] = '关注'
  },
}

export const clsMovePlants: readonly Plant[] = [
  ...restructured.map(restructuredPlant),
  ...upgrades.map(upgradePlant),
  ownColumn,
]

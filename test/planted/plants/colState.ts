import { addMonths } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { due, type Expectation, lead, type Plant, type PlantedLoan, violation } from '../contract.ts'
import { type ItemFault, itemPlants } from './colItems.ts'

const land = ['中型企业抵押', '个人经营抵押'] as const
const one =
  (rule: string) =>
  (caseId: string): readonly Expectation[] => [violation(rule, caseId)]
const asLead =
  (rule: string) =>
  (caseId: string): readonly Expectation[] => [lead(rule, caseId)]
const nothing = (): readonly Expectation[] => []
/** Looked at three weeks ago, and found well. */
const visited = ({ row }: PlantedLoan): void => {
  Object.assign(row, { 检查结论: '正常', 最近检查日期: portfolioDay - 21 })
}

/** Sealed, seized or gone: a visit of this month that found all well cannot be right (INS-012). */
const foundWell = [lead('INS-012', 'f')] as const
/** Gone, sold or being sold: the register holds nothing for the loan any more. */
const nothingHeld = [violation('M1', 'a')] as const

const states: readonly ItemFault[] = [
  ...['查封', '扣押'].map((state): ItemFault => ({
    name: state,
    rule: 'COL-007',
    cases: ['a', 'b'],
    kinds: land,
    before: visited,
    item: { 押品状态: state },
    expects: one('COL-007'),
    alsoOwn: foundWell,
  })),
  {
    name: '灭失',
    rule: 'COL-007',
    cases: ['a', 'b'],
    kinds: land,
    before: visited,
    item: { 押品状态: '灭失' },
    expects: one('COL-007'),
    alsoOwn: foundWell,
    // worth nothing: a fall of all its value, and the loan above the limit
    alsoRegister: [...nothingHeld, violation('COL-001', 'a'), violation('COL-002', 'a')],
  },
  ...['转让', '处置中'].map((state): ItemFault => ({
    name: state,
    rule: 'COL-007',
    cases: ['c', 'd'],
    kinds: land,
    item: { 押品状态: state },
    expects: one('COL-007'),
    alsoRegister: nothingHeld,
  })),
  {
    name: '二次抵押',
    rule: 'COL-007',
    cases: ['e', 'f'],
    kinds: land,
    item: { 押品状态: '二次抵押' },
    expects: one('COL-007'),
  },
  {
    name: '出租',
    rule: 'COL-007',
    cases: ['g', 'h'],
    kinds: land,
    item: { 押品状态: '出租' },
    expects: one('COL-007'),
  },
  {
    name: '第二顺位而无在先抵押',
    rule: 'COL-007',
    cases: ['i', 'j'],
    kinds: land,
    item: { 处置顺位: 2, 已抵押价值: 0 },
    expects: one('COL-007'),
  },
  {
    name: '第一顺位而有在先抵押',
    rule: 'COL-007',
    cases: ['i', 'j'],
    kinds: land,
    item: { 处置顺位: 1, 已抵押价值: 1_000 },
    expects: one('COL-007'),
  },
  {
    name: '第二顺位有在先抵押',
    rule: 'COL-007',
    cases: ['i', 'j'],
    kinds: land,
    item: { 处置顺位: 2, 已抵押价值: 1_000 },
    expects: nothing,
  },
]

const insured = { 要求投保: '是', 保险到期日: portfolioDay + 200 } as const
const insurance: readonly ItemFault[] = [
  {
    name: '须投保而无保单',
    rule: 'COL-006',
    cases: ['a', 'b'],
    kinds: land,
    item: { 要求投保: '是', 保险到期日: null },
    expects: one('COL-006'),
  },
  {
    name: '没有要求投保也无保单',
    rule: 'COL-006',
    cases: ['a', 'b'],
    kinds: land,
    item: { 要求投保: '否', 保险到期日: null },
    expects: nothing,
  },
  {
    name: '保险昨日到期',
    rule: 'COL-006',
    cases: ['c', 'd'],
    kinds: land,
    item: { ...insured, 保险到期日: portfolioDay - 1 },
    expects: one('COL-006'),
  },
  {
    name: '保险早已到期',
    rule: 'COL-006',
    cases: ['c', 'd'],
    kinds: land,
    item: { ...insured, 保险到期日: portfolioDay - 300 },
    expects: one('COL-006'),
  },
  {
    name: '年度保单早于贷款到期',
    rule: 'COL-006',
    cases: ['c', 'd'],
    kinds: land,
    item: insured,
    expects: nothing,
  },
  {
    name: '投保不足',
    rule: 'COL-006',
    cases: ['e', 'f'],
    kinds: land,
    item: ({ row }) => ({
      ...insured,
      保险金额: Number(row['贷款余额']) - 1,
      建筑物价值: Number(row['贷款余额']),
    }),
    expects: one('COL-006'),
  },
  {
    name: '投保足建筑物价值',
    rule: 'COL-006',
    cases: ['e', 'f'],
    kinds: land,
    item: ({ row }) => ({
      ...insured,
      保险金额: Number(row['贷款余额']) / 2,
      建筑物价值: Number(row['贷款余额']) / 2,
    }),
    expects: nothing,
  },
]

/** Renewal comes up within thirty days. */
const renewals = ([0, 12, 30, 31] as const).map((days): Plant => ({
  name: `保险还有${days}天到期`,
  rule: 'COL-006',
  case: 'g',
  kinds: land,
  expects: days <= 30 ? [due('COL-006', 'g')] : [],
  plant: ({ row }) => {
    Object.assign(row, { 要求投保: '是', 保险到期日: portfolioDay + days })
  },
}))

const forbidden: readonly ItemFault[] = [
  ...[
    '农村宅基地使用权及房屋',
    '公办学校教学楼',
    '某镇公立医院门诊楼',
    '村集体土地所有权',
    '医疗卫生设施一处',
  ].map((name): ItemFault => ({
    name: `押品为${name}`,
    rule: 'COL-008',
    cases: ['a', 'b'],
    kinds: land,
    count: 4,
    item: { 押品名称: name },
    expects: one('COL-008'),
  })),
  ...[
    '农村承包地经营权',
    '集体经营性建设用地使用权',
    '营利性民办学校教育设施',
    '营利性医疗卫生设施',
    '学校附近住宅',
  ].map((name): ItemFault => ({
    name: `押品为${name}`,
    rule: 'COL-008',
    cases: ['a', 'b'],
    kinds: land,
    count: 4,
    item: { 押品名称: name },
    expects: nothing,
  })),
  ...['青禾镇中心小学', '临溪县人民医院', '石桥村村民委员会'].map((owner): ItemFault => ({
    name: `所有人为${owner}`,
    rule: 'COL-008',
    cases: ['c', 'd'],
    kinds: land,
    count: 4,
    item: { 押品所有人: owner },
    expects: asLead('COL-008'),
  })),
  ...['青禾民办学校有限公司', '临溪康复医院集团'].map((owner): ItemFault => ({
    name: `所有人为${owner}`,
    rule: 'COL-008',
    cases: ['c', 'd'],
    kinds: land,
    count: 4,
    item: { 押品所有人: owner },
    expects: nothing,
  })),
]

const yearAgo = addMonths(portfolioDay, -12)
const halfYearAgo = addMonths(portfolioDay, -6)

const valuations: readonly ItemFault[] = [
  {
    name: '估值满一年零一天',
    rule: 'COL-003',
    cases: ['a', 'b'],
    kinds: land,
    item: { 估值日期: yearAgo - 1 },
    expects: one('COL-003'),
  },
  {
    name: '估值已两年',
    rule: 'COL-003',
    cases: ['a', 'b'],
    kinds: land,
    item: { 估值日期: addMonths(portfolioDay, -24) },
    expects: one('COL-003'),
  },
  {
    name: '设备估值超过半年',
    rule: 'COL-003',
    cases: ['a', 'b'],
    kinds: ['中型企业抵押'],
    item: { 押品类型: '机器设备', 估值日期: halfYearAgo - 2 },
    expects: one('COL-003'),
  },
  {
    name: '按揭三年前估值',
    rule: 'COL-003',
    cases: ['a', 'b'],
    kinds: ['住房按揭'],
    item: { 估值日期: addMonths(portfolioDay, -36) },
    expects: nothing,
  },
  {
    name: '企业押品半年以上未检查',
    rule: 'COL-003',
    cases: ['c', 'd'],
    kinds: ['中型企业抵押', '小型企业抵押'],
    item: { 押品检查日期: portfolioDay - 190 },
    expects: one('COL-003'),
  },
  {
    name: '个人押品一年未检查',
    rule: 'COL-003',
    cases: ['c', 'd'],
    kinds: ['个人经营抵押'],
    item: { 押品检查日期: portfolioDay - 400 },
    expects: nothing,
  },
]

/** The register has no such case: only the loan's own row is a worklist. */
const comingUp = ([0, 15, 30, 31] as const).map((days): Plant => ({
  name: `还有${days}天须重估`,
  rule: 'COL-003',
  case: 'e',
  kinds: land,
  expects: days <= 30 ? [due('COL-003', 'e')] : [],
  plant: ({ row }) => {
    row['估值日期'] = addMonths(portfolioDay + days, -12)
  },
}))

export const colStatePlants: readonly Plant[] = [
  ...itemPlants('押品', [...states, ...insurance, ...forbidden, ...valuations]),
  ...renewals,
  ...comingUp,
]

import { addMonths } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import {
  due,
  type Expectation,
  lead,
  type Plant,
  type PlantedLoan,
  type Row,
  violation,
} from '../contract.ts'
import { fallBehind } from '../manage.ts'
import { both, drawnOn } from '../vary.ts'
import { type ItemFault, itemPlants } from './colItems.ts'

const kinds = ['中型企业抵押', '小型企业保证', '个人经营抵押'] as const
const fault =
  (rule: string) =>
  (caseId: string): readonly Expectation[] => [violation(rule, caseId)]
const nothing = (): readonly Expectation[] => []

/** Drawn so many days ago, checked and traced in time. */
const drawn =
  (days: number) =>
  (loan: PlantedLoan): void => {
    drawnOn(loan, portfolioDay - days, 36)
    Object.assign(loan.row, { 首次检查日期: portfolioDay - days + 12, 最近跟踪日期: portfolioDay - 1 })
  }

const after =
  (days: number) =>
  (loan: PlantedLoan): Row => ({ 归档日期: Number(loan.row['放款日期']) + days })

const items: readonly ItemFault[] = [
  {
    name: '两年没有归档日期',
    rule: 'ARC-001',
    cases: ['a', 'b'],
    kinds,
    item: { 归档日期: null },
    expects: fault('ARC-001'),
  },
  {
    name: '三十一天没有归档日期',
    rule: 'ARC-001',
    cases: ['a', 'b'],
    kinds: ['个人经营抵押'],
    before: drawn(31),
    item: { 归档日期: null },
    expects: fault('ARC-001'),
  },
  {
    name: '第三十一天归档',
    rule: 'ARC-001',
    cases: ['c', 'd'],
    kinds,
    item: after(31),
    expects: fault('ARC-001'),
  },
  { name: '第三十天归档', rule: 'ARC-001', cases: ['c', 'd'], kinds, item: after(30), expects: nothing },
  ...['征信授权书原件', '缺抵押物保险单'].map((text): ItemFault => ({
    name: `缺失资料为${text}`,
    rule: 'ARC-002',
    cases: ['a', 'b'],
    kinds,
    item: { 缺失资料: text },
    expects: fault('ARC-002'),
  })),
  ...['无', '齐全', '—', '0'].map((text): ItemFault => ({
    name: `缺失资料写${text}`,
    rule: 'ARC-002',
    cases: ['a', 'b'],
    kinds,
    count: 4,
    item: { 缺失资料: text },
    expects: nothing,
  })),
  {
    name: '纸质齐全而电子缺失',
    rule: 'ARC-003',
    cases: ['a', 'b'],
    kinds,
    item: { 电子档案: '缺失' },
    expects: fault('ARC-003'),
  },
  {
    name: '两套均缺失',
    rule: 'ARC-003',
    cases: ['a', 'b'],
    kinds,
    item: { 纸质档案: '缺失', 电子档案: '缺失' },
    expects: nothing,
  },
  {
    name: '检查十天后档案未更新',
    rule: 'ARC-003',
    cases: ['c', 'd'],
    kinds,
    before: ({ row }) => {
      row['最近检查日期'] = portfolioDay - 11
    },
    item: { 档案更新日期: portfolioDay - 12 },
    expects: fault('ARC-003'),
  },
  {
    name: '检查未满十天档案未更新',
    rule: 'ARC-003',
    cases: ['c', 'd'],
    kinds,
    before: ({ row }) => {
      row['最近检查日期'] = portfolioDay - 10
    },
    item: { 档案更新日期: portfolioDay - 12 },
    expects: nothing,
  },
  {
    name: '检查当日已更新档案',
    rule: 'ARC-003',
    cases: ['c', 'd'],
    kinds,
    before: ({ row }) => {
      row['最近检查日期'] = portfolioDay - 20
    },
    item: { 档案更新日期: portfolioDay - 20 },
    expects: nothing,
  },
  {
    name: '有余额而已销毁',
    rule: 'ARC-004',
    cases: ['a', 'b'],
    kinds,
    item: { 销毁日期: portfolioDay - 5 },
    expects: fault('ARC-004'),
  },
  {
    name: '结清不满十年销毁',
    rule: 'ARC-004',
    cases: ['c', 'd'],
    kinds: ['已结清'],
    before: (loan) => repaid(loan, addMonths(portfolioDay, -118)),
    item: { 销毁日期: portfolioDay - 5 },
    expects: fault('ARC-004'),
  },
  {
    name: '结清满十年销毁',
    rule: 'ARC-004',
    cases: ['c', 'd'],
    kinds: ['已结清'],
    before: (loan) => repaid(loan, addMonths(portfolioDay, -121)),
    item: { 销毁日期: portfolioDay - 5 },
    expects: nothing,
  },
]

/** Repaid on that day, a year after it was drawn. */
function repaid(loan: PlantedLoan, day: number): void {
  drawnOn(loan, addMonths(day, -12), 12)
  both(loan, { 结清日期: day, 贷款余额: 0 })
}

/** The register has no row of the loan. */
const unlisted: Plant = {
  name: '档案台账没有本笔',
  rule: 'ARC-001',
  case: 'e',
  kinds,
  expects: [lead('ARC-001', 'e')],
  plant: (loan) => {
    loan.registers.档案.length = 0
  },
}

const stillTime = ([0, 15, 30] as const).map((days): Plant => ({
  name: `放款${days}天尚未归档`,
  rule: 'ARC-001',
  case: 'f',
  kinds: ['个人信用消费'],
  expects: [],
  plant: (loan) => {
    drawn(days)(loan)
    for (const row of [loan.row, ...loan.registers.档案]) row['归档日期'] = null
    return [due('ARC-001', 'f'), ...newLoan(loan, days)]
  },
}))

const filedElsewhere: Plant = {
  name: '放款15天，归档只登在档案台账',
  rule: 'ARC-001',
  case: 'f',
  kinds: ['个人信用消费'],
  expects: [],
  plant: (loan) => {
    drawn(15)(loan)
    loan.row['归档日期'] = null
    for (const row of loan.registers.档案) row['归档日期'] = portfolioDay - 5
    return newLoan(loan, 15)
  },
}

/** What a loan of these days has before it in any case: first visit, tracing of its use, first call. */
function newLoan(loan: PlantedLoan, days: number): readonly Expectation[] {
  Object.assign(loan.row, {
    首次检查日期: days >= 15 ? portfolioDay - 2 : null,
    资金流向检查日期: days >= 15 ? portfolioDay - days + 3 : null,
  })
  return days >= 15 ? [] : [due('INS-001', 'c'), due('INS-002', 'b'), due('USE-001', 'c')]
}

/** Lists of papers that lack what the product and the stage ask for. */
const all = [
  '借款合同',
  '担保合同',
  '放款凭证',
  '用途证明',
  '还款回单',
  '首次检查报告',
  '常规检查报告',
  '营业执照',
  '财务报表',
  '征信报告',
  '回访记录',
]
const lists = (
  [
    ['缺担保合同', ['担保合同'], [], kinds, 0, true],
    ['缺征信报告与营业执照', ['征信报告', '营业执照'], [], kinds, 0, true],
    ['个人贷款没有财务报表', ['财务报表'], ['经营流水'], ['个人经营抵押'], 0, false],
    ['小型企业没有财务报表', ['财务报表'], [], ['小型企业保证'], 0, false],
    ['中型企业没有财务报表', ['财务报表'], [], ['中型企业抵押'], 0, true],
    ['逾期而没有催收记录', [], [], kinds, 122, true],
    ['逾期有催收通知书', [], ['催收通知书'], kinds, 122, false],
    ['清单完整', [], [], kinds, 0, false],
  ] as const
).map(([name, without, more, of, days, found]): Plant => ({
  name,
  rule: 'ARC-002',
  case: 'c',
  kinds: of,
  expects: found ? [lead('ARC-002', 'c')] : [],
  plant: (loan, _world, random) => {
    const rest = days > 0 ? fallBehind(loan, days, random) : []
    const list = [...all.filter((paper) => !without.some((one) => one === paper)), ...more].join('、')
    for (const row of [loan.row, ...loan.registers.档案]) row['档案资料清单'] = list
    return rest
  },
}))

/** 齐全 is a remark and no list. */
const remark: Plant = {
  name: '清单只写齐全',
  rule: 'ARC-002',
  case: 'c',
  kinds,
  expects: [],
  plant: (loan) => {
    for (const row of [loan.row, ...loan.registers.档案]) row['档案资料清单'] = '齐全'
  },
}

export const arcPlants: readonly Plant[] = [
  ...itemPlants('档案', items),
  unlisted,
  ...stillTime,
  filedElsewhere,
  ...lists,
  remark,
]

import { addMonths } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import type { Expectation, Plant } from '../contract.ts'
import { due, violation } from '../contract.ts'
import { drawnOn } from '../vary.ts'
import { type ItemFault, itemPlants } from './colItems.ts'

const land = ['中型企业抵押', '个人经营抵押'] as const
const homes = ['住房按揭'] as const
const receivables = ['中型企业质押'] as const
const one =
  (rule: string) =>
  (caseId: string): readonly Expectation[] => [violation(rule, caseId)]
const nothing = (): readonly Expectation[] => []
const twoYearsAgo = addMonths(portfolioDay, -24)
const inAdvance = { 登记证号: null, 预告登记号: 'YG20240001' } as const

const titles: readonly ItemFault[] = [
  {
    name: '不动产没有登记',
    rule: 'COL-004',
    cases: ['a', 'b'],
    kinds: land,
    item: { 登记证号: null },
    expects: one('COL-004'),
  },
  {
    name: '土地没有登记',
    rule: 'COL-004',
    cases: ['a', 'b'],
    kinds: ['中型企业抵押'],
    item: { 押品类型: '土地使用权', 登记证号: null },
    expects: one('COL-004'),
  },
  {
    name: '设备没有登记',
    rule: 'COL-004',
    cases: ['a', 'b'],
    kinds: ['中型企业抵押'],
    item: { 押品类型: '机器设备', 登记证号: null, 估值日期: portfolioDay - 60 },
    expects: nothing,
  },
  {
    name: '按揭没有登记也没有预告',
    rule: 'COL-004',
    cases: ['c', 'd'],
    kinds: homes,
    item: { 登记证号: null },
    expects: one('COL-004'),
  },
  {
    name: '期房预告登记两年以内',
    rule: 'COL-004',
    cases: ['e', 'f'],
    kinds: homes,
    before: (loan) => drawnOn(loan, twoYearsAgo, 240),
    item: inAdvance,
    expects: nothing,
  },
  {
    name: '期房预告登记超过两年',
    rule: 'COL-004',
    cases: ['e', 'f'],
    kinds: homes,
    before: (loan) => drawnOn(loan, twoYearsAgo - 1, 240),
    item: inAdvance,
    expects: one('COL-004'),
  },
  {
    name: '放款后才登记',
    rule: 'COL-004',
    cases: ['g', 'h'],
    kinds: land,
    item: ({ row }) => ({ 登记日期: Number(row['放款日期']) + 1 }),
    expects: one('COL-004'),
  },
  {
    name: '放款当日登记',
    rule: 'COL-004',
    cases: ['g', 'h'],
    kinds: land,
    item: ({ row }) => ({ 登记日期: row['放款日期'] ?? null }),
    expects: nothing,
  },
  {
    name: '按揭放款后才登记',
    rule: 'COL-004',
    cases: ['g', 'h'],
    kinds: homes,
    item: ({ row }) => ({ 登记日期: Number(row['放款日期']) + 40 }),
    expects: nothing,
  },
  {
    name: '应收账款没有登记',
    rule: 'COL-005',
    cases: ['a', 'b'],
    kinds: receivables,
    item: { 登记证号: null },
    expects: one('COL-005'),
  },
  {
    name: '股权没有登记',
    rule: 'COL-005',
    cases: ['a', 'b'],
    kinds: receivables,
    // valued every month, so the next time is always near
    alsoOwn: [due('COL-003', 'e')],
    item: { 押品类型: '股权', 登记证号: null, 估值日期: portfolioDay - 10 },
    expects: one('COL-005'),
  },
  {
    name: '存单没有交付也没有登记',
    rule: 'COL-005',
    cases: ['c', 'd'],
    kinds: ['存单质押'],
    item: { 质物交付日期: null, 登记证号: null },
    expects: one('COL-005'),
  },
  {
    name: '存单只有交付',
    rule: 'COL-005',
    cases: ['c', 'd'],
    kinds: ['存单质押'],
    item: { 登记证号: null },
    expects: nothing,
  },
  {
    name: '存单只有登记',
    rule: 'COL-005',
    cases: ['c', 'd'],
    kinds: ['存单质押'],
    item: { 质物交付日期: null },
    expects: nothing,
  },
  {
    name: '登记昨日到期',
    rule: 'COL-005',
    cases: ['e', 'f'],
    kinds: receivables,
    item: { 登记到期日: portfolioDay - 1 },
    expects: one('COL-005'),
  },
  {
    name: '登记今日到期',
    rule: 'COL-005',
    cases: ['g', 'h'],
    kinds: receivables,
    item: { 登记到期日: portfolioDay },
    expects: one('COL-005'),
  },
  {
    name: '登记早于贷款到期',
    rule: 'COL-005',
    cases: ['g', 'h'],
    kinds: receivables,
    item: ({ row }) => ({ 登记到期日: Number(row['到期日']) - 1 }),
    expects: one('COL-005'),
  },
  {
    name: '登记晚于贷款到期',
    rule: 'COL-005',
    cases: ['g', 'h'],
    kinds: receivables,
    item: ({ row }) => ({ 登记到期日: Number(row['到期日']) + 30 }),
    expects: nothing,
  },
]

export const colTitlePlants: readonly Plant[] = itemPlants('押品', titles)

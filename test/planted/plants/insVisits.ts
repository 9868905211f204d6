import { dayOf } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { type Plant, type PlantedLoan, type Row, violation } from '../contract.ts'
import { both, drawnOn } from '../vary.ts'
import { seenOn } from './insDates.ts'
import { fault, near } from './plant.ts'

const firms = ['企业流动资金']
const ago = (count: number): number => portfolioDay - count

const wholesale = { 所属行业: '批发业', 客户管理分类: null }

function visited(loan: PlantedLoan, day: number | null, fields: Row): void {
  drawnOn(loan, dayOf(2025, 11, 10), 24)
  both(loan, fields)
  seenOn(loan, { 最近现场检查日期: day, 最近检查日期: ago(15) })
}

interface Visit {
  readonly name: string
  readonly rule: string
  readonly case: string
  readonly kinds: readonly string[]
  readonly fields: Row
  readonly last: number | null
  /** What is found: nothing, the case itself as a fault, or a visit due this period. */
  readonly found: 'none' | 'violation' | 'due'
}

const small = ['企业流动资金']
const large = ['大型企业']
const big: Row = { ...wholesale, 企业规模: '大型' }
const little: Row = { ...wholesale, 企业规模: '小型' }
const catering: Row = { 所属行业: '餐饮业', 客户管理分类: null, 企业规模: '微型' }
const maker = (tier: string): Row => ({ 所属行业: '通用设备制造业', 客户管理分类: tier, 企业规模: '中型' })

/** The calendar: this quarter from 1 October, last from 1 July; this half from 1 July, last from 1 January. */
const visits: readonly Visit[] = [
  {
    name: '大型上季未走访',
    rule: 'INS-003',
    case: 'a',
    kinds: large,
    fields: big,
    last: dayOf(2026, 6, 30),
    found: 'violation',
  },
  {
    name: '大型从未走访',
    rule: 'INS-003',
    case: 'a',
    kinds: large,
    fields: big,
    last: null,
    found: 'violation',
  },
  {
    name: '大型本季待走访',
    rule: 'INS-003',
    case: 'b',
    kinds: large,
    fields: big,
    last: dayOf(2026, 7, 1),
    found: 'due',
  },
  {
    name: '大型上季末走访',
    rule: 'INS-003',
    case: 'b',
    kinds: large,
    fields: big,
    last: dayOf(2026, 9, 30),
    found: 'due',
  },
  {
    name: '大型本季已走访',
    rule: 'INS-003',
    case: 'b',
    kinds: large,
    fields: big,
    last: dayOf(2026, 10, 9),
    found: 'none',
  },
  {
    name: '小型上半年未走访',
    rule: 'INS-004',
    case: 'a',
    kinds: small,
    fields: little,
    last: dayOf(2025, 12, 31),
    found: 'violation',
  },
  {
    name: '小型从未走访',
    rule: 'INS-004',
    case: 'a',
    kinds: small,
    fields: little,
    last: null,
    found: 'violation',
  },
  {
    name: '餐饮上季未走访',
    rule: 'INS-004',
    case: 'b',
    kinds: small,
    fields: catering,
    last: dayOf(2026, 6, 30),
    found: 'violation',
  },
  {
    name: '餐饮本季未到期',
    rule: 'INS-004',
    case: 'b',
    kinds: small,
    fields: catering,
    last: dayOf(2026, 7, 1),
    found: 'none',
  },
  {
    name: '小型下半年待走访',
    rule: 'INS-004',
    case: 'c',
    kinds: small,
    fields: little,
    last: dayOf(2026, 1, 5),
    found: 'due',
  },
  {
    name: '小型下半年已走访',
    rule: 'INS-004',
    case: 'c',
    kinds: small,
    fields: little,
    last: dayOf(2026, 7, 1),
    found: 'none',
  },
  {
    name: '制造业高风险超十五天',
    rule: 'INS-007',
    case: 'a',
    kinds: small,
    fields: maker('高风险'),
    last: ago(16),
    found: 'violation',
  },
  {
    name: '制造业风险恰十五天',
    rule: 'INS-007',
    case: 'a',
    kinds: small,
    fields: maker('风险'),
    last: ago(15),
    found: 'none',
  },
  {
    name: '制造业一般上月未走访',
    rule: 'INS-007',
    case: 'b',
    kinds: small,
    fields: maker('一般'),
    last: dayOf(2026, 8, 31),
    found: 'violation',
  },
  {
    name: '制造业重点上月已走访',
    rule: 'INS-007',
    case: 'b',
    kinds: small,
    fields: maker('重点'),
    last: dayOf(2026, 9, 1),
    found: 'none',
  },
  {
    name: '制造业优质上季未走访',
    rule: 'INS-007',
    case: 'c',
    kinds: small,
    fields: maker('优质'),
    last: dayOf(2026, 6, 30),
    found: 'violation',
  },
  {
    name: '制造业优质上季已走访',
    rule: 'INS-007',
    case: 'c',
    kinds: small,
    fields: maker('优质'),
    last: dayOf(2026, 7, 1),
    found: 'none',
  },
]

export const insVisitPlants: readonly Plant[] = [
  ...visits.map(({ name, rule, case: caseId, kinds, fields, last, found }): Plant => ({
    name,
    rule,
    case: caseId,
    kinds,
    expects: found === 'none' ? [] : [{ rule, case: caseId, kind: found }],
    plant: (loan) => visited(loan, last, fields),
  })),
  // the customer has been visited for another of its loans
  near('INS-004', 'a', '另一笔已走访', small, (loan, world) => {
    visited(loan, null, little)
    const other = world.newLoanOf(loan)
    visited(other, dayOf(2026, 10, 13), little)
  }),
  near('INS-003', 'a', '另一笔已走访', large, (loan, world) => {
    visited(loan, dayOf(2026, 3, 10), big)
    visited(world.newLoanOf(loan), dayOf(2026, 10, 13), big)
  }),
  ...[32, 200].map((count) =>
    fault(violation('INS-005', 'a'), `房地产 ${count} 天没有月度信息`, firms, (loan) => {
      drawnOn(loan, ago(300), 24)
      both(loan, { 所属行业: '房地产业', 客户管理分类: null })
      seenOn(loan, { 月度信息收集日期: count === 200 ? null : ago(count) })
    }),
  ),
  near('INS-005', 'a', '融资平台 31 天前收集', firms, (loan) => {
    drawnOn(loan, ago(300), 24)
    both(loan, { 所属行业: '地方融资平台', 客户管理分类: null })
    seenOn(loan, { 月度信息收集日期: ago(31) })
  }),
]

import { dayOf, workingDays } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { due, lead, type Plant, type PlantedLoan, type Row, violation } from '../contract.ts'
import { both, drawnOn } from '../vary.ts'
import { fault, near } from './plant.ts'

const firms = ['企业流动资金']
const days = workingDays()
const ago = (count: number): number => portfolioDay - count

/** Visits and calls on the days given, this month and last. */
export function seenOn(loan: PlantedLoan, fields: Row): void {
  both(loan, fields)
  const { previous } = loan
  if (previous) {
    for (const [name, day] of Object.entries(fields)) {
      if (typeof day === 'number' && day > Number(previous['数据日期'])) previous[name] = null
    }
  }
}

const firstCheck: readonly Plant[] = [
  ...[31, 45, 180].map((count) =>
    fault(violation('INS-001', 'a'), `放款 ${count} 天没有首次检查`, firms, (loan) => {
      drawnOn(loan, ago(count), 12)
      both(loan, { 首次检查日期: null })
    }),
  ),
  near('INS-001', 'a', '放款 181 天没有首次检查', firms, (loan) => {
    drawnOn(loan, ago(181), 12)
    both(loan, { 首次检查日期: null })
  }),
  ...['按揭', '续贷', '线上', '存单'].map((word) =>
    near(
      'INS-001',
      'a',
      `${word}没有首次检查`,
      [{ 按揭: '住房按揭', 续贷: '无还本续贷', 线上: '纯线上贷款', 存单: '存单质押' }[word] ?? ''],
      (loan) => {
        drawnOn(loan, ago(100), loan.kind === '住房按揭' ? 240 : 12)
        both(loan, {
          首次检查日期: null,
          担保方式: word === '存单' ? '保证金' : (loan.row['担保方式'] ?? null),
        })
      },
    ),
  ),
  ...[31, 90].map((count) =>
    fault(violation('INS-001', 'b'), `放款第 ${count} 天才首次检查`, firms, (loan) => {
      drawnOn(loan, ago(150), 12)
      both(loan, { 首次检查日期: ago(150) + count })
    }),
  ),
  near('INS-001', 'b', '放款第 30 天首次检查', firms, (loan) => {
    drawnOn(loan, ago(150), 12)
    both(loan, { 首次检查日期: ago(120) })
  }),
  ...[30, 18, 6].map((count) =>
    fault(due('INS-001', 'c'), `放款 ${count} 天待首次检查`, firms, (loan) => {
      drawnOn(loan, ago(count), 12)
      both(loan, { 首次检查日期: null })
    }),
  ),
]

const persons = ['个人经营', '消费贷款']

const nextMonth: readonly Plant[] = [
  ...[dayOf(2026, 9, 1), dayOf(2026, 9, 30)].map((day) =>
    fault(violation('INS-002', 'a'), `上月 ${day - dayOf(2026, 8, 31)} 日放款未回访`, persons, (loan) => {
      drawnOn(loan, day, 24)
      seenOn(loan, { 最近跟踪日期: null })
    }),
  ),
  fault(violation('INS-002', 'a'), '只有放款前的回访', persons, (loan) => {
    drawnOn(loan, dayOf(2026, 9, 15), 24)
    seenOn(loan, { 最近跟踪日期: dayOf(2026, 9, 14) })
  }),
  near('INS-002', 'a', '放款当日已回访', persons, (loan) => {
    drawnOn(loan, dayOf(2026, 9, 15), 24)
    seenOn(loan, { 最近跟踪日期: dayOf(2026, 9, 15) })
  }),
  near('INS-002', 'a', '八月末放款未回访', persons, (loan) => {
    drawnOn(loan, dayOf(2026, 8, 31), 24)
    seenOn(loan, { 最近跟踪日期: null })
  }),
  fault(due('INS-002', 'b'), '本月放款待回访', persons, (loan) => {
    drawnOn(loan, [dayOf(2026, 10, 9), dayOf(2026, 10, 20)][loan.serial % 2] ?? 0, 24)
    seenOn(loan, { 最近跟踪日期: null })
  }),
]

/** Tier, and the days without a visit or call that it allows. */
const tiers = [
  ['高', 'a', 7],
  ['中', 'b', 31],
  ['低', 'c', 92],
] as const

function followed(loan: PlantedLoan, tier: string, last: number): void {
  drawnOn(loan, ago(250), 36)
  both(loan, { 客户风险等级: tier, 征信查询日期: ago(40), 客户信息更新日期: ago(40) })
  seenOn(loan, { 最近跟踪日期: last, 最近检查日期: last - 5, 最近现场检查日期: null })
}

const follow: readonly Plant[] = tiers.flatMap(([tier, caseId, allowed]) => [
  fault(violation('INS-006', caseId), `${tier}风险超 ${allowed} 天未跟踪`, ['个人经营'], (loan) =>
    followed(loan, tier, ago(allowed + 1 + (loan.serial % 2) * 20)),
  ),
  near('INS-006', caseId, `${tier}风险恰 ${allowed} 天`, ['个人经营'], (loan) =>
    followed(loan, tier, ago(allowed)),
  ),
  near('INS-006', caseId, `${tier}风险按揭未跟踪`, ['住房按揭'], (loan) => followed(loan, tier, ago(200))),
])

const badDates: readonly Plant[] = [
  fault(violation('INS-008', 'a'), '首次检查早于放款', ['个人经营抵押', '小型企业抵押'], (loan) =>
    both(loan, { 首次检查日期: Number(loan.row['放款日期']) - ([1, 90][loan.serial % 2] ?? 1) }),
  ),
  near('INS-008', 'a', '放款当日首次检查', ['个人经营抵押'], (loan) =>
    both(loan, { 首次检查日期: loan.row['放款日期'] ?? null }),
  ),
  fault(violation('INS-008', 'b'), '首次检查在数据日期之后', firms, (loan) => {
    drawnOn(loan, ago(20), 12)
    both(loan, { 首次检查日期: portfolioDay + ([1, 9][loan.serial % 2] ?? 1) })
  }),
  near('INS-008', 'b', '首次检查即数据日期', firms, (loan) => {
    drawnOn(loan, ago(20), 12)
    both(loan, { 首次检查日期: portfolioDay })
  }),
  fault(violation('INS-008', 'c'), '检查日在数据日期之后', ['个人经营抵押', '小型企业抵押'], (loan) =>
    seenOn(loan, { 最近检查日期: portfolioDay + ([1, 30][loan.serial % 2] ?? 1) }),
  ),
  fault(violation('INS-008', 'd'), '现场检查日在数据日期之后', ['小型企业抵押'], (loan) =>
    seenOn(loan, { 最近现场检查日期: days.next(portfolioDay + ([1, 30][loan.serial % 2] ?? 1)) }),
  ),
  fault(lead('INS-008', 'e'), '一天五处现场', firms, (loan, world) => {
    const five = [loan, ...[1, 2, 3, 4].map(() => world.newLoan('企业流动资金'))]
    for (const one of five) sameDay(one, `T${loan.serial}`)
    return five.slice(1).map((one) => lead('INS-008', 'e', one))
  }),
  near('INS-008', 'e', '一天四处现场', firms, (loan, world) => {
    for (const one of [loan, ...[1, 2, 3].map(() => world.newLoan('企业流动资金'))])
      sameDay(one, `T${loan.serial}`)
  }),
  fault(lead('INS-008', 'f'), '国庆假期现场检查', ['企业流动资金', '小型企业抵押'], (loan) =>
    seenOn(loan, { 最近现场检查日期: dayOf(2026, 10, 2 + (loan.serial % 3)) }),
  ),
  near('INS-008', 'f', '周六现场检查', ['企业流动资金', '小型企业抵押'], (loan) =>
    seenOn(loan, { 最近现场检查日期: dayOf(2026, 10, 24) }),
  ),
]

function sameDay(loan: PlantedLoan, checker: string): void {
  both(loan, { 检查人: checker })
  seenOn(loan, { 最近现场检查日期: dayOf(2026, 10, 27), 最近检查日期: dayOf(2026, 10, 27) })
}

export const insDatePlants: readonly Plant[] = [...firstCheck, ...nextMonth, ...follow, ...badDates]

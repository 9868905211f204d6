import { addMonths, dayOf } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import type { Random } from '../../portfolio/random.ts'
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
import { both, drawnOn, notOnRecord } from '../vary.ts'
import { ovdCollectionPlants } from './ovdCollection.ts'

const kinds = ['中型企业抵押', '小型企业抵押', '个人经营抵押'] as const

/** OVD-001: an instalment of a person in three days, and no reminder in the three days before it. */
const reminders = (
  [
    ['三天后还款没有提醒', 3, null, true],
    ['当日还款没有提醒', 0, null, true],
    ['四天后还款', 4, null, false],
    ['三天后还款已提醒', 3, 0, false],
    ['提醒早于三天', 2, -2, true],
  ] as const
).map(([name, days, reminded, found]): Plant => ({
  name,
  rule: 'OVD-001',
  case: 'a',
  kinds: ['消费贷款', '住房按揭'],
  expects: found ? [due('OVD-001', 'a')] : [],
  plant: ({ row }) => {
    Object.assign(row, {
      下期还款日: portfolioDay + days,
      还款提醒日期: reminded === null ? null : portfolioDay + reminded,
    })
  },
}))

const firmReminder: Plant = {
  name: '企业贷款不提醒',
  rule: 'OVD-001',
  case: 'a',
  kinds: ['固定资产贷款'],
  expects: [],
  plant: ({ row }) => {
    Object.assign(row, { 下期还款日: portfolioDay + 1, 还款提醒日期: null })
  },
}

/** Due in so many days, counted to the working day; `told` is the day of the notice. */
function dueIn(
  name: string,
  of: 'a' | 'b' | 'c',
  days: readonly number[],
  told: boolean,
  expects: readonly Expectation[],
  sheet?: 'plain',
): Plant {
  return {
    name,
    rule: 'OVD-002',
    case: of,
    kinds: sheet ? ['个人经营抵押'] : kinds,
    ...(sheet ? { sheet } : {}),
    expects,
    plant: (loan, _world, random) => {
      const maturity = portfolioDay + random.pick(days)
      drawnOn(loan, addMonths(maturity, -24), 24)
      both(loan, {
        到期日: maturity,
        原到期日: maturity,
        合同到期日: maturity,
        到期提示日期: told ? portfolioDay - 3 : null,
      })
    },
  }
}

const maturities: readonly Plant[] = [
  dueIn('到期前七天以内没有提示', 'a', [2, 4, 6], false, [violation('OVD-002', 'a')]),
  // Saturday, 7 November: paid on Monday, the 9th, day 9
  dueIn('休息日到期顺延为第九天', 'b', [7], false, [violation('OVD-002', 'b')]),
  dueIn('到期前三十天以内没有提示', 'b', [10, 20, 30], false, [violation('OVD-002', 'b')]),
  dueIn('到期前三十一天', 'b', [31, 33], false, []),
  dueIn('到期前已提示', 'b', [4, 20], true, []),
  dueIn('没有到期提示列', 'c', [4, 20, 30], false, [due('OVD-002', 'c')], 'plain'),
  {
    name: '按揭最后一期不提示',
    rule: 'OVD-002',
    case: 'b',
    kinds: ['住房按揭'],
    expects: [],
    plant: (loan) => {
      const maturity = portfolioDay + 20
      drawnOn(loan, addMonths(maturity, -180), 180)
      both(loan, { 到期日: maturity, 原到期日: maturity, 合同到期日: maturity, 到期提示日期: null })
    },
  },
]

/** Worse bucket than a month ago, three periods running, six in all. */
const worsening: readonly Plant[] = [
  ...(
    [
      ['连续欠款三期', 'a', { 连续欠款期数: 3 }, true],
      ['连续欠款两期', 'a', { 连续欠款期数: 2 }, false],
      ['累计欠款六期', 'b', { 累计欠款期数: 6 }, true],
      ['累计欠款五期', 'b', { 累计欠款期数: 5 }, false],
    ] as const
  ).map(([name, of, fields, found]): Plant => ({
    name,
    rule: 'OVD-009',
    case: of,
    kinds,
    expects: found ? [violation('OVD-009', of)] : [],
    // past 90 days both months: no bucket to fall into
    plant: (loan, _world, random) => {
      const rest = fallBehind(loan, random.pick([122, 150, 230]), random)
      Object.assign(loan.row, fields)
      return rest
    },
  })),
  ...[1, 30, 31, 60, 61, 90, 91, 121, 122].map((days): Plant => ({
    name: `逾期${days}天与上月相比`,
    rule: 'OVD-009',
    case: 'c',
    kinds,
    count: 4,
    expects: [],
    plant: (loan, _world, random) => fallBehind(loan, days, random),
  })),
  {
    name: '上期台账没有的逾期贷款',
    rule: 'OVD-009',
    case: 'c',
    kinds,
    expects: [],
    plant: (loan, _world, random) => {
      fallBehind(loan, 150, random)
      loan.previous = null
    },
  },
]

/** Grace of more than three months while behind; what a project was given for building is another thing. */
const grace = (
  [
    ['宽限四个月仍逾期', kinds, 4, 150, true],
    ['宽限三个月仍逾期', kinds, 3, 150, false],
    ['宽限二十四个月未逾期', kinds, 24, 0, false],
    ['项目宽限三十六个月', ['项目贷款宽限期'], 36, 150, false],
    ['固定资产宽限二十四个月', ['固定资产贷款'], 24, 150, false],
  ] as const
).map(([name, of, months, days, found]): Plant => ({
  name,
  rule: 'OVD-010',
  case: 'a',
  kinds: of,
  expects: found ? [violation('OVD-010', 'a')] : [],
  plant: (loan, _world, random) => {
    const rest = days > 0 ? fallBehind(loan, days, random) : []
    both(loan, { 宽限期: months })
    return rest
  },
}))

/** Principal unpaid since long ago, served and sued for nothing since; gives back what else is found. */
function forgotten(loan: PlantedLoan, maturity: number, random: Random, fields: Row): readonly Expectation[] {
  drawnOn(loan, addMonths(maturity, -24), 24)
  const found = fallBehind(loan, portfolioDay - maturity, random)
  both(loan, {
    到期日: maturity,
    原到期日: maturity,
    合同到期日: maturity,
    放款日期: addMonths(maturity, -24),
  })
  notOnRecord(loan, '催收通知书日期', '承诺还款日')
  Object.assign(loan.row, { 最近还款日: null, ...fields })
  return found
}

/** 180, 90 and 30 days before the limitation period ends, and after; the day on record, or three years from the last event. */
const limitation = (
  [
    [-1, 'p', 'q'],
    [-300, 'p', 'q'],
    [0, 'a', 'a2'],
    [30, 'a', 'a2'],
    [31, 'b', 'b2'],
    [90, 'b', 'b2'],
    [91, 'c', 'c2'],
    [180, 'c', 'c2'],
    [181, null, null],
  ] as const
).flatMap(([days, recorded, inferred]): Plant[] => {
  const end = portfolioDay + days
  const of = (id: string | null): Expectation[] =>
    id === null
      ? []
      : id === 'q'
        ? [lead('OVD-007', id)]
        : id.endsWith('2')
          ? [due('OVD-007', id)]
          : [violation('OVD-007', id)]
  const longDue = dayOf(2022, 6, 15)
  return [
    {
      name: `登记的时效还有${days}天`,
      rule: 'OVD-007',
      case: recorded ?? 'c',
      kinds,
      count: 4,
      expects: of(recorded),
      // a firm that was never served is told to be (OVD-004)
      plant: (loan, _world, random) => [
        ...forgotten(loan, longDue, random, { 诉讼时效届满日: end }),
        ...unserved(loan),
      ],
    },
    {
      name: `最近还款之后的时效还有${days}天`,
      rule: 'OVD-007',
      case: inferred ?? 'c2',
      kinds,
      count: 4,
      expects: of(inferred),
      plant: (loan, _world, random) => [
        ...forgotten(loan, longDue, random, { 最近还款日: addMonths(end, -36) }),
        ...unserved(loan),
      ],
    },
    {
      name: `送达催收通知之后的时效还有${days}天`,
      rule: 'OVD-007',
      case: inferred ?? 'c2',
      kinds,
      count: 4,
      expects: of(inferred),
      plant: (loan, _world, random) =>
        forgotten(loan, longDue, random, { 催收通知书日期: addMonths(end, -36) }),
    },
  ]
})

function unserved(loan: PlantedLoan): Expectation[] {
  return loan.row['客户类型'] === '对公' ? [due('OVD-004', 'a')] : []
}

const sued: Plant = {
  name: '已起诉不再看时效',
  rule: 'OVD-007',
  case: 'q',
  kinds,
  expects: [],
  plant: (loan, _world, random) => [
    ...forgotten(loan, dayOf(2022, 6, 15), random, { 起诉日期: dayOf(2024, 3, 1), 涉诉被执行标志: '涉诉' }),
    ...unserved(loan),
  ],
}

/** Written off, and the debt still runs out. */
const writtenOff: Plant = {
  name: '核销后时效已过',
  rule: 'OVD-007',
  case: 'p',
  kinds,
  expects: [violation('OVD-007', 'p')],
  plant: (loan) => {
    const maturity = dayOf(2022, 6, 15)
    drawnOn(loan, addMonths(maturity, -24), 24)
    both(loan, {
      贷款状态: '核销',
      核销日期: dayOf(2024, 12, 20),
      贷款余额: 0,
      减值准备: 0,
      五级分类: '损失',
      上期五级分类: '损失',
    })
    loan.row['诉讼时效届满日'] = portfolioDay - 10
  },
}

export const ovdPlants: readonly Plant[] = [
  ...reminders,
  firmReminder,
  ...maturities,
  ...worsening,
  ...grace,
  ...limitation,
  sued,
  writtenOff,
  ...ovdCollectionPlants,
]

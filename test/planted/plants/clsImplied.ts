import { dayOf } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { type Plant, violation } from '../contract.ts'
import { crossing, type FiveClass, pastMaturity } from '../manage.ts'
import { both } from '../vary.ts'

interface Implied {
  readonly name: string
  /** Days since maturity, which was a working day. */
  readonly days: readonly number[]
  readonly left: FiveClass
  readonly broken: readonly (readonly [rule: string, caseId: string])[]
  readonly balance?: number
}

/** The floors where no column tells of arrears and only maturity does. */
const implied: readonly Implied[] = [
  { name: '推定八天以上仍正常', days: [8, 10, 45], left: '正常', broken: [['CLS-001', 'b']] },
  { name: '推定七天以内仍正常', days: [1, 3, 4], left: '正常', broken: [['CLS-001', 'd']] },
  { name: '推定零星尾欠', days: [17, 45], left: '正常', broken: [['CLS-001', 'f']], balance: 99.99 },
  { name: '推定八十九天列关注', days: [89], left: '关注', broken: [] },
  { name: '推定九十天以上列关注', days: [92, 123], left: '关注', broken: [['CLS-002', 'b']] },
  { name: '推定二百七十天以上列次级', days: [271, 300], left: '次级', broken: [['CLS-003', 'b']] },
  { name: '推定三百六十天以上列可疑', days: [361, 400], left: '可疑', broken: [['CLS-004', 'b']] },
]

const impliedPlants = implied.map(({ name, days, left, broken, balance }): Plant => {
  const [rule, caseId] = broken[0] ?? ['CLS-002', 'b']
  return {
    name,
    rule,
    case: caseId,
    kinds: ['个人经营抵押'],
    sheet: 'bare',
    expects: broken.map(([id, of]) => violation(id, of)),
    plant: (loan, _world, random) => {
      const count = random.pick(days)
      const found = pastMaturity(loan, count)
      both(loan, { 五级分类: left, 上期五级分类: left, 信用减值标志: '否' })
      if (balance !== undefined) both(loan, { 贷款余额: balance, 减值准备: 1 })
      return [...found, ...crossing(count, left)]
    },
  }
})

/** Due on Saturday, 1 August, so on Monday, the 3rd: day 89, not 91. */
const dueOnRestDay: Plant = {
  name: '休息日到期顺延后八十九天',
  rule: 'CLS-002',
  case: 'b',
  kinds: ['个人经营抵押'],
  sheet: 'bare',
  expects: [],
  plant: (loan) => {
    const rolled = dayOf(2026, 8, 3)
    const found = pastMaturity(loan, portfolioDay - rolled)
    both(loan, { 到期日: rolled - 2, 原到期日: rolled - 2, 合同到期日: rolled - 2 })
    return [...found, ...crossing(portfolioDay - rolled, '关注')]
  },
}

export const clsImpliedPlants: readonly Plant[] = [...impliedPlants, dueOnRestDay]

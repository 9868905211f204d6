import { addMonths, dayOf, workingDays } from '@postloan/core/calendar'

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
import { fallBehind, reclassify } from '../manage.ts'
import { both, drawnOn } from '../vary.ts'

const kinds = ['中型企业保证', '小型企业保证', '个人经营保证'] as const

/** Past maturity on that day with the principal unpaid, and all else done; gives back what is found of that. */
function unpaidSince(loan: PlantedLoan, maturity: number, random: Random): readonly Expectation[] {
  if (workingDays().next(maturity) !== maturity) throw new Error('a day of rest')
  drawnOn(loan, addMonths(maturity, -24), 24)
  const found = fallBehind(loan, portfolioDay - maturity, random)
  both(loan, {
    到期日: maturity,
    原到期日: maturity,
    合同到期日: maturity,
    放款日期: addMonths(maturity, -24),
  })
  return found
}

/** The agreed last day, where it is written: the loan's own row, the register, or both. */
function agreed(loan: PlantedLoan, own: number | null, register: number | null): void {
  both(loan, { 保证期间届满日: own })
  for (const item of loan.registers.保证人) item['保证期间届满日'] = register
}

const longAgo = dayOf(2025, 8, 7)

interface Step {
  readonly days: number
  readonly step: string | null
}

/** Ended, within 30, 60 and 90 days, later. */
const steps: readonly Step[] = [
  { days: -1, step: 'p' },
  { days: -200, step: 'p' },
  { days: 0, step: 'a' },
  { days: 30, step: 'a' },
  { days: 31, step: 'b' },
  { days: 60, step: 'b' },
  { days: 61, step: 'c' },
  { days: 90, step: 'c' },
  { days: 91, step: null },
]

const agreedPlants = steps.flatMap(({ days, step }): Plant[] => [
  {
    name: `约定的保证期间还有${days}天`,
    rule: 'GUA-001',
    case: step ?? 'c',
    kinds,
    expects: step === null ? [] : [violation('GUA-001', step)],
    plant: (loan, _world, random) => {
      const found = unpaidSince(loan, longAgo, random)
      agreed(loan, portfolioDay + days, portfolioDay + days)
      return found
    },
  },
  {
    name: `保证人台账约定的保证期间还有${days}天`,
    rule: 'GUA-001',
    case: step === null ? 'c3' : step === 'p' ? 'p3' : `${step}3`,
    kinds,
    expects: step === null ? [] : [violation('GUA-001', `${step}3`)],
    plant: (loan, _world, random) => {
      const found = unpaidSince(loan, longAgo, random)
      agreed(loan, null, portfolioDay + days)
      return found
    },
  },
])

interface Legal {
  readonly name: string
  readonly case: string
  readonly maturity: number
  readonly fields?: Row
  readonly expects: readonly Expectation[]
}

/** Nothing agreed on record: six months from maturity. */
const legal: readonly Legal[] = [
  { name: '法定六个月已过', case: 'q', maturity: dayOf(2026, 4, 29), expects: [lead('GUA-001', 'q')] },
  {
    name: '法定六个月昨日届满',
    case: 'q',
    maturity: dayOf(2026, 4, 30),
    fields: { 债权确定日: dayOf(2026, 4, 30) },
    expects: [lead('GUA-001', 'q')],
  },
  {
    name: '法定六个月还有二十九天',
    case: 'a2',
    maturity: dayOf(2026, 5, 29),
    expects: [due('GUA-001', 'a2')],
  },
  {
    name: '法定六个月还有四十五天',
    case: 'b2',
    maturity: dayOf(2026, 6, 15),
    expects: [due('GUA-001', 'b2')],
  },
  {
    name: '法定六个月还有七十六天',
    case: 'c2',
    maturity: dayOf(2026, 7, 15),
    expects: [due('GUA-001', 'c2')],
  },
  { name: '法定六个月还有九十一天以上', case: 'c2', maturity: dayOf(2026, 8, 3), expects: [] },
  // fixed later than it fell due: the period runs from then
  {
    name: '最高额自债权确定日起算',
    case: 'a2',
    maturity: dayOf(2026, 4, 29),
    fields: { 债权确定日: dayOf(2026, 5, 29) },
    expects: [due('GUA-001', 'a2')],
  },
  {
    name: '已起诉',
    case: 'q',
    maturity: dayOf(2026, 4, 29),
    fields: { 起诉日期: dayOf(2026, 9, 1) },
    expects: [],
  },
]

const legalPlants = legal.map(({ name, case: caseId, maturity, fields = {}, expects }): Plant => ({
  name,
  rule: 'GUA-001',
  case: caseId,
  kinds,
  expects,
  plant: (loan, _world, random) => {
    const found = unpaidSince(loan, maturity, random)
    agreed(loan, null, null)
    Object.assign(loan.row, fields)
    return found
  },
}))

/** Extended past the six months of the original maturity; with the guarantor's consent it runs from the new one. */
function extended(consent: '是' | '否' | null, expects: readonly Expectation[]): Plant {
  return {
    name: `展期而保证人书面同意为${consent ?? '空白'}`,
    rule: 'GUA-001',
    case: 'q',
    kinds,
    expects,
    plant: (loan) => {
      const before = dayOf(2026, 4, 20)
      drawnOn(loan, addMonths(before, -12), 12)
      reclassify(loan, '关注')
      both(loan, {
        原到期日: before,
        合同到期日: before,
        到期日: addMonths(before, 12),
        展期到期日: addMonths(before, 12),
        展期次数: 1,
        累计展期月数: 12,
        原贷款期限: 12,
        展期申请日: before - 40,
        展期办理日: before - 20,
        财务困难标志: '否',
        到期提示日期: null,
      })
      agreed(loan, null, null)
      loan.row['保证人书面同意'] = consent
      for (const item of loan.registers.保证人) item['保证人书面同意'] = consent
    },
  }
}

export const guaPeriodPlants: readonly Plant[] = [
  ...agreedPlants,
  ...legalPlants,
  extended('是', []),
  extended('否', [lead('GUA-001', 'q'), violation('EXT-004', 'a')]),
  extended(null, [lead('GUA-001', 'q'), violation('EXT-004', 'c')]),
]

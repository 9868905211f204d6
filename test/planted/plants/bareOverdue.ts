import { addMonths, workingDays } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import type { Random } from '../../portfolio/random.ts'
import { type Expectation, lead, type Plant, type PlantedLoan, violation } from '../contract.ts'
import { pastMaturity, reclassify } from '../manage.ts'
import { both, drawnOn, handledOverdue, rename } from '../vary.ts'
import { fault, near } from './plant.ts'

const retail = ['小型企业抵押', '个人经营抵押']
const ago = (count: number): number => portfolioDay - count

/** Days past due, the step that they pass by 30 November, and whether last month they were in a better bucket. */
const steps: readonly (readonly [days: number, step: 'a' | 'b' | null, worse: boolean])[] = [
  [1, 'b', true],
  [30, 'b', true],
  [31, 'b', true],
  [60, 'b', true],
  [61, 'a', true],
  [90, 'a', true],
  [91, null, true],
  [121, null, true],
  [122, null, false],
  [240, null, false],
  [241, 'b', false],
  [270, 'b', false],
  [271, null, false],
  [330, null, false],
  [331, 'b', false],
  [360, 'b', false],
  [361, null, false],
]

const crossings = steps.map(([days, step, worse]): Plant => {
  const worsened: readonly Expectation[] = worse ? [violation('OVD-009', 'c')] : []
  return {
    name: `逾期 ${days} 天`,
    rule: 'B1',
    case: step ?? 'b',
    kinds: retail,
    count: 5,
    expects: step ? [lead('B1', step), ...worsened] : worsened,
    plant: (loan, _world, random) => handledOverdue(loan, days, random),
  }
})

/** 150 days past maturity, with fewer days written down everywhere. */
function understated(loan: PlantedLoan, days: number, random: Random): void {
  const maturity = ago(150)
  if (workingDays().next(maturity) !== maturity) throw new Error('a day of rest')
  drawnOn(loan, addMonths(maturity, -36), 36)
  both(loan, { 到期日: maturity, 原到期日: maturity, 合同到期日: maturity })
  handledOverdue(loan, 150, random)
  Object.assign(loan.row, {
    逾期天数: days,
    本金逾期天数: days,
    欠息天数: days,
    逾期日期: ago(days),
    本金逾期日: ago(days),
    利息逾期日: ago(days),
  })
}

const counting: readonly Plant[] = [
  fault(violation('B2', 'b'), '逾期天数少计四天以上', retail, (loan, _world, random) =>
    understated(loan, [146, 122][loan.serial % 2] ?? 0, random),
  ),
  near('B2', 'b', '逾期天数少计三天', retail, (loan, _world, random) => understated(loan, 147, random)),
  fault(violation('B2', 'c'), '逾期天数多于放款以来', retail, (loan, _world, random) => {
    handledOverdue(loan, 150, random)
    drawnOn(loan, ago(140), 24)
  }),
  near(
    'B2',
    'c',
    '放款当日起逾期',
    retail,
    (loan, _world, random) => {
      handledOverdue(loan, 150, random)
      drawnOn(loan, ago(150), 24)
    },
    // past due from the day after it was drawn
    [lead('B6', 'a')],
  ),
  {
    ...fault(violation('B2', 'a'), '基本表到期未收回', ['个人经营抵押'], (loan) => {
      pastMaturity(loan, 150)
    }),
    sheet: 'bare',
  },
  fault(violation('B3', 'a'), '欠息一百元以上仍为正常', retail, (loan) =>
    both(loan, { 表内欠息: [100, 8_000][loan.serial % 2] ?? 0 }),
  ),
  fault(violation('B3', 'b'), '零星欠息', retail, (loan) =>
    both(loan, { 表内欠息: [99.99, 3][loan.serial % 2] ?? 0 }),
  ),
  near('B3', 'a', '欠息而已列关注', retail, (loan) => {
    reclassify(loan, '关注')
    both(loan, { 表内欠息: 8_000 })
  }),
  near('B3', 'a', '应计利息不算欠息', retail, (loan) => both(loan, { 罚息: 0, 欠息金额: 0 })),
]

/** Days from drawing to the first day past due. */
const early: readonly (readonly [gap: number, caseId: 'a' | 'b' | null])[] = [
  [1, 'a'],
  [40, 'a'],
  [41, 'b'],
  [90, 'b'],
  [91, null],
]

const defaults = early.map(([gap, caseId]): Plant => ({
  name: `放款后 ${gap} 天逾期`,
  rule: 'B6',
  case: caseId ?? 'b',
  kinds: retail,
  expects: caseId ? [lead('B6', caseId)] : [],
  plant(loan, _world, random) {
    handledOverdue(loan, 150, random)
    drawnOn(loan, ago(149 + gap), 36)
  },
}))

/** Two people of one name in one branch, and nothing else to tell them by. */
export function nameOnly(loan: PlantedLoan): void {
  for (const field of ['客户编号', '证件号码', '统一社会信用代码']) rename(loan, field, null)
  rename(loan, '客户名称', `同名人${String.fromCodePoint(0x4e00 + (loan.customer % 20_000))}`)
  for (const row of loan.registers.押品) row['押品所有人'] = loan.row['客户名称'] ?? null
  if (loan.registers.押品.length > 0) both(loan, { 押品所有人: loan.row['客户名称'] ?? null })
}

/** Without a number of identity each of the two is incomplete. */
const nameless = (...loans: readonly PlantedLoan[]): readonly Expectation[] =>
  loans.map((loan) => violation('DQ-017', 'f', loan))

const together: readonly Plant[] = [
  fault(
    violation('B4', 'a'),
    '中型企业一笔次级一笔正常',
    ['中型企业抵押'],
    (loan, world) => reclassify(world.newLoanOf(loan), '次级'),
    // the same thing by its legal name
    [violation('CLS-008', 'a')],
  ),
  fault(lead('B4', 'b'), '小型企业一笔次级一笔关注', ['小型企业抵押'], (loan, world) => {
    reclassify(loan, '关注')
    reclassify(world.newLoanOf(loan), '次级')
  }),
  fault(lead('B4', 'b'), '个人一笔可疑一笔正常', ['个人经营抵押'], (loan, world) =>
    reclassify(world.newLoanOf(loan), '可疑'),
  ),
  fault(lead('B4', 'c'), '另一笔逾期 31 天', ['个人经营抵押'], (loan, world, random) => {
    const other = world.newLoanOf(loan)
    handledOverdue(other, 31, random)
    return [lead('B1', 'b', other), violation('OVD-009', 'c', other)]
  }),
  near('B4', 'c', '另一笔逾期 30 天', ['个人经营抵押'], (loan, world, random) => {
    const other = world.newLoanOf(loan)
    handledOverdue(other, 30, random)
    return [lead('B1', 'b', other), violation('OVD-009', 'c', other)]
  }),
  fault(lead('B4', 'd'), '同名两笔分类不一', ['个人经营抵押'], (loan, world) => {
    const other = world.newLoanOf(loan)
    for (const one of [loan, other]) nameOnly(one)
    reclassify(other, '次级')
    return nameless(loan, other)
  }),
  fault(
    lead('B5', 'a'),
    '逾期期间又放款',
    ['个人经营抵押'],
    (loan, world, random) => {
      handledOverdue(world.newLoanOf(loan), 150, random)
      drawnOn(loan, ago([149, 60][loan.serial % 2] ?? 0), 36)
    },
    // one customer, one loan bad and one normal
    [lead('B4', 'b')],
  ),
  near(
    'B5',
    'a',
    '逾期前一日放款',
    ['个人经营抵押'],
    (loan, world, random) => {
      handledOverdue(world.newLoanOf(loan), 150, random)
      drawnOn(loan, ago(150), 36)
    },
    [lead('B4', 'b')],
  ),
  fault(
    lead('B5', 'b'),
    '同名人逾期期间放款',
    ['个人经营抵押'],
    (loan, world, random) => {
      const other = world.newLoanOf(loan)
      handledOverdue(other, 150, random)
      drawnOn(loan, ago(60), 36)
      for (const one of [loan, other]) nameOnly(one)
      return nameless(loan, other)
    },
    [lead('B4', 'd')],
  ),
]

export const bareOverduePlants: readonly Plant[] = [...crossings, ...counting, ...defaults, ...together]

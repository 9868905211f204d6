import { addMonths } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { due, lead, type Plant, type PlantedLoan, type Row, violation } from '../contract.ts'
import { registerRow } from '../registers.ts'
import { handledOverdue } from '../vary.ts'
import { fault, near } from './plant.ts'

const retail = ['小型企业抵押', '个人经营抵押']
const ago = (count: number): number => portfolioDay - count

/** Days until the right to apply for enforcement runs out, two years after the judgment was to be performed. */
const enforcement: readonly (readonly [days: number, registered: string | null, estimated: string | null])[] =
  [
    [-1, 'p', 'q'],
    [0, 'a', 'a2'],
    [30, 'a', 'a2'],
    [31, 'b', 'b2'],
    [90, 'b', 'b2'],
    [91, 'c', 'c2'],
    [180, 'c', 'c2'],
    [181, null, null],
  ]

/** A bad loan won in court. */
function judged(loan: PlantedLoan, random: Parameters<Plant['plant']>[2], fields: Row): void {
  handledOverdue(loan, 450, random)
  Object.assign(loan.row, { 起诉日期: ago(400), 涉诉被执行标志: '涉诉', ...fields })
}

const twoYearsBefore = (days: number): number => addMonths(portfolioDay + days, -24)

const courts: readonly Plant[] = [
  ...enforcement.flatMap(([days, registeredCase, estimatedCase]): Plant[] => [
    {
      name: `履行届满加两年还有 ${days} 天`,
      rule: 'M9',
      case: registeredCase ?? 'c',
      kinds: retail,
      count: 4,
      expects: registeredCase ? [violation('M9', registeredCase)] : [],
      plant: (loan, _world, random) =>
        judged(loan, random, {
          判决生效日期: twoYearsBefore(days) - 15,
          判决履行届满日: twoYearsBefore(days),
        }),
    },
    {
      name: `判决生效加两年还有 ${days} 天`,
      rule: 'M9',
      case: estimatedCase ?? 'c2',
      kinds: retail,
      count: 4,
      expects: estimatedCase ? [estimatedCase === 'q' ? lead('M9', 'q') : due('M9', estimatedCase)] : [],
      plant: (loan, _world, random) => judged(loan, random, { 判决生效日期: twoYearsBefore(days) }),
    },
  ]),
  near('M9', 'a', '已申请执行', retail, (loan, _world, random) =>
    judged(loan, random, {
      判决生效日期: twoYearsBefore(20),
      判决履行届满日: twoYearsBefore(20),
      申请执行日期: ago(60),
    }),
  ),
  fault(violation('M9', 'r'), '保全已届满', retail, (loan, _world, random) =>
    judged(loan, random, { 保全日期: ago(400), 保全届满日: ago([1, 40][loan.serial % 2] ?? 1) }),
  ),
  fault(violation('M9', 's'), '保全六十天内届满', retail, (loan, _world, random) =>
    judged(loan, random, { 保全日期: ago(400), 保全届满日: portfolioDay + ([0, 60][loan.serial % 2] ?? 0) }),
  ),
  near('M9', 's', '保全六十一天后届满', retail, (loan, _world, random) =>
    judged(loan, random, { 保全日期: ago(400), 保全届满日: portfolioDay + 61 }),
  ),
]

const foreclosed: readonly Plant[] = (
  [
    [addMonths(portfolioDay, -24) - 1, null, 'a'],
    [addMonths(portfolioDay, -24), null, 'b'],
    [ago(100), null, 'b'],
    [addMonths(portfolioDay, -30), ago(200), null],
  ] as const
).map(([taken, sold, found]): Plant => ({
  name: `抵债 ${portfolioDay - taken} 天${sold ? '已处置' : '未处置'}`,
  rule: 'M10',
  case: found ?? 'a',
  kinds: ['已结清'],
  expects: found === 'a' ? [violation('M10', 'a')] : found === 'b' ? [due('M10', 'b')] : [],
  plant(loan) {
    loan.registers.押品.push(
      registerRow(loan, {
        押品编号: `DZ${loan.serial}`,
        押品名称: '抵债厂房',
        抵债取得日期: taken,
        抵债处置日期: sold,
      }),
    )
  },
}))

export const missingRecoveryPlants: readonly Plant[] = [...courts, ...foreclosed]

import type { Random } from '../../portfolio/random.ts'
import { type Expectation, type Plant, type Row, violation } from '../contract.ts'
import { crossing, type FiveClass, fallBehind } from '../manage.ts'

const kinds = ['中型企业抵押', '小型企业抵押', '个人经营抵押'] as const

/** What fell behind by so many days, and what class the bank left it in. */
interface Floor {
  readonly name: string
  readonly days: (random: Random) => number
  readonly left: FiveClass
  /** Every floor that the class is below. */
  readonly broken: readonly (readonly [rule: string, caseId: string])[]
}

const exactly = (days: number) => (): number => days
const between = (low: number, high: number) => (random: Random) => random.between(low, high)

/** 关注 from the eighth day, 次级 from day 91, 可疑 from day 271, 损失 from day 361. */
const floors: readonly Floor[] = [
  { name: '第八天仍正常', days: exactly(8), left: '正常', broken: [['CLS-001', 'a']] },
  { name: '九十天以内仍正常', days: between(9, 90), left: '正常', broken: [['CLS-001', 'a']] },
  { name: '第七天未注明技术性', days: exactly(7), left: '正常', broken: [['CLS-001', 'c']] },
  { name: '一至六天未注明技术性', days: between(1, 6), left: '正常', broken: [['CLS-001', 'c']] },
  { name: '满九十天列关注', days: exactly(90), left: '关注', broken: [] },
  { name: '第九十一天列关注', days: exactly(91), left: '关注', broken: [['CLS-002', 'a']] },
  { name: '九十天以上列关注', days: between(92, 270), left: '关注', broken: [['CLS-002', 'a']] },
  {
    name: '九十天以上仍正常',
    days: between(92, 270),
    left: '正常',
    broken: [
      ['CLS-001', 'a'],
      ['CLS-002', 'a'],
    ],
  },
  { name: '满二百七十天列次级', days: exactly(270), left: '次级', broken: [] },
  { name: '第二百七十一天列次级', days: exactly(271), left: '次级', broken: [['CLS-003', 'a']] },
  { name: '二百七十天以上列次级', days: between(272, 360), left: '次级', broken: [['CLS-003', 'a']] },
  {
    name: '二百七十天以上列关注',
    days: between(272, 360),
    left: '关注',
    broken: [
      ['CLS-002', 'a'],
      ['CLS-003', 'a'],
    ],
  },
  { name: '满三百六十天列可疑', days: exactly(360), left: '可疑', broken: [] },
  { name: '第三百六十一天列可疑', days: exactly(361), left: '可疑', broken: [['CLS-004', 'a']] },
  { name: '三百六十天以上列可疑', days: between(362, 600), left: '可疑', broken: [['CLS-004', 'a']] },
  {
    name: '三百六十天以上列次级',
    days: between(362, 600),
    left: '次级',
    broken: [
      ['CLS-003', 'a'],
      ['CLS-004', 'a'],
    ],
  },
]

function floorPlant({ name, days, left, broken }: Floor): Plant {
  const [rule, caseId] = broken[0] ?? ['CLS-002', 'a']
  return {
    name,
    rule,
    case: caseId,
    kinds,
    expects: broken.map(([id, of]) => violation(id, of)),
    plant: (loan, _world, random) => {
      const count = days(random)
      const found = fallBehind(loan, count, random)
      leaveIn(loan.row, left)
      if (loan.previous) leaveIn(loan.previous, left)
      loan.row['上期五级分类'] = left
      return [...found.filter(({ rule: id }) => id !== 'B1'), ...crossing(count, left)]
    },
  }
}

/** The class that was never lowered; what is said of impairment stays out of it. */
function leaveIn(row: Row, left: FiveClass): void {
  Object.assign(row, { 五级分类: left, 信用减值标志: '否' })
}

/** Trifling arrears: 13 to 99.99 元 of interest for a month. */
const trifling: Plant = {
  name: '零星尾欠',
  rule: 'CLS-001',
  case: 'e',
  kinds,
  expects: [violation('CLS-001', 'e')],
  plant: (loan, _world, random) => oweInterest(loan, random.pick([13, 55.5, 99.99]), 20, random),
}

const hundred: Plant = {
  ...trifling,
  name: '欠满一百元不算零星',
  case: 'a',
  expects: [violation('CLS-001', 'a')],
  plant: (loan, _world, random) => oweInterest(loan, 100, 20, random),
}

function oweInterest(
  loan: Parameters<Plant['plant']>[0],
  amount: number,
  days: number,
  random: Random,
): readonly Expectation[] {
  const found = fallBehind(loan, days, random)
  Object.assign(loan.row, {
    五级分类: '正常',
    逾期本金: 0,
    本金逾期日: null,
    本金逾期天数: 0,
    表内欠息: amount,
    罚息: 0,
    欠息金额: 0,
  })
  return found
}

const technical: Plant = {
  name: '七天以内技术性逾期已注明',
  rule: 'CLS-001',
  case: 'c',
  kinds,
  expects: [],
  plant: (loan, _world, random) => {
    const found = fallBehind(loan, random.between(1, 7), random)
    Object.assign(loan.row, { 五级分类: '正常', 技术性逾期标志: '是' })
    return found
  },
}

const technicalTooLong: Plant = {
  name: '超过七天仍注明技术性',
  rule: 'CLS-001',
  case: 'a',
  kinds,
  expects: [violation('CLS-001', 'a')],
  plant: (loan, _world, random) => {
    const found = fallBehind(loan, random.between(8, 30), random)
    Object.assign(loan.row, { 五级分类: '正常', 技术性逾期标志: '是' })
    return found
  },
}

export const clsOverduePlants: readonly Plant[] = [
  ...floors.map(floorPlant),
  trifling,
  hundred,
  technical,
  technicalTooLong,
]

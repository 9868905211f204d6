import {
  type Expectation,
  lead,
  type Plant,
  type PlantedLoan,
  type Row,
  undecided,
  violation,
} from '../contract.ts'
import { classOfDays, crossing, type FiveClass, fallBehind, pastMaturity, reclassify } from '../manage.ts'

const kinds = ['中型企业抵押', '小型企业抵押', '个人经营抵押'] as const
const stage = (of: string): readonly Expectation[] => [violation('PRV-002', of)]

interface Late {
  readonly name: string
  readonly days: number
  /** Added to the days at random. */
  readonly more?: number
  readonly stage: '1' | '2' | '3'
  readonly expects: readonly Expectation[]
}

/** Stage 2 from day 31, stage 3 from day 91. */
const late: readonly Late[] = [
  { name: '第三十一天仍第一阶段', days: 31, stage: '1', expects: stage('a') },
  { name: '三十天以上仍第一阶段', days: 32, more: 58, stage: '1', expects: stage('a') },
  { name: '满三十天第一阶段', days: 30, stage: '1', expects: [lead('PRV-002', 'g')] },
  { name: '三十天以上第二阶段', days: 31, more: 59, stage: '2', expects: [] },
  { name: '第九十一天仍第二阶段', days: 91, stage: '2', expects: stage('c') },
  { name: '九十天以上仍第一阶段', days: 92, more: 200, stage: '1', expects: stage('c') },
  { name: '满九十天第二阶段', days: 90, stage: '2', expects: [] },
]

const latePlants = late.map(({ name, days, more = 0, stage: left, expects }): Plant => ({
  name,
  rule: 'PRV-002',
  case: days > 90 ? 'c' : 'a',
  kinds,
  expects,
  plant: (loan, _world, random) => {
    const found = fallBehind(loan, days + random.between(0, more), random)
    loan.row['减值阶段'] = left
    return found
  },
}))

/** The same where only the maturity tells of the days. */
const implied = [
  { name: '推定三十天以上仍第一阶段', of: 'b', days: [31, 40, 89], stage: '1' },
  { name: '推定九十天以上仍第二阶段', of: 'd', days: [92, 123, 239], stage: '2' },
] as const
const impliedPlants = implied.map(({ name, of, days, stage: left }): Plant => ({
  name,
  rule: 'PRV-002',
  case: of,
  kinds: ['个人经营抵押'],
  sheet: 'bare',
  expects: stage(of),
  plant: (loan, _world, random) => {
    const count = random.pick(days)
    const found = pastMaturity(loan, count)
    loan.row['减值阶段'] = left
    return [...found, ...crossing(count, classOfDays(count))]
  },
}))

interface Left {
  readonly name: string
  readonly case: string
  readonly class: FiveClass
  readonly fields: Row
  readonly expects: readonly Expectation[]
}

const byClass: readonly Left[] = [
  { name: '次级仍第二阶段', case: 'e', class: '次级', fields: { 减值阶段: '2' }, expects: stage('e') },
  { name: '损失仍第一阶段', case: 'e', class: '损失', fields: { 减值阶段: '1' }, expects: stage('e') },
  // impaired, so not above 次级 either (CLS-005)
  {
    name: '已减值仍第二阶段',
    case: 'f',
    class: '关注',
    fields: { 信用减值标志: '是' },
    expects: [...stage('f'), violation('CLS-005', 'a')],
  },
  {
    name: '关注仍第一阶段',
    case: 'g',
    class: '关注',
    fields: { 减值阶段: '1' },
    expects: [lead('PRV-002', 'g')],
  },
  { name: '关注第二阶段', case: 'g', class: '关注', fields: {}, expects: [] },
]

const classPlants = byClass.map((left): Plant => ({
  name: left.name,
  rule: 'PRV-002',
  case: left.case,
  kinds,
  expects: left.expects,
  plant: (loan) => {
    reclassify(loan, left.class)
    Object.assign(loan.row, left.fields)
  },
}))

function provision(
  name: string,
  caseId: string,
  to: FiveClass,
  amount: (balance: number) => number | null,
  expects: readonly Expectation[],
  fields: Row = {},
): Plant {
  return {
    name,
    rule: 'PRV-003',
    case: caseId,
    kinds,
    expects,
    plant: (loan: PlantedLoan) => {
      reclassify(loan, to)
      Object.assign(loan.row, { 减值准备: amount(Number(loan.row['贷款余额'])), ...fields })
    },
  }
}

/** Not marked as impaired, so that only the missing provision is at fault. */
const unmarked: Row = { 信用减值标志: '否' }
const amounts: readonly Plant[] = [
  provision('准备为负', 'a', '正常', () => -0.01, [violation('PRV-003', 'a')]),
  provision('准备为零', 'a', '正常', () => 0, []),
  // two rounded amounts: each may be off by half a 分
  provision('准备超过余额', 'b', '正常', (balance) => balance + 0.02, [violation('PRV-003', 'b')]),
  provision('准备等于余额', 'b', '损失', (balance) => balance, []),
  provision('准备为余额与欠息之和', 'b', '损失', (balance) => balance + 500, [], {
    表外欠息: 500,
    欠息天数: 0,
  }),
  provision('不良没有准备', 'c', '次级', () => null, [violation('PRV-003', 'c')], unmarked),
  provision('不良准备为零', 'c', '可疑', () => 0, [violation('PRV-003', 'c')], unmarked),
  // nothing says that a performing loan needs one, and nothing says what it is
  provision('关注没有准备', 'c', '关注', () => null, [undecided('PRV-003', 'a')]),
]

export const prvPlants: readonly Plant[] = [...latePlants, ...impliedPlants, ...classPlants, ...amounts]

import { workingDays } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import {
  type Expectation,
  lead,
  type Plant,
  type PlantedLoan,
  type PlantedWorld,
  type Row,
  violation,
} from '../contract.ts'
import { lastMonthDay } from '../previousRow.ts'
import { registerRow } from '../registers.ts'
import { both, drawnOn } from '../vary.ts'

const persons = ['个人经营抵押', '个人经营保证'] as const
const firms = ['中型企业抵押', '小型企业抵押'] as const
const asked = portfolioDay - 30

interface Query {
  readonly name: string
  readonly person: string
  readonly firm: string
  readonly fields: Row
  readonly found: boolean
}

const queries: readonly Query[] = [
  {
    name: '查询早于授权',
    person: 'a',
    firm: 'd',
    fields: { 征信查询日期: asked, 征信授权日期: asked + 1 },
    found: true,
  },
  {
    name: '查询在授权当日',
    person: 'a',
    firm: 'd',
    fields: { 征信查询日期: asked, 征信授权日期: asked },
    found: false,
  },
  {
    name: '查询晚于授权到期',
    person: 'b',
    firm: 'e',
    fields: { 征信查询日期: asked, 征信授权到期日: asked - 1 },
    found: true,
  },
  {
    name: '查询在授权到期当日',
    person: 'b',
    firm: 'e',
    fields: { 征信查询日期: asked, 征信授权到期日: asked },
    found: false,
  },
  {
    name: '没有授权',
    person: 'c',
    firm: 'f',
    fields: { 征信查询日期: asked, 征信授权日期: null },
    found: true,
  },
  {
    name: '没有查询也没有授权',
    person: 'c',
    firm: 'f',
    fields: { 征信查询日期: null, 征信授权日期: null },
    found: false,
  },
]

const queryPlants = queries.flatMap(({ name, person, firm, fields, found }) =>
  (
    [
      ['个人', person, persons],
      ['企业', firm, firms],
    ] as const
  ).map(([who, of, kinds]): Plant => ({
    name: `${who}${name}`,
    rule: 'CMP-005',
    case: of,
    kinds,
    expects: found ? [violation('CMP-005', of)] : [],
    plant: ({ row }) => {
      Object.assign(row, fields)
    },
  })),
)

interface Succession {
  readonly name: string
  readonly case: 'a' | 'b'
  /** What the old loan was last month. */
  readonly then: Row
  readonly gap: number
  readonly left?: string
  readonly expects: readonly Expectation[]
}

const behind = (days: number, to: string): Row => ({
  五级分类: to,
  逾期天数: days,
  本金逾期天数: days,
  欠息天数: 0,
  本金逾期日: lastMonthDay - days,
})

const successions: readonly Succession[] = [
  {
    name: '逾期三十天结清后再贷',
    case: 'b',
    then: behind(30, '正常'),
    gap: 5,
    expects: [lead('CMP-007', 'b')],
  },
  {
    name: '逾期三十一天结清后再贷',
    case: 'a',
    then: behind(31, '正常'),
    gap: 5,
    expects: [lead('CMP-007', 'a')],
  },
  { name: '不良结清当日再贷', case: 'a', then: behind(120, '次级'), gap: 0, expects: [lead('CMP-007', 'a')] },
  {
    name: '逾期三十天以上结清后再贷',
    case: 'a',
    then: behind(45, '关注'),
    gap: 5,
    expects: [lead('CMP-007', 'a')],
  },
  { name: '关注结清后再贷', case: 'b', then: behind(0, '关注'), gap: 5, expects: [lead('CMP-007', 'b')] },
  {
    name: '逾期二十天结清后再贷',
    case: 'b',
    then: behind(20, '正常'),
    gap: 3,
    expects: [lead('CMP-007', 'b')],
  },
  { name: '逾期七天结清后再贷', case: 'b', then: behind(7, '正常'), gap: 3, expects: [] },
  { name: '正常结清后再贷', case: 'b', then: behind(0, '正常'), gap: 3, expects: [] },
  { name: '新贷款列关注', case: 'a', then: behind(120, '次级'), gap: 3, left: '关注', expects: [] },
]

/** The customer's old loan was there last month and is repaid now; the planted one is new. */
function succeed(loan: PlantedLoan, world: PlantedWorld, { then, gap, left = '正常' }: Succession): void {
  const old = world.newLoanOf(loan)
  const ended = workingDays().next(portfolioDay - 18)
  Object.assign(old.row, { 贷款余额: 0, 减值准备: 0, 贷款状态: '结清', 结清日期: ended })
  if (old.previous) Object.assign(old.previous, { 贷款状态: '逾期', ...then })
  old.row['上期五级分类'] = then['五级分类'] ?? null
  drawnOn(loan, ended + gap, 36)
  Object.assign(loan.row, {
    五级分类: left,
    ...(left === '关注' ? { 客户风险等级: '中', 预警颜色: '黄', 减值阶段: '2' } : {}),
    首次检查日期: portfolioDay - 2,
    最近跟踪日期: portfolioDay - 1,
    上期五级分类: null,
  })
}

const successionPlants = successions.map((one): Plant => ({
  name: one.name,
  rule: 'CMP-007',
  case: one.case,
  kinds: ['个人经营抵押'],
  expects: one.expects,
  plant: (loan, world) => succeed(loan, world, one),
}))

function released(name: string, reason: string | null, expects: readonly Expectation[]): Plant {
  return {
    name,
    rule: 'CMP-007',
    case: 'c',
    kinds: [...persons, ...firms],
    expects,
    plant: (loan) => {
      const first = workingDays().next(portfolioDay - 80)
      const day = (count: number): number => workingDays().add(first, count)
      loan.registers.预警.push(
        registerRow(loan, {
          预警信号: '经营收入下降',
          预警级别: '黄',
          预警日期: first,
          上报日期: day(1),
          核实日期: day(3),
          方案日期: day(5),
          执行日期: day(10),
          复盘日期: day(30),
          责任人: '王某',
          处置时限: portfolioDay + 30,
          处置措施: '压降额度',
          预警状态: '已解除',
          解除理由: reason,
          预警核实结论: '部分属实',
        }),
      )
    },
  }
}

const capital = (row: Row, share: number): number => (Number(row['贷款余额']) * 100) / share

function groupOf(loan: PlantedLoan, world: PlantedWorld): readonly PlantedLoan[] {
  const other = world.newLoan(loan.kind)
  const members = [loan, other]
  for (const one of members) {
    for (const row of [one.row, one.previous]) {
      if (row)
        Object.assign(row, {
          贷款金额: 2_000_000,
          贷款余额: 2_000_000,
          合同金额: 2_000_000,
          最新估值: 6_000_000,
          所属集团: `集团${loan.serial}`,
        })
    }
    for (const item of one.registers.押品) item['最新估值'] = 6_000_000
  }
  return members
}

const concentration: readonly Plant[] = [
  {
    name: '单户超过资本净额一成',
    rule: 'CMP-008',
    case: 'a',
    kinds: firms,
    expects: [violation('CMP-008', 'a')],
    plant: ({ row }) => {
      row['资本净额'] = capital(row, 10) - 1
    },
  },
  {
    name: '单户恰为资本净额一成',
    rule: 'CMP-008',
    case: 'a',
    kinds: firms,
    expects: [],
    plant: ({ row }) => {
      row['资本净额'] = capital(row, 10)
    },
  },
  {
    name: '委托贷款不计入单户',
    rule: 'CMP-008',
    case: 'a',
    kinds: ['委托贷款'],
    expects: [],
    plant: ({ row }) => {
      row['资本净额'] = capital(row, 50)
    },
  },
  ...(
    [
      ['资本净额', 'b', 15, true],
      ['资本净额', 'b', 15, false],
      ['一级资本净额', 'c', 20, true],
      ['一级资本净额', 'c', 20, false],
    ] as const
  ).map(([field, of, percent, over]): Plant => ({
    name: `集团${over ? '超过' : '恰为'}${field}的${percent}%`,
    rule: 'CMP-008',
    case: of,
    kinds: firms,
    expects: [],
    plant: (loan, world) => {
      const members = groupOf(loan, world)
      const base = (4_000_000 * 100) / percent - (over ? 1 : 0)
      for (const { row } of members) row[field] = base
      return over ? members.map((one) => violation('CMP-008', of, one)) : []
    },
  })),
  {
    name: '向关系人发放信用贷款',
    rule: 'CMP-009',
    case: 'a',
    kinds: ['个人信用消费'],
    expects: [violation('CMP-009', 'a')],
    plant: (loan) => both(loan, { 关系人标志: '是' }),
  },
  {
    name: '向关系人发放抵押贷款',
    rule: 'CMP-009',
    case: 'a',
    kinds: ['个人经营抵押'],
    expects: [],
    plant: (loan) => both(loan, { 关系人标志: '是' }),
  },
]

export const cmpLedgerPlants: readonly Plant[] = [
  ...queryPlants,
  ...successionPlants,
  released('解除预警没有理由', null, [lead('CMP-007', 'c')]),
  released('解除预警写明理由', '回款恢复', []),
  ...concentration,
]

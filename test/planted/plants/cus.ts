import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import {
  due,
  type Expectation,
  lead,
  type Plant,
  type PlantedLoan,
  type Row,
  violation,
  textIn,
} from '../contract.ts'
import { both } from '../vary.ts'

const firms = ['中型企业抵押', '小型企业抵押'] as const
const small = ['小型企业抵押', '个人经营抵押'] as const
const kinds = [...firms, '个人经营抵押'] as const

interface Told {
  readonly name: string
  readonly rule: string
  readonly case: string
  readonly kinds?: readonly string[]
  readonly row: Row
  readonly expects: readonly Expectation[]
}

const lost = (state: string, measure: string | null): Row => ({ 联系状态: state, 失联处置措施: measure })
/** Higher tiers are followed up, and their credit reports renewed, more often. */
const tier = (to: '高' | '中', days: number): Row => ({
  客户风险等级: to,
  最近跟踪日期: portfolioDay - 2,
  征信查询日期: portfolioDay - 20,
  客户信息更新日期: portfolioDay - days,
})

const told: readonly Told[] = [
  {
    name: '高风险九十一天未更新',
    rule: 'CUS-001',
    case: 'a',
    row: tier('高', 91),
    expects: [violation('CUS-001', 'a')],
  },
  { name: '高风险九十天未更新', rule: 'CUS-001', case: 'a', row: tier('高', 90), expects: [] },
  {
    name: '中风险一百八十一天未更新',
    rule: 'CUS-001',
    case: 'b',
    row: tier('中', 181),
    expects: [violation('CUS-001', 'b')],
  },
  { name: '中风险一百八十天未更新', rule: 'CUS-001', case: 'b', row: tier('中', 180), expects: [] },
  {
    name: '低风险三百六十六天未更新',
    rule: 'CUS-001',
    case: 'c',
    row: { 客户信息更新日期: portfolioDay - 366 },
    expects: [violation('CUS-001', 'c')],
  },
  {
    name: '低风险三百六十五天未更新',
    rule: 'CUS-001',
    case: 'c',
    row: { 客户信息更新日期: portfolioDay - 365 },
    expects: [],
  },
  {
    name: '按揭八百天未更新',
    rule: 'CUS-001',
    case: 'c',
    kinds: ['住房按揭', '消费贷款'],
    row: { 客户信息更新日期: portfolioDay - 800 },
    expects: [],
  },
  // lost: the tier must say so (EWS-011), and a visit that found all well cannot be right (INS-012)
  {
    name: '失联没有措施',
    rule: 'CUS-002',
    case: 'a',
    row: { ...lost('失联', null), ...tier('高', 20), 预警颜色: '红', 检查结论: '预警' },
    expects: [violation('CUS-002', 'a')],
  },
  {
    name: '停机没有措施',
    rule: 'CUS-002',
    case: 'a',
    row: lost('停机', null),
    expects: [violation('CUS-002', 'a')],
  },
  {
    name: '拒接没有措施',
    rule: 'CUS-002',
    case: 'a',
    row: lost('拒接', null),
    expects: [violation('CUS-002', 'a')],
  },
  {
    name: '停机已采取措施',
    rule: 'CUS-002',
    case: 'b',
    row: lost('停机', '上门核实'),
    expects: [due('CUS-002', 'b')],
  },
  {
    name: '证件过期九十一天',
    rule: 'CUS-003',
    case: 'a',
    row: { 证件有效期: portfolioDay - 91 },
    expects: [violation('CUS-003', 'a')],
  },
  {
    name: '证件过期九十天',
    rule: 'CUS-003',
    case: 'b',
    row: { 证件有效期: portfolioDay - 90 },
    expects: [violation('CUS-003', 'b')],
  },
  {
    name: '证件昨日过期',
    rule: 'CUS-003',
    case: 'b',
    row: { 证件有效期: portfolioDay - 1 },
    expects: [violation('CUS-003', 'b')],
  },
  {
    name: '证件今日到期',
    rule: 'CUS-003',
    case: 'c',
    row: { 证件有效期: portfolioDay },
    expects: [due('CUS-003', 'c')],
  },
  {
    name: '证件三十天后到期',
    rule: 'CUS-003',
    case: 'c',
    row: { 证件有效期: portfolioDay + 30 },
    expects: [due('CUS-003', 'c')],
  },
  {
    name: '证件三十一天后到期',
    rule: 'CUS-003',
    case: 'c',
    row: { 证件有效期: portfolioDay + 31 },
    expects: [],
  },
  {
    name: '投诉受理超过一天',
    rule: 'CUS-005',
    case: 'a',
    row: { 投诉受理用时: 24.5, 投诉办结用时: 2 },
    expects: [violation('CUS-005', 'a')],
  },
  {
    name: '投诉受理恰一天',
    rule: 'CUS-005',
    case: 'a',
    row: { 投诉受理用时: 24, 投诉办结用时: 3 },
    expects: [],
  },
  {
    name: '投诉办结四个工作日',
    rule: 'CUS-005',
    case: 'b',
    row: { 投诉受理用时: 2, 投诉办结用时: 4 },
    expects: [violation('CUS-005', 'b')],
  },
]

const toldPlants = told.map((one): Plant => ({
  name: one.name,
  rule: one.rule,
  case: one.case,
  kinds: one.kinds ?? kinds,
  expects: one.expects,
  plant: (loan) => {
    Object.assign(loan.row, one.row)
  },
}))

/** A number or an address that is another than last month, and no update of the customer's data since. */
function moved(
  name: string,
  of: 'a' | 'b',
  who: readonly string[],
  change: (loan: PlantedLoan) => void,
  expects: readonly Expectation[],
): Plant {
  return {
    name,
    rule: 'CUS-004',
    case: of,
    kinds: who,
    expects,
    plant: (loan) => {
      both(loan, { 客户信息更新日期: portfolioDay - 60 })
      change(loan)
    },
  }
}

const newPhone = (loan: PlantedLoan): void => {
  loan.row['联系电话'] = `154${String(90_000_000 + loan.serial)}`
}
const newAddress = (loan: PlantedLoan): void => {
  loan.row['联系地址'] = `望江市新迁路${loan.serial}号`
}
const inclusive =
  (change: (loan: PlantedLoan) => void) =>
  (loan: PlantedLoan): void => {
    both(loan, { 普惠小微标志: '是' })
    change(loan)
  }
const rewritten = (loan: PlantedLoan): void => {
  const phone = textIn(loan.row, '联系电话')
  loan.row['联系电话'] = `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`
}

const moves: readonly Plant[] = [
  moved('电话变更没有登记', 'a', ['个人经营抵押'], newPhone, [violation('CUS-004', 'a')]),
  moved('普惠小微企业电话变更没有登记', 'a', ['小型企业抵押'], inclusive(newPhone), [
    violation('CUS-004', 'a'),
  ]),
  moved('非普惠的小企业电话变更', 'a', ['小型企业抵押'], newPhone, []),
  moved('中型企业电话变更', 'a', ['中型企业抵押'], newPhone, []),
  moved(
    '电话变更且客户信息已更新',
    'a',
    small,
    (loan) => {
      newPhone(loan)
      loan.row['客户信息更新日期'] = portfolioDay - 5
    },
    [],
  ),
  moved('个人地址变更没有登记', 'b', ['个人经营抵押'], newAddress, [violation('CUS-004', 'b')]),
  // a firm that moves is a change of its business as well (EWS-004)
  moved('普惠小微企业地址变更没有登记', 'b', ['小型企业抵押'], inclusive(newAddress), [
    violation('CUS-004', 'b'),
    lead('EWS-004', 'e'),
  ]),
  moved(
    '地址写得更详细',
    'b',
    ['个人经营抵押'],
    (loan) => {
      loan.row['联系地址'] = `${textIn(loan.row, '联系地址')}东侧`
    },
    [],
  ),
  // written apart it is the same number, though not in the form a number has (DQ-006)
  moved('电话只是写法不同', 'a', small, rewritten, [violation('DQ-006', 'a')]),
]

export const cusPlants: readonly Plant[] = [...toldPlants, ...moves]

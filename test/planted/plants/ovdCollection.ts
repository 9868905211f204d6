import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { due, type Expectation, type Plant, type Row, violation } from '../contract.ts'
import { fallBehind } from '../manage.ts'
import { notOnRecord } from '../vary.ts'

const kinds = ['中型企业抵押', '小型企业抵押', '个人经营抵押'] as const
const firms = ['中型企业抵押', '小型企业抵押'] as const

interface Behind {
  readonly name: string
  readonly rule: string
  readonly case: string
  readonly kinds?: readonly string[]
  readonly sheet?: 'plain'
  readonly days: number
  readonly fields: Row
  /** What the register of collection says that the loan's own row does not. */
  readonly registered?: Row
  readonly expects: readonly Expectation[]
}

/** Nobody has been in touch: neither the row nor the register has a day of collection since the loan fell behind. */
const silent: Row = { 最近催收日期: null, 催收时间: null }
/** Principal only. */
const owing = (principal: number): Row => ({
  逾期本金: principal,
  表内欠息: 0,
  表外欠息: 0,
  罚息: 0,
  欠息金额: 0,
})

const cases: readonly Behind[] = [
  // overdue from Wednesday: Thursday is the first working day after it, Friday the second
  {
    name: '逾期后第二个工作日无人联系',
    rule: 'OVD-003',
    case: 'a',
    days: 4,
    fields: silent,
    expects: [due('OVD-003', 'a')],
  },
  { name: '逾期后第一个工作日', rule: 'OVD-003', case: 'a', days: 3, fields: silent, expects: [] },
  {
    name: '逾期无人联系',
    rule: 'OVD-003',
    case: 'a',
    days: 20,
    fields: silent,
    expects: [due('OVD-003', 'a')],
  },
  {
    name: '只在逾期前联系过',
    rule: 'OVD-003',
    case: 'a',
    days: 20,
    fields: { 最近催收日期: portfolioDay - 20, 催收时间: null },
    expects: [due('OVD-003', 'a')],
  },
  {
    name: '逾期第一天已联系',
    rule: 'OVD-003',
    case: 'a',
    days: 20,
    fields: { 最近催收日期: portfolioDay - 19, 催收时间: null },
    expects: [],
  },
  // fell due on Friday; asked for from the second working day
  { name: '逾期一个工作日', rule: 'OVD-003', case: 'a', days: 1, fields: silent, expects: [] },
  {
    name: '欠款不足五百元无人联系',
    rule: 'OVD-003',
    case: 'a',
    days: 20,
    fields: { ...silent, ...owing(499.99) },
    expects: [],
  },
  {
    name: '欠款满五百元无人联系',
    rule: 'OVD-003',
    case: 'a',
    days: 20,
    fields: { ...silent, ...owing(500) },
    expects: [due('OVD-003', 'a')],
  },
  {
    name: '企业逾期第八天未发通知书',
    rule: 'OVD-004',
    case: 'a',
    kinds: firms,
    days: 8,
    fields: { 催收通知书日期: null },
    expects: [due('OVD-004', 'a')],
  },
  {
    name: '企业逾期第八天通知书只登在催收台账',
    rule: 'OVD-004',
    case: 'a',
    kinds: firms,
    days: 8,
    fields: { 催收通知书日期: null },
    registered: { 催收通知书日期: portfolioDay - 1 },
    expects: [],
  },
  {
    name: '企业逾期七天未发通知书',
    rule: 'OVD-004',
    case: 'a',
    kinds: firms,
    days: 7,
    fields: { 催收通知书日期: null },
    expects: [],
  },
  {
    name: '个人逾期未发通知书',
    rule: 'OVD-004',
    case: 'a',
    kinds: ['个人经营抵押'],
    days: 40,
    fields: { 催收通知书日期: null },
    expects: [],
  },
  {
    name: '逾期第九十一天仍在上门',
    rule: 'OVD-005',
    case: 'a',
    days: 91,
    fields: { 催收阶段: '上门催收' },
    expects: [violation('OVD-005', 'a')],
  },
  {
    name: '逾期九十天以上仍在电话',
    rule: 'OVD-005',
    case: 'a',
    days: 150,
    fields: { 催收阶段: '电话提醒' },
    expects: [violation('OVD-005', 'a')],
  },
  {
    name: '逾期三十天以上仍在短信',
    rule: 'OVD-005',
    case: 'b',
    days: 31,
    fields: { 催收阶段: '短信' },
    expects: [violation('OVD-005', 'b')],
  },
  {
    name: '逾期满三十天在短信',
    rule: 'OVD-005',
    case: 'b',
    days: 30,
    fields: { 催收阶段: '短信' },
    expects: [],
  },
  {
    name: '逾期满九十天在上门',
    rule: 'OVD-005',
    case: 'b',
    days: 90,
    fields: { 催收阶段: '上门催收' },
    expects: [],
  },
  {
    name: '逾期九十天以上已诉讼',
    rule: 'OVD-005',
    case: 'a',
    days: 150,
    fields: { 催收阶段: '诉讼' },
    expects: [],
  },
  {
    name: '逾期第九十一天未启动法律程序',
    rule: 'OVD-006',
    case: 'a',
    days: 91,
    fields: { ...owing(20_000), 清收方案: null },
    expects: [violation('OVD-006', 'a')],
  },
  {
    name: '逾期满九十天未启动法律程序',
    rule: 'OVD-006',
    case: 'a',
    days: 90,
    fields: { ...owing(20_000), 清收方案: null },
    expects: [],
  },
  {
    name: '已保全',
    rule: 'OVD-006',
    case: 'a',
    days: 150,
    fields: { ...owing(20_000), 清收方案: null, 保全日期: portfolioDay - 20 },
    expects: [],
  },
  {
    name: '逾期九十天以上，起诉只登在催收台账',
    rule: 'OVD-006',
    case: 'a',
    days: 150,
    fields: { ...owing(20_000), 清收方案: null },
    registered: { 起诉日期: portfolioDay - 20 },
    expects: [],
  },
  {
    name: '已起诉',
    rule: 'OVD-006',
    case: 'a',
    days: 150,
    fields: { ...owing(20_000), 清收方案: null, 起诉日期: portfolioDay - 20 },
    expects: [],
  },
  {
    name: '没有起诉、保全与方案列',
    rule: 'OVD-006',
    case: 'b',
    kinds: ['个人经营抵押'],
    sheet: 'plain',
    days: 150,
    fields: {},
    expects: [due('OVD-006', 'b')],
  },
  {
    name: '承诺昨日还款未还',
    rule: 'OVD-008',
    case: 'a',
    days: 40,
    fields: { 承诺还款日: portfolioDay - 1 },
    expects: [violation('OVD-008', 'a')],
  },
  {
    name: '承诺只登在催收台账，昨日未还',
    rule: 'OVD-008',
    case: 'a',
    days: 40,
    fields: { 承诺还款日: null },
    registered: { 承诺还款日: portfolioDay - 1 },
    expects: [violation('OVD-008', 'a')],
  },
  {
    name: '承诺今日还款',
    rule: 'OVD-008',
    case: 'a',
    days: 40,
    fields: { 承诺还款日: portfolioDay },
    expects: [],
  },
]

const behind = cases.map((one): Plant => ({
  name: one.name,
  rule: one.rule,
  case: one.case,
  kinds: one.kinds ?? kinds,
  ...(one.sheet ? { sheet: one.sheet } : {}),
  expects: one.expects,
  plant: (loan, _world, random) => {
    const found = fallBehind(loan, one.days, random)
    notOnRecord(loan, ...Object.keys(one.fields).filter((field) => one.fields[field] === null))
    Object.assign(loan.row, one.fields)
    for (const item of loan.registers.催收) Object.assign(item, one.registered)
    if ('最近催收日期' in one.fields)
      for (const item of loan.registers.催收)
        Object.assign(item, { 最近催收日期: one.fields['最近催收日期'], 催收时间: null })
    return found
  },
}))

/** A million and more in arrears, principal as large. */
function large(
  name: string,
  of: 'b' | 'c',
  amount: number,
  sheet: 'plain' | undefined,
  expects: readonly Expectation[],
): Plant {
  return {
    name,
    rule: 'OVD-008',
    case: of,
    kinds: sheet ? ['个人经营抵押'] : ['中型企业抵押'],
    ...(sheet ? { sheet } : {}),
    expects,
    plant: (loan, _world, random) => {
      for (const row of [loan.row, loan.previous]) {
        if (row)
          Object.assign(row, {
            贷款金额: 2_000_000,
            贷款余额: 2_000_000,
            合同金额: 2_000_000,
            支付方式: '受托支付',
            受托支付金额: 2_000_000,
            单笔最大自主支付金额: 0,
            最新估值: 6_000_000,
          })
      }
      for (const item of loan.registers.押品) item['最新估值'] = 6_000_000
      const found = fallBehind(loan, 40, random)
      Object.assign(loan.row, { 逾期本金: amount, 清收方案: null })
      return found
    },
  }
}

export const ovdCollectionPlants: readonly Plant[] = [
  ...behind,
  large('大额逾期没有一户一策', 'b', 1_000_000, undefined, [violation('OVD-008', 'b')]),
  large('逾期不到一百万元', 'b', 999_999.99, undefined, []),
  large('大额逾期而没有清收方案列', 'c', 1_500_000, 'plain', [due('OVD-008', 'c')]),
]

import { addMonths, workingDays } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { due, lead, type Plant, type PlantedLoan, type Row, violation, textIn } from '../contract.ts'
import { registerRow } from '../registers.ts'
import { both, drawnOn } from '../vary.ts'
import { fault, near } from './plant.ts'

const days = workingDays()
const firms = ['企业流动资金']
const ago = (count: number): number => portfolioDay - count

/** The latest day from which so many working days end before the ledger's day. */
function workdaysAgo(count: number): number {
  let day = portfolioDay
  while (!(days.add(day, count) < portfolioDay) || days.next(day) !== day) day--
  return day
}

function untraced(loan: PlantedLoan, day: number): void {
  drawnOn(loan, day, 12)
  both(loan, { 资金流向检查日期: null, 资金流向检查结论: null })
}

const tracing: readonly Plant[] = [
  ...[60, 25].map((count) =>
    fault(violation('USE-001', 'a'), `放款 ${count} 天没有用途核查`, firms, (loan) =>
      untraced(loan, ago(count)),
    ),
  ),
  fault(violation('USE-001', 'a'), '过了第七个工作日没有用途核查', firms, (loan) =>
    untraced(loan, workdaysAgo(7)),
  ),
  near('USE-001', 'a', '放款 61 天没有用途核查', firms, (loan) => untraced(loan, ago(61))),
  near('USE-001', 'a', '续贷没有用途核查', ['无还本续贷'], (loan) => untraced(loan, ago(40))),
  near('USE-001', 'a', '按揭没有用途核查', ['住房按揭'], (loan) => {
    drawnOn(loan, ago(40), 240)
    both(loan, { 资金流向检查日期: null, 资金流向检查结论: null })
  }),
  fault(violation('USE-001', 'b'), '第八个工作日才核查', firms, (loan) => {
    drawnOn(loan, ago(50), 12)
    both(loan, { 资金流向检查日期: days.add(ago(50), 8) })
  }),
  near('USE-001', 'b', '第七个工作日核查', firms, (loan) => {
    drawnOn(loan, ago(50), 12)
    both(loan, { 资金流向检查日期: days.add(ago(50), 7) })
  }),
  fault(due('USE-001', 'c'), '七个工作日之内待核查', firms, (loan) =>
    untraced(loan, [ago(4), ago(2)][loan.serial % 2] ?? 0),
  ),
  fault(due('USE-001', 'c'), '未放完的继续核查', firms, (loan) => {
    untraced(loan, ago(45))
    both(loan, { 贷款发放比例: 60 })
  }),
]

/** One more payment, with its own payee, checked and with its voucher unless said otherwise. */
export function addPayment(loan: PlantedLoan, fields: Row): Row {
  const { 支付 } = loan.registers
  const made = registerRow(loan, {
    账号: loan.row['账号'] ?? null,
    户名: loan.row['客户名称'] ?? null,
    支付方式: loan.row['支付方式'] ?? null,
    交易日期: days.next(Number(loan.row['放款日期']) + 1),
    交易金额: 10_000,
    借贷标志: '借',
    对方户名: `收款单位${loan.serial}之${支付.length + 1}有限公司`,
    对方账号: `6213${String(10_000_000_000 + loan.serial * 10 + 支付.length)}`,
    对方行名: '他行',
    摘要: '货款',
    逐笔核查标志: '是',
    凭证归档标志: '是',
    关联方标志: '否',
    账户余额: 50_000,
    ...fields,
  })
  支付.push(made)
  return made
}

const marks = [
  ['a', '逐笔核查标志'],
  ['b', '凭证归档标志'],
] as const

/** A loan of 300 万, drawn so many days ago and paid on from the next working day; nothing paid yet. */
function drawnRecently(loan: PlantedLoan, count: number, amount = 3_000_000): void {
  drawnOn(loan, ago(count), 12)
  both(loan, {
    贷款金额: amount,
    合同金额: amount,
    贷款余额: amount,
    支付方式: '受托支付',
    受托支付金额: amount,
    单笔最大自主支付金额: 0,
    最新估值: amount * 3,
    起始估值: amount * 3,
    担保金额: amount,
    保证人净资产: amount * 3,
    减值准备: amount / 100,
  })
  for (const row of loan.registers.押品) Object.assign(row, { 最新估值: amount * 3, 起始估值: amount * 3 })
  for (const row of loan.registers.保证人) Object.assign(row, { 担保金额: amount, 保证人净资产: amount * 3 })
  loan.registers.支付.length = 0
}

const secured = ['小型企业抵押']

const largePayments: readonly Plant[] = marks.flatMap(([caseId, mark]) => [
  ...[300_001, 1_000_000].map((amount) =>
    fault(violation('USE-002', caseId), `${amount} 元${mark}为否`, secured, (loan) => {
      drawnRecently(loan, 100)
      addPayment(loan, { 交易金额: amount, [mark]: '否' })
    }),
  ),
  near('USE-002', caseId, `百分之十以内${mark}为否`, secured, (loan) => {
    drawnRecently(loan, 100)
    addPayment(loan, { 交易金额: 300_000, [mark]: '否' })
  }),
  fault(violation('USE-002', caseId), `${mark}空白过了七个工作日`, secured, (loan) => {
    drawnRecently(loan, 60)
    addPayment(loan, {
      交易金额: 900_000,
      交易日期: loan.serial % 2 === 0 ? ago(60) : workdaysAgo(7),
      [mark]: null,
    })
  }),
  near('USE-002', caseId, `六十天以前的${mark}空白`, secured, (loan) => {
    drawnRecently(loan, 100)
    addPayment(loan, { 交易金额: 900_000, 交易日期: ago(61), [mark]: null })
  }),
  near('USE-002', caseId, `转入的款项${mark}为否`, secured, (loan) => {
    drawnRecently(loan, 100)
    addPayment(loan, { 交易金额: 900_000, 借贷标志: '贷', [mark]: '否' })
  }),
])

/** Of 2,000 万 a tenth is 200 万: only the sum itself makes a payment of 100 万 a large one. */
const bySum: readonly Plant[] = [
  fault(violation('USE-002', 'a'), '大额贷款中的一百万元未核查', ['大型企业'], (loan) => {
    drawnRecently(loan, 100, 20_000_000)
    addPayment(loan, { 交易金额: 1_000_000, 逐笔核查标志: '否' })
  }),
  near('USE-002', 'a', '大额贷款中差一分一百万元', ['大型企业'], (loan) => {
    drawnRecently(loan, 100, 20_000_000)
    addPayment(loan, { 交易金额: 999_999.99, 逐笔核查标志: '否' })
  }),
]

const paymentsDue: readonly Plant[] = [
  fault(due('USE-002', 'c'), '大额支付待核查', secured, (loan) => {
    drawnRecently(loan, 20)
    addPayment(loan, { 交易金额: 900_000, 交易日期: ago(3), 逐笔核查标志: null })
  }),
  fault(due('USE-002', 'c'), '大额支付凭证待归档', secured, (loan) => {
    drawnRecently(loan, 20)
    addPayment(loan, { 交易金额: 900_000, 交易日期: ago(3), 凭证归档标志: null })
  }),
]

const related: readonly Plant[] = [
  fault(lead('USE-008', 'a'), '付给关联方', secured, (loan) => {
    drawnRecently(loan, 100)
    addPayment(loan, { 交易金额: [300_001, 1_000_000][loan.serial % 2] ?? 0, 关联方标志: '是' })
  }),
  near('USE-008', 'a', '付给关联方不足一成', secured, (loan) => {
    drawnRecently(loan, 100)
    addPayment(loan, { 交易金额: 300_000, 关联方标志: '是' })
  }),
  fault(lead('USE-008', 'b'), '付给法定代表人', secured, (loan) => {
    drawnRecently(loan, 100)
    addPayment(loan, { 交易金额: 600_000, 对方户名: loan.row['法定代表人'] ?? null })
  }),
  fault(lead('USE-008', 'b'), '付给实际控制人', secured, (loan) => {
    drawnRecently(loan, 100)
    both(loan, { 实际控制人: `${textIn(loan.row, '实际控制人')}甲` })
    addPayment(loan, { 交易金额: 600_000, 对方户名: loan.row['实际控制人'] ?? null })
  }),
]

const misuse: readonly Plant[] = [
  ...[15, 40].map((count) =>
    fault(
      violation('USE-012', 'a'),
      `挪用 ${count} 天没有措施`,
      ['小型企业抵押', '个人经营抵押'],
      (loan) =>
        both(loan, {
          资金流向检查结论: '挪用',
          资金流向检查日期: ago(count + 10),
          整改状态: count === 15 ? null : '未整改',
        }),
      [violation('CLS-006', 'b')],
    ),
  ),
  fault(
    violation('USE-012', 'b'),
    '挪用标志为是没有措施',
    ['小型企业抵押', '个人经营抵押'],
    (loan) => both(loan, { 挪用标志: '是', 整改状态: '未整改' }),
    [violation('CLS-006', 'a')],
  ),
  fault(
    violation('USE-012', 'a'),
    '过了第十个工作日没有措施',
    ['小型企业抵押', '个人经营抵押'],
    (loan) => both(loan, { 资金流向检查结论: '挪用', 资金流向检查日期: workdaysAgo(10) }),
    [violation('CLS-006', 'b')],
  ),
  fault(
    due('USE-012', 'c'),
    '第十个工作日尚可采取措施',
    ['小型企业抵押', '个人经营抵押'],
    (loan) => both(loan, { 资金流向检查结论: '挪用', 资金流向检查日期: days.add(workdaysAgo(10), 1) }),
    [violation('CLS-006', 'b')],
  ),
  fault(
    due('USE-012', 'c'),
    '发现挪用十个工作日之内',
    ['小型企业抵押', '个人经营抵押'],
    (loan) => both(loan, { 资金流向检查结论: '挪用', 资金流向检查日期: ago(loan.serial % 2 === 0 ? 1 : 9) }),
    [violation('CLS-006', 'b')],
  ),
  // without these the column would be one that nobody keeps, and said once for the file
  ...['纳入诉讼清收', '限期归还'].map((plan) =>
    near(
      'USE-012',
      'a',
      `挪用已有方案:${plan}`,
      ['小型企业抵押', '个人经营抵押'],
      (loan) => both(loan, { 资金流向检查结论: '挪用', 资金流向检查日期: ago(60), 清收方案: plan }),
      [violation('CLS-006', 'b')],
    ),
  ),
  near(
    'USE-012',
    'a',
    '挪用已在整改',
    ['小型企业抵押', '个人经营抵押'],
    (loan) => both(loan, { 资金流向检查结论: '挪用', 资金流向检查日期: ago(60), 整改状态: '整改中' }),
    [violation('CLS-006', 'b')],
  ),
]

const borrowers: readonly Plant[] = [
  fault(lead('USE-011', 'a'), '新设企业', ['小型企业抵押', '个人经营抵押'], (loan) => {
    const disbursed = Number(loan.row['放款日期'])
    both(loan, { 成立日期: addMonths(disbursed, -12) + (loan.serial % 2 === 0 ? 1 : 100) })
  }),
  near('USE-011', 'a', '恰满一年', ['小型企业抵押', '个人经营抵押'], (loan) =>
    both(loan, { 成立日期: addMonths(Number(loan.row['放款日期']), -12) }),
  ),
  near('USE-011', 'a', '中型企业新设', ['中型企业抵押'], (loan) =>
    both(loan, { 企业规模: '中型', 成立日期: addMonths(Number(loan.row['放款日期']), -3) }),
  ),
  fault(lead('USE-011', 'b'), '房产持有不足一年', ['个人经营抵押', '小型企业抵押'], (loan) =>
    both(loan, { 抵押房产持有月数: [11, 0][loan.serial % 2] ?? 0 }),
  ),
  near('USE-011', 'b', '房产恰持有一年', ['个人经营抵押'], (loan) => both(loan, { 抵押房产持有月数: 12 })),
]

export const useTracingPlants: readonly Plant[] = [
  ...tracing,
  ...largePayments,
  ...bySum,
  ...paymentsDue,
  ...related,
  ...misuse,
  ...borrowers,
]

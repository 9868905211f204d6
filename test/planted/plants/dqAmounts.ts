import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { type Plant, type PlantedLoan, undecided, violation, textIn } from '../contract.ts'
import { both, rename } from '../vary.ts'
import { fault, near } from './plant.ts'

const termLoans = ['小型企业抵押', '个人经营抵押', '企业流动资金', '农户贷款']
const overdue = ['逾期已尽责']

/** A cent over the tolerance of a cent, then what nobody overlooks. */
const overBy = [0.02, 1, 5_000]

const moneyRules: readonly Plant[] = [
  fault(
    violation('DQ-008', 'a'),
    '余额为负',
    termLoans,
    (loan) => {
      both(loan, { 贷款余额: -(overBy[loan.serial % 3] ?? 1) })
    },
    // whatever is set aside is more than is owed
    [violation('PRV-003', 'b')],
    { count: 12 },
  ),
  near('DQ-008', 'a', '负一分在容差之内', ['个人经营抵押'], (loan) =>
    both(loan, { 贷款余额: -0.01, 减值准备: 0 }),
  ),
  fault(
    violation('DQ-008', 'b'),
    '余额大于金额',
    termLoans,
    (loan) => both(loan, { 贷款余额: Number(loan.row['贷款金额']) + (overBy[loan.serial % 3] ?? 1) }),
    [],
    { count: 12 },
  ),
  near('DQ-008', 'b', '余额等于金额', termLoans, (loan) =>
    both(loan, { 贷款余额: loan.row['贷款金额'] ?? null }),
  ),
  fault(
    violation('DQ-008', 'c'),
    '借据金额大于合同金额',
    termLoans,
    (loan) => both(loan, { 合同金额: Number(loan.row['贷款金额']) - (overBy[loan.serial % 3] ?? 1) }),
    [],
    { count: 12 },
  ),
  fault(
    violation('DQ-008', 'd'),
    '合同项下余额合计超合同',
    ['企业流动资金', '小型企业抵押'],
    (loan, world) => {
      const other = world.newLoanOf(loan, loan.kind)
      rename(other, '合同号', textIn(loan.row, '合同号'))
      const owed = Number(loan.row['贷款余额']) + Number(other.row['贷款余额'])
      const larger = Math.max(Number(loan.row['贷款金额']), Number(other.row['贷款金额']))
      // more than each of the two, less than both
      for (const one of [loan, other]) both(one, { 合同金额: Math.max(larger, owed - 10_000) })
      return [violation('DQ-008', 'd', other)]
    },
  ),
  near('DQ-008', 'd', '合同项下余额合计恰为合同金额', ['企业流动资金', '小型企业抵押'], (loan, world) => {
    const other = world.newLoanOf(loan, loan.kind)
    rename(other, '合同号', textIn(loan.row, '合同号'))
    const owed = Number(loan.row['贷款余额']) + Number(other.row['贷款余额'])
    for (const one of [loan, other]) both(one, { 合同金额: owed })
  }),
  fault(violation('DQ-008', 'e'), '已用额度大于授信额度', ['企业流动资金', '小型企业抵押'], (loan) => {
    const limit = Number(loan.row['贷款金额']) * 2
    both(loan, {
      授信额度: limit,
      已用额度: limit + (overBy[loan.serial % 3] ?? 1),
      授信到期日: portfolioDay + 200,
    })
  }),
  near('DQ-008', 'e', '额度恰好用满', ['企业流动资金'], (loan) => {
    const limit = Number(loan.row['贷款金额'])
    both(loan, { 授信额度: limit, 已用额度: limit, 授信到期日: portfolioDay + 200 })
  }),
]

const arrears: readonly Plant[] = [
  fault(
    violation('DQ-009', 'a'),
    '逾期本金大于余额',
    overdue,
    (loan) => {
      loan.row['逾期本金'] = Number(loan.row['贷款余额']) + (overBy[loan.serial % 3] ?? 1)
    },
    [],
    { count: 9 },
  ),
  near('DQ-009', 'a', '逾期本金等于余额', overdue, (loan) => {
    loan.row['逾期本金'] = loan.row['贷款余额'] ?? null
  }),
  fault(violation('DQ-009', 'b'), '有逾期本金没有逾期日', overdue, (loan) => {
    loan.row['本金逾期日'] = null
  }),
  fault(violation('DQ-009', 'c'), '有逾期日没有欠款', overdue, (loan) => {
    Object.assign(loan.row, { 逾期本金: 0, 表内欠息: 0, 表外欠息: 0, 罚息: 0, 欠息金额: 0 })
  }),
  // the day itself and one more are allowed either way
  fault(violation('DQ-009', 'd'), '逾期天数多于起始日所算', overdue, (loan) => {
    loan.row['逾期天数'] = Number(loan.row['本金逾期天数']) + (loan.serial % 2 === 0 ? 3 : 4)
  }),
  fault(violation('DQ-009', 'd'), '逾期天数少于起始日所算', overdue, (loan) => {
    loan.row['逾期天数'] = Number(loan.row['本金逾期天数']) - 12
  }),
  near('DQ-009', 'd', '逾期天数多算两天', overdue, (loan) => {
    loan.row['逾期天数'] = Number(loan.row['本金逾期天数']) + 2
  }),
]

const settled = ['已结清']

const states: readonly Plant[] = [
  fault(violation('DQ-011', 'a'), '结清仍有余额', settled, (loan) => both(loan, { 贷款余额: 5_000 })),
  fault(violation('DQ-011', 'a'), '转让仍有余额', ['小型企业抵押', '个人经营抵押'], (loan) =>
    both(loan, { 贷款状态: '转让' }),
  ),
  near('DQ-011', 'a', '结清尾差一分', settled, (loan) => both(loan, { 贷款余额: 0.01 })),
  fault(violation('DQ-011', 'b'), '逾期而没有余额', ['小型企业抵押', '个人经营抵押'], (loan) =>
    both(loan, { 贷款状态: '逾期', 贷款余额: 0, 减值准备: 0 }),
  ),
  near('DQ-011', 'b', '透支逾期没有余额', ['法人账户透支'], (loan) => both(loan, { 贷款状态: '逾期' })),
  fault(violation('DQ-011', 'c'), '核销仍有表内余额', ['小型企业抵押', '个人经营抵押'], (loan) =>
    both(loan, { 贷款状态: '核销', 核销日期: portfolioDay - 100, 五级分类: '损失', 上期五级分类: '损失' }),
  ),
  fault(violation('DQ-011', 'd'), '正常而没有余额', ['小型企业抵押', '个人经营抵押'], (loan) =>
    both(loan, { 贷款余额: 0, 减值准备: 0 }),
  ),
  near('DQ-011', 'd', '未提款的透支', ['法人账户透支'], () => undefined),
  fault(violation('DQ-011', 'e'), '结清没有日期', settled, (loan) => both(loan, { 结清日期: null })),
]

const flags: readonly Plant[] = [
  fault(
    violation('DQ-012', 'a'),
    '还款方式写法不明',
    ['小型企业抵押'],
    (loan) => both(loan, { 还款方式: { unread: '面议' } }),
    // whether the balance should have moved rests on how the loan is repaid
    [undecided('B10', 'b')],
  ),
  fault(violation('DQ-015', 'a'), '普惠户授信过大', ['企业流动资金', '小型企业抵押'], (loan) =>
    both(loan, {
      普惠小微标志: '是',
      授信额度: 10_000_000 + (overBy[loan.serial % 3] ?? 1),
      已用额度: loan.row['贷款余额'] ?? null,
      授信到期日: portfolioDay + 200,
    }),
  ),
  near('DQ-015', 'a', '普惠户授信恰为上限', ['小型企业抵押'], (loan) =>
    both(loan, {
      普惠小微标志: '是',
      授信额度: 10_000_000,
      已用额度: loan.row['贷款余额'] ?? null,
      授信到期日: portfolioDay + 200,
    }),
  ),
  fault(violation('DQ-015', 'b'), '普惠户同户余额过大', ['小型企业抵押'], (loan, world) => {
    const other = world.newLoanOf(loan, '小型企业抵押')
    inclusive(loan, 4_000_000)
    inclusive(other, 6_000_000 + (overBy[loan.serial % 3] ?? 1))
    return [violation('DQ-015', 'b', other)]
  }),
  near('DQ-015', 'b', '普惠户同户余额恰为上限', ['小型企业抵押'], (loan, world) => {
    inclusive(loan, 4_000_000)
    inclusive(world.newLoanOf(loan, '小型企业抵押'), 6_000_000)
  }),
  fault(violation('DQ-015', 'c'), '中型企业列普惠', ['中型企业抵押'], (loan) => {
    inclusive(loan, 3_000_000)
    both(loan, { 企业规模: loan.serial % 2 === 0 ? '中型' : '大型' })
  }),
  near('DQ-015', 'c', '微型企业列普惠', ['小型企业抵押'], (loan) =>
    both(loan, { 普惠小微标志: '是', 企业规模: '微型' }),
  ),
  fault(violation('DQ-015', 'd'), '受托支付没有金额', ['小型企业抵押', '企业流动资金'], (loan) =>
    both(loan, { 支付方式: '受托支付', 受托支付金额: loan.serial % 2 === 0 ? 0 : null }),
  ),
]

/** Money of one size in all its columns, so that nothing but the sum stands out. */
function inclusive(loan: PlantedLoan, amount: number): void {
  both(loan, {
    普惠小微标志: '是',
    贷款金额: amount,
    合同金额: amount,
    贷款余额: amount,
    受托支付金额: amount,
    支付方式: '受托支付',
    单笔最大自主支付金额: 0,
    减值准备: Math.round(amount / 100),
    最新估值: amount * 3,
    起始估值: amount * 3,
  })
  for (const row of loan.registers.押品) Object.assign(row, { 最新估值: amount * 3, 起始估值: amount * 3 })
  for (const row of loan.registers.支付) row['交易金额'] = Math.round(amount / 2)
}

export const dqAmountPlants: readonly Plant[] = [...moneyRules, ...arrears, ...states, ...flags]

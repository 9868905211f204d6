import { addMonths } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { type Expectation, lead, type Plant, type PlantedLoan, type Row, violation } from '../contract.ts'
import { both, drawnOn } from '../vary.ts'
import { nameOnly } from './bareOverdue.ts'
import { fault, near } from './plant.ts'

const ago = (count: number): number => portfolioDay - count
const secured = '个人经营抵押'

/** A secured loan to a person of one amount all over, paid out by the bank, with no payment listed. */
function sized(loan: PlantedLoan, day: number, months: number, amount: number): void {
  drawnOn(loan, day, months)
  both(loan, {
    贷款金额: amount,
    合同金额: amount,
    贷款余额: amount,
    支付方式: '受托支付',
    受托支付金额: amount,
    单笔最大自主支付金额: 0,
    最新估值: amount * 3,
    起始估值: amount * 3,
    减值准备: Math.round(amount / 100),
  })
  for (const row of loan.registers.押品) Object.assign(row, { 最新估值: amount * 3, 起始估值: amount * 3 })
  loan.registers.支付.length = 0
}

/** The customer's other loan, the same in everything but its number. */
function twin(of: PlantedLoan, loan: PlantedLoan, amount: number): void {
  sized(loan, Number(of.row['放款日期']), 36, amount)
}

const nameless = (loans: readonly PlantedLoan[]): readonly Expectation[] =>
  loans.map((loan) => violation('DQ-017', 'f', loan))

const duplicates: readonly Plant[] = [
  fault(lead('B7', 'a'), '两笔完全相同', [secured], (loan, world) => {
    sized(loan, ago(400), 36, 120_000)
    const other = world.newLoanOf(loan)
    twin(loan, other, 120_000)
    return [lead('B7', 'a', other)]
  }),
  near('B7', 'a', '两笔余额不同', [secured], (loan, world) => {
    sized(loan, ago(400), 36, 120_000)
    const other = world.newLoanOf(loan)
    twin(loan, other, 120_000)
    both(other, { 贷款余额: 119_999 })
  }),
  fault(lead('B7', 'b'), '三笔完全相同', [secured], (loan, world) => {
    sized(loan, ago(400), 36, 120_000)
    const others = [world.newLoanOf(loan), world.newLoanOf(loan)]
    for (const other of others) twin(loan, other, 120_000)
    return others.map((other) => lead('B7', 'b', other))
  }),
  fault(lead('B7', 'c'), '同名两笔完全相同', [secured], (loan, world) => {
    sized(loan, ago(400), 36, 120_000)
    const other = world.newLoanOf(loan)
    twin(loan, other, 120_000)
    for (const one of [loan, other]) nameOnly(one)
    return [...nameless([loan, other]), lead('B7', 'c', other)]
  }),
]

/** A year's loans of one officer's one customer, three weeks apart. */
function byOneOfficer(loan: PlantedLoan, others: readonly PlantedLoan[], amount: number): void {
  for (const [index, one] of [loan, ...others].entries()) {
    sized(one, ago(80 + index * 22), 36, amount)
    both(one, { 客户经理工号: `H${loan.serial}`, 客户经理: `郏${loan.serial}` })
  }
}

const splits: readonly Plant[] = [
  fault(lead('B8', 'a'), '十天内两笔合计超五十万', [secured], (loan, world) => {
    sized(loan, ago(300), 36, 260_000)
    sized(world.newLoanOf(loan), ago(290), 36, 240_001)
  }),
  fault(lead('B8', 'a'), '消费两笔合计超三十万', ['消费贷款'], (loan, world) => {
    sized(loan, ago(300), 36, 160_000)
    sized(world.newLoanOf(loan, '消费贷款'), ago(290), 36, 140_001)
  }),
  near('B8', 'a', '合计恰五十万', [secured], (loan, world) => {
    sized(loan, ago(300), 36, 260_000)
    sized(world.newLoanOf(loan), ago(290), 36, 240_000)
  }),
  near('B8', 'a', '其中一笔本身超过标准', [secured], (loan, world) => {
    sized(loan, ago(300), 36, 500_001)
    sized(world.newLoanOf(loan), ago(290), 36, 240_000)
  }),
  near('B8', 'a', '企业两笔', ['小型企业抵押'], (loan, world) => {
    sized(loan, ago(300), 36, 400_000)
    sized(world.newLoanOf(loan), ago(295), 36, 410_000)
  }),
  fault(lead('B8', 'b'), '同名两笔合计超五十万', [secured], (loan, world) => {
    sized(loan, ago(300), 36, 260_000)
    const other = world.newLoanOf(loan)
    sized(other, ago(290), 36, 250_000)
    for (const one of [loan, other]) nameOnly(one)
    return nameless([loan, other])
  }),
  fault(
    lead('B8', 'c'),
    '经理十笔贴着标准',
    [secured],
    (loan, world) => {
      const others = Array.from({ length: 9 }, () => world.newLoanOf(loan))
      byOneOfficer(loan, others, [475_000, 500_000][loan.serial % 2] ?? 0)
    },
    [],
    { count: 5 },
  ),
  // ten of 33 are 30.3 %, ten of 34 are 29.4 %
  ...[23, 24].map((others): Plant => ({
    name: `经理十笔贴着标准另有 ${others} 笔`,
    rule: 'B8',
    case: 'c',
    kinds: [secured],
    count: 1,
    expects: others === 23 ? [lead('B8', 'c')] : [],
    plant(loan, world) {
      byOneOfficer(
        loan,
        Array.from({ length: 9 }, () => world.newLoanOf(loan)),
        480_000,
      )
      const { 客户经理工号 = null, 客户经理 = null } = loan.row
      for (let made = 0; made < others; made++) {
        const other = world.newLoan(secured)
        sized(other, ago(60 + made * 12), 36, 100_000)
        both(other, { 客户经理工号, 客户经理 })
      }
    },
  })),
  near('B8', 'c', '经理九笔贴着标准', [secured], (loan, world) => {
    const others = Array.from({ length: 8 }, () => world.newLoanOf(loan))
    byOneOfficer(loan, others, 480_000)
  }),
]

/** So many loans before this one, each settled at maturity and drawn anew within days. */
function chain(loan: PlantedLoan, before: readonly PlantedLoan[], gap: number, ratio: number): void {
  let drawn = ago(100)
  // the cube of 1.1 times a round sum, so that a tenth more is exactly that
  let amount = 292_820
  sized(loan, drawn, 12, amount)
  for (const one of before) {
    const maturity = drawn - gap
    drawn = addMonths(maturity, -12)
    amount = Math.round(amount / ratio)
    sized(one, drawn, 12, amount)
    both(one, {
      到期日: maturity,
      原到期日: maturity,
      合同到期日: maturity,
      贷款余额: 0,
      减值准备: 0,
      结清日期: maturity,
      贷款状态: '结清',
    })
  }
}

const chains: readonly Plant[] = [
  ...[
    { name: '十五天衔接', gap: 15, ratio: 1 },
    { name: '当日衔接金额增一成', gap: 0, ratio: 1.1 },
  ].map(({ name, gap, ratio }) =>
    fault(lead('B9', 'a'), `三次${name}`, [secured], (loan, world) =>
      chain(loan, [world.newLoanOf(loan), world.newLoanOf(loan), world.newLoanOf(loan)], gap, ratio),
    ),
  ),
  near('B9', 'a', '两次衔接', [secured], (loan, world) =>
    chain(loan, [world.newLoanOf(loan), world.newLoanOf(loan)], 5, 1),
  ),
  near('B9', 'a', '一次续贷', [secured], (loan, world) => chain(loan, [world.newLoanOf(loan)], 5, 1)),
  near('B9', 'a', '相隔十六天', [secured], (loan, world) =>
    chain(loan, [world.newLoanOf(loan), world.newLoanOf(loan), world.newLoanOf(loan)], 16, 1),
  ),
]

/** Repaid by instalments, with the amount drawn still owed. */
function unmoved(loan: PlantedLoan, months: number, fields: Row = {}): void {
  drawnOn(loan, addMonths(portfolioDay, -months), 36)
  both(loan, { 还款方式: '等额本息', 贷款余额: loan.row['贷款金额'] ?? null, ...fields })
}

const instalments: readonly Plant[] = [
  fault(violation('B10', 'b'), '满一年余额未动', [secured], (loan) =>
    unmoved(loan, [12, 20][loan.serial % 2] ?? 12, {
      还款方式: ['等额本息', '等额本金', '分期还本'][loan.serial % 3] ?? '',
    }),
  ),
  near('B10', 'b', '十一个月余额未动', [secured], (loan) => unmoved(loan, 11)),
  near('B10', 'b', '约定宽限期', [secured], (loan) => unmoved(loan, 14, { 宽限期: 12 })),
  near('B10', 'b', '先息后本余额不动', [secured], (loan) => unmoved(loan, 14, { 还款方式: '先息后本' })),
]

const firms = ['企业流动资金']

const rates: readonly Plant[] = [
  fault(violation('B11', 'a'), '利率为零', firms, (loan) =>
    both(loan, { 执行利率: [0, -1][loan.serial % 2] ?? 0 }),
  ),
  fault(violation('B11', 'a'), '利率超过上限', firms, (loan) =>
    both(loan, { 执行利率: [24.01, 36][loan.serial % 2] ?? 0 }),
  ),
  fault(lead('B11', 'b'), '利率远离同类', firms, (loan) =>
    both(loan, { 执行利率: [24, 9, 0.5][loan.serial % 3] ?? 0 }),
  ),
  near('B11', 'b', '贴息利率', firms, (loan) => both(loan, { 执行利率: 1, 贷款品种: '流动资金贷款(贴息)' })),
]

/** Without a product nothing but the length can be looked at. */
const terms: readonly Plant[] = [
  fault(lead('B12', 'a'), '企业期限超过十年', ['小型企业抵押'], (loan) => {
    drawnOn(loan, ago(400), 121)
    both(loan, { 贷款品种: null })
  }),
  fault(lead('B12', 'a'), '个人期限超过三十年', [secured], (loan) => {
    sized(loan, ago(400), 361, 400_000)
    both(loan, { 贷款品种: null })
  }),
  near('B12', 'a', '个人期限三十年', [secured], (loan) => {
    sized(loan, ago(400), 360, 400_000)
    both(loan, { 贷款品种: null })
  }),
  near('B12', 'a', '企业期限十年', ['小型企业抵押'], (loan) => {
    drawnOn(loan, ago(400), 120)
    both(loan, { 贷款品种: null })
  }),
]

export const barePatternPlants: readonly Plant[] = [
  ...duplicates,
  ...splits,
  ...chains,
  ...instalments,
  ...rates,
  ...terms,
]

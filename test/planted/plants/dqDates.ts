import { addMonths, workingDays } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { type Plant, type PlantedLoan, type Row, violation, textIn } from '../contract.ts'
import { crossing } from '../manage.ts'
import { both, drawnOn, handledOverdue } from '../vary.ts'
import { fault, near } from './plant.ts'

const secured = ['小型企业抵押', '个人经营抵押']
const settled = ['已结清']

/** Paid out on a day on or after the ledger's, with nothing yet to follow up. */
function drawnLate(loan: PlantedLoan, day: number): void {
  drawnOn(loan, day, 24)
  const checked = day <= portfolioDay ? day : null
  both(loan, { 首次检查日期: checked, 资金流向检查日期: checked, 归档日期: checked })
  for (const row of loan.registers.档案) row['归档日期'] = checked
  loan.registers.支付.length = 0
}

const order: readonly Plant[] = [
  fault(violation('DQ-007', 'a'), '放款日在数据日期之后', ['小型企业抵押'], (loan) =>
    drawnLate(loan, portfolioDay + ([1, 8, 30][loan.serial % 3] ?? 1)),
  ),
  near('DQ-007', 'a', '放款日即数据日期', ['小型企业抵押'], (loan) => drawnLate(loan, portfolioDay)),
  fault(violation('DQ-007', 'b'), '放款日不早于到期日', settled, (loan) => {
    const maturity = Number(loan.row['放款日期']) - ([0, 1, 200][loan.serial % 3] ?? 0)
    both(loan, { 到期日: maturity, 原到期日: maturity, 合同到期日: maturity })
  }),
  near('DQ-007', 'b', '放款次日到期', settled, (loan) => {
    const maturity = Number(loan.row['放款日期']) + 1
    both(loan, { 到期日: maturity, 原到期日: maturity, 合同到期日: maturity })
  }),
  fault(violation('DQ-007', 'c'), '放款早于合同起始日', [...secured, '住房按揭'], (loan) =>
    both(loan, { 合同起始日: Number(loan.row['放款日期']) + ([1, 30][loan.serial % 2] ?? 1) }),
  ),
  near('DQ-007', 'c', '合同当日放款', secured, (loan) =>
    both(loan, { 合同起始日: loan.row['放款日期'] ?? null }),
  ),
  fault(violation('DQ-007', 'd'), '到期晚于合同到期', [...secured, '住房按揭'], (loan) =>
    both(loan, { 合同到期日: Number(loan.row['到期日']) - ([1, 60][loan.serial % 2] ?? 1) }),
  ),
  near('DQ-007', 'd', '循环额度项下晚到期', ['循环贷款'], (loan) =>
    both(loan, { 合同到期日: Number(loan.row['到期日']) - 60 }),
  ),
  fault(violation('DQ-007', 'f'), '结清早于放款', settled, (loan) =>
    both(loan, { 结清日期: Number(loan.row['放款日期']) - ([1, 400][loan.serial % 2] ?? 1) }),
  ),
  near('DQ-007', 'f', '放款当日结清', settled, (loan) =>
    both(loan, { 结清日期: loan.row['放款日期'] ?? null }),
  ),
]

/** Due so many days ago by the rolled day, three years after it was drawn; past due by as much, and handled. */
function matured(loan: PlantedLoan, days: number, random: Parameters<Plant['plant']>[2]): void {
  const maturity = portfolioDay - days
  if (workingDays().next(maturity) !== maturity) throw new Error(`${days} days ago was a day of rest`)
  drawnOn(loan, addMonths(maturity, -36), 36)
  both(loan, { 到期日: maturity, 原到期日: maturity, 合同到期日: maturity })
  handledOverdue(loan, days, random)
  both(loan, { 到期提示日期: maturity - 10 })
}

/** What the days alone bring: the step that comes next, and the worse bucket since last month. */
const fresh = (days: number): readonly ReturnType<typeof violation>[] => [
  ...crossing(days, '关注'),
  violation('OVD-009', 'c'),
]

const unpaid: readonly Plant[] = [
  ...[4, 23].map((days) =>
    fault(
      violation('DQ-010', 'a'),
      `到期 ${days} 天状态仍为正常`,
      ['个人经营抵押', '小型企业抵押'],
      (loan, _world, random) => {
        matured(loan, days, random)
        loan.row['贷款状态'] = '正常'
      },
      fresh(days),
    ),
  ),
  fault(violation('DQ-010', 'a'), '到期 150 天状态仍为正常', secured, (loan, _world, random) => {
    matured(loan, 150, random)
    loan.row['贷款状态'] = '正常'
  }),
  fault(
    violation('DQ-010', 'b'),
    '到期 150 天逾期天数为零',
    secured,
    (loan, _world, random) => {
      matured(loan, 150, random)
      loan.row['逾期天数'] = 0
    },
    // the day it fell due is there, and 0 is not what follows from it
    [violation('DQ-009', 'd')],
  ),
  ...[2, 3].map((days) =>
    fault(
      violation('DQ-010', 'c'),
      `到期 ${days} 天状态仍为正常`,
      secured,
      (loan, _world, random) => {
        matured(loan, days, random)
        loan.row['贷款状态'] = '正常'
      },
      fresh(days),
      { count: 5 },
    ),
  ),
  fault(
    violation('DQ-010', 'd'),
    '到期 3 天逾期天数为零',
    secured,
    (loan, _world, random) => {
      matured(loan, 3, random)
      loan.row['逾期天数'] = 0
    },
    [...fresh(3), violation('DQ-009', 'd')],
  ),
  near(
    'DQ-010',
    'c',
    '到期 1 天状态仍为正常',
    secured,
    (loan, _world, random) => {
      matured(loan, 1, random)
      loan.row['贷款状态'] = '正常'
    },
    fresh(1),
  ),
]

const noDifficulty: Row = { 财务困难标志: '否' }

const extensions: readonly Plant[] = [
  fault(violation('DQ-014', 'a'), '展期而到期日未延', secured, (loan) =>
    both(loan, { ...noDifficulty, 展期次数: 1 }),
  ),
  fault(violation('DQ-014', 'b'), '到期日延后而没有展期', secured, (loan) =>
    both(loan, {
      ...noDifficulty,
      原到期日: Number(loan.row['到期日']) - ([11, 180][loan.serial % 2] ?? 11),
    }),
  ),
  near('DQ-014', 'b', '到期日顺延十天', secured, (loan) =>
    both(loan, { ...noDifficulty, 原到期日: Number(loan.row['到期日']) - 10 }),
  ),
  fault(violation('DQ-014', 'c'), '有展期到期日没有展期次数', secured, (loan) =>
    both(loan, {
      ...noDifficulty,
      展期到期日: Number(loan.row['到期日']) + ([11, 180][loan.serial % 2] ?? 11),
    }),
  ),
  near('DQ-014', 'c', '展期到期日只差十天', secured, (loan) =>
    both(loan, { ...noDifficulty, 展期到期日: Number(loan.row['到期日']) + 10 }),
  ),
]

const steady = ['小型企业抵押', '个人经营抵押', '企业流动资金']
/** Drawn a year ago, so that last month's ledger has it. */
const known = (loan: PlantedLoan): Row => {
  if (!loan.previous) drawnOn(loan, Number(loan.row['放款日期']) - 90)
  if (!loan.previous) throw new Error('last month has no such loan')
  return loan.previous
}

const snapshots: readonly Plant[] = [
  fault(violation('DQ-016', 'a'), '有风险的借据改了金额', ['小型企业抵押', '个人经营抵押'], (loan) => {
    Object.assign(known(loan), { 五级分类: '关注', 贷款金额: Number(loan.row['贷款金额']) + 10_000 })
  }),
  fault(violation('DQ-016', 'a'), '上期逾期的借据改了放款日', ['小型企业抵押', '个人经营抵押'], (loan) => {
    Object.assign(known(loan), { 逾期天数: 3, 放款日期: Number(loan.row['放款日期']) - 1 })
  }),
  fault(violation('DQ-016', 'b'), '改了金额', ['小型企业抵押', '个人经营抵押'], (loan) => {
    known(loan)['贷款金额'] = Number(loan.row['贷款金额']) + ([0.03, 50_000][loan.serial % 2] ?? 1)
  }),
  fault(violation('DQ-016', 'b'), '改了放款日', ['小型企业抵押', '个人经营抵押'], (loan) => {
    known(loan)['放款日期'] = Number(loan.row['放款日期']) + ([1, 31][loan.serial % 2] ?? 1)
  }),
  fault(violation('DQ-016', 'c'), '换了客户编号', ['小型企业抵押', '个人经营抵押'], (loan) => {
    known(loan)['客户编号'] = `9${textIn(loan.row, '客户编号')}`
  }),
  fault(violation('DQ-016', 'd'), '余额回升', ['小型企业抵押', '个人经营抵押'], (loan) => {
    known(loan)['贷款余额'] = Number(loan.row['贷款余额']) - ([0.05, 30_000][loan.serial % 2] ?? 1)
  }),
  near('DQ-016', 'd', '固定资产贷款又提款', ['固定资产贷款'], (loan) => {
    known(loan)['贷款余额'] = Number(loan.row['贷款余额']) - 200_000
  }),
  fault(violation('DQ-016', 'e'), '到期日改后展期次数未变', ['小型企业抵押', '个人经营抵押'], (loan) => {
    known(loan)['到期日'] = Number(loan.row['到期日']) - ([11, 365][loan.serial % 2] ?? 11)
  }),
  near('DQ-016', 'e', '到期日顺延十天', ['小型企业抵押', '个人经营抵押'], (loan) => {
    known(loan)['到期日'] = Number(loan.row['到期日']) - 10
  }),
  // moved to another branch with its officer: handed over, nothing rewritten
  near('DQ-016', 'b', '移交另一机构', steady, (loan) => {
    Object.assign(known(loan), {
      机构号: '7999',
      机构名称: '老城支行',
      客户经理工号: 'G00001',
      客户经理: '旧经理',
    })
    loan.row['管户移交日期'] = portfolioDay - 12
  }),
]

export const dqDatePlants: readonly Plant[] = [...order, ...unpaid, ...extensions, ...snapshots]

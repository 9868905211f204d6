import { addMonths, dayOf } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { lead, type Plant, type PlantedLoan, type Row, violation } from '../contract.ts'
import { both, drawnOn } from '../vary.ts'
import { fault, near } from './plant.ts'

/** Nine months before: what only shows between ledgers that lie further apart. */
export const distantDay = dayOf(2026, 1, 31)

/** Officers on duty, by the bank's own list; `plantsApart` runs with it. */
export const onDuty: readonly string[] = ['在岗甲', 'Z0001']

const kinds = ['小型企业抵押', '个人经营抵押']

function repaid(loan: PlantedLoan, way: string, before: number): void {
  drawnOn(loan, addMonths(portfolioDay, -20), 36)
  const balance = Math.round(Number(loan.row['贷款金额']) / 2)
  both(loan, { 还款方式: way, 贷款余额: balance })
  if (loan.previous) Object.assign(loan.previous, { 数据日期: distantDay, 贷款余额: balance + before })
}

/** The officer checks alone; nothing is written of the last four quarters. */
function checkedAlone(loan: PlantedLoan, lastTime: Row): void {
  drawnOn(loan, addMonths(portfolioDay, -20), 36)
  both(loan, { 近四季检查人: null, 检查人: loan.row['客户经理工号'] ?? null })
  if (loan.previous)
    Object.assign(loan.previous, { 数据日期: distantDay, 最近检查日期: dayOf(2026, 1, 12), ...lastTime })
}

const onList: Row = { 客户经理: '在岗甲', 客户经理工号: 'Z0009' }

const rules: readonly Plant[] = [
  ...['等额本息', '等额本金', '分期还本'].map((way) =>
    fault(violation('B10', 'a'), `${way}九个月余额未动`, kinds, (loan) => repaid(loan, way, 0), [], {
      count: 4,
    }),
  ),
  near('B10', 'a', '等额本息余额有降', kinds, (loan) => repaid(loan, '等额本息', 3_000)),
  near('B10', 'a', '先息后本余额不动', kinds, (loan) => repaid(loan, '先息后本', 0)),
  fault(lead('M15', 'b'), '前后两次都自查', ['个人经营抵押'], (loan) => checkedAlone(loan, {})),
  near('M15', 'b', '上次由他人检查', ['个人经营抵押'], (loan) => checkedAlone(loan, { 检查人: 'F999' })),
]

const duty: readonly Plant[] = [
  fault(violation('M12', 'a'), '管户人不在岗', kinds, (loan) =>
    both(loan, { 客户经理: '已离职', 客户经理工号: 'Z0008' }),
  ),
  near('M12', 'a', '工号在岗', kinds, (loan) => both(loan, { 客户经理: '改名甲', 客户经理工号: 'Z0001' })),
]

/** Of all these the officer is on the list, but where the plant says otherwise. */
export const plantsApart: readonly Plant[] = [
  ...rules.map((one): Plant => ({
    ...one,
    plant(loan, world, random) {
      both(loan, onList)
      return one.plant(loan, world, random)
    },
  })),
  ...duty,
]

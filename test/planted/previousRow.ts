import { addMonths, endOfMonth } from '@postloan/core/calendar'

import { portfolioDay } from '../portfolio/healthyLoans.ts'
import { type PlantedLoan, type Row, textIn } from './contract.ts'

/** 2026-09-30. */
export const lastMonthDay = endOfMonth(addMonths(portfolioDay, -1))

/** The loan in last month's ledger: what has been done since is not yet there, an instalment not yet repaid. */
export function previousRow(loan: PlantedLoan): Row | null {
  const { row } = loan
  if (Number(row['放款日期']) > lastMonthDay) return null
  const before: Row = { ...row, 数据日期: lastMonthDay }
  for (const name of [
    '最近检查日期',
    '最近现场检查日期',
    '最近跟踪日期',
    '客户信息更新日期',
    '征信查询日期',
  ]) {
    const day = before[name]
    if (typeof day === 'number' && day > lastMonthDay) before[name] = earlier(day, Number(row['放款日期']))
  }
  if (Number(row['结清日期'] ?? 0) > lastMonthDay) {
    before['结清日期'] = null
    before['贷款状态'] = '正常'
    before['贷款余额'] = row['贷款金额'] ?? null
  }
  if (['等额本息', '等额本金'].includes(textIn(row, '还款方式'))) {
    const amount = Number(row['贷款金额'])
    before['贷款余额'] = Math.min(amount, Number(row['贷款余额']) + Math.round(amount / 400))
  }
  return before
}

/** When the same was done the time before: two months back, where the loan was already paid out. */
function earlier(day: number, disbursed: number): number | null {
  return day - 61 > disbursed ? day - 61 : null
}

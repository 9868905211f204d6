import { addMonths, workingDays } from '@postloan/core/calendar'

import { portfolioDay } from '../portfolio/healthyLoans.ts'
import type { Random } from '../portfolio/random.ts'
import { type Expectation, lead, type PlantedLoan, type Row, violation } from './contract.ts'
import { lastMonthDay } from './previousRow.ts'
import { both, drawnOn, handledOverdue } from './vary.ts'

export type FiveClass = '正常' | '关注' | '次级' | '可疑' | '损失'

export const classes: readonly FiveClass[] = ['正常', '关注', '次级', '可疑', '损失']

/** Provision over balance that suits each class. */
const provisionShare: Readonly<Record<FiveClass, number>> = {
  正常: 0.01,
  关注: 0.05,
  次级: 0.3,
  可疑: 0.6,
  损失: 0.95,
}

/** The lowest class that the days past due allow. */
export function classOfDays(days: number): FiveClass {
  if (days > 360) return '损失'
  if (days > 270) return '可疑'
  if (days > 90) return '次级'
  return days > 0 ? '关注' : '正常'
}

/** Gives the loan a class, in both months, and all that has to go with it: tier, colour, stage, provision, follow-up. */
export function reclassify(loan: PlantedLoan, to: FiveClass): void {
  const { row } = loan
  const worse = to !== '正常'
  const bad = worse && to !== '关注'
  Object.assign(row, {
    五级分类: to,
    上期五级分类: to,
    客户风险等级: bad ? '高' : worse ? '中' : '低',
    预警颜色: bad ? '红' : worse ? '黄' : '绿',
    减值阶段: bad ? '3' : worse ? '2' : '1',
    信用减值标志: bad ? '是' : '否',
    减值准备: Math.round(Number(row['贷款余额']) * provisionShare[to]),
    检查结论: bad ? '预警' : worse ? '关注' : '正常',
    最近跟踪日期: portfolioDay - 2,
    客户信息更新日期: portfolioDay - 40,
    征信查询日期: portfolioDay - 40,
  } satisfies Row)
  if (loan.previous) {
    Object.assign(loan.previous, { 五级分类: to, 上期五级分类: to, 客户信息更新日期: portfolioDay - 40 })
  }
}

/**
 * A well-handled overdue loan (`handledOverdue`), with what is rightly found of it all the same: the step that it will
 * cross by the end of next month (B1) and the bucket that it has come into since last month (OVD-009).
 */
export function fallBehind(loan: PlantedLoan, days: number, random: Random): Expectation[] {
  handledOverdue(loan, days, random)
  const before = Math.max(0, days - (portfolioDay - lastMonthDay))
  const rolled = loan.previous !== null && bucketOf(days) > bucketOf(before)
  return [...crossing(days, classOfDays(days)), ...(rolled ? [violation('OVD-009', 'c')] : [])]
}

/** Which step the days go over by the end of next month, 30 days on (B1). */
export function crossing(days: number, to: string): Expectation[] {
  const steps = [30, 60, 90, 270, 360].filter((step) => days > 0 && days <= step && days + 30 > step)
  if (steps.length === 0) return []
  return [lead('B1', steps.includes(90) && (to === '正常' || to === '关注') ? 'a' : 'b')]
}

function bucketOf(days: number): number {
  return [0, 30, 60, 90].filter((limit) => days > limit).length
}

/**
 * Principal left so many days after maturity, with no column that says so; class and tier as they should be. Gives back
 * what such a ledger must be told: the days are inferred only (B2).
 */
export function pastMaturity(loan: PlantedLoan, days: number): Expectation[] {
  const maturity = portfolioDay - days
  if (workingDays().next(maturity) !== maturity) throw new Error(`${days} days ago was a day of rest`)
  drawnOn(loan, addMonths(maturity, -36), 36)
  both(loan, { 到期日: maturity, 原到期日: maturity, 合同到期日: maturity })
  reclassify(loan, classOfDays(days))
  Object.assign(loan.row, { 贷款状态: '逾期', ...(days > 30 ? { 客户风险等级: '高', 预警颜色: '红' } : {}) })
  return days > 3 ? [violation('B2', 'a')] : []
}

/** Paid out by the bank itself, whatever the amount (USE-004). */
export function entrusted(amount: number): Row {
  return { 支付方式: '受托支付', 受托支付金额: amount, 单笔最大自主支付金额: 0 }
}

import { addMonths, workingDays } from '@postloan/core/calendar'

import { portfolioDay, workdayBefore } from '../portfolio/healthyLoans.ts'
import type { Random } from '../portfolio/random.ts'
import type { PlantedLoan, Row } from './contract.ts'
import { officers } from './offices.ts'
import { registerRow } from './registers.ts'

/** Writes fields into this month's row and last month's: what has been so for long. */
export function both(loan: PlantedLoan, fields: Row): void {
  Object.assign(loan.row, fields)
  if (loan.previous) Object.assign(loan.previous, fields)
}

/** Nothing on record of a duty of collection: neither in the loan's own row nor in the register's. */
export function notOnRecord(loan: PlantedLoan, ...fields: readonly string[]): void {
  for (const row of [loan.row, ...loan.registers.催收]) {
    for (const field of fields) row[field] = null
  }
}

/** Moves the whole loan in time: the days that follow from its drawing go with it. */
export function drawnOn(loan: PlantedLoan, disbursed: number, months?: number): void {
  const { row } = loan
  const shift = disbursed - Number(row['放款日期'])
  const maturity = months === undefined ? Number(row['到期日']) + shift : addMonths(disbursed, months)
  both(loan, {
    放款日期: disbursed,
    合同起始日: disbursed,
    到期日: maturity,
    原到期日: maturity,
    合同到期日: maturity,
    原贷款期限: Math.round((maturity - disbursed) / 30.4375),
    归档日期: Math.min(disbursed + 5, portfolioDay),
    首次检查日期:
      row['首次检查日期'] === null || row['首次检查日期'] === undefined
        ? null
        : Math.min(workdayBefore(disbursed + 15), portfolioDay),
    资金流向检查日期:
      row['资金流向检查日期'] === null || row['资金流向检查日期'] === undefined
        ? null
        : Math.min(disbursed + 3, portfolioDay),
    到期提示日期: maturity - portfolioDay <= 45 ? portfolioDay - 5 : null,
  })
  for (const item of loan.registers.押品) Object.assign(item, { 登记日期: disbursed - 1 })
  if (loan.registers.押品.length > 0) both(loan, { 登记日期: disbursed - 1 })
  for (const item of loan.registers.档案) item['归档日期'] = Math.min(disbursed + 5, portfolioDay)
  for (const item of loan.registers.保证人) item['保证期间届满日'] = addMonths(maturity, 36)
  if (loan.registers.保证人.length > 0) both(loan, { 保证期间届满日: addMonths(maturity, 36) })
  for (const item of loan.registers.支付) item['交易日期'] = Number(item['交易日期']) + shift
  if (disbursed > portfolioDay - 31) loan.previous = null
}

/** Days past due that no next month end carries over a step, and that were past it a month ago. */
export const quietOverdueDays = [122, 150, 190, 230, 303, 325, 395, 450] as const

export function classOf(days: number): string {
  if (days > 360) return '损失'
  if (days > 270) return '可疑'
  return days > 90 ? '次级' : days > 0 ? '关注' : '正常'
}

/**
 * Past due by so many days, and everything done that such a loan asks for: class, stage, colour, calls, notice, plan.
 * Gives nothing by itself when the days are `quietOverdueDays`; others cross a step soon (B1) or since last month (OVD-009).
 */
export function handledOverdue(loan: PlantedLoan, days: number, random: Random, principal?: number): void {
  const { row } = loan
  const since = portfolioDay - days
  if (Number(row['放款日期']) > since - 120)
    drawnOn(loan, workdayBefore(since - random.between(150, 200)), 24)
  const owed = principal ?? Math.round(Number(row['贷款余额']) / 10)
  const lastMonth = Math.max(0, days - 31)
  // within the fortnight, spread so that no officer visits five firms on one day
  const seen = workingDays().add(portfolioDay - 15, 1 + (Math.floor(loan.customer / officers) % 9))
  const arrears = (count: number): Row => ({
    逾期天数: count,
    本金逾期天数: count,
    欠息天数: count,
    逾期日期: count > 0 ? since : null,
    逾期本金: count > 0 ? owed : 0,
    本金逾期日: count > 0 ? since : null,
    利息逾期日: count > 0 ? since : null,
    表内欠息: count > 0 && count <= 90 ? Math.round(owed / 200) : 0,
    表外欠息: count > 90 ? Math.round(owed / 100) : 0,
    贷款状态: count > 0 ? '逾期' : '正常',
    贷款形态: count > 0 ? '逾期' : '正常',
    五级分类: classOf(count),
    减值阶段: count > 90 ? '3' : count > 0 ? '2' : '1',
    信用减值标志: count > 90 ? '是' : '否',
    减值准备: Math.round(
      Number(row['贷款余额']) * (count > 360 ? 1 : count > 270 ? 0.6 : count > 90 ? 0.3 : 0.02),
    ),
  })
  const handled: Row = {
    上期五级分类: classOf(lastMonth),
    预警颜色: '红',
    客户风险等级: '高',
    内部评级: 'C',
    客户管理分类: '高风险',
    检查结论: '重大风险',
    最近跟踪日期: portfolioDay - 2,
    最近现场检查日期: row['客户类型'] === '对公' ? seen : null,
    最近检查日期: seen,
    最近催收日期: portfolioDay - 2,
    催收方式: '电话',
    催收通知书日期: days > 7 ? Math.min(since + 8, portfolioDay - 3) : null,
    催收阶段: days > 90 ? '法律程序' : '专员催收',
    清收方案: days > 0 ? '一户一策' : null,
    催收时间: '10:30',
    当日拨打次数: 1,
    联系对象关系: '本人',
    债务人失联: '否',
    催收记录: '已提醒并登记还款安排',
    征信查询日期: portfolioDay - 20,
    客户信息更新日期: portfolioDay - 20,
    最近还款日: since - 30,
    连续欠款期数: 1,
    累计欠款期数: 2,
  }
  Object.assign(row, arrears(days), handled)
  if (loan.previous)
    Object.assign(loan.previous, arrears(lastMonth), { 上期五级分类: classOf(Math.max(0, days - 61)) })
  loan.registers.催收.push(
    registerRow(loan, {
      最近催收日期: portfolioDay - 2,
      催收方式: '电话',
      催收通知书日期: row['催收通知书日期'] ?? null,
      催收阶段: row['催收阶段'] ?? null,
      催收时间: '10:30',
      当日拨打次数: 1,
      联系对象关系: '本人',
      债务人失联: '否',
      催收记录: '已提醒并登记还款安排',
      逾期天数: days,
    }),
  )
}

/** A loan on trust: nobody and nothing stands for it. */
export function unsecured(loan: PlantedLoan): void {
  const names = new Set([...loan.registers.押品, ...loan.registers.保证人].flatMap((row) => Object.keys(row)))
  loan.registers.押品.length = 0
  loan.registers.保证人.length = 0
  for (const name of names)
    if (/押|保证|估值|担保|登记|质物|处置顺位|投保/.test(name)) both(loan, { [name]: null })
  both(loan, { 担保方式: '信用' })
}

/** Writes a field of the keys (借据号, 合同号, 客户编号 …) wherever the loan is named. */
export function rename(loan: PlantedLoan, name: string, value: string | null): void {
  both(loan, { [name]: value })
  for (const rows of Object.values(loan.registers)) for (const row of rows) if (name in row) row[name] = value
}

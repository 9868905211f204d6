import { addMonths, endOfMonth, workingDays } from '@postloan/core/calendar'
import { builtInPolicy } from '@postloan/core/policy'

import { healthyLoan as portfolioLoan, portfolioDay, workdayBefore } from '../portfolio/healthyLoans.ts'
import { firmCreditCode, mobileNumber } from '../portfolio/identity.ts'
import type { Random } from '../portfolio/random.ts'
import { type PlantedLoan, type Row, textIn } from './contract.ts'
import { officeOf, officers } from './offices.ts'
import type { PlantedKind } from './plantedKind.ts'
import { previousRow } from './previousRow.ts'
import { registersOf } from './registers.ts'

export interface Customer {
  readonly serial: number
  /** Fields that all loans of the customer share; empty for the first. */
  readonly fields: Row
}

const nameOfKey = new Map(builtInPolicy.fields.map((field) => [field.key, field.name]))

/** Fields of the customer, the same on each of his loans. */
export const customerFields = [
  '客户编号',
  '客户名称',
  '客户类型',
  '企业规模',
  '所属行业',
  '成立日期',
  '证件类型',
  '证件号码',
  '证件有效期',
  '统一社会信用代码',
  '法定代表人',
  '实际控制人',
  '联系电话',
  '联系地址',
  '主营业务',
  '所属集团',
  '客户信息更新日期',
  '联系状态',
  '内部评级',
  '客户风险等级',
  '预警颜色',
  '客户管理分类',
  '征信查询日期',
  '征信授权日期',
  '征信授权到期日',
  '征信新增逾期',
  '他行不良标志',
  '涉诉被执行标志',
  '破产清算标志',
  '逃废债标志',
  '受灾标志',
  '关系人标志',
  '最近现场检查日期',
  '最近跟踪日期',
  '最近检查日期',
  '机构号',
  '机构名称',
  '客户经理工号',
  '客户经理',
  '授信额度',
  '已用额度',
  '授信到期日',
] as const

export function makeHealthyLoan(
  kind: PlantedKind,
  serial: number,
  customer: Customer,
  sheet: PlantedLoan['sheet'],
  random: Random,
): PlantedLoan {
  const office = officeOf(customer.serial)
  const made = portfolioLoan(kind.made, serial, office, random)
  const row: Row = {}
  for (const [key, value] of Object.entries(made)) {
    const name = nameOfKey.get(key)
    if (name) row[name] = value === '' ? null : value
  }
  const loan: PlantedLoan = {
    serial,
    customer: customer.serial,
    kind: kind.kind,
    sheet,
    row,
    previous: null,
    present: true,
    registers: { 押品: [], 保证人: [], 支付: [], 预警: [], 催收: [], 财务: [], 档案: [] },
  }
  completeCustomer(loan, office.managerId, office.orgCode, random)
  Object.assign(row, customer.fields)
  completeLoan(loan, random)
  Object.assign(loan.registers, registersOf(loan, random))
  loan.previous = previousRow(loan)
  kind.vary?.(loan, random)
  return loan
}

const surnames = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜')
const given = Array.from('伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂辰宁岚川沐舟')

/** A name of its own for each serial below 27,000: people of one name in two firms are a finding. */
export function ownName(serial: number): string {
  const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
  return pick(surnames, serial) + pick(given, Math.floor(serial / 30)) + pick(given, Math.floor(serial / 900))
}

const scopes = ['针织品生产销售', '五金机电批发', '粮油收购加工', '建材零售', '普通货物运输', '餐饮服务']

function completeCustomer(loan: PlantedLoan, managerId: string, orgCode: string, random: Random): void {
  const { row, customer } = loan
  const firm = row['客户类型'] === '对公'
  const early = workdayBefore(portfolioDay - random.between(20, 60))
  Object.assign(row, {
    数据日期: portfolioDay,
    机构号: orgCode,
    客户经理工号: managerId,
    联系电话: mobileNumber(customer * 31 + 7),
    证件有效期: addMonths(portfolioDay, random.between(12, 120)),
    客户信息更新日期: early,
    联系状态: '正常',
    内部评级: random.pick(['AA', 'A', 'BBB']),
    客户风险等级: '低',
    预警颜色: '绿',
    客户管理分类: '一般',
    征信查询日期: early,
    征信授权日期: early - 400,
    征信授权到期日: addMonths(portfolioDay, 36),
    征信新增逾期: '否',
    所有银行逾期90天以上债务占比: 0,
    他行不良标志: '否',
    涉诉被执行标志: '无',
    涉诉金额: null,
    破产清算标志: '否',
    逃废债标志: '否',
    受灾标志: '否',
    关系人标志: '否',
    最近跟踪日期: workdayBefore(portfolioDay - random.between(3, 25)),
  } satisfies Row)
  if (firm) {
    row['证件类型'] = '统一社会信用代码'
    row['证件号码'] = firmCreditCode(customer * 101 + 11)
    row['统一社会信用代码'] = row['证件号码']
    row['法定代表人'] = ownName(customer)
    row['实际控制人'] = ownName(customer)
    row['主营业务'] = random.pick(scopes)
    row['成立日期'] = addMonths(portfolioDay, -random.between(160, 280))
    row['证件有效期'] = null
  } else {
    row['证件类型'] = '居民身份证'
    if (row['客户类型'] === '个人' && textIn(row, '贷款品种').includes('经营')) {
      row['成立日期'] = addMonths(portfolioDay, -random.between(160, 280))
    }
  }
}

function completeLoan(loan: PlantedLoan, random: Random): void {
  const { row } = loan
  const days = workingDays()
  const disbursed = Number(row['放款日期'])
  const maturity = Number(row['到期日'])
  const secured = row['担保方式'] !== '信用'
  const entrusted = row['支付方式'] === '受托支付'
  const firm = row['客户类型'] === '对公'
  const checked = row['首次检查日期'] === undefined ? null : row['首次检查日期']
  // prices of one year lie close together: a rate that stands apart is a finding
  if (row['贷款品种'] !== '贴现')
    row['执行利率'] = Math.round((4.3 + (Number(row['执行利率']) - 4.3) * 0.5) * 100) / 100
  Object.assign(row, {
    合同起始日: disbursed - random.between(0, 3),
    合同到期日: maturity,
    合同用途: row['贷款用途'] ?? null,
    币种: 'CNY',
    期限: null,
    受托支付金额: entrusted ? (row['贷款金额'] ?? null) : null,
    单笔最大自主支付金额: entrusted ? 0 : (row['贷款金额'] ?? null),
    普惠小微标志: '否',
    涉农标志: row['客户类型'] === '农户' ? '是' : '否',
    互联网贷款标志: '否',
    贷款发放比例: 100,
    总行审批标志: '否',
    本金逾期天数: 0,
    欠息天数: 0,
    技术性逾期标志: '否',
    罚息: 0,
    欠息金额: 0,
    连续欠款期数: 0,
    累计欠款期数: 0,
    贷款形态: '正常',
    上期五级分类: row['五级分类'] ?? null,
    分类日期: workdayBefore(portfolioDay - random.between(4, 29)),
    信用减值标志: '否',
    减值准备: Math.round(Number(row['贷款余额'])) / 100,
    减值阶段: row['五级分类'] === '关注' ? '2' : '1',
    重组标志: '否',
    重组次数: 0,
    挪用标志: '否',
    资金流向检查日期: disbursed + 3 <= portfolioDay ? days.add(disbursed, 3) : null,
    资金流向检查结论: '合规',
    检查人: row['客户经理工号'] ?? null,
    复核人: `F${textIn(row, '机构号')}`,
    发现问题: '否',
    检查报告正文: checked === null ? null : reportText(secured, random),
    归档日期: days.add(disbursed, random.between(3, 15)),
    档案更新日期: portfolioDay,
    纸质档案: '齐全',
    电子档案: '齐全',
    线上管理标志: '否',
    满意度评分: random.between(80, 100),
    宽限期: 0,
    资本净额: 8_000_000_000,
    一级资本净额: 6_000_000_000,
    下期还款日: addMonths(endOfMonth(portfolioDay), 0) + 20,
    近四季检查人: `${textIn(row, '客户经理工号')}、F${textIn(row, '机构号')}`,
    累计展期月数: 0,
    原贷款期限: Math.round((Number(row['原到期日']) - disbursed) / 30.4375),
    到期提示日期: maturity - portfolioDay <= 45 ? workdayBefore(portfolioDay - random.between(1, 9)) : null,
  } satisfies Row)
  if (firm && checked !== null) {
    row['最近现场检查日期'] ??= onsiteDay(loan)
    row['月度信息收集日期'] = workdayBefore(portfolioDay - random.between(1, 20))
  }
  row['最近检查日期'] = row['最近现场检查日期'] ?? row['最近检查日期'] ?? null
  if (row['发放类型'] === '无还本续贷') {
    row['上笔借据号'] = `JJ2025${String(100_000_000 + loan.serial * 13)}`
    row['续贷条件核查'] = '是'
  }
}

/** Within October, spread so that no officer visits five firms on one day. */
function onsiteDay(loan: PlantedLoan): number {
  const first = endOfMonth(portfolioDay - 31) + 9
  return workingDays().add(workdayBefore(first), Math.floor(loan.customer / officers) % 15)
}

function reportText(secured: boolean, random: Random): string {
  const way = random.pick(['走访经营场所', '核对销售台账', '查看库存与流水'])
  return `${way},经营情况稳定,用途与约定一致,还款来源有保障${secured ? ',担保状况未变' : ''}。`
}

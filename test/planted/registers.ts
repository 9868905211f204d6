import { addMonths, dayOf, workingDays } from '@postloan/core/calendar'

import { portfolioDay, workdayBefore } from '../portfolio/healthyLoans.ts'
import { firmCreditCode, personIdNumber } from '../portfolio/identity.ts'
import type { Random } from '../portfolio/random.ts'
import { type PlantedLoan, type Register, type Row, textIn } from './contract.ts'

/** The names by which a register's row belongs to its loan. */
function keysOf(loan: PlantedLoan): Row {
  const { row } = loan
  return {
    数据日期: portfolioDay,
    机构号: row['机构号'] ?? null,
    机构名称: row['机构名称'] ?? null,
    客户经理: row['客户经理'] ?? null,
    客户编号: row['客户编号'] ?? null,
    客户名称: row['客户名称'] ?? null,
    合同号: row['合同号'] ?? null,
    借据号: row['借据号'] ?? null,
  }
}

/** A new row of a register about a loan, with its keys. */
export function registerRow(loan: PlantedLoan, fields: Row): Row {
  return { ...keysOf(loan), ...fields }
}

/** What the registers say of a healthy loan: two to four rows. */
export function registersOf(loan: PlantedLoan, random: Random): Partial<Record<Register, Row[]>> {
  const { row } = loan
  const firm = row['客户类型'] === '对公'
  return {
    押品: row['担保方式'] === '抵押' || row['担保方式'] === '质押' ? [collateral(loan, random)] : [],
    保证人: row['担保方式'] === '保证' ? [guarantor(loan, random)] : [],
    支付: payments(loan, random),
    档案: [archive(loan)],
    财务: firm ? statements(loan, random) : [],
  }
}

/** Value of what is pledged per 元 lent, and its kind, by product. */
function pledge(loan: PlantedLoan): { type: string; name: string; cover: number } {
  const { row } = loan
  const product = textIn(row, '贷款品种')
  if (row['担保方式'] === '质押') {
    return product === '贴现'
      ? { type: '票据', name: '银行承兑汇票', cover: 1.2 }
      : product.includes('流动资金')
        ? { type: '应收账款', name: '应收货款', cover: 2 }
        : { type: '存单', name: '本行定期存单', cover: 1.3 }
  }
  if (product.includes('按揭')) return { type: '居住房地产', name: '住宅一套', cover: 1.5 }
  if (product.includes('汽车')) return { type: '交通工具', name: '小型轿车', cover: 1.4 }
  return row['客户类型'] === '对公'
    ? { type: '商用房地产', name: '厂房及附属房屋', cover: 2.2 }
    : { type: '居住房地产', name: '住宅一套', cover: 2 }
}

function collateral(loan: PlantedLoan, random: Random): Row {
  const { row } = loan
  const { type, name, cover } = pledge(loan)
  const value = Math.round(Number(row['贷款金额']) * cover)
  const disbursed = Number(row['放款日期'])
  const realEstate = ['居住房地产', '商用房地产'].includes(type)
  const valued = workdayBefore(portfolioDay - random.between(60, 250))
  const fields: Row = {
    押品编号: `YP${String(100_000_000 + loan.serial * 3)}`,
    押品类型: type,
    押品名称: name,
    押品所有人: row['客户名称'] ?? null,
    起始估值: value,
    最新估值: value,
    估值日期: valued,
    已抵押价值: 0,
    登记证号: `DJ${String(300_000_000 + loan.serial * 3)}`,
    质物交付日期: realEstate ? null : disbursed - 1,
    登记日期: disbursed - 1,
    处置顺位: 1,
    押品状态: '正常',
    要求投保: '否',
    押品检查日期: row['客户类型'] === '对公' ? workdayBefore(portfolioDay - random.between(5, 60)) : null,
  }
  Object.assign(row, fields)
  return registerRow(loan, { ...fields, 担保方式: row['担保方式'] ?? null })
}

function guarantor(loan: PlantedLoan, random: Random): Row {
  const { row } = loan
  const firm = row['客户类型'] === '对公'
  const amount = Number(row['贷款金额'])
  const fields: Row = {
    保证人名称: firm ? `保证企业第${loan.serial}号有限公司` : `保证人${loan.serial}`,
    保证人证件号: firm
      ? firmCreditCode(40_000_000 + loan.serial)
      : personIdNumber(dayOf(1941, 1, 1) + ((loan.serial * 29) % 7000), 500 + Math.floor(loan.serial / 7000)),
    保证人类型: firm ? '企业' : '自然人',
    保证人与借款人关系: firm ? '上下游企业' : '亲属',
    保证方式: '连带责任保证',
    担保金额: amount,
    保证期间届满日: addMonths(Number(row['到期日']), 36),
    保证人净资产: firm ? amount * random.between(2, 5) : null,
    保证人检查日期: workdayBefore(portfolioDay - random.between(5, 60)),
    保证人联系状态: '正常',
  }
  Object.assign(row, fields)
  return registerRow(loan, { ...fields, 担保方式: '保证' })
}

const payeeWords = ['原料', '配件', '包装', '机电', '农资', '建材', '装饰', '汽贸']

/** A payment whose payee is paid by this loan only, checked and with its voucher. */
function payments(loan: PlantedLoan, random: Random): Row[] {
  const { row } = loan
  const disbursed = Number(row['放款日期'])
  if (row['发放类型'] === '无还本续贷' || row['贷款品种'] === '法人账户透支' || disbursed + 6 > portfolioDay)
    return []
  if (disbursed < portfolioDay - 365) return []
  const amount = Number(row['贷款金额'])
  const first = workingDays().next(disbursed + 1)
  return [0.6, 0.4].map((share, index) =>
    registerRow(loan, {
      账号: row['账号'] ?? null,
      户名: row['客户名称'] ?? null,
      支付方式: row['支付方式'] ?? null,
      交易日期: workingDays().add(first, index),
      交易金额: Math.round(amount * share),
      借贷标志: '借',
      对方户名: `供应商${loan.serial}之${index + 1}${random.pick(payeeWords)}有限公司`,
      对方账号: `6212${String(10_000_000_000 + loan.serial * 10 + index)}`,
      对方行名: '他行',
      摘要: '货款',
      逐笔核查标志: '是',
      凭证归档标志: '是',
      关联方标志: '否',
      账户余额: 50_000,
    }),
  )
}

const papers =
  '借款合同、担保合同及登记证明、放款支付凭证、用途证明及发票、还款回单、首次检查报告、常规检查报告、营业执照、财务报表、收支流水、押品评估报告、征信报告与授权书、沟通回访记录、催收记录、展期协议与同意书、立项及土地规划许可、生产经营照片'

function archive(loan: PlantedLoan): Row {
  const { row } = loan
  return registerRow(loan, {
    归档日期: row['归档日期'] ?? null,
    档案资料清单: papers,
    纸质档案: '齐全',
    电子档案: '齐全',
    档案更新日期: portfolioDay,
  })
}

/** Six quarters of a steady firm, figures from January on, so that each of the last two has its quarter of last year. */
function statements(loan: PlantedLoan, random: Random): Row[] {
  const assets = Number(loan.row['贷款金额']) * random.between(4, 9)
  const leverage = random.between(35, 55) / 100
  return ['2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3'].map((period, index) => {
    const size = assets * (1 + index * 0.01)
    const revenue = assets * 0.25 * Number(period.at(-1)) * (period.startsWith('2026') ? 1.03 : 1)
    return {
      数据日期: portfolioDay,
      客户编号: loan.row['客户编号'] ?? null,
      客户名称: loan.row['客户名称'] ?? null,
      客户类型: loan.row['客户类型'] ?? null,
      企业规模: loan.row['企业规模'] ?? null,
      所属行业: loan.row['所属行业'] ?? null,
      报告期: period,
      资产总额: Math.round(size),
      负债总额: Math.round(size * leverage),
      流动资产: Math.round(size * 0.6),
      流动负债: Math.round(size * 0.3),
      营业收入: Math.round(revenue),
      毛利率: 18,
      净利润: Math.round(revenue * 0.05),
      经营现金流净额: Math.round(revenue * 0.06),
      应收账款: Math.round(assets * 0.2),
      存货: Math.round(assets * 0.15),
    }
  })
}

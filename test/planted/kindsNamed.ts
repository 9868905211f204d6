import { addMonths, workingDays } from '@postloan/core/calendar'

import { portfolioDay, workdayBefore } from '../portfolio/healthyLoans.ts'
import type { PlantedLoan } from './contract.ts'
import { fromPortfolio, type PlantedKind } from './plantedKind.ts'
import { both, drawnOn, handledOverdue, quietOverdueDays } from './vary.ts'

const firm = fromPortfolio('企业流动资金')
const trader = fromPortfolio('个人经营')
const farmer = fromPortfolio('农户贷款')
const mortgage = fromPortfolio('住房按揭')
const consumer = fromPortfolio('消费贷款')
const days = workingDays()

/** Healthy loans that naive rules accuse, each kind named for what it is accused of. */
export const namedKinds: readonly PlantedKind[] = [
  {
    kind: '大型企业',
    share: 6,
    made: { ...firm, amount: [9_000_000, 30_000_000] },
    vary: (loan) => both(loan, { 企业规模: '大型' }),
  },
  {
    kind: '逾期已尽责',
    share: 4,
    made: trader,
    vary: (loan, random) => handledOverdue(loan, random.pick(quietOverdueDays), random),
  },
  // INS-001: paid out long ago, nobody asks for its first check any more
  {
    kind: '老流贷首检空白',
    share: 3,
    made: firm,
    vary(loan) {
      drawnOn(loan, workdayBefore(portfolioDay - 220), 12)
      both(loan, { 首次检查日期: null })
    },
  },
  {
    kind: '纯线上贷款',
    share: 3,
    made: { ...consumer, amount: [20_000, 100_000], term: [12, 24], guarantees: ['信用'] },
    vary: (loan) => both(loan, { 互联网贷款标志: '是', 首次检查日期: null }),
  },
  // USE-001: the purpose of a loan of three months ago is not asked for again
  {
    kind: '用途核查空白的老贷款',
    share: 3,
    made: { ...firm, age: [3, 11] },
    vary(loan) {
      drawnOn(loan, workdayBefore(portfolioDay - 75), 12)
      both(loan, { 资金流向检查日期: null, 资金流向检查结论: null })
    },
  },
  // INS-003/004: paid out after the period for which a visit is wanted
  {
    kind: '新放款未到走访期',
    share: 2,
    made: { ...firm, age: [1, 2] },
    vary(loan) {
      drawnOn(loan, days.next(portfolioDay - 25), 12)
      both(loan, { 最近现场检查日期: null, 首次检查日期: portfolioDay - 12, 最近检查日期: portfolioDay - 12 })
    },
  },
  // INS-003/004: bad and under suit, followed by recovery and not by visits
  {
    kind: '诉讼中的不良',
    share: 1,
    made: firm,
    vary(loan, random) {
      handledOverdue(loan, random.pick(quietOverdueDays), random)
      Object.assign(loan.row, {
        涉诉被执行标志: '涉诉',
        涉诉金额: loan.row['贷款余额'] ?? null,
        起诉日期: portfolioDay - 20,
        最近现场检查日期: portfolioDay - 400,
        最近跟踪日期: portfolioDay - 60,
        最近检查日期: portfolioDay - 60,
      })
    },
  },
  // INS-006, CUS-001: a performing mortgage is watched by its arrears
  {
    kind: '按揭无跟踪',
    share: 4,
    made: mortgage,
    vary: (loan) =>
      both(loan, {
        最近跟踪日期: null,
        最近检查日期: null,
        首次检查日期: null,
        检查结论: null,
        检查方式: null,
        客户信息更新日期: portfolioDay - 800,
      }),
  },
  // INS-008, INS-009: a whole village visited on one day, one template for all
  {
    kind: '整村走访农户',
    share: 4,
    made: farmer,
    vary: (loan) =>
      both(loan, {
        检查人: 'G10000',
        最近现场检查日期: workdayBefore(portfolioDay - 16),
        最近检查日期: workdayBefore(portfolioDay - 16),
        检查报告正文: `经走访,农户家庭经营正常,借款用途与申请一致,${'作物长势良好,销路有保障,'.repeat(9)}还款意愿强,担保有效。`,
      }),
  },
  {
    kind: '小企业模板报告',
    share: 4,
    made: firm,
    vary: (loan) => both(loan, { 检查报告正文: '企业经营正常,用途合规,还款来源稳定,担保有效。' }),
  },
  // INS-012: found normal in March, past due since June
  {
    kind: '检查在前逾期在后',
    share: 1,
    made: trader,
    vary(loan, random) {
      handledOverdue(loan, 150, random)
      Object.assign(loan.row, {
        检查结论: '正常',
        最近检查日期: portfolioDay - 220,
        最近跟踪日期: portfolioDay - 2,
        分类日期: portfolioDay - 45,
      })
    },
  },
  // EWS-012: manufacturing is most of the book; no visit in this quarter is no fault of the trade
  {
    kind: '制造业半年一访',
    share: 3,
    made: firm,
    vary: (loan) => both(loan, { 所属行业: '制造业', 客户管理分类: null }),
  },
  // EWS-005: a credit report of two years ago on a home loan
  {
    kind: '按揭征信较旧',
    share: 3,
    made: mortgage,
    vary: (loan) =>
      both(loan, {
        征信查询日期: Number(loan.row['放款日期']) - 20,
        征信授权日期: Number(loan.row['放款日期']) - 30,
      }),
  },
  // EWS-006: sued for a small sum, or plaintiff
  {
    kind: '小额涉诉',
    share: 2,
    made: firm,
    vary: (loan, random) => both(loan, { 涉诉被执行标志: '涉诉', 涉诉金额: random.between(1_000, 9_000) }),
  },
  // EWS-001/003: a debt ratio that climbs slowly, a season, a trader's 80 %
  {
    kind: '负债率缓升',
    share: 2,
    made: firm,
    vary: (loan) => debtRatios(loan, [0.3, 0.31, 0.32, 0.33, 0.33, 0.34]),
  },
  {
    kind: '负债率高的贸易建筑企业',
    share: 3,
    made: firm,
    vary(loan, random) {
      both(loan, { 所属行业: random.pick(['批发业', '建筑业', 'F51', 'E47']) })
      debtRatios(loan, [0.8, 0.8, 0.8, 0.8, 0.8, 0.8])
    },
  },
  {
    kind: '淡季亏损企业',
    share: 2,
    made: firm,
    vary(loan) {
      // the first half always loses, the year earns
      for (const [index, row] of loan.registers.财务.entries()) {
        const size = Number(row['营业收入'])
        const lean = index === 0 || index === 3 || index === 4
        Object.assign(row, {
          净利润: Math.round(size * (lean ? -0.02 : 0.06)),
          经营现金流净额: Math.round(size * (lean ? -0.02 : 0.06)),
        })
      }
    },
  },
  // DQ-007: drawn within a limit, due after the limit's contract ends
  {
    kind: '额度项下晚到期',
    share: 3,
    made: firm,
    vary(loan) {
      const amount = Number(loan.row['贷款金额'])
      both(loan, {
        授信额度: amount * 2,
        已用额度: amount,
        授信到期日: Number(loan.row['放款日期']) + 60,
        合同到期日: Number(loan.row['放款日期']) + 60,
      })
    },
  },
  // DQ-008: drawn again and again, so that the balance says nothing against the amount
  {
    kind: '循环贷款',
    share: 3,
    made: { ...trader, product: '个人经营循环贷款', amount: [200_000, 400_000] },
    vary(loan) {
      const amount = Number(loan.row['贷款金额'])
      both(loan, { 贷款余额: amount + 30_000 })
      if (loan.previous) loan.previous['贷款余额'] = amount - 20_000
    },
  },
  {
    kind: '外币贷款',
    share: 2,
    made: { ...firm, guarantees: ['保证'] },
    vary: (loan) => both(loan, { 币种: 'USD', 合同金额: Math.round(Number(loan.row['贷款金额']) / 2) }),
  },
  // DQ-009: only interest is owed
  {
    kind: '只欠利息',
    share: 1,
    made: trader,
    vary(loan, random) {
      handledOverdue(loan, 150, random)
      Object.assign(loan.row, { 逾期本金: 0, 本金逾期天数: 0 })
    },
  },
  // DQ-010: due yesterday, posted tomorrow
  {
    kind: '昨日到期在途',
    share: 1,
    made: { ...trader, term: [12, 12], age: [11, 11] },
    vary(loan) {
      drawnOn(loan, addMonths(portfolioDay, -12), 12)
      both(loan, {
        到期日: portfolioDay - 1,
        原到期日: portfolioDay - 1,
        合同到期日: portfolioDay - 1,
        到期提示日期: portfolioDay - 12,
      })
    },
  },
  // USE-007: a builder pays for works, a firm pays into the social funds and its rent
  {
    kind: '建筑业付工程款',
    share: 2,
    made: firm,
    vary(loan) {
      both(loan, { 所属行业: '建筑业' })
      for (const row of loan.registers.支付) row['摘要'] = '工程款'
    },
  },
  {
    kind: '缴社保公积金与房租',
    share: 2,
    made: firm,
    vary(loan, random) {
      for (const row of loan.registers.支付) row['摘要'] = random.pick(['缴社保基金', '住房公积金', '付房租'])
    },
  },
  // USE-009: paid by the bank itself on the first day, all of it
  {
    kind: '受托支付一次付清',
    share: 3,
    made: { ...firm, amount: [11_000_000, 20_000_000] },
    vary(loan) {
      const [first] = loan.registers.支付
      if (!first) return
      first['交易金额'] = loan.row['贷款金额'] ?? null
      first['交易日期'] = days.next(Number(loan.row['放款日期']))
      loan.registers.支付.length = 1
    },
  },
]

function debtRatios(loan: PlantedLoan, ratios: readonly number[]): void {
  for (const [index, row] of loan.registers.财务.entries()) {
    row['负债总额'] = Math.round(Number(row['资产总额']) * (ratios[index] ?? 0))
  }
}

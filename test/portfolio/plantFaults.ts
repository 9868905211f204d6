import { addMonths } from '@postloan/core/calendar'

import { portfolioDay } from './healthyLoans.ts'
import type { Loan } from './loan.ts'

/**
 * A fault put into one healthy loan. `rules` are all the rules that must then find a violation of 严重 or 警示, by the
 * fault's own logic: one fault may rightly break several.
 */
export interface Fault {
  readonly name: string
  /** Kinds of healthy loan (`healthyKinds.ts`) that can carry it. */
  readonly into: readonly string[]
  readonly rules: readonly string[]
  /** The same in a bare ledger, whose columns show it otherwise; absent where a bare ledger cannot show it. */
  readonly bareRules?: readonly string[]
  plant(loan: Loan): void
}

const running = ['企业流动资金', '个人经营', '农户贷款', '消费贷款']

/** Days past due written everywhere they belong: day 0 is the due date itself. */
function setOverdue(loan: Loan, days: number, principal: number): void {
  loan.overdueDays = days
  loan.principalOverdueDate = portfolioDay - days
  loan.interestOverdueDate = portfolioDay - days
  loan.principalOverdueAmt = principal
  loan.onBsInterest = Math.round(principal * 0.004 * 100) / 100
  loan.loanStatus = '逾期'
  loan.checkConclusion = '预警'
}

export const faults: readonly Fault[] = [
  {
    name: '逾期 91 天仍列关注',
    into: ['企业流动资金'],
    rules: ['CLS-002'],
    bareRules: ['CLS-002'],
    plant(loan) {
      setOverdue(loan, 91, Math.round(loan.balance / 10))
      loan.fiveClass = '关注'
      loan.disburseDate = Math.min(loan.disburseDate, addMonths(portfolioDay, -9))
    },
  },
  {
    name: '逾期 300 天仍列次级',
    into: ['住房按揭'],
    rules: ['CLS-003'],
    bareRules: ['CLS-003'],
    plant(loan) {
      setOverdue(loan, 300, Math.round(loan.balance / 50))
      loan.fiveClass = '次级'
      loan.disburseDate = Math.min(loan.disburseDate, addMonths(portfolioDay, -30))
    },
  },
  {
    name: '逾期 400 天仍列可疑',
    into: ['住房按揭'],
    rules: ['CLS-004'],
    bareRules: ['CLS-004'],
    plant(loan) {
      setOverdue(loan, 400, Math.round(loan.balance / 40))
      loan.fiveClass = '可疑'
      loan.disburseDate = Math.min(loan.disburseDate, addMonths(portfolioDay, -30))
    },
  },
  {
    name: '逾期 20 天仍列正常',
    into: ['消费贷款', '汽车贷款'],
    rules: ['CLS-001'],
    bareRules: ['CLS-001'],
    plant(loan) {
      setOverdue(loan, 20, Math.round(loan.balance / 20))
      loan.fiveClass = '正常'
      loan.disburseDate = Math.min(loan.disburseDate, addMonths(portfolioDay, -7))
    },
  },
  {
    name: '已到期 40 天未结清仍列正常',
    into: ['个人经营', '农户贷款'],
    // the days past due are there and say 0: understated. A bare ledger has no such column, and the class gives it away
    rules: ['DQ-010', 'B2'],
    bareRules: ['CLS-001'],
    plant(loan) {
      loan.maturityDate = portfolioDay - 40
      loan.originalMaturityDate = loan.maturityDate
      loan.disburseDate = addMonths(loan.maturityDate, -12)
      loan.firstCheckDate = loan.disburseDate + 20
      loan.lastCheckDate = loan.maturityDate - 30
    },
  },
  {
    name: '余额大于金额',
    into: running,
    rules: ['DQ-008'],
    bareRules: ['DQ-008'],
    plant(loan) {
      loan.balance = loan.loanAmount + 50_000
    },
  },
  {
    name: '余额为负',
    into: running,
    rules: ['DQ-008'],
    bareRules: ['DQ-008'],
    plant(loan) {
      loan.balance = -10_000
    },
  },
  {
    name: '放款日晚于到期日',
    into: running,
    rules: ['DQ-007'],
    bareRules: ['DQ-007'],
    plant(loan) {
      // a year mistyped: paid out after it is due
      loan.disburseDate = loan.maturityDate + 30
      loan.firstCheckDate = null
      loan.lastCheckDate = null
    },
  },
  {
    name: '身份证校验位错误',
    into: ['个人经营', '消费贷款', '住房按揭'],
    rules: ['DQ-003'],
    bareRules: ['DQ-003'],
    plant(loan) {
      const last = loan.idNumber.at(-1) === '0' ? '1' : '0'
      loan.idNumber = loan.idNumber.slice(0, 17) + last
    },
  },
  {
    name: '首次检查超期',
    into: ['企业流动资金', '个人经营'],
    rules: ['INS-001'],
    plant(loan) {
      loan.disburseDate = addMonths(portfolioDay, -3)
      loan.maturityDate = addMonths(loan.disburseDate, 12)
      loan.originalMaturityDate = loan.maturityDate
      loan.firstCheckDate = null
      loan.lastCheckDate = null
    },
  },
  {
    name: '逾期本金大于余额',
    into: ['企业流动资金'],
    rules: ['DQ-009'],
    plant(loan) {
      setOverdue(loan, 12, loan.balance + 100_000)
      loan.fiveClass = '关注'
      loan.disburseDate = Math.min(loan.disburseDate, addMonths(portfolioDay, -6))
    },
  },
  {
    name: '贷款状态结清但仍有余额',
    into: running,
    rules: ['DQ-011'],
    plant(loan) {
      loan.loanStatus = '结清'
      loan.closeDate = null
    },
  },
  {
    name: '检查结论正常但已逾期',
    into: ['企业流动资金'],
    rules: ['INS-012', 'CLS-001'],
    plant(loan) {
      setOverdue(loan, 35, Math.round(loan.balance / 10))
      loan.fiveClass = '正常'
      loan.disburseDate = Math.min(loan.disburseDate, addMonths(portfolioDay, -8))
      loan.lastCheckDate = portfolioDay - 3
      loan.checkConclusion = '正常'
    },
  },
  {
    name: '客户名称缺失',
    into: running,
    rules: ['DQ-002'],
    bareRules: ['DQ-002'],
    plant(loan) {
      loan.customerName = ''
    },
  },
]

export interface Planted {
  /** Index of the loan in the portfolio. */
  readonly loan: number
  readonly fault: Fault
}

/** Puts each fault into `each` loans that can carry it, at most one to a loan; gives back where they went. */
export function plantFaults(
  loans: readonly Loan[],
  each: number,
  only: readonly Fault[] = faults,
): Planted[] {
  const planted: Planted[] = []
  const taken = new Set<number>()
  for (const [index, fault] of only.entries()) {
    let wanted = each
    // spread over the ledger: each fault starts its search somewhere else
    const start = Math.floor(((index + 0.5) / only.length) * loans.length)
    for (let step = 0; step < loans.length && wanted > 0; step++) {
      const position = (start + step) % loans.length
      const loan = loans[position]
      if (!loan || taken.has(position) || !fault.into.includes(loan.kind)) continue
      fault.plant(loan)
      taken.add(position)
      planted.push({ loan: position, fault })
      wanted--
    }
  }
  return planted.sort((a, b) => a.loan - b.loan)
}

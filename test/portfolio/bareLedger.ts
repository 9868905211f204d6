import { civilOf, formatIsoDay } from '@postloan/core/calendar'

import { healthyLoans } from './healthyLoans.ts'
import type { Loan } from './loan.ts'
import { faults, plantFaults } from './plantFaults.ts'
import type { LedgerFile } from './sampleLedger.ts'
import { type Cell, type CellStyle, workbookFile } from './workbookFile.ts'

/**
 * The headers of one bank's own full list of loans, as it exports them: no 借据号, numbered repeats, columns nobody
 * fills, the class called 五级形态. What is left null is empty in this ledger, as it is in such exports.
 */
const bareColumns: readonly (readonly [
  header: string,
  style: CellStyle,
  value: ((loan: Loan) => Cell) | null,
])[] = [
  ['网点名称', 'text', (loan) => loan.orgName],
  ['贷款账号', 'text', (loan) => loan.accountNo],
  ['借款人名称', 'text', (loan) => loan.customerName || null],
  ['借款人证件号码', 'text', (loan) => loan.idNumber],
  ['贷款金额', 'money', (loan) => loan.loanAmount],
  ['贷款余额', 'money', (loan) => loan.balance],
  ['贷款日期', 'text', (loan) => compactDay(loan.disburseDate)],
  ['展期日期', 'text', (loan) => (loan.extensionCount > 0 ? compactDay(loan.maturityDate) : null)],
  ['贷款到期日', 'text', (loan) => compactDay(loan.originalMaturityDate)],
  ['上次结息日', 'text', () => '20261020'],
  ['贷款利率', 'rate', (loan) => loan.interestRate],
  ['五级形态', 'text', (loan) => loan.fiveClass],
  ['客户经理', 'text', (loan) => loan.managerName],
  ['第一责任人', 'text', (loan) => loan.managerName],
  ['行政村组', 'text', null],
  ['客户详细地址', 'text', (loan) => loan.address],
  ['客户联系方式', 'text', (loan) => loan.mobile],
  ['客户类型', 'text', (loan) => loan.customerType],
  ['客户类型1', 'text', null],
  ['客户类型2', 'text', null],
  ['企业规模', 'text', (loan) => loan.enterpriseSize || null],
  ['业务品种', 'text', (loan) => loan.productType],
  ['贷款原始期限', 'count', (loan) => monthsBetween(loan.disburseDate, loan.originalMaturityDate)],
  ['担保方式', 'text', (loan) => loan.guaranteeType],
  ['贷款投向', 'text', (loan) => loan.industry || null],
  ['贷款投向1', 'text', null],
  ['备注1', 'text', null],
  ['备注2', 'text', null],
  [
    '逾期日期',
    'text',
    (loan) => (loan.principalOverdueDate === null ? '99991231' : compactDay(loan.principalOverdueDate)),
  ],
  ['欠息金额', 'money', (loan) => loan.onBsInterest],
  ['合同编号', 'text', (loan) => loan.contractNo],
]

/** A bare ledger of this bank: clean, or with two of each fault that its columns can show. */
export async function bareLedger(state: 'clean' | 'faulty', count = 300, seed = 7): Promise<LedgerFile> {
  // an extended loan is rightly 关注 and a closed one has left this bank's list
  const loans = healthyLoans({ count, seed, without: ['展期后关注', '已结清'] })
  const shown = faults.filter((fault) => fault.bareRules)
  const planted = state === 'faulty' ? plantFaults(loans, 2, shown) : []
  const bytes = await workbookFile([
    {
      name: '贷款全明细',
      columnStyles: bareColumns.map(([, style]) => style),
      styledRows: ['title', 'header'],
      merges: ['A1:AE1'],
      rows: [
        ['贷款全明细'],
        bareColumns.map(([header]) => header),
        ...loans.map((loan) => bareColumns.map(([, , value]) => value?.(loan) ?? null)),
      ],
    },
  ])
  return { fileName: '贷款全明细20261031.xlsx', bytes, loans, planted, rowOf: (loan) => loan + 3 }
}

function compactDay(day: number): string {
  return formatIsoDay(day).replaceAll('-', '')
}

function monthsBetween(from: number, to: number): number {
  const first = civilOf(from)
  const last = civilOf(to)
  return (last.year - first.year) * 12 + last.month - first.month
}

import { healthyLoans } from './healthyLoans.ts'
import type { Loan } from './loan.ts'
import { faults, plantFaults } from './plantFaults.ts'
import { type Cell, type CellStyle, columnLetters, workbookFile } from './workbookFile.ts'

type BigColumn = readonly [header: string, style: CellStyle, value: (loan: Loan, serial: number) => Cell]

const day = (value: number | null): Cell => (value === null ? null : { day: value })

/** Forty columns of a whole bank's export, in 元. */
const bigColumns: readonly BigColumn[] = [
  ['借据号', 'text', (loan) => loan.loanNo],
  ['合同号', 'text', (loan) => loan.contractNo],
  ['客户编号', 'text', (loan) => loan.customerId],
  ['客户名称', 'text', (loan) => loan.customerName || null],
  ['客户类型', 'text', (loan) => loan.customerType],
  ['证件号码', 'text', (loan) => loan.idNumber],
  ['所属行业', 'text', (loan) => loan.industry || null],
  ['企业规模', 'text', (loan) => loan.enterpriseSize || null],
  ['贷款品种', 'text', (loan) => loan.productType],
  ['发放类型', 'text', (loan) => loan.disbursementType],
  ['担保方式', 'text', (loan) => loan.guaranteeType],
  ['机构名称', 'text', (loan) => loan.orgName],
  ['客户经理', 'text', (loan) => loan.managerName],
  ['币种', 'text', () => 'CNY'],
  ['合同金额', 'money', (loan) => loan.contractAmount],
  ['贷款金额', 'money', (loan) => loan.loanAmount],
  ['贷款余额', 'money', (loan) => loan.balance],
  ['执行利率', 'rate', (loan) => loan.interestRate],
  ['放款日期', 'date', (loan) => day(loan.disburseDate)],
  ['到期日', 'date', (loan) => day(loan.maturityDate)],
  ['原到期日', 'date', (loan) => day(loan.originalMaturityDate)],
  ['展期次数', 'count', (loan) => loan.extensionCount],
  ['还款方式', 'text', (loan) => loan.repayMethod],
  ['支付方式', 'text', (loan) => loan.payMethod],
  ['贷款用途', 'text', (loan, serial) => `${loan.loanPurpose}${serial % 3000}`],
  ['贷款状态', 'text', (loan) => loan.loanStatus],
  ['五级分类', 'text', (loan) => loan.fiveClass],
  ['逾期天数', 'count', (loan) => loan.overdueDays],
  ['逾期本金', 'money', (loan) => loan.principalOverdueAmt],
  ['本金逾期日', 'date', (loan) => day(loan.principalOverdueDate)],
  ['利息逾期日', 'date', (loan) => day(loan.interestOverdueDate)],
  ['表内欠息', 'money', (loan) => loan.onBsInterest],
  ['表外欠息', 'money', (loan) => loan.offBsInterest],
  ['首次检查日期', 'date', (loan) => day(loan.firstCheckDate)],
  ['最近检查日期', 'date', (loan) => day(loan.lastCheckDate)],
  ['检查方式', 'text', (loan) => loan.checkMethod],
  ['检查结论', 'text', (loan) => loan.checkConclusion],
  ['联系电话', 'text', (loan) => loan.mobile],
  ['联系地址', 'text', (loan) => loan.address],
  ['备注', 'text', (_, serial) => (serial % 10 === 0 ? `需关注现金流${serial % 500}` : null)],
]

export type BigLedgerState = 'usual' | 'clean' | 'allFail'

/** How many of each fault there are among `rows` loans: about 3 in 100 in a usual ledger. */
function eachFault(rows: number, state: BigLedgerState | object): number {
  return state === 'usual' ? Math.ceil((rows * 0.03) / faults.length) : 0
}

/**
 * A bank's ledger of `rows` × 40 for measuring. `usual` has about 3 % faulty loans, `clean` none, and in `allFail`
 * every loan breaks several rules at once; `faulty` says how many do so.
 */
export async function bigLedger(
  rows: number,
  state: BigLedgerState | { readonly faulty: number } = 'usual',
  seed = 1,
): Promise<Uint8Array> {
  const loans = healthyLoans({ count: rows, seed })
  plantFaults(loans, eachFault(rows, state))
  const broken = typeof state === 'object' ? state.faulty : state === 'allFail' ? rows : 0
  for (const loan of loans.slice(0, broken)) breakEverywhere(loan)
  const lastColumn = columnLetters(bigColumns.length - 1)
  return workbookFile([
    {
      name: '贷款台账',
      columnStyles: bigColumns.map(([, style]) => style),
      columnWidths: bigColumns.map(() => 14),
      styledRows: ['title', 'title', 'header'],
      merges: [`A1:${lastColumn}1`],
      frozenRows: 3,
      autoFilter: `A3:${lastColumn}${rows + 3}`,
      rows: bigRows(loans),
    },
  ])
}

function* bigRows(loans: readonly Loan[]): Generator<readonly Cell[]> {
  yield ['全行贷款台账(2026年10月31日)']
  yield ['编制机构:某某银行', ...Array.from({ length: bigColumns.length - 2 }, () => null), '单位:元']
  yield bigColumns.map(([header]) => header)
  for (const [serial, loan] of loans.entries()) yield bigColumns.map(([, , value]) => value(loan, serial))
}

function breakEverywhere(loan: Loan): void {
  loan.overdueDays = 400
  loan.principalOverdueDate = null
  loan.principalOverdueAmt = loan.loanAmount + 1
  loan.balance = loan.loanAmount + 100
  loan.fiveClass = '正常'
  loan.loanStatus = '正常'
  loan.idNumber = `${loan.idNumber.slice(0, -1)}${loan.idNumber.endsWith('0') ? '1' : '0'}`
  loan.firstCheckDate = loan.disburseDate - 1
  loan.checkConclusion = '正常'
}

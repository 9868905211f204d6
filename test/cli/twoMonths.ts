import { healthyLoans } from '../portfolio/healthyLoans.ts'
import type { Loan } from '../portfolio/loan.ts'
import { seededRandom } from '../portfolio/random.ts'
import { columnLetters, workbookFile, type Cell, type CellStyle } from '../portfolio/workbookFile.ts'

type Column = readonly [header: string, style: CellStyle, value: (loan: Loan) => Cell]

const day = (value: number | null): Cell => (value === null ? null : { day: value })

const columns: readonly Column[] = [
  ['借据号', 'text', (loan) => loan.loanNo],
  ['合同号', 'text', (loan) => loan.contractNo],
  ['客户名称', 'text', (loan) => loan.customerName],
  ['机构名称', 'text', (loan) => loan.orgName],
  ['客户经理', 'text', (loan) => loan.managerName],
  ['担保方式', 'text', (loan) => loan.guaranteeType],
  ['贷款金额', 'money', (loan) => loan.loanAmount],
  ['贷款余额', 'money', (loan) => loan.balance],
  ['执行利率', 'rate', (loan) => loan.interestRate],
  ['放款日期', 'date', (loan) => day(loan.disburseDate)],
  ['到期日', 'date', (loan) => day(loan.maturityDate)],
  ['贷款状态', 'text', (loan) => loan.loanStatus],
  ['五级分类', 'text', (loan) => loan.fiveClass],
  ['逾期天数', 'count', (loan) => loan.overdueDays],
]

export interface Month {
  readonly loans: readonly Loan[]
  readonly bytes: Uint8Array
}

const tiers = ['正常', '关注', '次级', '可疑', '损失']

/**
 * The same book at the end of October and of November 2026: loans repaid, settled, written off, left out, taken on,
 * moved up and down the tiers and to other officers, two of one number. The second month has its rows in another order.
 */
export async function twoMonths(
  count: number,
  seed: number,
  { withLoanNo = true } = {},
): Promise<{ readonly before: Month; readonly now: Month }> {
  const random = seededRandom(seed)
  const book = healthyLoans({ count, seed })
  for (const loan of book) if (random.chance(0.2)) downgrade(loan, random.between(1, 4))
  const fresh = Math.round(count / 20)
  const before = book.slice(fresh).map((loan) => ({ ...loan }))
  const now = book
    .filter((_, at) => at < fresh || !random.chance(0.05))
    .map((loan, at) => (at < fresh ? { ...loan } : { ...oneMonthOn(loan) }))
  // slips of the pen: an old loan's number once more in the second month, and two new loans with one number
  for (const at of [0, fresh]) {
    const [one, other] = now.slice(at)
    if (one && other) other.loanNo = one.loanNo
  }
  const shown = columns.filter(([header]) => withLoanNo || header !== '借据号')
  return {
    before: { loans: before, bytes: await sheetOf(before, '2026年10月31日', shown) },
    now: { loans: now, bytes: await sheetOf(now.toReversed(), '2026年11月30日', shown) },
  }

  function oneMonthOn(loan: Loan): Loan {
    const next = { ...loan }
    if (next.balance > 0 && random.chance(0.4)) next.balance = cents(next.balance * random.next())
    if (random.chance(0.04)) Object.assign(next, { balance: 0, loanStatus: '结清', overdueDays: 0 })
    else if (random.chance(0.02)) next.loanStatus = '核销'
    if (random.chance(0.1)) downgrade(next, random.between(0, 4))
    if (random.chance(0.03)) Object.assign(next, { orgName: '新设支行', managerName: '周某' })
    if (random.chance(0.02)) next.fiveClass = ''
    if (random.chance(0.02)) next.maturityDate = next.maturityDate + 90
    return next
  }
}

function downgrade(loan: Loan, tier: number): void {
  loan.fiveClass = tiers[tier] ?? '正常'
  loan.overdueDays = [0, 0, 95, 200, 400][tier] ?? 0
}

const cents = (amount: number): number => Math.round(amount * 100) / 100

const blankIfEmpty = (cell: Cell): Cell => (cell === '' ? null : cell)

function sheetOf(loans: readonly Loan[], date: string, shown: readonly Column[]): Promise<Uint8Array> {
  return workbookFile([
    {
      name: '贷款台账',
      columnStyles: shown.map(([, style]) => style),
      styledRows: ['title', 'header'],
      merges: [`A1:${columnLetters(shown.length - 1)}1`],
      rows: [
        [`某某银行贷款台账（${date}）单位：元`],
        shown.map(([header]) => header),
        ...loans.map((loan) => shown.map(([, , value]) => blankIfEmpty(value(loan)))),
      ],
    },
  ])
}

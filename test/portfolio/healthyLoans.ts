import { addMonths, dayOf, workingDays } from '@postloan/core/calendar'

import { type HealthyKind, healthyKinds } from './healthyKinds.ts'
import {
  address,
  firmCreditCode,
  firmName,
  mobileNumber,
  personIdNumber,
  personName,
  trades,
} from './identity.ts'
import type { Loan } from './loan.ts'
import { type Random, seededRandom } from './random.ts'

/** The month end that the portfolios speak of: Saturday 2026-10-31. */
export const portfolioDay = dayOf(2026, 10, 31)

const outlets = ['营业部', '城东支行', '开发区支行', '临溪支行', '石桥分理处', '望江支行']

export interface PortfolioOptions {
  readonly count: number
  readonly seed: number
  /** Leave out kinds of healthy loan (a bare clean ledger has no extended loan, which is rightly 关注). */
  readonly without?: readonly string[]
}

/** Invented healthy loans as of `portfolioDay`. A person or firm with a second loan took it months apart. */
export function healthyLoans(options: PortfolioOptions): Loan[] {
  const random = seededRandom(options.seed)
  const kinds = healthyKinds.filter((kind) => !options.without?.includes(kind.kind))
  const wheel = kinds.flatMap((kind) => Array.from({ length: kind.share }, () => kind))
  const managers = outlets.map((orgName) => ({
    orgName,
    names: Array.from({ length: 4 }, () => personName(random)),
  }))
  const loans: Loan[] = []
  for (let serial = 0; serial < options.count; serial++) {
    // each kind stands once at the front, so that a small portfolio holds them all
    const kind = kinds[serial] ?? random.pick(wheel)
    const office = random.pick(managers)
    loans.push(
      healthyLoan(kind, serial, { orgName: office.orgName, managerName: random.pick(office.names) }, random),
    )
  }
  return loans
}

/** One healthy loan of a kind; `serial` makes its numbers its own. */
export function healthyLoan(
  kind: HealthyKind,
  serial: number,
  office: Pick<Loan, 'orgName' | 'managerName'>,
  random: Random,
): Loan {
  const term = random.between(kind.term[0], kind.term[1])
  const oldest = kind.special === 'dueOnRestDay' || kind.special === 'extended' ? kind.age[1] : term - 1
  const age = Math.min(random.between(kind.age[0], kind.age[1]), oldest)
  const disburseDate = disbursedOn(kind, age, random)
  const originalMaturityDate =
    kind.special === 'dueOnRestDay'
      ? portfolioDay
      : addMonths(disburseDate, term) - (random.chance(0.3) ? 1 : 0)
  const extended = kind.special === 'extended'
  const loanAmount = Math.round(random.between(kind.amount[0], kind.amount[1]) / 10_000) * 10_000
  const checked = workdayFrom(disburseDate + random.between(5, 22))
  const lastCheck = workdayBefore(portfolioDay - random.between(3, 50))
  return {
    loanNo: `JJ2026${String(100_000_000 + serial * 13)}`,
    contractNo: `HT2026${String(100_000_000 + serial * 7)}`,
    accountNo: `6599${String(10_000_000_000 + serial * 17)}`,
    customerId: `8${String(100_000_000 + serial * 3)}`,
    ...borrower(kind, serial, random),
    ...office,
    productType: kind.product,
    disbursementType: kind.disbursement,
    guaranteeType: random.pick(kind.guarantees),
    repayMethod: random.pick(kind.repay),
    payMethod: loanAmount > 500_000 ? '受托支付' : '自主支付',
    loanPurpose: random.pick(kind.purpose),
    contractAmount: loanAmount,
    loanAmount,
    interestRate: Math.round((kind.rate[0] + random.next() * (kind.rate[1] - kind.rate[0])) * 100) / 100,
    disburseDate,
    maturityDate: extended ? addMonths(originalMaturityDate, 6) : originalMaturityDate,
    originalMaturityDate,
    extensionCount: extended ? 1 : 0,
    fiveClass: extended ? '关注' : '正常',
    overdueDays: 0,
    principalOverdueAmt: 0,
    principalOverdueDate: null,
    interestOverdueDate: null,
    onBsInterest: 0,
    offBsInterest: 0,
    firstCheckDate: kind.special === 'oldMortgage' || checked > portfolioDay ? null : checked,
    lastCheckDate: lastCheck > checked ? lastCheck : checked > portfolioDay ? null : checked,
    lastFollowUpDate: lastCheck > disburseDate ? lastCheck : null,
    checkMethod: random.pick(['现场', '现场', '非现场', '电话']),
    checkConclusion: extended ? '关注' : '正常',
    maturityNoticeDate: null,
    lastCollectionDate: null,
    noticeDate: null,
    kind: kind.kind,
    ...repaid(kind, loanAmount, age, term, disburseDate),
  }
}

function borrower(kind: HealthyKind, serial: number, random: Random): Omit<Loan, keyof LoanRest> {
  const shared = { mobile: mobileNumber(serial * 31 + 7), address: address(random, serial) }
  if (kind.borrower === 'firm') {
    const trade = random.pick(trades)
    return {
      ...shared,
      customerName: firmName(random, trade.word, serial),
      customerType: '对公',
      idNumber: firmCreditCode(serial * 101 + 11),
      industry: trade.industry,
      enterpriseSize: kind.amount[1] > 9_000_000 ? '中型' : random.pick(['小型', '小型', '微型']),
    }
  }
  return {
    ...shared,
    customerName: personName(random),
    customerType: kind.borrower === 'farmer' ? '农户' : '个人',
    // every 14,000th is born on the same day: the sequence number has to tell them apart
    idNumber: personIdNumber(
      dayOf(1962, 1, 1) + ((serial * 37) % 14_000),
      serial * 7 + Math.floor(serial / 14_000),
    ),
    industry: kind.borrower === 'farmer' ? '农、林、牧、渔业' : '',
    enterpriseSize: '',
  }
}

type LoanRest = Omit<
  Loan,
  'mobile' | 'address' | 'customerName' | 'customerType' | 'idNumber' | 'industry' | 'enterpriseSize'
>

/** Balance and closing record by how the loan is repaid; whole cents. */
function repaid(
  kind: HealthyKind,
  loanAmount: number,
  age: number,
  term: number,
  disburseDate: number,
): Pick<Loan, 'balance' | 'closeDate' | 'loanStatus'> {
  if (kind.special === 'closed') {
    return {
      balance: 0,
      closeDate: workdayFrom(Math.min(addMonths(disburseDate, age - 1), portfolioDay - 5)),
      loanStatus: '结清',
    }
  }
  if (kind.special === 'undrawn') return { balance: 0, closeDate: null, loanStatus: '正常' }
  const byInstalments = kind.repay[0] === '等额本息' || kind.repay[0] === '等额本金'
  const share = byInstalments ? Math.max(0, 1 - age / term) : 1
  return { balance: Math.round((loanAmount * share) / 100) * 100, closeDate: null, loanStatus: '正常' }
}

function disbursedOn(kind: HealthyKind, age: number, random: Random): number {
  if (kind.special === 'dueOnRestDay') return workdayBefore(addMonths(portfolioDay, -12))
  // from the 5th to the 24th: neither near a quarter's end nor so early that the first visit is already due
  const month = addMonths(portfolioDay, -age)
  return workdayFrom(month - random.between(8, 24))
}

/** The day itself where people work on it, else the next day on which they do. */
export function workdayFrom(day: number): number {
  return workingDays().next(day)
}

export function workdayBefore(day: number): number {
  let candidate = day
  while (workingDays().next(candidate) !== candidate) candidate--
  return candidate
}

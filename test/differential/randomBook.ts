import { addMonths, dayOf } from '@postloan/core/calendar'

import { firmCreditCode, personIdNumber } from '../portfolio/identity.ts'
import { type Random, seededRandom } from '../portfolio/random.ts'
import type { Cells } from './randomCells.ts'
import { ledgerDay } from './ruleWorld.ts'

export interface BookOptions {
  readonly loans: number
  readonly seed: number
  /** Numbers of loans and customers start with it: banks made with different ones share none. */
  readonly prefix: string
  /** How many customers other slices of the same bank have: their documents are others. */
  readonly first?: number
}

/** What the loans of both months and the registers agree on. */
export interface Book {
  readonly loans: number
  readonly loanNo: Cells
  readonly contractNo: Cells
  readonly customerId: Cells
  readonly customerName: Cells
  readonly isFirm: (row: number) => boolean
  readonly idNumber: Cells
  readonly uscc: Cells
  readonly groupName: Cells
  readonly disbursed: Int32Array
  readonly matures: Int32Array
  readonly amount: Float64Array
  readonly daysPastDue: Int32Array
}

export function bookOf({ loans, seed, prefix, first = 0 }: BookOptions): Book {
  const random = seededRandom(seed)
  const customer = new Uint32Array(loans)
  const contract = new Uint32Array(loans)
  const disbursed = new Int32Array(loans)
  const matures = new Int32Array(loans)
  const amount = new Float64Array(loans)
  const daysPastDue = new Int32Array(loans)
  for (let row = 0; row < loans; row++) {
    // one loan in five is another one of a customer close by, one in fifteen under the same contract
    const other = random.chance(0.2) ? Math.max(0, row - random.between(1, 40)) : row
    customer[row] = customer[other] ?? row
    if (other === row) customer[row] = row
    contract[row] = other !== row && random.chance(1 / 3) ? (contract[other] ?? row) : row
    disbursed[row] = ledgerDay - random.between(0, 1500)
    matures[row] = addMonths(disbursed[row] ?? 0, random.pick([3, 6, 12, 12, 12, 24, 36, 60, 120, 240]))
    amount[row] = random.between(1, 900) * 10_000 + (random.chance(0.1) ? random.between(1, 99) / 100 : 0)
    daysPastDue[row] = random.chance(0.85) ? 0 : random.pick(turningDays)
  }
  // nothing to look related rows up by: one loan in a thousand
  const keyed =
    (cells: (row: number) => string | null): Cells =>
    (row) =>
      row % 1000 === 13 ? null : cells(row)
  const own = (row: number): number => customer[row] ?? 0
  const isFirm = (row: number): boolean => own(row) % 3 === 0
  return {
    loans,
    isFirm,
    disbursed,
    matures,
    amount,
    daysPastDue,
    // one number in seven hundred stands twice
    loanNo: keyed((row) => `${prefix}J${String(row % 700 === 9 ? row - 1 : row).padStart(8, '0')}`),
    contractNo: keyed((row) => `${prefix}H${String(contract[row]).padStart(8, '0')}`),
    customerId: keyed((row) => (row % 97 === 5 ? null : `${prefix}K${String(own(row)).padStart(8, '0')}`)),
    customerName: keyed(
      (row) =>
        `${prefix}${isFirm(row) ? '某某商贸有限公司' : '客户'}${own(row)}${row % 300 === 4 ? '分公司' : ''}`,
    ),
    idNumber: keyed((row) => (isFirm(row) ? null : identityNumber(first + own(row), row))),
    uscc: keyed((row) => (isFirm(row) ? creditCode(first + own(row), row) : null)),
    groupName: keyed((row) => (own(row) % 40 === 0 ? `${prefix}集团${Math.floor(own(row) / 160)}` : null)),
  }
}

/** Another for each person of a bank of millions; one in fifty has a wrong check sign, one in fifty is of the old kind. */
function identityNumber(person: number, row: number): string {
  const born = dayOf(1960, 1, 1) + ((Math.floor(person / 1000) + (person % 1000) * 13) % 14_000)
  const number = personIdNumber(born, person)
  if (row % 50 === 6) return number.slice(0, 17) + (number.endsWith('1') ? '2' : '1')
  return row % 50 === 8 ? number.slice(0, 6) + number.slice(8, 17) : number
}

/** The same of a firm. */
function creditCode(serial: number, row: number): string {
  const code = firmCreditCode(serial)
  if (row % 50 === 6) return code.slice(0, 17) + (code.endsWith('1') ? '2' : '1')
  return row % 50 === 7 ? code.slice(8, 17) : code
}

const turningDays = [
  1, 6, 7, 14, 15, 29, 30, 31, 59, 60, 61, 89, 90, 91, 179, 180, 181, 270, 271, 360, 361, 720,
]

/** Cells of a loan that hang together, by field key; what is not here is whatever its type allows. */
export function loanCells(book: Book, day: number, random: Random): Readonly<Record<string, Cells>> {
  const at = (values: ArrayLike<number>) => (row: number) => values[row] ?? 0
  const [disbursed, matures, amount, days] = [
    book.disbursed,
    book.matures,
    book.amount,
    book.daysPastDue,
  ].map(at)
  if (!disbursed || !matures || !amount || !days) throw new Error('four columns give four')
  const since = ledgerDay - day
  const pastDue = (row: number): number => Math.max(0, days(row) - since)
  const share = (row: number): number => ((row * 7919) % 97) / 97
  const balance = (row: number): number =>
    row % 23 === 3 ? 0 : Math.round(amount(row) * share(row) * 100) / 100
  const whenOverdue =
    (cell: Cells): Cells =>
    (row) =>
      pastDue(row) > 0 ? cell(row) : null
  return {
    loanNo: book.loanNo,
    contractNo: book.contractNo,
    customerId: book.customerId,
    customerName: book.customerName,
    idNumber: book.idNumber,
    uscc: book.uscc,
    groupName: book.groupName,
    accountNo: (row) => (row % 1000 === 13 ? null : `62${String(row).padStart(12, '0')}`),
    asOfDate: () => day,
    customerType: (row) => (book.isFirm(row) ? '对公' : '个人'),
    currency: (row) => (row % 50 === 0 ? 'USD' : row % 40 === 1 ? null : 'CNY'),
    disburseDate: disbursed,
    contractStartDate: disbursed,
    maturityDate: matures,
    contractEndDate: matures,
    originalMaturityDate: matures,
    loanAmount: amount,
    contractAmount: amount,
    balance,
    overdueDays: pastDue,
    principalOverdueDate: whenOverdue((row) => day - pastDue(row)),
    interestOverdueDate: whenOverdue((row) => day - pastDue(row)),
    principalOverdueAmt: whenOverdue((row) => Math.round(balance(row) * 10) / 100),
    fiveClass: (row) => classOf(pastDue(row), random),
    firstCheckDate: (row) => disbursed(row) + random.between(5, 25),
    lastCheckDate: (row) => Math.max(disbursed(row), day - random.between(0, 200)),
    closeDate: (row) => (balance(row) === 0 ? day - random.between(0, 60) : null),
    writeOffDate: (row) => (row % 200 === 11 ? day - random.between(0, 400) : null),
    extensionCount: (row) => (row % 30 === 1 ? 1 : 0),
    extensionMaturityDate: (row) => (row % 30 === 1 ? addMonths(matures(row), 6) : null),
    interestRate: (row) => 3 + ((row * 31) % 500) / 100,
    termMonths: (row) => Math.round((matures(row) - disbursed(row)) / 30.44),
    bankNetCapital: () => 3_000_000_000,
    tier1Capital: () => 2_400_000_000,
  }
}

function classOf(pastDue: number, random: Random): string {
  // one in five is classified otherwise than its days say
  if (random.chance(0.2)) return random.pick(['正常', '关注', '次级', '可疑', '损失'])
  return pastDue === 0 ? '正常' : pastDue <= 90 ? '关注' : pastDue <= 270 ? '次级' : '可疑'
}

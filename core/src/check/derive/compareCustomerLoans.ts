import type { DayNumber } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { byText, numbersOf, textsOf } from './loanColumns.ts'

export const classNames = ['正常', '关注', '次级', '可疑', '损失'] as const
const substandard = 2

export interface CustomerComparison {
  /** Non-performing share of what the customer owes this bank, in %; a lower bound where a loan has no class. */
  readonly nplShare: Float64Array
  /** Index into `classNames` of the customer's worst and best loan, -1 not known. */
  readonly worst: Int16Array
  readonly best: Int16Array
  /** Loans not closed. */
  readonly loans: Float64Array
}

/** CLS-008 and B4: classes side by side over each customer's open loans, those outside the one-class rule left out. */
export function compareClasses(
  table: Table,
  customers: CustomerFacts,
  closed: Uint8Array,
  outside: Uint8Array,
): CustomerComparison | null {
  const balance = numbersOf(table, 'balance')
  const classes = textsOf(table, 'fiveClass')
  if (!balance || !classes) return null
  const { customer, customerCount } = customers
  const rows = table.rowCount
  const grade = byText(classes, rows, (text) => classNames.findIndex((name) => name === text), -1)
  // sums do not mix currencies: what is not in yuan is compared by class only
  const inYuan = byText(textsOf(table, 'currency'), rows, (text) => (text === 'CNY' ? 1 : 0), 1)
  const owed = new Float64Array(customerCount)
  const bad = new Float64Array(customerCount)
  const worst = new Int16Array(customerCount).fill(-1)
  const best = new Int16Array(customerCount).fill(-1)
  const loans = new Float64Array(customerCount)
  for (let row = 0; row < rows; row += 1) {
    const id = customer[row] ?? -1
    if (id < 0 || closed[row] === 1 || outside[row] === 1) continue
    loans[id] = (loans[id] ?? 0) + 1
    const own = grade[row] ?? -1
    const amount = inYuan[row] === 1 ? (balance[row] ?? Number.NaN) : 0
    if (amount > 0) owed[id] = (owed[id] ?? 0) + amount
    if (own < 0) continue
    if (amount > 0 && own >= substandard) bad[id] = (bad[id] ?? 0) + amount
    if (own > (worst[id] ?? -1)) worst[id] = own
    if ((best[id] ?? -1) < 0 || own < (best[id] ?? -1)) best[id] = own
  }
  const result = {
    nplShare: new Float64Array(rows).fill(Number.NaN),
    worst: new Int16Array(rows).fill(-1),
    best: new Int16Array(rows).fill(-1),
    loans: new Float64Array(rows).fill(Number.NaN),
  }
  for (let row = 0; row < rows; row += 1) {
    const id = customer[row] ?? -1
    if (id < 0) continue
    const total = owed[id] ?? 0
    result.nplShare[row] = total > 0 ? ((bad[id] ?? 0) / total) * 100 : 0
    result.worst[row] = worst[id] ?? -1
    result.best[row] = best[id] ?? -1
    result.loans[row] = loans[id] ?? 0
  }
  return result
}

export interface OtherLoansOverdue {
  /** The most days past due among the customer's other open loans, 0 where none is known to be overdue. */
  readonly days: Float64Array
  /** 1 where this loan was paid out while another was already overdue by more than `grace` days. */
  readonly lentMeanwhile: Uint8Array
}

/** B4 and B5: what the customer's other loans owe. Loans of which nothing is recorded are not taken for overdue. */
export function compareOverdue(
  table: Table,
  customers: CustomerFacts,
  days: Float64Array,
  closed: Uint8Array,
  asOf: DayNumber | null,
  grace: number,
): OtherLoansOverdue {
  const { customer, customerCount } = customers
  const rows = table.rowCount
  const first = new Float64Array(customerCount)
  const second = new Float64Array(customerCount)
  const firstRow = new Int32Array(customerCount).fill(-1)
  for (let row = 0; row < rows; row += 1) {
    const id = customer[row] ?? -1
    const own = days[row] ?? Number.NaN
    if (id < 0 || closed[row] === 1 || !(own > 0)) continue
    if (own > (first[id] ?? 0)) {
      second[id] = first[id] ?? 0
      first[id] = own
      firstRow[id] = row
    } else if (own > (second[id] ?? 0)) second[id] = own
  }
  const disbursed = numbersOf(table, 'disburseDate')
  const others = new Float64Array(rows).fill(Number.NaN)
  const lentMeanwhile = new Uint8Array(rows).fill(asOf === null || !disbursed ? 2 : 0)
  for (let row = 0; row < rows; row += 1) {
    const id = customer[row] ?? -1
    if (id < 0) {
      lentMeanwhile[row] = 2
      continue
    }
    const longest = (firstRow[id] === row ? second[id] : first[id]) ?? 0
    others[row] = longest
    const paidOut = disbursed?.[row] ?? Number.NaN
    if (asOf !== null && longest > grace && paidOut >= asOf - longest + 1 && paidOut <= asOf)
      lentMeanwhile[row] = 1
  }
  return { days: others, lentMeanwhile }
}

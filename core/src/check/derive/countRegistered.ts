import type { Table } from '../../ledger/index.ts'
import { idAt, keyIds } from './keyIds.ts'
import { textAt, textsOf } from './loanColumns.ts'

export interface RegisteredCounts {
  /** Rows filed under the loan's own 借据号 or 合同号; NaN where it has neither, null where the register has neither. */
  readonly own: Float64Array | null
  /** Rows filed under the loan, or its customer; NaN where nothing can be looked up. */
  readonly customer: Float64Array
}

/** Collateral that no longer secures anything. */
const goneStates: ReadonlySet<string> = new Set(['灭失', '转让', '处置中'])

/** Fewer loans than this say nothing about whether the register belongs to the ledger. */
const fewLoans = 10

/**
 * How many rows a register of collateral or guarantors holds for each loan (M1). By contract as well as by loan: what
 * secures one draw secures the others of its contract. Null where the register covers less than `leastShare` of the
 * loans that should be in it: then it is another branch's, or a sample. Linear in the rows of both.
 */
export function countRegistered(
  loans: Table,
  register: Table | undefined,
  shouldBeIn: (row: number) => boolean,
  leastShare: number,
): RegisteredCounts | null {
  if (!register) return null
  const own = mostUnder(['loanNo', 'contractNo'], loans, register)
  const ofCustomer = mostUnder(['customerId', 'customerName'], loans, register)
  if (!own && !ofCustomer) return null
  const customer = new Float64Array(loans.rowCount)
  let expected = 0
  let found = 0
  for (let row = 0; row < loans.rowCount; row += 1) {
    customer[row] = larger(own?.[row] ?? Number.NaN, ofCustomer?.[row] ?? Number.NaN)
    if (!shouldBeIn(row)) continue
    expected += 1
    if ((customer[row] ?? 0) > 0) found += 1
  }
  return expected >= fewLoans && found < expected * leastShare ? null : { own, customer }
}

/** The most rows that stand under one of the keys; null where the two tables share none of them. */
function mostUnder(fields: readonly string[], loans: Table, register: Table): Float64Array | null {
  const states = textsOf(register, 'collateralStatus')
  let most: Float64Array | null = null
  for (const field of fields) {
    const [from, to] = [textsOf(loans, field), textsOf(register, field)]
    if (!from || !to) continue
    const known = new Map<string, number>()
    const [fromIds, toIds] = [keyIds(from, known), keyIds(to, known)]
    const counts = new Float64Array(known.size)
    // two people may share a name: what is filed under a customer number is that customer's alone
    const unnumbered = new Float64Array(known.size)
    const [ownNumbers, numbers] =
      field === 'customerName'
        ? [textsOf(loans, 'customerId'), textsOf(register, 'customerId')]
        : [null, null]
    for (let row = 0; row < register.rowCount; row += 1) {
      const id = idAt(to, toIds, row)
      if (id < 0 || goneStates.has(textAt(states, row))) continue
      counts[id] = (counts[id] ?? 0) + 1
      if (textAt(numbers, row) === '') unnumbered[id] = (unnumbered[id] ?? 0) + 1
    }
    most ??= new Float64Array(loans.rowCount).fill(Number.NaN)
    for (let row = 0; row < loans.rowCount; row += 1) {
      const id = idAt(from, fromIds, row)
      const of = textAt(ownNumbers, row) === '' ? counts : unnumbered
      if (id >= 0) most[row] = larger(most[row] ?? Number.NaN, of[id] ?? 0)
    }
  }
  return most
}

/** The larger of two numbers, the known one where the other is NaN. */
function larger(a: number, b: number): number {
  return Number.isNaN(a) || b > a ? b : a
}

import type { Table } from '../../ledger/index.ts'
import { classNames } from './compareCustomerLoans.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { idAt, keyIds } from './keyIds.ts'
import type { Guarantor } from './listGuarantors.ts'
import { byText, textsOf } from './loanColumns.ts'

export interface GuarantorStanding {
  /** Lowest net assets over all that the guarantor pledges in this ledger; firms other than guarantee companies. */
  readonly worth: Float64Array
  /** Days past due of the guarantor's own loans here. */
  readonly overdueDays: Float64Array
  /** Worst class of them, index into `classNames`, -1 none. */
  readonly worstClass: Int16Array
  /** Guarantee companies: pledged for one borrower, and for one group, over net assets, %. */
  readonly single: Float64Array
  readonly group: Float64Array
}

/** How good the guarantors of each loan are (GUA-004, GUA-006); NaN where nothing tells. Linear in the guarantors. */
export function rateGuarantors(
  loans: Table,
  customers: CustomerFacts,
  closed: Uint8Array,
  dpd: Float64Array | null,
  guarantors: readonly Guarantor[],
): GuarantorStanding {
  const rows = loans.rowCount
  const blank = (): Float64Array => new Float64Array(rows).fill(Number.NaN)
  const found = {
    worth: blank(),
    overdueDays: blank(),
    worstClass: new Int16Array(rows).fill(-1),
    single: blank(),
    group: blank(),
  }
  const names = textsOf(loans, 'groupName')
  const groupIds = keyIds(names, new Map())
  const all = pledgedSums()
  const bySingle = pledgedSums()
  const byGroup = pledgedSums()
  for (const one of guarantors) {
    all.add(0, one)
    if (!one.company) continue
    bySingle.add(customers.customer[one.loan] ?? -1, one)
    const group = idAt(names, groupIds, one.loan)
    if (group >= 0) byGroup.add(group, one)
  }
  const standing = standingOf(loans, customers, closed, dpd)
  for (const one of guarantors) {
    const { loan } = one
    const other = one.customer
    if (one.party >= 0 && (other < 0 || other !== customers.customer[loan])) {
      const days = other < 0 ? 0 : (standing.days[other] ?? Number.NaN)
      found.overdueDays[loan] = larger(found.overdueDays[loan], days)
      found.worstClass[loan] = Math.max(found.worstClass[loan] ?? -1, standing.worst[other] ?? -1)
    }
    if (one.company) {
      const share = (sum: number): number => (sum / one.netAssets) * 100
      found.single[loan] = larger(found.single[loan], share(bySingle.of(customers.customer[loan] ?? -1, one)))
      const group = idAt(names, groupIds, loan)
      if (group >= 0) found.group[loan] = larger(found.group[loan], share(byGroup.of(group, one)))
    } else if (!one.person && one.party >= 0) {
      const worth = one.netAssets / all.of(0, one)
      const before = found.worth[loan] ?? Number.NaN
      if (Number.isFinite(worth) && !(before <= worth)) found.worth[loan] = worth
    }
  }
  return found
}

/** Sums of what each guarantor pledges for a borrower or group, a pledge counted once however many loans it is for. */
function pledgedSums() {
  const sums = new Map<number, Map<number, { sum: number; readonly pledges: Set<number> }>>()
  return {
    add(whom: number, { party, pledge, amount }: Guarantor): void {
      if (party < 0) return
      const ofParty = sums.get(party) ?? new Map()
      if (ofParty.size === 0) sums.set(party, ofParty)
      const entry = ofParty.get(whom) ?? { sum: 0, pledges: new Set() }
      if (entry.pledges.size === 0) ofParty.set(whom, entry)
      if (entry.pledges.has(pledge)) return
      entry.pledges.add(pledge)
      entry.sum += amount
    },
    of: (whom: number, { party }: Guarantor): number => sums.get(party)?.get(whom)?.sum ?? Number.NaN,
  }
}

/** Longest arrears and worst class of each customer's open loans. */
function standingOf(
  loans: Table,
  customers: CustomerFacts,
  closed: Uint8Array,
  dpd: Float64Array | null,
): { readonly days: Float64Array; readonly worst: Int16Array } {
  const days = new Float64Array(customers.customerCount).fill(Number.NaN)
  const worst = new Int16Array(customers.customerCount).fill(-1)
  const classes = byText(
    textsOf(loans, 'fiveClass'),
    loans.rowCount,
    (text) => classNames.findIndex((name) => name === text),
    -1,
  )
  for (let row = 0; row < loans.rowCount; row += 1) {
    const customer = customers.customer[row] ?? -1
    if (customer < 0 || closed[row] === 1) continue
    days[customer] = larger(days[customer], dpd?.[row] ?? Number.NaN)
    worst[customer] = Math.max(worst[customer] ?? -1, classes[row] ?? -1)
  }
  return { days, worst }
}

function larger(before: number | undefined, value: number): number {
  if (before === undefined || Number.isNaN(before)) return value
  return value > before ? value : before
}

import type { Table } from '../../ledger/index.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { joinSets, type JoinedSets } from './joinSets.ts'
import { idAt, keyIds } from './keyIds.ts'
import type { GuarantorList } from './listGuarantors.ts'
import { textsOf } from './loanColumns.ts'

export interface GuaranteeCircles {
  /** Independent groups of borrowers in the circle that one of the loan's guarantees is part of; 0 none. */
  readonly groups: Float64Array
  /** Most independent groups of borrowers that one of the loan's guarantors backs. */
  readonly backs: Float64Array
}

const filler = /^(?:无|否|没有|不适用|[-/0.]*)$/

/**
 * Who backs whom (GUA-005). Borrowers that are one household, one group or one owner's count as one, and companies whose
 * business is guaranteeing are left out: what remains of a circle is between independent parties. NaN where a loan has
 * no guarantor known. Linear in loans and guarantors.
 */
export function findGuaranteeCircles(
  loans: Table,
  customers: CustomerFacts,
  { guarantors, known }: GuarantorList,
  stopWords: readonly string[],
): GuaranteeCircles {
  const groups = new Float64Array(loans.rowCount).fill(Number.NaN)
  const backs = new Float64Array(loans.rowCount).fill(Number.NaN)
  const backers = guarantors.filter((one) => !one.company && (customers.customer[one.loan] ?? -1) >= 0)
  if (backers.length === 0) return { groups, backs }
  const sets = joinBorrowers(loans, customers, stopWords, known)
  const isOwner = ownersOf(loans, known)
  const groupOf = (customer: number): number => (customer < 0 ? -1 : sets.rootOf(customer))
  for (const one of backers) {
    if (one.own && one.customer >= 0) sets.join(customers.customer[one.loan] ?? 0, one.customer)
  }
  const edges: (readonly [number, number])[] = []
  const backed = new Map<number, Set<number>>()
  // parties that are no borrower here are counted after the borrowers
  const backerOf = (party: number, group: number): number =>
    group >= 0 ? group : party < 0 ? -1 : customers.customerCount + party
  for (const one of backers) {
    const from = groupOf(customers.customer[one.loan] ?? -1)
    const to = groupOf(one.customer)
    if (to >= 0 && to !== from) edges.push([from, to])
    const backer = backerOf(one.party, to)
    if (backer < 0 || one.own || to === from || isOwner(one.loan, one.name)) continue
    const list = backed.get(backer)
    if (list) list.add(from)
    else backed.set(backer, new Set([from]))
  }
  const circle = strongSets(customers.customerCount, edges)
  for (const one of backers) {
    const from = groupOf(customers.customer[one.loan] ?? -1)
    const to = groupOf(one.customer)
    const inCircle = to >= 0 && to !== from && circle.part[to] === circle.part[from]
    const size = inCircle ? (circle.sizes.get(circle.part[from] ?? -1) ?? 0) : 0
    groups[one.loan] = Math.max(groups[one.loan] || 0, size)
    const count = backed.get(backerOf(one.party, to))?.size ?? 0
    backs[one.loan] = Math.max(backs[one.loan] || 0, count)
  }
  return { groups, backs }
}

/** Borrowers that are not independent of each other: one group, controller, phone or home, a firm and its owner. */
function joinBorrowers(
  loans: Table,
  customers: CustomerFacts,
  stopWords: readonly string[],
  known: Map<string, number>,
): JoinedSets {
  const sets = joinSets(customers.customerCount)
  const stopped = (text: string): boolean =>
    filler.test(text) || stopWords.some((word) => (word.length > 1 ? text.includes(word) : text === word))
  // what a field says of each row's customer: the key's number, -1 none
  const eachKey = (field: string, found: (customer: number, id: number) => void): void => {
    const texts = textsOf(loans, field)
    const ids = keyIds(texts, known, (key) => !stopped(key))
    for (let row = 0; row < loans.rowCount; row += 1) {
      const customer = customers.customer[row] ?? -1
      const id = idAt(texts, ids, row)
      if (customer >= 0 && id >= 0) found(customer, id)
    }
  }
  const joinByKey = (fields: readonly string[]): readonly number[] => {
    const first: number[] = []
    for (const field of fields) {
      eachKey(field, (customer, id) => {
        const before = first[id]
        if (before === undefined) first[id] = customer
        else sets.join(before, customer)
      })
    }
    return first
  }
  for (const field of ['groupName', 'mobile', 'address']) joinByKey([field])
  const owned = joinByKey(['actualController', 'legalRepName'])
  // a firm is joined with every borrower of its owner's name: two of one name give fewer leads, never more
  eachKey('customerName', (customer, id) => {
    const firm = owned[id]
    if (firm !== undefined) sets.join(firm, customer)
  })
  return sets
}

/** Whether a name is the borrower's own or its owner's. */
function ownersOf(loans: Table, known: Map<string, number>): (loan: number, name: number) => boolean {
  const columns = ['customerName', 'actualController', 'legalRepName'].map((field) => {
    const texts = textsOf(loans, field)
    return { texts, ids: keyIds(texts, known) }
  })
  return (loan, name) => name >= 0 && columns.some(({ texts, ids }) => idAt(texts, ids, loan) === name)
}

/** Parts of a graph from each of whose points every other can be reached, with their sizes (Tarjan, without recursion). */
function strongSets(count: number, edges: readonly (readonly [number, number])[]) {
  const next = new Map<number, number[]>()
  for (const [from, to] of edges) {
    const list = next.get(from)
    if (list) list.push(to)
    else next.set(from, [to])
  }
  const order = new Int32Array(count).fill(-1)
  const low = new Int32Array(count)
  const part = new Int32Array(count).fill(-1)
  const sizes = new Map<number, number>()
  const open: number[] = []
  let time = 0
  const enter = (at: number): { at: number; edge: number } => {
    order[at] = low[at] = time
    time += 1
    open.push(at)
    return { at, edge: 0 }
  }
  for (const start of next.keys()) {
    if (order[start] !== -1) continue
    const path = [enter(start)]
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = next.get(top.at)?.[top.edge]
      if (to !== undefined) {
        top.edge += 1
        if (order[to] === -1) path.push(enter(to))
        else if (part[to] === -1) low[top.at] = Math.min(low[top.at] ?? 0, order[to] ?? 0)
        continue
      }
      path.pop()
      const up = path.at(-1)
      if (up) low[up.at] = Math.min(low[up.at] ?? 0, low[top.at] ?? 0)
      if (low[top.at] !== order[top.at]) continue
      let member = -1
      while (member !== top.at) {
        member = open.pop() ?? top.at
        part[member] = top.at
        sizes.set(top.at, (sizes.get(top.at) ?? 0) + 1)
      }
    }
  }
  return { part, sizes }
}

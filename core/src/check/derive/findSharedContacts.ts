import type { Table } from '../../ledger/index.ts'
import type { TextColumn } from '../../table/index.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { joinSets } from './joinSets.ts'
import { idAt, keyIds } from './keyIds.ts'
import { textAt, textsOf } from './loanColumns.ts'

export const contactKinds = ['联系电话', '联系地址', '账号'] as const

export interface SharedContacts {
  /** Index into `contactKinds` of what the most unrelated borrowers share with this one; -1 nothing. */
  readonly kind: Int16Array
  /** How many unrelated borrowers share it, this one included; 0 nothing shared. */
  readonly borrowers: Float64Array
}

/** What is too short or too general to be one borrower's own. A village alone is everybody's address. */
const usable: readonly (readonly [string, (key: string) => boolean])[] = [
  ['mobile', (key) => /^\d{7,}$/.test(key.replace(/\D/g, '')) && !/^(\d)\1+$/.test(key)],
  ['address', (key) => /\d/.test(key) && /[号室栋幢座]|单元/.test(key)],
  ['accountNo', (key) => key.length >= 8 && !/^(\d)\1+$/.test(key)],
]

/**
 * Telephone numbers, addresses and accounts that unrelated borrowers share (M5). Persons of one surname at one address
 * are a family. A number that more than `ceiling` customers have is a filler or an employer's.
 */
export function findSharedContacts(
  loans: Table,
  customers: CustomerFacts,
  closed: Uint8Array,
  segment: Int16Array,
  familyOf: (customer: number) => number,
  ceiling: number,
): SharedContacts | null {
  const rows = loans.rowCount
  const kind = new Int16Array(rows).fill(-1)
  const borrowers = new Float64Array(rows)
  const names = textsOf(loans, 'customerName')
  let any = false
  usable.forEach(([field, isUsable], at) => {
    const texts = textsOf(loans, field)
    if (!texts) return
    any = true
    const groups = groupShared(texts, isUsable, customers, closed)
    const tagsOf = (row: number): readonly string[] => {
      const root = String(familyOf(customers.customer[row] ?? -1))
      const isPerson = segment[row] === 1
      return field === 'address' && isPerson ? [root, textAt(names, row).trim().slice(0, 1)] : [root]
    }
    for (const group of groups) {
      if (new Set(group.map((row) => customers.customer[row])).size > ceiling) continue
      const number = countApart(group.map(tagsOf))
      if (number < 2) continue
      for (const row of group) {
        if (number <= (borrowers[row] ?? 0)) continue
        borrowers[row] = number
        kind[row] = at
      }
    }
  })
  return any ? { kind, borrowers } : null
}

/** Rows of open loans under a text that more than one customer has. */
function groupShared(
  texts: TextColumn,
  isUsable: (key: string) => boolean,
  { customer }: CustomerFacts,
  closed: Uint8Array,
): readonly (readonly number[])[] {
  const known = new Map<string, number>()
  const ids = keyIds(texts, known, isUsable)
  const first = new Int32Array(known.size).fill(-1)
  const shared = new Uint8Array(known.size)
  const idOf = (row: number): number =>
    closed[row] === 1 || (customer[row] ?? -1) < 0 ? -1 : idAt(texts, ids, row)
  for (let row = 0; row < customer.length; row += 1) {
    const id = idOf(row)
    if (id < 0) continue
    const own = customer[row] ?? -1
    if (first[id] === -1) first[id] = own
    else if (first[id] !== own) shared[id] = 1
  }
  const groups = new Map<number, number[]>()
  for (let row = 0; row < customer.length; row += 1) {
    const id = idOf(row)
    if (shared[id] !== 1) continue
    const group = groups.get(id)
    if (group) group.push(row)
    else groups.set(id, [row])
  }
  return [...groups.values()]
}

/** How many are left when those with a tag in common count as one. */
function countApart(tagged: readonly (readonly string[])[]): number {
  const sets = joinSets(tagged.length)
  const first = new Map<string, number>()
  tagged.forEach((tags, at) => {
    for (const tag of tags) {
      const before = first.get(tag)
      if (before === undefined) first.set(tag, at)
      else sets.join(before, at)
    }
  })
  return new Set(tagged.map((_, at) => sets.rootOf(at))).size
}

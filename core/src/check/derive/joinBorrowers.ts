import type { Table } from '../../ledger/index.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { joinSets } from './joinSets.ts'
import { idAt, keyIds } from './keyIds.ts'
import { textsOf } from './loanColumns.ts'

const filler = /^(?:无|否|没有|不适用|[-/0.]*)$/

/**
 * Which borrowers are one to us when we count unrelated ones: members of a group, firms of one controller or legal
 * representative, and that person. By name, so two of one name count once: fewer leads, never more.
 * Gives the number that stands for a customer and its relatives. Linear in the rows.
 */
export function joinBorrowers(
  loans: Table,
  customers: CustomerFacts,
  stopWords: readonly string[],
): (customer: number) => number {
  const sets = joinSets(customers.customerCount)
  const isName = (name: string): boolean =>
    !filler.test(name) && !stopWords.some((word) => (word.length > 1 ? name.includes(word) : name === word))
  const join = (fields: readonly string[]): void => {
    const known = new Map<string, number>()
    const columns = fields.map((field) => textsOf(loans, field))
    const ids = columns.map((texts) => keyIds(texts, known, isName))
    const first = new Int32Array(known.size).fill(-1)
    columns.forEach((texts, at) => {
      const own = ids[at]
      if (!texts || !own) return
      for (let row = 0; row < loans.rowCount; row += 1) {
        const customer = customers.customer[row] ?? -1
        const id = idAt(texts, own, row)
        if (customer < 0 || id < 0) continue
        const before = first[id] ?? -1
        if (before < 0) first[id] = customer
        else if (before !== customer) sets.join(before, customer)
      }
    })
  }
  join(['groupName'])
  join(['actualController', 'legalRepName', 'customerName'])
  return (customer) => sets.rootOf(customer)
}

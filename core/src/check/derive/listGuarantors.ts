import type { Table } from '../../ledger/index.ts'
import { normaliseKey } from '../findingId.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { segmentOfName } from './findSegment.ts'
import { idAt, keyIds } from './keyIds.ts'
import { linkRegister, rowsOf } from './linkRegister.ts'
import { numbersOf, textAt, textsOf } from './loanColumns.ts'
import type { Register } from './registersOf.ts'

/** One guarantor of one loan, as the loan's own row or the register has it. */
export interface Guarantor {
  readonly loan: number
  /** Who it is, by number or a firm's name; -1 where only a person's name is known, which many may bear. */
  readonly party: number
  /** The name as a key, person or firm; -1 without one. */
  readonly name: number
  /** The customer of this ledger that it is, -1 none. */
  readonly customer: number
  /** In the business of guaranteeing: 融资担保公司、农担、再担保. */
  readonly company: boolean
  readonly person: boolean
  /** Spouse, own firm, owner by what the ledger says: no independent backer. */
  readonly own: boolean
  readonly amount: number
  readonly netAssets: number
  /** What the amount is counted once for, however many loans name it. */
  readonly pledge: number
}

export interface GuarantorList {
  readonly guarantors: readonly Guarantor[]
  /** The keys that `party` and `name` count by, for looking up other names. */
  readonly known: Map<string, number>
}

const companyName = /担保|农担|再担/
const ownRelation =
  /配偶|夫妻|妻子|丈夫|本人|股东|实际控制|实控|控股|法定代表|法人代表|父|母|子女|儿子|女儿|家庭/
const separators = /[、,，;；/\s]+/
/** Shorter texts are no number of a person or a firm. */
const shortestNumber = 9

/** All guarantors by loan: those in the loan's own row, then those in the register. Linear in loans and guarantors. */
export function listGuarantors(
  loans: Table,
  customers: CustomerFacts,
  register: Register | undefined,
): GuarantorList {
  const known = new Map<string, number>()
  const customerOf = borrowersByKey(loans, customers, known)
  const links = linkRegister(loans, register)
  const own = guarantorReader(loans, known, customerOf)
  const listed = register && links ? guarantorReader(register.table, known, customerOf) : null
  const pledgeOf = ownPledges(loans)
  const guarantors: Guarantor[] = []
  for (let loan = 0; loan < loans.rowCount; loan += 1) {
    const rows = listed && links ? (rowsOf(links, loan) ?? []) : []
    const inRegister = Array.from(rows, (at) =>
      listed ? listed(at).map((one) => ({ ...one, pledge: -1 - at })) : [],
    ).flat()
    for (const one of own(loan)) {
      // the loan's own row often repeats the first guarantor of the register: one pledge, not two
      if (inRegister.some((other) => isSame(one, other))) continue
      guarantors.push({ ...one, loan, pledge: pledgeOf(loan, one.amount) })
    }
    for (const one of inRegister) guarantors.push({ ...one, loan })
  }
  return { guarantors, known }
}

function isSame(one: Party, other: Party): boolean {
  return one.party >= 0 ? one.party === other.party : one.name >= 0 && one.name === other.name
}

/** The keys by which guarantors of a row are told from each other; not of companies that guarantee for a living. */
export function guarantorKeys(text: (field: string) => string): readonly string[] {
  const names = text('guarantorName').split(separators).filter(Boolean)
  const numbers = text('guarantorId').split(separators).filter(Boolean)
  const paired = numbers.length === names.length || names.length === 0
  const isCompany = text('guarantorType') === '融资担保公司'
  return Array.from({ length: Math.max(names.length, numbers.length) }, (_, at) => {
    const name = names[at] ?? ''
    const number = paired ? normaliseKey(numbers[at] ?? '') : ''
    const isFirm = segmentOfName(name) === 0
    if (isCompany || (isFirm && companyName.test(name))) return ''
    return number.length >= shortestNumber ? number : isFirm ? normaliseKey(name) : ''
  }).filter(Boolean)
}

/** The keys by which a borrower may be somebody's guarantor. */
export function borrowerKeys(text: (field: string) => string): readonly string[] {
  const name = text('customerName')
  const firm = segmentOfName(name) === 0 ? name : ''
  return [text('idNumber'), text('uscc'), firm].map(normaliseKey).filter(Boolean)
}

/** The same amount for loans of one contract is one pledge. */
function ownPledges(loans: Table): (loan: number, amount: number) => number {
  const contracts = textsOf(loans, 'contractNo')
  const pledges = new Map<string, number>()
  return (loan, amount) => {
    const contract = contracts?.codes[loan] ?? -1
    const key = contract < 0 ? `行${loan}` : `${contract} ${amount}`
    const before = pledges.get(key)
    if (before !== undefined) return before
    pledges.set(key, pledges.size)
    return pledges.size - 1
  }
}

/** Customers by number, and firms by name; by the key's own number. */
function borrowersByKey(
  loans: Table,
  customers: CustomerFacts,
  known: Map<string, number>,
): (key: number) => number {
  const found: number[] = []
  const names = textsOf(loans, 'customerName')
  const firms = names?.dictionary.map((name) => segmentOfName(name) === 0) ?? []
  const columns = ['idNumber', 'uscc', 'customerName'].map((field) => {
    const texts = textsOf(loans, field)
    return { texts, ids: keyIds(texts, known), byName: field === 'customerName' }
  })
  for (let row = 0; row < loans.rowCount; row += 1) {
    const customer = customers.customer[row] ?? -1
    if (customer < 0) continue
    for (const { texts, ids, byName } of columns) {
      const id = idAt(texts, ids, row)
      if (id >= 0 && (!byName || firms[names?.codes[row] ?? -1])) found[id] ??= customer
    }
  }
  return (key) => (key < 0 ? -1 : (found[key] ?? -1))
}

type Party = Omit<Guarantor, 'loan' | 'pledge'>

interface Named {
  readonly name: number
  readonly firm: boolean
  readonly company: boolean
}

function guarantorReader(
  table: Table,
  known: Map<string, number>,
  customerOf: (key: number) => number,
): (row: number) => readonly Party[] {
  const names = textsOf(table, 'guarantorName')
  const numbers = textsOf(table, 'guarantorId')
  if (!names && !numbers) return () => []
  const types = textsOf(table, 'guarantorType')
  const relations = textsOf(table, 'guarantorRelation')
  const own = relations?.dictionary.map((text) => ownRelation.test(text)) ?? []
  const amounts = numbersOf(table, 'guaranteeAmount')
  const worth = numbersOf(table, 'guarantorNetAssets')
  // each distinct cell is taken apart once, not each row
  const named = names?.dictionary.map((text) => text.split(separators).filter(Boolean).map(nameOf)) ?? []
  const numbered =
    numbers?.dictionary.map((text) =>
      text
        .split(separators)
        .filter(Boolean)
        .map((part) => keyOf(part, shortestNumber)),
    ) ?? []
  return (row) => {
    const listNames = named[names?.codes[row] ?? -1] ?? []
    const listNumbers = numbered[numbers?.codes[row] ?? -1] ?? []
    const count = Math.max(listNames.length, listNumbers.length)
    if (count === 0) return []
    // numbers go with names only where there is one for each
    const paired = listNumbers.length === listNames.length || listNames.length === 0
    const type = textAt(types, row)
    const parties: Party[] = []
    for (let at = 0; at < count; at += 1) {
      const { name, firm, company } = listNames[at] ?? nobody
      const number = paired ? (listNumbers[at] ?? -1) : -1
      const party = number >= 0 ? number : firm ? name : -1
      const byParty = customerOf(party)
      parties.push({
        party,
        name,
        customer: byParty < 0 && firm ? customerOf(name) : byParty,
        company: type === '融资担保公司' || company,
        person: type === '自然人' || (!firm && type !== '企业'),
        own: own[relations?.codes[row] ?? -1] ?? false,
        amount: count > 1 ? Number.NaN : (amounts?.[row] ?? Number.NaN),
        netAssets: count > 1 ? Number.NaN : (worth?.[row] ?? Number.NaN),
      })
    }
    return parties
  }

  function nameOf(text: string): Named {
    const firm = segmentOfName(text) === 0
    return { name: keyOf(text, 1), firm, company: firm && companyName.test(text) }
  }

  function keyOf(text: string, shortest: number): number {
    const one = { kind: 'text', codes: Int32Array.of(0), dictionary: [text] } as const
    return keyIds(one, known, (key) => key.length >= shortest)[0] ?? -1
  }
}

const nobody: Named = { name: -1, firm: false, company: false }

import type { Table } from '../../ledger/index.ts'
import type { TextColumn } from '../../table/index.ts'
import { normaliseKey } from '../findingId.ts'
import { segmentOfName } from './findSegment.ts'
import { textAt, textsOf } from './loanColumns.ts'

export const customerKeyKinds = ['客户编号', '证件号码', '企业名称', '个人姓名'] as const
const weakKind = 3

export interface CustomerFacts {
  /** Same number = same customer; -1 where the row names none. */
  readonly customer: Int32Array
  readonly customerCount: number
  /** Index into `customerKeyKinds`, -1 for none. */
  readonly kind: Int16Array
  /** The key as text that may be compared but tells nothing: a hash. */
  readonly key: TextColumn
  /** Loans of each customer. */
  readonly sizes: Int32Array
}

/**
 * Whose loan each row is: 客户编号, else an identity number, else the name of a firm. A person's bare name is the
 * weakest key: it counts only within one branch and is marked, since two people may share it.
 */
export function findCustomers(table: Table, segment: Int16Array): CustomerFacts {
  const rows = table.rowCount
  const hashes: string[] = []
  const newCustomer = (kind: number, key: string): number => hashes.push(opaqueKey(kind, key)) - 1
  const names = numberNames(textsOf(table, 'customerName'))
  const branches = numberNames(textsOf(table, branchFieldOf(table)))
  const byNumber = new Map<string, number>()
  const strong = [
    { kind: 0, of: lookUp(textsOf(table, 'customerId'), names, new Map(), () => true, newCustomer, 0) },
    { kind: 1, of: lookUp(textsOf(table, 'uscc'), names, byNumber, isCreditCode, newCustomer, 1) },
    { kind: 1, of: lookUp(textsOf(table, 'idNumber'), names, byNumber, isWholeNumber, newCustomer, 1) },
  ]
  const isFirmName = names.keys.map((name) => segmentOfName(name) === 0)
  const firms = new Int32Array(names.keys.length).fill(-1)
  const people = new Map<number, number>()

  const customer = new Int32Array(rows).fill(-1)
  const kinds = new Int16Array(rows).fill(-1)
  for (let row = 0; row < rows; row += 1) {
    let id = -1
    let kind = -1
    for (const source of strong) {
      id = source.of(row)
      kind = source.kind
      if (id >= 0) break
    }
    if (id < 0) {
      const name = names.of(row)
      const key = names.keys[name] ?? ''
      if (key === '') continue
      kind = isFirmName[name] === true || segment[row] === 0 ? 2 : weakKind
      if (kind === 2) {
        if (firms[name] === -1) firms[name] = newCustomer(kind, key)
        id = firms[name] ?? -1
      } else {
        const branch = branches.of(row)
        const place = name * (branches.keys.length + 1) + branch + 1
        id = people.get(place) ?? newCustomer(kind, `${branches.keys[branch] ?? ''}\u001f${key}`)
        people.set(place, id)
      }
    }
    customer[row] = id
    kinds[row] = kind
  }
  const sizes = new Int32Array(hashes.length)
  for (const id of customer) if (id >= 0) sizes[id] = (sizes[id] ?? 0) + 1
  return {
    customer,
    customerCount: hashes.length,
    kind: kinds,
    key: { kind: 'text', codes: customer, dictionary: hashes },
    sizes,
  }
}

/** A row's cells, and what the whole ledger says of its numbers. */
export interface CustomerCells {
  /** '' for blank. */
  text(field: string): string
  /** 0 firm, 1 person, -1 not known. */
  segment(): number
  /** Whether the text stands beside three names or more in this column. */
  isShared(field: string, text: string): boolean
}

export interface CustomerKey {
  /** Index into `customerKeyKinds`. */
  readonly kind: number
  readonly key: string
}

const strongFields: readonly (readonly [string, number, (key: string) => boolean])[] = [
  ['customerId', 0, () => true],
  ['uscc', 1, (key) => isCreditCode(key)],
  ['idNumber', 1, (key) => isWholeNumber(key)],
]

/** The key that `findCustomers` gives a row, worked out for that row alone; null where it names no customer. */
export function customerKeyOf(cells: CustomerCells, branchField: string): CustomerKey | null {
  for (const [field, kind, isUsable] of strongFields) {
    const text = cells.text(field)
    const key = normaliseKey(text)
    if (key !== '' && isUsable(key) && !cells.isShared(field, text))
      return { kind, key: opaqueKey(kind, key) }
  }
  const name = normaliseKey(cells.text('customerName'))
  if (name === '') return null
  if (segmentOfName(name) === 0 || cells.segment() === 0) return { kind: 2, key: opaqueKey(2, name) }
  const branch = normaliseKey(cells.text(branchField))
  return { kind: weakKind, key: opaqueKey(weakKind, `${branch}\u001f${name}`) }
}

/** The column that tells branches apart. */
export function branchFieldOf(table: Table): string {
  return textsOf(table, 'orgCode') ? 'orgCode' : 'orgName'
}

const isCreditCode = (key: string): boolean => key.length === 18
/** Shorter or rounded numbers may belong to several people. */
const isWholeNumber = (key: string): boolean =>
  key.length >= 15 && !key.endsWith('000') && !key.includes('E+')

interface Names {
  /** Distinct names, whatever their brackets and blanks. */
  readonly keys: readonly string[]
  /** Index into `keys`, -1 where the row has no name. */
  readonly of: (row: number) => number
}

function numberNames(texts: TextColumn | null): Names {
  if (!texts) return { keys: [], of: () => -1 }
  const known = new Map<string, number>()
  const keys: string[] = []
  const ids = new Int32Array(texts.dictionary.length)
  texts.dictionary.forEach((text, code) => {
    const key = normaliseKey(text)
    let id = known.get(key)
    if (id === undefined) {
      id = keys.push(key) - 1
      known.set(key, id)
    }
    ids[code] = id
  })
  return { keys, of: (row) => ids[texts.codes[row] ?? -1] ?? -1 }
}

/** The customer of each row by one column of numbers; each distinct number is worked out when a row first has it. */
function lookUp(
  texts: TextColumn | null,
  names: Names,
  known: Map<string, number>,
  usable: (key: string) => boolean,
  newCustomer: (kind: number, key: string) => number,
  kind: number,
): (row: number) => number {
  if (!texts) return () => -1
  const notYet = -2
  const ids = new Int32Array(texts.dictionary.length).fill(notYet)
  leaveOutShared(texts, names, ids)
  return (row) => {
    const code = texts.codes[row] ?? -1
    if (code < 0) return -1
    if (ids[code] === notYet) {
      const key = normaliseKey(texts.dictionary[code] ?? '')
      let id = -1
      if (key !== '' && usable(key)) {
        id = known.get(key) ?? newCustomer(kind, key)
        known.set(key, id)
      }
      ids[code] = id
    }
    return ids[code] ?? -1
  }
}

/**
 * Marks with -1 numbers that stand beside three names or more: they are no customer's own but a branch's, an officer's or
 * a filler. Two names may be a firm's short and full one.
 */
function leaveOutShared(texts: TextColumn, names: Names, ids: Int32Array): void {
  const first = new Int32Array(ids.length).fill(-1)
  const second = new Int32Array(ids.length).fill(-1)
  for (let row = 0; row < texts.codes.length; row += 1) {
    const code = texts.codes[row] ?? -1
    const name = names.of(row)
    if (code < 0 || name < 0 || first[code] === name || second[code] === name) continue
    if (first[code] === -1) first[code] = name
    else if (second[code] === -1) second[code] = name
    else ids[code] = -1
  }
}

/** A key as text that may be compared from ledger to ledger but tells nothing: two FNV-1a hashes of 32 bits. */
function opaqueKey(kind: number, key: string): string {
  let high = 0x811c9dc5 ^ kind
  let low = 0x050c5d1f ^ kind
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ (unit >> 3) ^ (unit << 11), 0x01000193)
  }
  return hex(high) + hex(low)
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}

/** Rows of each customer with at least `least` loans, as a list of row numbers; linear in the rows. */
export function* customerGroups(customers: CustomerFacts, least: number): Generator<Uint32Array> {
  const { customer, customerCount, sizes } = customers
  const starts = new Uint32Array(customerCount + 1)
  for (let id = 0; id < customerCount; id += 1) starts[id + 1] = (starts[id] ?? 0) + (sizes[id] ?? 0)
  const members = new Uint32Array(starts[customerCount] ?? 0)
  const next = starts.slice()
  customer.forEach((id, row) => {
    if (id < 0) return
    const at = next[id] ?? 0
    members[at] = row
    next[id] = at + 1
  })
  for (let id = 0; id < customerCount; id += 1) {
    if ((sizes[id] ?? 0) >= least) yield members.subarray(starts[id], starts[id + 1])
  }
}

/** The branch's or officer's own name or number of a row, for grouping; '' where there is none. */
export function ownerOf(table: Table): (row: number) => string {
  const ids = textsOf(table, 'managerId')
  const names = textsOf(table, 'managerName')
  return (row) => textAt(ids, row) || textAt(names, row)
}

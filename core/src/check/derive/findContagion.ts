import type { Table } from '../../ledger/index.ts'
import { normaliseKey } from '../findingId.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { segmentOfName } from './findSegment.ts'
import { linkRegister, rowsOf } from './linkRegister.ts'
import { numbersOf, textAt, textsOf } from './loanColumns.ts'
import type { Register } from './registersOf.ts'

export interface ContagionSettings {
  /** Days past due beyond which a loan endangers others. */
  readonly overdueDays: number
  /** Controllers that many unrelated firms have. */
  readonly stopWords: readonly string[]
}

export const contagionKinds = ['同一集团', '保证人', '同一实际控制人', '实际控制人同名'] as const

export interface Contagion {
  /** Index into `contagionKinds`, -1 where no one related is in trouble. */
  readonly kind: Int16Array
  /** Row of the related loan that is in trouble, -1 none. */
  readonly source: Int32Array
}

const badClasses: ReadonlySet<string> = new Set(['次级', '可疑', '损失'])
const noGroup = /^(?:无|否|没有|不适用|[-/0.]*)$/
/** More customers than this under one name: a filler, not a group. */
const crowd = 200

/**
 * Who, tied to each sound borrower, is in trouble in this ledger (EWS-013): the group's members, its guarantors, firms
 * of one controller. A controller that is a person is known by name only and is a kind of its own. Rows that are in
 * trouble themselves are left out. Null where nothing ties borrowers or tells trouble. Linear in the rows.
 */
export function findContagion(
  loans: Table,
  customers: CustomerFacts,
  closed: Uint8Array,
  dpd: Float64Array | null,
  guarantors: Register | undefined,
  settings: ContagionSettings,
): Contagion | null {
  const classes = textsOf(loans, 'fiveClass')
  const colors = textsOf(loans, 'riskColor')
  if (!classes && !colors && !dpd) return null
  const ties = ['groupName', 'actualController', 'guarantorName', 'guarantorId']
  if (!guarantors && !ties.some((field) => loans.columns.has(field))) return null
  const rows = loans.rowCount
  const kind = new Int16Array(rows).fill(-1)
  const source = new Int32Array(rows).fill(-1)
  const inTrouble = Uint8Array.from({ length: rows }, (_, row) =>
    closed[row] !== 1 &&
    (badClasses.has(textAt(classes, row)) ||
      textAt(colors, row) === '红' ||
      (dpd?.[row] ?? Number.NaN) > settings.overdueDays)
      ? 1
      : 0,
  )
  const troubled = new Set<number>()
  inTrouble.forEach((byte, row) => {
    if (byte === 1) troubled.add(customers.customer[row] ?? -1)
  })
  troubled.delete(-1)
  if (troubled.size === 0) return { kind, source }
  const put = (row: number, of: (typeof contagionKinds)[number], from: number): void => {
    if ((kind[row] ?? -1) >= 0 || from < 0) return
    const customer = customers.customer[row] ?? -1
    if (customer < 0 || troubled.has(customer) || closed[row] === 1) return
    kind[row] = contagionKinds.indexOf(of)
    source[row] = from
  }

  spread(loans, customers, inTrouble, groupKeys(loans), (row, from) => put(row, '同一集团', from))
  const byGuarantee = guaranteeSources(loans, customers, inTrouble, guarantors)
  for (let row = 0; row < rows; row += 1) put(row, '保证人', byGuarantee(row))
  const controllers = textsOf(loans, 'actualController')
  const stopped = (name: string): boolean =>
    noGroup.test(name) ||
    settings.stopWords.some((word) => (word.length > 1 ? name.includes(word) : name === word))
  const isFirm = (row: number): boolean => segmentOfName(textAt(controllers, row)) === 0
  const keys = (row: number): string => {
    const name = textAt(controllers, row).trim()
    return name === '' || stopped(name) ? '' : normaliseKey(name)
  }
  spread(loans, customers, inTrouble, keys, (row, from) =>
    put(row, isFirm(row) ? '同一实际控制人' : '实际控制人同名', from),
  )
  return { kind, source }
}

function groupKeys(loans: Table): (row: number) => string {
  const groups = textsOf(loans, 'groupName')
  return (row) => {
    const name = textAt(groups, row).trim()
    return noGroup.test(name) ? '' : normaliseKey(name)
  }
}

/** Tells each row under a key of a loan in trouble of another customer under the same key. */
function spread(
  loans: Table,
  customers: CustomerFacts,
  inTrouble: Uint8Array,
  keyOf: (row: number) => string,
  tell: (row: number, from: number) => void,
): void {
  const groups = new Map<string, number[]>()
  for (let row = 0; row < loans.rowCount; row += 1) {
    const key = keyOf(row)
    if (key === '') continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  for (const group of groups.values()) {
    const bad = group.filter((row) => inTrouble[row] === 1)
    const [first] = bad
    if (first === undefined) continue
    const members = new Set(group.map((row) => customers.customer[row] ?? -1))
    if (members.size < 2 || members.size > crowd) continue
    const second = bad.find((row) => customers.customer[row] !== customers.customer[first]) ?? -1
    for (const row of group) tell(row, customers.customer[row] === customers.customer[first] ? second : first)
  }
}

/** A loan in trouble whose borrower guarantees the given loan; -1 none. Persons are known by number only, firms by name too. */
function guaranteeSources(
  loans: Table,
  customers: CustomerFacts,
  inTrouble: Uint8Array,
  guarantors: Register | undefined,
): (row: number) => number {
  const names = textsOf(loans, 'customerName')
  const ids = [textsOf(loans, 'idNumber'), textsOf(loans, 'uscc')]
  const byKey = new Map<string, number>()
  inTrouble.forEach((byte, row) => {
    if (byte !== 1) return
    const name = textAt(names, row)
    for (const key of [segmentOfName(name) === 0 ? name : '', ...ids.map((texts) => textAt(texts, row))]) {
      const known = normaliseKey(key)
      if (known !== '' && !byKey.has(known)) byKey.set(known, row)
    }
  })
  const links = linkRegister(loans, guarantors)
  const find = (table: Table, row: number, own: number): number => {
    for (const field of ['guarantorId', 'guarantorName']) {
      const text = textAt(textsOf(table, field), row)
      const from = text === '' ? undefined : byKey.get(normaliseKey(text))
      if (from !== undefined && customers.customer[from] !== customers.customer[own]) return from
    }
    return -1
  }
  return (row) => {
    const inLedger = find(loans, row, row)
    if (inLedger >= 0 || !guarantors || !links) return inLedger
    for (const at of rowsOf(links, row) ?? []) {
      const from = find(guarantors.table, at, row)
      if (from >= 0) return from
    }
    return -1
  }
}

/** Why a loan is in trouble, in words: its class and days past due. */
export function troubleWords(loans: Table, dpd: Float64Array | null, row: number): string {
  const days = numbersOf(loans, 'dpd')?.[row] ?? dpd?.[row] ?? Number.NaN
  const parts = [textAt(textsOf(loans, 'fiveClass'), row)]
  if (days > 0) parts.push(`逾期 ${days} 天`)
  if (textAt(textsOf(loans, 'riskColor'), row) === '红') parts.push('红色预警')
  return parts.filter(Boolean).join('，')
}

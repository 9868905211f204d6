import type { Column } from '../../table/index.ts'
import { normaliseKey } from '../findingId.ts'
import type { KeyedTable } from '../linkRows.ts'

/** Row of the other ledger, or one of these. */
export const absent = -1
/** Several rows have the same key, or the row has none that both ledgers know: which one it is cannot be told. */
export const unclear = -2

export interface LoanMatch {
  /** For each row of the previous ledger its row in this one. */
  readonly now: Int32Array
  /** For each row of this ledger its row in the previous one. */
  readonly before: Int32Array
}

interface Rung {
  readonly field: string
  /** A contract and a customer have several loans: these are told apart by date and amount. */
  readonly several: boolean
  /** A customer alone is no loan: date or amount must be the same. */
  readonly needsTerms: boolean
}

const rungs: readonly Rung[] = [
  { field: 'loanNo', several: false, needsTerms: false },
  { field: 'contractNo', several: true, needsTerms: false },
  { field: 'accountNo', several: false, needsTerms: false },
  { field: 'customerName', several: true, needsTerms: true },
]

/** Rows of one key times rows of it in the other ledger: beyond this it is a filler ("无", "0"). */
const pairLimit = 250_000

/**
 * Which loan is which in two ledgers, by 借据号, 合同号 with date and amount, 贷款账号, then customer with date and
 * amount. Two rows that both have a higher key are never joined by a lower one: another 借据号 under the same contract
 * is another loan. What could be several loans is joined to none.
 */
export function matchLoans(previous: KeyedTable, current: KeyedTable): LoanMatch {
  const [before, now] = [sideOf(previous), sideOf(current)]
  rungs.forEach((rung, at) => {
    const keys = sharedKeys(previous, current, rung)
    if (!keys) return
    before.keys = keys.before
    now.keys = keys.now
    keys.before.forEach((key, row) => key >= 0 && fill(before, row, at))
    keys.now.forEach((key, row) => key >= 0 && fill(now, row, at))
    const groups = groupOpen(before, now)
    for (const group of groups.values()) matchGroup(group, rung, at, before, now)
  })
  // with nothing to go by, a loan is neither new nor gone
  for (const side of [before, now])
    side.partner.forEach((partner, row) => {
      if (partner === absent && side.filled[row] === 0) side.partner[row] = unclear
    })
  return { now: before.partner, before: now.partner }
}

interface Side {
  readonly partner: Int32Array
  /** Bit for each rung that the row fills and both ledgers have. */
  readonly filled: Uint8Array
  keys: Int32Array
  readonly dates: (row: number) => number
  readonly cents: (row: number) => number
}

function sideOf(table: KeyedTable): Side {
  return {
    partner: new Int32Array(table.rowCount).fill(absent),
    filled: new Uint8Array(table.rowCount),
    keys: new Int32Array(0),
    dates: numbers(table.column('disburseDate'), 1),
    cents: numbers(table.column('loanAmount'), 100),
  }
}

function numbers(column: Column | undefined, times: number): (row: number) => number {
  if (column?.kind !== 'number' && column?.kind !== 'date') return () => Number.NaN
  return (row) => Math.round((column.values[row] ?? Number.NaN) * times)
}

function fill(side: Side, row: number, rung: number): void {
  side.filled[row] = (side.filled[row] ?? 0) | (1 << rung)
}

/** A number for each row's key, the same in both ledgers; -1 for none. Null where one of them has no such column. */
function sharedKeys(
  previous: KeyedTable,
  current: KeyedTable,
  { field }: Rung,
): { readonly before: Int32Array; readonly now: Int32Array } | null {
  const [before, now] = [previous.column(field), current.column(field)]
  if (before?.kind !== 'text' || now?.kind !== 'text') return null
  const known = new Map<string, number>()
  const read = (column: typeof before, rowCount: number): Int32Array => {
    const byCode = column.dictionary.map((text) => {
      const key = normaliseKey(text)
      if (key === '') return -1
      const number = known.get(key) ?? known.size
      known.set(key, number)
      return number
    })
    return Int32Array.from({ length: rowCount }, (_, row) => byCode[column.codes[row] ?? -1] ?? -1)
  }
  return { before: read(before, previous.rowCount), now: read(now, current.rowCount) }
}

interface Group {
  readonly before: number[]
  readonly now: number[]
}

/** Rows not yet decided, by key; keys that only one of the ledgers has are left out. */
function groupOpen(before: Side, now: Side): ReadonlyMap<number, Group> {
  const groups = new Map<number, Group>()
  before.keys.forEach((key, row) => {
    if (key < 0 || before.partner[row] !== absent) return
    const group = groups.get(key)
    if (group) group.before.push(row)
    else groups.set(key, { before: [row], now: [] })
  })
  now.keys.forEach((key, row) => {
    if (key >= 0 && now.partner[row] === absent) groups.get(key)?.now.push(row)
  })
  return groups
}

function matchGroup(group: Group, rung: Rung, at: number, before: Side, now: Side): void {
  if (group.now.length === 0) return
  if (group.before.length * group.now.length > pairLimit) {
    for (const row of group.before) before.partner[row] = unclear
    for (const row of group.now) now.partner[row] = unclear
    return
  }
  const higher = (1 << at) - 1
  const open = (one: number, other: number): boolean =>
    ((before.filled[one] ?? 0) & (now.filled[other] ?? 0) & higher) === 0
  const alone = group.before.length === 1 && group.now.length === 1
  const passes: readonly Test[] = rung.several
    ? [sameTerms, (...pair) => likelyTerms(rung, alone, ...pair)]
    : [() => true]
  for (const test of passes) {
    pairUp(group, before, now, (one, other) => open(one, other) && test(before, now, one, other))
  }
  if (!rung.needsTerms) return
  // the same customer with nothing that tells its loans apart: neither the same nor another
  for (const one of group.before) {
    for (const other of group.now) {
      if (isPaired(before, one) || isPaired(now, other) || !open(one, other)) continue
      if (termsOf(before, now, one, other).some((said) => said < 0)) continue
      before.partner[one] = unclear
      now.partner[other] = unclear
    }
  }
}

type Test = (before: Side, now: Side, one: number, other: number) => boolean

const isPaired = ({ partner }: Side, row: number): boolean => (partner[row] ?? absent) >= 0

/** NaN is no agreement and no contradiction. */
const sameTerms: Test = (before, now, one, other) =>
  before.dates(one) === now.dates(other) && before.cents(one) === now.cents(other)

function likelyTerms(
  { needsTerms }: Rung,
  alone: boolean,
  before: Side,
  now: Side,
  one: number,
  other: number,
): boolean {
  const [date, amount] = termsOf(before, now, one, other)
  if (needsTerms) return Math.min(date, amount) >= 0 && date + amount > 0
  // the only loan of its contract may have had its amount corrected; another date is another draw
  return date >= 0 && (alone || amount >= 0)
}

function termsOf(before: Side, now: Side, one: number, other: number) {
  return [
    agreement(before.dates(one), now.dates(other)),
    agreement(before.cents(one), now.cents(other)),
  ] as const
}

/** 1 the same, -1 another, 0 where one of them is not known. */
function agreement(left: number, right: number): -1 | 0 | 1 {
  if (Number.isNaN(left) || Number.isNaN(right)) return 0
  return left === right ? 1 : -1
}

/** Joins rows that can only mean each other; rows that could be several are left unclear. */
function pairUp(group: Group, before: Side, now: Side, mayBe: (one: number, other: number) => boolean): void {
  const left = group.before.filter((row) => before.partner[row] === absent)
  const right = group.now.filter((row) => now.partner[row] === absent)
  const found = left.map((one) => right.filter((other) => mayBe(one, other)))
  const claims = new Map<number, number>()
  for (const others of found) for (const other of others) claims.set(other, (claims.get(other) ?? 0) + 1)
  left.forEach((one, at) => {
    const [only, second] = found[at] ?? []
    if (only === undefined) return
    if (second === undefined && claims.get(only) === 1) {
      before.partner[one] = only
      now.partner[only] = one
      return
    }
    before.partner[one] = unclear
    for (const other of found[at] ?? []) now.partner[other] = unclear
  })
}

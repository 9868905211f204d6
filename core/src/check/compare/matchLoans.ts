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
    const columns = [previous.column(rung.field), current.column(rung.field)] as const
    if (columns[0]?.kind !== 'text' || columns[1]?.kind !== 'text') return
    const known = new Map<string, number>()
    const rowsBefore = openRows(before, columns[0], at, known, true)
    const rowsNow = openRows(now, columns[1], at, known, false)
    for (const group of groupRows(rowsBefore, rowsNow, known.size)) matchGroup(group, rung, at, before, now)
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
  readonly dates: (row: number) => number
  readonly cents: (row: number) => number
}

function sideOf(table: KeyedTable): Side {
  return {
    partner: new Int32Array(table.rowCount).fill(absent),
    filled: new Uint8Array(table.rowCount),
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

interface OpenRows {
  readonly rows: readonly number[]
  /** Number of each row's key. */
  readonly keys: readonly number[]
}

/**
 * Rows not yet decided that have a key, with its number. Only the previous ledger's keys get one: a key that it does
 * not have leads nowhere, but is a key all the same. What is decided is not looked at again.
 */
function openRows(
  side: Side,
  column: TextColumn,
  rung: number,
  known: Map<string, number>,
  mayAdd: boolean,
): OpenRows {
  const byCode = new Int32Array(column.dictionary.length).fill(unseen)
  const rows: number[] = []
  const keys: number[] = []
  for (let row = 0; row < side.partner.length; row += 1) {
    const code = column.codes[row] ?? -1
    if (code < 0 || side.partner[row] !== absent) continue
    let key = byCode[code] ?? unseen
    if (key === unseen) {
      const text = normaliseKey(column.dictionary[code] ?? '')
      key = text === '' ? none : (known.get(text) ?? (mayAdd ? known.size : nowhere))
      if (key === known.size && mayAdd) known.set(text, key)
      byCode[code] = key
    }
    if (key === none) continue
    fill(side, row, rung)
    if (key === nowhere) continue
    rows.push(row)
    keys.push(key)
  }
  return { rows, keys }
}

type TextColumn = Extract<Column, { readonly kind: 'text' }>

const [unseen, none, nowhere] = [-3, -2, -1]

interface Group {
  readonly before: readonly number[]
  readonly now: readonly number[]
}

/** Rows that share a key; keys that only one of the ledgers has are left out. */
function* groupRows(before: OpenRows, now: OpenRows, keyCount: number): Generator<Group> {
  const [left, right] = [byKey(before, keyCount), byKey(now, keyCount)]
  for (let key = 0; key < keyCount; key += 1) {
    const [one, other] = [left(key), right(key)]
    if (one.length > 0 && other.length > 0) yield { before: one, now: other }
  }
}

function byKey({ rows, keys }: OpenRows, keyCount: number): (key: number) => readonly number[] {
  const starts = new Uint32Array(keyCount + 1)
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1
  for (let key = 0; key < keyCount; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0)
  const sorted = new Array<number>(rows.length)
  const next = starts.slice()
  rows.forEach((row, at) => {
    const key = keys[at] ?? 0
    sorted[next[key] ?? 0] = row
    next[key] = (next[key] ?? 0) + 1
  })
  return (key) => sorted.slice(starts[key], starts[key + 1])
}

function matchGroup(group: Group, rung: Rung, at: number, before: Side, now: Side): void {
  if (group.before.length * group.now.length > pairLimit) {
    for (const row of group.before) before.partner[row] = unclear
    for (const row of group.now) now.partner[row] = unclear
    return
  }
  const alone = group.before.length === 1 && group.now.length === 1
  const [left = -1, right = -1] = [group.before[0], group.now[0]]
  // under the highest key nearly all are alone, and nothing else has to be looked at
  if (at === 0 && alone) {
    before.partner[left] = right
    now.partner[right] = left
    return
  }
  const higher = (1 << at) - 1
  const open = (one: number, other: number): boolean =>
    ((before.filled[one] ?? 0) & (now.filled[other] ?? 0) & higher) === 0
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

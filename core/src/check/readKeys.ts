import { formatIsoDay } from '../calendar/index.ts'
import { valueAt, type Column } from '../table/index.ts'
import type { RowContent } from './contentOf.ts'
import { hash64, normaliseKey } from './findingId.ts'

export type KeyKind = 'loanNo' | 'contractNo' | 'accountNo' | 'nameDateAmount' | 'row'

export interface RowKey {
  readonly kind: KeyKind
  /** Normalised; goes into the id. */
  readonly key: string
  /** Counts rows with the same key, from 0. */
  readonly ordinal: number
  /** Another row has the same key: not matched from one file to another. */
  readonly ambiguous: boolean
}

type Columns = (field: string) => Column | undefined

/**
 * The key of each row of a loan table, by the first rung that the row itself can fill: 借据号, 合同号, 贷款账号, then
 * customer with date and amount. Made when the first finding is shown, for all rows at once: whether a key is ambiguous
 * shows only then. A row without any key is known by what it says (`content`; its number in the table where not given).
 */
export function readKeys(
  rowCount: number,
  column: Columns,
  content: RowContent = byPlace,
): (row: number) => RowKey {
  const kinds = new Uint8Array(rowCount).fill(rungs.length - 1)
  const groups = groupByKey(rowCount, column, kinds, content)
  const ordinals = new Uint32Array(rowCount)
  const ambiguous = new Uint8Array(rowCount)
  for (const rows of sharedGroups(groups)) orderSameKey(rows, kinds, ordinals, ambiguous, column, content)
  return (row) => {
    const kind = rungs[kinds[row] ?? rungs.length - 1] ?? 'row'
    return {
      kind,
      key: kind === 'row' ? content.key(row) : keyText(kind, column, row),
      ordinal: ordinals[row] ?? 0,
      ambiguous: kind === 'row' || ambiguous[row] === 1,
    }
  }
}

const byPlace: RowContent = { key: String, order: String }

const rungs: readonly KeyKind[] = ['loanNo', 'contractNo', 'accountNo', 'nameDateAmount', 'row']

function keyText(kind: Exclude<KeyKind, 'row'>, column: Columns, row: number): string {
  return kind === 'nameDateAmount' ? nameKey(column, row) : normaliseKey(textOf(column(kind), row))
}

/** Rows with the same key have the same number. */
function groupByKey(rowCount: number, column: Columns, kinds: Uint8Array, content: RowContent): Int32Array {
  const groups = new Int32Array(rowCount).fill(-1)
  let base = 0
  for (let rung = 0; rung < 3; rung += 1) {
    const cells = column(rungs[rung] ?? '')
    if (cells?.kind !== 'text') continue
    const numbers = numberTexts(cells.dictionary)
    for (let row = 0; row < rowCount; row += 1) {
      const number = numbers[cells.codes[row] ?? -1] ?? -1
      if (number < 0 || (groups[row] ?? -1) >= 0) continue
      groups[row] = base + number
      kinds[row] = rung
    }
    base += numbers.length
  }
  const names = new Map<string, number>()
  for (let row = 0; row < rowCount; row += 1) {
    if ((groups[row] ?? -1) >= 0) continue
    const named = nameKey(column, row)
    // U+001F cannot stand in a cell, so no name is taken for a hash
    const key = named === '' ? `\u001f${content.key(row)}` : named
    const number = names.get(key) ?? names.size
    names.set(key, number)
    groups[row] = base + number
    if (named !== '') kinds[row] = 3
  }
  return groups
}

/** A number for each text of a dictionary, the same for texts that are one key; -1 for an empty one. */
function numberTexts(texts: readonly string[]): Int32Array {
  // nothing to normalise: the texts of a dictionary differ from each other
  if (texts.every((text) => /^[0-9A-Z]+$/.test(text))) return Int32Array.from(texts, (_, code) => code)
  const known = new Map<string, number>()
  return Int32Array.from(texts, (text) => {
    const key = normaliseKey(text)
    if (key === '') return -1
    const number = known.get(key) ?? known.size
    known.set(key, number)
    return number
  })
}

/** The rows of each group that has more than one. */
function* sharedGroups(groups: Int32Array): Generator<readonly number[]> {
  const first = new Int32Array(groups.reduce((most, group) => Math.max(most, group), -1) + 1).fill(-1)
  const shared = new Map<number, number[]>()
  for (let row = 0; row < groups.length; row += 1) {
    const group = groups[row] ?? -1
    if (group < 0) continue
    const before = first[group] ?? -1
    if (before < 0) first[group] = row
    else {
      const rows = shared.get(group)
      if (rows) rows.push(row)
      else shared.set(group, [before, row])
    }
  }
  yield* shared.values()
}

function nameKey(column: Columns, row: number): string {
  const name = textOf(column('customerName'), row)
  const day = numberOf(column('disburseDate'), row)
  const amount = numberOf(column('loanAmount'), row)
  if (name === '' || (Number.isNaN(day) && Number.isNaN(amount))) return ''
  const date = Number.isNaN(day) ? '' : formatIsoDay(day)
  const cents = Number.isNaN(amount) ? '' : String(Math.round(amount * 100))
  return [normaliseKey(name), date, cents].join('|')
}

/** Draws under one contract are told apart by date and amount, whatever order the sheet has them in this month. */
function orderSameKey(
  rows: readonly number[],
  kinds: Uint8Array,
  ordinals: Uint32Array,
  ambiguous: Uint8Array,
  column: Columns,
  content: RowContent,
): void {
  const dates = column('disburseDate')
  const amounts = column('loanAmount')
  const order = (a: number, b: number): number =>
    numberOrLast(dates, a) - numberOrLast(dates, b) || numberOrLast(amounts, a) - numberOrLast(amounts, b)
  const said = new Map<number, string>()
  const say = (row: number): string => {
    const text = said.get(row) ?? content.order(row)
    said.set(row, text)
    return text
  }
  const bySaying = (a: number, b: number): number => (say(a) < say(b) ? -1 : say(a) > say(b) ? 1 : a - b)
  const sorted = rows.toSorted((a, b) => order(a, b) || bySaying(a, b))
  sorted.forEach((row, at) => {
    ordinals[row] = at
    const [before, after] = [sorted[at - 1], sorted[at + 1]]
    const twin = [before, after].some((other) => other !== undefined && order(row, other) === 0)
    if (twin || rungs[kinds[row] ?? 4] !== 'contractNo') ambiguous[row] = 1
  })
}

function numberOrLast(column: Column | undefined, row: number): number {
  const value = numberOf(column, row)
  return Number.isNaN(value) ? Number.MAX_SAFE_INTEGER : value
}

/** What stands for a customer in an id: its own number, else a hash, so that no ID number is inside. */
export function customerIdentity(column: Columns, row: number): string {
  const id = textOf(column('customerId'), row)
  return id === '' ? hash64(textOf(column('customerKey'), row)) : normaliseKey(id)
}

function textOf(column: Column | undefined, row: number): string {
  const value = column ? valueAt(column, row) : null
  return typeof value === 'string' ? value.trim() : ''
}

function numberOf(column: Column | undefined, row: number): number {
  const value = column ? valueAt(column, row) : null
  return typeof value === 'number' ? value : Number.NaN
}

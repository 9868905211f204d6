import type { Field, Policy } from '../../policy/index.ts'
import { isUnknown, type Column } from '../../table/index.ts'
import type { CombinedTable } from '../combineTables.ts'
import { plainCell } from '../formatValue.ts'
import type { LoanMatch } from './matchLoans.ts'
import type { FieldChangeCount, LoanChange } from './types.ts'

export interface FieldPair {
  readonly field: Field
  readonly before: Column
  readonly now: Column
  readonly same: (before: number, now: number) => boolean
}

/** Fields that both ledgers have a column for. The day of the ledger itself is no change. */
export function fieldPairs(previous: CombinedTable, current: CombinedTable, policy: Policy): FieldPair[] {
  return policy.fields.flatMap((field): FieldPair[] => {
    const before = previous.table.columns.get(field.key)
    const now = current.table.columns.get(field.key)
    if (!before || !now || before.kind !== now.kind || field.key === 'asOfDate') return []
    return [{ field, before, now, same: sameValue(before, now, toleranceOf(field, previous, current)) }]
  })
}

/**
 * Amounts written in 万元 in one month and in 元 in the other differ by up to half of the last digit shown
 * (0.01 万元 → 50 元); where both months use one unit nothing is allowed for.
 */
function toleranceOf(field: Field, ...tables: readonly CombinedTable[]): number {
  if (field.type !== 'money') return 1e-9
  const units = new Set(tables.flatMap((table) => unitsOf(field.key, table)))
  const cent = 0.005
  return units.size < 2 ? cent : Math.max(cent, ...[...units].map((unit) => halfDigit[unit] ?? 0))
}

const halfDigit: Readonly<Record<string, number>> = { 千元: 5, 万元: 50, 百万元: 5000, 亿元: 500_000 }

function unitsOf(key: string, { parts }: CombinedTable): readonly string[] {
  return parts.flatMap(({ table: { reading } }) =>
    reading.columns.filter(({ field }) => field === key).map(({ unit }) => unit || reading.unit),
  )
}

function sameValue(
  before: Column,
  now: Column,
  tolerance: number,
): (rowBefore: number, rowNow: number) => boolean {
  if (before.kind === 'text' && now.kind === 'text') {
    const [texts, textsNow] = [before.dictionary.map(plain), now.dictionary.map(plain)]
    return (row, rowNow) =>
      (texts[before.codes[row] ?? -1] ?? '') === (textsNow[now.codes[rowNow] ?? -1] ?? '')
  }
  return (row, rowNow) => {
    if (before.kind === 'text' || now.kind === 'text') return false
    const [left, right] = [before.values[row] ?? Number.NaN, now.values[rowNow] ?? Number.NaN]
    if (Number.isNaN(left) || Number.isNaN(right)) return Number.isNaN(left) === Number.isNaN(right)
    return Math.abs(left - right) <= tolerance
  }
}

/** Full width and blanks are ways of writing. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '')
}

/** What cannot be read is not a change. */
function changed({ before, now, same }: FieldPair, row: number, rowNow: number): boolean {
  return !isUnknown(before, row) && !isUnknown(now, rowNow) && !same(row, rowNow)
}

function isBlank(column: Column, row: number): boolean {
  if (column.kind === 'text') return (column.codes[row] ?? -1) < 0
  return column.kind !== 'boolean' && Number.isNaN(column.values[row] ?? Number.NaN)
}

export function countChanges(pairs: readonly FieldPair[], match: LoanMatch): readonly FieldChangeCount[] {
  return pairs
    .map((pair): FieldChangeCount => {
      let [loans, filled, emptied] = [0, 0, 0]
      match.now.forEach((rowNow, row) => {
        if (rowNow < 0 || !changed(pair, row, rowNow)) return
        loans += 1
        if (isBlank(pair.before, row)) filled += 1
        if (isBlank(pair.now, rowNow)) emptied += 1
      })
      return { field: pair.field.key, name: pair.field.name, loans, filled, emptied }
    })
    .filter(({ loans }) => loans > 0)
    .toSorted((a, b) => b.loans - a.loans)
}

export function fieldChanges(pairs: readonly FieldPair[], row: number, rowNow: number): LoanChange['fields'] {
  return pairs
    .filter((pair) => changed(pair, row, rowNow))
    .map(({ field, before, now }) => ({
      field: field.key,
      name: field.name,
      before: plainCell(field, before, row),
      now: plainCell(field, now, rowNow),
    }))
}

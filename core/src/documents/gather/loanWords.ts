import { formatMoney, type RowPlace } from '../../check/index.ts'
import type { ListEntry, Value } from '../types.ts'
import { arrearsOf } from './arrears.ts'
import type { Ground } from './ground.ts'

/** One loan as an entry of a list: the fields that are asked for, and what is owed on it. */
export function loanWords(
  place: RowPlace,
  number: number,
  names: readonly string[],
  { cells, options }: Ground,
): ListEntry {
  const owed = arrearsOf(place, options.result.asOf, cells)
  const amount = (value: number | null): Value => (value === null ? null : formatMoney(value))
  const own: Record<string, Value> = {
    序号: String(number),
    应还本金: amount(owed.principal),
    应还息费: amount(owed.interest),
    应还款项: amount(owed.total),
  }
  for (const name of names) {
    const field = cells.fieldByName.get(name)
    if (field && !(name in own)) own[name] = cells.words(field, place)
  }
  return own
}

/** Rows of a register as entries of a list, the newest first where told by which field. */
export function registerWords(
  places: readonly RowPlace[],
  names: readonly string[],
  { cells }: Ground,
  newestBy?: string,
): readonly ListEntry[] {
  const sorted =
    newestBy === undefined
      ? places
      : places.toSorted((a, b) => compare(cells.value(newestBy, b), cells.value(newestBy, a)))
  return sorted.map((place, at) => {
    const entry: Record<string, Value> = { 序号: String(at + 1) }
    for (const name of names) {
      const field = cells.fieldByName.get(name)
      if (field && name !== '序号') entry[name] = cells.words(field, place)
    }
    return entry
  })
}

type Cell = number | string | boolean | null

function compare(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [one, other] = [String(a ?? ''), String(b ?? '')]
  return one < other ? -1 : one > other ? 1 : 0
}

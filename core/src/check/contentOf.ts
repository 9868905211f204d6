import type { Column } from '../table/index.ts'
import { valueAt } from '../table/index.ts'
import { hash64 } from './findingId.ts'

/** Hashes of what a row says, the same wherever the row stands. */
export interface RowContent {
  /** For an identity: personal numbers are left out, so that no hash stands for one. */
  key(row: number): string
  /** For telling rows of one key apart; never shown. */
  order(row: number): string
}

export function contentOf(
  columns: ReadonlyMap<string, Column>,
  isPersonal: (field: string) => boolean,
): RowContent {
  const all = [...columns].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const hashOf = (cells: typeof all, row: number): string => {
    const said: string[] = []
    for (const [field, column] of cells) {
      const value = valueAt(column, row)
      if (value !== null) said.push(`${field}\u001e${value}`)
    }
    return hash64(said.join('\u001f'))
  }
  const shown = all.filter(([field]) => !isPersonal(field))
  return { key: (row) => hashOf(shown, row), order: (row) => hashOf(all, row) }
}

export interface GroupedRows {
  /** Which of the rows with the same key a row is; rows alone are left out. */
  readonly ordinals: ReadonlyMap<number, number>
  /** True where another row has the same key. */
  ambiguous(row: number): boolean
}

/** Rows with the same key are counted in the order of what they say, not of where they stand. */
export function groupRows(
  rowCount: number,
  keyOf: (row: number) => string,
  content: RowContent,
): GroupedRows {
  const first = new Map<string, number>()
  const shared = new Map<string, number[]>()
  for (let row = 0; row < rowCount; row += 1) {
    const key = keyOf(row)
    const before = first.get(key)
    if (before === undefined) first.set(key, row)
    else {
      const rows = shared.get(key)
      if (rows) rows.push(row)
      else shared.set(key, [before, row])
    }
  }
  const ordinals = new Map<number, number>()
  for (const rows of shared.values()) {
    const ordered = rows
      .map((row) => ({ row, said: content.order(row) }))
      .toSorted((a, b) => (a.said < b.said ? -1 : a.said > b.said ? 1 : a.row - b.row))
    ordered.forEach(({ row }, at) => ordinals.set(row, at))
  }
  return { ordinals, ambiguous: (row) => ordinals.has(row) }
}

import type { Ledger } from '@postloan/core/ledger'
import { type Sheet, textAt } from '@postloan/core/table'
import {
  type OwnCell,
  type OwnLayout,
  type WrittenColumnKey,
  hashText,
  readMark,
  rowKeys,
} from '@postloan/core/workbook/own'

type Texts = ReadonlyMap<WrittenColumnKey, string>

/** What people wrote in our columns of a sheet, by the row (from 1) that it belongs to. */
export interface KeptCells {
  readonly byRow: Map<number, Texts>
  /** Rows whose texts stand elsewhere now. */
  readonly moved: ReadonlySet<number>
}

type Table = Ledger['tables'][number]

/**
 * Sorting an Excel table, or by the arrow of a filter, moves the rows of that and leaves our columns behind. What a person
 * wrote there answers the loan that the record of the row names, so it goes to where that loan stands now. It stays
 * where the loan is gone, or where several could be meant; two texts that meet are joined, for none may be lost.
 */
export function settleKept(
  sheet: Sheet,
  layout: OwnLayout,
  edited: readonly OwnCell[],
  tables: readonly Table[],
): KeptCells {
  const written = new Map<number, Map<WrittenColumnKey, string>>()
  for (const { row, column, text } of edited) {
    written.set(row, (written.get(row) ?? new Map()).set(column, text))
  }
  const record = [...layout.columns].find(([, key]) => key === 'record')?.[0]
  if (written.size === 0 || record === undefined) return { byRow: written, moved: new Set() }
  const { hashOf, rowsOf } = knownRows(tables)
  const byRow = new Map<number, Map<WrittenColumnKey, string>>()
  const moved = new Set<number>()
  const put = (row: number, texts: Texts): void => {
    const there = byRow.get(row) ?? new Map<WrittenColumnKey, string>()
    for (const [key, text] of texts) {
      const before = there.get(key)
      there.set(key, before === undefined || before === text ? text : `${before}；${text}`)
    }
    byRow.set(row, there)
  }
  for (const [row, texts] of written) {
    const key = readMark(textAt(sheet, row - 1, record) ?? '')?.key ?? ''
    const rows = key === '' || hashOf.get(row) === key ? [] : (rowsOf.get(key) ?? [])
    const [owner] = rows
    if (owner === undefined || rows.length > 1) put(row, texts)
    else {
      put(owner, texts)
      moved.add(owner)
    }
  }
  return { byRow, moved }
}

function knownRows(tables: readonly Table[]): {
  readonly hashOf: ReadonlyMap<number, string>
  readonly rowsOf: ReadonlyMap<string, readonly number[]>
} {
  const hashOf = new Map<number, string>()
  const rowsOf = new Map<string, number[]>()
  for (const table of tables) {
    const keyOf = rowKeys(table)
    for (const [at, row] of table.sheetRows.entries()) {
      const key = keyOf(at)
      if (key === '') continue
      const hash = hashText(key)
      hashOf.set(row, hash)
      const known = rowsOf.get(hash)
      if (known) known.push(row)
      else rowsOf.set(hash, [row])
    }
  }
  return { hashOf, rowsOf }
}

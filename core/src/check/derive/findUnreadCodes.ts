import type { Field } from '../../policy/index.ts'
import type { TextColumn } from '../../table/index.ts'
import type { CombinedPart, CombinedTable } from '../combineTables.ts'

/**
 * For each row the names of code fields whose cell holds a word the code list does not know, joined by 、; blank where
 * there is none. A sheet without the column is not at fault. Null where the ledger has none of the fields.
 */
export function findUnreadCodes(combined: CombinedTable, fields: readonly Field[]): TextColumn | null {
  const { rowCount } = combined.table
  if (!fields.some((field) => combined.table.columns.has(field.key))) return null
  const sets = new Uint32Array(rowCount)
  fields.forEach((field, bit) => {
    for (const part of combined.parts) markUnread(part, field.key, 1 << bit, sets)
  })
  const codes = new Int32Array(rowCount).fill(-1)
  const known = new Map<number, number>()
  for (let row = 0; row < rowCount; row += 1) {
    const set = sets[row] ?? 0
    if (set === 0) continue
    const code = known.get(set) ?? known.size
    known.set(set, code)
    codes[row] = code
  }
  const dictionary = [...known.keys()].map((set) =>
    fields
      .filter((_, bit) => (set & (1 << bit)) !== 0)
      .map((field) => field.name)
      .join('、'),
  )
  return { kind: 'text', codes, dictionary }
}

function markUnread({ table, start }: CombinedPart, key: string, mark: number, sets: Uint32Array): void {
  const unknown = table.columns.get(key)?.unknown
  if (!unknown) return
  for (let row = 0; row < table.rowCount; row += 1) {
    if (unknown[row] === 1) sets[start + row] = (sets[start + row] ?? 0) | mark
  }
}

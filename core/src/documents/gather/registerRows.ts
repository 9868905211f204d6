import { normaliseKey, type Result, type RowPlace } from '../../check/index.ts'
import type { Policy, Relation, TableName } from '../../policy/index.ts'
import type { Cells } from './cells.ts'

/** The rows of a register that belong to loans, by the narrowest key that both have, as the rules join them. */
export type RegisterRows = (name: string, loans: readonly RowPlace[]) => readonly RowPlace[]

export function registerReader(result: Result, policy: Policy, cells: Cells): RegisterRows {
  const indexes = new Map<string, ReadonlyMap<string, readonly RowPlace[]>>()
  const indexOf = (to: TableName, key: readonly string[]): ReadonlyMap<string, readonly RowPlace[]> => {
    const id = `${to}/${key.join('+')}`
    const known = indexes.get(id)
    if (known) return known
    const index = new Map<string, RowPlace[]>()
    result.tables.forEach(({ table }, at) => {
      if (table.name !== to) return
      for (let row = 0; row < table.rowCount; row += 1) {
        const place = { table: at, row }
        const text = keyText(key, place, cells)
        if (text === null) continue
        const rows = index.get(text)
        if (rows) rows.push(place)
        else index.set(text, [place])
      }
    })
    indexes.set(id, index)
    return index
  }
  return (name, loans) => {
    const relation = policy.relations.find((one) => one.name === name)
    if (!relation) return []
    const found = new Map<string, RowPlace>()
    for (const loan of loans)
      for (const place of rowsOf(relation, loan, indexOf, cells))
        found.set(`${place.table}:${place.row}`, place)
    return [...found.values()]
  }
}

function rowsOf(
  { to, keys }: Relation,
  loan: RowPlace,
  indexOf: (to: TableName, key: readonly string[]) => ReadonlyMap<string, readonly RowPlace[]>,
  cells: Cells,
): readonly RowPlace[] {
  for (const key of keys) {
    const text = keyText(key, loan, cells)
    const rows = text === null ? undefined : indexOf(to, key).get(text)
    if (rows) return rows
  }
  return []
}

function keyText(key: readonly string[], place: RowPlace, cells: Cells): string | null {
  const parts = key.map((field) => cells.value(field, place))
  return parts.some((part) => part === null || part === '')
    ? null
    : parts.map((part) => normaliseKey(String(part))).join('\n')
}

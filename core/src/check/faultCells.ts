import { valueAt } from '../table/index.ts'
import type { CompiledCase } from './compileCases.ts'
import { groundsOf } from './findMissing.ts'
import type { PolicyIndex } from './policyIndex.ts'
import type { WorldTable } from './world.ts'

/**
 * The cells in which a finding shows, by row: the fields that the condition names and, for a computed one, the first of
 * its grounds that is filled. What merely makes the rule apply (a product, a balance above 0) is not at fault.
 * Rows with the same cells share one list.
 */
export function faultCells(
  compiled: CompiledCase,
  index: PolicyIndex,
  table: WorldTable,
): (row: number) => readonly string[] {
  const fields = [...compiled.judged].flatMap((name) => {
    const field = index.fieldByName.get(name)
    if (!field) return []
    const keys = field.derived ? [...groundsOf(field.key, index)] : [field.key]
    const cells = keys.flatMap((key) => {
      const column = table.column(key)
      return column ? [{ key, column }] : []
    })
    return cells.length > 0 ? [cells] : []
  })
  const made = new Map<string, readonly string[]>()
  return (row) => {
    const keys = fields.flatMap((cells) => {
      const shown = cells.find(({ column }) => valueAt(column, row) !== null) ?? cells[0]
      return shown ? [shown.key] : []
    })
    const name = keys.join()
    const before = made.get(name)
    if (before) return before
    const list = [...new Set(keys)]
    made.set(name, list)
    return list
  }
}

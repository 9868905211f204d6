import type { CombinedPart } from './combineTables.ts'
import type { WorldTable } from './world.ts'

/** The part of a combined table that a row comes from. */
export function partOf(table: WorldTable, row: number): CombinedPart {
  const { parts } = table.combined
  const part = parts.find((candidate) => row < candidate.end) ?? parts.at(-1)
  if (!part) throw new Error('a combined table has at least one part')
  return part
}

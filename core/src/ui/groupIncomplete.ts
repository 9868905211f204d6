import type { FindingColumns } from './findingColumns.ts'
import { rowNumbers } from './rowNumbers.ts'

export interface MissingGroup {
  readonly field: string
  /** Lines that could not be told for want of it, one per row. */
  readonly lines: readonly number[]
  readonly rules: readonly string[]
}

/** What cannot be told, by the field that is missing; a row counts once in each. The field that settles most comes first. */
export function groupIncomplete(columns: FindingColumns, lines: Int32Array): readonly MissingGroup[] {
  const numbers = rowNumbers(columns)
  const groups = new Map<string, { seen: Uint8Array; lines: number[]; rules: Set<number> }>()
  for (const line of lines) {
    const row = numbers.of(line)
    for (const field of columns.fieldSets[columns.fieldsOf[line] ?? 0] ?? []) {
      let group = groups.get(field)
      if (!group) {
        group = { seen: new Uint8Array(numbers.count), lines: [], rules: new Set() }
        groups.set(field, group)
      }
      group.rules.add(columns.ruleOf[line] ?? 0)
      if (group.seen[row] === 1) continue
      group.seen[row] = 1
      group.lines.push(line)
    }
  }
  return [...groups]
    .map(([field, group]) => ({
      field,
      lines: group.lines,
      rules: [...group.rules].map((rule) => columns.rules[rule] ?? ''),
    }))
    .sort((a, b) => b.lines.length - a.lines.length || (a.field < b.field ? -1 : 1))
}

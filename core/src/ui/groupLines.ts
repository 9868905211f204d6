import type { FindingColumns, RowNames, RuleNames } from './findingColumns.ts'
import { uiWords as words } from './messages.ts'
import { rowNumbers } from './rowNumbers.ts'

export type Grouping = 'rule' | 'customer' | 'manager'

export interface LineGroup {
  readonly key: string
  readonly name: string
  /** Index into `severitiesInOrder` of the gravest; 4 where none has one. */
  readonly worst: number
  /** How many of each severity. */
  readonly counts: readonly [number, number, number, number]
  /** How many different rows; of a rule its lines. */
  readonly rows: number
  readonly lines: readonly number[]
}

interface Growing {
  readonly key: string
  readonly name: string
  readonly counts: [number, number, number, number]
  rows: number
  readonly lines: number[]
}

/** Lines by rule, customer or officer; the gravest group first, then the largest. Names are asked for once a row. */
export function groupLines(
  columns: FindingColumns,
  lines: Int32Array,
  by: Grouping,
  rows: RowNames,
  rules: RuleNames,
): readonly LineGroup[] {
  const groups = by === 'rule' ? byRule(columns, lines, rules) : byPerson(columns, lines, by, rows)
  return groups
    .map(({ counts, ...group }): LineGroup => {
      const worst = counts.findIndex((value) => value > 0)
      return { ...group, counts, worst: worst < 0 ? 4 : worst }
    })
    .sort((a, b) => a.worst - b.worst || b.lines.length - a.lines.length || (a.key < b.key ? -1 : 1))
}

function byRule(columns: FindingColumns, lines: Int32Array, rules: RuleNames): readonly Growing[] {
  const groups: (Growing | undefined)[] = []
  for (const line of lines) {
    const rule = columns.ruleOf[line] ?? 0
    const id = columns.rules[rule] ?? ''
    const group = (groups[rule] ??= startGroup(id, rules[id]?.name ?? id))
    group.rows += 1
    addLine(group, columns, line)
  }
  return groups.filter((group) => group !== undefined)
}

function byPerson(
  columns: FindingColumns,
  lines: Int32Array,
  by: 'customer' | 'manager',
  rows: RowNames,
): readonly Growing[] {
  const numbers = rowNumbers(columns)
  /** Group of each row, counted from 1. */
  const groupOfRow = new Int32Array(numbers.count)
  const indexOf = new Map<string, number>()
  const groups: Growing[] = []
  for (const line of lines) {
    const row = numbers.of(line)
    let at = (groupOfRow[row] ?? 0) - 1
    if (at < 0) {
      const key = rows[columns.tables[line] ?? 0]?.label(columns.tableRows[line] ?? 0)[by] ?? ''
      const known = indexOf.get(key)
      at = known ?? groups.length
      if (known === undefined) {
        indexOf.set(key, at)
        groups.push(
          startGroup(key, key || (by === 'customer' ? words.list.noCustomer : words.list.noManager)),
        )
      }
      groupOfRow[row] = at + 1
      const group = groups[at]
      if (group) group.rows += 1
    }
    const group = groups[at]
    if (group) addLine(group, columns, line)
  }
  return groups
}

function startGroup(key: string, name: string): Growing {
  return { key, name, counts: [0, 0, 0, 0], rows: 0, lines: [] }
}

function addLine(group: Growing, columns: FindingColumns, line: number): void {
  const severity = columns.severities[line] ?? 255
  if (severity < 4) group.counts[severity] = (group.counts[severity] ?? 0) + 1
  group.lines.push(line)
}

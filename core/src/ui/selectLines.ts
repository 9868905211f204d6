import type { Severity } from '../policy/index.ts'
import type { FindingColumns, RowNames, RuleNames } from './findingColumns.ts'
import { rowNumbers } from './rowNumbers.ts'
import { severitiesInOrder } from './severitiesInOrder.ts'

export interface LineFilter {
  readonly severity: Severity | null
  readonly leadsOnly?: boolean
  /** Part of a customer, loan number, officer or rule; blanks at the ends do not count. */
  readonly search: string
}

/** The lines that fit a filter. Each row and rule is compared with the search once, however many findings it has. */
export function selectLines(
  columns: FindingColumns,
  lines: Int32Array,
  filter: LineFilter,
  rows: RowNames,
  rules: RuleNames,
): Int32Array {
  const wanted = filter.search.trim().toLowerCase()
  const severity = filter.severity === null ? -1 : severitiesInOrder.indexOf(filter.severity)
  if (wanted === '' && severity < 0) return lines
  const ruleFits = columns.rules.map((id) => `${id} ${rules[id]?.name ?? ''}`.toLowerCase().includes(wanted))
  const numbers = rowNumbers(columns)
  /** 0 not asked yet, 1 fits, 2 does not. */
  const rowFits = new Uint8Array(wanted === '' ? 0 : numbers.count)
  const fitsRow = (line: number): boolean => {
    const number = numbers.of(line)
    if (rowFits[number] === 0) {
      const label = rows[columns.tables[line] ?? 0]?.label(columns.tableRows[line] ?? 0)
      const texts = label ? [label.customer, label.loanNo, label.manager] : []
      rowFits[number] = texts.some((text) => text.toLowerCase().includes(wanted)) ? 1 : 2
    }
    return rowFits[number] === 1
  }
  return lines.filter(
    (line) =>
      (severity < 0 || columns.severities[line] === severity) &&
      (wanted === '' || ruleFits[columns.ruleOf[line] ?? 0] === true || fitsRow(line)),
  )
}

import type { Severity } from '../policy/index.ts'
import { isHit, type RuleReport, undecidedFrom } from './reportRows.ts'
import { severities, zeroBySeverity } from './severities.ts'
import type { GroupCount, Summary } from './types.ts'
import type { WorldTable } from './world.ts'

/** Rows of one combined table with what the rules report on them. */
export interface ReportedTable {
  readonly table: WorldTable
  readonly reports: readonly RuleReport[]
}

/** The rows that a summary speaks of: start … end-1 of a combined table. */
export interface RowRange extends ReportedTable {
  readonly start: number
  readonly end: number
}

/** Counts of findings. What is due is counted apart from the severities; who and where is counted when asked. */
export function summarise(ranges: readonly RowRange[], rulesRun: number): Summary {
  const bySeverity = zeroBySeverity()
  let leads = 0
  let due = 0
  let incomplete = 0
  const byRule = new Map<string, RuleLine>()
  for (const range of ranges) {
    for (const report of range.reports) {
      const whole = range.start === 0 && range.end === range.table.rowCount
      const counts = whole ? report.counts : countReports(report, range.start, range.end)
      const line = byRule.get(report.rule.id) ?? {
        rule: report.rule.id,
        hits: 0,
        incomplete: 0,
        bySeverity: zeroBySeverity(),
      }
      report.ranked.forEach(({ compiled }, at) => {
        const hits = counts[1 + at] ?? 0
        const undecided = counts[undecidedFrom + at] ?? 0
        line.hits += hits
        line.incomplete += undecided
        incomplete += undecided
        if (compiled.case.kind === 'due') due += hits
        else {
          bySeverity[compiled.case.severity] += hits
          line.bySeverity[compiled.case.severity] += hits
        }
        if (compiled.case.kind === 'lead') leads += hits
      })
      byRule.set(report.rule.id, line)
    }
  }
  const groups = new Map<string, readonly GroupCount[]>()
  const groupBy = (field: string, onlyWithFindings: boolean): readonly GroupCount[] => {
    const made = groups.get(field) ?? countGroups(ranges, field, onlyWithFindings)
    groups.set(field, made)
    return made
  }
  return {
    rows: ranges
      .filter((range) => range.table.name === '借据')
      .reduce((sum, range) => sum + range.end - range.start, 0),
    bySeverity,
    leads,
    due,
    incomplete,
    rulesRun,
    byRule: [...byRule.values()].filter((line) => line.hits + line.incomplete > 0),
    get byManager() {
      return groupBy('managerName', false)
    },
    get byOrg() {
      return groupBy('orgName', false)
    },
    get byCustomer() {
      return groupBy('customerName', true)
    },
  }
}

interface RuleLine {
  readonly rule: string
  hits: number
  incomplete: number
  readonly bySeverity: Record<Severity, number>
}

function countReports(report: RuleReport, start: number, end: number): Uint32Array {
  const counts = new Uint32Array(256)
  if (report.rows) {
    for (let row = start; row < end; row += 1) {
      const byte = report.rows[row] ?? 0
      counts[byte] = (counts[byte] ?? 0) + 1
    }
  }
  return counts
}

interface Group {
  name: string
  rows: number
  readonly bySeverity: Record<Severity, number>
}

/** Loans and findings by the text of one field, most and gravest first. Customers without findings are left out. */
function countGroups(
  ranges: readonly RowRange[],
  field: string,
  onlyWithFindings: boolean,
): readonly GroupCount[] {
  const groups = new Map<string, Group>()
  for (const { table, reports, start, end } of ranges) {
    const column = table.column(field)
    if (table.name !== '借据' || !column) continue
    if (column.kind !== 'text') continue
    // the last one is for blank cells
    const byCode = [...column.dictionary, ''].map((name) => {
      const group = groups.get(name) ?? { name, rows: 0, bySeverity: zeroBySeverity() }
      groups.set(name, group)
      return group
    })
    const groupOf = (row: number): Group | undefined => {
      const code = column.codes[row] ?? -1
      return byCode[code < 0 ? byCode.length - 1 : code]
    }
    for (let row = start; row < end; row += 1) {
      const group = groupOf(row)
      if (group) group.rows += 1
    }
    for (const report of reports) {
      if (!report.rows) continue
      for (let row = start; row < end; row += 1) {
        const byte = report.rows[row] ?? 0
        if (!isHit(byte)) continue
        const group = groupOf(row)
        const ruleCase = report.ranked[byte - 1]?.compiled.case
        if (group && ruleCase && ruleCase.kind !== 'due') group.bySeverity[ruleCase.severity] += 1
      }
    }
  }
  const list = [...groups.values()].filter(
    (group) => group.rows > 0 && (!onlyWithFindings || weight(group) > 0),
  )
  return list.toSorted(graver)
}

function weight(group: Group): number {
  return severities.reduce((sum, severity) => sum + group.bySeverity[severity], 0)
}

function graver(a: Group, b: Group): number {
  for (const severity of severities) {
    if (a.bySeverity[severity] !== b.bySeverity[severity])
      return b.bySeverity[severity] - a.bySeverity[severity]
  }
  return b.rows - a.rows
}

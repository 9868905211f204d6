import type { Severity } from '../policy/index.ts'
import type { LoansOfChild } from './loansOfChild.ts'
import { isHit, type RuleReport, undecidedFrom } from './reportRows.ts'
import { severities, zeroBySeverity } from './severities.ts'
import type { GroupCount, Summary } from './types.ts'
import type { WorldTable } from './world.ts'

/** Rows of one combined table with what the rules report on them. */
export interface ReportedTable {
  readonly table: WorldTable
  readonly reports: readonly RuleReport[]
  /** Of a register: the loans of its rows. */
  loans(): LoansOfChild | null
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
  let waived: number | undefined
  const byRule = new Map<string, RuleLine>()
  for (const range of ranges) {
    for (const report of range.reports) {
      const whole = range.start === 0 && range.end === range.table.rowCount
      const all = whole ? report.counts : countReports(report, range.start, range.end)
      const waivedHere = waivedReports(report, range.start, range.end)
      const counts = waivedHere ? all.map((count, byte) => count - (waivedHere[byte] ?? 0)) : all
      if (waivedHere) waived = (waived ?? 0) + waivedHere.reduce((sum, count) => sum + count, 0)
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
    ...(waived === undefined ? {} : { waived }),
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

/** How many rows of each byte are waived; null where none is. */
function waivedReports(report: RuleReport, start: number, end: number): Uint32Array | null {
  if (!report.waived) return null
  const counts = new Uint32Array(256)
  for (const row of report.waived.keys()) {
    const byte = report.rows?.[row] ?? 0
    if (row >= start && row < end) counts[byte] = (counts[byte] ?? 0) + 1
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
        if (!isHit(byte) || report.waived?.has(row)) continue
        const group = groupOf(row)
        const ruleCase = report.ranked[byte - 1]?.compiled.case
        if (group && ruleCase && ruleCase.kind !== 'due') group.bySeverity[ruleCase.severity] += 1
      }
    }
  }
  for (const range of ranges) if (range.table.name !== '借据') countRegister(range, field, groups)
  const list = [...groups.values()].filter(
    (group) => weight(group) > 0 || (group.rows > 0 && !onlyWithFindings),
  )
  return list.toSorted(graver)
}

/** Findings on the rows of a register are those of who answers for the row, else for its loan. */
function countRegister(range: RowRange, field: string, groups: Map<string, Group>): void {
  const { table, reports, start, end } = range
  for (const report of reports) {
    if (!report.rows) continue
    for (let row = start; row < end; row += 1) {
      const byte = report.rows[row] ?? 0
      if (!isHit(byte) || report.waived?.has(row)) continue
      const ruleCase = report.ranked[byte - 1]?.compiled.case
      if (!ruleCase || ruleCase.kind === 'due') continue
      const name = textAt(table, field, row) || nameOfLoan(range.loans(), field, row)
      const group = groups.get(name) ?? { name, rows: 0, bySeverity: zeroBySeverity() }
      groups.set(name, group)
      group.bySeverity[ruleCase.severity] += 1
    }
  }
}

function nameOfLoan(owners: LoansOfChild | null, field: string, row: number): string {
  const loan = owners?.of(row)[0]
  return owners && loan !== undefined ? textAt(owners.loans, field, loan) : ''
}

function textAt(table: WorldTable, field: string, row: number): string {
  const column = table.column(field)
  return column?.kind === 'text' ? (column.dictionary[column.codes[row] ?? -1] ?? '') : ''
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

import { severities } from '../check/index.ts'
import { builtInPolicy, ruleName, type Policy } from '../policy/index.ts'
import type { SummaryDocument } from './checkDocument.ts'
import type { FileError, FileReport } from './fileReport.ts'
import { messages } from './messages.ts'
import { groupLines } from './printReport.ts'
import { errorLine } from './refuse.ts'
import { cut, formatTable } from './textWidth.ts'
import { waiverTotals } from './waiverReport.ts'

const words = messages.report
const rulesShown = 20

/** Many files below each other, then the files that failed. */
export function printTotals(
  reports: readonly FileReport[],
  errors: readonly FileError[],
  policy: Policy = builtInPolicy,
): string[] {
  const lines: string[] = []
  if (reports.length > 1) {
    const rows = reports.map((report) => [
      cut(report.file, 48),
      report.asOf ?? '',
      report.summary.rows,
      ...severities.map((severity) => report.summary.bySeverity[severity]),
      report.summary.incomplete,
      report.summary.due,
    ])
    const sum = (pick: (summary: SummaryDocument) => number): number =>
      reports.reduce((total, report) => total + pick(report.summary), 0)
    rows.push([
      words.totalTitle(reports.length),
      '',
      sum((summary) => summary.rows),
      ...severities.map((severity) => sum((summary) => summary.bySeverity[severity])),
      sum((summary) => summary.incomplete),
      sum((summary) => summary.due),
    ])
    lines.push(...formatTable([words.totalHeader, ...rows]), '', ...ruleLines(reports, policy))
    lines.push(...groupLines(words.byManager, mergeGroups(reports.map(({ summary }) => summary.byManager))))
    lines.push(...groupLines(words.byOrg, mergeGroups(reports.map(({ summary }) => summary.byOrg))))
    const written = reports.flatMap((report) => (report.written ? [words.written(report.written.path)] : []))
    if (written.length > 0) lines.push(...written, '')
    const waivers = waiverTotals(reports)
    if (waivers.length > 0) lines.push(...waivers, '')
    const notes = (policy.notes ?? []).map((note) => `  ${note.message}`)
    if (notes.length > 0) lines.push(words.notesTitle, ...notes, '')
  }
  if (errors.length > 0) lines.push(words.errorsTitle(errors.length), ...errors.map(errorLine))
  return lines
}

/** All files' findings by rule, most of the gravest first. */
function ruleLines(reports: readonly FileReport[], policy: Policy): string[] {
  const lines = new Map<string, SummaryDocument['byRule'][number]>()
  for (const line of reports.flatMap(({ summary }) => summary.byRule)) {
    const before = lines.get(line.rule)
    lines.set(line.rule, {
      rule: line.rule,
      hits: line.hits + (before?.hits ?? 0),
      incomplete: line.incomplete + (before?.incomplete ?? 0),
      bySeverity: addSeverities(line.bySeverity, before?.bySeverity),
    })
  }
  const rows = [...lines.values()]
    .filter((line) => severities.some((severity) => line.bySeverity[severity] > 0))
    .toSorted((a, b) => graver(a.bySeverity, b.bySeverity))
    .slice(0, rulesShown)
    .map((line) => [
      line.rule,
      ruleName(line.rule, policy),
      ...severities.map((severity) => line.bySeverity[severity]),
      line.incomplete,
    ])
  return rows.length === 0 ? [] : [...formatTable([words.ruleHeader, ...rows], '  '), '']
}

type BySeverity = SummaryDocument['bySeverity']

function addSeverities(counts: BySeverity, more: BySeverity | undefined): BySeverity {
  const sum = { ...counts }
  for (const severity of severities) sum[severity] += more?.[severity] ?? 0
  return sum
}

function graver(a: BySeverity, b: BySeverity): number {
  const severity = severities.find((one) => a[one] !== b[one])
  return severity ? b[severity] - a[severity] : 0
}

function mergeGroups(lists: readonly SummaryDocument['byManager'][]): SummaryDocument['byManager'] {
  const groups = new Map<string, SummaryDocument['byManager'][number]>()
  for (const { name, rows, bySeverity } of lists.flat()) {
    const before = groups.get(name)
    groups.set(name, {
      name,
      rows: rows + (before?.rows ?? 0),
      bySeverity: addSeverities(bySeverity, before?.bySeverity),
    })
  }
  return [...groups.values()].toSorted((a, b) => graver(a.bySeverity, b.bySeverity) || b.rows - a.rows)
}

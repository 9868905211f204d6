import { severities, type Finding } from '../check/index.ts'
import { builtInPolicy, type Policy, type Severity } from '../policy/index.ts'
import type { SummaryDocument, TableDocument } from './checkDocument.ts'
import type { FileReport, ListedRule } from './fileReport.ts'
import { messages } from './messages.ts'
import { cut, formatTable } from './textWidth.ts'
import { waiverMessages } from './waiverMessages.ts'
import { waiverLines } from './waiverReport.ts'

const words = messages.report
const rowsShown = 10

/** One file's result as lines a person can read. */
export function printReport(report: FileReport, policy: Policy = builtInPolicy): string[] {
  const lines = [words.title(report.file), ...headLines(report), '']
  lines.push(countLine(report.summary), '')
  const waivers = waiverLines(report.waivers, report.notes)
  if (waivers.length > 0) lines.push(...waivers, '')
  for (const severity of severities) lines.push(...severityLines(report.listed, severity, policy))
  if (report.summary.incomplete > 0) lines.push(...undecidedLines(report))
  if (report.notRun.groups.length + report.notRun.partly.length > 0) lines.push(...notRunLines(report))
  lines.push(...groupLines(words.byManager, report.summary.byManager))
  lines.push(...groupLines(words.byOrg, report.summary.byOrg))
  if (report.calendar.length > 0) lines.push(...report.calendar, '')
  else if (report.asOf !== null) lines.push(words.dueHint, '')
  if (report.vanished.length > 0) lines.push(...report.vanished, '')
  if (report.picture.length > 0) lines.push(...report.picture, '')
  const notes = [
    ...new Set(report.notes.filter(({ code }) => code !== 'floorWaived').map((note) => note.message)),
  ]
  if (notes.length > 0) lines.push(words.notesTitle, ...notes.map((note) => `  ${note}`), '')
  lines.push(words.readTitle, ...report.tables.flatMap(tableLines))
  if (report.written) {
    const { path, apart } = report.written
    lines.push('', apart === null ? words.written(path) : words.writtenApart(path, apart))
  }
  if (report.writeError) lines.push('', report.writeError.message)
  return lines
}

function headLines(report: FileReport): string[] {
  const { summary } = report
  const notRun = report.notRun.groups.flatMap((group) => group.rules).length
  const from = words.asOfFrom[isFrom(report.asOfFrom) ? report.asOfFrom : 'none']
  return [
    report.asOf === null ? words.noAsOf : words.asOf(report.asOf, from),
    `${words.loans(count(summary.rows))}  ${words.rules(summary.rulesRun, notRun)}`,
  ]
}

function isFrom(text: string): text is keyof typeof words.asOfFrom {
  return text in words.asOfFrom
}

/** `◆ 严重 37   ▲ 警示 112   ● 关注 260   ■ 提示 12   ？无法判断 41   应办 25` */
export function countLine(summary: SummaryDocument): string {
  const counts = severities.map(
    (severity) => `${messages.levelSign[severity]} ${count(summary.bySeverity[severity])}`,
  )
  counts.push(`${messages.undecided} ${count(summary.incomplete)}`, `${messages.due} ${count(summary.due)}`)
  const waived = summary.waived ?? 0
  const clean = severities.every((severity) => summary.bySeverity[severity] === 0)
  const tail = waived > 0 ? `   ${waiverMessages.count(waived)}` : ''
  return (clean ? `${words.clean}  ${counts.slice(-2).join('   ')}` : counts.join('   ')) + tail
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}

function severityLines(listed: readonly ListedRule[], severity: Severity, policy: Policy): string[] {
  const rules = listed.filter((rule) => rule.severity === severity)
  if (rules.length === 0) return []
  const total = rules.reduce((sum, rule) => sum + rule.count, 0)
  const lines = [`${messages.levelSign[severity]} ${count(total)}`]
  for (const rule of rules) {
    const tag = rule.lead ? `${messages.leadTag} ` : ''
    lines.push(`  ${rule.rule}  ${tag}${rule.name}  ${words.count(rule.count)}`)
    for (const { finding, customer, sheet } of rule.findings) {
      const key = finding.key === customer ? '' : finding.key
      const place = words.rowLine(finding.row, key, customer)
      lines.push(`    ${sheet === '' ? '' : `${sheet} `}${place}`, `      ${finding.message}`)
      const assumed = assumedOf(finding, policy)
      if (assumed.length > 0) lines.push(`      ${words.assumed(assumed)}`)
    }
    if (rule.count > rule.findings.length) lines.push(`    ${words.more(rule.count - rule.findings.length)}`)
    const remedy = rule.findings[0]?.finding.remedy ?? ''
    if (remedy !== '') lines.push(`    ${words.remedy}${remedy}`)
    if (rule.basis !== '') lines.push(`    ${words.basis}${rule.basis}`)
  }
  return [...lines, '']
}

/** Values put in for what the ledger does not say; that a missing column is empty goes without saying. */
function assumedOf(finding: Finding, policy: Policy): string[] {
  return Object.entries(finding.assumed ?? {}).flatMap(([key, value]) => {
    const name = policy.fields.find((field) => field.key === key)?.name ?? key
    return value === null ? [] : [`${name}为${value}`]
  })
}

function undecidedLines(report: FileReport): string[] {
  const shown = report.undecided.slice(0, rowsShown)
  const rest = report.undecided.slice(rowsShown).reduce((sum, group) => sum + group.count, 0)
  return [
    words.undecidedTitle(report.summary.incomplete),
    ...shown.map(
      (group) => `  ${group.reason} · ${words.count(group.count)}  ${cut(group.rules.join('、'), 60)}`,
    ),
    ...(rest > 0 ? [`  ${words.more(rest)}`] : []),
    '',
  ]
}

function notRunLines({ notRun: { groups, partly } }: FileReport): string[] {
  const shown = groups.slice(0, rowsShown)
  const rest = groups.slice(rowsShown).flatMap((group) => group.rules)
  return [
    words.notRunTitle(groups.flatMap((group) => group.rules).length),
    ...shown.map((group) => `  ${words.notRunLine(group.missing, group.rules.join('、'))}`),
    ...(rest.length > 0 ? [`  ${words.notRunRest(rest.join('、'))}`] : []),
    ...(partly.length > 0 ? [`  ${words.notRunPartly(partly.join('、'))}`] : []),
    '',
  ]
}

/** Officers or branches with their counts; nothing where there is only one. */
export function groupLines(title: string, groups: SummaryDocument['byManager']): string[] {
  const named = groups.filter((group) => severities.some((severity) => group.bySeverity[severity] > 0))
  if (groups.length < 2 || named.length === 0) return []
  const rows = named
    .slice(0, rowsShown)
    .map((group) => [
      group.name === '' ? words.nobody : cut(group.name, 24),
      group.rows,
      ...severities.map((severity) => group.bySeverity[severity]),
    ])
  const rest = named.length - rows.length
  return [title, ...formatTable([words.groupHeader, ...rows], '  '), ...(rest > 0 ? [`  … ${rest}`] : []), '']
}

function tableLines(table: TableDocument): string[] {
  if (table.notALedger !== undefined) return [`  ${words.notTable(table.sheet, table.notALedger)}`]
  const [first, last] = table.headerRows ?? [0, 0]
  const header = first === last ? String(first) : `${first}–${last}`
  const lines = [
    `  ${words.sheetRead(table.sheet, table.table ?? '', count(table.rows), header, table.unit)}`,
  ]
  if (table.leftOut.length > 0) {
    const whys = new Map<string, number>()
    for (const { why } of table.leftOut) whys.set(why, (whys.get(why) ?? 0) + 1)
    lines.push(
      `    ${words.leftOut(table.leftOut.length, cut([...whys].map(([why, n]) => `${why} ${n}`).join('，'), 80))}`,
    )
  }
  const unmapped = table.columns.filter((column) => column.field === null && column.header.trim() !== '')
  if (unmapped.length > 0) {
    const names = unmapped.map((column) => `${column.letters} ${column.header}`).join('、')
    lines.push(`    ${words.unmapped(cut(names, 100))}`)
  }
  if (table.unread.length > 0) {
    const examples = table.unread
      .slice(0, 3)
      .map((cell) => `第 ${cell.row} 行 ${cell.text}（${cell.why.replace(/。$/u, '')}）`)
      .join('；')
    lines.push(`    ${words.unread(table.unread.length, examples)}`)
  }
  return lines
}

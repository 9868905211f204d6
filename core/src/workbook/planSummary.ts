import { formatIsoDay, parseIsoDay } from '../calendar/index.ts'
import type { Finding, GroupCount, Result } from '../check/index.ts'
import type { Severity, SourceStatus } from '../policy/index.ts'
import { valueAt } from '../table/index.ts'
import {
  type Level,
  type OwnChart,
  type OwnSheet,
  type SheetBlock,
  type SheetCell,
  ownSheetNames,
} from './annotation.ts'
import { cutNote, left, middle, right } from './blockColumns.ts'
import type { CollectedTable, RuleCount } from './collectFindings.ts'
import { levels, lookOf, rankOf } from './levels.ts'
import { planReading } from './planReading.ts'
import type { PolicyWords } from './policyWords.ts'
import { sheetWords } from './sheetWords.ts'

const { columns: titles, blocks, summary: words } = sheetWords

const GROUPS_SHOWN = 30
const RULES_SHOWN = 40
export const DUE_SHOWN = 30
const SEVERITIES: readonly Severity[] = ['serious', 'warning', 'attention', 'notice']

/** The one-sheet picture of a check: counts, who, which rules, what is due, what could not be told, what was read. */
export function planSummary(
  result: Result,
  tables: readonly CollectedTable[],
  policy: PolicyWords,
): OwnSheet {
  const rowCount = tables.reduce((sum, one) => sum + one.table.table.rowCount, 0)
  const sheets = [...new Set(tables.map((one) => one.table.table.sheet))].join('、')
  const { id, version, fingerprint } = result.policy
  return {
    name: ownSheetNames.summary,
    title: ownSheetNames.summary,
    subtitles: [
      [
        result.asOf === null ? words.noAsOf : words.asOf(formatIsoDay(result.asOf)),
        words.ledger(sheets, rowCount.toLocaleString('en-US')),
        words.policy(id, version, shortFingerprint(fingerprint)),
      ].join('　'),
    ],
    widths: [30, 12, 12, 12, 12, 12, 46],
    list: false,
    blocks: [
      levelBlock(tables, rowCount),
      groupBlock(blocks.orgs, titles.org, mergeGroups(tables.map((one) => one.table.summary.byOrg))),
      groupBlock(
        blocks.managers,
        titles.manager,
        mergeGroups(tables.map((one) => one.table.summary.byManager)),
      ),
      ruleBlock(tables, policy),
      dueBlock(result, tables, policy),
      incompleteBlock(tables, policy),
      notRunBlock(tables, policy),
      ...planReading(tables),
      statusBlock(tables),
      noteBlock(result),
    ].filter((block) => block.rows.length > 0),
    charts: [levelChart, groupChart(blocks.orgs), groupChart(blocks.managers)],
  }
}

const CHART_ROWS = 15

const levelChart: OwnChart = {
  title: words.chart(blocks.levels),
  kind: 'column',
  block: blocks.levels,
  over: [6, 7],
  names: 0,
  series: [{ column: 1, color: lookOf('attention').bar }],
  colors: levels.map(({ bar }) => bar),
  most: levels.length,
}

/** Findings by branch or officer, the four severities stacked. */
function groupChart(block: string): OwnChart {
  return {
    title: words.chart(block),
    kind: 'bar',
    block,
    over: [6, 7],
    names: 0,
    series: SEVERITIES.map((severity, at) => ({ column: at + 1, color: lookOf(severity).bar })),
    most: CHART_ROWS,
  }
}

function levelBlock(tables: readonly CollectedTable[], rowCount: number): SheetBlock {
  const count = (pick: (one: CollectedTable) => number) => tables.reduce((sum, one) => sum + pick(one), 0)
  const rowsWith = (rank: number) =>
    count((one) => [...one.byRow.values()].filter((row) => ((row.levelBits >> rank) & 1) === 1).length)
  const found = (level: Level) =>
    level === 'incomplete'
      ? count((one) => one.table.summary.incomplete)
      : count((one) => one.table.summary.bySeverity[level])
  const waived = count((one) => one.table.summary.waived ?? 0)
  const rows = levels.map((look, rank): SheetCell[] => [
    { kind: 'level', level: look.level },
    found(look.level),
    rowsWith(rank),
    { kind: 'percent', value: rowCount === 0 ? 0 : rowsWith(rank) / rowCount },
  ])
  return {
    title: blocks.levels,
    columns: [left(titles.level), right(titles.findings), right(titles.rows), right(titles.share)],
    rows: [
      ...rows,
      [sheetWords.leadRow, count((one) => one.table.summary.leads), null, null],
      [sheetWords.dueRow, count((one) => one.dueCount), null, null],
      ...(waived > 0 ? [[sheetWords.waivedRow, waived, null, null]] : []),
    ],
    note: words.levelNote,
  }
}

function groupBlock(title: string, name: string, groups: readonly GroupCount[]): SheetBlock {
  const weight = (group: GroupCount) =>
    SEVERITIES.reduce((sum, severity) => sum + group.bySeverity[severity], 0)
  const sorted = groups
    .filter((group) => weight(group) > 0)
    .toSorted((a, b) => b.bySeverity.serious - a.bySeverity.serious || weight(b) - weight(a))
  return {
    title,
    columns: [left(name), ...SEVERITIES.map((one) => right(levelWord(one))), right(titles.loans)],
    rows: sorted
      .slice(0, GROUPS_SHOWN)
      .map((group): SheetCell[] => [
        group.name || sheetWords.ownName,
        ...SEVERITIES.map((severity) => group.bySeverity[severity]),
        group.rows,
      ]),
    note: cutNote(sorted.length, GROUPS_SHOWN),
  }
}

function ruleBlock(tables: readonly CollectedTable[], policy: PolicyWords): SheetBlock {
  const byRule = new Map<string, RuleCount>()
  for (const [rule, count] of tables.flatMap((one) => [...one.byRule])) {
    const known = byRule.get(rule)
    if (!known) byRule.set(rule, { ...count })
    else {
      known.hits += count.hits
      known.incomplete += count.incomplete
      if (rankOf(count.severity) < rankOf(known.severity)) known.severity = count.severity
    }
  }
  const hit = [...byRule].filter(([, count]) => count.hits > 0).toSorted(([, a], [, b]) => b.hits - a.hits)
  return {
    title: blocks.rules,
    columns: [
      left(titles.ruleName, 2),
      middle(titles.rule),
      left(titles.level),
      right(titles.hits),
      right(titles.incomplete),
    ],
    rows: hit.slice(0, RULES_SHOWN).map(([rule, { hits, incomplete, severity }]): SheetCell[] => {
      return [policy.ruleName(rule), rule, { kind: 'level', level: severity }, hits, incomplete]
    }),
    note: cutNote(hit.length, RULES_SHOWN),
  }
}

function text(one: CollectedTable, finding: Finding, key: string): string {
  const column = one.table.table.columns.get(key)
  return column ? String(valueAt(column, finding.tableRow) ?? '') : ''
}

function dueBlock(result: Result, tables: readonly CollectedTable[], policy: PolicyWords): SheetBlock {
  const all = tables
    .flatMap((one) => one.dueFirst.map((finding) => ({ one, finding })))
    .toSorted((a, b) => (a.finding.dueDate ?? '9').localeCompare(b.finding.dueDate ?? '9'))
  return {
    title: blocks.due,
    columns: [
      left(titles.ruleName),
      middle(titles.dueDate),
      middle(titles.remaining),
      left(titles.loan, 2),
      middle(titles.manager),
      left(titles.message),
    ],
    rows: all.slice(0, DUE_SHOWN).map(({ one, finding }): SheetCell[] => {
      const day = parseIsoDay(finding.dueDate ?? '')
      const known = !Number.isNaN(day)
      return [
        policy.ruleName(finding.rule),
        known ? { kind: 'day', day } : null,
        known && result.asOf !== null ? sheetWords.daysLeft(day - result.asOf) : null,
        text(one, finding, 'loanNo') || finding.key,
        text(one, finding, 'managerName'),
        [text(one, finding, 'customerName'), finding.message].filter(Boolean).join('：'),
      ]
    }),
    note: cutNote(
      tables.reduce((sum, one) => sum + one.dueCount, 0),
      DUE_SHOWN,
    ),
  }
}

function incompleteBlock(tables: readonly CollectedTable[], policy: PolicyWords): SheetBlock {
  const all = tables.flatMap((one) => [...one.incomplete.values()]).toSorted((a, b) => b.rows - a.rows)
  return {
    title: blocks.incomplete,
    columns: [left(titles.missing), middle(titles.count), left(titles.ruleNames, 5)],
    rows: all
      .slice(0, GROUPS_SHOWN)
      .map((one) => [policy.fields(one.fields), one.rows, names(one.rules, policy)]),
    note: cutNote(all.length, GROUPS_SHOWN),
  }
}

function notRunBlock(tables: readonly CollectedTable[], policy: PolicyWords): SheetBlock {
  const byMissing = new Map<string, Set<string>>()
  for (const { table } of tables) {
    for (const { rule, missing } of table.notRun) {
      const key = missing.join('、')
      byMissing.set(key, (byMissing.get(key) ?? new Set()).add(rule))
    }
  }
  const all = [...byMissing].toSorted(([, a], [, b]) => b.size - a.size)
  return {
    title: blocks.notRun,
    columns: [left(titles.missing), middle(titles.ruleCount), left(titles.ruleNames, 5)],
    rows: all.slice(0, RULES_SHOWN).map(([missing, rules]) => [missing, rules.size, names(rules, policy)]),
    note: cutNote(all.length, RULES_SHOWN),
  }
}

function statusBlock(tables: readonly CollectedTable[]): SheetBlock {
  const order: readonly SourceStatus[] = ['verified', 'secondary', 'unverified', 'bank']
  const counted = order.map((status) => ({
    status,
    count: tables.reduce((sum, one) => sum + (one.byStatus.get(status) ?? 0), 0),
  }))
  return {
    title: blocks.status,
    columns: [left(titles.basisStatus), middle(titles.findings), left(titles.meaning, 5)],
    rows: counted
      .filter((one) => one.count > 0)
      .map(({ status, count }) => [sheetWords.status[status], count, sheetWords.statusMeaning[status]]),
    note: '',
  }
}

function noteBlock(result: Result): SheetBlock {
  return {
    title: blocks.notes,
    columns: [left(titles.note, 7)],
    rows: result.notes.map((note) => [note.message]),
    note: '',
  }
}

function mergeGroups(lists: readonly (readonly GroupCount[])[]): readonly GroupCount[] {
  const merged = new Map<string, { name: string; rows: number; bySeverity: Record<Severity, number> }>()
  for (const group of lists.flat()) {
    const known = merged.get(group.name) ?? {
      name: group.name,
      rows: 0,
      bySeverity: { serious: 0, warning: 0, attention: 0, notice: 0 },
    }
    known.rows += group.rows
    for (const severity of SEVERITIES) known.bySeverity[severity] += group.bySeverity[severity]
    merged.set(group.name, known)
  }
  return [...merged.values()]
}

/** Enough of it to compare two by eye. */
function shortFingerprint(fingerprint: string): string {
  return (
    fingerprint
      .slice(0, 12)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join('-')
}

function names(rules: Iterable<string>, policy: PolicyWords): string {
  return [...rules].map((rule) => policy.ruleName(rule)).join('、')
}

function levelWord(level: Level): string {
  return levels.find((look) => look.level === level)?.text.slice(2) ?? ''
}

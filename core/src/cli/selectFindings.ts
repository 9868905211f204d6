import { asOfName, severities, type Result, type RuleCount } from '../check/index.ts'
import type { Policy, Rule } from '../policy/index.ts'
import { valueAt } from '../table/index.ts'
import type { ListedFinding, ListedRule, UndecidedGroup } from './fileReport.ts'
import { messages } from './messages.ts'

/** How many findings of a rule are printed in full. */
const shownOf = { serious: 5, warning: 3, attention: 2, notice: 1 } as const
/** Undecided findings looked at for grouping by reason; beyond, counting by rule says enough. */
const undecidedLimit = 5_000

/** The findings worth printing: by severity, the rules with most of them first, a few in full. */
export function selectFindings(result: Result, policy: Policy): readonly ListedRule[] {
  const listed: ListedRule[] = []
  for (const severity of severities) {
    const lines = result.summary.byRule
      .filter((line) => line.bySeverity[severity] > 0)
      .toSorted((a, b) => b.bySeverity[severity] - a.bySeverity[severity])
    for (const line of lines) {
      const rule = policy.rules.find((candidate) => candidate.id === line.rule)
      if (!rule) continue
      const findings: ListedFinding[] = []
      for (const finding of result.findings({
        rule: rule.id,
        severities: [severity],
        kinds: ['violation', 'lead'],
        outcomes: ['hit'],
        waived: false,
      })) {
        const table = result.tables[finding.table]?.table
        const names = table?.columns.get('customerName')
        const customer = names ? valueAt(names, finding.tableRow) : null
        findings.push({
          finding,
          customer: typeof customer === 'string' ? customer : '',
          sheet: result.tables.length > 1 ? (table?.sheet ?? '') : '',
        })
        if (findings.length === shownOf[severity]) break
      }
      const [first] = findings
      if (!first) continue
      listed.push({
        severity,
        rule: rule.id,
        name: rule.nameZh,
        count: line.bySeverity[severity],
        lead: first.finding.kind === 'lead',
        basis: basisOf(first.finding.sources, policy),
        findings,
      })
    }
  }
  return listed
}

/** `《…》第九条（转引核对）` for each source. */
export function basisOf(sources: readonly string[], policy: Policy): string {
  const shown = sources
    .map((id) => policy.sources.find((source) => source.id === id))
    .filter((source) => source !== undefined)
    .map(({ title, article = '', status }) => `${title}${article}（${messages.rules.sourceStatus[status]}）`)
  // two passages of one document are two sources
  return [...new Set(shown)].join('；')
}

/** What cannot be decided, grouped by what is missing. */
export function groupUndecided(result: Result, policy: Policy): readonly UndecidedGroup[] {
  const names = new Map(policy.rules.map((rule: Rule) => [rule.id, rule.nameZh]))
  if (result.summary.incomplete > undecidedLimit) {
    return result.summary.byRule
      .filter((line: RuleCount) => line.incomplete > 0)
      .toSorted((a, b) => b.incomplete - a.incomplete)
      .map((line) => ({
        reason: names.get(line.rule) ?? line.rule,
        count: line.incomplete,
        rules: [line.rule],
      }))
  }
  const groups = new Map<string, { count: number; rules: Set<string> }>()
  for (const finding of result.findings({ outcomes: ['incomplete'], waived: false })) {
    const reason = finding.message.split(/，无法判断/u)[0] ?? finding.message
    const group = groups.get(reason) ?? { count: 0, rules: new Set() }
    group.count += 1
    group.rules.add(finding.rule)
    groups.set(reason, group)
  }
  return [...groups]
    .map(([reason, { count, rules }]) => ({ reason, count, rules: [...rules] }))
    .toSorted((a, b) => b.count - a.count)
}

export interface NotRunGroups {
  /** Rules of which no case ran, by the columns that would let one run. */
  readonly groups: readonly { readonly missing: string; readonly rules: readonly string[] }[]
  /** Rules that ran, but not in all their cases. */
  readonly partly: readonly string[]
}

/** Rules that did not run, grouped by the columns they lack; of a rule's cases the one that lacks least. */
export function groupNotRun(result: Result, policy: Policy): NotRunGroups {
  const least = new Map<string, readonly string[]>()
  for (const { notRun } of result.tables) {
    for (const { rule, missing } of notRun) {
      const before = least.get(rule)
      if (!before || missing.length < before.length) least.set(rule, missing)
    }
  }
  const groups = new Map<string, string[]>()
  const partly: string[] = []
  for (const [id, missing] of least) {
    const rule = policy.rules.find((candidate) => candidate.id === id)
    const ran = rule?.cases.some(({ id: caseId }) =>
      result.tables.some((_, table) => result.outcomes(id, caseId, table) !== null),
    )
    if (ran) partly.push(id)
    else {
      const key = missing.map((name) => readable(name, policy)).join('、')
      groups.set(key, [...(groups.get(key) ?? []), id])
    }
  }
  return {
    groups: [...groups]
      .map(([missing, rules]) => ({ missing, rules }))
      .toSorted((a, b) => b.rules.length - a.rules.length),
    partly,
  }
}

/** What a person would look for: a column, a register, last month's ledger, the ledger's day. */
function readable(name: string, policy: Policy): string {
  if (name === asOfName) return messages.report.missingDay
  const relation = policy.relations.find((candidate) => candidate.name === name.split('.')[0])
  if (!relation) return name
  if (relation.previous) return messages.report.missingPrevious
  return name === relation.name && !relation.excludeSelf ? messages.report.missingTable(name) : name
}

import type { Grain } from '../policy/index.ts'
import { findingId } from './findingId.ts'
import { identify } from './identify.ts'
import type { CheckedTable } from './listFindings.ts'
import { partOf } from './partOf.ts'
import { isHit, undecidedFrom, type RuleReport } from './reportRows.ts'
import {
  Outcome,
  type Finding,
  type SubjectKey,
  type SubjectReport,
  type SubjectStanding,
  type WantedSubject,
} from './types.ts'
import type { World, WorldTable } from './world.ts'

/** What each rule says of a thing that is named by its key. The rows are gone through once for each grain asked of. */
export function settleSubjects(
  world: World,
  checked: readonly CheckedTable[],
  wanted: readonly WantedSubject[],
  textOf: (subject: SubjectKey) => string,
): readonly SubjectStanding[] {
  const ruleById = new Map(
    checked.flatMap((one) => one.reports.map((report) => [report.rule.id, { one, report }] as const)),
  )
  const texts = new Set(wanted.map(({ text }) => text))
  const rowsOfGrain = new Map<WorldTable, Map<Grain, ReadonlyMap<string, readonly number[]>>>()
  const rowsOf = (table: WorldTable, grain: Grain): ReadonlyMap<string, readonly number[]> => {
    const byGrain = rowsOfGrain.get(table) ?? new Map<Grain, ReadonlyMap<string, readonly number[]>>()
    rowsOfGrain.set(table, byGrain)
    const rows = byGrain.get(grain) ?? findRows(world, table, grain, texts, textOf)
    byGrain.set(grain, rows)
    return rows
  }
  return wanted.map(({ rule, case: caseId, text }): SubjectStanding => {
    const found = ruleById.get(rule)
    // a rule that is not in the policy, or over a table that was not read, has told nothing
    if (!found) return { state: 'untold' }
    const rows = rowsOf(found.one.table, found.report.rule.grain).get(text) ?? []
    if (rows.length === 0) return { state: 'absent' }
    const row = rows.find((one) => (found.report.rows?.[one] ?? 0) !== 0)
    if (row !== undefined)
      return { state: 'found', report: describe(world, found.one.table, found.report, row) }
    return { state: rows.some((one) => judged(found.report, caseId, one)) ? 'passed' : 'untold' }
  })
}

/** What the finding of a rule on a row is recognised by; null where the rule reports nothing there. */
export function subjectOf(
  world: World,
  checked: readonly CheckedTable[],
  { rule, table, tableRow }: Pick<Finding, 'rule' | 'table' | 'tableRow'>,
): SubjectReport | null {
  for (const one of checked) {
    const part = one.table.combined.parts.find(({ index }) => index === table)
    const report = part && one.reports.find((candidate) => candidate.rule.id === rule)
    if (!part || !report) continue
    const row = part.start + tableRow
    return (report.rows?.[row] ?? 0) === 0 ? null : describe(world, one.table, report, row)
  }
  return null
}

function findRows(
  world: World,
  table: WorldTable,
  grain: Grain,
  texts: ReadonlySet<string>,
  textOf: (subject: SubjectKey) => string,
): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>()
  for (let row = 0; row < table.rowCount; row += 1) {
    const text = textOf(identify(world, table, grain, row))
    if (!texts.has(text)) continue
    const known = rows.get(text)
    if (known) known.push(row)
    else rows.set(text, [row])
  }
  return rows
}

function describe(world: World, table: WorldTable, report: RuleReport, row: number): SubjectReport {
  const byte = report.rows?.[row] ?? 0
  const run = report.ranked[isHit(byte) ? byte - 1 : byte - undecidedFrom]
  if (!run) throw new Error('a report names a case that ran')
  const { rule, case: ruleCase } = run.compiled
  const { keyKind, key, childKey, ordinal, ambiguous } = identify(world, table, rule.grain, row)
  const part = partOf(table, row)
  return {
    id: findingId({ rule: rule.id, case: ruleCase.id, keyKind, key, childKey, ordinal }),
    rule: rule.id,
    case: ruleCase.id,
    kind: ruleCase.kind,
    outcome: isHit(byte) ? 'hit' : 'incomplete',
    severity: ruleCase.severity,
    keyKind,
    key,
    childKey,
    ordinal,
    ambiguous,
    table: part.index,
    tableRow: row - part.start,
    row: table.combined.table.sheetRows[row] ?? 0,
  }
}

/** True where a case looked at the row and had what it needs. */
function judged(report: RuleReport, caseId: string | undefined, row: number): boolean {
  return report.ranked.some(({ compiled, bytes }) => {
    if (caseId !== undefined && compiled.case.id !== caseId) return false
    const byte = bytes?.[row]
    return byte === Outcome.pass || byte === Outcome.notApplicable || byte === Outcome.hit
  })
}

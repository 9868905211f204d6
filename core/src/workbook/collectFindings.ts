import type { Finding, Result, TableResult } from '../check/index.ts'
import type { Severity } from '../policy/index.ts'
import { rankOf } from './levels.ts'
import { DUE_SHOWN } from './planSummary.ts'
import { type RowFindings, type Said, addToRow, saidBy } from './rowFindings.ts'

/** What the findings of one table come to. */
export interface CollectedTable {
  readonly table: TableResult
  /** Index into the result's tables. */
  readonly index: number
  readonly byRow: Map<number, RowFindings>
  /** Findings that rows of other tables refer to: a warning's loans, a customer's loans in another sheet. */
  readonly elsewhere: readonly {
    readonly said: Said
    readonly places: NonNullable<Finding['alsoIn']>
  }[]
  /** Hits for the list, gravest first; cut at the limit. */
  readonly listed: readonly Finding[]
  readonly hitCount: number
  /** Waived: in the list, on no row; cut at the limit. */
  readonly waived: readonly Finding[]
  /** Kind 应办, apart from the severities: how many, and those due first. */
  readonly dueCount: number
  readonly dueFirst: readonly Finding[]
  /** How many findings rest on sources of each status. */
  readonly byStatus: ReadonlyMap<Finding['sourceStatus'], number>
  readonly byRule: ReadonlyMap<string, RuleCount>
  /** Missing fields (joined) → rows and rules. */
  readonly incomplete: ReadonlyMap<
    string,
    { readonly fields: readonly string[]; rows: number; readonly rules: Set<string> }
  >
}

/** Findings of a rule, 应办 apart; the gravest severity among them. */
export interface RuleCount {
  hits: number
  incomplete: number
  severity: Severity
}

/** Goes once over the findings of a table; what is listed or waived is cut at `maxFindings`. */
export function collectFindings(
  result: Result,
  table: TableResult,
  index: number,
  maxFindings: number,
): CollectedTable {
  const byRow = new Map<number, RowFindings>()
  let dueCount = 0
  let dueFirst: Finding[] = []
  const listed: Finding[] = []
  const waived: Finding[] = []
  const byStatus = new Map<Finding['sourceStatus'], number>()
  const incomplete = new Map<string, { fields: readonly string[]; rows: number; rules: Set<string> }>()
  const byRule = new Map<string, RuleCount>()
  const elsewhere: { readonly said: Said; readonly places: NonNullable<Finding['alsoIn']> }[] = []
  const wholeCustomer: { readonly said: Said; readonly rows: readonly number[] }[] = []
  let hitCount = 0
  for (const finding of result.findings({ table: index })) {
    if (finding.outcome === 'ruleError') continue
    if (finding.waived) {
      if (waived.length < maxFindings) waived.push(finding)
      continue
    }
    if (finding.outcome === 'hit' && finding.kind === 'due') {
      dueCount++
      dueFirst.push(finding)
      // a ledger may have one for each row: only as many are kept as are shown
      if (dueFirst.length >= 4 * DUE_SHOWN) dueFirst = soonest(dueFirst)
      continue
    }
    const count = byRule.get(finding.rule) ?? { hits: 0, incomplete: 0, severity: finding.severity }
    byRule.set(finding.rule, count)
    if (finding.outcome === 'hit') {
      hitCount++
      if (finding.alsoIn) elsewhere.push({ said: saidBy(finding), places: finding.alsoIn })
      if (finding.alsoRows) wholeCustomer.push({ said: saidBy(finding), rows: finding.alsoRows })
      count.hits++
      if (rankOf(finding.severity) < rankOf(count.severity)) count.severity = finding.severity
      if (listed.length < maxFindings) listed.push(finding)
      byStatus.set(finding.sourceStatus, (byStatus.get(finding.sourceStatus) ?? 0) + 1)
    } else {
      count.incomplete++
      const key = finding.fields.join('、')
      const known = incomplete.get(key) ?? { fields: finding.fields, rows: 0, rules: new Set<string>() }
      known.rows++
      known.rules.add(finding.rule)
      incomplete.set(key, known)
    }
    const level = finding.outcome === 'incomplete' ? 'incomplete' : finding.severity
    addToRow(byRow, finding, level, finding.row, finding.tableRow, null)
  }
  // Whole-customer findings come once; the customer's other rows refer to them.
  const rows = table.table.sheetRows
  const tableRowOf = wholeCustomer.length > 0 ? new Map([...rows].map((row, i) => [row, i])) : null
  for (const { said, rows: others } of wholeCustomer) {
    for (const row of others) {
      const tableRow = tableRowOf?.get(row)
      if (tableRow !== undefined && row !== said.row)
        addToRow(byRow, said, said.severity, row, tableRow, { row: said.row, sheet: null })
    }
  }
  dueFirst = soonest(dueFirst)
  return {
    table,
    index,
    byRow,
    elsewhere,
    listed,
    waived,
    hitCount,
    dueCount,
    dueFirst,
    byStatus,
    byRule,
    incomplete,
  }
}

/** A loan's row refers to the findings on its rows in the registers. */
export function referAcross(collected: readonly CollectedTable[]): void {
  const rowsOf = new Map<CollectedTable, ReadonlyMap<number, number>>()
  for (const { table, elsewhere } of collected) {
    for (const { said, places } of elsewhere) {
      for (const place of places) {
        const target = collected.find(({ index }) => index === place.table)
        if (!target) continue
        const { sheetRows, sheet, file } = target.table.table
        const rows = rowsOf.get(target) ?? new Map([...sheetRows].map((row, at) => [row, at]))
        rowsOf.set(target, rows)
        const tableRow = rows.get(place.row)
        if (tableRow === undefined) continue
        const isSame = table.table.sheet === sheet && table.table.file === file
        const from = { row: said.row, sheet: isSame ? null : table.table.sheet }
        addToRow(target.byRow, said, said.severity, place.row, tableRow, from)
      }
    }
  }
}

/** What is due first; without a day last. */
function soonest(due: readonly Finding[]): Finding[] {
  return due.toSorted((a, b) => (a.dueDate ?? '9').localeCompare(b.dueDate ?? '9')).slice(0, DUE_SHOWN)
}

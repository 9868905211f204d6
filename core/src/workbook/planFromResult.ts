import { workingDays } from '../calendar/index.ts'
import type { Finding, Result, TableResult } from '../check/index.ts'
import type { Policy, Severity } from '../policy/index.ts'
import { valueAt } from '../table/index.ts'
import {
  type AnnotationPlan,
  type Level,
  OWN_PREFIX,
  type RowAnnotation,
  type SheetAnnotation,
} from './annotation.ts'
import { rankOf } from './levels.ts'
import { planList } from './planList.ts'
import { DUE_SHOWN, planSummary } from './planSummary.ts'
import { PolicyWords } from './policyWords.ts'
import { rowKeys } from './rowKey.ts'
import { sheetWords } from './sheetWords.ts'

export interface PlanOptions {
  /** Only what was read from this file (`Table.file`); all of it unless told. */
  readonly file?: string
  /** Findings in the list sheet; the rest stand in the ledger's own rows. */
  readonly maxFindings?: number
}

/**
 * What to write into the workbook that a check was made of: for each row the worst finding with how many others, what
 * it rests on, what to do and by when, and our two sheets. Deadlines are proposals: the as-of day plus the policy's
 * working days per severity; the owner is the loan's 客户经理.
 */
export function planFromResult(result: Result, policy: Policy, options: PlanOptions = {}): AnnotationPlan {
  const words = new PolicyWords(policy)
  const tables = result.tables
    .map((table, index) => ({ table, index }))
    .filter(({ table }) => options.file === undefined || table.table.file === options.file)
  const deadlines = new Deadlines(policy, result.asOf)
  const collected = tables.map(({ table, index }) =>
    collect(result, table, index, options.maxFindings ?? 5_000),
  )
  referAcross(collected)
  const sheets = collected.map((rows) => annotationOf(rows, words, deadlines))
  return {
    asOf: result.asOf,
    sheets: mergeSheets(sheets),
    ownSheets: [planSummary(result, collected, words), planList(collected, words, deadlines)],
  }
}

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

/** What the findings of one row come to. There may be one for each row of the ledger, so it keeps no finding whole. */
export interface RowFindings {
  worst: Said
  level: Level
  readonly tableRow: number
  /** Rules of the other hits, the first few. */
  others: readonly string[]
  otherCount: number
  incompleteCount: number
  /** Set when the row only refers to a finding of another row, of another sheet where one is named. */
  refersTo: Place | null
  /** Keys of the fields at fault. */
  faults: readonly string[]
  /** Bit per level that the row has. */
  levelBits: number
}

interface Place {
  readonly row: number
  readonly sheet: string | null
}

/** What of a finding stands in its row. */
type Said = Pick<
  Finding,
  | 'rule'
  | 'kind'
  | 'severity'
  | 'row'
  | 'key'
  | 'message'
  | 'remedy'
  | 'fields'
  | 'at'
  | 'sources'
  | 'sourceStatus'
>

function saidBy(finding: Said): Said {
  const { rule, kind, severity, row, key, message, remedy, fields, sources, sourceStatus } = finding
  return { rule, kind, severity, row, key, message, remedy, fields, sources, sourceStatus }
}

/** The cells to border. */
function faultsOf(finding: Said): readonly string[] {
  return finding.at ?? finding.fields
}

const NONE: readonly string[] = []
const NAMES_SHOWN = 2

function collect(result: Result, table: TableResult, index: number, maxFindings: number): CollectedTable {
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
function referAcross(collected: readonly CollectedTable[]): void {
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

function addToRow(
  byRow: Map<number, RowFindings>,
  finding: Said,
  level: Level,
  row: number,
  tableRow: number,
  refersTo: Place | null,
): void {
  const known = byRow.get(row)
  if (!known) {
    byRow.set(row, {
      worst: saidBy(finding),
      level,
      tableRow,
      others: NONE,
      otherCount: 0,
      incompleteCount: level === 'incomplete' ? 1 : 0,
      refersTo,
      faults: refersTo === null ? faultsOf(finding) : NONE,
      levelBits: refersTo === null ? 1 << rankOf(level) : 0,
    })
    return
  }
  if (refersTo === null) known.levelBits |= 1 << rankOf(level)
  if (level === 'incomplete') {
    known.incompleteCount++
    return
  }
  if (refersTo === null) known.faults = [...new Set([...known.faults, ...faultsOf(finding)])]
  const outranks =
    rankOf(level) < rankOf(known.level) ||
    (known.refersTo !== null && refersTo === null && rankOf(level) === rankOf(known.level))
  const loser = outranks ? known.worst.rule : finding.rule
  if (known.level !== 'incomplete' || !outranks) {
    known.otherCount++
    if (known.others.length < NAMES_SHOWN) known.others = [...known.others, loser]
  }
  if (outranks) {
    known.worst = saidBy(finding)
    known.level = level
    known.refersTo = refersTo
  }
}

function annotationOf(collected: CollectedTable, words: PolicyWords, deadlines: Deadlines): SheetAnnotation {
  const { table } = collected.table
  const columnOf = new Map(table.reading.columns.map((one) => [one.field ?? '', one.column]))
  const text = (key: string, row: number): string => {
    const column = table.columns.get(key)
    return column ? String(valueAt(column, row) ?? '') : ''
  }
  const keyOf = rowKeys(table)
  const faultColumns = new Map<readonly string[], readonly number[]>()
  const columnsOf = (fields: readonly string[]): readonly number[] => {
    const known = faultColumns.get(fields)
    if (known) return known
    const columns = fields.flatMap((field) => columnOf.get(field) ?? []).toSorted((a, b) => a - b)
    faultColumns.set(fields, columns)
    return columns
  }
  const rows = [...collected.byRow]
    .toSorted(([a], [b]) => a - b)
    .map(([row, found]): RowAnnotation => {
      const isIncomplete = found.level === 'incomplete'
      const finding = found.worst
      return {
        row,
        level: found.level,
        item: itemOf(found, words),
        basis: isIncomplete ? '' : words.basis(finding.sources, finding.sourceStatus),
        remedy: isIncomplete ? sheetWords.fillIn(words.fields(finding.fields)) : finding.remedy,
        deadline: isIncomplete ? null : deadlines.for(finding.severity),
        owner: text('managerName', found.tableRow),
        key: keyOf(found.tableRow) || finding.key,
        label: [text('loanNo', found.tableRow), text('customerName', found.tableRow)],
        faults: columnsOf(found.faults),
      }
    })
  return {
    sheet: table.sheet,
    headerRows: table.reading.headerRows,
    firstFreeColumn:
      1 +
      Math.max(
        0,
        ...table.reading.columns.filter((one) => !one.header.includes(OWN_PREFIX)).map((one) => one.column),
      ),
    rows,
  }
}

function itemOf(found: RowFindings, words: PolicyWords): string {
  const finding = found.worst
  const name = words.ruleName(finding.rule)
  let item =
    found.refersTo === null
      ? (finding.kind === 'lead' ? sheetWords.lead : '') + finding.message
      : sheetWords.seeRow(found.refersTo.row, found.refersTo.sheet, name)
  const hasMore = found.otherCount > 0 || found.incompleteCount > (found.level === 'incomplete' ? 1 : 0)
  if (hasMore) item = item.replace(/[。；]$/, '')
  if (found.otherCount > 0) {
    const names = found.others.map((rule) => words.ruleName(rule)).join('、')
    item += sheetWords.more(
      found.otherCount,
      names + (found.otherCount > found.others.length ? sheetWords.andOthers : ''),
    )
  }
  const incomplete = found.incompleteCount - (found.level === 'incomplete' ? 1 : 0)
  return incomplete > 0 ? item + sheetWords.moreIncomplete(incomplete) : item
}

/** Two tables in one sheet (blocks under one another) share our columns. */
function mergeSheets(sheets: readonly SheetAnnotation[]): readonly SheetAnnotation[] {
  const bySheet = new Map<string, SheetAnnotation>()
  for (const one of sheets) {
    const known = bySheet.get(one.sheet)
    bySheet.set(
      one.sheet,
      known
        ? {
            sheet: one.sheet,
            headerRows: known.headerRows[0] <= one.headerRows[0] ? known.headerRows : one.headerRows,
            firstFreeColumn: Math.max(known.firstFreeColumn, one.firstFreeColumn),
            rows: [...known.rows, ...one.rows].toSorted((a, b) => a.row - b.row),
          }
        : one,
    )
  }
  return [...bySheet.values()]
}

const DEADLINE_PARAMETERS: Readonly<Record<Severity, string>> = {
  serious: 'remedyDaysSerious',
  warning: 'remedyDaysWarning',
  attention: 'remedyDaysAttention',
  notice: 'remedyDaysNotice',
}

/** By when each severity is to be put right, from the as-of day; null where the calendar does not reach. */
export class Deadlines {
  readonly #days = new Map<Severity, number | null>()
  readonly #policy: Policy
  readonly asOf: number | null

  constructor(policy: Policy, asOf: number | null) {
    this.#policy = policy
    this.asOf = asOf
  }

  for(severity: Severity): number | null {
    const known = this.#days.get(severity)
    if (known !== undefined) return known
    const parameter = this.#policy.parameters.find((one) => one.id === DEADLINE_PARAMETERS[severity])
    const value = parameter?.values.at(-1)?.value
    const day =
      this.asOf === null || typeof value !== 'number'
        ? null
        : parameter?.unit === '工作日'
          ? workingDays().add(this.asOf, value)
          : this.asOf + value
    const known2 = day === null || Number.isNaN(day) ? null : day
    this.#days.set(severity, known2)
    return known2
  }
}

import type { Result } from '../check/index.ts'
import type { Policy } from '../policy/index.ts'
import { valueAt } from '../table/index.ts'
import { type AnnotationPlan, OWN_PREFIX, type RowAnnotation, type SheetAnnotation } from './annotation.ts'
import { type CollectedTable, collectFindings, referAcross } from './collectFindings.ts'
import { Deadlines } from './deadlines.ts'
import { planList } from './planList.ts'
import { planSummary } from './planSummary.ts'
import { PolicyWords } from './policyWords.ts'
import type { RowFindings } from './rowFindings.ts'
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
    collectFindings(result, table, index, options.maxFindings ?? 5_000),
  )
  referAcross(collected)
  const sheets = collected.map((rows) => annotationOf(rows, words, deadlines))
  return {
    asOf: result.asOf,
    sheets: mergeSheets(sheets),
    ownSheets: [planSummary(result, collected, words), planList(collected, words, deadlines)],
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

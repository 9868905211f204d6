import { formatIsoDay } from '../calendar/index.ts'
import { listWork, type Result } from '../check/index.ts'
import type { Policy } from '../policy/index.ts'
import { valueAt } from '../table/index.ts'
import type { DueDocument } from './checkDocument.ts'

/** The calendar's items and what the rules say is due, each once, by day. `fileOf` names the file a table was read from. */
export function listDue(
  result: Result,
  policy: Policy,
  fileOf: (table: number) => string,
): readonly DueDocument[] {
  const worklist = listWork(result, policy)
  const known = new Set<string>()
  const waived = new Set<string>()
  if ((result.summary.waived ?? 0) > 0) {
    for (const { table, tableRow, rule } of result.findings({ waived: true }))
      waived.add(`${table} ${tableRow} ${rule}`)
  }
  const wanted = (worklist?.items ?? []).filter(
    ({ table, tableRow, rule }) => !waived.has(`${table} ${tableRow} ${rule}`),
  )
  const items = wanted.map((item): DueDocument => {
    known.add(`${item.table} ${item.tableRow} ${item.rule}`)
    const { kind, what, rule, row, key, keyKind, customer, officer, org, basis } = item
    const day = formatIsoDay(item.day)
    return {
      file: fileOf(item.table),
      day,
      kind,
      what,
      rule,
      row,
      key,
      keyKind,
      customer,
      officer,
      org,
      basis,
    }
  })
  for (const finding of result.findings({ kinds: ['due'], outcomes: ['hit'], waived: false })) {
    const { table, tableRow, rule, dueDate, row, key, keyKind } = finding
    if (dueDate === undefined || known.has(`${table} ${tableRow} ${rule}`)) continue
    items.push({
      file: fileOf(table),
      day: dueDate,
      kind: 'rule',
      what: finding.message,
      rule,
      row,
      key,
      keyKind,
      ...ownersAt(result, table, tableRow),
      basis: finding.remedy,
    })
  }
  return items.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Whose loan it is and who looks after it. */
function ownersAt(
  result: Result,
  table: number,
  row: number,
): Pick<DueDocument, 'customer' | 'officer' | 'org'> {
  const columns = result.tables[table]?.table.columns
  const text = (field: string): string => {
    const column = columns?.get(field)
    const value = column ? valueAt(column, row) : null
    return typeof value === 'string' ? value : ''
  }
  return { customer: text('customerName'), officer: text('managerName'), org: text('orgName') }
}

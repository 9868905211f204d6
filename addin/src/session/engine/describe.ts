import { formatIsoDay } from '@postloan/core/calendar'
import { assumedOf } from '@postloan/core/check'
import type { Finding, FindingExplanation, Result } from '@postloan/core/check'
import type { Ledger, Table } from '@postloan/core/ledger'
import type { Policy, Severity } from '@postloan/core/policy'
import { type Column, columnLetters, valueAt } from '@postloan/core/table'
import { Deadlines } from '@postloan/core/workbook/own'

import { messages } from '../messages.ts'
import { lineFlags, severityOrder } from '../order.ts'
import type { FindingDetail, ResultCounts } from '../types.ts'
import type { CellAt, Engine, LabelColumn, LabelColumns, LabelKey } from './engineTypes.ts'
import type { FindingArrays } from './findingTable.ts'

const LABEL_FIELDS: Readonly<Record<LabelKey, string>> = {
  loanNo: 'loanNo',
  customer: 'customerName',
  manager: 'managerName',
  org: 'orgName',
}

const labelKeys: readonly LabelKey[] = ['loanNo', 'customer', 'manager', 'org']

/** What rows are called, as columns that can be handed over. */
export function labelColumns(ledger: Ledger): readonly LabelColumns[] {
  return ledger.tables.map((table) => ({
    name: table.name,
    sheet: table.sheet,
    rowCount: table.rowCount,
    sheetRows: table.sheetRows.slice(),
    columns: {
      loanNo: labelColumn(table, 'loanNo'),
      customer: labelColumn(table, 'customer'),
      manager: labelColumn(table, 'manager'),
      org: labelColumn(table, 'org'),
    },
  }))
}

/** True where an edit left what rows are called as it was. */
export function hasSameLabels(before: Ledger, after: Ledger): boolean {
  return after.tables.every((table, at) => {
    const old = before.tables[at]
    const fields = labelKeys.map((key) => LABEL_FIELDS[key])
    // a column that an edit does not touch stays the same object
    return (
      old?.sheetRows === table.sheetRows &&
      fields.every((field) => old.columns.get(field) === table.columns.get(field))
    )
  })
}

function labelColumn(table: Table, key: (typeof labelKeys)[number]): LabelColumn | null {
  const column: Column | undefined = table.columns.get(LABEL_FIELDS[key])
  return column?.kind === 'text' ? { codes: column.codes.slice(), dictionary: column.dictionary } : null
}

export function countLines(lines: FindingArrays, ledger: Ledger): ResultCounts {
  const bySeverity: Record<Severity, number> = { serious: 0, warning: 0, attention: 0, notice: 0 }
  const counts = { leads: 0, due: 0, incomplete: 0, waived: 0 }
  for (let i = 0; i < lines.length; i++) {
    const flags = lines.flags[i] ?? 0
    if (flags & lineFlags.waived) counts.waived++
    else if (flags & lineFlags.incomplete) counts.incomplete++
    else if (flags & lineFlags.due) counts.due++
    else if (flags & lineFlags.hit) {
      if (flags & lineFlags.lead) counts.leads++
      const severity = severityOrder[lines.severities[i] ?? 0]
      if (severity) bySeverity[severity]++
    }
  }
  return { rows: ledger.tables.reduce((sum, { rowCount }) => sum + rowCount, 0), bySeverity, ...counts }
}

/** The cells of a finding's fields, those that show the fault first. */
export function cellsAtFault(
  finding: Finding,
  ledger: Ledger,
): readonly (CellAt & { readonly field: string })[] {
  const table = ledger.tables[finding.table]
  const sheetRow = table?.sheetRows[finding.tableRow]
  if (!table || sheetRow === undefined) return []
  const fields = [...new Set([...worstFirst(finding), ...finding.fields])]
  return fields.flatMap((field) => {
    const column = table.reading.columns.find((one) => one.field === field)?.column
    return column === undefined ? [] : [{ field, sheet: table.sheet, row: sheetRow - 1, column }]
  })
}

/**
 * The fields whose cells show the fault, the one to look at first in front: an empty cell, else in the order in which the
 * rule rests on them (逾期仍列正常: the class, not the days).
 */
function worstFirst({ at = [], fields, values }: Finding): readonly string[] {
  const isEmpty = (field: string): number => (values[field] === null ? 0 : 1)
  return at.toSorted((a, b) => isEmpty(a) - isEmpty(b) || fields.indexOf(a) - fields.indexOf(b))
}

export function detailOf(
  finding: Finding,
  explanation: FindingExplanation | null,
  ledger: Ledger,
  policy: Policy,
  asOf: number | null,
): FindingDetail {
  const rule = policy.rules.find(({ id }) => id === finding.rule)
  const names = new Map(policy.fields.map(({ key, name }) => [key, name]))
  const table = ledger.tables[finding.table]
  const manager = table?.columns.get('managerName')
  const owner = manager && finding.tableRow >= 0 ? valueAt(manager, finding.tableRow) : null
  const deadline = finding.outcome === 'hit' ? new Deadlines(policy, asOf).for(finding.severity) : null
  return {
    finding,
    explanation,
    ruleName: rule?.nameZh ?? finding.rule,
    basis: finding.sources.flatMap((id) => {
      const source = policy.sources.find((one) => one.id === id)
      return source
        ? [
            {
              title: source.title,
              article: source.article ?? '',
              status: source.status,
              effective: source.effective ?? '',
            },
          ]
        : []
    }),
    assumed: assumedOf(finding, names),
    deadline: deadline === null ? null : formatIsoDay(deadline),
    owner: typeof owner === 'string' ? owner : '',
    cells: cellsAtFault(finding, ledger).map(({ field, row, column }) => ({
      field,
      name: names.get(field) ?? field,
      address: `${columnLetters(column)}${row + 1}`,
    })),
  }
}

/** A remark for the first cell of each of the gravest findings; several findings of a cell share one. */
export function remarksOf(result: Result, ledger: Ledger, most: number): ReturnType<Engine['remarks']> {
  const remarks = new Map<string, { sheet: string; row: number; column: number; text: string }>()
  for (const severity of severityOrder) {
    for (const finding of result.findings({ outcomes: ['hit'], severities: [severity], waived: false })) {
      if (finding.kind === 'due') continue
      const [cell] = cellsAtFault(finding, ledger)
      if (!cell) continue
      const name = `${cell.sheet}!${cell.row},${cell.column}`
      const known = remarks.get(name)
      const text = `${finding.message}\n${messages.remark.remedy}${finding.remedy}`
      if (known) known.text += `\n\n${text}`
      else if (remarks.size < most) {
        const { sheet, row, column } = cell
        remarks.set(name, { sheet, row, column, text: `${messages.remark.head}${text}` })
      }
    }
  }
  return [...remarks.values()]
}

import type { LabelColumns } from './engine/engineTypes.ts'
import type { FindingArrays, FindingNames } from './engine/findingTable.ts'
import { lineFlags, severityOrder } from './order.ts'
import type { FindingLine, FindingLines, RowLabel, RowOfTable, TableLabels } from './types.ts'

export function tableLabels(labels: readonly LabelColumns[]): readonly TableLabels[] {
  return labels.map(({ name, sheet, rowCount, sheetRows, columns }) => {
    const text = (key: keyof typeof columns, row: number): string => {
      const column = columns[key]
      return column?.dictionary[column.codes[row] ?? -1] ?? ''
    }
    return {
      name,
      sheet,
      rowCount,
      label: (row): RowLabel => ({
        loanNo: text('loanNo', row),
        customer: text('customer', row),
        manager: text('manager', row),
        org: text('org', row),
        sheetRow: sheetRows[row] ?? 0,
      }),
    }
  })
}

export function findingLines(
  arrays: FindingArrays,
  names: FindingNames,
  tables: readonly TableLabels[],
): FindingLines {
  const { rules, cases, fieldSets } = names
  return {
    length: arrays.length,
    severities: arrays.severities,
    flags: arrays.flags,
    ruleOf: arrays.ruleOf,
    rules,
    tables: arrays.tables,
    tableRows: arrays.tableRows,
    dueDays: arrays.dueDays,
    fieldsOf: arrays.fieldsOf,
    fieldSets,
    line(index): FindingLine {
      const flags = arrays.flags[index] ?? 0
      const table = arrays.tables[index] ?? 0
      const tableRow = arrays.tableRows[index] ?? -1
      const due = arrays.dueDays[index] ?? Number.NaN
      return {
        index,
        rule: rules[arrays.ruleOf[index] ?? 0] ?? '',
        case: cases[arrays.caseOf[index] ?? 0] ?? '',
        kind: flags & lineFlags.due ? 'due' : flags & lineFlags.lead ? 'lead' : 'violation',
        outcome: flags & lineFlags.hit ? 'hit' : flags & lineFlags.incomplete ? 'incomplete' : 'ruleError',
        severity: severityOrder[arrays.severities[index] ?? 0] ?? 'notice',
        waived: (flags & lineFlags.waived) !== 0,
        table,
        tableRow,
        dueDay: Number.isNaN(due) ? null : due,
        fields: fieldSets[arrays.fieldsOf[index] ?? 0] ?? [],
        label: tables[table]?.label(tableRow) ?? noLabel,
      }
    },
  }
}

const noLabel: RowLabel = { loanNo: '', customer: '', manager: '', org: '', sheetRow: 0 }

/** Which row of which table a place in a sheet is; null outside all of them. */
export function rowAtPlace(labels: readonly LabelColumns[], sheet: string, row: number): RowOfTable | null {
  for (const [table, one] of labels.entries()) {
    if (one.sheet !== sheet) continue
    let low = 0
    let high = one.sheetRows.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const there = one.sheetRows[middle] ?? 0
      if (there === row + 1) return { table, row: middle }
      if (there < row + 1) low = middle + 1
      else high = middle - 1
    }
  }
  return null
}

import { formatIsoDay } from '@postloan/core/calendar'
import { mask, maskWithin } from '@postloan/core/check'
import type { Table } from '@postloan/core/ledger'
import type { Policy } from '@postloan/core/policy'
import { isUnknown, valueAt } from '@postloan/core/table'

import type { LoanCells, LoanHead } from './types.ts'

/** One row of a table as text by field key; blank cells are '', unknown ones absent. */
export function loanCells(table: Table, row: number): LoanCells {
  const cells: Record<string, string> = {}
  for (const [key, column] of table.columns) {
    if (isUnknown(column, row)) continue
    const value = valueAt(column, row)
    cells[key] =
      value === null
        ? ''
        : column.kind === 'date' && typeof value === 'number'
          ? formatIsoDay(value)
          : String(value)
  }
  return cells
}

/** What a loan is known by, by the ladder of keys; null where nothing names it. */
export function loanHead(cells: LoanCells): LoanHead | null {
  const of = (key: string): string => (cells[key] ?? '').trim()
  const ladder: readonly [string, string][] = [
    ['loanNo', of('loanNo')],
    ['contractNo', of('contractNo')],
    ['accountNo', of('accountNo')],
    ['nameDateAmount', nameDateAmount(of)],
  ]
  const found = ladder.find(([, value]) => value !== '')
  if (!found) return null
  const [keyKind, value] = found
  return {
    key: `${keyKind}:${value}`,
    keyKind,
    label:
      keyKind === 'accountNo'
        ? mask(value, 'account')
        : keyKind === 'nameDateAmount'
          ? of('disburseDate')
          : value,
    customer: maskWithin(of('customerName')),
    product: of('productType'),
  }
}

function nameDateAmount(of: (key: string) => string): string {
  const parts = [of('customerName'), of('disburseDate'), of('loanAmount')]
  // a name on a page may have the person's number behind it: keys go into the log, which is handed out
  return parts.every((part) => part !== '') ? maskWithin(parts.join('|')) : ''
}

/** Cells as the ledger reader takes them: a header of field names with one row for each loan. */
export function loanRows(loans: readonly LoanCells[], policy: Policy): readonly (readonly string[])[] {
  const used = new Set(loans.flatMap((cells) => Object.keys(cells)))
  const fields = policy.fields.filter(({ key, derived }) => used.has(key) && !derived)
  return [fields.map(({ name }) => name), ...loans.map((cells) => fields.map(({ key }) => cells[key] ?? ''))]
}

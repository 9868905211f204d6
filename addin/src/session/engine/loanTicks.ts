import { formatIsoDay } from '@postloan/core/calendar'
import { normaliseKey } from '@postloan/core/check'
import type { Answer, LoanChecklist } from '@postloan/core/checklist'
import type { Table } from '@postloan/core/ledger'
import { valueAt } from '@postloan/core/table'

import type { Ticks } from '../paperTypes.ts'

/** What tells a loan from the others, best first, as everywhere in the product. */
const ladder: readonly (readonly string[])[] = [
  ['loanNo'],
  ['contractNo'],
  ['accountNo'],
  ['customerName', 'disburseDate', 'loanAmount'],
]

/**
 * The name under which the answers of one inspection of one loan are kept: loan, stage, and the day it is due (or the
 * month), so that last month's ticks prove nothing about this month's inspection. Null where the loan cannot be told
 * from another row.
 */
export function inspectionName(loans: Table, { place, stage, due, asOf }: LoanChecklist): string | null {
  if (!stage) return null
  const loan = loanName(loans, place.row)
  if (loan === null) return null
  const round = due === null ? formatIsoDay(asOf ?? 0).slice(0, 7) : formatIsoDay(due)
  return [loan, stage.id, round].join('|')
}

export function ticksOf(loans: Table, list: LoanChecklist, ticks: Ticks): readonly Answer[] {
  const name = inspectionName(loans, list)
  return name === null ? [] : (ticks[name] ?? [])
}

function loanName(loans: Table, row: number): string | null {
  for (const fields of ladder) {
    const columns = fields.flatMap((field) => loans.columns.get(field) ?? [])
    if (columns.length < fields.length) continue
    const keyOf = (at: number): string => {
      const parts = columns.map((column) => normaliseKey(String(valueAt(column, at) ?? '')))
      return parts.includes('') ? '' : parts.join(' ')
    }
    const key = keyOf(row)
    if (key === '') continue
    for (let other = 0; other < loans.rowCount; other++)
      if (other !== row && keyOf(other) === key) return null
    return `${fields[0] ?? ''}:${key}`
  }
  return null
}

import { numbersOfPolicy, type RowPlace } from '../../check/index.ts'
import { messages } from '../messages.ts'
import type { Cells } from './cells.ts'
import type { Ground } from './ground.ts'

export function overdueLoans(loans: readonly RowPlace[], cells: Cells): readonly RowPlace[] {
  return loans.filter((loan) => (cells.number('dpd', loan) ?? 0) > 0)
}

export function maturingLoans(
  loans: readonly RowPlace[],
  { cells, options }: Pick<Ground, 'cells' | 'options'>,
): readonly RowPlace[] {
  const days = numbersOfPolicy(options.policy, options.result.asOf)('maturityLeadDays', 30)
  return loans.filter((loan) => {
    const left = cells.number('daysToMaturity', loan)
    return left !== null && left >= 0 && left <= days
  })
}

export function loanName(place: RowPlace, { cells, options }: Pick<Ground, 'cells' | 'options'>): string {
  const row = options.result.tables[place.table]?.table.sheetRows[place.row] ?? 0
  return cells.text('loanNo', place) ?? cells.text('contractNo', place) ?? messages.row(row)
}

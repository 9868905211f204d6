import { addMonths } from '../calendar/index.ts'
import { valueAt } from '../table/index.ts'
import { formatMoney } from './formatValue.ts'
import { messages } from './messages.ts'
import type { FileNote } from './types.ts'
import type { World } from './world.ts'

const rule = 'B10'

/**
 * Loans without a repayment method whose balance never moved: interest-only loans are so by right, therefore this is
 * one line for the file and nothing about a single loan (B10). Nothing without a day or where the rule is off.
 */
export function noteOnUnmoved({ asOf, tables, index }: World): readonly FileNote[] {
  const table = tables.get('借据')
  if (!table || asOf === null || !index.policy.rules.some(({ id }) => id === rule)) return []
  const columns = ['balance', 'loanAmount', 'disburseDate', 'dpd', 'closed', 'writtenOff', 'amountTolerance']
  const [balance, amount, disbursed, days, closed, writtenOff, tolerance] = columns.map((key) => {
    const column = table.column(key)
    return (row: number) => (column ? valueAt(column, row) : null)
  })
  const method = table.column('repayMethod')
  const latest = addMonths(asOf, -12)
  let loans = 0
  let total = 0
  for (let row = 0; row < table.rowCount; row += 1) {
    if (method && valueAt(method, row) !== null) continue
    const [left, lent, day] = [balance?.(row), amount?.(row), disbursed?.(row)]
    if (typeof left !== 'number' || typeof lent !== 'number' || typeof day !== 'number') continue
    if (left <= 0 || day > latest || closed?.(row) === true || writtenOff?.(row) === true) continue
    const allowed = tolerance?.(row)
    if (Math.abs(lent - left) > (typeof allowed === 'number' ? allowed : halfCent)) continue
    if (days?.(row) !== 0) continue
    loans += 1
    total += left
  }
  if (loans === 0) return []
  return [{ code: 'unmoved', message: messages.unmoved(loans, formatMoney(total / 10_000)), rule }]
}

const halfCent = 0.005

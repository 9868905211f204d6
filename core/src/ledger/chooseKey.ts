import type { TableName } from '../policy/index.ts'
import { valueAt } from '../table/index.ts'
import type { Column } from '../table/index.ts'

/** Key ladders (decision on identity): the first whose fields stand in the sheet and are filled for most rows. */
const ladders: Readonly<Record<TableName, readonly (readonly string[])[]>> = {
  借据: [['loanNo'], ['contractNo'], ['accountNo'], ['customerName', 'disburseDate', 'loanAmount']],
  押品: [['collateralId'], ['registrationNo'], ['contractNo', 'collateralType']],
  保证人: [
    ['contractNo', 'guarantorId'],
    ['contractNo', 'guarantorName'],
    ['customerName', 'guarantorName'],
  ],
  支付: [
    ['loanNo', 'txnDate', 'txnAmount', 'counterpartyName'],
    ['contractNo', 'txnDate', 'txnAmount'],
    ['txnDate', 'txnAmount', 'counterpartyName'],
  ],
  预警: [
    ['customerId', 'warningDate', 'warningSignal'],
    ['customerName', 'warningDate', 'warningSignal'],
  ],
  催收: [
    ['loanNo', 'lastCollectionDate'],
    ['accountNo', 'lastCollectionDate'],
    ['customerName', 'lastCollectionDate'],
  ],
  财务: [
    ['customerId', 'reportPeriod'],
    ['customerName', 'reportPeriod'],
  ],
  档案: [['loanNo'], ['contractNo'], ['customerName']],
}

/** Part of the rows that must carry the key. */
const filledEnough = 0.9

/** Field keys that name a row of the table: as many of the best ladder step as the sheet has; [] when it has none. */
export function chooseKey(
  table: TableName,
  columns: ReadonlyMap<string, Column>,
  rowCount: number,
): readonly string[] {
  const steps = ladders[table]
  const filled = (key: string): number => {
    const column = columns.get(key)
    if (!column) return 0
    if (rowCount === 0) return 1
    let count = 0
    for (let row = 0; row < rowCount; row++) if (valueAt(column, row) !== null) count++
    return count / rowCount
  }
  for (const step of steps) if (step.every((key) => filled(key) >= filledEnough)) return step
  let best: readonly string[] = []
  let bestShare = 0
  for (const step of steps) {
    const there = step.filter((key) => columns.has(key))
    const share = there.length === 0 ? 0 : Math.min(...there.map(filled)) * (there.length / step.length)
    if (share > bestShare) {
      best = there
      bestShare = share
    }
  }
  return best
}

import type { Table } from '../../ledger/index.ts'
import type { ArrearsFacts } from './findArrears.ts'
import { byText, numbersOf, textsOf } from './loanColumns.ts'

export interface ClosedFacts {
  /** Bytes 0 false, 1 true. A loan about which nothing says that it has ended is open. */
  readonly closed: Uint8Array
  readonly writtenOff: Uint8Array
}

/**
 * A loan is closed when neither principal nor interest is owed, or it has a closing date. A written-off loan is not
 * closed: the bank goes on recovering it (账销案存), and EAST fills its closing date with the day of writing off.
 */
export function findClosed(table: Table, arrears: ArrearsFacts): ClosedFacts {
  const rows = table.rowCount
  const balance = numbersOf(table, 'balance')
  const closeDate = numbersOf(table, 'closeDate')
  const writeOffDate = numbersOf(table, 'writeOffDate')
  const status = byText(
    textsOf(table, 'loanStatus'),
    rows,
    (text) => (text === '核销' ? 2 : text === '结清' || text === '转让' ? 1 : 0),
    -1,
  )
  const closed = new Uint8Array(rows)
  const writtenOff = new Uint8Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const left = balance?.[row] ?? Number.NaN
    const interest = arrears.interest?.[row] ?? 0
    const owesInterest = interest > 0
    if (status[row] === 2 || !Number.isNaN(writeOffDate?.[row] ?? Number.NaN)) writtenOff[row] = 1
    else if (!Number.isNaN(closeDate?.[row] ?? Number.NaN)) closed[row] = 1
    else if (Number.isNaN(left)) closed[row] = status[row] === 1 ? 1 : 0
    else if (left === 0 && !owesInterest) closed[row] = 1
  }
  return { closed, writtenOff }
}

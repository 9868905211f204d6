import type { Table } from '../../ledger/index.ts'
import type { MaturityFacts } from './findMaturity.ts'
import { linkRegister } from './linkRegister.ts'
import { numbersOf } from './loanColumns.ts'
import type { Register } from './registersOf.ts'

/**
 * 1 where a register of guarantors gives one of the loan's guarantors an agreed last day after maturity: then the six
 * months of the law are not the measure. 0 where there is no register, or it names none for the loan.
 */
export function findRegisteredGuarantees(
  table: Table,
  maturity: MaturityFacts | null,
  guarantors: Register | undefined,
): Uint8Array {
  const registered = new Uint8Array(table.rowCount)
  const agreed = guarantors && numbersOf(guarantors.table, 'guaranteePeriodEnd')
  const links = linkRegister(table, guarantors)
  if (!agreed || !links || !maturity) return registered
  for (let row = 0; row < registered.length; row += 1) {
    const due = maturity.lastDay[row] ?? Number.NaN
    for (let at = links.offsets[row] ?? 0; at < (links.offsets[row + 1] ?? 0); at += 1) {
      if ((agreed[links.rows[at] ?? -1] ?? Number.NaN) > due) registered[row] = 1
    }
  }
  return registered
}

import type { Table } from '../../ledger/index.ts'
import { linkRows } from '../linkRows.ts'
import type { KeyedTable, RowLinks } from '../linkRows.ts'
import type { Register } from './registersOf.ts'

/** Which rows of a register belong to each loan; null where none was read or the two share no key. */
export function linkRegister(loans: Table, register: Register | undefined): RowLinks | null {
  if (!register) return null
  return linkRows(register.relation, keyed(loans), keyed(register.table), false)
}

/** The register's rows of one loan; null where the loan has no number to look them up with. */
export function rowsOf(links: RowLinks, loan: number): Uint32Array | null {
  if (links.unlinked?.[loan] === 1) return null
  return links.rows.subarray(links.offsets[loan] ?? 0, links.offsets[loan + 1] ?? 0)
}

function keyed(table: Table): KeyedTable {
  return { rowCount: table.rowCount, column: (field) => table.columns.get(field) }
}

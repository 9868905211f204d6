import type { Table } from '../../ledger/index.ts'
import type { Relation } from '../../policy/index.ts'
import { linkPrevious } from '../linkPrevious.ts'
import { linkRows } from '../linkRows.ts'
import type { KeyedTable, RowLinks } from '../linkRows.ts'
import type { Register } from './registersOf.ts'

interface Linked {
  readonly relation: Relation
  readonly links: RowLinks | null
}

/** By the loans' row numbers, which they keep when columns are added to them. */
const known = new WeakMap<Table['sheetRows'], WeakMap<Table, Linked>>()

/**
 * Which rows of a register belong to each loan; null where none was read or the two share no key. Many facts rest on
 * one register: its links are made once.
 */
export function linkRegister(loans: Table, register: Register | undefined): RowLinks | null {
  if (!register) return null
  const { table, relation } = register
  const ofLoans = known.get(loans.sheetRows) ?? new WeakMap<Table, Linked>()
  known.set(loans.sheetRows, ofLoans)
  const before = ofLoans.get(table)
  if (before?.relation === relation) return before.links
  const links = relation.previous
    ? linkPrevious(keyed(loans), keyed(table))
    : linkRows(relation, keyed(loans), keyed(table), false)
  ofLoans.set(table, { relation, links })
  return links
}

/** The register's rows of one loan; null where the loan has no number to look them up with. */
export function rowsOf(links: RowLinks, loan: number): Uint32Array | null {
  if (links.unlinked?.[loan] === 1) return null
  return links.rows.subarray(links.offsets[loan] ?? 0, links.offsets[loan + 1] ?? 0)
}

function keyed(table: Table): KeyedTable {
  return { rowCount: table.rowCount, column: (field) => table.columns.get(field) }
}

import { combineTables } from '../combineTables.ts'
import { readBook } from '../indicators/readBook.ts'
import type { KeyedTable } from '../linkRows.ts'
import type { Result } from '../types.ts'
import { listMoves, migrationMatrix } from './countMoves.ts'
import { matchLoans } from './matchLoans.ts'
import type { MigrationMatrix } from './types.ts'

/** How the loans of two checked ledgers moved between the tiers; the findings of neither are looked at. */
export function migrateLoans(before: Result, now: Result): MigrationMatrix {
  const match = matchLoans(keyedLoans(before), keyedLoans(now))
  return migrationMatrix(listMoves(readBook(before), readBook(now), match))
}

function keyedLoans({ tables }: Result): KeyedTable {
  const loans = combineTables(tables.map(({ table }) => table)).get('借据')?.table
  return { rowCount: loans?.rowCount ?? 0, column: (field) => loans?.columns.get(field) }
}

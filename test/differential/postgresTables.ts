import type { PGlite } from '@electric-sql/pglite'
import { formatIsoDay } from '@postloan/core/calendar'

import { DataTables, quoted, type StoredColumn, type TableContents } from './dataTables.ts'

/** The data of frames in PostgreSQL tables. */
export class PostgresTables extends DataTables {
  /** Creates and fills the tables that the statements written so far need. */
  async load(database: PGlite): Promise<void> {
    for (const table of this.contents()) await fill(database, table)
  }
}

const typeOf: Readonly<Record<StoredColumn['type'], string>> = {
  integer: 'integer',
  number: 'double precision',
  text: 'text',
  boolean: 'boolean',
  date: 'date',
}

/** All rows in one parameter: a statement for each would take longer than the comparison. */
export async function fill(database: PGlite, { name, rowCount, columns }: TableContents): Promise<void> {
  const list = columns.map((column) => `${quoted(column.name)} ${typeOf[column.type]}`).join(', ')
  const plain = columns.map((column, at) => `c${at} ${typeOf[column.type]}`).join(', ')
  const rows = Array.from({ length: rowCount }, (_, row) =>
    Object.fromEntries(columns.map((column, at) => [`c${at}`, plainValue(column, row)])),
  )
  await database.exec(`DROP TABLE IF EXISTS ${quoted(name)}; CREATE TABLE ${quoted(name)} (${list})`)
  await database.query(
    `INSERT INTO ${quoted(name)} SELECT * FROM json_to_recordset($1::text::json) AS given(${plain})`,
    [JSON.stringify(rows)],
  )
}

function plainValue(column: StoredColumn, row: number): number | string | boolean | null {
  const value = column.value(row)
  return column.type === 'date' && typeof value === 'number' ? formatIsoDay(value) : value
}

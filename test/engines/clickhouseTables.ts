import { formatIsoDay } from '@postloan/core/calendar'

import { DataTables, type StoredColumn, type TableContents } from '../differential/dataTables.ts'
import type { ClickHouse } from './clickhouse.ts'
import { clickHouseTypes } from './nativeBlock.ts'

/** The data of frames in ClickHouse tables. */
export class ClickHouseTables extends DataTables {
  /** Creates and fills the tables that the statements written so far need. */
  load(database: ClickHouse): void {
    for (const table of this.contents()) fill(database, table)
  }
}

export function fill(database: ClickHouse, { name, rowCount, columns }: TableContents): void {
  const list = columns.map((column) => `${quoted(column.name)} ${clickHouseTypes[column.type]}`).join(', ')
  const rows = Array.from({ length: rowCount }, (_, row) =>
    JSON.stringify(columns.map((column) => plainValue(column, row))),
  )
  database.query(`DROP TABLE IF EXISTS ${quoted(name)}`)
  database.query(`CREATE TABLE ${quoted(name)} (${list}) ENGINE = Memory`)
  if (rowCount > 0) {
    database.query(`INSERT INTO ${quoted(name)} FORMAT JSONCompactEachRow\n${rows.join('\n')}`)
  }
}

function plainValue(column: StoredColumn, row: number): number | string | boolean | null {
  const value = column.value(row)
  return column.type === 'date' && typeof value === 'number' ? formatIsoDay(value) : value
}

function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``
}

import {
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBDataChunk,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBInstance,
  INTEGER,
  type DuckDBType,
  VARCHAR,
} from '@duckdb/node-api'

import { DataTables, quoted, type StoredColumn, type TableContents } from './dataTables.ts'

/** Rows per appended chunk: DuckDB's own vector size. */
const chunkRows = 2048

/** The data of frames in DuckDB tables. */
export class DuckTables extends DataTables {
  /** Creates and fills the tables that the statements written so far need. */
  async load(connection: DuckDBConnection): Promise<void> {
    for (const table of this.contents()) await fill(connection, table)
  }
}

const typeOf: Readonly<Record<StoredColumn['type'], DuckDBType>> = {
  integer: INTEGER,
  number: DOUBLE,
  text: VARCHAR,
  boolean: BOOLEAN,
  date: DATE,
}

export async function fill(
  connection: DuckDBConnection,
  { name, rowCount, columns }: TableContents,
): Promise<void> {
  const types = columns.map((column) => typeOf[column.type])
  const definitions = columns.map((column, at) => `${quoted(column.name)} ${String(types[at])}`)
  await connection.run(`CREATE OR REPLACE TABLE ${quoted(name)} (${definitions.join(', ')})`)
  const appender = await connection.createAppender(name)
  for (let from = 0; from < rowCount; from += chunkRows) {
    const count = Math.min(chunkRows, rowCount - from)
    const chunk = DuckDBDataChunk.create(types, count)
    chunk.setColumns(
      columns.map((column) =>
        Array.from({ length: count }, (_, index) => {
          const value = column.value(from + index)
          return column.type === 'date' && typeof value === 'number' ? new DuckDBDateValue(value) : value
        }),
      ),
    )
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

/** A fresh in-memory database that uses one thread. */
export async function oneThread(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  return instance.connect()
}

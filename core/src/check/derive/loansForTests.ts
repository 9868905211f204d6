import { parseIsoDay } from '../../calendar/index.ts'
import { madeTable } from '../../ledger/index.ts'
import type { Table } from '../../ledger/index.ts'
import { builtInPolicy } from '../../policy/index.ts'
import type { Column } from '../../table/index.ts'
import { valueAt } from '../../table/index.ts'
import { deriveColumns } from './deriveColumns.ts'

type Cell = number | string | null
export type LoanRow = Readonly<Record<string, Cell>>

/** A loan table from rows by field key; dates as ISO text, a field that no row names is no column. For tests. */
export function loansOf(rows: readonly LoanRow[]): Table {
  const fields = new Map(builtInPolicy.fields.map((field) => [field.key, field]))
  const asOf = { day: null, from: 'none', conflicts: [] } as const
  const columns = new Map<string, Column>()
  for (const key of new Set(rows.flatMap((row) => Object.keys(row)))) {
    const type = fields.get(key)?.type
    const cells = rows.map((row) => row[key] ?? null)
    if (type === 'text' || type === 'code') {
      const dictionary = [...new Set(cells.filter((cell) => cell !== null).map(String))]
      const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(String(cell))))
      columns.set(key, { kind: 'text', codes, dictionary })
    } else if (type === 'date') {
      columns.set(key, {
        kind: 'date',
        values: Float64Array.from(cells, (cell) => parseIsoDay(String(cell))),
      })
    } else if (type) {
      columns.set(key, {
        kind: 'number',
        values: Float64Array.from(cells, (cell) => (cell === null ? NaN : Number(cell))),
      })
    } else throw new Error(`no field ${key}`)
  }
  return madeTable({
    name: '借据',
    file: 'test.xlsx',
    sheet: 'Sheet1',
    rowCount: rows.length,
    columns,
    asOf,
  })
}

/** One derived column of a few loans as plain values, day numbers as they are; undefined where it is absent. */
export function derive(
  rows: readonly LoanRow[],
  key: string,
  asOf: string | null = '2026-10-31',
): unknown[] | undefined {
  const column = deriveColumns(loansOf(rows), {
    asOf: asOf === null ? null : parseIsoDay(asOf),
    parameters: builtInPolicy.parameters,
  }).get(key)
  return column && rows.map((_, row) => valueAt(column, row))
}

import type { Table } from '../ledger/index.ts'
import type { Column } from '../table/index.ts'

/** A table of only some of its rows, in the order given. */
export function takeRows(table: Table, rows: readonly number[]): Table {
  const columns = new Map([...table.columns].map(([key, column]) => [key, takeCells(column, rows)]))
  const damaged = new Map(
    [...(table.damaged ?? [])].map(([key, marks]) => [key, Uint8Array.from(rows, (row) => marks[row] ?? 0)]),
  )
  return {
    ...table,
    rowCount: rows.length,
    sheetRows: Uint32Array.from(rows, (row) => table.sheetRows[row] ?? 0),
    columns,
    ...(damaged.size > 0 ? { damaged } : {}),
  }
}

function takeCells(column: Column, rows: readonly number[]): Column {
  const { unknown } = column
  const mask = unknown ? { unknown: Uint8Array.from(rows, (row) => unknown[row] ?? 0) } : {}
  switch (column.kind) {
    case 'text': {
      // only the texts that these rows have: the whole ledger's dictionary would be gone through again and again
      const dictionary: string[] = []
      const known = new Map<number, number>()
      const codes = Int32Array.from(rows, (row) => {
        const code = column.codes[row] ?? -1
        if (code < 0) return -1
        const before = known.get(code)
        if (before !== undefined) return before
        known.set(code, dictionary.length)
        return dictionary.push(column.dictionary[code] ?? '') - 1
      })
      return { kind: 'text', codes, dictionary, ...mask }
    }
    case 'boolean':
      return { kind: 'boolean', values: Uint8Array.from(rows, (row) => column.values[row] ?? 2), ...mask }
    case 'number':
    case 'date':
      return {
        kind: column.kind,
        values: Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN),
        ...mask,
      }
  }
}

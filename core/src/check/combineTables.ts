import type { Table } from '../ledger/index.ts'
import type { TableName } from '../policy/index.ts'
import type { Column } from '../table/index.ts'

/** All tables of one kind as one, so that the customer's other loans are seen wherever they stand (表内, 表外). */
export interface CombinedTable {
  readonly name: TableName
  readonly table: Table
  /** Which tables of the ledger it is made of, with the first row of each in the whole. */
  readonly parts: readonly CombinedPart[]
}

export interface CombinedPart {
  /** Index into the ledger's tables. */
  readonly index: number
  readonly table: Table
  /** Rows start … end-1 of the whole. */
  readonly start: number
  readonly end: number
}

/** Tables by kind. Where a part lacks a column that another part has, its rows are unknown. One part alone is not copied. */
export function combineTables(tables: readonly Table[]): ReadonlyMap<TableName, CombinedTable> {
  const parts = new Map<TableName, CombinedPart[]>()
  tables.forEach((table, index) => {
    const before = parts.get(table.name) ?? []
    const start = before.at(-1)?.end ?? 0
    parts.set(table.name, [...before, { index, table, start, end: start + table.rowCount }])
  })
  const combined = new Map<TableName, CombinedTable>()
  for (const [name, list] of parts) combined.set(name, { name, table: joinParts(list), parts: list })
  return combined
}

function joinParts(parts: readonly CombinedPart[]): Table {
  const [first, second] = parts
  if (!first) throw new Error('a combined table has at least one part')
  if (!second) return first.table
  const rowCount = parts.at(-1)?.end ?? 0
  const sheetRows = new Uint32Array(rowCount)
  const fields = new Set<string>()
  for (const part of parts) {
    sheetRows.set(part.table.sheetRows.subarray(0, part.table.rowCount), part.start)
    for (const field of part.table.columns.keys()) fields.add(field)
  }
  const columns = new Map<string, Column>()
  for (const field of fields) {
    columns.set(
      field,
      joinColumns(
        parts.map((part) => ({ column: part.table.columns.get(field), rows: part.table.rowCount })),
        rowCount,
      ),
    )
  }
  const damaged = joinDamaged(parts, rowCount)
  return { ...first.table, rowCount, sheetRows, columns, ...(damaged.size > 0 ? { damaged } : {}) }
}

/** Marks of numbers that a spreadsheet has damaged, by field. */
function joinDamaged(parts: readonly CombinedPart[], rowCount: number): Map<string, Uint8Array> {
  const joined = new Map<string, Uint8Array>()
  for (const part of parts) {
    for (const [field, marks] of part.table.damaged ?? []) {
      const all = joined.get(field) ?? new Uint8Array(rowCount)
      all.set(marks.subarray(0, part.table.rowCount), part.start)
      joined.set(field, all)
    }
  }
  return joined
}

/** Columns of one field below each other; where one is missing its rows are unknown. */
export function joinColumns(
  pieces: readonly { readonly column: Column | undefined; readonly rows: number }[],
  rowCount: number,
): Column {
  const unknown = new Uint8Array(rowCount)
  let anyUnknown = false
  let start = 0
  for (const { column, rows } of pieces) {
    if (!column) unknown.fill(1, start, start + rows)
    else if (column.unknown) unknown.set(column.unknown.subarray(0, rows), start)
    anyUnknown ||= !column || column.unknown !== undefined
    start += rows
  }
  const mask = anyUnknown ? { unknown } : {}
  const kind = pieces.find((piece) => piece.column)?.column?.kind ?? 'text'
  if (kind === 'text') return { kind, ...joinTexts(pieces, rowCount), ...mask }
  if (kind === 'boolean') {
    const values = new Uint8Array(rowCount).fill(2)
    fillPieces(pieces, (column, at, rows) => {
      if (column.kind === 'boolean') values.set(column.values.subarray(0, rows), at)
    })
    return { kind, values, ...mask }
  }
  const values = new Float64Array(rowCount).fill(Number.NaN)
  fillPieces(pieces, (column, at, rows) => {
    if (column.kind === kind) values.set(column.values.subarray(0, rows), at)
  })
  return { kind, values, ...mask }
}

type Pieces = Parameters<typeof joinColumns>[0]

function fillPieces(pieces: Pieces, fill: (column: Column, at: number, rows: number) => void): void {
  let at = 0
  for (const { column, rows } of pieces) {
    if (column) fill(column, at, rows)
    at += rows
  }
}

function joinTexts(pieces: Pieces, rowCount: number): { codes: Int32Array; dictionary: readonly string[] } {
  const codes = new Int32Array(rowCount).fill(-1)
  const known = new Map<string, number>()
  fillPieces(pieces, (column, at, rows) => {
    if (column.kind !== 'text') return
    const renumbered = column.dictionary.map((text) => {
      const code = known.get(text) ?? known.size
      known.set(text, code)
      return code
    })
    for (let row = 0; row < rows; row += 1) codes[at + row] = renumbered[column.codes[row] ?? -1] ?? -1
  })
  return { codes, dictionary: [...known.keys()] }
}

/** Rows start … end-1 of a column, without copying. */
export function sliceColumn(column: Column, start: number, end: number): Column {
  const mask = column.unknown ? { unknown: column.unknown.subarray(start, end) } : {}
  switch (column.kind) {
    case 'text':
      return {
        kind: 'text',
        codes: column.codes.subarray(start, end),
        dictionary: column.dictionary,
        ...mask,
      }
    case 'boolean':
      return { kind: 'boolean', values: column.values.subarray(start, end), ...mask }
    case 'number':
    case 'date':
      return { kind: column.kind, values: column.values.subarray(start, end), ...mask }
  }
}

import { readLedger, type Dictionary, type Ledger, type Table } from '@postloan/core/ledger'
import { type Column, type Sheet, isUnknown, valueAt } from '@postloan/core/table'

import { findRow } from './findRow.ts'
import { withoutOurs } from './flagPlanner.ts'
import { takeSheetRows } from './takeSheetRows.ts'

/**
 * The table with these rows read anew, or null where only a full reading can tell: another number of rows came out,
 * another column is known. Our own columns in the sheet are passed over. Only columns that differ are new; the reading of the others stays as it was.
 * `rows` are places in the sheet, from 0, each of them a row of the table.
 */
export function rereadRows(
  table: Table,
  sheet: Sheet,
  rows: readonly number[],
  dictionary: Dictionary,
): { readonly table: Table; readonly places: readonly number[] } | null {
  const sorted = [...rows].toSorted((a, b) => a - b)
  const places = placesOf(table, sorted)
  if (!places) return null
  const small = readSmall(table, sheet, sorted, dictionary)
  if (!small || small.rowCount !== sorted.length) return null
  if (sorted.some((_, i) => small.sheetRows[i] !== i + 1 + table.reading.headerRows[1])) return null
  const columns = new Map(table.columns)
  for (const [key, column] of table.columns) {
    const fresh = small.columns.get(key)
    if (!fresh || fresh.kind !== column.kind) return null
    const edited = withRows(column, fresh, places)
    if (edited) columns.set(key, edited)
  }
  const damaged = damagedRows(table, small, places)
  const { damaged: _before, ...rest } = table
  return { table: { ...rest, columns, ...(damaged.size > 0 ? { damaged } : {}) }, places }
}

/** The ledger with one table in the place of another. */
export function withTable(ledger: Ledger, at: number, table: Table): Ledger {
  return { ...ledger, tables: ledger.tables.map((one, i) => (i === at ? table : one)) }
}

function placesOf(table: Table, rows: readonly number[]): readonly number[] | null {
  const places: number[] = []
  for (const row of rows) {
    const place = findRow(table.sheetRows, row + 1)
    if (place < 0) return null
    places.push(place)
  }
  return places
}

/** The header with the edited rows below it, read with every decision of the full reading fixed. */
function readSmall(
  table: Table,
  sheet: Sheet,
  rows: readonly number[],
  dictionary: Dictionary,
): Table | null {
  const { headerRows, unit, columns, asOf } = table.reading
  const top = headerRows[1]
  const small: Sheet = {
    ...sheet,
    merges: sheet.merges.filter(({ bottom }) => bottom <= top),
    hiddenRows: [],
    tableAreas: [],
    strays: [],
    ...takeSheetRows(sheet, top, rows),
  }
  const ledger = readLedger(
    [{ fileName: table.file, format: 'excel', sheets: withoutOurs([small], table.file), notes: [] }],
    dictionary,
    {
      ...(asOf.day === null ? {} : { asOf: asOf.day }),
      sheets: {
        [sheet.name]: {
          table: table.name,
          headerRows,
          ...(unit === '' ? {} : { unit }),
          columns: Object.fromEntries(columns.map(({ column, field }) => [column, field])),
        },
      },
    },
  )
  return ledger.tables.length === 1 ? (ledger.tables[0] ?? null) : null
}

/** A copy of the column with these rows changed; null where nothing differs. */
function withRows(column: Column, fresh: Column, places: readonly number[]): Column | null {
  const differs = places.some(
    (place, i) =>
      valueAt(column, place) !== valueAt(fresh, i) || isUnknown(column, place) !== isUnknown(fresh, i),
  )
  if (!differs) return null
  const unknown = unknownRows(column, fresh, places)
  const more = unknown ? { unknown } : {}
  if (column.kind === 'text' && fresh.kind === 'text') {
    const codes = column.codes.slice()
    const dictionary = [...column.dictionary]
    for (const [i, place] of places.entries()) {
      const text = fresh.dictionary[fresh.codes[i] ?? -1]
      if (text === undefined) {
        codes[place] = -1
        continue
      }
      const known = dictionary.indexOf(text)
      codes[place] = known >= 0 ? known : dictionary.push(text) - 1
    }
    return { kind: 'text', codes, dictionary, ...more }
  }
  if (column.kind === 'boolean' && fresh.kind === 'boolean') {
    const values = column.values.slice()
    for (const [i, place] of places.entries()) values[place] = fresh.values[i] ?? 2
    return { kind: 'boolean', values, ...more }
  }
  if (
    (column.kind === 'number' && fresh.kind === 'number') ||
    (column.kind === 'date' && fresh.kind === 'date')
  ) {
    const values = column.values.slice()
    for (const [i, place] of places.entries()) values[place] = fresh.values[i] ?? Number.NaN
    return { kind: column.kind, values, ...more }
  }
  return null
}

function unknownRows(column: Column, fresh: Column, places: readonly number[]): Uint8Array | null {
  if (!column.unknown && !fresh.unknown) return null
  const length = column.kind === 'text' ? column.codes.length : column.values.length
  const unknown = column.unknown?.slice() ?? new Uint8Array(length)
  for (const [i, place] of places.entries()) unknown[place] = fresh.unknown?.[i] ?? 0
  return unknown
}

function damagedRows(table: Table, small: Table, places: readonly number[]): ReadonlyMap<string, Uint8Array> {
  const damaged = new Map(table.damaged)
  for (const key of new Set([...damaged.keys(), ...(small.damaged?.keys() ?? [])])) {
    const rows = damaged.get(key)?.slice() ?? new Uint8Array(table.rowCount)
    const fresh = small.damaged?.get(key)
    for (const [i, place] of places.entries()) rows[place] = fresh?.[i] ?? 0
    if (rows.includes(1)) damaged.set(key, rows)
    else damaged.delete(key)
  }
  return damaged
}

import type { TableName } from '../policy/index.ts'
import { headerAt } from './findHeader.ts'
import { mapColumns } from './mapColumns.ts'
import { readTable } from './readTable.ts'
import { recogniseTable } from './recogniseTable.ts'
import { sheetOf } from './sheetOf.ts'
import type { Dictionary, SheetChoice, Table } from './types.ts'

/** One labelled value: a field of a page. */
export interface RecordEntry {
  /** With its unit, where it has one: 贷款余额(万元). */
  readonly label: string
  /** Heading of the section it stands in. */
  readonly group?: string
  /** '' when empty. */
  readonly value: string
  /** Field key that a person gave it; null: none of ours. */
  readonly field?: string | null
}

export interface RecordOptions {
  /** What it is called in results: the page's title. */
  readonly name: string
  /** The table it is a row of; recognised by its fields when absent. */
  readonly table?: TableName
  /** Day number. */
  readonly asOf: number
}

/**
 * Reads one record that is written as labels and values into a table of one row. `reading.columns[i].column` is the
 * entry's place in `entries`. Null where it is no table of ours.
 */
export function readRecord(
  entries: readonly RecordEntry[],
  dictionary: Dictionary,
  options: RecordOptions,
): Table | null {
  // Entries without a group first: in a header without merges a group's words hold for the blank cells to its right.
  const order = [...entries.keys()].toSorted(
    (a, b) => Number(Boolean(entries[a]?.group)) - Number(Boolean(entries[b]?.group)) || a - b,
  )
  const ordered = order.flatMap((at) => entries[at] ?? [])
  const sheet = sheetOf(
    [
      ordered.map(({ group }) => group ?? ''),
      ordered.map(({ label }) => label),
      ordered.map(({ value }) => value),
    ],
    { name: options.name },
  )
  const header = headerAt(sheet, 0, 2)
  if (!header) return null
  const columns: Record<number, string | null> = {}
  ordered.forEach(({ field }, at) => {
    if (field !== undefined) columns[at] = field
  })
  const choice: SheetChoice = { columns }
  const data = { rows: Uint32Array.of(2), leftOut: [], end: 3 }
  let table = options.table
  if (!table) {
    const first = mapColumns(sheet, header, data.rows, dictionary, null, choice)
    const recognised = recogniseTable(header, first, dictionary)
    if (recognised.table === null) return null
    table = recognised.table
  }
  const read = readTable({
    file: '',
    sheet,
    dictionary,
    header,
    data,
    columns: mapColumns(sheet, header, data.rows, dictionary, table, choice),
    table,
    choice,
    asOfChoice: options.asOf,
  })
  const back = read.reading.columns.map((reading) => ({ ...reading, column: order[reading.column] ?? -1 }))
  return { ...read, reading: { ...read.reading, columns: back } }
}

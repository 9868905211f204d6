import type { PageMatter, TableName } from '../policy/index.ts'
import type { Sheet } from '../table/index.ts'
import type { Header } from './findHeader.ts'
import { headerAt } from './findHeader.ts'
import { mapColumns } from './mapColumns.ts'
import { readTable } from './readTable.ts'
import { recogniseTable } from './recogniseTable.ts'
import { sheetOf } from './sheetOf.ts'
import type { ColumnReading, Dictionary, SheetChoice, Table } from './types.ts'

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
  /** What its page and its section are about, what counts first first. */
  readonly about?: readonly PageMatter[]
}

export interface RecordOptions {
  /** What it is called in results: the page's title. */
  readonly name: string
  /** The table it is a row of. */
  readonly table: TableName
  /** Day number. */
  readonly asOf: number
}

/**
 * Reads one record that is written as labels and values into a table of one row. `reading.columns[i].column` is the
 * entry's place in `entries`. Null where there is nothing to read.
 */
export function readRecord(
  entries: readonly RecordEntry[],
  dictionary: Dictionary,
  options: RecordOptions,
): Table | null {
  const laid = layOut(entries, options.name)
  if (!laid) return null
  const { sheet, header, order, choice } = laid
  const read = readTable({
    file: '',
    sheet,
    dictionary,
    header,
    data,
    columns: mapped(laid, dictionary, options.table),
    table: options.table,
    choice,
    asOfChoice: options.asOf,
  })
  const back = read.reading.columns.map((reading) => ({ ...reading, column: order[reading.column] ?? -1 }))
  return { ...read, reading: { ...read.reading, columns: back } }
}

/** Fields of a register that a page must show for it to be taken for a row of that register. */
const ownFields = 2

/**
 * The registers that these entries are rows of. First the one that they are recognised as, if any, then the others of
 * which they show fields that stand nowhere else: two, or one where the page is about just that.
 */
export function registersIn(
  entries: readonly RecordEntry[],
  dictionary: Dictionary,
  matters: readonly PageMatter[] = [],
): readonly TableName[] {
  const laid = layOut(entries, '')
  if (!laid) return []
  const columns = mapped(laid, dictionary, null)
  const recognised = recogniseTable(laid.header, columns, dictionary)
  const own = new Map<TableName, number>()
  for (const { field: key, sameAs } of columns) {
    const field = dictionary.fields.find((one) => one.key === (key ?? sameAs))
    const home = field?.tables[0]
    if (home && !field.tables.includes('借据')) own.set(home, (own.get(home) ?? 0) + 1)
  }
  const expected = new Set(matters.map(({ table }) => table))
  const others = [...own].flatMap(([home, count]) => (count >= ownFields || expected.has(home) ? [home] : []))
  return [...new Set([...(recognised.table === null ? [] : [recognised.table]), ...others])]
}

interface LaidOut {
  readonly sheet: Sheet
  readonly header: Header
  /** By column of the sheet: the entry's place. */
  readonly order: readonly number[]
  readonly ordered: readonly RecordEntry[]
  readonly choice: SheetChoice
}

const data = { rows: Uint32Array.of(2), leftOut: [], end: 3 }

function layOut(entries: readonly RecordEntry[], name: string): LaidOut | null {
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
    { name },
  )
  const header = headerAt(sheet, 0, 2)
  if (!header) return null
  const columns: Record<number, string | null> = {}
  ordered.forEach(({ field }, at) => {
    if (field !== undefined) columns[at] = field
  })
  return { sheet, header, order, ordered, choice: { columns } }
}

function mapped(laid: LaidOut, dictionary: Dictionary, table: TableName | null): ColumnReading[] {
  const { sheet, header, ordered, choice } = laid
  return mapColumns(
    sheet,
    header,
    data.rows,
    dictionary,
    table,
    choice,
    (column) => ordered[column]?.about ?? [],
  )
}

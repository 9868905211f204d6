import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'

import type { Ledger, Table } from '@postloan/core/ledger'
import type { Column } from '@postloan/core/table'

/** Where an array of a column lies in the file. */
interface Stored {
  readonly at: number
  readonly bytes: number
}

interface StoredColumn {
  readonly key: string
  readonly kind: Column['kind']
  readonly cells: Stored
  /** The texts, joined by U+001F. */
  readonly dictionary?: Stored
  readonly unknown?: Stored
}

interface StoredLedger {
  readonly asOf: Ledger['asOf']
  readonly tables: readonly (Omit<Table, 'columns' | 'sheetRows'> & {
    readonly stored: readonly StoredColumn[]
    /** Sheet rows follow each other. */
    readonly firstRow: number
  })[]
}

/**
 * Writes a ledger of typed tables as bytes beside a description (`file` and `file.json`), so that a process that
 * measures can have it without having made it.
 */
export function writeLedgerFile(file: string, ledger: Ledger): void {
  const out = openSync(file, 'w')
  let at = 0
  const put = (bytes: Uint8Array): Stored => {
    const stored = { at, bytes: bytes.byteLength }
    writeSync(out, bytes)
    at += bytes.byteLength
    return stored
  }
  const tables = ledger.tables.map(({ columns, sheetRows, ...table }) => ({
    ...table,
    firstRow: sheetRows[0] ?? 1,
    stored: [...columns].map(([key, column]): StoredColumn => {
      const cells = column.kind === 'text' ? column.codes : column.values
      const stored = put(new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength))
      return {
        key,
        kind: column.kind,
        cells: stored,
        ...(column.unknown ? { unknown: put(column.unknown) } : {}),
        ...(column.kind === 'text' ? { dictionary: put(Buffer.from(column.dictionary.join('\u001f'))) } : {}),
      }
    }),
  }))
  closeSync(out)
  const described: StoredLedger = { asOf: ledger.asOf, tables }
  const description = openSync(`${file}.json`, 'w')
  writeSync(description, JSON.stringify(described))
  closeSync(description)
}

export function readLedgerFile(file: string): Ledger {
  const described: StoredLedger = JSON.parse(readFileSync(`${file}.json`, 'utf8'))
  const source = openSync(file, 'r')
  const known = new Map<string, string>()
  const take = ({ at, bytes }: Stored): Buffer<ArrayBuffer> => {
    const buffer = Buffer.from(new ArrayBuffer(bytes))
    if (bytes > 0) readSync(source, buffer, 0, bytes, at)
    return buffer
  }
  const columnOf = ({ kind, cells, dictionary, unknown }: StoredColumn): Column => {
    const { buffer } = take(cells)
    const mask = unknown ? { unknown: new Uint8Array(take(unknown).buffer) } : {}
    if (kind === 'text') {
      const texts = dictionary && dictionary.bytes > 0 ? textsIn(take(dictionary), known) : []
      return { kind, codes: new Int32Array(buffer), dictionary: texts, ...mask }
    }
    if (kind === 'boolean') return { kind, values: new Uint8Array(buffer), ...mask }
    return { kind, values: new Float64Array(buffer), ...mask }
  }
  const tables = described.tables.map(({ stored, firstRow, ...table }): Table => ({
    ...table,
    sheetRows: Uint32Array.from({ length: table.rowCount }, (_, row) => row + firstRow),
    columns: new Map(stored.map((column) => [column.key, columnOf(column)])),
  }))
  closeSync(source)
  return { asOf: described.asOf, tables, notTables: [] }
}

/** One by one: cut out of one long text, they would keep it. A text that other columns have is theirs, as in a workbook. */
function textsIn(bytes: Buffer, known: Map<string, string>): string[] {
  const texts: string[] = []
  for (let from = 0; from <= bytes.length;) {
    const found = bytes.indexOf(0x1f, from)
    const to = found < 0 ? bytes.length : found
    const text = bytes.toString('utf8', from, to)
    const before = known.get(text) ?? text
    known.set(before, before)
    texts.push(before)
    from = to + 1
  }
  return texts
}

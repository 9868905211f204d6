import { writeSync } from 'node:fs'

import type { Column } from '@postloan/core/table'

import type { BankTable } from '../differential/bankTables.ts'
import type { StoredColumn } from '../differential/dataTables.ts'

/** A column's type in ClickHouse. */
export const clickHouseTypes: Readonly<Record<StoredColumn['type'], string>> = {
  integer: 'Int32',
  number: 'Nullable(Float64)',
  text: 'Nullable(String)',
  boolean: 'Nullable(Bool)',
  date: 'Nullable(Date32)',
}

/**
 * Writes a table as one block of ClickHouse's Native format: column after column, so that a quarter of a million rows
 * go over without being turned into text. https://clickhouse.com/docs/interfaces/formats/Native
 */
export function writeNativeBlock(file: number, table: BankTable): void {
  const { rowCount, stored } = table
  const write = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
  }
  const start = (name: string, type: string): void => write(Buffer.concat([text(name), text(type)]))
  write(Buffer.from([...varint(stored.length + 1), ...varint(rowCount)]))
  const [id] = table.columns
  start('id', clickHouseTypes.integer)
  write(bytesOf(Int32Array.from({ length: rowCount }, (_, row) => Number(id?.value(row)))))
  for (const { name, column } of stored) {
    start(name, clickHouseTypes[column.kind])
    for (const bytes of cellsOf(column, rowCount)) write(bytes)
  }
}

/** The null map, then the values. */
function cellsOf(column: Column, rowCount: number): Uint8Array[] {
  const nulls = new Uint8Array(rowCount)
  switch (column.kind) {
    case 'text':
      return [nulls, textCells(column.codes, column.dictionary, nulls)]
    case 'boolean': {
      const values = Uint8Array.from(column.values.subarray(0, rowCount), (value, row) => {
        if (value === 2) nulls[row] = 1
        return value === 1 ? 1 : 0
      })
      return [nulls, values]
    }
    case 'number':
    case 'date': {
      const values = column.values.slice(0, rowCount)
      for (let row = 0; row < rowCount; row++) {
        if (!Number.isNaN(values[row] ?? Number.NaN)) continue
        nulls[row] = 1
        values[row] = 0
      }
      return [nulls, bytesOf(column.kind === 'date' ? Int32Array.from(values) : values)]
    }
  }
}

function textCells(codes: Int32Array, dictionary: readonly string[], nulls: Uint8Array): Uint8Array {
  const encoded = dictionary.map(text)
  const empty = text('')
  let size = 0
  for (let row = 0; row < nulls.length; row++) size += (encoded[codes[row] ?? -1] ?? empty).length
  const bytes = new Uint8Array(size)
  let at = 0
  for (let row = 0; row < nulls.length; row++) {
    const cell = encoded[codes[row] ?? -1]
    if (!cell) nulls[row] = 1
    bytes.set(cell ?? empty, at)
    at += (cell ?? empty).length
  }
  return bytes
}

function bytesOf(values: Float64Array | Int32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}

function text(value: string): Uint8Array {
  const bytes = Buffer.from(value, 'utf8')
  return Buffer.concat([Buffer.from(varint(bytes.length)), bytes])
}

/** Seven bits to a byte, the lowest first. */
function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return [...bytes, rest]
}

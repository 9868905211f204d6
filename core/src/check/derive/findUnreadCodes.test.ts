import { expect, test } from 'vitest'

import { madeTable } from '../../ledger/index.ts'
import type { Table } from '../../ledger/index.ts'
import { builtInPolicy, type Field } from '../../policy/index.ts'
import { valueAt, type TextColumn } from '../../table/index.ts'
import { combineTables } from '../combineTables.ts'
import { findUnreadCodes } from './findUnreadCodes.ts'

const fields = ['fiveClass', 'guaranteeType'].flatMap((key) =>
  builtInPolicy.fields.filter((field) => field.key === key),
)

function sheet(rowCount: number, columns: Readonly<Record<string, readonly number[]>>): Table {
  return madeTable({
    name: '借据',
    rowCount,
    columns: new Map(Object.entries(columns).map(([key, unread]) => [key, codesOf(rowCount, unread)])),
  })
}

/** A column of 正常 with unreadable cells in some rows. */
function codesOf(rowCount: number, unread: readonly number[]): TextColumn {
  const unknown = Uint8Array.from({ length: rowCount }, (_, row) => (unread.includes(row) ? 1 : 0))
  return { kind: 'text', codes: Int32Array.from(unknown, (byte) => -byte), dictionary: ['正常'], unknown }
}

function found(tables: readonly Table[], asked: readonly Field[] = fields): unknown {
  const combined = combineTables(tables).get('借据')
  const column = combined && findUnreadCodes(combined, asked)
  return column ? Array.from(column.codes, (_, row) => valueAt(column, row)) : null
}

test('names the fields whose word no code list knows', () => {
  expect(found([sheet(3, { fiveClass: [1], guaranteeType: [1, 2] })])).toEqual([
    null,
    '五级分类、担保方式',
    '担保方式',
  ])
})

test('a sheet without the column has no unreadable cell', () => {
  expect(found([sheet(2, { fiveClass: [1] }), sheet(2, { guaranteeType: [0] })])).toEqual([
    null,
    '五级分类',
    '担保方式',
    null,
  ])
})

test('a ledger with none of the fields says nothing', () => {
  expect(found([sheet(2, { balance: [] })])).toBeNull()
})

import { expect, test } from 'vitest'

import { madeTable } from '../../ledger/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { Column, TextColumn } from '../../table/index.ts'
import { countSameDaySites } from './countSameDaySites.ts'

function texts(values: readonly string[]): TextColumn {
  const dictionary = [...new Set(values.filter((value) => value !== ''))]
  return { kind: 'text', codes: Int32Array.from(values, (value) => dictionary.indexOf(value)), dictionary }
}

function visits(rows: readonly (readonly [checker: string, day: number, address: string])[]): Table {
  return madeTable({
    name: '借据',
    rowCount: rows.length,
    columns: new Map<string, Column>([
      ['checkerId', texts(rows.map(([checker]) => checker))],
      ['lastOnsiteDate', { kind: 'date', values: Float64Array.from(rows, ([, day]) => day) }],
      ['address', texts(rows.map(([, , address]) => address))],
    ]),
  })
}

test('counts addresses, not loans, of one person on one day', () => {
  const table = visits([
    ['王某', 1, '甲路'],
    ['王某', 1, '甲路'],
    ['王某', 1, '乙路'],
    ['王某', 2, '丙路'],
    ['李某', 1, '丁路'],
    ['', 1, '戊路'],
    ['王某', 1, ''],
  ])
  expect([...(countSameDaySites(table, () => true) ?? [])]).toEqual([2, 2, 2, 1, 1, Number.NaN, Number.NaN])
})

test('persons are left out: a village is visited house by house', () => {
  const table = visits([
    ['王某', 1, '甲路'],
    ['王某', 1, '乙路'],
  ])
  expect([...(countSameDaySites(table, (row) => row === 0) ?? [])]).toEqual([1, Number.NaN])
})

test('without addresses nothing is said', () => {
  const table = visits([['王某', 1, '甲路']])
  const columns = new Map([...table.columns].filter(([key]) => key !== 'address'))
  expect(countSameDaySites({ ...table, columns }, () => true)).toBeNull()
})

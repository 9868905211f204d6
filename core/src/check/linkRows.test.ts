import { expect, test } from 'vitest'

import type { Relation } from '../policy/index.ts'
import type { Column } from '../table/index.ts'
import { linkRows, type KeyedTable } from './linkRows.ts'

const relation: Relation = {
  name: '押品',
  to: '押品',
  cardinality: 'many',
  keys: [['loanNo'], ['contractNo']],
}

function keyed(columns: Record<string, readonly (string | null)[]>): KeyedTable {
  const rowCount = Object.values(columns)[0]?.length ?? 0
  const made = new Map<string, Column>()
  for (const [field, texts] of Object.entries(columns)) {
    const dictionary = [...new Set(texts.filter((text) => text !== null))]
    made.set(field, {
      kind: 'text',
      codes: Int32Array.from(texts, (text) => (text === null ? -1 : dictionary.indexOf(text))),
      dictionary,
    })
  }
  return { rowCount, column: (field) => made.get(field) }
}

function lists(links: ReturnType<typeof linkRows>): number[][] {
  if (!links) return []
  return Array.from({ length: links.offsets.length - 1 }, (_, row) => [
    ...links.rows.subarray(links.offsets[row], links.offsets[row + 1]),
  ])
}

test('a row filed under another loan of the contract is not this loan’s; one filed under the contract is', () => {
  const loans = keyed({ loanNo: ['J1', 'J2', 'J3'], contractNo: ['H1', 'H1', 'H2'] })
  const items = keyed({ loanNo: ['J1', null, 'J9'], contractNo: ['H1', 'H1', 'H2'] })
  expect(lists(linkRows(relation, loans, items, false))).toEqual([[0, 1], [1], []])
})

test('numbers are compared without blanks, hyphens and full width', () => {
  const loans = keyed({ loanNo: ['ＪＪ-001'] })
  expect(lists(linkRows(relation, loans, keyed({ loanNo: ['jj 001'] }), false))).toEqual([[0]])
})

test('without a common column there is no relation, without a number there is no list', () => {
  expect(linkRows(relation, keyed({ loanNo: ['J1'] }), keyed({ guarantor: ['x'] }), false)).toBeNull()
  const links = linkRows(relation, keyed({ loanNo: ['J1', null] }), keyed({ loanNo: ['J1'] }), false)
  expect([...(links?.unlinked ?? [])]).toEqual([0, 1])
})

test('one of two is neither: an ambiguous number leads to no row', () => {
  const one: Relation = { ...relation, cardinality: 'one' }
  const links = linkRows(one, keyed({ loanNo: ['J1', 'J2'] }), keyed({ loanNo: ['J1', 'J1', 'J2'] }), false)
  expect(lists(links)).toEqual([[], [2]])
  expect([...(links?.unlinked ?? [])]).toEqual([1, 0])
})

test('the row itself is left out, and a filler shared by a thousand rows links nothing', () => {
  const others: Relation = { ...relation, to: '借据', excludeSelf: true }
  const loans = keyed({ loanNo: ['J1', 'J1', 'J2'] })
  expect(lists(linkRows(others, loans, loans, true))).toEqual([[1], [0], []])
  const fillers = keyed({ loanNo: Array.from({ length: 1000 }, () => '无') })
  expect(linkRows(others, fillers, fillers, true)?.rows).toHaveLength(0)
})

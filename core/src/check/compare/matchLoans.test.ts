import { array, assert, constantFrom, property, record } from 'fast-check'
import { expect, test } from 'vitest'

import type { ExampleRow } from '../../policy/index.ts'
import { ledgerForTests } from '../ledgerForTests.ts'
import type { KeyedTable } from '../linkRows.ts'
import { matchLoans } from './matchLoans.ts'

function keyed(rows: readonly ExampleRow[]): KeyedTable {
  const [table] = ledgerForTests([{ rows }]).tables
  return { rowCount: rows.length, column: (field) => table?.columns.get(field) }
}

const match = (before: readonly ExampleRow[], now: readonly ExampleRow[]): number[] => [
  ...matchLoans(keyed(before), keyed(now)).now,
]
const draw = (day: number, amount = 100_000): ExampleRow => ({
  合同号: 'HT1',
  放款日期: `2026-01-0${day}`,
  贷款金额: amount,
})

test.each<readonly [string, readonly ExampleRow[], readonly ExampleRow[], readonly number[]]>([
  [
    'the number, however written',
    [{ 借据号: 'a-01' }, { 借据号: 'B02' }],
    [{ 借据号: 'Ｂ02' }, { 借据号: 'A01' }],
    [1, 0],
  ],
  ['gone', [{ 借据号: 'A' }, { 借据号: 'B' }], [{ 借据号: 'B' }], [-1, 0]],
  ['the number twice', [{ 借据号: 'A' }], [{ 借据号: 'A' }, { 借据号: 'A' }], [-2]],
  [
    'another loan under the same contract',
    [{ 借据号: 'A', 合同号: 'H' }],
    [{ 借据号: 'B', 合同号: 'H' }],
    [-1],
  ],
  ['a number entered later', [{ 借据号: null, 合同号: 'H' }], [{ 借据号: 'B', 合同号: 'H' }], [0]],
  ['one of the months has no 借据号 column', [{ 合同号: 'H' }], [{ 借据号: 'B', 合同号: 'H' }], [0]],
  ['draws in another order, the first repaid', [draw(1), draw(2), draw(3)], [draw(3), draw(2)], [-1, 1, 0]],
  ['twin draws', [draw(1), draw(1)], [draw(1), draw(1)], [-2, -2]],
  ['a new draw after the last was repaid', [draw(1)], [draw(2)], [-1]],
  ['the amount of the only draw corrected', [draw(1)], [draw(1, 90_000)], [0]],
  [
    'customer with date and amount',
    [
      { 客户名称: '某甲公司', 放款日期: '2026-01-01', 贷款金额: 5 },
      { 客户名称: '某甲公司', 放款日期: '2026-02-01', 贷款金额: 5 },
    ],
    [{ 客户名称: '某甲公司', 放款日期: '2026-02-01', 贷款金额: 5 }],
    [-1, 0],
  ],
  ['a customer alone may be any of its loans', [{ 客户名称: '某甲公司' }], [{ 客户名称: '某甲公司' }], [-2]],
  ['no key at all', [{ 贷款余额: 1 }], [{ 贷款余额: 1 }], [-2]],
])('%s', (_, before, now, expected) => {
  expect(match(before, now)).toEqual(expected)
})

test('both directions agree, and which month is called previous makes no difference', () => {
  const letter = constantFrom('A', 'B', 'C', null)
  const row = record({
    借据号: letter,
    合同号: letter,
    账号: letter,
    客户名称: constantFrom('甲', '乙'),
    放款日期: constantFrom('2026-01-01', '2026-01-02', null),
    贷款金额: constantFrom(1, 2, null),
  })
  const rows = array(row, { minLength: 1, maxLength: 6 })
  assert(
    property(rows, rows, (before, now) => {
      const forth = matchLoans(keyed(before), keyed(now))
      const back = matchLoans(keyed(now), keyed(before))
      expect([...back.now]).toEqual([...forth.before])
      const paired = [...forth.now.entries()].filter(([, partner]) => partner >= 0)
      expect(paired.map(([, partner]) => forth.before[partner])).toEqual(paired.map(([one]) => one))
    }),
  )
})

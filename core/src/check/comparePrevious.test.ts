import { array, assert, constantFrom, property, record } from 'fast-check'
import { expect, test } from 'vitest'

import { builtInPolicy as policy, type ExampleRow } from '../policy/index.ts'
import { checkLedger } from './check.ts'
import { combineTables } from './combineTables.ts'
import { matchLoans } from './compare/matchLoans.ts'
import { ledgerForTests } from './ledgerForTests.ts'
import { linkPrevious } from './linkPrevious.ts'
import type { KeyedTable } from './linkRows.ts'

function check(now: readonly ExampleRow[], before: readonly ExampleRow[]) {
  const previous = ledgerForTests([{ rows: before }], '2026-09-30')
  return checkLedger(ledgerForTests([{ rows: now }]), { policy, previous })
}

const loan = (借据号: string | null, more: ExampleRow = {}): ExampleRow => ({
  借据号,
  客户名称: '某某机械有限公司',
  贷款金额: 200_000,
  贷款余额: 150_000,
  放款日期: '2026-01-05',
  到期日: '2027-01-04',
  五级分类: '正常',
  贷款状态: '正常',
  ...more,
})

function keyed(rows: readonly ExampleRow[]): KeyedTable {
  const table = combineTables(ledgerForTests([{ rows }]).tables).get('借据')?.table
  return { rowCount: rows.length, column: (field) => table?.columns.get(field) }
}

test('上期 is the same loan as in a comparison of two months, and unknown where that cannot tell', () => {
  const rows = array(
    record({
      借据号: constantFrom('A', 'B', 'C', null),
      合同号: constantFrom('H1', 'H2', null),
      客户名称: constantFrom('甲', '乙', null),
      放款日期: constantFrom('2026-01-01', '2026-02-01', null),
      贷款金额: constantFrom(1, 2, null),
    }),
    { minLength: 1, maxLength: 8 },
  )
  assert(
    property(rows, rows, (before, now) => {
      const [old, fresh] = [keyed(before), keyed(now)]
      const links = linkPrevious(fresh, old)
      const said = now.map((_, row) => {
        const [start = 0, end = 0] = [links?.offsets[row], links?.offsets[row + 1]]
        if (end > start) return links?.rows[start]
        return links?.unlinked?.[row] === 1 ? -2 : -1
      })
      expect(said).toEqual([...matchLoans(old, fresh).before])
    }),
  )
})

test('a ledger without loan numbers has its 上期 by customer, date and amount', () => {
  const bare = Object.fromEntries(Object.entries(loan('A')).filter(([name]) => name !== '借据号'))
  const { previous } = check([bare], [bare])
  expect(previous).toMatchObject({ matched: 1, appeared: 0, gone: 0 })
})

test('a number that stands twice is matched to nothing, and that is said', () => {
  const { previous, notes } = check([loan('A'), loan('A')], [loan('A')])
  expect(previous).toMatchObject({ matched: 0, unmatchedBefore: 1, unmatchedNow: 2, vanished: [] })
  expect(notes.map(({ code }) => code)).toContain('unmatched')
})

test.each<readonly [string, ExampleRow, boolean]>([
  ['with a balance', {}, true],
  ['repaid already', { 贷款余额: 0 }, false],
  ['with a closing day', { 贷款余额: 1, 结清日期: '2026-09-20' }, false],
  ['written off', { 贷款状态: '核销' }, false],
  ['transferred', { 贷款状态: '转让' }, false],
])('a loan that was there %s and is gone', (_, more, told) => {
  const { previous, notes } = check([loan('A')], [loan('A'), loan('B', more)])
  expect(previous?.vanished.map(({ key }) => key)).toEqual(told ? ['B'] : [])
  expect(notes.some(({ code }) => code === 'vanished')).toBe(told)
})

test('what is gone says how it stood, and whether it simply fell due', () => {
  const gone = [
    loan('B', { 到期日: '2026-10-15', 贷款余额: 90_000 }),
    loan('C', { 五级分类: '次级', 客户经理: '李某' }),
  ]
  const { previous, notes } = check([loan('A'), loan('D'), loan('E')], [loan('A'), ...gone])
  expect(previous?.vanished).toMatchObject([
    { key: 'C', balance: 150_000, fiveClass: '次级', officer: '李某', risky: true, fellDue: false, row: 6 },
    { key: 'B', maturity: '2026-10-15', risky: false, fellDue: true, row: 5 },
  ])
  expect(notes.find(({ code }) => code === 'vanished')?.message).toContain(
    '2 笔，上期余额 24.00 万元（其中上期已逾期或已列关注及以下 1 笔，两期之间到期、可能已结清 1 笔）',
  )
})

test('nothing is said of what is gone where the rule is switched off', () => {
  const off = { ...policy, rules: policy.rules.filter(({ id }) => id !== 'DQ-016') }
  const previous = ledgerForTests([{ rows: [loan('B')] }], '2026-09-30')
  const { notes } = checkLedger(ledgerForTests([{ rows: [loan('A')] }]), { policy: off, previous })
  expect(notes.map(({ code }) => code)).not.toContain('vanished')
})

test.each<readonly [string, ExampleRow, number]>([
  ['the balance never moved', {}, 1],
  ['it did', { 贷款余额: 150_000 }, 0],
  ['the year is not yet over', { 放款日期: '2025-11-01' }, 0],
  ['the method is known', { 还款方式: '到期还本' }, 0],
  ['it is overdue', { 逾期天数: 3 }, 0],
])('loans without a repayment method are counted for the file: %s', (_, more, counted) => {
  const row = loan('A', { 贷款余额: 200_000, 放款日期: '2025-10-31', 逾期天数: 0, ...more })
  const { notes } = checkLedger(ledgerForTests([{ rows: [row] }]), { policy })
  expect(notes.filter(({ code }) => code === 'unmoved').length).toBe(counted)
})

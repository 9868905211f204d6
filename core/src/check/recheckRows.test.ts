import { expect, test } from 'vitest'

import { builtInPolicy, type ExampleRow } from '../policy/index.ts'
import { checkLedger } from './check.ts'
import { ledgerForTests, policyForTests, ruleForTests } from './ledgerForTests.ts'
import { recheckRows } from './recheckRows.ts'

const rule = ruleForTests({
  cases: [{ when: '逾期天数 > 90 or max(同客户.逾期天数) > 90', message: '{逾期天数}', needs: ['逾期天数'] }],
})

const row = (at: number, change: ExampleRow = {}): ExampleRow => ({
  借据号: `J${at}`,
  客户编号: `K${at % 7}`,
  合同号: `H${at % 11}`,
  逾期天数: at % 5 === 0 ? 91 : 0,
  贷款余额: 100,
  ...change,
})

test('checking edited rows again says what a full check says of them', () => {
  const options = { policy: policyForTests(rule) }
  const rows = Array.from({ length: 60 }, (_, at) => row(at))
  const before = checkLedger(ledgerForTests([{ rows }]), options)
  for (const [at, change] of [
    [3, { 逾期天数: 200 }],
    [5, { 逾期天数: 0 }],
    [8, { 客户编号: 'K0' }],
    [9, { 逾期天数: null }],
  ] as const) {
    const edited = ledgerForTests([{ rows: rows.map((one, i) => (i === at ? row(at, change) : one)) }])
    const full = checkLedger(edited, options)
    const again = recheckRows(before, edited, options, [{ table: 0, row: at }])
    expect(again).toEqual([...full.findings({ table: 0, tableRow: at })])
  }
})

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id).toSorted()

test('with all rules too', () => {
  const options = { policy: builtInPolicy }
  const rows = Array.from({ length: 30 }, (_, at) =>
    row(at, {
      客户名称: `某某${at % 7}公司`,
      放款日期: '2025-03-01',
      到期日: at % 3 === 0 ? '2026-09-01' : '2027-03-01',
      五级分类: '正常',
      贷款金额: 100,
    }),
  )
  const before = checkLedger(ledgerForTests([{ rows }]), options)
  const edited = ledgerForTests([{ rows: rows.map((one, i) => (i === 4 ? { ...one, 逾期天数: 120 } : one)) }])
  const full = [...checkLedger(edited, options).findings({ table: 0, tableRow: 4 })]
  const again = recheckRows(before, edited, options, [{ table: 0, row: 4 }])
  expect(full.length).toBeGreaterThan(0)
  expect(ids(again)).toEqual(ids(full))
})

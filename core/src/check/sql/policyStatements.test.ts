import { expect, test } from 'vitest'

import { dayOf } from '../../calendar/index.ts'
import { dialects } from '../../feel/sql/index.ts'
import { builtInPolicy as policy } from '../../policy/index.ts'
import { policyStatements } from './policyStatements.ts'
import type { SqlMap } from './types.ts'

const asOf = dayOf(2026, 10, 31)
const loans = {
  table: 'ods.loan',
  row: 'id',
  columns: {
    借据号: 'loan_no',
    五级分类: 'class5',
    分类逾期天数: 'dpd',
    贷款余额: 'bal',
    登记逾期天数: 'od',
  },
  codes: { 五级分类: { '01': '正常', '02': '关注' } },
}

function statement(map?: SqlMap) {
  const [first] = policyStatements(policy, dialects.duckdb, { asOf, ...(map ? { map } : {}) })
  if (!first) throw new Error('no rules over loans')
  return first
}

test('without a map every table is there, and nearly every case is exported', () => {
  const { cases, left } = statement()
  expect(cases.length).toBeGreaterThan(left.length * 10)
  for (const { reason } of left) expect(reason).not.toBe('')
})

test('the bank’s names and codes stand in the statement, and what it does not have leaves the case out', () => {
  const { sql, cases, left, joined } = statement({ tables: { 借据: loans } })
  expect(sql).toContain('FROM ods.loan AS t')
  expect(sql).toContain(`CASE t."class5" WHEN '01' THEN '正常' WHEN '02' THEN '关注' ELSE t."class5" END`)
  expect(sql).not.toContain('t."五级分类"')
  expect(cases.some(({ rule, case: id }) => rule === 'CLS-002' && id === 'a')).toBe(true)
  expect(left.find(({ rule }) => rule === 'INS-001')?.reason).toContain('首次检查日期')
  expect(joined.map(({ relation }) => relation)).not.toContain('押品')
})

test('a loan without the number that related rows are found by has an unknown list, not an empty one', () => {
  const { sql } = statement({
    tables: { 借据: loans },
    previous: { table: 'ods.loan_before', columns: loans.columns },
  })
  expect(sql).toMatch(/CASE WHEN \(t\."loan_no" IS NULL\) THEN NULL ELSE j\d_all/)
})

test('closed loans are out of every rule that does not say otherwise', () => {
  const columns = { ...loans.columns, 是否结清: 'closed' }
  const { sql } = statement({ tables: { 借据: { ...loans, columns } } })
  expect(sql).toContain('NOT COALESCE(t."closed", FALSE)')
})

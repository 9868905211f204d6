import { expect, test } from 'vitest'

import type { Ast } from '../ast.ts'
import { lowerStrict } from '../lowerStrict.ts'
import { parseFeel } from '../parse/parseFeel.ts'
import { dialects } from './dialect.ts'
import type { SqlName, SqlScope } from './scope.ts'
import { findingsStatement, outcomesStatement, type SqlCase, type SqlTable } from './tableStatement.ts'

const scopeOf = (alias: string): SqlScope => ({
  lookup: (name) => (name === '最新估值' ? { kind: 'column', type: 'number', sql: `${alias}.v` } : undefined),
})
const names: Readonly<Record<string, SqlName>> = {
  贷款余额: { kind: 'column', type: 'number', sql: 't.b' },
  押品: {
    kind: 'relation',
    cardinality: 'many',
    rows: (alias) => ({ from: `c AS ${alias}`, on: [{ outer: 't.l', inner: `${alias}.l` }] }),
    scope: scopeOf,
  },
}
const table: SqlTable = {
  from: 'loans AS t',
  keys: [{ name: 'loan', sql: 't.l' }],
  scope: { lookup: (name) => names[name] },
}

function lowered(text: string): Ast {
  const parsed = parseFeel(text, Object.keys(names))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return lowerStrict(parsed.ast)
}

function caseOf(id: string, when: string, applies?: string): SqlCase {
  return { rule: 'X-1', case: id, when: lowered(when), ...(applies ? { applies: lowered(applies) } : {}) }
}

const cases = [
  caseOf('a', 'max(押品.最新估值) = 0', 'count(押品) > 0'),
  caseOf('b', 'count(押品) = 0', '贷款余额 > 0'),
  caseOf('c', 'next working day(贷款余额) = 1'),
]

test('rows of a relation are looked up once for all rules, and a rule without SQL is left out with its reason', () => {
  const statement = outcomesStatement(cases, table, dialects.duckdb)
  expect(statement.sql.match(/LATERAL/g)).toHaveLength(1)
  expect(statement.cases.map((one) => one.case)).toEqual(['a', 'b'])
  expect(statement.refused.map(({ case: one, refusals }) => [one.case, refusals[0]?.code])).toEqual([
    ['c', 'function'],
  ])
})

test('an engine without lateral joins gets all related rows grouped once', () => {
  const { sql } = outcomesStatement(cases, table, dialects.clickhouse)
  expect(sql).not.toContain('LATERAL')
  expect(sql).toContain('FROM c AS j1\n    GROUP BY j1.l\n  ) AS j1_all ON j1_all.k1 = t.l')
  // a loan without collateral has none, not an unknown number
  expect(sql).toContain('CASE WHEN j1_all.found IS NULL THEN 0 ELSE j1_all.a')
})

test('the findings are one row per case that hits or is incomplete', () => {
  const { sql } = findingsStatement(cases, table, dialects.duckdb)
  expect(sql).toContain(`('X-1', 'a', w."c0"),\n  ('X-1', 'b', w."c1")`)
  expect(sql).toMatch(/WHERE "outcome" IN \(2, 3\)$/)
})

import { policyStatements } from '@postloan/core/check/sql'
import { dialects, findingsStatement } from '@postloan/core/feel/sql'
import { builtInPolicy as policy } from '@postloan/core/policy'
import { SparkSQL } from 'dt-sql-parser'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { DataTables } from '../differential/dataTables.ts'
import { needsOf, ruleExpressions, tablesOf } from '../differential/ruleExpressions.ts'
import { frameArbitrary, ledgerDay, scopeOf } from '../differential/ruleWorld.ts'
import { sparkFunctions } from './sparkFunctions.ts'

const parser = new SparkSQL()

/** The parser takes many times as long for each pair of brackets inside another: it is given one condition at a time. */
const deepest = 7

function depthOf(sql: string): number {
  let depth = 0
  let most = 0
  for (const sign of sql) {
    if (sign === '(') most = Math.max(most, ++depth)
    if (sign === ')') depth--
  }
  return most
}

test.each(tablesOf(policy))('each condition over %s is Spark SQL', (table) => {
  const expressions = ruleExpressions(policy, table)
  const { used, landmarks } = needsOf(policy, table, expressions)
  const options = { rows: 3, unknowns: false }
  const [frame] = fc.sample(frameArbitrary(policy, table, used, landmarks, options), { numRuns: 1, seed: 5 })
  if (!frame) throw new Error('no ledger')
  let parsed = 0
  const left: string[] = []
  for (const one of expressions) {
    const data = new DataTables(dialects.spark).table(frame, scopeOf(policy, table))
    const cases = [{ rule: one.rule, case: one.name, when: one.lowered }]
    const { sql, refused } = findingsStatement(cases, data, dialects.spark)
    if (refused.length > 0 || depthOf(sql) > deepest) {
      left.push(one.name)
      continue
    }
    expect({ name: one.name, errors: parser.validate(sql) }).toEqual({ name: one.name, errors: [] })
    parsed++
  }
  console.log(`${table}: ${parsed} 个条件是 Spark SQL；括号太深没有试的 ${left.length} 个`)
  expect(parsed).toBeGreaterThan(expressions.length / 2)
})

test('the parser knows what is no Spark SQL', () => {
  expect(parser.validate('SELECT a FROM t LEFT JION u ON t.a = u.a').length).toBeGreaterThan(0)
})

test('the exported text calls only functions that were looked up in Spark’s reference', () => {
  const known = new Set([
    ...sparkFunctions.map(({ name }) => name),
    'IN',
    'AND',
    'OR',
    'NOT',
    'AS',
    'FROM',
    'JOIN',
    'WHEN',
    'THEN',
    'ELSE',
    'CASE',
    'WHERE',
    'BETWEEN',
  ])
  const called = policyStatements(policy, dialects.spark, { asOf: ledgerDay }).flatMap(({ sql }) => {
    const bare = sql.replaceAll(/'(?:[^'\\]|\\.)*'|`[^`]*`/g, ' ')
    return [...bare.matchAll(/\b([A-Za-z_]+)\s?\(/g)].map(([, name]) => (name ?? '').toUpperCase())
  })
  expect([...new Set(called)].filter((name) => !known.has(name))).toEqual([])
  expect(new Set(called).size).toBeGreaterThan(20)
})

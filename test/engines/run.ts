import { policyStatements } from '@postloan/core/check/sql'
import { dialects } from '@postloan/core/feel/sql'
import { builtInPolicy as policy } from '@postloan/core/policy'
import * as fc from 'fast-check'

import { bankTables, compareFindings } from '../differential/bankTables.ts'
import { byColumns, compareTruths, statementFor, truthsOf } from '../differential/engines.ts'
import { randomBank, randomWorld } from '../differential/randomBank.ts'
import { needsOf, ruleExpressions, tablesOf } from '../differential/ruleExpressions.ts'
import { frameArbitrary, ledgerDay, scopeOf } from '../differential/ruleWorld.ts'
import { openClickHouse } from './clickhouse.ts'
import { ClickHouseTables, fill } from './clickhouseTables.ts'

/**
 * Every condition of the rules in ClickHouse and in the column engine over random ledgers, then the exported statements
 * over a bank with all registers and the previous month: `pnpm test:engines [ledgers]`. Apart from the other tests, for it fetches half a gigabyte.
 */
const ledgers = Number(process.argv[2] ?? 4)
const rows = 200
const database = openClickHouse()
console.log(`ClickHouse ${database.query('SELECT version()', 'TSV').trim()}`)
database.query(dialects.clickhouse.before)
let differing = 0

for (const table of tablesOf(policy)) {
  const expressions = ruleExpressions(policy, table)
  const { used, landmarks } = needsOf(policy, table, expressions)
  const scope = scopeOf(policy, table)
  const names = expressions.map((one) => one.name)
  let compared = 0
  const without = new Set<string>()
  const frames = frameArbitrary(policy, table, used, landmarks, { rows, unknowns: true })
  for (const frame of fc.sample(frames, { numRuns: ledgers })) {
    const tables = new ClickHouseTables()
    const statement = statementFor(expressions, tables.table(frame, scope), dialects.clickhouse)
    tables.load(database)
    const answer = database.query(`${statement.sql} ORDER BY row`, 'JSONCompactEachRow').trim().split('\n')
    const truths = truthsOf(
      expressions,
      statement,
      answer.map((line): unknown[] => JSON.parse(line)),
    )
    for (const [index, bytes] of truths.entries()) if (!bytes) without.add(names[index] ?? '')
    const result = compareTruths(
      names,
      byColumns(
        expressions.map((one) => one.typed),
        frame,
      ),
      truths,
    )
    compared += result.compared
    differing += result.differences.length
    for (const one of result.differences.slice(0, 10)) console.log(JSON.stringify(one))
  }
  console.log(
    `${table}: ${names.length} 个条件，与 ClickHouse 比较 ${compared} 次；没有 SQL：${[...without].join(' ')}`,
  )
}

const bank = bankTables(randomWorld(randomBank({ loans: 500 * ledgers, seed: 5, prefix: 'A' }), 5))
const statements = policyStatements(policy, dialects.clickhouse, { asOf: ledgerDay, map: bank.map })
for (const table of bank.contents(statements)) fill(database, table)
for (const statement of statements) {
  const answer = database.query(statement.sql, 'JSONCompactEachRow').trim().split('\n')
  const found = answer.map((line): unknown[] => JSON.parse(line))
  const result = compareFindings(statement, found, bank.outcomes(statement.table))
  differing += result.differences.length
  for (const one of result.differences.slice(0, 10)) console.log(one)
  console.log(
    `导出的语句 ${statement.table}: ${statement.cases.length} 个情形，${result.pairs} 对，不适用/通过/命中/无法判断 ${result.outcomes.join('/')}`,
  )
}
database.close()
console.log(differing === 0 ? '全部一致' : `${differing} 处不一致`)
process.exitCode = differing === 0 ? 0 : 1

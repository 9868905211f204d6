import { dialects } from '@postloan/core/feel/sql'
import { builtInPolicy as policy } from '@postloan/core/policy'
import * as fc from 'fast-check'

import { byColumns, compareTruths, statementFor, truthsOf } from '../differential/engines.ts'
import { needsOf, ruleExpressions, tablesOf } from '../differential/ruleExpressions.ts'
import { frameArbitrary, scopeOf } from '../differential/ruleWorld.ts'
import { openClickHouse } from './clickhouse.ts'
import { ClickHouseTables } from './clickhouseTables.ts'

/**
 * Every condition of the rules in ClickHouse and in the column engine over random ledgers: `pnpm test:engines [ledgers]`.
 * Apart from the other tests, for it fetches half a gigabyte.
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
database.close()
console.log(differing === 0 ? '全部一致' : `${differing} 处不一致`)
process.exitCode = differing === 0 ? 0 : 1

import { parseArgs } from 'node:util'

import { PGlite } from '@electric-sql/pglite'
import type { Frame } from '@postloan/core/feel'
import { builtInPolicy as policy } from '@postloan/core/policy'
import * as fc from 'fast-check'

import { oneThread } from './duckTables.ts'
import { byColumns, byDuckDb, byFeelin, byPostgres, compareTruths, type Truths } from './engines.ts'
import { needsOf, type RuleExpression, ruleExpressions, tablesOf } from './ruleExpressions.ts'
import { frameArbitrary, scopeOf } from './ruleWorld.ts'

/**
 * The differential test for as long as it takes: `pnpm differential:long [--pairs 10000000] [--feelin 200000] [--seed 1]`.
 * Each engine is asked for at least so many truths of a condition over a row; what it says otherwise than the column
 * engine is printed with its seed.
 */
const { values } = parseArgs({
  options: { pairs: { type: 'string' }, feelin: { type: 'string' }, seed: { type: 'string' } },
})
const pairs = Number(values.pairs ?? 10_000_000)
const feelinPairs = Number(values.feelin ?? 200_000)
const firstSeed = Number(values.seed ?? 1)

const tables = tablesOf(policy).map((table) => {
  const expressions = ruleExpressions(policy, table)
  return { table, expressions, scope: scopeOf(policy, table), ...needsOf(policy, table, expressions) }
})
type RuledTable = (typeof tables)[number]

interface Engine {
  readonly name: string
  readonly pairs: number
  readonly rows: number
  /** Cells that are unknown rather than blank: an interpreter has no such thing. */
  readonly unknowns: boolean
  run(one: RuledTable, frame: Frame): Promise<Truths> | Truths
}

const connection = await oneThread()
const database = await PGlite.create()
const engines: readonly Engine[] = [
  {
    name: 'DuckDB',
    pairs,
    rows: 1000,
    unknowns: true,
    run: (one, frame) => byDuckDb(one.expressions, frame, one.scope, connection),
  },
  {
    name: 'PostgreSQL',
    pairs,
    rows: 1000,
    unknowns: true,
    run: (one, frame) => byPostgres(one.expressions, frame, one.scope, database),
  },
  {
    name: 'feelin',
    pairs: feelinPairs,
    rows: 24,
    unknowns: false,
    run: (one, frame) => byFeelin(one.expressions, frame, one.scope),
  },
]

let differing = 0
for (const engine of engines) {
  const began = performance.now()
  let compared = 0
  let differences = 0
  let ledgers = 0
  // truths given: an engine that says null to everything has proved nothing
  const given = [0, 0, 0, 0]
  for (let seed = firstSeed; compared < engine.pairs; seed++) {
    for (const one of tables) {
      const options = { rows: engine.rows, unknowns: engine.unknowns }
      const arbitrary = frameArbitrary(policy, one.table, one.used, one.landmarks, options)
      const [frame] = fc.sample(arbitrary, { numRuns: 1, seed })
      if (!frame) throw new Error('no ledger')
      const answers = await engine.run(one, frame)
      const names = one.expressions.map(({ name }: RuleExpression) => name)
      const typed = one.expressions.map((expression) => expression.typed)
      const result = compareTruths(names, byColumns(typed, frame), answers)
      for (const bytes of answers) for (const byte of bytes ?? []) given[byte] = (given[byte] ?? 0) + 1
      compared += result.compared
      differences += result.differences.length
      ledgers++
      for (const difference of result.differences.slice(0, 5)) {
        console.log(`  ${engine.name} ${one.table} 种子 ${seed}: ${JSON.stringify(difference)}`)
      }
    }
  }
  differing += differences
  const minutes = ((performance.now() - began) / 60_000).toFixed(1)
  console.log(
    `${engine.name}: ${compared} 次比较（${ledgers} 份随机台账，假/真/空 ${given.slice(0, 3).join('/')}），${differences} 处不一致，${minutes} 分钟`,
  )
}
await database.close()
process.exitCode = differing === 0 ? 0 : 1

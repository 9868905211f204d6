import type { DuckDBConnection } from '@duckdb/node-api'
import { PGlite } from '@electric-sql/pglite'
import { evaluate as ourEvaluate, type Frame } from '@postloan/core/feel'
import { dialects, findingsStatement } from '@postloan/core/feel/sql'
import { builtInPolicy as policy } from '@postloan/core/policy'
import * as fc from 'fast-check'
import { evaluate as feelinEvaluate } from 'feelin'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { departures } from './departures.ts'
import { DuckTables, oneThread } from './duckTables.ts'
import { byColumns, byDuckDb, byFeelin, byPostgres, compareTruths, type Truths } from './engines.ts'
import { countOperators, flipOperator } from './mutate.ts'
import { needsOf, ruleExpressions, tablesOf, typedForm } from './ruleExpressions.ts'
import { frameArbitrary, scopeOf } from './ruleWorld.ts'

/** All conditions of the rules over each table, with what random ledgers for them hold. */
const tables = tablesOf(policy).map((table) => {
  const expressions = ruleExpressions(policy, table)
  return { table, expressions, scope: scopeOf(policy, table), ...needsOf(policy, table, expressions) }
})

type Table = (typeof tables)[number]

function ledgers(one: Table, rows: number, unknowns: boolean) {
  return frameArbitrary(policy, one.table, one.used, one.landmarks, { rows, unknowns })
}

const names = (one: Table): string[] => one.expressions.map((expression) => expression.name)
const typed = (one: Table) => one.expressions.map((expression) => expression.typed)

/** Random ledgers per comparison; a long run sets a larger number. */
const runs = Number(process.env['DIFFERENTIAL_RUNS'] ?? 2)

let connection: DuckDBConnection
let database: PGlite
beforeAll(async () => {
  connection = await oneThread()
  database = await PGlite.create()
})
afterAll(async () => {
  await database.close()
})

/** How often each truth was given: an engine that says null to everything has proved nothing. */
function countTruths(truths: Truths, into: number[]): void {
  for (const bytes of truths) for (const byte of bytes ?? []) into[byte] = (into[byte] ?? 0) + 1
}

describe.each(tables)('every rule over $table', (one) => {
  // a table with one rule needs more rows to see that rule true, false and undecided
  const interpretedRows = one.expressions.length < 20 ? 120 : 12
  test('the column engine and feelin give the same truth on every row', async () => {
    let compared = 0
    const given = [0, 0, 0, 0]
    await fc.assert(
      fc.asyncProperty(ledgers(one, interpretedRows, false), async (frame) => {
        const interpreted = byFeelin(one.expressions, frame, one.scope)
        const result = compareTruths(names(one), byColumns(typed(one), frame), interpreted)
        compared += result.compared
        countTruths(interpreted, given)
        expect(result.differences).toEqual([])
      }),
      { numRuns: runs, endOnFailure: true },
    )
    console.log(
      `${one.table}: ${one.expressions.length} 个条件,与 feelin 比较 ${compared} 次,假/真/空 ${given.slice(0, 3).join('/')}`,
    )
    expect(compared).toBe(one.expressions.length * interpretedRows * runs)
    expect(Math.min(given[0] ?? 0, given[1] ?? 0, given[2] ?? 0)).toBeGreaterThan(0)
  })

  test.each([
    ['DuckDB', (frame: Frame) => byDuckDb(one.expressions, frame, one.scope, connection)],
    ['PostgreSQL', (frame: Frame) => byPostgres(one.expressions, frame, one.scope, database)],
  ] as const)(
    'the column engine and %s give the same truth on every row, unknown cells included',
    async (engine, run) => {
      let compared = 0
      const given = [0, 0, 0, 0]
      const without = new Set<string>()
      await fc.assert(
        fc.asyncProperty(ledgers(one, 200, true), async (frame) => {
          const answers = await run(frame)
          const result = compareTruths(names(one), byColumns(typed(one), frame), answers)
          compared += result.compared
          countTruths(answers, given)
          for (const [index, bytes] of answers.entries()) if (!bytes) without.add(names(one)[index] ?? '')
          expect(result.differences).toEqual([])
        }),
        { numRuns: runs, endOnFailure: true },
      )
      console.log(
        `${one.table}: 与 ${engine} 比较 ${compared} 次,假/真/空 ${given.slice(0, 3).join('/')};没有 SQL:${[...without].join(' ')}`,
      )
      // only what needs the holiday calendar or cuts a text into a list has no SQL
      for (const name of without) {
        const text = JSON.stringify(one.expressions.find((expression) => expression.name === name)?.lowered)
        expect(text).toMatch(/working day|"split"/)
      }
      expect(compared).toBe((one.expressions.length - without.size) * 200 * runs)
      expect(Math.min(given[0] ?? 0, given[1] ?? 0, given[2] ?? 0)).toBeGreaterThan(0)
    },
    60_000 * runs,
  )
})

test('an engine with one operator turned is found out', async () => {
  const [loans] = tables.filter((one) => one.table === '借据')
  if (!loans) throw new Error('no rules over loans')
  const [frame] = fc.sample(ledgers(loans, 1500, false), { numRuns: 1, seed: 2026 })
  if (!frame) throw new Error('no ledger')
  const answers = await byDuckDb(loans.expressions, frame, loans.scope, connection)
  const mutants = loans.expressions.flatMap((expression, index) =>
    Array.from({ length: countOperators(expression.lowered) }, (_, nth) => ({ expression, index, nth })),
  )
  const flipped = mutants.flatMap(({ expression, index, nth }) => {
    const mutated = flipOperator(expression.lowered, nth)
    if (!mutated || !answers[index]) return []
    return [
      { name: `${expression.name} ${nth}`, index, ...typedForm(expression.name, mutated, policy, '借据') },
    ]
  })
  const truths = byColumns(
    flipped.map((one) => one.typed),
    frame,
  )
  const unnoticed = flipped.filter(
    (one, at) =>
      compareTruths([one.name], [truths[at] ?? null], [answers[one.index] ?? null]).differences.length === 0,
  )
  console.log(`${flipped.length} 个改错一处的引擎,${flipped.length - unnoticed.length} 个被发现`)
  expect(flipped.length).toBeGreaterThan(100)
  // the rest are equal in meaning, or differ where random rows rarely go
  expect(unnoticed.length / flipped.length).toBeLessThan(0.15)
})

test('the statement for a data platform lists just the rows that hit or cannot be decided', async () => {
  const [loans] = tables.filter((one) => one.table === '借据')
  if (!loans) throw new Error('no rules over loans')
  const [frame] = fc.sample(ledgers(loans, 60, true), { numRuns: 1, seed: 7 })
  if (!frame) throw new Error('no ledger')
  const data = new DuckTables()
  const cases = loans.expressions
    .filter((expression) => expression.name.endsWith('when'))
    .map((expression) => ({ rule: expression.rule, case: expression.name, when: expression.lowered }))
  const statement = findingsStatement(cases, data.table(frame, loans.scope), dialects.duckdb)
  await data.load(connection)
  const rows = (await connection.runAndReadAll(statement.sql)).getRows()
  const found = rows.map(([row, , name, outcome]) => `${String(row)} ${String(name)} ${String(outcome)}`)

  const truths = byColumns(typed(loans), frame)
  const expected = statement.cases.flatMap((one) => {
    const bytes = truths[names(loans).indexOf(one.case)] ?? new Uint8Array()
    return Array.from(bytes).flatMap((truth, row) =>
      truth === 0 ? [] : [`${row} ${one.case} ${truth === 1 ? 2 : 3}`],
    )
  })
  expect(found.toSorted()).toEqual(expected.toSorted())
  expect(found.length).toBeGreaterThan(100)
})

test.each(departures)('feelin still departs from DMN: $what', ({ expression, dmn, feelin }) => {
  expect(feelinEvaluate(expression, {}).value).toBe(feelin)
  expect(ourEvaluate(expression, {})).toMatchObject({ ok: true, value: dmn })
})

import type { DuckDBPreparedStatement } from '@duckdb/node-api'

import { runCases } from '../../../core/src/check/runCases.ts'
import { report } from '../measure.ts'
import { countingSql, countOutcomes, setUpRegisters, setUpRules, sqlOf } from '../ruleSetup.ts'

// the same rules over the same typed tables: by the column engine, by DuckDB with one thread, by feelin
// `file`: a workbook, or the folder of a ledger with registers. An engine is loaded only by the process that runs it.
const [engine = 'ours', file = '', rounds = '5'] = process.argv.slice(2)

const { world, tables, withoutSql } = file.endsWith('.xlsx') ? await setUpRules(file) : setUpRegisters(file)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const checks = sum(tables.map(({ table, cases }) => table.rowCount * cases.length))
const cases = sum(tables.map((one) => one.cases.length))
const known = { rows: sum(tables.map(({ table }) => table.rowCount)), checks, cases, withoutSql }

if (engine === 'ours') {
  await report(
    () => {
      const counted = countOutcomes(
        tables.flatMap(({ table }) => runCases(world, table).map((run) => run.bytes)),
      )
      return { ...known, hits: sum(counted.hits), incomplete: sum(counted.incomplete) }
    },
    Number(rounds),
    2,
  )
} else if (engine === 'duckdb') {
  const { fill, oneThread } = await import('../../differential/duckTables.ts')
  const prepared: DuckDBPreparedStatement[] = []
  for (const { table, cases: own } of tables) {
    const connection = await oneThread()
    const { statement, tables: data } = sqlOf(table, own)
    for (const contents of data.contents()) await fill(connection, contents)
    prepared.push(await connection.prepare(countingSql(statement.sql, statement.cases.length)))
  }
  await report(
    async () => {
      const numbers: number[] = []
      for (const counting of prepared) {
        const [counts = []] = (await counting.runAndReadAll()).getRows()
        numbers.push(...counts.map(Number))
      }
      return {
        ...known,
        hits: sum(numbers.filter((_, index) => index % 2 === 0)),
        incomplete: sum(numbers.filter((_, index) => index % 2 === 1)),
      }
    },
    Number(rounds),
    1,
  )
} else {
  const { forFeelin } = await import('../../differential/engines.ts')
  const { contextOf, interpret } = await import('../../differential/feelinRow.ts')
  const [loans] = tables
  if (!loans) throw new Error('the ledger has no table with rules')
  const { table } = loans
  // an interpreter takes minutes for the whole ledger: a few rows are timed, their contexts made beforehand
  const rows = Math.min(10, table.rowCount)
  const prepared = loans.cases.flatMap((one) =>
    [one.applies, one.when].flatMap((part) => {
      if (!part) return []
      const { text, used } = forFeelin(part.lowered)
      return [
        {
          text,
          contexts: Array.from({ length: rows }, (_, row) => contextOf(table.frame, one.scope, row, used)),
        },
      ]
    }),
  )
  await report(() => {
    let answered = 0
    for (const { text, contexts } of prepared) {
      for (const context of contexts) if (interpret(text, context) !== 3) answered++
    }
    return { rows, checks: rows * loans.cases.length, cases: loans.cases.length, answered }
  }, Number(rounds))
}

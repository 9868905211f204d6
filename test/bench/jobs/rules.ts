import { runCases } from '../../../core/src/check/runCases.ts'
import { oneThread } from '../../differential/duckTables.ts'
import { forFeelin } from '../../differential/engines.ts'
import { contextOf, interpret } from '../../differential/feelinRow.ts'
import { report } from '../measure.ts'
import { countingSql, countOutcomes, setUpRules, sqlOf } from '../ruleSetup.ts'

// the same rules over the same typed tables: by the column engine, by DuckDB with one thread, by feelin
const [engine = 'ours', file = '', rounds = '5'] = process.argv.slice(2)

const setup = await setUpRules(file)
const { world, table, cases } = setup

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

if (engine === 'ours') {
  await report(
    () => {
      const counted = countOutcomes(runCases(world, table).map((run) => run.bytes))
      return {
        rows: table.rowCount,
        cases: cases.length,
        hits: sum(counted.hits),
        incomplete: sum(counted.incomplete),
      }
    },
    Number(rounds),
    2,
  )
} else if (engine === 'duckdb') {
  const { statement, tables } = sqlOf(table, cases)
  const connection = await oneThread()
  await tables.load(connection)
  const counting = await connection.prepare(countingSql(statement.sql, statement.cases.length))
  await report(
    async () => {
      const result = await counting.runAndReadAll()
      const [counts = []] = result.getRows()
      const numbers = counts.map(Number)
      return {
        rows: table.rowCount,
        cases: statement.cases.length,
        hits: sum(numbers.filter((_, index) => index % 2 === 0)),
        incomplete: sum(numbers.filter((_, index) => index % 2 === 1)),
      }
    },
    Number(rounds),
    2,
  )
} else {
  // an interpreter takes minutes for the whole ledger: a few rows are timed, their contexts made beforehand
  const rows = Math.min(10, table.rowCount)
  const prepared = cases.flatMap((one) =>
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
    return { rows, cases: cases.length, answered }
  }, Number(rounds))
}

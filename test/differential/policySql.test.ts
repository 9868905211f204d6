import { PGlite } from '@electric-sql/pglite'
import { dayOf } from '@postloan/core/calendar'
import { checkLedger, type Result } from '@postloan/core/check'
import { policyStatements, type SqlMap } from '@postloan/core/check/sql'
import { dialects } from '@postloan/core/feel/sql'
import { readLedger } from '@postloan/core/ledger'
import { builtInPolicy as policy } from '@postloan/core/policy'
import { type Column, isUnknown, valueAt } from '@postloan/core/table'
import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { beforeAll, expect, test } from 'vitest'

import { sampleLedger } from '../portfolio/sampleLedger.ts'
import type { TableContents } from './dataTables.ts'
import { fill as fillDuck, oneThread } from './duckTables.ts'
import { fill as fillPostgres } from './postgresTables.ts'

/** Columns of the bank's table are called c0, c1 …, as those of real ones are not called by our names either. */
interface Bank {
  readonly contents: TableContents
  readonly map: SqlMap
  /** `row rule.case outcome` of every hit and every undecided case that the statement holds, by the check itself. */
  expected(cases: readonly { readonly rule: string; readonly case: string }[]): string[]
}

let bank: Bank

beforeAll(async () => {
  const file = await sampleLedger(300, 7)
  const opening = await openWorkbook(file.bytes, file.fileName, nodeCodec())
  if (!opening.ok) throw new Error(opening.error.message)
  const ledger = readLedger([opening.workbook], policy, { asOf })
  bank = bankOf(checkLedger(ledger, { policy }))
})

const asOf = dayOf(2026, 10, 31)

function bankOf(result: Result): Bank {
  const [one] = result.tables
  if (!one || result.tables.length > 1) throw new Error('one table of loans')
  const { rowCount } = one.table
  const byName = new Map<string, Column>()
  for (const [key, column] of [...one.table.columns, ...one.derived]) {
    const field = policy.fields.find((candidate) => candidate.key === key)
    // a database knows blanks only: a column that has cells nobody could read is not given
    const isSound = Array.from({ length: rowCount }, (_, row) => isUnknown(column, row)).every((no) => !no)
    if (field && isSound) byName.set(field.name, column)
  }
  const columns = [...byName].map(([name, column], at) => ({ name: `c${at}`, means: name, column }))
  return {
    contents: {
      name: 'loan_ledger',
      rowCount,
      columns: [
        { name: 'id', type: 'integer', value: (row) => row },
        ...columns.map(({ name, column }) => ({
          name,
          type: column.kind,
          value: (row: number) => valueAt(column, row),
        })),
      ],
    },
    map: {
      tables: {
        借据: {
          table: 'loan_ledger',
          row: 'id',
          columns: Object.fromEntries(columns.map(({ name, means }) => [means, name])),
        },
      },
    },
    expected: (cases) =>
      cases.flatMap(({ rule, case: id }) =>
        Array.from(result.outcomes(rule, id, 0) ?? []).flatMap((outcome, row) =>
          outcome === 2 || outcome === 3 ? [`${row} ${rule}.${id} ${outcome}`] : [],
        ),
      ),
  }
}

const engines = {
  duckdb: async (sql: string): Promise<unknown[][]> => {
    const connection = await oneThread()
    await fillDuck(connection, bank.contents)
    return (await connection.runAndReadAll(sql)).getRows()
  },
  postgres: async (sql: string): Promise<unknown[][]> => {
    const database = await PGlite.create()
    await fillPostgres(database, bank.contents)
    const { rows } = await database.query<unknown[]>(sql, [], { rowMode: 'array' })
    await database.close()
    return rows
  },
} as const

test.each(['duckdb', 'postgres'] as const)(
  'the exported rules find in %s just what the check finds in the ledger',
  async (id) => {
    const [statement] = policyStatements(policy, dialects[id], { asOf, map: bank.map })
    if (!statement) throw new Error('no statement over loans')
    const rows = await engines[id](statement.sql)
    const found = rows.map(
      (row) => `${String(row[0])} ${String(row.at(-3))}.${String(row.at(-2))} ${String(row.at(-1))}`,
    )
    const expected = bank.expected(statement.cases)
    console.log(`${id}: ${statement.cases.length} 个情形，${found.length} 个发现`)
    expect(found.toSorted()).toEqual(expected.toSorted())
    expect(statement.cases.length).toBeGreaterThan(100)
    expect(found.length).toBeGreaterThan(100)
  },
)

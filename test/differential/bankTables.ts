import { indexPolicy } from '@postloan/core/check'
import type { PolicyStatement, SqlMap, SqlSource } from '@postloan/core/check/sql'
import { builtInPolicy as policy, type TableName } from '@postloan/core/policy'
import { type Column, valueAt } from '@postloan/core/table'

// the stage behind checkLedger: the computed columns of both months are data on the platform
import { runCases } from '../../core/src/check/runCases.ts'
import type { World, WorldTable } from '../../core/src/check/world.ts'
import type { TableContents } from './dataTables.ts'

/** A ledger as the tables of a bank's data platform, and what the column engine says of it. */
export interface BankTables {
  readonly map: SqlMap
  /** What the platform holds: of each table the columns that one of these statements names. */
  contents(statements: readonly PolicyStatement[]): readonly BankTable[]
  /** Outcome bytes of each case that ran over a table, by `rule.case`. */
  outcomes(table: TableName): ReadonlyMap<string, Uint8Array>
}

export interface BankTable extends TableContents {
  readonly stored: readonly { readonly name: string; readonly column: Column }[]
}

const tableNames: Readonly<Record<TableName, string>> = {
  借据: 'bank_loan',
  押品: 'bank_collateral',
  保证人: 'bank_guarantor',
  支付: 'bank_payment',
  预警: 'bank_warning',
  催收: 'bank_collection',
  财务: 'bank_statement',
  档案: 'bank_archive',
}

/** `slice`: which part of a bank that is filled bit by bit this is; the rows of each part have numbers of their own. */
export function bankTables(world: World, slice = 0): BankTables {
  const platform: PlatformTable[] = [...world.tables].map(([name, table]) =>
    platformTable(tableNames[name], table),
  )
  const before = world.previous?.tables.get('借据')
  const previous = before && platformTable('bank_loan_before', before, 'p_')
  const sources = [...world.tables.keys()].map((name, at) => [name, platform[at]?.source] as const)
  const all = previous ? [...platform, previous] : platform
  return {
    map: {
      tables: Object.fromEntries(sources.filter(([, source]) => source !== undefined)),
      ...(previous ? { previous: previous.source } : {}),
    },
    contents: (statements) => all.map((one) => contentsOf(one, statements, slice * rowsPerSlice)),
    outcomes: (name) => outcomesOf(world, name),
  }
}

/** The numbers of the rows of a slice, in every table, begin with its own number of these. */
export const rowsPerSlice = 10_000_000

interface PlatformTable {
  readonly source: SqlSource
  readonly table: WorldTable
  readonly byColumn: ReadonlyMap<string, Column>
}

function platformTable(name: string, table: WorldTable, prefix = 'c_'): PlatformTable {
  const columns: Record<string, string> = {}
  const byColumn = new Map<string, Column>()
  for (const [key, column] of [...table.combined.table.columns, ...table.derived]) {
    const field = indexPolicy(policy).fieldByKey.get(key)
    // a database knows blanks only: a column that has cells nobody could read is not given
    if (!field || column.unknown?.includes(1)) continue
    // the bank's columns are called otherwise than our fields
    columns[field.name] = prefix + key
    byColumn.set(prefix + key, column)
  }
  return { source: { table: name, row: 'id', columns }, table, byColumn }
}

function contentsOf(
  { source, table, byColumn }: PlatformTable,
  statements: readonly PolicyStatement[],
  firstRow: number,
): BankTable {
  const stored = [...byColumn]
    .filter(([name]) =>
      statements.some(({ sql }) => sql.includes(`"${name}"`) || sql.includes(`\`${name}\``)),
    )
    .map(([name, column]) => ({ name, column }))
  return {
    name: source.table,
    rowCount: table.rowCount,
    stored,
    columns: [
      { name: 'id', type: 'integer', value: (row) => firstRow + row },
      ...stored.map(({ name, column }) => ({
        name,
        type: column.kind,
        value: (row: number) => valueAt(column, row),
      })),
    ],
  }
}

function outcomesOf(world: World, name: TableName): ReadonlyMap<string, Uint8Array> {
  const table = world.tables.get(name)
  if (!table) return new Map()
  return new Map(
    runCases(world, table).flatMap(({ compiled, bytes }) =>
      bytes ? [[`${compiled.rule.id}.${compiled.case.id}`, bytes] as const] : [],
    ),
  )
}

export interface FindingsComparison {
  /** Pairs of a row and a case of the statement. */
  readonly pairs: number
  readonly findings: number
  /** How often each outcome was given: 0 not applicable, 1 pass, 2 hit, 3 incomplete. */
  readonly outcomes: readonly number[]
  /** `row rule.case outcome`, with who says so. */
  readonly differences: readonly string[]
  /** Cases that the column engine did not run: for it a computed column is there only with what it is computed from. */
  readonly notRun: readonly string[]
}

/** What a statement's rows say against the outcomes of the column engine. */
export function compareFindings(
  statement: PolicyStatement,
  rows: readonly (readonly unknown[])[],
  outcomes: ReadonlyMap<string, Uint8Array>,
): FindingsComparison {
  const found = new Set(
    rows.map((row) => `${String(row[0])} ${String(row.at(-3))}.${String(row.at(-2))} ${String(row.at(-1))}`),
  )
  const differences: string[] = found.size < rows.length ? ['SQL: 有重复的行'] : []
  const counts = [0, 0, 0, 0]
  const notRun: string[] = []
  let [pairs, findings] = [0, 0]
  for (const one of statement.cases) {
    const name = `${one.rule}.${one.case}`
    const bytes = outcomes.get(name)
    if (!bytes) {
      notRun.push(name)
      continue
    }
    pairs += bytes.length
    for (const [row, outcome] of bytes.entries()) {
      counts[outcome] = (counts[outcome] ?? 0) + 1
      if (outcome !== 2 && outcome !== 3) continue
      findings++
      const written = `${row} ${name} ${outcome}`
      if (!found.delete(written)) differences.push(`列引擎: ${written}`)
    }
  }
  const silent = new Set(notRun)
  for (const written of found)
    if (!silent.has(written.split(' ')[1] ?? '')) differences.push(`SQL: ${written}`)
  return { pairs, findings, outcomes: counts, differences, notRun }
}

import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'

import { policyStatements } from '@postloan/core/check/sql'
import { dialects } from '@postloan/core/feel/sql'
import { builtInPolicy as policy } from '@postloan/core/policy'

import { bankTables } from '../differential/bankTables.ts'
import { randomBank, randomWorld } from '../differential/randomBank.ts'
import { ledgerDay } from '../differential/ruleWorld.ts'
import { writeNativeBlock } from './nativeBlock.ts'

/** Asks for a slice of the bank. */
export interface SliceOrder {
  readonly slice: number
  readonly loans: number
  /** Loans in the slices before. */
  readonly first: number
  readonly seed: number
  /** Its computed columns are worked out, not made at random. */
  readonly worked: boolean
  readonly childRows: number
  readonly folder: string
}

export interface SliceDone {
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly file: string }[]
  readonly columns: Readonly<Record<string, readonly (readonly [name: string, kind: string])[]>>
  readonly statements: readonly { readonly table: string; readonly cases: number; readonly sql: string }[]
  /** `table rule.case outcome` → rows, by the column engine. */
  readonly counts: Readonly<Record<string, number>>
  readonly pairs: number
  readonly milliseconds: { readonly made: number; readonly judged: number; readonly written: number }
  /** The most memory this process has had, in bytes. */
  readonly peak: number
}

process.on('message', (order: SliceOrder) => {
  process.send?.(doSlice(order))
})

/** One slice: made, judged by the column engine, and written for ClickHouse. */
function doSlice({ slice, loans, first, seed, worked, childRows, folder }: SliceOrder): SliceDone {
  const began = performance.now()
  const own = seed + slice * 101
  const prefix = `S${String(slice).padStart(3, '0')}`
  const bank = bankTables(
    randomWorld(
      randomBank({ loans, seed: own, prefix, first, childRows, made: worked ? 'before' : 'both' }),
      own,
    ),
    slice,
  )
  const made = performance.now()
  const statements = policyStatements(policy, dialects.clickhouse, { asOf: ledgerDay, map: bank.map })
  const counts: Record<string, number> = {}
  let pairs = 0
  for (const statement of statements) {
    const outcomes = bank.outcomes(statement.table)
    for (const one of statement.cases) {
      const name = `${one.rule}.${one.case}`
      const bytes = outcomes.get(name)
      if (!bytes) throw new Error(`${name} did not run`)
      const byOutcome = new Uint32Array(5)
      for (const outcome of bytes) byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1
      pairs += bytes.length
      for (const outcome of [2, 3]) counts[`${statement.table} ${name} ${outcome}`] = byOutcome[outcome] ?? 0
    }
  }
  const judged = performance.now()
  const contents = bank.contents(statements)
  const tables = contents.map((table) => {
    const file = join(folder, `${table.name}.native`)
    const descriptor = openSync(file, 'w')
    writeNativeBlock(descriptor, table)
    closeSync(descriptor)
    return { name: table.name, rows: table.rowCount, file }
  })
  return {
    tables,
    columns: Object.fromEntries(
      contents.map(({ name, columns }) => [
        name,
        columns.map((column) => [column.name, column.type] as const),
      ]),
    ),
    statements: statements.map(({ table, cases, sql }) => ({ table, cases: cases.length, sql })),
    counts,
    pairs,
    milliseconds: { made: made - began, judged: judged - made, written: performance.now() - judged },
    peak: process.resourceUsage().maxRSS * 1024,
  }
}

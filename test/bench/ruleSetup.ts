import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Ast, Scope } from '@postloan/core/feel'
import { dialects, outcomesStatement, type SqlCase } from '@postloan/core/feel/sql'
import { readLedger, type Ledger } from '@postloan/core/ledger'
import { builtInPolicy, type Policy } from '@postloan/core/policy'
import type { Column } from '@postloan/core/table'

import { compileCases, type CompiledCase } from '../../core/src/check/compileCases.ts'
import { gateRows } from '../../core/src/check/gateRows.ts'
import { indexPolicy } from '../../core/src/check/policyIndex.ts'
// the stages behind checkLedger one by one: what is measured is the rules, not the reading and deriving before them
import { prepareWorld } from '../../core/src/check/prepareWorld.ts'
import { runCases } from '../../core/src/check/runCases.ts'
import { buildWorld, type World, type WorldTable } from '../../core/src/check/world.ts'
import { DataTables } from '../differential/dataTables.ts'
import { readLedgerFile, writeLedgerFile } from './ledgerFile.ts'
import type { RegisterLedger } from './registerLedger.ts'

export interface RuleSetup {
  readonly world: World
  /** Each table that has rules, with the cases that run on this ledger and have SQL: the same ones for every engine. */
  readonly tables: readonly { readonly table: WorldTable; readonly cases: readonly CompiledCase[] }[]
  /** Cases that run here and that no SQL can say. */
  readonly withoutSql: number
}

/** Reads a ledger and makes ready what the rules compute on, for a policy of only the rules that every engine can run. */
export async function setUpRules(file: string): Promise<RuleSetup> {
  // loaded only here: a process that measures memory has no spreadsheet to read
  const { readWorkbookFile } = await import('@postloan/core/workbook/node')
  const opening = await readWorkbookFile(file)
  if (!opening.ok) throw new Error(opening.error.message)
  const ledger = readLedger([opening.workbook], builtInPolicy)
  const world = prepareWorld(ledger, { policy: builtInPolicy })
  const { withSql, withoutSql } = askWithSql(world)
  return setUp(world, withSql, withoutSql)
}

/** What `writeRegisterWorld` left in a folder, without anything being read or computed again. */
export function setUpRegisters(folder: string): RuleSetup {
  const index = indexPolicy(builtInPolicy)
  const worldFrom = (name: string, previous?: World): World => {
    const computed = readLedgerFile(join(folder, `${name}-computed`))
    return buildWorld(readLedgerFile(join(folder, name)), index, {
      derive: (table) => computed.tables.find((one) => one.name === table.name)?.columns ?? new Map(),
      ...(previous ? { previous } : {}),
    })
  }
  const { withSql, withoutSql } = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'))
  return setUp(worldFrom('now', worldFrom('before')), new Set<string>(withSql), withoutSql)
}

/** Reads and computes what rules rest on, once: a ledger with registers and the month before, in typed tables. */
export function writeRegisterWorld(
  folder: string,
  { ledger, previous }: Omit<RegisterLedger, 'childRows'>,
): void {
  const write = (name: string, read: Ledger, world: World | undefined): void => {
    writeLedgerFile(join(folder, name), read)
    const tables = read.tables.map((table) => ({
      ...table,
      columns: world?.tables.get(table.name)?.derived ?? new Map<string, Column>(),
    }))
    writeLedgerFile(join(folder, `${name}-computed`), { ...read, tables })
  }
  const world = prepareWorld(ledger, { policy: builtInPolicy, previous })
  write('now', ledger, world)
  write('before', previous, world.previous)
  const { withSql, withoutSql } = askWithSql(world)
  writeFileSync(join(folder, 'cases.json'), JSON.stringify({ withSql: [...withSql], withoutSql }))
}

/** The cases that run on a world, by whether there is SQL for them. */
function askWithSql(world: World): { readonly withSql: ReadonlySet<string>; readonly withoutSql: number } {
  const running = tablesOf(world).map((table) => ({
    table,
    cases: runCases(world, table).flatMap((run) => (run.bytes ? [run.compiled] : [])),
  }))
  const withSql = new Set(
    running.flatMap(({ table, cases }) => sqlOf(table, cases).statement.cases.map(nameOf)),
  )
  return { withSql, withoutSql: running.reduce((sum, { cases }) => sum + cases.length, 0) - withSql.size }
}

function setUp(first: World, withSql: ReadonlySet<string>, withoutSql: number): RuleSetup {
  const policy = onlyCases(builtInPolicy, withSql)
  // computed columns do not depend on the rules: the world stands, only its rules are fewer
  const world: World = { ...first, index: indexPolicy(policy) }
  const tables = tablesOf(world).map((table) => ({ table, cases: compileCases(world.index, table.name) }))
  return { world, tables, withoutSql }
}

function tablesOf(world: World): readonly WorldTable[] {
  const tables = [...world.tables.values()]
  return tables.filter(({ name }) => world.index.policy.rules.some((rule) => rule.table === name))
}

const nameOf = (one: { readonly rule: string; readonly case: string }): string => `${one.rule} ${one.case}`

function onlyCases(policy: Policy, names: ReadonlySet<string>): Policy {
  const rules = policy.rules.flatMap((rule) => {
    const cases = rule.cases.filter((one) => names.has(nameOf({ rule: rule.id, case: one.id })))
    return cases.length > 0 ? [{ ...rule, cases }] : []
  })
  return { ...policy, rules }
}

/** The cases over a table as one statement; what a rule looks at (open loans, segments) is a stored column. */
export function sqlOf(table: WorldTable, cases: readonly CompiledCase[]) {
  const gates = new Map<string, Uint8Array | null>()
  const gateColumns = new Map<string, Column>()
  const sqlCases = cases.flatMap((compiled): SqlCase[] => {
    const { when, applies } = compiled
    if (!when) return []
    const gate = gateRows(table, compiled.rule, gates)
    const gateName = `gate ${compiled.rule.scope ?? 'open'} ${String(compiled.rule.segments)}`
    if (gate) gateColumns.set(gateName, { kind: 'boolean', values: gate })
    const conditions: Ast[] = [
      ...(gate ? [{ kind: 'name', name: gateName, from: 0, to: 0 } as const] : []),
      ...(applies ? [applies.lowered] : []),
    ]
    const [first] = conditions
    const all =
      first && conditions.length > 1
        ? ({ kind: 'logic', op: 'and', parts: conditions, from: 0, to: 0 } as const)
        : first
    return [
      {
        rule: compiled.rule.id,
        case: compiled.case.id,
        when: when.lowered,
        ...(all ? { applies: all } : {}),
      },
    ]
  })
  const scopes = cases.map((one) => one.scope)
  const scope: Scope = {
    lookup(name) {
      if (gateColumns.has(name)) return { kind: 'column', type: 'boolean' }
      for (const one of scopes) {
        const binding = one.lookup(name)
        if (binding) return binding
      }
      return undefined
    },
    names: () => scopes[0]?.names() ?? [],
  }
  const tables = new DataTables()
  const statement = outcomesStatement(
    sqlCases,
    tables.table(table.frame, scope, gateColumns),
    dialects.duckdb,
  )
  return { statement, tables }
}

/** Hits and undecided rows of each case: what every engine has to come to. */
export function countOutcomes(bytes: readonly (Uint8Array | null)[]): {
  readonly hits: number[]
  readonly incomplete: number[]
} {
  const hits: number[] = []
  const incomplete: number[] = []
  for (const column of bytes) {
    const counts = new Uint32Array(256)
    if (column) for (const byte of column) counts[byte] = (counts[byte] ?? 0) + 1
    hits.push(counts[2] ?? 0)
    incomplete.push(counts[3] ?? 0)
  }
  return { hits, incomplete }
}

/** The statement that counts what `countOutcomes` counts. */
export function countingSql(outcomes: string, cases: number): string {
  const counts = Array.from({ length: cases }, (_, index) =>
    [2, 3].map((outcome) => `COUNT(*) FILTER (WHERE "c${index}" = ${outcome})`),
  )
  return `SELECT ${counts.flat().join(', ')} FROM (${outcomes}) AS outcomes`
}

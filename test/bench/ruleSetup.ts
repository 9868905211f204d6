import type { Ast, Scope } from '@postloan/core/feel'
import { dialects, outcomesStatement, type SqlCase } from '@postloan/core/feel/sql'
import { readLedger } from '@postloan/core/ledger'
import { builtInPolicy, type Policy } from '@postloan/core/policy'
import type { Column } from '@postloan/core/table'
import { readWorkbookFile } from '@postloan/core/workbook/node'

import type { CompiledCase } from '../../core/src/check/compileCases.ts'
import { gateRows } from '../../core/src/check/gateRows.ts'
// the stages behind checkLedger one by one: what is measured is the rules, not the reading and deriving before them
import { prepareWorld } from '../../core/src/check/prepareWorld.ts'
import { runCases } from '../../core/src/check/runCases.ts'
import type { World, WorldTable } from '../../core/src/check/world.ts'
import { DuckTables } from '../differential/duckTables.ts'

export interface RuleSetup {
  readonly world: World
  readonly table: WorldTable
  /** The cases that run on this ledger and have SQL: the same ones for every engine. */
  readonly cases: readonly CompiledCase[]
}

/** Reads a ledger and makes ready what the rules compute on, for a policy of only the rules that every engine can run. */
export async function setUpRules(file: string): Promise<RuleSetup> {
  const opening = await readWorkbookFile(file)
  if (!opening.ok) throw new Error(opening.error.message)
  const ledger = readLedger([opening.workbook], builtInPolicy)
  const first = loanWorld(prepareWorld(ledger, { policy: builtInPolicy }))
  const running = runCases(first.world, first.table).filter((run) => run.bytes !== null)
  const withSql = new Set(
    sqlOf(
      first.table,
      running.map((run) => run.compiled),
    ).statement.cases.map(nameOf),
  )
  const policy = onlyCases(builtInPolicy, withSql)
  const { world, table } = loanWorld(prepareWorld(ledger, { policy }))
  return { world, table, cases: runCases(world, table).map((run) => run.compiled) }
}

function loanWorld(world: World): { readonly world: World; readonly table: WorldTable } {
  const table = world.tables.get('借据')
  if (!table) throw new Error('the ledger has no loans')
  return { world, table }
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
  const tables = new DuckTables()
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

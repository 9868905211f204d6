import type { Ledger, Table } from '../../ledger/index.ts'
import type { TableName } from '../../policy/index.ts'
import { isUnknown, valueAt, type Column } from '../../table/index.ts'
import type { CheckedState } from '../checkedState.ts'
import {
  deriveColumns,
  keepsSparseArrears,
  lastPaymentDay,
  registersOf,
  wholeLedgerFacts,
  type CustomerFacts,
  type KnownFacts,
} from '../derive/index.ts'
import { foldAgain } from '../foldColumns.ts'
import { findingMaker } from '../makeFinding.ts'
import { partOf } from '../partOf.ts'
import { isHit, reportRows, undecidedFrom } from '../reportRows.ts'
import { takeRows } from '../takeRows.ts'
import type { CheckOptions, Finding } from '../types.ts'
import { buildWorld, type World } from '../world.ts'
import type { Cell } from './columnOfCells.ts'
import { changedFields, mayDiffer } from './findChanged.ts'
import type { RowsToCheck } from './findNeighbours.ts'
import { KeptOutcomes } from './keptOutcomes.ts'
import type { LedgerTies } from './ledgerTies.ts'
import type { Rechecked, RowPlace } from './prepareRecheck.ts'
import { steadyWorld } from './steadyWorld.ts'

/** Facts that are found by going through all rows once; the edits of single rows leave them. */
type Habits = Pick<KnownFacts, 'sparseArrears' | 'lastPaymentDay'>

/** Checks a few rows of the ledger as a ledger of their own, with what only the whole one can tell put in. */
export function judgeAgain(
  state: CheckedState,
  options: CheckOptions,
  ties: LedgerTies,
): (ledger: Ledger, found: RowsToCheck) => Omit<Rechecked, 'settled'> {
  const { world } = state
  const habits = habitsOf(world)
  const activeOf = (name: TableName) =>
    state.checked
      .find(({ table }) => table.name === name)
      ?.runs.flatMap((run) => (run.bytes ? [run.compiled] : [])) ?? []
  const active = new Map([...world.tables.keys()].map((name) => [name, activeOf(name)]))
  const steady = steadyWorld(world, (name) => active.get(name) ?? [])
  const said = new KeptOutcomes()

  return (ledger, found) => {
    const kept = rowsByPart(ties, ledger, found.taken)
    const tables = ledger.tables.map((table, at) => takeRows(table, kept[at] ?? []))
    const small = smallWorld({ ...ledger, tables }, found)
    const frames = steady.load(small)
    const rows: RowPlace[] = []
    const findings: Finding[] = []
    for (const [name, judged] of found.judged) {
      const table = frames.world.tables.get(name)
      const checked = state.checked.find((one) => one.table.name === name)
      if (!table || !checked || judged.length === 0) continue
      const taken = found.taken.get(name) ?? []
      const place = new Map(taken.map((row, at) => [row, at]))
      const runs = said.runsOf(checked.runs, name, taken)
      let again = runs
      if (name === '借据') {
        const places = judged.map((row) => ({ row, local: place.get(row) ?? -1 }))
        const changed = changedFields(found.before, ledger, ties.facts, table, places)
        const differs = mayDiffer(world.index, changed, new Set(found.editedRegisters))
        again = runs.filter(({ compiled }) => differs(compiled))
      }
      frames.judge(name, table, again)
      foldAgain(state.folds, table, runs)
      const reports = reportRows(table, runs)
      const maker = findingMaker(frames.world, table)
      for (const row of judged) {
        const local = place.get(row) ?? -1
        const part = partOf(table, local)
        const tableRow = kept[part.index]?.[local - part.start] ?? -1
        rows.push({ table: part.index, row: tableRow })
        for (const report of reports) {
          const byte = report.rows?.[local] ?? 0
          const run = byte === 0 ? undefined : report.ranked[isHit(byte) ? byte - 1 : byte - undecidedFrom]
          if (!run) continue
          findings.push({ ...maker.make(run.compiled, local, isHit(byte) ? 'hit' : 'incomplete'), tableRow })
        }
        if (name === '借据') ties.keep(row, computedCells(small, local))
        said.keep(name, row, runs, local)
      }
    }
    ties.renamed.clear()
    return { rows, findings }
  }

  function smallWorld(ledger: Ledger, found: RowsToCheck): World {
    const loans = found.taken.get('借据') ?? []
    const judged = new Set(found.judged.get('借据'))
    const { parameters } = options.policy
    const previous = world.previous && takePrevious(world.previous, found.previous)
    return buildWorld(ledger, world.index, {
      ...(previous ? { previous } : {}),
      derive(table, seed) {
        const isLoans = table.name === '借据'
        const known: KnownFacts | null = isLoans ? { ...habits, customers: customersOf(ties, loans) } : null
        const derived = deriveColumns(table.table, {
          asOf: seed.asOf,
          parameters,
          ...(seed.previous ? { previousAsOf: seed.previous.asOf } : {}),
          ...registersOf(seed),
          ...(known ? { known } : {}),
        })
        return isLoans ? withKept(derived, loans, judged) : derived
      },
    })
  }

  /** Computed columns of the taken loans: of the judged ones as computed now, of the others as they were. */
  function withKept(
    derived: ReadonlyMap<string, Column>,
    loans: readonly number[],
    judged: ReadonlySet<number>,
  ): ReadonlyMap<string, Column> {
    const all = new Map<string, Column>()
    for (const key of ties.facts.keys) {
      if (key === 'unreadCodes') continue
      const column = derived.get(key)
      const whole = wholeLedgerFacts.has(key)
      const cells = loans.map((row, at): Cell => {
        if (whole || !judged.has(row)) return ties.facts.cell(row, key)
        if (!column) return null
        return isUnknown(column, at) ? undefined : valueAt(column, at)
      })
      const made = ties.facts.column(key, cells)
      if (made) all.set(key, made)
    }
    return all
  }

  function computedCells(small: World, local: number): ReadonlyMap<string, Cell> {
    const cells = new Map<string, Cell>()
    for (const [key, column] of small.tables.get('借据')?.derived ?? [])
      cells.set(key, isUnknown(column, local) ? undefined : valueAt(column, local))
    return cells
  }
}

/** Rows to take of each table of the ledger, counted in that table. */
function rowsByPart(
  ties: LedgerTies,
  ledger: Ledger,
  taken: ReadonlyMap<TableName, readonly number[]>,
): readonly (readonly number[])[] {
  const rows: number[][] = ledger.tables.map(() => [])
  for (const [name, list] of taken) {
    const cells = ties.cells(name)
    for (const row of list) {
      const part = cells.partAt(row)
      rows[part.index]?.push(row - part.start)
    }
  }
  return rows
}

function customersOf(ties: LedgerTies, rows: readonly number[]): CustomerFacts {
  const known = new Map<string, number>()
  const keys: string[] = []
  const customer = new Int32Array(rows.length).fill(-1)
  const kind = new Int16Array(rows.length).fill(-1)
  rows.forEach((row, at) => {
    const renamed = ties.renamed.get(row)
    const own = renamed === undefined ? ties.knownCustomer(row) : renamed
    if (!own) return
    const number = known.get(own.key) ?? keys.push(own.key) - 1
    known.set(own.key, number)
    customer[at] = number
    kind[at] = own.kind
  })
  const sizes = new Int32Array(keys.length)
  for (const number of customer) if (number >= 0) sizes[number] = (sizes[number] ?? 0) + 1
  const key = { kind: 'text', codes: customer, dictionary: keys } as const
  return { customer, customerCount: keys.length, kind, key, sizes }
}

function habitsOf(world: World): Habits {
  const loans = world.tables.get('借据')?.combined.table
  const payments = world.tables.get('支付')?.combined.table
  return {
    sparseArrears: loans ? keepsSparseArrears(loans) : false,
    lastPaymentDay:
      payments && world.asOf !== null ? lastPaymentDay(payments, world.asOf) : Number.NEGATIVE_INFINITY,
  }
}

/** Some rows of the previous ledger, computed columns and all. */
function takePrevious(previous: World, rows: readonly number[]): World {
  const tables: Table[] = []
  const computed = new Map<TableName, ReadonlyMap<string, Column>>()
  for (const [name, { combined, derived }] of previous.tables) {
    // only its loans are ever asked for
    const wanted = name === '借据' ? rows : []
    tables.push(takeRows(combined.table, wanted))
    computed.set(name, takeRows({ ...combined.table, columns: derived }, wanted).columns)
  }
  const asOf = { day: previous.asOf, from: 'choice', conflicts: [] } as const
  return buildWorld({ asOf, tables, notTables: [] }, previous.index, {
    derive: (table) => computed.get(table.name) ?? new Map(),
  })
}

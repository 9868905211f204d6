import { parseIsoDay } from '../calendar/index.ts'
import type { Frame, RelationRows } from '../feel/index.ts'
import type { Ledger } from '../ledger/index.ts'
import type { Field, Relation, TableName } from '../policy/index.ts'
import type { Column } from '../table/index.ts'
import { combineTables, type CombinedTable } from './combineTables.ts'
import { findUnreadCodes } from './derive/findUnreadCodes.ts'
import { fillBlanks } from './fillBlanks.ts'
import { linkPrevious } from './linkPrevious.ts'
import { linkRows, type RowLinks } from './linkRows.ts'
import type { PolicyIndex } from './policyIndex.ts'
import { parameterColumn, parameterOn } from './resolveParameter.ts'
import { asOfName, columnKind, parametersName, variesByLoan } from './tableScope.ts'

/** A ledger made ready for rules: like tables joined, derived columns computed, relations linked when first asked for. */
export interface World {
  readonly index: PolicyIndex
  readonly asOf: number | null
  readonly tables: ReadonlyMap<TableName, WorldTable>
  readonly previous: World | undefined
}

export interface WorldTable {
  readonly name: TableName
  readonly combined: CombinedTable
  readonly rowCount: number
  readonly derived: ReadonlyMap<string, Column>
  readonly frame: Frame
  /** Column of a field key, read or derived. */
  readonly column: (key: string) => Column | undefined
  /** Null where the related table was not read or shares no key. */
  links(relation: string): RowLinks | null
}

/** Columns computed for a table before rules run, by field key. */
export type Derive = (table: CombinedTable, world: WorldSeed) => ReadonlyMap<string, Column>

export interface WorldSeed {
  readonly index: PolicyIndex
  readonly asOf: number | null
  readonly combined: ReadonlyMap<TableName, CombinedTable>
  readonly previous: World | undefined
}

export interface WorldOptions {
  readonly derive: Derive
  readonly previous?: World
  /** Links that are known beforehand (a rule's example says which rows belong to it), by relation. */
  readonly links?: ReadonlyMap<string, RowLinks>
}

export function buildWorld(ledger: Ledger, index: PolicyIndex, options: WorldOptions): World {
  const combined = combineTables(ledger.tables)
  const asOf = ledger.asOf.day
  const seed: WorldSeed = { index, asOf, combined, previous: options.previous }
  const tables = new Map<TableName, WorldTable>()
  const world: World = { index, asOf, tables, previous: options.previous }
  for (const [name, table] of combined) {
    const derived = new Map(options.derive(table, seed))
    const unread = derived.has(unreadCodes) ? null : findUnreadCodes(table, codeFields(index))
    if (unread) derived.set(unreadCodes, unread)
    tables.set(name, worldTable(world, table, derived, options.links))
  }
  return world
}

/** The one computed column that rests on what the reader could not read. */
const unreadCodes = 'unreadCodes'

function codeFields(index: PolicyIndex): readonly Field[] {
  const keys = index.fieldByKey.get(unreadCodes)?.derived?.from ?? []
  return keys.map((key) => index.fieldByKey.get(key)).filter((field) => field !== undefined)
}

function worldTable(
  world: World,
  combined: CombinedTable,
  derived: ReadonlyMap<string, Column>,
  givenLinks: ReadonlyMap<string, RowLinks> | undefined,
): WorldTable {
  const { index } = world
  const rowCount = combined.table.rowCount
  const linksMade = new Map<string, RowLinks | null>()
  const column = (key: string): Column | undefined => derived.get(key) ?? combined.table.columns.get(key)

  function links(name: string): RowLinks | null {
    const before = linksMade.get(name)
    if (before !== undefined) return before
    const relation = index.relationByName.get(name)
    const target = targetOf(name)
    const made = givenLinks?.get(name) ?? (relation && target ? linkTo(relation, target) : null)
    linksMade.set(name, made)
    return made
  }

  function linkTo(relation: Relation, target: WorldTable): RowLinks | null {
    // a loan and itself a month ago are told apart from its likes more carefully than a row of a register
    if (relation.previous) return linkPrevious(table, target)
    return linkRows(relation, table, target, target === table)
  }

  function targetOf(name: string): WorldTable | undefined {
    const relation = index.relationByName.get(name)
    if (!relation) return undefined
    return (relation.previous ? world.previous : world)?.tables.get(relation.to)
  }

  const table: WorldTable = {
    name: combined.name,
    combined,
    rowCount,
    derived,
    column,
    links,
    frame: {
      rowCount,
      column: columnsByName(index, combined, column),
      constant: (name) =>
        name === asOfName && world.asOf !== null ? { type: 'date', day: world.asOf } : undefined,
      group: (name) => (name === parametersName ? parameters : undefined),
      relation(name): RelationRows | undefined {
        const made = links(name)
        const target = targetOf(name)
        return made && target ? { frame: target.frame, offsets: made.offsets, rows: made.rows } : undefined
      },
    },
  }
  const parameters = parameterFrame(world, table)
  return table
}

/** Columns by Chinese name; a name that `assumedName` made gives the field with its blanks filled. */
function columnsByName(
  index: PolicyIndex,
  combined: CombinedTable,
  column: (key: string) => Column | undefined,
): (name: string) => Column | undefined {
  const filled = new Map<string, Column>()
  // fields that the table lacks are the same column wherever they stand for the same value
  const sameForAll = new Map<string, Column>()
  return (name) => {
    const [written = '', assumed] = name.split('\u0001')
    const field = index.fieldByName.get(written)
    if (!field) return undefined
    if (assumed === undefined) return column(field.key)
    const before = filled.get(name)
    if (before) return before
    const value: unknown = JSON.parse(assumed)
    const known = column(field.key)
    const shared = `${columnKind(field)} ${assumed}`
    const made =
      (known ? undefined : sameForAll.get(shared)) ??
      fillBlanks(known, combined, field, plainDefault(field, value))
    if (!known) sameForAll.set(shared, made)
    filled.set(name, made)
    return made
  }
}

function plainDefault(field: Field, value: unknown): number | string | null {
  if (typeof value === 'string') return field.type === 'date' ? parseIsoDay(value) : value
  return typeof value === 'number' ? value : null
}

function parameterFrame(world: World, table: WorldTable): Frame {
  const columns = new Map<string, Column>()
  const ground = { asOf: world.asOf, rowCount: table.rowCount, column: table.column }
  return {
    rowCount: table.rowCount,
    column(name) {
      const parameter = world.index.parameterByName.get(name)
      if (!parameter || !variesByLoan(parameter)) return undefined
      const made = columns.get(name) ?? parameterColumn(parameter, ground)
      columns.set(name, made)
      return made
    },
    constant(name) {
      const parameter = world.index.parameterByName.get(name)
      const value = parameter && parameterOn(parameter, world.asOf)?.value
      if (!parameter || value === undefined) return undefined
      if (parameter.type === 'date') return { type: 'date', day: parseIsoDay(String(value)) }
      return typeof value === 'object' ? [...value] : value
    },
    group: () => undefined,
    relation: () => undefined,
  }
}

import type { CombinedPart } from './combineTables.ts'
import type { NameUse } from './nameUse.ts'
import type { PolicyIndex } from './policyIndex.ts'
import { asOfName } from './tableScope.ts'
import type { World, WorldTable } from './world.ts'

/**
 * Chinese names of what a case needs and one table of the ledger does not have; empty where it can run. What it reads
 * (`readsOf`) is asked for only where the ledger has no day.
 */
export function findMissing(
  needs: readonly string[],
  readsOf: () => NameUse,
  world: World,
  table: WorldTable,
  part: CombinedPart,
): readonly string[] {
  const missing = needs.filter((need) => !isThere(need, world, table, part))
  // a rule of dates never falls back on today
  if (world.asOf === null && readsOf().asOf && !missing.includes(asOfName)) missing.push(asOfName)
  return missing
}

/** Fields and relations the case reads without declaring them, and that are not there. */
export function findUndeclaredMissing(
  use: NameUse,
  declared: ReadonlySet<string>,
  world: World,
  table: WorldTable,
  part: CombinedPart,
): readonly string[] {
  const read = [...use.fields]
  for (const [relation, fields] of use.relations) {
    read.push(relation, ...[...fields].map((field) => `${relation}.${field}`))
  }
  return read.filter((name) => !declared.has(name) && !isThere(name, world, table, part))
}

function isThere(name: string, world: World, table: WorldTable, part: CombinedPart): boolean {
  if (name === asOfName) return world.asOf !== null
  const [first = '', inner] = name.split('.')
  const relation = world.index.relationByName.get(first)
  if (relation) {
    if (!table.links(first)) return false
    if (inner === undefined) return true
    const target = (relation.previous ? world.previous : world)?.tables.get(relation.to)
    const field = world.index.fieldByName.get(inner)
    return field !== undefined && target?.column(field.key) !== undefined
  }
  const field = world.index.fieldByName.get(name)
  return field !== undefined && hasField(field.key, world, table, part)
}

function hasField(key: string, world: World, table: WorldTable, part: CombinedPart): boolean {
  if (part.table.columns.has(key)) return true
  const derived = table.derived.get(key)
  if (!derived) return false
  if (world.asOf === null && isAllNull(derived)) return false
  const grounds = groundsOf(key, world.index)
  return grounds.size === 0 || [...grounds].some((ground) => part.table.columns.has(ground))
}

/** The columns of a sheet that a derived field may rest on, through other derived fields too; the ledger's day is none. */
export function groundsOf(key: string, index: PolicyIndex): ReadonlySet<string> {
  const grounds = new Set<string>()
  const seen = new Set<string>()
  const visit = (name: string): void => {
    if (name === 'asOfDate' || seen.has(name)) return
    seen.add(name)
    const field = index.fieldByKey.get(name) ?? index.fieldByName.get(name)
    if (field?.derived) field.derived.from.forEach(visit)
    else grounds.add(field?.key ?? name)
  }
  visit(key)
  return grounds
}

const allNull = new WeakMap<object, boolean>()

function isAllNull(column: NonNullable<ReturnType<WorldTable['column']>>): boolean {
  const before = allNull.get(column)
  if (before !== undefined) return before
  const empty =
    column.kind === 'text'
      ? column.codes.every((code) => code < 0)
      : column.kind === 'boolean'
        ? column.values.every((byte) => byte === 2)
        : column.values.every((value) => Number.isNaN(value))
  allNull.set(column, empty)
  return empty
}

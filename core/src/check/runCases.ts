import type { FeelError, Frame } from '../feel/index.ts'
import { builtInPolicy } from '../policy/index.ts'
import { compileCases, type CompiledCase } from './compileCases.ts'
import { findMissing, findUndeclaredMissing } from './findMissing.ts'
import { bindCases, type BoundCases } from './judgeCases.ts'
import { Outcome } from './types.ts'
import type { World, WorldTable } from './world.ts'

/** What one case said of every row of a table. */
export interface CaseRun {
  readonly compiled: CompiledCase
  /** Outcome bytes over the combined rows; null where the case ran nowhere. */
  readonly bytes: Uint8Array | null
  /** By part of the combined table: what it lacks; empty where the case ran. */
  readonly missing: readonly (readonly string[])[]
  /** What is wrong with its expressions. */
  readonly error: FeelError | null
}

/** Their expressions are tested: where such a rule lacks something it need not be compiled to know that it is sound. */
const sound: ReadonlySet<unknown> = new Set(builtInPolicy.rules)

/** Runs all cases over one table of the world. `onRows` is told how many rows are done; false stops. */
export function runCases(
  world: World,
  table: WorldTable,
  onRows?: (done: number) => boolean | void,
): readonly CaseRun[] {
  const parts = table.combined.parts
  const asked = compileCases(world.index, table.name).map((compiled) => {
    const lacking = parts.map((part) =>
      findMissing(compiled.case.needs, () => compiled.use, world, table, part),
    )
    const complete = lacking.some((names) => names.length === 0)
    const error = complete || !sound.has(compiled.rule) ? compiled.error : null
    return { compiled, missing: error ? parts.map(() => []) : lacking, error, canRun: !error && complete }
  })
  const room = unjudged(table.rowCount, asked.filter(({ canRun }) => canRun).length)
  const runs = asked.map(({ compiled, missing, error, canRun }): CaseRun => ({
    compiled,
    missing,
    error,
    bytes: canRun ? room() : null,
  }))
  judgeRuns(table, runs, table.frame, bindCases, onRows)
  return runs
}

/**
 * Room for the outcomes of so many cases, to be taken one by one: one piece of memory for all, since they are kept and
 * dropped together. Rows that nobody came to judge, because the check was stopped, are not passed.
 */
export function unjudged(rowCount: number, cases: number): () => Uint8Array {
  const all = new Uint8Array(rowCount * cases).fill(Outcome.notRun)
  let taken = 0
  return () => {
    taken += 1
    return all.subarray((taken - 1) * rowCount, taken * rowCount)
  }
}

export type Bind = (frame: Frame, cases: readonly CompiledCase[], without: string) => BoundCases

/**
 * Judges the rows of a table by those runs that have bytes. `bind` may give cases that were bound earlier to the same
 * frame; `without` names the relation that the frame is then asked without, '' for none.
 */
export function judgeRuns(
  table: WorldTable,
  runs: readonly CaseRun[],
  frame: Frame,
  bind: Bind,
  onRows?: (done: number) => boolean | void,
): void {
  const active = runs.filter((run) => run.bytes !== null)
  bind(
    frame,
    active.map((run) => run.compiled),
    '',
  ).judge(
    table,
    active.flatMap(({ bytes }) => bytes ?? []),
    onRows,
  )
  judgeUnlinked(table, active, frame, bind)
  for (const run of active) blankOutParts(run, table)
}

function blankOutParts(run: CaseRun, table: WorldTable): void {
  table.combined.parts.forEach((part, at) => {
    if (run.missing[at]?.length) run.bytes?.fill(Outcome.notRun, part.start, part.end)
  })
}

/**
 * A row that has no number to look up related rows with has an unknown list, not an empty one. Where it lacks those of
 * several relations, a case that reads them is asked without all of these at once.
 */
function judgeUnlinked(table: WorldTable, runs: readonly CaseRun[], frame: Frame, bind: Bind): void {
  for (const [key, { names, runs: using }] of combinationsOf(table, runs)) {
    const again = using.map(() => new Uint8Array(table.rowCount))
    const without = {
      ...frame,
      relation: (name: string) => (names.includes(name) ? undefined : frame.relation(name)),
    }
    bind(
      without,
      using.map(({ run }) => run.compiled),
      key,
    ).judge(table, again)
    using.forEach(({ run: { bytes }, patterns, pattern }, at) => {
      const unknown = again[at]
      for (let row = 0; row < table.rowCount; row += 1) {
        if (bytes && unknown && patterns[row] === pattern) bytes[row] = unknown[row] ?? 0
      }
    })
  }
}

interface Combination {
  /** The relations to be asked without. */
  readonly names: readonly string[]
  readonly runs: {
    readonly run: CaseRun
    /** Of each row: a bit for each relation of the run that it has no number for. */
    readonly patterns: Uint32Array
    readonly pattern: number
  }[]
}

/** Which relations rows lack the number for, among those that a case reads; the cases by the same set of them. */
function combinationsOf(table: WorldTable, runs: readonly CaseRun[]): ReadonlyMap<string, Combination> {
  const combinations = new Map<string, Combination>()
  const known = new Map<string, { readonly patterns: Uint32Array; readonly distinct: ReadonlySet<number> }>()
  for (const run of runs) {
    const own = [...run.compiled.use.relations.keys()].filter((name) => table.links(name)?.unlinked)
    if (own.length === 0) continue
    const before = known.get(own.join(' '))
    const patterns = before?.patterns ?? patternsOf(table, own)
    const distinct = before?.distinct ?? new Set(patterns)
    known.set(own.join(' '), { patterns, distinct })
    for (const pattern of distinct) {
      if (pattern === 0) continue
      const names = own.filter((_, bit) => (pattern & (1 << bit)) !== 0)
      const key = names.toSorted().join(' ')
      const combination = combinations.get(key) ?? { names, runs: [] }
      combination.runs.push({ run, patterns, pattern })
      combinations.set(key, combination)
    }
  }
  return combinations
}

function patternsOf(table: WorldTable, relations: readonly string[]): Uint32Array {
  const patterns = new Uint32Array(table.rowCount)
  relations.forEach((name, bit) => {
    const unlinked = table.links(name)?.unlinked
    if (!unlinked) return
    for (let row = 0; row < table.rowCount; row += 1) {
      if (unlinked[row] === 1) patterns[row] = (patterns[row] ?? 0) | (1 << bit)
    }
  })
  return patterns
}

/** What an undecided row lacks because a whole column or table is missing, though the case did not declare the need. */
export function undeclaredMissing(
  run: CaseRun,
  world: World,
  table: WorldTable,
  part: number,
): readonly string[] {
  const declared = new Set([...run.compiled.case.needs, ...Object.keys(run.compiled.case.optional ?? {})])
  const place = table.combined.parts[part]
  return place ? findUndeclaredMissing(run.compiled.use, declared, world, table, place) : []
}

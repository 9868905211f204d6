import { compileProgram, type Frame, type Program, type TypedExpression } from '../feel/index.ts'
import type { CompiledCase } from './compileCases.ts'
import { compileCases } from './compileCases.ts'
import { findMissing, findUndeclaredMissing } from './findMissing.ts'
import { gateRows } from './gateRows.ts'
import { Outcome } from './types.ts'
import type { World, WorldTable } from './world.ts'

/** What one case said of every row of a table. */
export interface CaseRun {
  readonly compiled: CompiledCase
  /** Outcome bytes over the combined rows; null where the case ran nowhere. */
  readonly bytes: Uint8Array | null
  /** By part of the combined table: what it lacks; empty where the case ran. */
  readonly missing: readonly (readonly string[])[]
}

/** Runs all cases over one table of the world. `onRows` is told how many rows are done; false stops. */
export function runCases(
  world: World,
  table: WorldTable,
  onRows?: (done: number) => boolean | void,
): readonly CaseRun[] {
  const parts = table.combined.parts
  const runs = compileCases(world.index, table.name).map((compiled): CaseRun => {
    const missing = parts.map((part) =>
      compiled.error ? [] : findMissing(compiled.case.needs, compiled.use, world, table, part),
    )
    const canRun = !compiled.error && missing.some((names) => names.length === 0)
    return { compiled, missing, bytes: canRun ? unjudged(table.rowCount) : null }
  })
  const active = runs.filter((run) => run.bytes !== null)
  judge(table, table.frame, active, onRows)
  judgeUnlinked(table, active)
  for (const run of active) blankOutParts(run, table)
  return runs
}

/** Rows that nobody came to judge, because the check was stopped, are not passed. */
function unjudged(rowCount: number): Uint8Array {
  return new Uint8Array(rowCount).fill(Outcome.notRun)
}

/** outcome[9 * gate + 3 * applies + when], each 0 false, 1 true, 2 null. */
const outcomeOf = makeOutcomes()

function makeOutcomes(): Uint8Array {
  const table = new Uint8Array(27)
  for (let gate = 0; gate < 3; gate += 1) {
    for (let applies = 0; applies < 3; applies += 1) {
      for (let when = 0; when < 3; when += 1) {
        table[9 * gate + 3 * applies + when] = judgeOne(
          gate === 0 || applies === 0,
          gate * applies === 1,
          when,
        )
      }
    }
  }
  return table
}

/** A case that may not apply passes where it would not hit anyway; else nobody can tell. */
function judgeOne(out: boolean, certain: boolean, when: number): Outcome {
  if (out) return Outcome.notApplicable
  if (when === 0) return Outcome.pass
  return when === 1 && certain ? Outcome.hit : Outcome.incomplete
}

function judge(
  table: WorldTable,
  frame: Frame,
  runs: readonly CaseRun[],
  onRows?: (done: number) => boolean | void,
): void {
  if (runs.length === 0 || table.rowCount === 0) return
  const gates = new Map<string, Uint8Array | null>()
  const expressions: TypedExpression[] = []
  const jobs: Job[] = []
  for (const { compiled, bytes } of runs) {
    if (!compiled.when || !bytes) continue
    const applies = compiled.applies ? expressions.push(compiled.applies) - 1 : -1
    const when = expressions.push(compiled.when) - 1
    jobs.push({ bytes, applies, when, gate: gateRows(table, compiled.rule, gates) })
  }
  const bound = program(expressions).bind(frame)
  for (let from = 0; from < table.rowCount; from += stride) {
    const to = Math.min(from + stride, table.rowCount)
    bound.run(
      (start, end, results) => {
        for (const job of jobs) combine(job, start, end, results)
      },
      from,
      to,
    )
    if (onRows?.(to) === false) return
  }
}

/** Rows between two reports of progress. */
const stride = 1 << 15

interface Job {
  readonly bytes: Uint8Array
  readonly applies: number
  readonly when: number
  readonly gate: Uint8Array | null
}

const always = new Uint8Array(1 << 16).fill(1)

function combine(job: Job, from: number, to: number, results: readonly Uint8Array[]): void {
  const { bytes, gate } = job
  const when = results[job.when]
  const applies = job.applies < 0 ? always : results[job.applies]
  if (!when || !applies) return
  const count = to - from
  if (gate) {
    for (let i = 0; i < count; i += 1) {
      bytes[from + i] = outcomeOf[9 * (gate[from + i] ?? 1) + 3 * (applies[i] ?? 1) + (when[i] ?? 2)] ?? 0
    }
  } else {
    for (let i = 0; i < count; i += 1) {
      bytes[from + i] = outcomeOf[9 + 3 * (applies[i] ?? 1) + (when[i] ?? 2)] ?? 0
    }
  }
}

const programs = new WeakMap<TypedExpression, { expressions: readonly TypedExpression[]; program: Program }>()

/** The last program made for these expressions: a row that is checked again does not compile again. */
function program(expressions: readonly TypedExpression[]): Program {
  const [first] = expressions
  if (!first) throw new Error('a program has at least one expression')
  const before = programs.get(first)
  const same =
    before?.expressions.length === expressions.length &&
    before.expressions.every((expression, at) => expression === expressions[at])
  if (before && same) return before.program
  const made = compileProgram(expressions)
  programs.set(first, { expressions, program: made })
  return made
}

function blankOutParts(run: CaseRun, table: WorldTable): void {
  table.combined.parts.forEach((part, at) => {
    if (run.missing[at]?.length) run.bytes?.fill(Outcome.notRun, part.start, part.end)
  })
}

/** A row that has no number to look up related rows with has an unknown list, not an empty one. */
function judgeUnlinked(table: WorldTable, runs: readonly CaseRun[]): void {
  const relations = new Set(runs.flatMap((run) => [...run.compiled.use.relations.keys()]))
  for (const relation of relations) {
    const unlinked = table.links(relation)?.unlinked
    if (!unlinked) continue
    const using = runs.filter((run) => run.compiled.use.relations.has(relation))
    const again = using.map((run) => ({ ...run, bytes: new Uint8Array(table.rowCount) }))
    const { frame } = table
    judge(
      table,
      { ...frame, relation: (name) => (name === relation ? undefined : frame.relation(name)) },
      again,
    )
    using.forEach(({ bytes }, at) => {
      const unknown = again[at]?.bytes
      for (let row = 0; row < table.rowCount; row += 1) {
        if (bytes && unknown && unlinked[row] === 1) bytes[row] = unknown[row] ?? 0
      }
    })
  }
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

import { compileProgram, type Frame, type TypedExpression } from '../feel/index.ts'
import type { CompiledCase } from './compileCases.ts'
import { gateRows } from './gateRows.ts'
import { Outcome } from './types.ts'
import type { WorldTable } from './world.ts'

/** Cases made ready for one frame: names looked up, parameters folded in. May judge its rows again and again. */
export interface BoundCases {
  /**
   * Writes the outcome of each row of the table into the bytes of each case (in the order bound; a case without bytes is
   * not judged). `onRows` is told how many rows are done; false stops.
   */
  judge(
    table: WorldTable,
    bytes: readonly (Uint8Array | null)[],
    onRows?: (done: number) => boolean | void,
  ): void
}

/** `frame` has the table's rows; the gates (open loans, segments) are the table's own. */
export function bindCases(frame: Frame, cases: readonly CompiledCase[]): BoundCases {
  const expressions: TypedExpression[] = []
  const places = cases.map(({ applies, when }) => ({
    applies: applies ? expressions.push(applies) - 1 : -1,
    when: when ? expressions.push(when) - 1 : -1,
  }))
  const bound = expressions.length > 0 ? compileProgram(expressions).bind(frame) : null
  return {
    judge(table, bytes, onRows) {
      if (!bound || table.rowCount === 0) return
      const gates = new Map<string, Uint8Array | null>()
      const jobs = cases.flatMap((compiled, at): Job[] => {
        const out = bytes[at]
        const { applies, when } = places[at] ?? { applies: -1, when: -1 }
        return out && when >= 0
          ? [{ bytes: out, applies, when, gate: gateRows(table, compiled.rule, gates) }]
          : []
      })
      const only = jobs.flatMap(({ applies, when }) => (applies < 0 ? [when] : [applies, when]))
      for (let from = 0; from < table.rowCount; from += stride) {
        const to = Math.min(from + stride, table.rowCount)
        bound.run(
          (start, end, results) => {
            for (const job of jobs) combine(job, start, end, results)
          },
          from,
          to,
          only,
        )
        if (onRows?.(to) === false) return
      }
    },
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

import type { Column } from '../../table/index.ts'
import type { Frame } from '../types.ts'
import type { TypedExpression } from '../typing/typed.ts'
import type { CompileOptions } from './binder.ts'
import { makeBinder } from './makeBinder.ts'
import type { Vec } from './vec.ts'
import { TextMaker } from './vec.ts'

/** Rows computed at a time: small enough for the buffers of a batch to stay in the processor's cache. */
const BATCH = 4096

/** Called for each batch; the byte arrays (Truth, index 0 = row `from`) are reused for the next. */
export type OnBatch = (from: number, to: number, results: readonly Uint8Array[]) => void

/** Many rules over one kind of frame. Predicates that rules share are computed once per batch. */
export interface Program {
  readonly expressions: readonly TypedExpression[]
  /** Runs over all rows of a frame. */
  run(frame: Frame, onBatch: OnBatch): void
  /** Prepares for one frame (names looked up, parameters folded in); `run` may then be called for any rows again and again. */
  bind(frame: Frame): BoundProgram
}

export interface BoundProgram {
  readonly frame: Frame
  /** Rows from…to (half open); all rows when left out. With `only`, just these expressions: the others have no result. */
  run(onBatch: OnBatch, from?: number, to?: number, only?: readonly number[]): void
  /** True where the expression has the same truth on every row (a missing column, a parameter): that truth byte, else null. */
  constantTruth(expression: number): number | null
}

/** Compiles checked boolean expressions together. An expression of another type is null on every row. */
export function compileProgram(
  expressions: readonly TypedExpression[],
  options: CompileOptions = {},
): Program {
  const bind = (frame: Frame): BoundProgram => bindProgram(frame, expressions, options)
  return {
    expressions,
    bind,
    run: (frame, onBatch) => bind(frame).run(onBatch),
  }
}

function bindProgram(
  frame: Frame,
  expressions: readonly TypedExpression[],
  options: CompileOptions,
): BoundProgram {
  const binder = makeBinder(frame, options)
  const vecs = expressions.map(({ root }) => binder.truth(binder.bind(root, [], binder.root)))
  const every = vecs.map((_, i) => i)
  return {
    frame,
    run(onBatch, from = 0, to = frame.rowCount, only = every) {
      const results: Uint8Array[] = []
      for (let start = from; start < to; start += BATCH) {
        const end = Math.min(start + BATCH, to)
        const n = end - start
        binder.root.move(start, end)
        for (const i of only) {
          const vec = vecs[i]
          if (!vec) continue
          vec.update(n)
          const before = results[i]
          results[i] =
            before?.buffer === vec.bytes.buffer && before.length === n ? before : vec.bytes.subarray(0, n)
        }
        onBatch(start, end, results)
      }
    },
    constantTruth: (expression) => {
      const vec = vecs[expression]
      return vec?.constant ? (vec.bytes[0] ?? 2) : null
    },
  }
}

/** One compiled expression. */
export interface Kernel {
  readonly expression: TypedExpression
  readonly options: CompileOptions
}

export function compile(expression: TypedExpression, options: CompileOptions = {}): Kernel {
  return { expression, options }
}

/** Truth bytes of rows from…to. */
export function runTruth(kernel: Kernel, frame: Frame, from = 0, to = frame.rowCount): Uint8Array {
  const out = new Uint8Array(to - from)
  bindProgram(frame, [kernel.expression], kernel.options).run(
    (start, _end, [bytes]) => {
      if (bytes) out.set(bytes, start - from)
    },
    from,
    to,
  )
  return out
}

/** The values of an expression as a column (dates as a date column, truths as a boolean column; what has no column form is all null). */
export function runColumn(kernel: Kernel, frame: Frame, from = 0, to = frame.rowCount): Column {
  return bindColumn(kernel, frame)(from, to)
}

/** The same for any rows again and again, prepared for one frame once. */
export function bindColumn(kernel: Kernel, frame: Frame): (from: number, to: number) => Column {
  const binder = makeBinder(frame, kernel.options)
  const vec = binder.bind(kernel.expression.root, [], binder.root)
  return (from, to) => {
    const rows = to - from
    const collect = columnCollector(vec, rows)
    for (let start = 0; start < rows; start += BATCH) {
      const n = Math.min(BATCH, rows - start)
      binder.root.move(from + start, from + start + n)
      vec.update(n)
      collect.add(start, n)
    }
    return collect.column
  }
}

interface Collector {
  readonly column: Column
  add(start: number, n: number): void
}

function columnCollector(vec: Vec, rows: number): Collector {
  if (vec.kind === 'truth') {
    const values = new Uint8Array(rows)
    return {
      column: { kind: 'boolean', values },
      add: (start, n) => values.set(vec.bytes.subarray(0, n), start),
    }
  }
  if (vec.kind === 'number') {
    const values = new Float64Array(rows)
    const kind = vec.type === 'date' ? 'date' : 'number'
    return { column: { kind, values }, add: (start, n) => values.set(vec.numbers.subarray(0, n), start) }
  }
  const maker = new TextMaker()
  const codes = new Int32Array(rows).fill(-1)
  return {
    column: { kind: 'text', codes, dictionary: maker.dictionary },
    add(start, n) {
      for (let i = 0; i < n; i++) {
        const value = vec.valueAt(i)
        if (typeof value === 'string') codes[start + i] = maker.codeOf(value)
      }
    },
  }
}

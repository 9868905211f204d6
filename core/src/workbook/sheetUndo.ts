import type { Splice } from './package/splice.ts'

/** How a sheet was before our columns, as far as cells alone do not tell. */
export interface SheetUndo {
  readonly sheet: string
  readonly part: string
  /** Where our columns began. */
  readonly firstColumn: number
  readonly head: TextUndo
  readonly tail: TextUndo
  /** The `spans` of rows that we widened: first row, last row, text. */
  readonly spans: readonly (readonly [number, number, string])[]
  /** Rows that had no element. */
  readonly created: readonly number[]
  /** Rows that were `<row/>`. */
  readonly opened: readonly number[]
}

export interface TextUndo {
  /** CRC-32 of the text as we left it. */
  readonly crc: number
  readonly splices: readonly Splice[]
}

/** `spans` only helps a reader along; beyond this many different runs it is not worth the room. */
const RUN_LIMIT = 5_000

/** Collects `spans` by runs of rows that have the same. */
export class SpanRuns {
  readonly #runs: { from: number; to: number; text: string }[] = []

  add(row: number, text: string): void {
    const last = this.#runs.at(-1)
    if (last?.text === text && row > last.to) last.to = row
    else if (this.#runs.length < RUN_LIMIT) this.#runs.push({ from: row, to: row, text })
  }

  get runs(): SheetUndo['spans'] {
    return this.#runs.map(({ from, to, text }) => [from, to, text] as const)
  }
}

/** The recorded `spans` of a row. */
export function spansOf(runs: SheetUndo['spans'], row: number): string | undefined {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (!run) return undefined
    if (row < run[0]) high = middle - 1
    else if (row > run[1]) low = middle + 1
    else return run[2]
  }
  return undefined
}

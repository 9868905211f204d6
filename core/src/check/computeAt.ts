import { bindColumn, type Frame, type Kernel } from '../feel/index.ts'
import type { Column } from '../table/index.ts'
import type { WorldTable } from './world.ts'

/** Rows computed together: findings are shown in row order, so the next one is nearly always in the same block. */
const block = 2048

interface Block {
  readonly start: number
  readonly column: Column
}

type Compute = ReturnType<typeof bindColumn>

const blocks = new WeakMap<WorldTable, Map<Kernel, Block>>()
const bound = new WeakMap<Frame, Map<Kernel, Compute>>()

/** The value of an expression on one row: a column with the row's place in it. Only the last block is kept. */
export function computeAt(kernel: Kernel, table: WorldTable, row: number): { column: Column; at: number } {
  const known = blocks.get(table) ?? new Map<Kernel, Block>()
  blocks.set(table, known)
  const start = row - (row % block)
  const before = known.get(kernel)
  if (before?.start === start) return { column: before.column, at: row - start }
  const column = computeBy(kernel, table.frame)(start, Math.min(start + block, table.rowCount))
  known.set(kernel, { start, column })
  return { column, at: row - start }
}

function computeBy(kernel: Kernel, frame: Frame): Compute {
  const known = bound.get(frame) ?? new Map<Kernel, Compute>()
  bound.set(frame, known)
  const compute = known.get(kernel) ?? bindColumn(kernel, frame)
  known.set(kernel, compute)
  return compute
}

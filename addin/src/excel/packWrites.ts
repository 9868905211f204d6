import type { CellWrite, SheetWrite, WriteSource } from './port.ts'
import { textSize } from './surveyCells.ts'

/**
 * Room for one request: Excel on the web takes 5 MB, the request is quoted once more on its way. It is less than could
 * be, so that Excel is not silent for long, the progress moves, and cancelling is soon heard.
 */
export const REQUEST_BYTES = 1_500_000
/** Single operations in one request. */
const OPERATIONS = 3_000

/** Puts writes together into as few requests as they fit in; a block of values too large for one is cut by rows. */
export async function* packWrites(
  writes: WriteSource,
  limit = REQUEST_BYTES,
): AsyncGenerator<readonly SheetWrite[], void> {
  let batch: SheetWrite[] = []
  let bytes = 0
  for await (const write of writes) {
    for (const piece of write.kind === 'values' ? cutRows(write, limit) : [write]) {
      const size = sizeOf(piece)
      if (batch.length > 0 && (bytes + size > limit || batch.length >= OPERATIONS)) {
        yield batch
        batch = []
        bytes = 0
      }
      batch.push(piece)
      bytes += size
    }
  }
  if (batch.length > 0) yield batch
}

/** The two halves of what was too much for one request; null where it cannot be divided. */
export function halves(
  batch: readonly SheetWrite[],
): readonly [readonly SheetWrite[], readonly SheetWrite[]] | null {
  if (batch.length > 1) {
    const middle = batch.length >> 1
    return [batch.slice(0, middle), batch.slice(middle)]
  }
  const [only] = batch
  if (only?.kind !== 'values' || only.rows.length < 2) return null
  const middle = only.rows.length >> 1
  const lower = { row: only.at.row + middle, column: only.at.column }
  return [
    [{ ...only, rows: only.rows.slice(0, middle) }],
    [{ ...only, at: lower, rows: only.rows.slice(middle) }],
  ]
}

function* cutRows(
  write: Extract<SheetWrite, { kind: 'values' }>,
  limit: number,
): Generator<SheetWrite, void> {
  let from = 0
  let bytes = 0
  for (const [i, row] of write.rows.entries()) {
    const size = row.reduce((sum: number, cell) => sum + cellSize(cell), 2)
    if (i > from && bytes + size > limit) {
      yield {
        ...write,
        at: { row: write.at.row + from, column: write.at.column },
        rows: write.rows.slice(from, i),
      }
      from = i
      bytes = 0
    }
    bytes += size
  }
  const rest = from === 0 ? write.rows : write.rows.slice(from)
  yield { ...write, at: { row: write.at.row + from, column: write.at.column }, rows: rest }
}

function sizeOf(write: SheetWrite): number {
  if (write.kind !== 'values') return 600
  return write.rows.reduce(
    (sum, row) => sum + row.reduce((all: number, cell) => all + cellSize(cell), 2),
    400,
  )
}

/** Bytes of a cell in a request: Han characters take three, quotes are escaped. */
export function cellSize(cell: CellWrite): number {
  if (cell === null) return 5
  if (typeof cell === 'number') return 14
  if (typeof cell === 'string') return textSize(cell) + 6
  return 'day' in cell ? 14 : textSize(cell.formula) + 6
}

import type { Area } from '@postloan/core/table'

import { toFailure } from './officeErrors.ts'
import { PortFailure } from './portError.ts'

/**
 * Room for one answer. Excel on the web gives 5 MB at most, and what a row takes is a guess from those before it; an
 * answer of this size also is taken apart within one frame budget of the pane (0.1 s).
 */
const ANSWER_BYTES = 3_400_000
/** Excel gives at most five million cells at once. */
const MOST_CELLS = 4_000_000
/** The first request of a sheet, from which the next are sized. */
const FIRST_CELLS = 20_000

export function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top, right - left)
}

export function areaOf(range: Excel.Range): Area {
  const { rowIndex, columnIndex, rowCount, columnCount } = range
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount, right: columnIndex + columnCount }
}

export interface ChunkOptions {
  readonly signal: AbortSignal | undefined
  /** What a row takes, where that is known; else a small request finds out. */
  readonly rowBytes?: number
}

/**
 * Goes through an area by rows, as many at once as an answer has room for. Each step tells how many bytes it came to;
 * where Excel says that it was too much, half is asked for.
 */
export async function inChunks(
  area: Area,
  { signal, rowBytes }: ChunkOptions,
  step: (rows: Area) => Promise<number>,
): Promise<void> {
  const width = Math.max(1, area.right - area.left)
  const roomFor = (perRow: number): number =>
    Math.max(1, Math.floor(Math.min(MOST_CELLS / width, ANSWER_BYTES / perRow)))
  let isGuess = rowBytes === undefined
  let perRow = rowBytes ?? 1
  let height = isGuess ? Math.max(1, Math.floor(FIRST_CELLS / width)) : roomFor(perRow)
  let top = area.top
  while (top < area.bottom) {
    if (signal?.aborted) throw new PortFailure({ code: 'cancelled', detail: 'aborted' })
    // the rest in equal parts: no small request at the end
    const left = area.bottom - top
    const bottom = Math.min(
      area.bottom,
      top + (isGuess ? height : Math.ceil(left / Math.ceil(left / height))),
    )
    try {
      const bytes = await step({ ...area, top, bottom })
      perRow = Math.max(perRow, bytes / (bottom - top))
      height = roomFor(perRow)
      isGuess = false
      top = bottom
    } catch (caught) {
      const failure = toFailure(caught)
      if (failure.error.code !== 'tooLarge' || bottom - top < 2) throw failure
      height = Math.floor((bottom - top) / 2)
    }
  }
}

/** Lets Excel's own answers, the officer's clicks and the picture on the screen come between two pieces of work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const heard = (): void => {
      port1.close()
      resolve()
    }
    port1.addEventListener('message', heard, { once: true })
    port1.start()
    port2.postMessage(null)
  })
}

import type { SheetId, WorkbookOutline, WorkbookPort } from '../excel/port.ts'
import type { EngineClient } from './engineClient.ts'

export interface ReadProgress {
  readonly signal: AbortSignal
  /** From the moment on when the engine has let go of what it knew before. */
  readonly onRows: (done: number, of: number) => void
}

/** Reads every sheet into the engine, piece by piece. Gives the outline that was read. */
export async function readWorkbook(
  port: WorkbookPort,
  engine: EngineClient,
  { signal, onRows }: ReadProgress,
): Promise<WorkbookOutline> {
  const outline = await port.outline()
  await engine.call('open', outline.fileName, outline.dateSystem ?? 1900)
  const total = outline.sheets.reduce((sum, { rowCount }) => sum + rowCount, 0)
  onRows(0, total)
  let before = 0
  for (const { id, rowCount } of outline.sheets) {
    const pieces: Promise<unknown>[] = []
    const frame = await port.readSheet(id, (piece) => pieces.push(engine.call('take', id, piece)), {
      signal,
      onProgress: (done, of) => onRows(before + (of === 0 ? 0 : Math.round((done / of) * rowCount)), total),
    })
    await Promise.all(pieces)
    await engine.call('close', id, frame)
    before += rowCount
    onRows(before, total)
  }
  return outline
}

/** The sheet's id now; undefined where it is gone. */
export function idOfSheet(outline: WorkbookOutline, name: string): SheetId | undefined {
  return outline.sheets.find((sheet) => sheet.name === name)?.id
}

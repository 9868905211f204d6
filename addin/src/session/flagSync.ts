import type { OutlinedSheet, SheetDecor, SheetWrite, WorkbookOutline } from '../excel/port.ts'
import type { FlagPlan, PlannedFlags, RowToWrite } from './engine/engineTypes.ts'
import { bodyLooks, headerLooks } from './flagLooks.ts'
import { conditionalWrites } from './flagWrites.ts'
import { isOurFormula } from './isOurFormula.ts'
import type { MarkGround } from './markWriter.ts'
import { idOfSheet } from './workbookReader.ts'

/** Sheets whose columns of ours stand where they are planned; a person may have taken them out. */
export function standingSheets({ sheets }: FlagPlan): readonly PlannedFlags[] {
  return sheets.filter(({ stands }) => stands)
}

/** Brings the flags up to date where only some rows differ. */
export async function writeRows(
  ground: MarkGround,
  outline: WorkbookOutline,
  rows: readonly RowToWrite[],
  plan: FlagPlan,
): Promise<void> {
  const standing = standingSheets(plan)
  const writes = rows.flatMap(({ sheet, row, cells }): SheetWrite[] => {
    const place = writable(outline, sheet)
    const planned = standing.find((one) => one.sheet === sheet)
    if (!place || !planned) return []
    return [{ kind: 'values', sheet: place.id, at: { row, column: planned.firstColumn }, rows: [cells] }]
  })
  if (writes.length > 0) await ground.port.apply(writes)
}

/**
 * Rows that came in at the edges have the looks of their neighbours and stand outside our conditional formats; other
 * columns may have cells at fault now. Both are put right where they are not as planned.
 */
export async function writeLooks(
  ground: MarkGround,
  outline: WorkbookOutline,
  plan: FlagPlan,
): Promise<void> {
  for (const planned of standingSheets(plan)) {
    const id = writable(outline, planned.sheet)?.id
    if (id === undefined) continue
    const decor = await ground.port.readDecor(id)
    const wanted = [...conditionalWrites(id, planned)]
    if (isAsWanted(decor, wanted)) continue
    const ids = decor.formats.filter(({ formula }) => isOurFormula(formula)).map((one) => one.id)
    await ground.port.apply([
      ...bodyLooks(id, planned),
      headerLooks(id, planned),
      ...(ids.length > 0 ? [{ kind: 'dropConditional', sheet: id, ids } as const] : []),
      ...wanted,
    ])
  }
}

function writable(outline: WorkbookOutline, sheet: string): OutlinedSheet | undefined {
  const id = idOfSheet(outline, sheet)
  return outline.sheets.find((one) => one.id === id && !one.protected)
}

/** Excel may write a formula with other blanks. */
function isAsWanted({ formats }: SheetDecor, wanted: readonly SheetWrite[]): boolean {
  const plain = (formula: string): string => formula.replaceAll(/\s/g, '')
  const ours = formats.filter(({ formula }) => isOurFormula(formula))
  if (ours.length !== wanted.length) return false
  return wanted.every(
    (write) =>
      write.kind === 'conditional' &&
      ours.some(({ formula, areas: [area, ...more] }) => {
        if (!area || more.length > 0 || plain(formula) !== plain(write.formula)) return false
        const { top, bottom, left, right } = write.area
        return area.top === top && area.bottom === bottom && area.left === left && area.right === right
      }),
  )
}

import { columnLetters } from '@postloan/core/table'
import { type OwnCell, ownColumnKeys } from '@postloan/core/workbook/own'

import type { ColumnShape, SheetWrite, WorkbookOutline, WorkbookPort } from '../excel/port.ts'
import { PortFailure } from '../excel/portError.ts'
import type { FlagPlan, OurMarks, PlannedFlags, RowToWrite } from './engine/engineTypes.ts'
import type { EngineClient } from './engineClient.ts'
import {
  chartWrites,
  clearRest,
  clearWrites,
  conditionalWrites,
  flagWrites,
  isOurComment,
  ownSheetWrites,
} from './flagWrites.ts'
import { isOurFormula } from './isOurFormula.ts'
import type { StateStore } from './stateStore.ts'
import type { FlagState } from './types.ts'
import { idOfSheet } from './workbookReader.ts'
import type { WorkbookStore } from './workbookStore.ts'

/** What marking needs of the session. */
export interface MarkGround {
  readonly port: WorkbookPort
  readonly engine: EngineClient
  readonly store: StateStore
  readonly signal: AbortSignal
}

export interface Written {
  readonly plan: FlagPlan
  readonly sheets: FlagState['sheets']
  readonly rows: number
}

/**
 * Writes our columns into every ledger sheet. Throws before the first write where a sheet cannot be written in; how the
 * columns were is kept before they change.
 */
export async function writeFlags(
  ground: MarkGround,
  outline: WorkbookOutline,
  before: WorkbookStore['columns'],
  keepColumns: (columns: WorkbookStore['columns']) => Promise<void>,
): Promise<Written> {
  const { port, engine, store, signal } = ground
  store.step('plan')
  const plan = await engine.call('planFlags', true)
  const ours = await engine.call('ours')
  refuseProtected(
    outline,
    plan.sheets.map(({ sheet }) => sheet),
  )
  const columns: Record<string, Readonly<Record<string, ColumnShape>>> = { ...before }
  for (const planned of plan.sheets) {
    const id = idOfSheet(outline, planned.sheet)
    if (id === undefined || columns[planned.sheet]) continue
    if (ours.sheets.some(({ sheet }) => sheet === planned.sheet)) continue
    const shapes = await port.readColumns(id, planned.firstColumn, ownColumnKeys.length)
    columns[planned.sheet] = Object.fromEntries(
      ownColumnKeys.flatMap((key, i) => (shapes[i] ? [[key, shapes[i]] as const] : [])),
    )
  }
  await keepColumns(columns)
  const total = plan.sheets.reduce((sum, { endRow, headerRow }) => sum + endRow - headerRow, 0)
  let done = 0
  for (const planned of plan.sheets) {
    const id = idOfSheet(outline, planned.sheet)
    if (id === undefined) continue
    const known = ours.sheets.find(({ sheet }) => sheet === planned.sheet)
    const decor = await port.readDecor(id)
    if (known && planned.isScattered) {
      const none = { kept: new Map<string, ReadonlySet<number>>(), columns: columns[planned.sheet] ?? {} }
      const bare = { formats: decor.formats, comments: [] }
      await port.apply(clearWrites({ sheet: id, marks: known, decor: bare, ...none, keepEdited: false }))
    }
    const left = planned.isScattered ? { formats: [], comments: decor.comments } : decor
    const rowsOf = async (from: number, to: number) => {
      store.step('write', total === 0 ? 1 : done / total, [done, total])
      done += to - from
      return engine.call('flagRows', planned.sheet, from, to)
    }
    await port.apply(flagWrites(id, planned, left, rowsOf), { signal })
    await engine.call('written', planned.sheet)
  }
  return { plan, sheets: plan.sheets.map(columnsOf), rows: total }
}

/** Our two sheets, made anew. */
export async function writeOwnSheets(ground: MarkGround, outline: WorkbookOutline): Promise<void> {
  const { port, engine, store, signal } = ground
  if (outline.structureLocked) throw new PortFailure({ code: 'structureLocked', detail: 'addSheet' })
  store.step('write', 1)
  const sheets = await engine.call('ownSheets')
  const ours = await engine.call('ours')
  const old = ours.ownSheets.flatMap((name) => idOfSheet(outline, name) ?? [])
  const writes: SheetWrite[] = old.map((sheet) => ({ kind: 'dropSheet', sheet }))
  for (const sheet of sheets) writes.push(...ownSheetWrites(sheet))
  if (port.features.charts) for (const sheet of sheets) writes.push(...chartWrites(sheet))
  await port.apply(writes, { signal })
}

export interface Cleared {
  readonly found: boolean
  readonly kept: number
}

/** Takes off everything of ours that the workbook holds, whoever wrote it. */
export async function clearMarks(
  ground: MarkGround,
  outline: WorkbookOutline,
  columns: WorkbookStore['columns'],
  keepEdited: boolean,
): Promise<Cleared> {
  const { port, engine } = ground
  const ours: OurMarks = await engine.call('ours')
  refuseProtected(
    outline,
    ours.sheets.map(({ sheet }) => sheet),
  )
  if (ours.ownSheets.length > 0 && outline.structureLocked) {
    throw new PortFailure({ code: 'structureLocked', detail: 'deleteSheet' })
  }
  const writes: SheetWrite[] = []
  let found = ours.ownSheets.length > 0
  for (const sheet of outline.sheets) {
    const decor = sheet.protected ? { formats: [], comments: [] } : await port.readDecor(sheet.id)
    const marks = ours.sheets.find((one) => one.sheet === sheet.name)
    if (marks) {
      const kept = keepEdited ? keptRows(ours.edited, sheet.name) : new Map<string, Set<number>>()
      const shapes = columns[sheet.name] ?? {}
      writes.push(...clearWrites({ sheet: sheet.id, marks, decor, kept, columns: shapes, keepEdited }))
      found = true
      continue
    }
    // what is left of ours where the columns are gone
    const ids = decor.formats.filter(({ formula }) => isOurFormula(formula)).map(({ id }) => id)
    if (ids.length > 0) writes.push({ kind: 'dropConditional', sheet: sheet.id, ids })
    const comments = decor.comments.filter(
      ({ text, replies }) => isOurComment(text) && !(keepEdited && replies > 0),
    )
    if (comments.length > 0) {
      writes.push({ kind: 'dropComments', sheet: sheet.id, ids: comments.map(({ id }) => id) })
    }
    found ||= ids.length > 0 || comments.length > 0
  }
  if (!found) return { found, kept: 0 }
  const own = ours.ownSheets.flatMap((name) => idOfSheet(outline, name) ?? [])
  await port.apply([...writes, ...clearRest(own)])
  return { found, kept: keepEdited ? ours.edited.length : 0 }
}

/** Brings the flags up to date where only some rows differ. */
export async function writeRows(
  ground: MarkGround,
  outline: WorkbookOutline,
  rows: readonly RowToWrite[],
  plan: FlagPlan,
): Promise<void> {
  const writes = rows.flatMap(({ sheet, row, cells }): SheetWrite[] => {
    const id = idOfSheet(outline, sheet)
    const planned = plan.sheets.find((one) => one.sheet === sheet)
    if (id === undefined || !planned) return []
    return [{ kind: 'values', sheet: id, at: { row, column: planned.firstColumn }, rows: [cells] }]
  })
  if (writes.length > 0) await ground.port.apply(writes)
}

/** Writes the conditional formats anew: other columns have cells at fault now. */
export async function writeConditionals(
  ground: MarkGround,
  outline: WorkbookOutline,
  planned: PlannedFlags,
): Promise<void> {
  const id = idOfSheet(outline, planned.sheet)
  if (id === undefined) return
  const decor = await ground.port.readDecor(id)
  const ids = decor.formats.filter(({ formula }) => isOurFormula(formula)).map((one) => one.id)
  await ground.port.apply([
    ...(ids.length > 0 ? [{ kind: 'dropConditional', sheet: id, ids } as const] : []),
    ...conditionalWrites(id, planned),
  ])
}

export function columnsOf({
  sheet,
  firstColumn,
}: Pick<PlannedFlags, 'sheet' | 'firstColumn'>): FlagState['sheets'][number] {
  const last = columnLetters(firstColumn + ownColumnKeys.length - 1)
  return { sheet, columns: `${columnLetters(firstColumn)}:${last}` }
}

function refuseProtected(outline: WorkbookOutline, names: readonly string[]): void {
  if (outline.readOnly) throw new PortFailure({ code: 'readOnly', detail: outline.fileName })
  const locked = outline.sheets.find((sheet) => sheet.protected && names.includes(sheet.name))
  if (locked) throw new PortFailure({ code: 'protected', sheet: locked.name, detail: 'protected' })
}

function keptRows(edited: readonly OwnCell[], sheet: string): Map<string, Set<number>> {
  const kept = new Map<string, Set<number>>()
  for (const cell of edited) {
    if (cell.sheet !== sheet) continue
    kept.set(cell.column, (kept.get(cell.column) ?? new Set()).add(cell.row - 1))
  }
  return kept
}

import { columnLetters } from '@postloan/core/table'
import { ownColumnKeys } from '@postloan/core/workbook/own'

import type { ColumnShape, SheetId, SheetWrite, WorkbookOutline, WorkbookPort } from '../excel/port.ts'
import { PortFailure, isCancelled } from '../excel/portError.ts'
import { type ClearJob, clearRest, clearWrites, isOurComment } from './clearWrites.ts'
import type { FlagPlan, OurMarks, PlannedFlags, PlannedSheet } from './engine/engineTypes.ts'
import type { EngineClient } from './engineClient.ts'
import { headerLook } from './flagLooks.ts'
import { chartWrites, flagWrites, ownSheetWrites } from './flagWrites.ts'
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
  if (signal.aborted) throw new PortFailure({ code: 'cancelled', detail: 'before writing' })
  await keepColumns(columns)
  const total = plan.sheets.reduce((sum, { endRow, headerRow }) => sum + endRow - headerRow, 0)
  let done = 0
  const fresh: Begun[] = []
  let rewritten = false
  for (const planned of plan.sheets) {
    const id = idOfSheet(outline, planned.sheet)
    if (id === undefined) continue
    const known = ours.sheets.find(({ sheet }) => sheet === planned.sheet)
    const decor = await port.readDecor(id)
    if (known && planned.isScattered) {
      const none = {
        kept: new Map<string, ReadonlySet<number>>(),
        columns: columns[planned.sheet] ?? {},
        ...(await surroundings(port, id, known)),
      }
      const bare = { formats: decor.formats, comments: [] }
      await port.apply(clearWrites({ sheet: id, marks: known, decor: bare, ...none, keepEdited: false }))
    }
    const left = planned.isScattered ? { formats: [], comments: decor.comments } : decor
    let isBegun = false
    const onProgress = (): void => {
      isBegun = true
    }
    const rowsOf = async (from: number, to: number) => {
      store.step('write', total === 0 ? 1 : done / total, [done, total])
      done += to - from
      return engine.call('flagRows', planned.sheet, from, to)
    }
    try {
      await port.apply(flagWrites(id, planned, left, rowsOf), { signal, onProgress })
    } catch (caught) {
      if (!isCancelled(caught)) throw caught
      if (isBegun && known) rewritten = true
      else if (isBegun) fresh.push({ id, planned })
      await takeBack(port, fresh, columns)
      await keepColumns(before)
      if (rewritten) store.say('halfWritten', 'warning')
      throw caught
    }
    if (known) rewritten = true
    else fresh.push({ id, planned })
    await engine.call('written', planned.sheet)
  }
  return { plan, sheets: plan.sheets.map(columnsOf), rows: total }
}

interface Begun {
  readonly id: SheetId
  readonly planned: PlannedFlags
}

/** Takes off what a cancelled writing had begun where nothing of ours stood before. */
async function takeBack(
  port: WorkbookPort,
  begun: readonly Begun[],
  columns: WorkbookStore['columns'],
): Promise<void> {
  for (const { id, planned } of begun) {
    const { sheet, headerRow, groupRow, endRow, firstColumn } = planned
    const places = Object.fromEntries(ownColumnKeys.map((key, i) => [key, firstColumn + i]))
    const marks = { sheet, headerRow, groupRow, endRow, columns: places }
    await port.apply(
      clearWrites({
        sheet: id,
        marks,
        ...(await surroundings(port, id, marks)),
        decor: await port.readDecor(id),
        kept: new Map(),
        columns: columns[sheet] ?? {},
        keepEdited: false,
      }),
    )
  }
}

/** Our two sheets, made anew in one go: there is no cancelling between the old and the new. Gives what now stands in them. */
export async function writeOwnSheets(
  ground: MarkGround,
  outline: WorkbookOutline,
): Promise<readonly PlannedSheet[]> {
  const { port, engine, store } = ground
  if (outline.structureLocked) throw new PortFailure({ code: 'structureLocked', detail: 'addSheet' })
  store.step('write', 1)
  const sheets = await engine.call('ownSheets')
  const ours = await engine.call('ours')
  const old = ours.ownSheets.flatMap((name) => idOfSheet(outline, name) ?? [])
  const writes: SheetWrite[] = old.map((sheet) => ({ kind: 'dropSheet', sheet }))
  for (const sheet of sheets) writes.push(...ownSheetWrites(sheet))
  if (port.features.charts) for (const sheet of sheets) writes.push(...chartWrites(sheet))
  await port.apply(writes)
  return sheets
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
      const kept = keepEdited ? keptRows(ours.kept, sheet.name) : new Map<string, Set<number>>()
      const shapes = columns[sheet.name] ?? {}
      const around = await surroundings(port, sheet.id, marks)
      writes.push(
        ...clearWrites({ sheet: sheet.id, marks, decor, kept, ...around, columns: shapes, keepEdited }),
      )
      if (keepEdited) writes.push(...movedWrites(sheet.id, marks, ours.kept))
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

/** What has to be known of the cells about ours before they are cleared. */
async function surroundings(
  port: WorkbookPort,
  sheet: SheetId,
  { headerRow, groupRow, columns, endRow }: OurMarks['sheets'][number],
): Promise<Pick<ClearJob, 'ground' | 'likeHeader'>> {
  const column = Math.max(...Object.values(columns)) + 1
  const rows = groupRow === null ? [headerRow] : [groupRow, headerRow]
  const looks = await port.readLooks(
    sheet,
    rows.map((row) => ({ row, column })),
  )
  const shown = Object.entries(columns).find(([key]) => key !== 'record')?.[1]
  const { fill } = headerLook
  const body = { from: headerRow + 1, to: endRow }
  return {
    ground: new Map(rows.flatMap((row, i) => (looks[i]?.isBlank ? [[row, looks[i]] as const] : []))),
    likeHeader:
      shown === undefined || fill === undefined ? [] : await port.findFilled(sheet, shown, body, fill),
  }
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

function keptRows(kept: OurMarks['kept'], sheet: string): Map<string, Set<number>> {
  const rows = new Map<string, Set<number>>()
  for (const cell of kept) {
    if (cell.sheet === sheet) rows.set(cell.column, (rows.get(cell.column) ?? new Set()).add(cell.row))
  }
  return rows
}

/** What people wrote goes to where its loan stands now. */
function movedWrites(
  sheet: SheetId,
  marks: OurMarks['sheets'][number],
  kept: OurMarks['kept'],
): readonly SheetWrite[] {
  return kept.flatMap(({ sheet: name, row, column: key, text, isMoved }) => {
    const column = marks.columns[key]
    if (name !== marks.sheet || !isMoved || column === undefined) return []
    return [{ kind: 'values', sheet, at: { row, column }, rows: [[text]] }]
  })
}

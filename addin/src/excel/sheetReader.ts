import type { Area } from '@postloan/core/table'

import { hasApi } from './features.ts'
import { toFailure, withPatience } from './officeErrors.ts'
import { textSize } from './packWrites.ts'
import type { CellPiece, CellRead, SheetFrame, SheetId, WorkOptions } from './port.ts'
import { PortFailure } from './portError.ts'

/** Room for one answer: 5 MB at most on the web, and what a cell takes is a guess from those before. */
const ANSWER_BYTES = 3_000_000
const FIRST_CELLS = 20_000
const MOST_CELLS = 1_000_000
/** Rows whose formats are looked at first, at the top, in the middle and at the end. */
const SAMPLE_ROWS = 60

interface Shape {
  readonly name: string
  readonly state: SheetFrame['state']
  readonly used: Area
  readonly tableIds: readonly string[]
}

/** What the numbers of a column look like. */
interface ColumnNumbers {
  count: number
  /** Whole numbers that may be days. */
  days: number
}

/** Reads one sheet in as few requests as the limits allow; number formats only where they can matter. */
export async function readOfficeSheet(
  id: SheetId,
  take: (piece: CellPiece) => void,
  { signal, onProgress }: WorkOptions,
): Promise<SheetFrame> {
  const shape = await readShape(id)
  const { used } = shape
  const numbers = Array.from({ length: used.right }, (): ColumnNumbers => ({ count: 0, days: 0 }))
  await inChunks(used, signal, async (rows) => {
    const values = await readGrid(id, { ...used, ...rows }, 'values')
    noteNumbers(values, used.left, numbers)
    take({ kind: 'values', row: rows.top, column: used.left, values })
    onProgress?.(rows.bottom - used.top, used.bottom - used.top)
    return bytesOf(values)
  })
  const columns = numbers.flatMap(({ count }, column) => (count > 0 ? [column] : []))
  if (columns.length > 0) await readFormats(id, used, numbers, columns, take, signal)
  const decor = await readFrame(id, shape)
  return { name: shape.name, state: shape.state, rowCount: used.bottom, columnCount: used.right, ...decor }
}

async function readShape(id: SheetId): Promise<Shape> {
  const context = new Excel.RequestContext()
  const sheet = context.workbook.worksheets.getItem(id)
  sheet.load('name,visibility')
  const used = sheet.getUsedRangeOrNullObject(true)
  used.load('rowIndex,columnIndex,rowCount,columnCount')
  sheet.tables.load('items/id')
  await withPatience(context.sync())
  const none: Area = { top: 0, left: 0, bottom: 0, right: 0 }
  const states = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const
  return {
    name: sheet.name,
    state: states[sheet.visibility],
    used: used.isNullObject ? none : areaOf(used),
    tableIds: sheet.tables.items.map((table) => table.id),
  }
}

/** Merged cells, tables and filters: all in one request. */
async function readFrame(
  id: SheetId,
  { used, tableIds }: Shape,
): Promise<Pick<SheetFrame, 'merges' | 'hiddenRows' | 'hiddenColumns' | 'tableAreas'>> {
  const context = new Excel.RequestContext()
  const sheet = context.workbook.worksheets.getItem(id)
  const tables = tableIds.map((table) => sheet.tables.getItem(table).getRange())
  for (const table of tables) table.load('rowIndex,columnIndex,rowCount,columnCount')
  const filter = hasApi('1.9') ? sheet.autoFilter.getRangeOrNullObject() : null
  filter?.load('rowIndex,columnIndex,rowCount,columnCount')
  const isEmpty = used.bottom === 0
  const merged =
    hasApi('1.13') && !isEmpty
      ? rangeOf(sheet, { ...used, bottom: used.bottom }).getMergedAreasOrNullObject()
      : null
  merged?.load('isNullObject')
  merged?.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount')
  await withPatience(context.sync())
  const areas = tables.map(areaOf)
  if (filter && !filter.isNullObject) areas.push(areaOf(filter))
  return {
    merges: merged && !merged.isNullObject ? merged.areas.items.map(areaOf) : [],
    hiddenRows: [],
    hiddenColumns: [],
    tableAreas: areas,
  }
}

/**
 * Formats decide which numbers are days. A few rows tell of most columns; only those that may hold days are read whole.
 */
async function readFormats(
  id: SheetId,
  used: Area,
  numbers: readonly ColumnNumbers[],
  columns: readonly number[],
  take: (piece: CellPiece) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const samples = sampleSpans(used)
  const context = new Excel.RequestContext()
  const sheet = context.workbook.worksheets.getItem(id)
  const ranges = samples.map((rows) => rangeOf(sheet, { ...used, ...rows }))
  for (const range of ranges) range.load('numberFormat')
  await withPatience(context.sync())
  const whole: number[] = []
  for (const column of columns) {
    const formats = ranges.flatMap((range, i) =>
      runsOf(textGrid(range.numberFormat), column - used.left, samples[i]?.top ?? 0),
    )
    const kinds = new Set(formats.map(([, , format]) => format))
    const { count = 0, days = 0 } = numbers[column] ?? {}
    const isWhole = samples.length === 1
    const mayHoldDays =
      days > 0 && (kinds.size > 1 || /[ydeb年月日]/i.test([...kinds].join('')) || days * 2 > count)
    if (!isWhole && mayHoldDays) whole.push(column)
    else {
      const runs = isWhole ? formats : [[used.top, used.bottom, formats.at(-1)?.[2] ?? 'General'] as const]
      take({ kind: 'formats', column, runs })
    }
  }
  for (const group of groupsOf(whole)) {
    const runs = new Map<number, (readonly [number, number, string])[]>()
    const area = { ...used, left: group[0] ?? 0, right: (group.at(-1) ?? 0) + 1 }
    await inChunks(area, signal, async (rows) => {
      const formats = await readGrid(id, { ...area, ...rows }, 'numberFormat')
      for (const column of group) {
        const found = runsOf(textGrid(formats), column - area.left, rows.top)
        runs.set(column, [...(runs.get(column) ?? []), ...found])
      }
      return bytesOf(formats)
    })
    for (const [column, found] of runs) take({ kind: 'formats', column, runs: found })
  }
}

function sampleSpans(used: Area): readonly { top: number; bottom: number }[] {
  const height = used.bottom - used.top
  if (height <= 4 * SAMPLE_ROWS) return [{ top: used.top, bottom: used.bottom }]
  const middle = used.top + (height >> 1)
  return [
    { top: used.top, bottom: used.top + SAMPLE_ROWS },
    { top: middle, bottom: middle + SAMPLE_ROWS },
    { top: used.bottom - SAMPLE_ROWS, bottom: used.bottom },
  ]
}

/** Goes through an area by rows; each step tells how many bytes it came to, and the next is sized by that. */
async function inChunks(
  area: Area,
  signal: AbortSignal | undefined,
  step: (rows: { readonly top: number; readonly bottom: number }) => Promise<number>,
): Promise<void> {
  const width = Math.max(1, area.right - area.left)
  let height = Math.max(1, Math.floor(FIRST_CELLS / width))
  let top = area.top
  while (top < area.bottom) {
    if (signal?.aborted) throw new PortFailure({ code: 'cancelled', detail: 'aborted' })
    const bottom = Math.min(area.bottom, top + height)
    try {
      const bytes = await step({ top, bottom })
      const perRow = Math.max(1, bytes / (bottom - top))
      const most = Math.floor(MOST_CELLS / width)
      height = Math.max(1, Math.min(most, Math.floor(ANSWER_BYTES / perRow)))
      top = bottom
    } catch (caught) {
      const failure = toFailure(caught)
      if (failure.error.code !== 'tooLarge' || height < 2) throw failure
      height = Math.floor((bottom - top) / 2)
    }
  }
}

async function readGrid(
  id: SheetId,
  area: Area,
  what: 'values' | 'numberFormat',
): Promise<readonly (readonly CellRead[])[]> {
  const context = new Excel.RequestContext()
  const range = rangeOf(context.workbook.worksheets.getItem(id), area)
  range.load(what)
  await withPatience(context.sync())
  // cells are texts, numbers and booleans
  return range[what] as CellRead[][]
}

function noteNumbers(
  values: readonly (readonly CellRead[])[],
  left: number,
  numbers: readonly ColumnNumbers[],
): void {
  for (const row of values) {
    for (let i = 0; i < row.length; i++) {
      const value = row[i]
      if (typeof value !== 'number') continue
      const known = numbers[left + i]
      if (!known) continue
      known.count++
      if (value > 20_000 && value < 80_000 && Number.isInteger(value)) known.days++
    }
  }
}

function bytesOf(values: readonly (readonly CellRead[])[]): number {
  let bytes = 0
  for (const row of values) {
    bytes += 2
    for (const value of row) bytes += typeof value === 'string' ? textSize(value) + 5 : 14
  }
  return bytes
}

function runsOf(
  grid: readonly (readonly string[])[],
  column: number,
  top: number,
): readonly (readonly [number, number, string])[] {
  const runs: [number, number, string][] = []
  for (const [i, row] of grid.entries()) {
    const format = row[column] ?? 'General'
    const last = runs.at(-1)
    if (last?.[2] === format) last[1] = top + i + 1
    else runs.push([top + i, top + i + 1, format])
  }
  return runs
}

function textGrid(grid: readonly (readonly unknown[])[]): readonly (readonly string[])[] {
  return grid.map((row) => row.map(String))
}

/** Columns that stand side by side are read together. */
function groupsOf(columns: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = []
  for (const column of columns) {
    const last = groups.at(-1)
    if (last?.at(-1) === column - 1) last.push(column)
    else groups.push([column])
  }
  return groups
}

export function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top, right - left)
}

export function areaOf(range: Excel.Range): Area {
  const { rowIndex, columnIndex, rowCount, columnCount } = range
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount, right: columnIndex + columnCount }
}

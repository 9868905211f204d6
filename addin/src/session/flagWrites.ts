import type { Area } from '@postloan/core/table'
import {
  type LaidCell,
  RECORD_NAMESPACE,
  type SheetCell,
  ledgerStyles,
  levels,
  lookOf,
  ownColumnKeys,
  ownColumns,
  sheetStyles,
} from '@postloan/core/workbook/own'

import type { CellLook, CellWrite, ColumnShape, SheetDecor, SheetId, SheetWrite } from '../excel/port.ts'
import type { OurMarks, PlannedFlags, PlannedSheet } from './engine/engineTypes.ts'
import { isOurFormula } from './isOurFormula.ts'

const EPOCH_SERIAL = 25_569
/** Rows asked of the worker at a time. */
const ROWS_AT_ONCE = 2_000
const BAR_LENGTH = 32
/** Looks of ours may reach below the last value. */
const LAST_ROW = 1_048_576

/** The writes that put our columns into a sheet; rows are fetched while earlier ones are on their way. */
export async function* flagWrites(
  sheet: SheetId,
  planned: PlannedFlags,
  decor: SheetDecor,
  rowsOf: (from: number, to: number) => Promise<readonly (readonly CellWrite[])[]>,
): AsyncGenerator<SheetWrite, void> {
  const { firstColumn, headerRow, groupRow, endRow, groupLabel } = planned
  // the header comes first: by it we are known again, should the writing break off
  const titles = ownColumnKeys.map((key) => ownColumns[key].title)
  yield { kind: 'values', sheet, at: { row: headerRow, column: firstColumn }, rows: [titles] }
  const ids = decor.formats.filter(({ formula }) => isOurFormula(formula)).map(({ id }) => id)
  if (ids.length > 0) yield { kind: 'dropConditional', sheet, ids }
  const body = { top: headerRow + 1, bottom: endRow }
  for (const [i, key] of ownColumnKeys.entries()) {
    const column = firstColumn + i
    yield { kind: 'column', sheet, column, width: { characters: ownColumns[key].width } }
    if (key === 'record') continue
    const area = { ...body, left: column, right: column + 1 }
    yield { kind: 'look', sheet, area, look: lookOfStyle(ledgerStyles[styleOf(key)]) }
  }
  const across = { left: firstColumn, right: firstColumn + ownColumnKeys.length }
  if (groupRow !== null) {
    const area = { top: groupRow, bottom: groupRow + 1, left: across.left, right: across.right - 1 }
    yield { kind: 'look', sheet, area, look: lookOfStyle(ledgerStyles.group) }
    const at = { row: groupRow, column: firstColumn }
    yield { kind: 'values', sheet, at, rows: [[groupLabel]] }
  }
  const header = { top: headerRow, bottom: headerRow + 1, ...across }
  yield { kind: 'look', sheet, area: header, look: lookOfStyle(ledgerStyles.header) }
  for (let row = body.top; row < endRow; row += ROWS_AT_ONCE) {
    const rows = await rowsOf(row, Math.min(endRow, row + ROWS_AT_ONCE))
    yield { kind: 'values', sheet, at: { row, column: firstColumn }, rows }
  }
  yield* conditionalWrites(sheet, planned)
  yield { kind: 'column', sheet, column: across.right - 1, hidden: true }
}

export function* conditionalWrites(sheet: SheetId, planned: PlannedFlags): Generator<SheetWrite, void> {
  for (const { column, look, part, formula } of planned.conditionals) {
    yield {
      kind: 'conditional',
      sheet,
      area: { top: planned.headerRow + 1, bottom: planned.endRow, left: column, right: column + 1 },
      formula: `=${formula}`,
      look:
        part === 'level'
          ? { bold: true, color: `#${look.color}`, fill: `#${look.fill}` }
          : { border: `#${look.border}` },
    }
  }
}

function styleOf(key: (typeof ownColumnKeys)[number]): keyof typeof ledgerStyles {
  if (key === 'level') return 'level'
  if (key === 'deadline') return 'day'
  return key === 'owner' ? 'owner' : 'text'
}

type Style = Readonly<(typeof sheetStyles)[string]>

function lookOfStyle(style: Style): CellLook {
  const { fill, color, border, vertical: _vertical, ...rest } = style
  return {
    ...rest,
    ...(fill === undefined ? {} : { fill: `#${fill}` }),
    ...(color === undefined ? {} : { color: `#${color}` }),
    ...(border === undefined ? {} : { border: `#${border}` }),
  }
}

/** A sheet of ours, made anew: values in blocks, looks in runs, charts beside them. */
export function* ownSheetWrites(planned: PlannedSheet): Generator<SheetWrite, void> {
  const sheet = planned.name
  const { rows, frozenRows, list } = planned.layout
  yield { kind: 'addSheet', name: planned.name }
  for (const [column, characters] of planned.widths.entries()) {
    yield { kind: 'column', sheet, column, width: { characters } }
  }
  const width = planned.widths.length
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const values = rows.slice(from, from + ROWS_AT_ONCE).map(({ cells }) => {
      const line: CellWrite[] = Array.from({ length: width }, () => null)
      for (const cell of cells) line[cell.column] = writeOf(cell.value)
      return line
    })
    yield { kind: 'values', sheet, at: { row: from, column: 0 }, rows: values }
  }
  for (const { area, style, color } of styleRuns(rows, width)) {
    const look = lookOfStyle(sheetStyles[style] ?? {})
    yield { kind: 'look', sheet, area, look: color === '' ? look : { ...look, color } }
  }
  for (const { from, to, height } of heightRuns(rows)) {
    yield { kind: 'rowHeight', sheet, rows: { from, to }, points: height }
  }
  for (const [row, { cells }] of rows.entries()) {
    for (const { column, across } of cells) {
      if (across > 1) {
        yield {
          kind: 'merge',
          sheet,
          area: { top: row, bottom: row + 1, left: column, right: column + across },
        }
      }
    }
  }
  if (list && list[1] > list[0]) {
    yield { kind: 'filter', sheet, area: { top: list[0] - 1, bottom: list[1], left: 0, right: width } }
  }
  yield { kind: 'freezeRows', sheet, rows: frozenRows }
}

/** Charts come last: an Excel without them still has the sheet. */
export function* chartWrites(planned: PlannedSheet): Generator<SheetWrite, void> {
  let top = 1
  for (const chart of planned.charts) {
    const left = planned.widths.length + 1
    const height = Math.max(14, chart.lastRow - chart.headerRow + 8)
    yield {
      kind: 'chart',
      sheet: planned.name,
      title: chart.title,
      data: {
        top: chart.headerRow,
        bottom: chart.lastRow + 1,
        left: chart.nameColumn,
        right: chart.firstValue + chart.series,
      },
      at: { top, bottom: top + height, left, right: left + 8 },
      stacked: chart.series > 1,
      colors: chart.colors,
    }
    top += height + 1
  }
}

function writeOf(value: SheetCell): CellWrite {
  if (value === null) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  switch (value.kind) {
    case 'level':
      return lookOf(value.level).text
    case 'day':
      return value.day + EPOCH_SERIAL
    case 'percent':
    case 'amount':
      return value.value
    case 'bar': {
      const sum = value.counts.reduce((total, [, count]) => total + count, 0)
      return sum === 0
        ? null
        : '█'.repeat(Math.max(1, Math.round((sum / Math.max(1, value.of)) * BAR_LENGTH)))
    }
    case 'link': {
      const place = `#'${value.sheet.replaceAll("'", "''")}'!${value.cell}`
      return { formula: `=HYPERLINK(${quoted(place)},${quoted(value.text)})` }
    }
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

interface StyleRun {
  readonly area: Area
  readonly style: string
  readonly color: string
}

/** Cells of one look under one another, so that looks do not grow with the rows. */
function styleRuns(rows: PlannedSheet['layout']['rows'], width: number): readonly StyleRun[] {
  const runs: StyleRun[] = []
  for (let column = 0; column < width; column++) {
    let open: { top: number; style: string; color: string; across: number } | null = null
    for (const [row, { cells }] of rows.entries()) {
      const cell: LaidCell | undefined = cells.find((one) => one.column === column)
      const color = barColor(cell?.value ?? null)
      if (open && cell && open.style === cell.style && open.color === color && open.across === cell.across) {
        continue
      }
      if (open) runs.push(runOf(open, row, column))
      open = cell ? { top: row, style: cell.style, color, across: cell.across } : null
    }
    if (open) runs.push(runOf(open, rows.length, column))
  }
  return runs
}

function runOf(
  { top, style, color, across }: { top: number; style: string; color: string; across: number },
  bottom: number,
  column: number,
): StyleRun {
  return { area: { top, bottom, left: column, right: column + across }, style, color }
}

/** A bar has the colour of its worst level. */
function barColor(value: SheetCell): string {
  if (value === null || typeof value !== 'object' || value.kind !== 'bar') return ''
  const worst = value.counts.find(([, count]) => count > 0)?.[0]
  return `#${levels.find((look) => look.level === worst)?.bar ?? '616161'}`
}

function heightRuns(
  rows: PlannedSheet['layout']['rows'],
): readonly { readonly from: number; readonly to: number; readonly height: number }[] {
  const runs: { from: number; to: number; height: number }[] = []
  for (const [row, { height }] of rows.entries()) {
    const last = runs.at(-1)
    if (last?.height === height && last.to === row) last.to = row + 1
    else runs.push({ from: row, to: row + 1, height })
  }
  return runs
}

export interface ClearJob {
  readonly sheet: SheetId
  readonly marks: OurMarks['sheets'][number]
  readonly decor: SheetDecor
  /** Rows (from 0) with a cell that a person wrote and that stays, by column key. */
  readonly kept: ReadonlyMap<string, ReadonlySet<number>>
  /** How the columns were before ours came. */
  readonly columns: Readonly<Record<string, ColumnShape>>
  readonly keepEdited: boolean
}

/** The writes that take our columns off a sheet and leave what people wrote in them where that is wanted. */
export function* clearWrites(job: ClearJob): Generator<SheetWrite, void> {
  const { sheet, marks, decor } = job
  const ids = decor.formats.filter(({ formula }) => isOurFormula(formula)).map(({ id }) => id)
  if (ids.length > 0) yield { kind: 'dropConditional', sheet, ids }
  const comments = decor.comments.filter(
    ({ text, replies }) => isOurComment(text) && !(job.keepEdited && replies > 0),
  )
  if (comments.length > 0) yield { kind: 'dropComments', sheet, ids: comments.map(({ id }) => id) }
  const top = marks.groupRow ?? marks.headerRow
  for (const [key, column] of Object.entries(marks.columns)) {
    const kept = job.kept.get(key)
    const span = { left: column, right: column + 1 }
    if (!kept || kept.size === 0) {
      yield { kind: 'clear', sheet, area: { top, bottom: LAST_ROW, ...span }, what: 'all' }
      const before = job.columns[key]
      const width = before && !before.standard ? { points: before.width } : ('standard' as const)
      yield { kind: 'column', sheet, column, width, hidden: before?.hidden ?? false }
      continue
    }
    if (marks.groupRow !== null) {
      const area = { top: marks.groupRow, bottom: marks.groupRow + 1, ...span }
      yield { kind: 'clear', sheet, area, what: 'all' }
    }
    let from = marks.headerRow + 1
    for (const row of [...kept, LAST_ROW].toSorted((a, b) => a - b)) {
      if (row > from) yield { kind: 'clear', sheet, area: { top: from, bottom: row, ...span }, what: 'all' }
      from = row + 1
    }
  }
}

export function* clearRest(ownSheets: readonly SheetId[]): Generator<SheetWrite, void> {
  for (const sheet of ownSheets) yield { kind: 'dropSheet', sheet }
  yield { kind: 'dropRecord', namespace: RECORD_NAMESPACE }
}

export function isOurComment(text: string): boolean {
  return text.startsWith('贷后·')
}

import type { Area } from '@postloan/core/table'
import {
  type LaidCell,
  type SheetCell,
  lookOf,
  ownColumnKeys,
  ownColumns,
  sheetStyles,
} from '@postloan/core/workbook/own'

import type { CellWrite, RowSpan, SheetDecor, SheetId, SheetWrite } from '../excel/port.ts'
import type { PlannedFlags, PlannedSheet } from './engine/engineTypes.ts'
import { bodyLooks, groupLook, headerLooks, lookOfStyle } from './flagLooks.ts'
import { isOurFormula } from './isOurFormula.ts'

/** Rows asked of the worker at a time. */
const ROWS_AT_ONCE = 1_000

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
  for (const [i, key] of ownColumnKeys.entries()) {
    yield { kind: 'column', sheet, column: firstColumn + i, width: { characters: ownColumns[key].width } }
  }
  yield* bodyLooks(sheet, planned)
  const across = { left: firstColumn, right: firstColumn + ownColumnKeys.length }
  if (groupRow !== null) {
    const area = { top: groupRow, bottom: groupRow + 1, left: across.left, right: across.right - 1 }
    yield { kind: 'look', sheet, area, look: groupLook }
    const at = { row: groupRow, column: firstColumn }
    yield { kind: 'values', sheet, at, rows: [[groupLabel]] }
  }
  yield headerLooks(sheet, planned)
  for (let row = headerRow + 1; row < endRow; row += ROWS_AT_ONCE) {
    const rows = await rowsOf(row, Math.min(endRow, row + ROWS_AT_ONCE))
    yield { kind: 'values', sheet, at: { row, column: firstColumn }, rows }
  }
  // the old ones go when the new ones come: should the writing break off before, the cells keep their colours
  const ids = decor.formats.filter(({ formula }) => isOurFormula(formula)).map(({ id }) => id)
  if (ids.length > 0) yield { kind: 'dropConditional', sheet, ids }
  yield* conditionalWrites(sheet, planned)
  yield { kind: 'column', sheet, column: across.right - 1, hidden: true }
}

export function* conditionalWrites(sheet: SheetId, planned: PlannedFlags): Generator<SheetWrite, void> {
  for (const { column, look, part, formula } of planned.conditionals) {
    yield {
      kind: 'conditional',
      sheet,
      area: { top: planned.headerRow + 1, bottom: planned.tableEnd, left: column, right: column + 1 },
      formula: `=${formula}`,
      look:
        part === 'level'
          ? { bold: true, color: `#${look.color}`, fill: `#${look.fill}` }
          : { border: `#${look.border}` },
    }
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
  for (const { area, style } of styleRuns(rows, width)) {
    yield { kind: 'look', sheet, area, look: lookOfStyle(sheetStyles[style] ?? {}) }
  }
  // a list may be long: Excel fits its rows by itself, so that nothing here grows with the findings
  const body = list && list[1] > list[0] ? { from: list[0], to: list[1] } : { from: 0, to: 0 }
  for (const { from, to, height } of heightRuns(rows, body)) {
    yield { kind: 'rowHeight', sheet, rows: { from, to }, points: height }
  }
  if (body.to > body.from) yield { kind: 'fitRows', sheet, rows: body }
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
      return { day: value.day }
    case 'percent':
    case 'amount':
      return value.value
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
}

/** Cells of one look under one another, so that looks do not grow with the rows. */
function styleRuns(rows: PlannedSheet['layout']['rows'], width: number): readonly StyleRun[] {
  const runs: StyleRun[] = []
  for (let column = 0; column < width; column++) {
    let open: { top: number; style: string; across: number } | null = null
    for (const [row, { cells }] of rows.entries()) {
      const cell: LaidCell | undefined = cells.find((one) => one.column === column)
      if (open && cell && open.style === cell.style && open.across === cell.across) continue
      if (open) runs.push(runOf(open, row, column))
      open = cell ? { top: row, style: cell.style, across: cell.across } : null
    }
    if (open) runs.push(runOf(open, rows.length, column))
  }
  return runs
}

function runOf(
  { top, style, across }: { top: number; style: string; across: number },
  bottom: number,
  column: number,
): StyleRun {
  return { area: { top, bottom, left: column, right: column + across }, style }
}

/** Rows of one height that follow one another; those of a list left out. */
function heightRuns(
  rows: PlannedSheet['layout']['rows'],
  except: RowSpan,
): readonly { readonly from: number; readonly to: number; readonly height: number }[] {
  const runs: { from: number; to: number; height: number }[] = []
  for (const [row, { height }] of rows.entries()) {
    if (row >= except.from && row < except.to) continue
    const last = runs.at(-1)
    if (last?.height === height && last.to === row) last.to = row + 1
    else runs.push({ from: row, to: row + 1, height })
  }
  return runs
}

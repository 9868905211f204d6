import type { BlockColumn, OwnChart, OwnSheet, SheetBlock, SheetCell } from './annotation.ts'

/** A sheet of ours as rows of placed cells, for whoever writes it: a file or Excel. */
export interface OwnSheetLayout {
  readonly rows: readonly LaidRow[]
  /** Rows (from 1) that stay in view. */
  readonly frozenRows: number
  /** Of a list: its header row and last row, from 1. */
  readonly list: readonly [number, number] | null
  /** Where each block stands, by its title; rows from 1. */
  readonly blocks: readonly {
    readonly title: string
    readonly headerRow: number
    readonly lastRow: number
    readonly places: readonly number[]
  }[]
}

export interface LaidRow {
  readonly height: number
  readonly cells: readonly LaidCell[]
}

export interface LaidCell {
  readonly column: number
  /** Columns that it takes. */
  readonly across: number
  readonly value: SheetCell
  /** Name in `sheetStyles`. */
  readonly style: string
}

export function layoutOwnSheet(sheet: OwnSheet): OwnSheetLayout {
  const rows: LaidRow[] = []
  const blocks: { title: string; headerRow: number; lastRow: number; places: readonly number[] }[] = []
  let list: readonly [number, number] | null = null
  const one = (text: string, style: string): LaidCell => ({ column: 0, across: 1, value: text, style })
  rows.push({ height: 26, cells: [one(sheet.title, 'title')] })
  for (const subtitle of sheet.subtitles) rows.push({ height: 18, cells: [one(subtitle, 'subtitle')] })
  for (const block of sheet.blocks) {
    if (!sheet.list) rows.push({ height: 12, cells: [] })
    if (block.title !== '') rows.push({ height: 22, cells: [one(block.title, 'blockTitle')] })
    const places = columnPlaces(block.columns)
    const placed = (column: BlockColumn, i: number, value: SheetCell, style: string): LaidCell => ({
      column: places[i] ?? 0,
      across: column.across ?? 1,
      value,
      style,
    })
    rows.push({
      height: 20,
      cells: block.columns.map((column, i) => placed(column, i, column.title, 'head')),
    })
    const headerRow = rows.length
    for (const row of block.rows) {
      const cells = block.columns.map((column, i) => {
        const value = row[i] ?? null
        return placed(column, i, value, styleOf(value, column))
      })
      rows.push({ height: heightOf(sheet, block, row, places), cells })
    }
    blocks.push({ title: block.title, headerRow, lastRow: rows.length, places })
    if (sheet.list) list ??= [headerRow, rows.length]
    if (block.note !== '') rows.push({ height: 18, cells: [one(block.note, 'note')] })
    const chart = sheet.charts?.find((drawn) => drawn.block === block.title)
    const end = chart ? headerRow + chartRows(chart, block.rows.length) - 1 : 0
    while (rows.length < end) rows.push({ height: 18, cells: [] })
  }
  return { rows, frozenRows: list?.[0] ?? 1 + sheet.subtitles.length, list, blocks }
}

/** How many rows a chart takes from its block's header on. */
export function chartRows({ kind, most }: OwnChart, rows: number): number {
  return Math.max(11, kind === 'bar' ? Math.min(rows, most) + 4 : 0)
}

function styleOf(value: SheetCell, column: BlockColumn): string {
  const align = column.align === 'left' ? 'textLeft' : column.align === 'right' ? 'textRight' : 'textCenter'
  if (value === null || typeof value === 'string') return align
  if (typeof value === 'number') return column.align === 'center' ? 'numberCenter' : 'number'
  return value.kind === 'level' ? `level-${value.level}` : value.kind
}

/** Tall enough for the longest text of the row, in its column. */
function heightOf(
  sheet: OwnSheet,
  block: SheetBlock,
  row: readonly SheetCell[],
  places: readonly number[],
): number {
  let lines = 1
  for (const [i, column] of block.columns.entries()) {
    const text = row[i]
    if (typeof text !== 'string' || column.align !== 'left') continue
    const from = places[i] ?? 0
    const room = sheet.widths.slice(from, from + (column.across ?? 1)).reduce((sum, width) => sum + width, 0)
    lines = Math.max(lines, Math.ceil(displayWidth(text) / Math.max(4, room - 1)))
  }
  return lines === 1 ? 18 : Math.min(409, lines * 14 + 4)
}

/** In digits of the default font, for our smaller one: Han and full-width characters take about two. */
function displayWidth(text: string): number {
  let width = 0
  for (const c of text) width += c > '\u2E7F' || '“”‘’…—'.includes(c) ? 1.85 : 0.9
  return width
}

/** The first column of each column of a block. */
function columnPlaces(columns: readonly BlockColumn[]): readonly number[] {
  let at = 0
  return columns.map((column) => {
    const place = at
    at += column.across ?? 1
    return place
  })
}

import type { Finding, Result } from '@postloan/core/check'
import type { Ledger } from '@postloan/core/ledger'
import type { Policy } from '@postloan/core/policy'
import { type Sheet, kindAt } from '@postloan/core/table'
import {
  type AnnotationPlan,
  type OwnCell,
  type OwnLayout,
  type RowAnnotation,
  type SheetAnnotation,
  type WrittenColumnKey,
  editedCells,
  faultColumns,
  findOwnColumns,
  groupLabel,
  hideOwnCells,
  isOwnSheet,
  layoutOwnSheet,
  levels,
  ownColumnKeys,
  ownConditionals,
  ownRow,
  ownSheetNames,
  planFromResult,
  rowKeys,
} from '@postloan/core/workbook/own'

import type { CellWrite } from '../../excel/port.ts'
import { messages } from '../messages.ts'
import type { FlagPlan, OurMarks, PlannedChart, PlannedSheet } from './engineTypes.ts'
import { findRow } from './findRow.ts'
import { type KeptCells, settleKept } from './keptCells.ts'
import { takeSheetRows } from './takeSheetRows.ts'

type Table = Ledger['tables'][number]

/** What a check comes to in the cells of a workbook, in the same columns and marks as annotated files have. */
export class FlagPlanner {
  readonly #plan: AnnotationPlan
  readonly #rows: ReadonlyMap<string, Map<number, RowAnnotation>>
  /** By sheet and row (from 1): what people wrote in our columns. */
  readonly #kept: ReadonlyMap<string, KeptCells>
  /** By sheet: what each row (from 1) is known by. */
  readonly #tables: Result['tables']
  /** Sheets where our columns no longer stand together: they are written anew, with what people wrote in them. */
  readonly #scattered: ReadonlySet<string>
  readonly #sheets: readonly Sheet[]
  /** By sheet, the last row (from 1) of its tables: any of them may be flagged after the next edit. */
  readonly #lastRows: ReadonlyMap<string, number>

  constructor(result: Result, policy: Policy, sheets: readonly Sheet[]) {
    this.#plan = planFromResult(result, policy)
    this.#sheets = sheets
    this.#tables = result.tables
    const lastRows = new Map<string, number>()
    for (const { table } of result.tables) {
      lastRows.set(table.sheet, Math.max(lastRows.get(table.sheet) ?? 0, table.sheetRows.at(-1) ?? 0))
    }
    this.#lastRows = lastRows
    this.#rows = new Map(
      this.#plan.sheets.map(({ sheet, rows }) => [sheet, new Map(rows.map((row) => [row.row, row]))]),
    )
    const layouts = sheets.flatMap((sheet) => {
      const layout = isOwnSheet(sheet) ? null : findOwnColumns(sheet)
      return layout ? [{ sheet, layout }] : []
    })
    this.#kept = new Map(
      layouts.map(({ sheet, layout }) => {
        const tables = result.tables.flatMap(({ table }) => (table.sheet === sheet.name ? [table] : []))
        return [sheet.name, settleKept(sheet, layout, editedCells(sheet, layout), tables)] as const
      }),
    )
    this.#scattered = new Set(
      layouts.filter(({ layout }) => !standsTogether(layout)).map(({ sheet }) => sheet.name),
    )
  }

  plan(tableGap: boolean): FlagPlan {
    return {
      sheets: this.#plan.sheets.flatMap((annotation) => {
        const sheet = this.#sheets.find(({ name }) => name === annotation.sheet)
        if (!sheet) return []
        const isScattered = this.#scattered.has(sheet.name)
        const stands = isScattered ? -1 : firstOwnColumn(sheet)
        const firstColumn = stands >= 0 ? stands : freeColumn(sheet, annotation, tableGap)
        const [groupRow, headerRow] = annotation.headerRows
        const tableEnd = Math.max(headerRow + 1, this.#lastRows.get(sheet.name) ?? 0)
        const endRow = Math.max(tableEnd, lastRow(sheet, firstColumn))
        return [
          {
            sheet: annotation.sheet,
            firstColumn,
            isScattered,
            stands: stands >= 0,
            groupRow: groupRow < headerRow ? groupRow - 1 : null,
            headerRow: headerRow - 1,
            tableEnd,
            endRow,
            groupLabel: groupLabel(this.#plan.asOf),
            conditionals: ownConditionals({
              levelColumn: firstColumn,
              recordColumn: firstColumn + ownColumnKeys.length - 1,
              firstRow: headerRow + 1,
              faults: faultColumns(annotation.rows),
            }),
          },
        ]
      }),
    }
  }

  /** Rows from 0, `to` not among them. */
  rows(sheet: string, from: number, to: number): readonly (readonly CellWrite[])[] {
    const kept = this.#kept.get(sheet)
    const rows = this.#rows.get(sheet)
    const isScattered = this.#scattered.has(sheet)
    return Array.from({ length: Math.max(0, to - from) }, (_, i) => {
      const row = from + i + 1
      const texts = kept?.byRow.get(row)
      const key = texts && !rows?.has(row) ? this.#keyOf(sheet, row) : ''
      return rowCells(rows?.get(row), texts, isScattered || kept?.moved.has(row) === true, key)
    })
  }

  #keyOf(sheet: string, row: number): string {
    for (const { table } of this.#tables) {
      const at = table.sheet === sheet ? findRow(table.sheetRows, row) : -1
      if (at >= 0) return rowKeys(table)(at)
    }
    return ''
  }

  /** Looks again at what people wrote in our columns of these rows (from 0). */
  look(sheet: Sheet, rows: readonly number[]): void {
    const layout = findOwnColumns(sheet)
    const kept = this.#kept.get(sheet.name)?.byRow
    if (!layout || !kept) return
    const top = layout.headerRow
    const some = { ...sheet, ...takeSheetRows(sheet, top, rows) }
    const found = byRow(editedCells(some, layout))
    for (const [i, row] of rows.entries()) {
      const cells = found.get(top + i + 1)
      if (cells) kept.set(row + 1, cells)
      else kept.delete(row + 1)
    }
  }

  /** Takes what was said of some rows in the place of what was said before. */
  replace(partial: AnnotationPlan, touched: ReadonlyMap<string, ReadonlySet<number>>): void {
    for (const [sheet, gone] of touched) {
      const rows = this.#rows.get(sheet)
      for (const row of gone) rows?.delete(row)
    }
    for (const { sheet, rows } of partial.sheets) {
      for (const row of rows) if (touched.get(sheet)?.has(row.row)) this.#rows.get(sheet)?.set(row.row, row)
    }
  }

  ownSheets(): readonly PlannedSheet[] {
    return this.#plan.ownSheets.map((sheet) => {
      const layout = layoutOwnSheet(sheet)
      const charts = sheet.name === ownSheetNames.summary ? chartsOf(layout.blocks) : []
      return { name: sheet.name, widths: sheet.widths, layout, charts }
    })
  }
}

/** The cells of our columns in one row; null = leave what is there. What is carried over stays a person's. */
function rowCells(
  annotated: RowAnnotation | undefined,
  kept: ReadonlyMap<WrittenColumnKey, string> | undefined,
  carry: boolean,
  known: string,
): readonly CellWrite[] {
  const own = ownRow(annotated, (key) => kept?.has(key) === true, known)
  const cells = own.cells.map(({ key, value }): CellWrite => {
    if (value.kind === 'kept') return carry ? (kept?.get(key) ?? '') : null
    if (value.kind === 'day') return { day: value.day }
    return value.kind === 'text' ? value.text : ''
  })
  return [...cells, own.mark]
}

/** Blocks of the overview with a chart of their own: how many loans by level, by branch, by officer. */
function chartsOf(blocks: PlannedSheet['layout']['blocks']): readonly PlannedChart[] {
  return messages.charts.flatMap(({ block, title, series, most }) => {
    const found = blocks.find((one) => one.title === block)
    if (!found || found.lastRow <= found.headerRow) return []
    const last = Math.min(found.lastRow, found.headerRow + most)
    const colors = levels.map((look) => `#${look.bar}`)
    const [nameColumn = 0, firstValue = 1] = found.places
    return [
      {
        title,
        headerRow: found.headerRow - 1,
        lastRow: last - 1,
        nameColumn,
        firstValue,
        series,
        colors: colors.slice(0, series === 1 ? most : series),
      },
    ]
  })
}

/** Our columns as they stand in the workbook, and what people wrote in them. */
export function findOurs(sheets: readonly Sheet[], tables: readonly Table[]): OurMarks {
  const marked: OurMarks['sheets'][number][] = []
  const edited: OwnCell[] = []
  const kept: OurMarks['kept'][number][] = []
  for (const sheet of sheets) {
    if (isOwnSheet(sheet)) continue
    const layout = findOwnColumns(sheet)
    if (!layout) continue
    const found = editedCells(sheet, layout)
    edited.push(...found)
    const here = tables.filter((table) => table.sheet === sheet.name)
    const settled = settleKept(sheet, layout, found, here)
    for (const [row, texts] of settled.byRow) {
      const isMoved = settled.moved.has(row)
      for (const [column, text] of texts) {
        kept.push({ sheet: sheet.name, row: row - 1, column, text, isMoved })
      }
    }
    marked.push({
      sheet: sheet.name,
      headerRow: layout.headerRow - 1,
      groupRow: layout.groupRow === 0 ? null : layout.groupRow - 1,
      columns: Object.fromEntries([...layout.columns].map(([column, key]) => [key, column])),
      endRow: sheet.rowCount,
    })
  }
  return { sheets: marked, ownSheets: sheets.filter(isOwnSheet).map(({ name }) => name), edited, kept }
}

/** The workbook as its officer made it. */
export function withoutOurs(sheets: readonly Sheet[], fileName: string): readonly Sheet[] {
  return hideOwnCells({ fileName, format: 'excel', sheets, notes: [] }).sheets
}

function byRow(cells: readonly OwnCell[]): Map<number, Map<WrittenColumnKey, string>> {
  const rows = new Map<number, Map<WrittenColumnKey, string>>()
  for (const { row, column, text } of cells) rows.set(row, (rows.get(row) ?? new Map()).set(column, text))
  return rows
}

/** Where our columns stand now, or -1. */
function firstOwnColumn(sheet: Sheet): number {
  const layout = findOwnColumns(sheet)
  return layout ? Math.min(...layout.columns.keys()) : -1
}

/** True where our columns stand together in our order, so that they can be written over. */
function standsTogether(layout: OwnLayout): boolean {
  const first = Math.min(...layout.columns.keys())
  return ownColumnKeys.every((key, i) => layout.columns.get(first + i) === key)
}

/** The first place right of the table with room for all our columns, from the header down. */
function freeColumn(sheet: Sheet, annotation: SheetAnnotation, tableGap: boolean): number {
  const top = annotation.headerRows[0] - 1
  // beside an Excel table a column is left free: Excel may take what touches it into the table
  const isTable = sheet.tableAreas.some(
    (area) => area.right === annotation.firstFreeColumn && area.bottom > top,
  )
  let free = 0
  for (let column = annotation.firstFreeColumn + (isTable && tableGap ? 1 : 0); ; column++) {
    free = isUsed(sheet, column, top) ? 0 : free + 1
    if (free === ownColumnKeys.length) return column - free + 1
  }
}

function isUsed(sheet: Sheet, column: number, top: number): boolean {
  const length = sheet.columns[column]?.kinds.length ?? 0
  for (let row = top; row < length; row++) if (kindAt(sheet, row, column) !== 0) return true
  return sheet.merges.some((area) => area.left <= column && column < area.right && area.bottom > top)
}

/** Rows of an earlier writing that have to be emptied. */
function lastRow(sheet: Sheet, firstColumn: number): number {
  let last = 0
  for (let i = 0; i < ownColumnKeys.length; i++) {
    last = Math.max(last, sheet.columns[firstColumn + i]?.kinds.length ?? 0)
  }
  return last
}

/** What only some findings come to: for rows that were judged again. */
export function planOfFindings(result: Result, policy: Policy, findings: readonly Finding[]): AnnotationPlan {
  const some: Result = {
    ...result,
    *findings(filter) {
      for (const finding of findings)
        if (filter?.table === undefined || filter.table === finding.table) yield finding
    },
  }
  return planFromResult(some, policy)
}

import type { DateSystem } from '@postloan/core/calendar'
import type { Area } from '@postloan/core/table'

import { addressOf } from './address.ts'
import { officeValue } from './cellText.ts'
import { hasApi } from './features.ts'
import type { CellLook, SheetWrite } from './port.ts'
import { rangeOf } from './sheetAreas.ts'

/** Points of one character of the default font, and of the cell's own padding. */
const CHARACTER_POINTS = 5.25
const PADDING_POINTS = 3.75

/** Puts one write into the request. */
export function queueWrite(context: Excel.RequestContext, write: SheetWrite, dateSystem: DateSystem): void {
  const { worksheets } = context.workbook
  if (write.kind === 'addSheet') {
    const made = worksheets.add(write.name)
    made.showGridlines = false
    made.tabColor = '#616161'
    return
  }
  if (write.kind === 'dropRecord') return
  const sheet = worksheets.getItem(write.sheet)
  switch (write.kind) {
    case 'values': {
      const width = write.rows.reduce((most, row) => Math.max(most, row.length), 0)
      if (width === 0) return
      const { row, column } = write.at
      const area = { top: row, left: column, bottom: row + write.rows.length, right: column + width }
      const rows = write.rows.map((cells) =>
        Array.from({ length: width }, (_, i) => officeValue(cells[i] ?? null, dateSystem)),
      )
      rangeOf(sheet, area).values = rows
      return
    }
    case 'look':
      queueLook(rangeOf(sheet, write.area), write.look, write.area)
      return
    case 'unlook':
      // looks may reach below the last value, and the sheet far below both
      queueUnlook(rangeOf(sheet, write.area).getUsedRangeOrNullObject(false), write)
      return
    case 'clear':
      rangeOf(sheet, write.area).clear(Excel.ClearApplyTo.contents)
      return
    case 'column': {
      const { column, width, hidden } = write
      const range = rangeOf(sheet, { top: 0, left: column, bottom: 1, right: column + 1 }).getEntireColumn()
      if (width === 'standard') range.format.useStandardWidth = true
      else if (width !== undefined) {
        range.format.columnWidth =
          'points' in width ? width.points : width.characters * CHARACTER_POINTS + PADDING_POINTS
      }
      if (hidden !== undefined) range.columnHidden = hidden
      return
    }
    case 'rowHeight': {
      const area = { top: write.rows.from, left: 0, bottom: write.rows.to, right: 1 }
      rangeOf(sheet, area).format.rowHeight = write.points
      return
    }
    case 'fitRows': {
      const area = { top: write.rows.from, left: 0, bottom: write.rows.to, right: 1 }
      rangeOf(sheet, area).getEntireRow().format.autofitRows()
      return
    }
    case 'filter':
      if (hasApi('1.9')) sheet.autoFilter.apply(rangeOf(sheet, write.area))
      return
    case 'merge':
      rangeOf(sheet, write.area).merge(false)
      return
    case 'conditional':
      queueConditional(rangeOf(sheet, write.area), write.formula, write.look)
      return
    case 'dropConditional':
      for (const id of write.ids) sheet.getRange().conditionalFormats.getItem(id).delete()
      return
    case 'comment': {
      const { row, column } = write.at
      const at = { top: row, left: column, bottom: row + 1, right: column + 1 }
      context.workbook.comments.add(rangeOf(sheet, at), write.text)
      return
    }
    case 'dropComments':
      for (const id of write.ids) context.workbook.comments.getItem(id).delete()
      return
    case 'dropSheet':
      sheet.delete()
      return
    case 'freezeRows':
      if (hasApi('1.7')) sheet.freezePanes.freezeRows(write.rows)
      return
    case 'chart':
      queueChart(sheet, write)
  }
}

const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const

function queueLook(range: Excel.Range, look: CellLook, area: Area): void {
  const { format } = range
  if (look.fill !== undefined) format.fill.color = look.fill
  if (look.color !== undefined) format.font.color = look.color
  if (look.bold !== undefined) format.font.bold = look.bold
  if (look.size !== undefined) format.font.size = look.size
  if (look.wrap !== undefined) format.wrapText = look.wrap
  if (look.align !== undefined) format.horizontalAlignment = alignments[look.align]
  if (look.unlocked) format.protection.locked = false
  // one value for all cells: Excel takes it, though the declared type knows only a grid
  if (look.format !== undefined) range.set({ numberFormat: look.format as unknown as string[][] })
  if (look.border !== undefined) {
    for (const edge of edgesOf(look, area)) {
      const border = format.borders.getItem(edge)
      border.style = 'Continuous'
      border.color = look.border
    }
  }
}

function edgesOf({ open = [] }: CellLook, area: Area): readonly (typeof EDGES)[number][] {
  return EDGES.filter((edge) => {
    if (edge === 'InsideHorizontal') return area.bottom - area.top > 1
    if (edge === 'InsideVertical') return area.right - area.left > 1
    if (edge === 'EdgeTop') return !open.includes('top')
    return edge !== 'EdgeLeft' || !open.includes('left')
  })
}

function queueUnlook(
  range: Excel.Range,
  { look, area, back }: Extract<SheetWrite, { kind: 'unlook' }>,
): void {
  const { format } = range
  if (look.fill !== undefined) {
    if (back?.fill) format.fill.color = back.fill
    else format.fill.clear()
  }
  if (look.bold !== undefined) format.font.bold = back?.bold ?? false
  if (look.align !== undefined) format.horizontalAlignment = 'General'
  if (look.unlocked) format.protection.locked = true
  if (look.format !== undefined) range.set({ numberFormat: 'General' as unknown as string[][] })
  if (look.border !== undefined) {
    for (const edge of edgesOf(look, area)) format.borders.getItem(edge).style = 'None'
  }
}

const alignments = {
  left: 'Left',
  center: 'Center',
  right: 'Right',
  centerContinuous: 'CenterAcrossSelection',
} as const

function queueConditional(
  range: Excel.Range,
  formula: string,
  look: Pick<CellLook, 'fill' | 'color' | 'bold' | 'border'>,
): void {
  const { custom } = range.conditionalFormats.add(Excel.ConditionalFormatType.custom)
  custom.rule.formula = formula
  if (look.fill !== undefined) custom.format.fill.color = look.fill
  if (look.color !== undefined) custom.format.font.color = look.color
  if (look.bold !== undefined) custom.format.font.bold = look.bold
  if (look.border !== undefined) {
    for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
      const border = custom.format.borders.getItem(edge)
      border.style = 'Continuous'
      border.color = look.border
    }
  }
}

function queueChart(sheet: Excel.Worksheet, write: Extract<SheetWrite, { kind: 'chart' }>): void {
  const type = write.stacked ? Excel.ChartType.barStacked : Excel.ChartType.barClustered
  const chart = sheet.charts.add(type, rangeOf(sheet, write.data), Excel.ChartSeriesBy.columns)
  chart.title.text = write.title
  chart.legend.visible = write.stacked
  const [from, to] = addressOf(write.at).split(':')
  chart.setPosition(from ?? 'A1', to)
  // names read from the top as in the list
  chart.axes.categoryAxis.reversePlotOrder = true
  const count = write.data.right - write.data.left - 1
  for (const [i, color] of write.colors.entries()) {
    if (write.stacked) {
      if (i < count) chart.series.getItemAt(i).format.fill.setSolidColor(color)
    } else if (i < write.data.bottom - write.data.top - 1) {
      chart.series.getItemAt(0).points.getItemAt(i).format.fill.setSolidColor(color)
    }
  }
}

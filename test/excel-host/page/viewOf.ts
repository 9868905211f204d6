import type { Host } from '../host.ts'
import { type Area, addressOf, intersection } from '../model/area.ts'
import { ERROR, TEXT } from '../model/cells.ts'
import { conditionalLook } from '../model/conditionalLook.ts'
import { formulaAt, textAt } from '../objects/cellGrids.ts'
import { DEFAULT_HEIGHT, DEFAULT_WIDTH } from '../objects/rangeFormat.ts'
import { describeChart, type ChartPicture } from './describeChart.ts'

/** What the window around the grid shows. */
export interface Facts {
  readonly name: string
  readonly profile: string
  readonly dirty: boolean
  readonly active: string
  readonly selection: string
  readonly sheets: readonly {
    readonly name: string
    readonly visibility: string
    readonly isProtected: boolean
    readonly tabColor: string
  }[]
  readonly rows: number
  readonly columns: number
  readonly undo: readonly string[]
  /** Workbooks opened beside this one. */
  readonly beside: number
  readonly frozenRows: number
  readonly frozenColumns: number
  /** Changes whenever widths, heights or hidden lines do. */
  readonly lines: number
}

export interface CellView {
  readonly text: string
  readonly entry: string
  readonly align: 'left' | 'center' | 'right'
  readonly fill: string | null
  readonly color: string
  readonly bold: boolean
  readonly italic: boolean
  readonly size: number
  readonly wrap: boolean
  readonly edges: readonly (string | null)[]
  readonly comment: string | null
}

export interface View {
  readonly cells: readonly (readonly (CellView | null)[])[]
  readonly merges: readonly Area[]
  readonly charts: readonly ChartPicture[]
  readonly filterArea: Area | null
}

const seen = new WeakMap<object, number>()
let nextSeen = 1
function numberOf(thing: object): number {
  const known = seen.get(thing) ?? nextSeen++
  seen.set(thing, known)
  return known
}

export function facts(host: Host): Facts {
  const { workbook } = host
  const { active } = workbook
  const used = active.cells
  return {
    name: workbook.name,
    profile: host.profile.label,
    dirty: workbook.dirty,
    active: active.name,
    selection: addressOf(active.selection),
    sheets: workbook.sheets.map(({ name, decor }) => ({
      name,
      visibility: decor.visibility,
      isProtected: decor.protection !== null,
      tabColor: decor.tabColor,
    })),
    rows: used.rowCount,
    columns: used.columnCount,
    undo: host.undoLabels,
    beside: host.beside.length,
    frozenRows: active.decor.frozen?.rows ?? 0,
    frozenColumns: active.decor.frozen?.columns ?? 0,
    lines: numberOf(active.decor.rows) * 100_000 + numberOf(active.decor.columns),
  }
}

/** Sizes of lines in pixels where they are not the usual ones; 0 is hidden. */
export interface Lines {
  readonly rows: readonly (readonly [number, number])[]
  readonly columns: readonly (readonly [number, number])[]
  readonly usualHeight: number
  readonly usualWidth: number
}

const pixels = (points: number): number => Math.round((points * 96) / 72)

export function viewOf(host: Host, asked: { area: Area; lines?: boolean }): View & { lines: Lines | null } {
  const sheet = host.workbook.active
  const { decor, cells } = sheet
  const { area: a } = asked
  const commented = new Map(
    [...decor.comments, ...decor.notes].map((one) => [
      `${one.row} ${one.column}`,
      `${one.author}：${one.text}`,
    ]),
  )
  const look = conditionalLook(host.workbook, sheet, a)
  const rows: (CellView | null)[][] = []
  for (let r = a.row; r < a.row + a.rows; r++) {
    const row: (CellView | null)[] = []
    for (let c = a.column; c < a.column + a.columns; c++) {
      const style = host.workbook.styles.look(sheet.styleAt(r, c))
      const text = textAt(sheet, r, c)
      const over = look(r, c)
      const comment = commented.get(`${r} ${c}`) ?? null
      const edges = [style.edgeTop, style.edgeRight, style.edgeBottom, style.edgeLeft].map(
        (edge) => edge?.color ?? null,
      )
      const plain =
        text === '' && style.fill === null && !over && comment === null && edges.every((e) => e === null)
      if (plain) {
        row.push(null)
        continue
      }
      const kind = cells.kind(r, c)
      const usual = kind === TEXT ? 'left' : kind === ERROR ? 'center' : 'right'
      const align = { Left: 'left', Center: 'center', Right: 'right' } as const
      row.push({
        text,
        entry: String(formulaAt(sheet, r, c)),
        align: align[style.horizontal as keyof typeof align] ?? usual,
        fill: over?.fill ?? style.fill,
        color: over?.color ?? style.color,
        bold: over?.bold ?? style.bold,
        italic: over?.italic ?? style.italic,
        size: style.size,
        wrap: style.wrap,
        edges: edges.map((edge, i) => over?.edges[i] ?? edge),
        comment,
      })
    }
    rows.push(row)
  }
  return {
    cells: rows,
    merges: decor.merges.filter((one) => intersection(one, a)),
    charts: decor.charts.map((chart) => describeChart(host, sheet, chart)),
    filterArea: decor.filter?.area ?? decor.tables.find((table) => intersection(table.area, a))?.area ?? null,
    lines: asked.lines === true ? linesOf(host) : null,
  }
}

function linesOf(host: Host): Lines {
  const { decor } = host.workbook.active
  const rows: [number, number][] = []
  for (const [r, { height, hidden, filtered }] of decor.rows) {
    if (hidden === true || filtered === true) rows.push([r, 0])
    else if (height !== undefined) rows.push([r, pixels(height)])
  }
  const columns: [number, number][] = []
  for (const [c, { width, hidden }] of decor.columns) {
    if (hidden === true) columns.push([c, 0])
    else if (width !== undefined) columns.push([c, pixels(width)])
  }
  return { rows, columns, usualHeight: pixels(DEFAULT_HEIGHT), usualWidth: pixels(DEFAULT_WIDTH) }
}

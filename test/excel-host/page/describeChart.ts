import type { Host } from '../host.ts'
import type { Chart } from '../model/decor.ts'
import type { Sheet } from '../model/sheet.ts'
import { textAt } from '../objects/cellGrids.ts'

/** A chart with its data, enough to draw it. */
export interface ChartPicture {
  readonly title: string
  readonly type: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly categories: readonly string[]
  readonly series: readonly {
    readonly name: string
    readonly values: readonly number[]
    readonly color: string | null
  }[]
  readonly pointColors: readonly (string | null)[]
}

export function describeChart(host: Host, sheet: Sheet, chart: Chart): ChartPicture {
  const from = host.workbook.sheetNamed(chart.sourceSheet) ?? sheet
  const { source: a } = chart
  const place = { left: chart.left, top: chart.top, width: chart.width, height: chart.height }
  const body = Array.from({ length: Math.max(0, Math.min(a.rows, 200) - 1) }, (_, i) => a.row + 1 + i)
  const columns = Array.from({ length: Math.max(0, Math.min(a.columns, 20) - 1) }, (_, i) => a.column + 1 + i)
  return {
    ...place,
    title: chart.titleVisible ? chart.title : '',
    type: chart.type,
    categories: body.map((r) => textAt(from, r, a.column)),
    series: columns.map((c, i) => ({
      name: textAt(from, a.row, c),
      values: body.map((r) => {
        const value = from.cells.value(r, c)
        return typeof value === 'number' ? value : 0
      }),
      color: chart.colors[i] ?? null,
    })),
    pointColors: body.map((_, i) => chart.colors[1000 + i] ?? null),
  }
}

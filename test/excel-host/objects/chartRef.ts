import type { Host } from '../host.ts'
import type { Chart } from '../model/decor.ts'
import { itemNotFound } from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'

export interface Over {
  readonly host: Host
  readonly sheet: Sheet
}

export interface ChartRef extends Over {
  readonly id: string
}

export interface PartRef extends ChartRef {
  /** Series or axis. */
  readonly index: number
}

/** The chart as it is now. @throws ExcelFault where it is gone */
export function current({ sheet, id }: ChartRef): Chart {
  const found = sheet.decor.charts.find((chart) => chart.id === id)
  if (!found) throw itemNotFound()
  return found
}

export function update(ref: ChartRef, change: Partial<Chart>): void {
  current(ref)
  ref.sheet.guardOption('allowEditObjects')
  ref.sheet.change({
    charts: ref.sheet.decor.charts.map((one) => (one.id === ref.id ? { ...one, ...change } : one)),
  })
}

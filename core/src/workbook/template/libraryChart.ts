import type { SheetChart } from 'hucre/xlsx'

import type { BookChart } from './book.ts'

export function libraryChart(chart: BookChart): SheetChart {
  const [fromRow, fromColumn] = chart.from
  const [toRow, toColumn] = chart.to
  return {
    type: chart.kind,
    title: chart.title,
    ...(chart.stacked ? { barGrouping: 'stacked' as const, overlap: 100 } : {}),
    gapWidth: 60,
    series: chart.series.map(({ name, values, categories, color }) => ({ name, values, categories, color })),
    // bars are labelled, so that no axis of values is needed; zeros would cover each other
    dataLabels: { showValue: true, numberFormat: { formatCode: '0;-0;;' } },
    axes: {
      x: { majorTickMark: 'none' as const, ...(chart.kind === 'bar' ? { reverse: true } : {}) },
      y: { hidden: true },
    },
    ...(chart.series.length > 1 ? { legend: 'bottom' as const } : { legend: false as const }),
    anchor: { from: { row: fromRow, col: fromColumn }, to: { row: toRow, col: toColumn } },
  }
}

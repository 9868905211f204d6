import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import type { Chart } from '../model/decor.ts'
import { invalidArgument } from '../model/fault.ts'
import { color, flag } from './arguments.ts'
import { textAt } from './cellGrids.ts'
import { LABELS, LINE } from './chartLooks.ts'
import { type ChartRef, type PartRef, current, update } from './chartRef.ts'

export const seriesOf = (ref: ChartRef): ExcelObject => make(SERIES_LIST, ref)

/** Series of the source, columns or rows as Excel would choose: the first line of the longer side names them. */
function seriesCount({ source, seriesBy }: Chart): number {
  const byRows = seriesBy === 'Rows' || (seriesBy === 'Auto' && source.columns > source.rows)
  return Math.max(1, (byRows ? source.rows : source.columns) - 1)
}

const SERIES_LIST: Kind<ChartRef> = {
  name: 'ChartSeriesCollection',
  read: { Count: (ref) => seriesCount(current(ref)) },
  items: (ref) =>
    Array.from({ length: seriesCount(current(ref)) }, (_, index) => make(SERIES, { ...ref, index })),
}
const SERIES: Kind<PartRef> = {
  name: 'ChartSeries',
  read: {
    Name: (ref) => {
      const { source, sourceSheet } = current(ref)
      const sheet = ref.host.workbook.sheetNamed(sourceSheet)
      return sheet ? textAt(sheet, source.row, source.column + 1 + ref.index) : ''
    },
    ChartType: (ref) => current(ref).type,
    HasDataLabels: (ref) => current(ref).labels,
    GapWidth: () => 150,
  },
  write: {
    HasDataLabels: (ref, value) => update(ref, { labels: flag(value) }),
    GapWidth: () => {},
    Overlap: () => {},
    Name: () => {},
    VaryByCategories: () => {},
  },
  children: {
    Format: (ref) => make(SERIES_FORMAT, ref),
    Points: (ref) => make(POINTS, ref),
    DataLabels: (ref) => make(LABELS, ref),
  },
}
const SERIES_FORMAT: Kind<PartRef> = {
  name: 'ChartSeriesFormat',
  children: { Fill: (ref) => make(SERIES_FILL, ref), Line: (ref) => make(LINE, ref) },
}
const SERIES_FILL: Kind<PartRef> = {
  name: 'ChartFill',
  methods: {
    SetSolidColor: (ref, value) => {
      const { colors } = current(ref)
      update(ref, { colors: { ...colors, [ref.index]: color(value) } })
    },
    Clear: () => null,
  },
}
const POINTS: Kind<PartRef> = {
  name: 'ChartPointsCollection',
  read: { Count: (ref) => Math.max(0, current(ref).source.rows - 1) },
  items: (ref) =>
    Array.from({ length: Math.max(0, current(ref).source.rows - 1) }, (_, point) =>
      make(POINT, { ...ref, index: point }),
    ),
}
const POINT: Kind<PartRef> = {
  name: 'ChartPoint',
  children: { Format: (ref) => make(POINT_FORMAT, ref) },
}
const POINT_FORMAT: Kind<PartRef> = {
  name: 'ChartPointFormat',
  children: { Fill: (ref) => make(POINT_FILL, ref), Border: (ref) => make(LINE, ref) },
}
/** Points are numbered from 1000 on, so that they do not meet the series. */
const POINT_FILL: Kind<PartRef> = {
  name: 'ChartFill',
  methods: {
    SetSolidColor: (ref, value) => {
      const { colors } = current(ref)
      if (ref.index < 0) throw invalidArgument()
      update(ref, { colors: { ...colors, [1000 + ref.index]: color(value) } })
    },
    Clear: () => null,
  },
}

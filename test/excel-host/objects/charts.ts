import { type ExcelObject, type Kind, isExcelObject, make } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import type { Chart } from '../model/decor.ts'
import { invalidArgument, itemNotFound } from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'
import { color, flag, number, range, selfOf, text } from './arguments.ts'
import { textAt } from './cellGrids.ts'
import { worksheet } from './makers.ts'
import { placeOf } from './placeOf.ts'
import { RangeRef } from './rangeRef.ts'

interface Over {
  readonly host: Host
  readonly sheet: Sheet
}

interface ChartRef extends Over {
  readonly id: string
}

interface PartRef extends ChartRef {
  /** Series or axis. */
  readonly index: number
}

export const chartsOf = (host: Host, sheet: Sheet): ExcelObject => make(CHARTS, { host, sheet })

const refs = ({ host, sheet }: Over): ChartRef[] => sheet.decor.charts.map(({ id }) => ({ host, sheet, id }))

function current({ sheet, id }: ChartRef): Chart {
  const found = sheet.decor.charts.find((chart) => chart.id === id)
  if (!found) throw itemNotFound()
  return found
}

function update(ref: ChartRef, change: Partial<Chart>): void {
  current(ref)
  ref.sheet.guardOption('allowEditObjects')
  ref.sheet.change({
    charts: ref.sheet.decor.charts.map((one) => (one.id === ref.id ? { ...one, ...change } : one)),
  })
}

const CHARTS: Kind<Over> = {
  name: 'ChartCollection',
  read: { Count: ({ sheet }) => sheet.decor.charts.length },
  items: (over) => refs(over).map((ref) => make(CHART, ref)),
  item: (over, key) => {
    const found = refs(over).find((ref) => ref.id === key || current(ref).name === key)
    return found ? make(CHART, found) : null
  },
  methods: {
    Add: (over, type, source, seriesBy) => {
      over.sheet.guardOption('allowEditObjects')
      const from = selfOf(source, RangeRef)
      let n = over.sheet.decor.charts.length + 1
      while (over.sheet.decor.charts.some(({ name }) => name === `图表 ${n}`)) n++
      const made: Chart = {
        id: over.host.workbook.newId(),
        name: `图表 ${n}`,
        type: text(type),
        title: '',
        titleVisible: true,
        sourceSheet: from.sheet.name,
        source: from.area,
        seriesBy: typeof seriesBy === 'string' ? seriesBy : 'Auto',
        top: 30,
        left: 30,
        width: 360,
        height: 216,
        legendVisible: true,
        legendPosition: 'Bottom',
        labels: false,
        colors: {},
      }
      over.sheet.change({ charts: [...over.sheet.decor.charts, made] })
      return make(CHART, { ...over, id: made.id })
    },
  },
}

const CHART: Kind<ChartRef> = {
  name: 'Chart',
  id: 'Id',
  read: {
    Id: ({ id }) => id,
    Name: (ref) => current(ref).name,
    ChartType: (ref) => current(ref).type,
    Top: (ref) => current(ref).top,
    Left: (ref) => current(ref).left,
    Width: (ref) => current(ref).width,
    Height: (ref) => current(ref).height,
    SeriesNameLevel: () => 0,
    PlotVisibleOnly: () => true,
    Style: () => 201,
  },
  write: {
    Name: (ref, value) => update(ref, { name: text(value) }),
    ChartType: (ref, value) => update(ref, { type: text(value) }),
    Top: (ref, value) => update(ref, { top: number(value) }),
    Left: (ref, value) => update(ref, { left: number(value) }),
    Width: (ref, value) => update(ref, { width: number(value) }),
    Height: (ref, value) => update(ref, { height: number(value) }),
    Style: () => {},
    PlotVisibleOnly: () => {},
  },
  children: {
    Title: (ref) => make(TITLE, ref),
    Legend: (ref) => make(LEGEND, ref),
    DataLabels: (ref) => make(LABELS, ref),
    Series: (ref) => make(SERIES_LIST, ref),
    Axes: (ref) => make(AXES, ref),
    Format: (ref) => make(AREA_FORMAT, ref),
    Worksheet: ({ host, sheet }) => worksheet(host, sheet),
  },
  methods: {
    Delete: (ref) => {
      current(ref)
      ref.sheet.guardOption('allowEditObjects')
      ref.sheet.change({ charts: ref.sheet.decor.charts.filter(({ id }) => id !== ref.id) })
    },
    SetData: (ref, source, seriesBy) => {
      const from = selfOf(source, RangeRef)
      update(ref, {
        sourceSheet: from.sheet.name,
        source: from.area,
        ...(typeof seriesBy === 'string' && { seriesBy }),
      })
    },
    SetPosition: (ref, start, end) => {
      const first = isExcelObject(start) ? selfOf(start, RangeRef) : range(ref.host, start, ref.sheet)
      const last = end === undefined || end === null ? null : range(ref.host, end, ref.sheet)
      const place = placeOf(ref.sheet, first.area)
      const corner = last && placeOf(ref.sheet, last.area)
      update(ref, {
        top: place.top,
        left: place.left,
        ...(corner && {
          width: corner.left + corner.width - place.left,
          height: corner.top + corner.height - place.top,
        }),
      })
    },
    Activate: () => null,
  },
}

const TITLE: Kind<ChartRef> = {
  name: 'ChartTitle',
  read: {
    Text: (ref) => current(ref).title,
    Visible: (ref) => current(ref).titleVisible,
    Overlay: () => false,
  },
  write: {
    Text: (ref, value) => update(ref, { title: text(value), titleVisible: true }),
    Visible: (ref, value) => update(ref, { titleVisible: flag(value) }),
    Overlay: () => {},
  },
  children: { Format: (ref) => make(TEXT_FORMAT, ref) },
}
const LEGEND: Kind<ChartRef> = {
  name: 'ChartLegend',
  read: { Visible: (ref) => current(ref).legendVisible, Position: (ref) => current(ref).legendPosition },
  write: {
    Visible: (ref, value) => update(ref, { legendVisible: flag(value) }),
    Position: (ref, value) => update(ref, { legendPosition: text(value) }),
  },
  children: { Format: (ref) => make(TEXT_FORMAT, ref) },
}
const LABELS: Kind<ChartRef> = {
  name: 'ChartDataLabels',
  read: { ShowValue: (ref) => current(ref).labels },
  write: {
    ShowValue: (ref, value) => update(ref, { labels: flag(value) }),
    ShowCategoryName: () => {},
    ShowPercentage: () => {},
    Position: () => {},
    Separator: () => {},
  },
  children: { Format: (ref) => make(TEXT_FORMAT, ref) },
}

/** How letters and areas of a chart look is taken and forgotten, apart from the colours of series. */
const TEXT_FORMAT: Kind<ChartRef> = {
  name: 'ChartTitleFormat',
  children: {
    Font: (ref) => make(FONT, ref),
    Fill: (ref) => make(PLAIN_FILL, ref),
    Border: (ref) => make(LINE, ref),
  },
}
const FONT: Kind<ChartRef> = {
  name: 'ChartFont',
  read: { Size: () => 12, Bold: () => false, Color: () => '#000000', Name: () => '' },
  write: { Size: () => {}, Bold: () => {}, Color: () => {}, Name: () => {}, Italic: () => {} },
}
const PLAIN_FILL: Kind<ChartRef> = {
  name: 'ChartFill',
  methods: { SetSolidColor: (_ref, value) => void color(value), Clear: () => null },
}
const LINE: Kind<ChartRef> = {
  name: 'ChartBorder',
  write: { Color: () => {}, LineStyle: () => {}, Weight: () => {} },
  methods: { Clear: () => null },
}
const AREA_FORMAT: Kind<ChartRef> = {
  name: 'ChartAreaFormat',
  write: { RoundedCorners: () => {} },
  children: {
    Fill: (ref) => make(PLAIN_FILL, ref),
    Font: (ref) => make(FONT, ref),
    Border: (ref) => make(LINE, ref),
  },
}

const AXES: Kind<ChartRef> = {
  name: 'ChartAxes',
  children: {
    CategoryAxis: (ref) => make(AXIS, { ...ref, index: 0 }),
    ValueAxis: (ref) => make(AXIS, { ...ref, index: 1 }),
  },
}
const AXIS: Kind<PartRef> = {
  name: 'ChartAxis',
  read: { Visible: () => true, Minimum: () => 0 },
  write: {
    Visible: () => {},
    Minimum: () => {},
    Maximum: () => {},
    ReversePlotOrder: () => {},
    NumberFormat: () => {},
    MajorUnit: () => {},
  },
  children: {
    MajorGridlines: (ref) => make(GRIDLINES, ref),
    Title: (ref) => make(AXIS_TITLE, ref),
    Format: (ref) => make(TEXT_FORMAT, ref),
  },
}
const GRIDLINES: Kind<ChartRef> = {
  name: 'ChartGridlines',
  read: { Visible: () => true },
  write: { Visible: () => {} },
}
const AXIS_TITLE: Kind<ChartRef> = { name: 'ChartAxisTitle', write: { Text: () => {}, Visible: () => {} } }

/** Series of the source, columns or rows as Excel would choose: the first line of the longer side names them. */
export function seriesCount({ source, seriesBy }: Chart): number {
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

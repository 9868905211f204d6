import { type ExcelObject, type Kind, isExcelObject, make } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import type { Chart } from '../model/decor.ts'
import type { Sheet } from '../model/sheet.ts'
import { flag, number, range, selfOf, text } from './arguments.ts'
import { AREA_FORMAT, LABELS, TEXT_FORMAT } from './chartLooks.ts'
import { type ChartRef, type Over, type PartRef, current, update } from './chartRef.ts'
import { seriesOf } from './chartSeries.ts'
import { worksheet } from './makers.ts'
import { placeOf } from './placeOf.ts'
import { RangeRef } from './rangeRef.ts'

export const chartsOf = (host: Host, sheet: Sheet): ExcelObject => make(CHARTS, { host, sheet })

const refs = ({ host, sheet }: Over): ChartRef[] => sheet.decor.charts.map(({ id }) => ({ host, sheet, id }))

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
    Series: (ref) => seriesOf(ref),
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

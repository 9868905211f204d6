import { type Kind, make } from '../engine/kind.ts'
import { color, flag } from './arguments.ts'
import { type ChartRef, current, update } from './chartRef.ts'

export const LABELS: Kind<ChartRef> = {
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
export const TEXT_FORMAT: Kind<ChartRef> = {
  name: 'ChartTitleFormat',
  children: {
    Font: (ref) => make(FONT, ref),
    Fill: (ref) => make(PLAIN_FILL, ref),
    Border: (ref) => make(LINE, ref),
  },
}
export const FONT: Kind<ChartRef> = {
  name: 'ChartFont',
  read: { Size: () => 12, Bold: () => false, Color: () => '#000000', Name: () => '' },
  write: { Size: () => {}, Bold: () => {}, Color: () => {}, Name: () => {}, Italic: () => {} },
}
export const PLAIN_FILL: Kind<ChartRef> = {
  name: 'ChartFill',
  methods: { SetSolidColor: (_ref, value) => void color(value), Clear: () => null },
}
export const LINE: Kind<ChartRef> = {
  name: 'ChartBorder',
  write: { Color: () => {}, LineStyle: () => {}, Weight: () => {} },
  methods: { Clear: () => null },
}
export const AREA_FORMAT: Kind<ChartRef> = {
  name: 'ChartAreaFormat',
  write: { RoundedCorners: () => {} },
  children: {
    Fill: (ref) => make(PLAIN_FILL, ref),
    Font: (ref) => make(FONT, ref),
    Border: (ref) => make(LINE, ref),
  },
}

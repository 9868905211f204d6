import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

import { Markup } from './markup.ts'

register([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer])

/** Room for a chart on a wide page and on a narrow one. */
const rooms = { wide: 560, narrow: 350 } as const

/**
 * A chart as drawn vectors, once for each width of page: the page shows the one that fits and carries no chart library.
 * The figures stand in a table beside it, so that for a screen reader it is not there.
 */
export function drawChart(height: number, option: (width: number) => EChartsCoreOption): Markup {
  const drawn = Object.entries(rooms).map(([name, width]) => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
    chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit' }, ...option(width) })
    const svg = chart.renderToSVGString()
    chart.dispose()
    return `<div class="chart ${name}" aria-hidden="true">${plainSvg(svg)}</div>`
  })
  return new Markup(drawn.join(''))
}

/** A strict page allows no style but its own: the looks become attributes, what serves the library goes. */
function plainSvg(svg: string): string {
  return svg
    .replaceAll(/<(style|defs)[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(
      / (?:class|clip-path|ecmeta_\w+|xml:space|xmlns:xlink|version|baseProfile|pointer-events)="[^"]*"/g,
      '',
    )
    .replaceAll(/ style="([^"]*)"/g, (_, style: string) =>
      style
        .split(';')
        .map((rule) => rule.split(':'))
        .filter(([name = '']) => name !== '' && name !== 'font-family')
        .map(([name = '', value = '']) => ` ${name.trim()}="${value.trim()}"`)
        .join(''),
    )
    .replaceAll('\n', '')
}

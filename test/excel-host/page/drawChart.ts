import type { ChartPicture } from './describeChart.ts'

const COLORS = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47']
const NS = 'http://www.w3.org/2000/svg'

function shape(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const element = document.createElementNS(NS, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  element.textContent = text
  return element
}

/** A plain picture of a chart: enough to see that the right data is there. */
export function drawChart(chart: ChartPicture): SVGElement {
  const scale = 96 / 72
  const [width, height] = [chart.width * scale, chart.height * scale]
  const svg = shape('svg', { width, height, role: 'img', 'aria-label': chart.title || chart.type })
  svg.style.cssText = `position:absolute;left:${chart.left * scale}px;top:${chart.top * scale}px;background:#fff;border:1px solid #c8c8c8`
  svg.append(shape('text', { x: width / 2, y: 20, 'text-anchor': 'middle', 'font-size': 14 }, chart.title))
  const [left, top, right, bottom] = [36, 32, width - 12, height - 40]
  const numbers = chart.series.flatMap(({ values }) => values)
  const most = Math.max(1, ...numbers)
  const colorOf = (series: number, point: number): string =>
    chart.pointColors[point] ?? chart.series[series]?.color ?? COLORS[series % COLORS.length] ?? '#4472C4'
  if (/Pie|Doughnut/.test(chart.type)) {
    const values = chart.series[0]?.values ?? []
    const sum = values.reduce((a, b) => a + b, 0) || 1
    const [x, y, r] = [width / 2, (top + bottom) / 2, Math.min(right - left, bottom - top) / 2]
    let angle = -Math.PI / 2
    for (const [i, value] of values.entries()) {
      const end = angle + (value / sum) * Math.PI * 2
      const color = chart.pointColors[i] ?? COLORS[i % COLORS.length] ?? '#4472C4'
      const from = `${x + r * Math.cos(angle)} ${y + r * Math.sin(angle)}`
      const to = `${x + r * Math.cos(end)} ${y + r * Math.sin(end)}`
      svg.append(
        shape('path', {
          d: `M${x} ${y}L${from}A${r} ${r} 0 ${end - angle > Math.PI ? 1 : 0} 1 ${to}Z`,
          fill: color,
        }),
      )
      angle = end
    }
    return svg
  }
  const isBar = chart.type.startsWith('Bar')
  const slots = Math.max(1, chart.categories.length)
  const slot = (isBar ? bottom - top : right - left) / slots
  const thick = (slot * 0.7) / Math.max(1, chart.series.length)
  for (const [i, category] of chart.categories.entries()) {
    const at = i * slot
    for (const [s, { values }] of chart.series.entries()) {
      const length = ((values[i] ?? 0) / most) * (isBar ? right - left - 60 : bottom - top)
      const offset = at + slot * 0.15 + s * thick
      const box = isBar
        ? { x: left + 60, y: top + offset, width: length, height: thick }
        : { x: left + offset, y: bottom - length, width: thick, height: length }
      svg.append(shape('rect', { ...box, fill: colorOf(s, i) }))
    }
    const label = isBar
      ? { x: left + 54, y: top + at + slot / 2 + 4, 'text-anchor': 'end' }
      : { x: left + at + slot / 2, y: bottom + 14, 'text-anchor': 'middle' }
    svg.append(shape('text', { ...label, 'font-size': 11 }, category.slice(0, 8)))
  }
  svg.append(shape('line', { x1: left, y1: bottom, x2: right, y2: bottom, stroke: '#888' }))
  return svg
}

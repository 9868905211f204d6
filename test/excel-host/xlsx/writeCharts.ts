import { escapeText } from '../../../core/src/workbook/package/escapeText.ts'
import type { OfficePackage } from '../../../core/src/workbook/package/officePackage.ts'
import { type Area, absoluteAddress, area, quoteSheet } from '../model/area.ts'
import type { Chart } from '../model/decor.ts'
import type { Workbook } from '../model/workbook.ts'
import { textAt } from '../objects/cellGrids.ts'
import { OFFICE, newPart, relate } from './parts.ts'

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const EMU_PER_POINT = 12_700

/** Writes charts into a drawing of the sheet's own or onto the one it has; gives the relationship of a new one, or null. */
export async function writeCharts(
  pack: OfficePackage,
  workbook: Workbook,
  part: string,
  charts: readonly Chart[],
): Promise<string | null> {
  if (charts.length === 0) return null
  const known = (await pack.relationships(part)).find(({ type }) => type === 'drawing')
  const root = `<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}"></xdr:wsDr>`
  const drawing =
    known?.target ??
    (await newPart(
      pack,
      (i) => `xl/drawings/drawing${i}.xml`,
      'application/vnd.openxmlformats-officedocument.drawing+xml',
      root,
    ))
  for (const [i, chart] of charts.entries()) {
    const type = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'
    const made = await newPart(pack, (n) => `xl/charts/chart${n}.xml`, type, chartXml(workbook, chart))
    const id = await relate(pack, drawing, `${OFFICE}/chart`, made)
    await pack.append(drawing, () => anchor(chart, 1000 + i, id))
  }
  return known ? null : relate(pack, part, `${OFFICE}/drawing`, drawing)
}

function anchor(chart: Chart, number: number, id: string): string {
  const emu = (points: number): number => Math.round(points * EMU_PER_POINT)
  return `<xdr:absoluteAnchor xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}"><xdr:pos x="${emu(chart.left)}" y="${emu(chart.top)}"/><xdr:ext cx="${emu(chart.width)}" cy="${emu(chart.height)}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number}" name="${escapeText(chart.name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor>`
}

function chartXml(workbook: Workbook, chart: Chart): string {
  const { source: a, sourceSheet } = chart
  const sheet = workbook.sheetNamed(sourceSheet)
  const reference = (where: Area): string =>
    escapeText(`${quoteSheet(sourceSheet)}!${absoluteAddress(where)}`)
  const rows = Array.from({ length: Math.max(0, a.rows - 1) }, (_, i) => a.row + 1 + i)
  const text = (row: number, column: number): string => (sheet ? escapeText(textAt(sheet, row, column)) : '')
  const strings = (where: Area, values: readonly string[]): string =>
    `<c:strRef><c:f>${reference(where)}</c:f><c:strCache><c:ptCount val="${values.length}"/>${values.map((value, i) => `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`).join('')}</c:strCache></c:strRef>`
  const fill = (color: string | undefined): string =>
    color === undefined
      ? ''
      : `<c:spPr><a:solidFill><a:srgbClr val="${color.slice(1)}"/></a:solidFill></c:spPr>`
  const isRound = /Pie|Doughnut/.test(chart.type)
  const series = Array.from({ length: isRound ? 1 : Math.max(0, a.columns - 1) }, (_, i) => {
    const column = a.column + 1 + i
    const values = rows.map((r) => sheet?.cells.value(r, column))
    const numbers = values
      .map((value, n) => (typeof value === 'number' ? `<c:pt idx="${n}"><c:v>${value}</c:v></c:pt>` : ''))
      .join('')
    const points = rows
      .map((_row, n) => ({ n, color: chart.colors[1000 + n] }))
      .filter(({ color }) => color !== undefined)
      .map(({ n, color }) => `<c:dPt><c:idx val="${n}"/>${fill(color)}</c:dPt>`)
      .join('')
    const labels = chart.labels
      ? '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
      : ''
    const whole = area(a.row + 1, column, rows.length, 1)
    return `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx>${strings(area(a.row, column), [text(a.row, column)])}</c:tx>${fill(chart.colors[i])}${points}${labels}<c:cat>${strings(
      area(a.row + 1, a.column, rows.length, 1),
      rows.map((r) => text(r, a.column)),
    )}</c:cat><c:val><c:numRef><c:f>${reference(whole)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${rows.length}"/>${numbers}</c:numCache></c:numRef></c:val></c:ser>`
  }).join('')
  const title =
    chart.titleVisible && chart.title !== ''
      ? `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${escapeText(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`
      : '<c:autoTitleDeleted val="1"/>'
  const legend = chart.legendVisible
    ? `<c:legend><c:legendPos val="${{ Top: 't', Left: 'l', Right: 'r' }[chart.legendPosition] ?? 'b'}"/><c:overlay val="0"/></c:legend>`
    : ''
  return `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${OFFICE}"><c:chart>${title}<c:plotArea><c:layout/>${plot(chart.type, series)}</c:plotArea>${legend}<c:plotVisOnly val="1"/></c:chart></c:chartSpace>`
}

function plot(type: string, series: string): string {
  if (/Pie/.test(type)) return `<c:pieChart><c:varyColors val="1"/>${series}</c:pieChart>`
  if (/Doughnut/.test(type)) {
    return `<c:doughnutChart><c:varyColors val="1"/>${series}<c:holeSize val="50"/></c:doughnutChart>`
  }
  const axes =
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>'
  const ids = '<c:axId val="1"/><c:axId val="2"/>'
  if (/Line/.test(type)) {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}${ids}</c:lineChart>${axes}`
  }
  const grouping = /100/.test(type) ? 'percentStacked' : /Stacked/.test(type) ? 'stacked' : 'clustered'
  const overlap = grouping === 'clustered' ? '' : '<c:overlap val="100"/>'
  return `<c:barChart><c:barDir val="${/Bar/.test(type) ? 'bar' : 'col'}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}<c:gapWidth val="80"/>${overlap}${ids}</c:barChart>${axes}`
}

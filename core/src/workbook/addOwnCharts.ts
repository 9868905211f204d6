import { columnLetters } from '../table/index.ts'
import type { OwnChart, OwnSheet } from './annotation.ts'
import { type ChartData, chartXml } from './chartXml.ts'
import { chartRows, layoutOwnSheet, type OwnSheetLayout } from './layoutOwnSheet.ts'
import { lookOf } from './levels.ts'
import { escapeText } from './package/escapeText.ts'
import { type OfficePackage, relationshipsOf } from './package/officePackage.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const DRAWINGS = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const CHARTS = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml'
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'

/** Draws a new sheet's charts; gives the parts that were made. The sheet says `rId1` where its drawing belongs. */
export async function addOwnCharts(
  pack: OfficePackage,
  part: string,
  sheet: OwnSheet,
): Promise<readonly string[]> {
  const layout = layoutOwnSheet(sheet)
  const charts = (sheet.charts ?? []).map((chart) => ({ chart, data: dataOf(chart, sheet, layout) }))
  if (charts.length === 0) return []
  const drawing = pack.freeName((i) => `xl/drawings/drawing${i}.xml`)
  pack.setText(drawing, '')
  await pack.addContentType(drawing, DRAWING_TYPE)
  await pack.addRelationship(part, 'drawing', drawing)
  const made = [relationshipsOf(part), drawing, relationshipsOf(drawing)]
  const anchors: string[] = []
  for (const [at, { chart: plan, data }] of charts.entries()) {
    if (data.names.length === 0) continue
    const chart = pack.freeName((i) => `xl/charts/chart${i}.xml`)
    pack.setText(chart, DECLARATION + chartXml(data))
    await pack.addContentType(chart, CHART_TYPE)
    const id = await pack.addRelationship(drawing, 'chart', chart)
    const top = (layout.blocks.find(({ title }) => title === plan.block)?.headerRow ?? 1) - 1
    const [left, right] = plan.over
    const bottom = top + chartRows(plan, data.names.length)
    anchors.push(anchorXml({ top, bottom, left, right }, id, at + 1, data.title))
    made.push(chart)
  }
  pack.setText(
    drawing,
    `${DECLARATION}<xdr:wsDr xmlns:xdr="${DRAWINGS}" xmlns:a="${MAIN}">${anchors.join('')}</xdr:wsDr>`,
  )
  return made
}

/** Between a table and its chart, in the format's own units: 8 points. */
const GAP = 101_600

interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

function anchorXml({ top, bottom, left, right }: Area, id: string, number: number, title: string): string {
  const corner = (name: string, row: number, column: number, inset = 0): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${inset}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`
  const frame =
    `<xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 1}" name="chart ${number}" descr="${escapeText(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHARTS}"><c:chart xmlns:c="${CHARTS}" xmlns:r="${RELATIONSHIPS}" r:id="${id}"/></a:graphicData></a:graphic>`
  return `<xdr:twoCellAnchor>${corner('from', top, left, GAP)}${corner('to', bottom, right)}<xdr:graphicFrame macro="">${frame}</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
}

/** What a chart shows, with the cells that it is taken from. */
function dataOf(chart: OwnChart, sheet: OwnSheet, layout: OwnSheetLayout): ChartData {
  const place = layout.blocks.find(({ title }) => title === chart.block)
  const block = sheet.blocks.find(({ title }) => title === chart.block)
  const rows = (block?.rows ?? []).slice(0, chart.most)
  const first = (place?.headerRow ?? 0) + 1
  const quoted = `'${sheet.name.replaceAll("'", "''")}'!`
  const range = (column: number): string => {
    const letters = columnLetters(place?.places[column] ?? 0)
    return `${quoted}$${letters}$${first}:$${letters}$${first + rows.length - 1}`
  }
  const textOf = (value: (typeof rows)[number][number] | undefined): string =>
    typeof value === 'object'
      ? value?.kind === 'level'
        ? lookOf(value.level).text
        : ''
      : String(value ?? '')
  const numberOf = (value: (typeof rows)[number][number] | undefined): number | null =>
    typeof value === 'number'
      ? value
      : typeof value === 'object' && (value?.kind === 'amount' || value?.kind === 'percent')
        ? value.value
        : null
  return {
    title: chart.title,
    kind: chart.kind,
    colors: chart.colors ?? [],
    namesRange: range(chart.names),
    names: rows.map((row) => textOf(row[chart.names])),
    series: chart.series.map(({ column, color }) => ({
      name: block?.columns[column]?.title ?? '',
      nameCell: `${quoted}$${columnLetters(place?.places[column] ?? 0)}$${first - 1}`,
      color,
      range: range(column),
      values: rows.map((row) => numberOf(row[column])),
    })),
  }
}

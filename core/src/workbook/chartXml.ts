import { escapeText } from './package/escapeText.ts'

/** A chart with the cells that it shows and what stands in them. */
export interface ChartData {
  readonly title: string
  readonly kind: 'bar' | 'column'
  /** Of a single series: a colour for each bar. */
  readonly colors: readonly string[]
  readonly namesRange: string
  readonly names: readonly string[]
  readonly series: readonly {
    readonly name: string
    readonly nameCell: string
    readonly color: string
    readonly range: string
    readonly values: readonly (number | null)[]
  }[]
}

const CHARTS = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const TEXT = '242424'
const SOFT = '616161'
const LINE = 'D1D1D1'

const fill = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`
const noLine = '<a:ln><a:noFill/></a:ln>'
const letters = (size: number, color: string, bold = false): string =>
  `<a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${fill(color)}</a:defRPr>`
const textLook = (size: number, color: string): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters(size, color)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`

/** The part of a bar chart: bars labelled, no grid and no scale, several series stacked with a legend. */
export function chartXml(data: ChartData): string {
  const stacked = data.series.length > 1
  const lying = data.kind === 'bar'
  const bars = [
    `<c:barDir val="${lying ? 'bar' : 'col'}"/>`,
    `<c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`,
    ...data.series.map((one, at) => seriesXml(data, one, at, stacked)),
    `<c:gapWidth val="50"/>${stacked ? '<c:overlap val="100"/>' : ''}<c:axId val="1"/><c:axId val="2"/>`,
  ]
  const axes = [
    // the first name on top, as in the table
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    `<c:spPr><a:ln w="9525">${fill(LINE)}</a:ln></c:spPr>${textLook(9, SOFT)}<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>`,
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/>`,
    `<c:axPos val="${lying ? 't' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>',
  ]
  const title =
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters(11, TEXT, true)}</a:pPr>` +
    `<a:r><a:rPr lang="zh-CN" sz="1100" b="1">${fill(TEXT)}</a:rPr><a:t>${escapeText(data.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  const legend = stacked
    ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textLook(9, SOFT)}</c:legend>`
    : ''
  return [
    `<c:chartSpace xmlns:c="${CHARTS}" xmlns:a="${MAIN}"><c:roundedCorners val="0"/><c:chart>`,
    title,
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    `<c:barChart>${bars.join('')}</c:barChart>${axes.join('')}<c:spPr><a:noFill/></c:spPr></c:plotArea>`,
    `${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    `<c:spPr>${fill('FFFFFF')}<a:ln w="9525">${fill(LINE)}</a:ln></c:spPr></c:chartSpace>`,
  ].join('')
}

function seriesXml(
  data: ChartData,
  { name, nameCell, color, range, values }: ChartData['series'][number],
  at: number,
  stacked: boolean,
): string {
  const points = data.colors.map(
    (own, point) =>
      `<c:dPt><c:idx val="${point}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fill(own)}${noLine}</c:spPr></c:dPt>`,
  )
  // zeros of a stack would lie on each other: its labels are the table's cells
  const labels = stacked
    ? ''
    : `<c:dLbls><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:spPr><a:noFill/>${noLine}</c:spPr>${textLook(9, TEXT)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
  const pointXml = (value: string | number, index: number): string =>
    `<c:pt idx="${index}"><c:v>${typeof value === 'string' ? escapeText(value) : value}</c:v></c:pt>`
  const names = data.names.map(pointXml)
  const numbers = values.flatMap((value, index) => (value === null ? [] : [pointXml(value, index)]))
  return [
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>`,
    `<c:tx><c:strRef><c:f>${escapeText(nameCell)}</c:f><c:strCache><c:ptCount val="1"/>${pointXml(name, 0)}</c:strCache></c:strRef></c:tx>`,
    `<c:spPr>${fill(color)}${noLine}</c:spPr><c:invertIfNegative val="0"/>${stacked ? '' : points.join('')}${labels}`,
    `<c:cat><c:strRef><c:f>${escapeText(data.namesRange)}</c:f><c:strCache><c:ptCount val="${names.length}"/>${names.join('')}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${escapeText(range)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${numbers.join('')}</c:numCache></c:numRef></c:val></c:ser>`,
  ].join('')
}

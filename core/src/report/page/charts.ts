import type { EChartsCoreOption } from 'echarts/core'

import type { NamedSum, TrendPoint } from '../types.ts'
import { drawChart } from './drawChart.ts'
import { colors } from './looks.ts'
import type { Markup } from './markup.ts'
import { pageWords as words } from './words.ts'

const label = { show: true, fontSize: 12, color: colors.text, textBorderWidth: 0 } as const
const axisText = { fontSize: 12, color: colors.soft, interval: 0 } as const
const baseLine = { lineStyle: { color: colors.line } } as const

/** Amounts in 万元 without decimals: bars are labelled, the table has the rest. */
const shown = (balance: number): string => Math.round(balance / 10_000).toLocaleString('en-US')

/** Standing bars, one a step; those from `badFrom` on are red. */
export function stepChart(steps: readonly NamedSum[], badFrom: number, line?: string): Markup {
  return drawChart(210, (width) => {
    const narrow = width < 400
    return {
      grid: { left: 4, right: 4, top: line === undefined ? 24 : 44, bottom: narrow ? 48 : 26 },
      xAxis: {
        type: 'category',
        data: steps.map(({ name }) => (narrow ? inTwoLines(name) : name)),
        axisTick: { show: false },
        axisLine: baseLine,
        axisLabel: { ...axisText, fontSize: narrow ? 10 : 12, lineHeight: 14 },
      },
      yAxis: { show: false, min: 0 },
      series: [
        {
          type: 'bar',
          barWidth: '62%',
          data: steps.map(({ balance }, at) => ({
            value: balance,
            itemStyle: { color: at >= badFrom ? colors.bad : colors.blue },
          })),
          label: {
            ...label,
            fontSize: narrow ? 10 : 12,
            position: 'top',
            formatter: ({ value }: { value: number }) => (value === 0 ? '0' : shown(value)),
          },
          ...(line === undefined || badFrom >= steps.length
            ? {}
            : {
                markLine: {
                  symbol: 'none',
                  silent: true,
                  lineStyle: { color: colors.soft, type: [3, 3] },
                  label: { ...label, formatter: line, position: 'end', color: colors.soft },
                  data: [lineAt(4 + ((width - 8) * badFrom) / steps.length, narrow ? 162 : 184)],
                },
              }),
        },
      ],
    } satisfies EChartsCoreOption
  })
}

/** A bar on a narrow page has room for four Han characters. */
function inTwoLines(name: string): string {
  const short = name.replaceAll(' ', '')
  if (short.length <= 4) return short
  const at = short.includes('–') ? short.indexOf('–') + 1 : Math.ceil(short.length / 2)
  return `${short.slice(0, at)}\n${short.slice(at)}`
}

/** Between two bars: a category has no place there, so it is told in pixels. */
function lineAt(x: number, bottom: number): readonly [object, object] {
  return [
    { x, y: bottom },
    { x, y: 20 },
  ]
}

/** Lying bars with their share behind them, in the order given. */
export function shareChart(
  rows: readonly {
    readonly name: string
    readonly value: number
    readonly text: string
    readonly bad: boolean
  }[],
): Markup {
  return drawChart(rows.length * 28 + 8, () => ({
    grid: { left: 52, right: 84, top: 4, bottom: 4 },
    xAxis: { show: false, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: baseLine,
      axisLabel: axisText,
    },
    series: [
      {
        type: 'bar',
        barWidth: 12,
        data: rows.map(({ value, bad }) => ({
          value,
          itemStyle: { color: bad ? colors.bad : colors.blue },
        })),
        label: {
          ...label,
          position: 'right',
          formatter: ({ dataIndex }: { dataIndex: number }) => rows[dataIndex]?.text ?? '',
        },
      },
    ],
  }))
}

/** The highest is labelled above its mark, the lowest below, what lies between beside it. */
function placeOf(values: readonly (number | null)[], value: number | null): 'top' | 'right' | 'bottom' {
  const known = values.filter((one) => one !== null)
  return value === Math.max(...known) ? 'top' : value === Math.min(...known) ? 'bottom' : 'right'
}

/** Shares over the months; lines differ by dash and mark, not by colour alone. */
export function trendChart(points: readonly TrendPoint[]): Markup {
  const series = [
    { name: words.trend.npl, key: 'npl', color: colors.bad, symbol: 'diamond', type: 'solid' },
    { name: words.trend.overdue, key: 'overdue', color: colors.blue, symbol: 'circle', type: 'solid' },
    { name: words.trend.attention, key: 'attention', color: colors.soft, symbol: 'triangle', type: 'dashed' },
  ] as const
  return drawChart(230, () => ({
    grid: { left: 30, right: 44, top: 40, bottom: 26 },
    legend: { top: 0, left: 0, itemWidth: 26, textStyle: { fontSize: 12, color: colors.text } },
    xAxis: {
      type: 'category',
      data: points.map(({ day }) => day.slice(0, 7)),
      axisTick: { show: false },
      axisLine: baseLine,
      axisLabel: { fontSize: 12, color: colors.soft },
    },
    yAxis: { show: false, min: 0 },
    series: series.map(({ name, key, color, symbol, type }) => ({
      name,
      type: 'line',
      symbol,
      symbolSize: 8,
      lineStyle: { color, type, width: 2 },
      itemStyle: { color },
      data: points.map((point) => ({
        value: point[key],
        label: {
          position: placeOf(
            series.map((one) => point[one.key]),
            point[key],
          ),
        },
      })),
      label: {
        ...label,
        position: 'top',
        formatter: ({ value }: { value: number | null }) =>
          typeof value === 'number' ? `${value.toFixed(2)}%` : '',
      },
    })),
  }))
}

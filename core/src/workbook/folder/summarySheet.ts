import type { Severity } from '../../policy/index.ts'
import type { NamedSum, ReportData } from '../../report/index.ts'
import type { OwnChart, OwnSheet, SheetBlock, SheetCell } from '../annotation.ts'
import { cutNote, left, middle, right } from '../blockColumns.ts'
import { levels, lookOf } from '../levels.ts'
import { amount, partOf, percent } from './cells.ts'
import { folderWords as words } from './words.ts'

const BAD = 'C50F1F'
const BLUE = '006CBF'
const rulesShown = 20
const groupsShown = 30
const severities: readonly Severity[] = ['serious', 'warning', 'attention', 'notice']

/** The month on one sheet: what was found, the book by class, arrears and maturity, each with its chart. */
export function summarySheet(data: ReportData, subtitles: readonly string[]): OwnSheet {
  const { book, trend } = data
  const { now } = book
  const over = [6, 7] as const
  const tiersShown = now.tiers.filter(({ name, loans }) => loans > 0 || name !== '未分类')
  // 正常 is so large that nothing else could be seen beside it
  const tiers = [...tiersShown.slice(1), ...tiersShown.slice(0, 1)]
  const sums = (title: string, name: string, list: readonly NamedSum[]): SheetBlock => ({
    title,
    columns: [left(name), right(words.sums.loans), right(words.sums.balance), right(words.sums.share)],
    rows: [
      ...list.map((one): SheetCell[] => [
        one.name,
        one.loans,
        amount(one.balance),
        partOf(one.balance, now.balance),
      ]),
      totalRow(list, now.balance),
    ],
    note: words.wan,
  })
  const chart = (
    block: string,
    title: string,
    list: readonly NamedSum[],
    colorOf: (at: number) => string,
    most = list.length,
  ): OwnChart => ({
    title,
    kind: 'column',
    block,
    over,
    names: 0,
    series: [{ column: 2, color: BLUE }],
    colors: list.map((_, at) => colorOf(at)),
    most,
  })
  const bad = new Set(['次级', '可疑', '损失'])
  return {
    name: words.names.summary,
    title: words.names.summary,
    subtitles,
    widths: [30, 14, 16, 14, 12, 12, 56],
    list: false,
    blocks: [
      levelBlock(data),
      sums(words.blocks.tiers, words.tier, tiers),
      sums(words.blocks.buckets, words.bucket, now.buckets),
      sums(words.blocks.ladder, words.ladder, now.ladder),
      ruleBlock(data),
      {
        title: words.blocks.trend,
        columns: words.trend.slice(0, 6).map((text, at) => (at === 0 ? left(text) : right(text))),
        rows:
          trend.length < 2
            ? []
            : trend.map((point) => [
                point.day,
                point.loans,
                amount(point.balance),
                percent(point.npl),
                percent(point.overdue),
                percent(point.attention),
              ]),
        note: trend.length < 2 ? words.oneMonth : '',
      },
      groupBlock(
        words.blocks.notRun,
        data.notRun.map(({ missing, rules }) => [missing, rules.length, rules.join('、')]),
      ),
      groupBlock(
        words.blocks.incomplete,
        data.undecided.map(({ reason, count, rules }) => [reason, count, rules.join('、')]),
      ),
    ].filter(({ rows, note }) => rows.length > 0 || note !== ''),
    charts: [
      {
        title: words.chart.levels,
        kind: 'column',
        block: words.blocks.levels,
        over,
        names: 0,
        series: [{ column: 1, color: BLUE }],
        colors: levels.map(({ bar }) => bar),
        most: levels.length,
      },
      chart(
        words.blocks.tiers,
        words.chart.tiers,
        tiers,
        (at) => (bad.has(tiers[at]?.name ?? '') ? BAD : BLUE),
        tiers.length - 1,
      ),
      chart(words.blocks.buckets, words.chart.buckets, now.buckets, (at) => (at >= 3 ? BAD : BLUE)),
      chart(words.blocks.ladder, words.chart.ladder, now.ladder, () => BLUE),
    ],
  }
}

function totalRow(list: readonly NamedSum[], whole: number): SheetCell[] {
  const balance = list.reduce((sum, one) => sum + Math.round(one.balance * 100), 0) / 100
  return [
    words.total,
    list.reduce((sum, { loans }) => sum + loans, 0),
    amount(balance),
    partOf(balance, whole),
  ]
}

function levelBlock({ counts }: ReportData): SheetBlock {
  const { bySeverity, incomplete, leads, due, waived } = counts
  return {
    title: words.blocks.levels,
    columns: [left(words.level), right(words.found)],
    rows: [
      ...severities.map((level): SheetCell[] => [{ kind: 'level', level }, bySeverity[level]]),
      [{ kind: 'level', level: 'incomplete' }, incomplete],
      [words.leads, leads],
      [words.due, due],
      ...(waived > 0 ? [[words.waived, waived]] : []),
    ],
    note: '',
  }
}

function ruleBlock({ findings: { rules } }: ReportData): SheetBlock {
  const most = rules.toSorted((a, b) => b.count - a.count)
  return {
    title: words.blocks.rules,
    columns: [left(words.rule[1]), middle(words.rule[0]), left(words.rule[2]), right(words.rule[3])],
    rows: most
      .slice(0, rulesShown)
      .map(({ rule, name, severity, count }) => [name, rule, { kind: 'level', level: severity }, count]),
    note: cutNote(rules.length, rulesShown),
  }
}

function groupBlock(title: string, rows: readonly (readonly SheetCell[])[]): SheetBlock {
  const [missing, count, names] = words.missing
  return {
    title,
    columns: [left(missing, 2), middle(count), left(names, 4)],
    rows: rows.slice(0, groupsShown),
    note: cutNote(rows.length, groupsShown),
  }
}

/** Findings stacked by severity, the gravest first. */
export function stackedChart(
  block: string,
  title: string,
  first: number,
  over: readonly [number, number],
): OwnChart {
  return {
    title,
    kind: 'bar',
    block,
    over,
    names: 0,
    series: severities.map((severity, at) => ({ column: first + at, color: lookOf(severity).bar })),
    most: 15,
  }
}

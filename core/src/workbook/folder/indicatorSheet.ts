import { redLinesNote } from '../../policy/index.ts'
import { stressOf, type ReportData, type ScoreLine } from '../../report/index.ts'
import type { OwnSheet, SheetBlock, SheetCell } from '../annotation.ts'
import { left, middle, right } from '../blockColumns.ts'
import { amount, percent } from './cells.ts'
import { folderWords as words } from './words.ts'

/** PF-01 … PF-16 with their targets, the red lines, the inspection's score, the stress test. */
export function indicatorSheet(data: ReportData): OwnSheet {
  return {
    name: words.names.indicators,
    title: words.names.indicators,
    subtitles: [],
    widths: [14, 34, 16, 12, 14, 14, 60],
    list: false,
    blocks: [indicatorBlock(data), redLineBlock(data), ...scoreBlocks(data), stressBlock(data)].filter(
      ({ rows }) => rows.length > 0,
    ),
  }
}

function indicatorBlock({ book: { indicators } }: ReportData): SheetBlock {
  const [id, name, value, unit, target, verdict, why] = words.indicator
  return {
    title: words.blocks.indicators,
    columns: [left(id), left(name), right(value), middle(unit), right(target), middle(verdict), left(why)],
    rows: indicators.flatMap((indicator) =>
      indicator.parts.map((part): SheetCell[] => {
        const show = (figure: number): SheetCell =>
          part.unit === '%' ? percent(figure) : part.unit === '元' ? amount(figure) : figure
        const bound = part.bound === undefined ? '' : words.bound[part.bound]
        return [
          indicator.id,
          part.of === undefined ? part.name : `${part.name}·${part.of}`,
          part.value === null ? null : show(part.value),
          part.unit === '元' ? '万元' : part.unit === '%' ? '' : part.unit,
          part.target === undefined ? null : show(part.target),
          part.target === undefined ? '' : (words.meets[String(part.meets ?? null)] ?? ''),
          [bound, part.because ?? ''].filter((text) => text !== '').join('：'),
        ]
      }),
    ),
    note: '',
  }
}

function redLineBlock({ redLines }: ReportData): SheetBlock {
  const [number, name, found, serious, notRun] = words.redLine
  return {
    title: words.blocks.redLines,
    columns: [left(number), left(name), right(found), right(serious), left(notRun, 3)],
    rows: redLines.map(({ line, findings, bySeverity, notRun: rules }) => {
      const none = rules.length === line.rules.length
      const counts = none ? [null, null] : [findings, bySeverity.serious]
      return [String(line.id), line.name, ...counts, none ? words.noneRan : rules.join('、')]
    }),
    note: redLinesNote,
  }
}

function scoreBlocks({ score }: ReportData): readonly SheetBlock[] {
  if (!score) return []
  const [group, text, full, mark, judged, faults] = words.score
  const units = (title: string, lines: readonly ScoreLine[]): SheetBlock => {
    const [, points, of, share] = words.scoreUnit
    return {
      title,
      columns: [left('', 2), right(points), right(of), right(share)],
      rows: lines.map((one) => [one.unit || words.noName, one.points, one.of, percent(one.percent)]),
      note: '',
    }
  }
  return [
    {
      title: words.blocks.score,
      columns: [left(group), left(text), right(full), right(mark), right(judged), right(faults)],
      rows: score.criteria.map((one) => [
        one.group,
        one.text,
        one.points,
        one.mark ?? words.byPerson,
        one.judged,
        one.faults,
      ]),
      note: words.scoreNote(score.points, score.of, score.passMark, words.passed[String(score.passed)] ?? ''),
    },
    units(words.blocks.scoreOrgs, score.byOrg),
    units(words.blocks.scoreOfficers, score.byOfficer),
  ]
}

function stressBlock({ book: { stress } }: ReportData): SheetBlock {
  const { base, scenarios } = stress
  const [name, attention, normal, fall, ratio, provision, gap] = words.stress
  return {
    title: words.blocks.stress,
    columns: [
      left(name),
      right(attention),
      right(normal),
      right(fall),
      right(ratio),
      right(provision),
      right(gap),
    ],
    rows: base
      ? scenarios.map((scenario) => {
          const out = stressOf(base, scenario)
          return [
            scenario.name,
            percent(scenario.attentionToNpl),
            percent(scenario.normalToNpl),
            percent(scenario.collateralFall),
            percent(out.nplRatio),
            amount(out.extraProvision),
            out.gap === null ? null : amount(out.gap),
          ]
        })
      : [],
    note: words.stressNote,
  }
}

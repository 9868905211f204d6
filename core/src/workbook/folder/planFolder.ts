import { parseIsoDay } from '../../calendar/index.ts'
import type { ReportData } from '../../report/index.ts'
import { splitWork } from '../../report/index.ts'
import type { AnnotationPlan, OwnSheet, SheetBlock } from '../annotation.ts'
import { left, middle, right } from '../blockColumns.ts'
import { indicatorSheet } from './indicatorSheet.ts'
import { migrationSheet } from './migrationSheet.ts'
import { summarySheet } from './summarySheet.ts'
import { unitSheet } from './unitSheet.ts'
import { folderWords as words } from './words.ts'

/** A list longer than this is cut: nobody works it off, and the calendar of each file has all of it. */
const workListed = 20_000

/** Many ledgers as one workbook: figures with charts, who and where, migration, indicators, worklist, waivers, files. */
export function planFolder(data: ReportData): AnnotationPlan {
  const sheets = [
    summarySheet(data, headLines(data)),
    unitSheet(data),
    migrationSheet(data),
    indicatorSheet(data),
    workSheet(data),
    waiverSheet(data),
    fileSheet(data),
  ]
  return {
    asOf: data.asOf === null ? null : parseIsoDay(data.asOf),
    sheets: [],
    ownSheets: sheets.filter(({ blocks }) => blocks.length > 0).map(numbered),
  }
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** The parts of a sheet counted through: what there was nothing to say about leaves no gap. */
function numbered(sheet: OwnSheet): OwnSheet {
  const titles = new Map<string, string>()
  for (const { title } of sheet.blocks)
    titles.set(title, title.replace(/^[一二三四五六七八九十]+(?=、)/, numerals[titles.size] ?? ''))
  const titleOf = (title: string): string => titles.get(title) ?? title
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => ({ ...block, title: titleOf(block.title) })),
    ...(sheet.charts ? { charts: sheet.charts.map((one) => ({ ...one, block: titleOf(one.block) })) } : {}),
  }
}

function headLines({ asOf, counts, failed, files, made, policy }: ReportData): readonly string[] {
  const fingerprint = (
    policy.fingerprint
      .slice(0, 12)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join('-')
  return [
    [
      asOf === null ? words.noAsOf : words.asOf(asOf),
      words.files(files.length, counts.rows.toLocaleString('en-US')),
      words.policy(policy.id, policy.version, fingerprint),
      words.made(made),
    ].join('　'),
    ...(failed.length > 0 ? [words.failed(failed.length)] : []),
  ]
}

function workSheet({ work, asOf }: ReportData): OwnSheet {
  const { head, note, title, left: leftWords, today, week, month } = words.work
  const split = splitWork(work, asOf)
  const now = parseIsoDay(asOf ?? '')
  const lines = (
    [
      [today, split.today],
      [week, split.week],
      [month, split.month],
    ] as const
  ).flatMap(([name, list]) => list.map((line) => ({ name, line })))
  const wide = new Set([3, 4, 9, 10])
  return {
    name: words.names.work,
    title,
    subtitles: [note],
    widths: [8, 12, 11, 40, 26, 20, 12, 18, 10, 34, 26, 8],
    list: true,
    blocks:
      lines.length === 0
        ? []
        : [
            {
              title: '',
              columns: head.map((text, at) => (wide.has(at) ? left(text) : middle(text))),
              rows: lines.slice(0, workListed).map(({ name, line }) => {
                const day = parseIsoDay(line.day)
                return [
                  name,
                  { kind: 'day', day },
                  leftWords(day - now),
                  line.what,
                  line.customer,
                  line.key,
                  line.officer,
                  line.org,
                  line.rule,
                  line.basis,
                  line.file.split(/[\\/]/).at(-1) ?? line.file,
                  line.row,
                ]
              }),
              note: '',
            },
          ],
  }
}

function waiverSheet({ waivers, wrong }: ReportData): OwnSheet {
  const block = (title: string, lines: ReportData['waivers']): SheetBlock => ({
    title,
    columns: words.waiver.map((text, at) => (at === 0 || at === 2 || at >= 6 ? left(text) : middle(text))),
    rows: lines.map((line) => [
      line.file,
      line.rule,
      line.key,
      line.by,
      line.on,
      line.until,
      line.reason,
      `${line.state}${line.legalFloor ? words.floor : ''}`,
    ]),
    note: '',
  })
  return {
    name: words.names.waivers,
    title: words.names.waivers,
    subtitles: [],
    widths: [30, 11, 44, 12, 12, 12, 36, 26],
    list: false,
    blocks: [block(words.blocks.waivers, waivers), block(words.blocks.wrong, wrong)].filter(
      ({ rows }) => rows.length > 0,
    ),
  }
}

function fileSheet({ files, otherDays, failed }: ReportData): OwnSheet {
  const block = (title: string, lines: ReportData['files']): SheetBlock => ({
    title,
    columns: words.file.map((text, at) => (at === 0 ? left(text) : at === 1 ? middle(text) : right(text))),
    rows: lines.map(({ file, asOf, summary: { rows, bySeverity, incomplete, due } }) => [
      file,
      asOf,
      rows,
      bySeverity.serious,
      bySeverity.warning,
      bySeverity.attention,
      bySeverity.notice,
      incomplete,
      due,
    ]),
    note: '',
  })
  const bad: SheetBlock = {
    title: words.blocks.bad,
    columns: [left(words.bad[0]), left(words.bad[1], 8)],
    rows: failed.map(({ file, message }) => [file, message]),
    note: '',
  }
  return {
    name: words.names.files,
    title: words.names.files,
    subtitles: [],
    widths: [52, 13, 11, 11, 11, 11, 11, 11, 11],
    list: false,
    blocks: [block(words.blocks.read, files), block(words.blocks.other, otherDays), bad].filter(
      ({ rows }) => rows.length > 0,
    ),
  }
}

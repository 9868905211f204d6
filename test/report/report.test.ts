import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'
import { dayOf } from '@postloan/core/calendar'
import { numberAt, type Sheet, textAt } from '@postloan/core/table'
import { readWorkbookFile } from '@postloan/core/workbook/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { twoMonths } from '../cli/twoMonths.ts'
import { fill, oneThread } from '../differential/duckTables.ts'
import { loadLoans, rowsOf } from '../differential/loansInSql.ts'
import { figure, reportTables } from './reportTables.ts'
import { runCheck, tryCheck } from './runCheck.ts'

/** Loans that a book counts: still owed and not written off. */
const counted = (table: string): string =>
  `(SELECT *, coalesce(nullif(tier, ''), '未分类') AS class FROM ${table} WHERE balance > 0 AND status <> '核销')`

const folder = mkdtempSync(join(tmpdir(), 'postloan-report-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string): string => join(folder, name)

const now = counted('now_loans')
const asOf = dayOf(2026, 11, 30)
let page: string
let tables: ReturnType<typeof reportTables>
let sheets: readonly Sheet[]
let connection: DuckDBConnection
let folderRun: Awaited<ReturnType<typeof tryCheck>>

beforeAll(async () => {
  const { before, now: after } = await twoMonths(1500, 20_261_122)
  writeFileSync(file('上月.xlsx'), before.bytes)
  writeFileSync(file('本月.xlsx'), after.bytes)
  await runCheck(file('本月.xlsx'), '--previous', file('上月.xlsx'), '--html', file('报告.html'))
  page = readFileSync(file('报告.html'), 'utf8')
  tables = reportTables(page)
  // the workbook on a folder: the same ledger, and a file that is none
  writeFileSync(file('坏.xlsx'), 'nothing')
  const two = [file('本月.xlsx'), file('坏.xlsx'), '--previous', file('上月.xlsx')]
  folderRun = await tryCheck(...two, '-o', file('汇总.xlsx'))
  const opening = await readWorkbookFile(file('汇总.xlsx'))
  sheets = opening.ok ? opening.workbook.sheets : []
  const json = JSON.parse(
    await runCheck(file('本月.xlsx'), '--previous', file('上月.xlsx'), '--json'),
  ) as CheckJson
  const [table] = json.tables
  const lastHead = table?.headerRows[1] ?? 0
  const found = (table?.findings ?? []).filter(({ outcome, kind }) => outcome === 'hit' && kind !== 'due')
  connection = await oneThread()
  await loadLoans(connection, 'before_loans', before.loans)
  await loadLoans(connection, 'now_loans', after.loans)
  await fill(connection, {
    name: 'findings',
    rowCount: found.length,
    columns: [
      { name: 'severity', type: 'text', value: (at) => found[at]?.severity ?? '' },
      // the month's rows stand the other way round in the sheet
      {
        name: 'loan',
        type: 'integer',
        value: (at) => after.loans.length - (found[at]?.row ?? 0) + lastHead + 1,
      },
    ],
  })
})

interface CheckJson {
  readonly tables: readonly {
    readonly headerRows: readonly [number, number]
    readonly findings: readonly { outcome: string; kind: string; severity: string; row: number }[]
  }[]
}

/** Loans and balance in 万元, as both the page and the workbook show them. */
const sums = `count(*)::INTEGER, round(sum(balance) / 10000, 2)`

/** Rows of a table without its head and total: name, loans, balance. */
function shown(name: string): (string | number | null)[][] {
  return (tables.get(name) ?? [])
    .slice(1)
    .filter(([first]) => first !== '合计')
    .map(([first = '', loans, balance]) => [first, figure(loans), figure(balance)])
    .filter(([, loans]) => loans !== 0)
}

/** The same of the workbook's first sheet. */
function written(sheet: Sheet | undefined, title: string): (string | number | null)[][] {
  if (!sheet) return []
  const rows = Array.from({ length: sheet.rowCount }, (_, row) => row)
  const from = rows.findIndex((row) => textAt(sheet, row, 0) === title) + 2
  const to = rows.findIndex((row) => row >= from && textAt(sheet, row, 0) === '合计')
  return rows
    .slice(from, to)
    .map((row) => [
      textAt(sheet, row, 0),
      numberAt(sheet, row, 1),
      Math.round(numberAt(sheet, row, 2) * 100) / 100,
    ])
    .filter(([, loans]) => loans !== 0)
}

/** Past maturity is overdue too. */
const withLate = `(SELECT *, greatest(days, ${asOf} - maturity) AS late FROM ${now})`
const bucket = `CASE WHEN late <= 30 THEN '1–30 天' WHEN late <= 60 THEN '31–60 天' WHEN late <= 90 THEN '61–90 天'
  WHEN late <= 180 THEN '91–180 天' WHEN late <= 270 THEN '181–270 天' WHEN late <= 360 THEN '271–360 天'
  ELSE '360 天以上' END`
const step = `CASE WHEN maturity < ${asOf} THEN '已过到期日' WHEN maturity - ${asOf} <= 30 THEN '30 天内'
  WHEN maturity - ${asOf} <= 90 THEN '31–90 天' WHEN maturity - ${asOf} <= 180 THEN '91–180 天'
  WHEN maturity - ${asOf} <= 365 THEN '181–365 天' WHEN maturity - ${asOf} <= 1095 THEN '1–3 年' ELSE '3 年以上' END`

describe.each([
  ['五级分类', '二、五级分类', `SELECT class, ${sums} FROM ${now} GROUP BY 1`],
  ['逾期分布', '三、逾期分布', `SELECT ${bucket}, ${sums} FROM ${withLate} WHERE late > 0 GROUP BY 1`],
  ['到期分布', '四、到期分布', `SELECT ${step}, ${sums} FROM ${now} GROUP BY 1`],
])('%s', (name, title, sql) => {
  test('is what SQL says, on the page and in the workbook', async () => {
    const expected = await rowsOf(connection, sql)
    expect(expected.length).toBeGreaterThan(2)
    for (const rows of [shown(`${name}（表）`), written(sheets[0], title)]) {
      expect(rows).toHaveLength(expected.length)
      expect(rows).toEqual(expect.arrayContaining(expected))
    }
  })
})

test('the heat map has the findings of each branch and level', async () => {
  const level = (name: string): string => `count(*) FILTER (severity = '${name}')::INTEGER`
  const expected = await rowsOf(
    connection,
    `SELECT org, ${['serious', 'warning', 'attention', 'notice'].map(level).join(', ')}, count(*)::INTEGER
     FROM findings JOIN now_loans ON loan = number GROUP BY 1`,
  )
  const heat = (tables.get('机构风险热力图，按级别') ?? []).slice(1)
  expect(expected.length).toBeGreaterThan(4)
  expect(heat).toHaveLength(expected.length)
  expect(heat.map(([org, ...counts]) => [org, ...counts.map(figure)])).toEqual(
    expect.arrayContaining(expected),
  )
  const byCategory = (tables.get('机构风险热力图，按事项') ?? []).slice(1)
  const total = (rows: readonly (readonly string[])[]): number =>
    rows.reduce((sum, row) => sum + (figure(row.at(-1)) ?? 0), 0)
  expect(total(byCategory)).toBe(total(heat))
})

test('the migration matrix is what SQL says of loans whose number is clear in both months', async () => {
  const expected = await rowsOf(
    connection,
    `WITH a AS (SELECT * FROM ${counted('before_loans')}), b AS (SELECT * FROM now_loans),
      clear AS (SELECT loan_no FROM before_loans JOIN now_loans USING (loan_no) GROUP BY 1 HAVING count(*) = 1)
     SELECT a.class, coalesce(nullif(b.tier, ''), '未分类'), round(sum(a.balance) / 10000, 2)
     FROM a JOIN b USING (loan_no) SEMI JOIN clear USING (loan_no)
     WHERE b.balance > 0 AND b.status <> '核销' GROUP BY 1, 2`,
  )
  const [head = [], ...rows] = tables.get('五级分类迁徙') ?? []
  const cells = rows
    .filter(([from]) => from !== '合计')
    .flatMap(([from, ...amounts]) =>
      amounts.map((amount, at) => [from, head[at + 1], figure(amount)] as const),
    )
    .filter(
      ([, to, amount]) =>
        ['正常', '关注', '次级', '可疑', '损失', '未分类'].includes(to ?? '') && amount !== null,
    )
  expect(expected.length).toBeGreaterThan(20)
  expect(cells).toHaveLength(expected.length)
  expect(cells).toEqual(expect.arrayContaining(expected))
})

test('the stress test of the page is what SQL says with the shocks it shows', async () => {
  const [, ...scenarios] = tables.get('政策情景') ?? []
  expect(scenarios.map(([name]) => name)).toEqual(['轻度', '中度', '重度'])
  for (const [, attention, normal, , ratio, provision] of scenarios) {
    const [[npl, extra] = []] = await rowsOf(
      connection,
      `WITH s AS (SELECT sum(balance) AS total,
          sum(balance) FILTER (class IN ('次级', '可疑', '损失')) AS npl,
          sum(balance) FILTER (class = '关注') * ${figure(attention)} / 100 +
          sum(balance) FILTER (class = '正常') * ${figure(normal)} / 100 AS extra FROM ${now})
       SELECT round(100 * (npl + extra) / total, 2), round(extra * 0.25 / 10000, 2) FROM s`,
    )
    expect([figure(ratio), figure(provision)]).toEqual([npl, extra])
  }
})

test('the page is small, has one source of everything and hides numbers of persons', () => {
  expect(statSync(file('报告.html')).size).toBeLessThan(1_500_000)
  const outside = page.match(/(?:src|href)=["'](?!#)|url\(|@import/g)
  const personal = page.match(/(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)/g)
  expect({ outside, personal, inline: page.match(/ (?:style|on\w+)="/g) }).toEqual({
    outside: null,
    personal: null,
    inline: null,
  })
  expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;; style-src/)
})

test('a file that cannot be read is named in the workbook, and the others are in it', () => {
  expect([folderRun.code, folderRun.log]).toEqual([2, ''])
  const last = sheets.at(-1)
  const texts = last ? Array.from({ length: last.rowCount }, (_, row) => textAt(last, row, 0) ?? '') : []
  expect(texts).toContain('二、没有检查成功的文件')
  expect(texts.some((text) => text.endsWith('坏.xlsx'))).toBe(true)
})

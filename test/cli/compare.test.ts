import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'
import { compareDocumentSchema, type CompareDocument } from '@postloan/core/cli'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { runForTests, type Ran } from '../../core/src/cli/runForTests.ts'
import { oneThread } from '../differential/duckTables.ts'
import { loadLoans } from '../differential/loansInSql.ts'
import { twoMonths } from './twoMonths.ts'

const folder = mkdtempSync(join(tmpdir(), 'postloan-compare-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function compare(...words: readonly string[]): Promise<Ran> {
  return runForTests('compare', ...words.map((word) => (word.endsWith('.xlsx') ? join(folder, word) : word)))
}

/** Written by hand, from what the matrix is to mean; `key` is what makes a loan the same loan. */
const matrixSql = (key: string): string => `
  WITH a AS (SELECT *, ${key} AS k FROM before_loans),
       b AS (SELECT *, ${key} AS k FROM now_loans),
       clear AS (
         SELECT coalesce(x.k, y.k) AS k
         FROM (SELECT k, count(*) AS n FROM a GROUP BY k) x FULL JOIN (SELECT k, count(*) AS n FROM b GROUP BY k) y
           ON x.k = y.k
         WHERE x.n IS NULL OR y.n IS NULL OR x.n = 1 AND y.n = 1),
       both_sides AS (
         SELECT CASE WHEN a.k IS NULL THEN 'appeared'
                     WHEN a.balance > 0 AND a.status <> '核销' THEN coalesce(nullif(a.tier, ''), '未分类')
                     ELSE 'outside' END AS origin,
                CASE WHEN b.k IS NULL THEN 'gone'
                     WHEN b.status = '核销' THEN 'disposed'
                     WHEN b.balance > 0 THEN coalesce(nullif(b.tier, ''), '未分类')
                     ELSE 'settled' END AS fate,
                CASE WHEN a.balance > 0 AND a.status <> '核销' THEN a.balance ELSE 0 END AS was,
                CASE WHEN b.balance > 0 AND b.status <> '核销' THEN b.balance ELSE 0 END AS held,
                b.maturity <> a.maturity AS extended
         FROM (SELECT * FROM a SEMI JOIN clear USING (k)) a
         FULL JOIN (SELECT * FROM b SEMI JOIN clear USING (k)) b ON a.k = b.k)`

async function rows(connection: DuckDBConnection, sql: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(sql)).getRowsJson()
}

const isTier = (state: string): boolean => ['正常', '关注', '次级', '可疑', '损失', '未分类'].includes(state)
const total = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100

describe.each([
  { what: '借据号', withLoanNo: true, key: 'loan_no' },
  {
    what: '合同号, date and amount',
    withLoanNo: false,
    key: `concat_ws('|', contract_no, disbursed, amount)`,
  },
])('two months joined by $what', ({ withLoanNo, key }) => {
  let document: CompareDocument
  let connection: DuckDBConnection

  beforeAll(async () => {
    const { before, now } = await twoMonths(4000, 20_261_130, { withLoanNo })
    writeFileSync(join(folder, 'a.xlsx'), before.bytes)
    writeFileSync(join(folder, 'b.xlsx'), now.bytes)
    const { code, out, log } = await compare('a.xlsx', 'b.xlsx', '--json')
    if (code !== 0) throw new Error(log)
    document = compareDocumentSchema.parse(JSON.parse(out))
    connection = await oneThread()
    await loadLoans(connection, 'before_loans', before.loans)
    await loadLoans(connection, 'now_loans', now.loans)
  })

  test('the matrix is what SQL says, cell by cell', async () => {
    const expected = await rows(
      connection,
      `${matrixSql(key)} SELECT origin, fate, count(*)::INTEGER, round(sum(was), 2), round(sum(held), 2)
       FROM both_sides
       WHERE NOT (origin = 'appeared' AND fate IN ('settled', 'disposed'))
         AND NOT (origin = 'outside' AND fate IN ('settled', 'disposed', 'gone'))
       GROUP BY 1, 2`,
    )
    const found = document.matrix.cells
      .filter(({ from, to }) => from !== 'unmatched' && to !== 'unmatched')
      .map(({ from, to, loans, before, now }) => [from, to, loans, before, now])
    expect(found.length).toBeGreaterThan(30)
    expect(found).toEqual(expect.arrayContaining(expected))
    expect(found).toHaveLength(expected.length)
  })

  test('its rows and columns add up to the two books', async () => {
    const [book] = await rows(
      connection,
      `SELECT (SELECT count(*)::INTEGER FROM before_loans WHERE balance > 0 AND status <> '核销'),
              (SELECT round(sum(balance), 2) FROM before_loans WHERE balance > 0 AND status <> '核销'),
              (SELECT count(*)::INTEGER FROM now_loans WHERE balance > 0 AND status <> '核销'),
              (SELECT round(sum(balance), 2) FROM now_loans WHERE balance > 0 AND status <> '核销')`,
    )
    const { cells, before, now } = document.matrix
    expect([before.loans, before.balance, now.loans, now.balance]).toEqual(book)
    const from = cells.filter((cell) => isTier(cell.from))
    const to = cells.filter((cell) => isTier(cell.to))
    expect(total(from.map((cell) => cell.before))).toBe(before.balance)
    expect(total(to.map((cell) => cell.now))).toBe(now.balance)
    expect(from.reduce((sum, { loans }) => sum + loans, 0)).toBe(before.loans)
    expect(to.reduce((sum, { loans }) => sum + loans, 0)).toBe(now.loans)
  })

  test('loans of one number are told as not matched, and are in both totals all the same', () => {
    const { unmatchedBefore, unmatchedNow } = document.loans
    expect([unmatchedBefore, unmatchedNow]).toEqual(withLoanNo ? [1, 2] : [0, 0])
    expect(document.unmatched.now.map((place) => place.key)).toHaveLength(unmatchedNow)
  })

  test('roll rates are what SQL says of the same join', async () => {
    const rate = (origins: string, fates: string): string =>
      `round(100 * sum(least(was, held)) FILTER (origin IN (${origins}) AND fate IN (${fates})) /
        sum(least(was, held)) FILTER (origin IN (${origins}) AND held > 0), 8)`
    const [expected] = await rows(
      connection,
      `${matrixSql(key)} SELECT
        ${rate(`'正常'`, `'关注', '次级', '可疑', '损失'`)}, ${rate(`'关注'`, `'次级', '可疑', '损失'`)},
        ${rate(`'次级'`, `'可疑', '损失'`)}, ${rate(`'可疑'`, `'损失'`)},
        ${rate(`'正常', '关注'`, `'次级', '可疑', '损失'`)} FROM both_sides`,
    )
    expect(document.rollRates.map(({ value }) => Number(value?.toFixed(8)))).toEqual(expected)
  })

  test('branches and officers add up to the book, each at its own time', async () => {
    for (const [groups, field] of [
      [document.byOrg, 'org'],
      [document.byManager, 'officer'],
    ] as const) {
      const held = (table: string): string =>
        `SELECT ${field} AS name, count(*)::INTEGER AS loans, round(sum(balance), 2) AS balance
         FROM ${table} WHERE balance > 0 AND status <> '核销' GROUP BY 1`
      const expected = await rows(
        connection,
        `SELECT coalesce(a.name, b.name), coalesce(a.loans, 0), coalesce(a.balance, 0), b.loans, b.balance
         FROM (${held('before_loans')}) a FULL JOIN (${held('now_loans')}) b ON a.name = b.name`,
      )
      const found = groups.map(({ name, before, now }) => [
        name,
        before.loans,
        before.balance,
        now.loans,
        now.balance,
      ])
      expect(found).toEqual(expect.arrayContaining(expected))
      expect(found).toHaveLength(expected.length)
    }
  })

  test('extended loans are counted as a changed 到期日', async () => {
    const [extended] = await rows(
      connection,
      `${matrixSql(key)} SELECT count(*)::INTEGER FROM both_sides WHERE extended`,
    )
    const field = document.fields.find((one) => one.field === 'maturityDate')
    expect([field?.loans]).toEqual(extended)
    const listed = document.changes.filter(({ fields }) => fields.some((one) => one.field === 'maturityDate'))
    expect(listed).toHaveLength(field?.loans ?? -1)
  })
})

describe('the printed comparison', () => {
  test('reads in Chinese and shows every part', async () => {
    const { code, out } = await compare('a.xlsx', 'b.xlsx')
    expect(code).toBe(0)
    for (const part of [
      '五级分类迁徙',
      '正常类贷款迁徙率',
      '变动最多的栏目',
      '新发现',
      '已消除',
      '按机构',
      '按客户经理',
    ])
      expect(out).toContain(part)
    expect(out).not.toMatch(/undefined|NaN|\[object|null/)
  })

  test.each([
    [['a.xlsx'], /请写两份台账/],
    [['a.xlsx', 'b.xlsx', '--as-of', 'soon'], /认不出/],
    [['a.xlsx', 'missing.xlsx'], /missing\.xlsx/],
    [['a.xlsx', 'b.xlsx', '--previous', 'x'], /没有 --previous 这个选项/],
  ] as const)('%j is refused with a reason', async (words, reason) => {
    const { code, out, log } = await compare(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(log).toMatch(reason)
  })

  test('months given the wrong way round are noticed', async () => {
    const { out } = await compare('b.xlsx', 'a.xlsx')
    expect(out).toContain('上期数据日期 2026-11-30 不早于本期 2026-10-31')
  })
})

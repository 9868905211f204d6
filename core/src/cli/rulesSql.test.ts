import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { runForTests as postloan } from './runForTests.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postloan-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function withMap(map: unknown) {
  const path = join(folder, 'bank.json')
  await writeFile(path, typeof map === 'string' ? map : JSON.stringify(map))
  return postloan('rules', '--sql', 'postgres', '--as-of', '2026-10-31', '--map', path)
}

describe('rules as SQL', () => {
  test('one statement for each table, with what must be in it and what is not exported', async () => {
    const { code, out } = await postloan('rules', '--sql', 'duckdb', '--as-of', '2026-10-31')
    expect(code).toBe(0)
    expect(out).toMatch(/^-- 贷后助手 规则 .*数据日期 2026-10-31，duckdb$/m)
    expect(out).toMatch(/^-- 押品 按 借据号 关联$/m)
    expect(out).toMatch(/^-- {3}是否结清：/m)
    expect(out).toMatch(/WHERE "outcome" IN \(2, 3\);$/m)
  })

  test('a map puts the bank’s own tables in', async () => {
    const columns = { 借据号: 'loan_no', 五级分类: 'class5', 分类逾期天数: 'dpd', 登记逾期天数: 'od' }
    const { code, out } = await withMap({ tables: { 借据: { table: 'ods.loan', columns } } })
    expect(code).toBe(0)
    expect(out).toContain('FROM ods.loan AS t')
  })

  test.each([
    [{ tables: { 借款: { table: 'x' } } }, '没有“借款”这种台账'],
    [{ tables: { 借据: { table: 'x', columns: { 余额: 'bal' } } } }, '没有“余额”这个字段'],
    [{ tables: { 借据: { tabel: 'x' } } }, '写法不对（tables.借据'],
    ['{', '不是 JSON'],
  ])('a faulty map is refused with the place: %j', async (map, words) => {
    const { code, out, log } = await withMap(map)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(log).toContain(words)
  })

  test.each([
    [['--sql', 'oracle', '--as-of', '2026-10-31'], 'duckdb、postgres、clickhouse、spark'],
    [['--sql', 'spark'], '--as-of'],
    [['--sql', 'spark', '--as-off', '2026'], '用法'],
  ])('%j is refused', async (words, says) => {
    const { code, log } = await postloan('rules', ...words)
    expect(code).toBe(2)
    expect(log).toContain(says)
  })
})

describe('a finding explained', () => {
  const header = '借据号,客户名称,贷款金额,贷款余额,放款日期,到期日,五级分类,逾期天数'
  const loan = 'JJ20260001,某某机械有限公司,1000000,800000,2025-01-10,2027-01-10,正常,100'

  test('shows each part of its conditions with its value', async () => {
    const path = join(folder, 'ledger.csv')
    await writeFile(path, `\uFEFF${header}\n${loan}\n`)
    const { code, out } = await postloan('check', path, '--as-of', '2026-10-31', '--explain', 'CLS-002:2')
    expect(code).toBe(0)
    expect(out).toContain('√ 分类逾期天数 大于 参数.次级逾期天数，并且 五级分类 属于 “正常”、“关注”')
    expect(out).toContain('│  ├─ 分类逾期天数 ＝ 100')
    expect(out).toContain('   └─ 五级分类 ＝ 正常')
    const none = await postloan('check', path, '--as-of', '2026-10-31', '--explain', 'CLS-004:9')
    expect(none.code).toBe(2)
    expect(none.log).toContain('没有编号为“CLS-004:9”的发现')
  })
})

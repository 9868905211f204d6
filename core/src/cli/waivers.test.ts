import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { checkDocumentSchema, type CheckDocument } from './checkDocument.ts'
import { runForTests, writeSheets } from './runForTests.ts'

let folder = ''

async function postloan(...words: readonly string[]) {
  const placed = words.map((word) => (/\.(json|xlsx)$/.test(word) ? join(folder, word) : word))
  return runForTests(...placed)
}

async function checked(...words: readonly string[]): Promise<CheckDocument> {
  const { out } = await postloan('check', ...words, '--json')
  return checkDocumentSchema.parse(JSON.parse(out))
}

/** CLS-002 on JJ0002 (a floor set by law) and JJ0003. */
const ledger = [
  ['借据号', '客户名称', '贷款金额', '贷款余额', '放款日期', '到期日', '五级分类', '逾期天数'],
  ['JJ0001', '某某一有限公司', 1000000, 1000000, '2026-01-05', '2027-01-04', '正常', 0],
  ['JJ0002', '某某二有限公司', 1000000, 1000000, '2026-01-05', '2027-01-04', '关注', 120],
  ['JJ0003', '某某三有限公司', 1000000, 1000000, '2026-01-05', '2027-01-04', '关注', 120],
]
const asOf = ['--as-of', '2026-10-31']
const beside = 'ledger.postloan-waivers.json'
const terms = ['--reason', '回单已核对', '--by', '赵主管']

const writeLedger = (name: string, rows: readonly (readonly (string | number)[])[]) =>
  writeSheets(join(folder, name), { 台账: rows })

const waive = (...words: readonly string[]) =>
  postloan('waive', 'ledger.xlsx', '--rule', 'CLS-002', ...asOf, ...terms, ...words)
const serious = (document: CheckDocument): number =>
  document.tables.reduce((sum, table) => sum + (table.summary?.byRule ?? []).filter(isCls).length, 0)
const isCls = ({ rule, hits }: { rule: string; hits: number }): boolean => rule === 'CLS-002' && hits > 0
const waivedIn = (document: CheckDocument) =>
  document.tables.flatMap(({ findings }) =>
    findings.flatMap(({ rule, row, waived }) => (waived ? [{ rule, row, ...waived }] : [])),
  )

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postloan-waivers-'))
  await writeLedger('ledger.xlsx', ledger)
})

afterEach(() => rm(folder, { recursive: true }))

describe('waive', () => {
  test('writes beside the ledger, and the next check leaves the finding out of its counts', async () => {
    expect(await waive('--key', 'jj-0002', '--until', '2026-12-31')).toMatchObject({ code: 0 })
    expect(await waive('--key', '某某三有限公司', '--until', '2026-12')).toMatchObject({ code: 0 })
    expect((await readdir(folder)).toSorted()).toEqual([beside, 'ledger.xlsx'])
    const document = await checked('ledger.xlsx', ...asOf)
    expect(waivedIn(document)).toMatchObject([
      { rule: 'CLS-002', row: 3, by: '赵主管', until: '2026-12-31', legalFloor: true },
      { rule: 'CLS-002', row: 4, until: '2026-12-31' },
    ])
    expect(serious(document)).toBe(0)
    expect(document.tables[0]?.summary?.waived).toBe(2)
    expect(document.waivers.map(({ state }) => state)).toEqual(['applied', 'applied'])
    expect(document.notes.filter(({ code }) => code === 'floorWaived')).toHaveLength(1)
  })

  test('the text says how many are waived, which are floors, and that one has expired', async () => {
    await waive('--key', 'JJ0002', '--until', '2026-12-31')
    await waive('--key', 'JJ0003', '--until', '2026-10-31')
    const { out } = await postloan('check', 'ledger.xlsx', '--as-of', '2026-11-30')
    expect(out).toContain('已豁免 1')
    expect(out).toContain('是法定底线，有 1 项发现被豁免')
    expect(out).toMatch(/已过期 1\n\s+CLS-002 {2}JJ0003 .*至 2026-10-31.*发现仍在/)
  })

  test.each([
    [['--key', 'JJ0001', '--until', '2026-12-31'], '没有发现，不需要豁免'],
    [['--key', 'JJ0002'], '缺少 --until'],
    [['--key', 'JJ0002', '--until', '31 Dec'], '认不出'],
    [['--key', 'JJ0002', '--until', '2026-10-30'], '豁免不会生效'],
    [['--until', '2026-12-31'], '没有写是哪一项发现'],
    [['--key', 'JJ0002', '--until', '2026-12-31', '--rule', 'CLS-999'], '没有规则“CLS-999”'],
    [['--key', 'JJ0002', '--until', '2026-12-31', '--reason', '证件 990101199001010018'], '不能写证件号码'],
  ])('%j is refused, nothing is written', async (words, message) => {
    const { code, log } = await waive(...words)
    expect(code).toBe(2)
    expect(log).toContain(message)
    expect(await readdir(folder)).toEqual(['ledger.xlsx'])
  })

  test('where several findings are meant they are listed with their ids, and an id picks one', async () => {
    await writeLedger('ledger.xlsx', [...ledger.slice(0, 3), ['JJ0004', ...(ledger[2] ?? []).slice(1)]])
    const several = await waive('--key', '某某二有限公司', '--until', '2026-12-31')
    const ids = [...several.log.matchAll(/^ {2}([0-9a-f]{16}) {2}CLS-002/gm)].map(([, id]) => id ?? '')
    expect(ids).toHaveLength(2)
    const { code } = await postloan(
      'waive',
      'ledger.xlsx',
      '--id',
      ids[1] ?? '',
      '--until',
      '2026-12-31',
      ...asOf,
      ...terms,
    )
    expect(code).toBe(0)
    expect(waivedIn(await checked('ledger.xlsx', ...asOf)).map(({ row }) => row)).toEqual([4])
  })

  test('a file that cannot be read is left alone, and no check goes on without it', async () => {
    await writeFile(
      join(folder, beside),
      '{"document":"postloan.waivers","format":1,"waivers":[{}],"reports":[]}',
    )
    expect((await waive('--key', 'JJ0002', '--until', '2026-12-31')).log).toContain('第 1 条豁免')
    expect(await readFile(join(folder, beside), 'utf8')).toContain('[{}]')
    const document = await checked('ledger.xlsx', ...asOf)
    expect(document.errors).toMatchObject([{ code: 'waiversUnreadable' }])
  })

  test('what the file holds besides stays', async () => {
    await waive('--key', 'JJ0002', '--until', '2026-12-31')
    const path = join(folder, beside)
    const kept = { ...JSON.parse(await readFile(path, 'utf8')), approvals: ['行长'] }
    await writeFile(path, JSON.stringify(kept))
    await waive('--key', 'JJ0003', '--until', '2026-12-31')
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ approvals: ['行长'], waivers: [{}, {}] })
  })
})

test('wrong counts on, and is listed for the team lead', async () => {
  const { code } = await postloan(
    'wrong',
    'ledger.xlsx',
    '--rule',
    'CLS-002',
    '--row',
    '3',
    '--what',
    '已还款未入账',
    ...asOf,
  )
  expect(code).toBe(0)
  const document = await checked('ledger.xlsx', ...asOf)
  expect(serious(document)).toBe(1)
  expect(document.reportedWrong).toMatchObject([
    { rule: 'CLS-002', row: 3, state: 'there', samePolicy: true },
  ])
  expect((await postloan('check', 'ledger.xlsx', ...asOf)).out).toContain('报告有误（1 条')
})

describe('waivers', () => {
  test('list says what has become of each, and ends with 1 where one wants looking at', async () => {
    await waive('--key', 'JJ0002', '--until', '2026-12-31')
    expect((await postloan('waivers', 'list', 'ledger.xlsx', ...asOf)).code).toBe(0)
    await writeLedger(
      'ledger.xlsx',
      ledger.map((row) => row.with(7, row[7] === 120 ? 0 : (row[7] ?? 0))),
    )
    const { code, out } = await postloan('waivers', 'list', 'ledger.xlsx', ...asOf)
    expect(code).toBe(1)
    expect(out).toMatch(/CLS-002\.a .*已不需要/)
    expect((await postloan('waivers', 'list', beside)).out).toContain('没有给出台账')
  })

  test('merge joins files, withdraw takes one back and keeps its trace', async () => {
    await waive('--key', 'JJ0002', '--until', '2026-12-31', '--waivers', 'a.json')
    await waive('--key', 'JJ0003', '--until', '2026-12-31', '--waivers', 'b.json')
    expect((await postloan('waivers', 'merge', 'a.json', 'b.json', '-o', 'all.json')).code).toBe(0)
    expect((await postloan('waivers', 'merge', 'a.json', '-o', 'all.json')).code).toBe(2)
    const document = await checked('ledger.xlsx', ...asOf, '--waivers', 'all.json')
    expect(waivedIn(document)).toHaveLength(2)
    const id = document.waivers[0]?.id ?? ''
    expect((await postloan('waivers', 'withdraw', 'all.json', id, '--by', '钱行长')).code).toBe(0)
    expect(await readFile(join(folder, 'all.json'), 'utf8')).toContain('钱行长')
    const after = await checked('ledger.xlsx', ...asOf, '--waivers', 'all.json')
    expect(after.waivers.map(({ state }) => state).toSorted()).toEqual(['applied', 'withdrawn'])
    expect((await postloan('waivers', 'withdraw', 'all.json', 'W-none')).code).toBe(2)
  })
})

test('a folder takes each ledger’s own waivers, several ledgers as one take them all', async () => {
  await waive('--key', 'JJ0002', '--until', '2026-12-31')
  await writeLedger('other.xlsx', [ledger[0] ?? [], ['JJ0009', ...(ledger[2] ?? []).slice(1)]])
  for (const together of [[], ['--together']]) {
    const document = await checked('ledger.xlsx', 'other.xlsx', ...asOf, ...together)
    expect(waivedIn(document).map(({ row }) => row)).toEqual([3])
  }
  const { out } = await postloan('check', 'ledger.xlsx', 'other.xlsx', ...asOf)
  expect(out).toMatch(/ledger\.xlsx {2}已豁免 1\n/)
})

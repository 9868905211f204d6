import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { checkDocumentSchema, type CheckDocument } from './checkDocument.ts'
import { runForTests, writeSheets } from './runForTests.ts'

let folder = ''
const now = () => join(folder, '本月.xlsx')
const previous = () => ['--previous', join(folder, '上月.xlsx')]

async function json(...words: readonly string[]): Promise<CheckDocument> {
  const { out } = await runForTests('check', ...words, '--json')
  return checkDocumentSchema.parse(JSON.parse(out))
}

const header = [
  '借据号',
  '客户名称',
  '身份证号',
  '贷款金额',
  '贷款余额',
  '放款日期',
  '到期日',
  '五级分类',
  '逾期天数',
  '首次检查日期',
  '客户经理',
  '支行',
]

type Loan = readonly [no: string, name: string, balance: number, grade: string, days: number, officer: string]

function grid(title: string, loans: readonly Loan[]) {
  const rows = loans.map(([no, name, balance, grade, days, officer]) => [
    no,
    name,
    name.length < 4 ? '990101199001010018' : null,
    200_000,
    balance,
    '2026-03-02',
    '2027-03-01',
    grade,
    days,
    '2026-03-20',
    officer,
    '城东支行',
  ])
  return { 台账: [[title], ['单位：元'], header, ...rows] }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postloan-overview-'))
  const firm: Loan = ['J1', '青禾机械有限公司', 150_000, '正常', 0, '王某']
  await writeSheets(
    join(folder, '上月.xlsx'),
    grid('贷款台账（2026年9月30日）', [
      firm,
      ['J2', '李小明', 100_000, '正常', 0, '李某'],
      ['J3', '赵六', 80_000, '关注', 20, '李某'],
    ]),
  )
  await writeSheets(
    now(),
    grid('贷款台账（2026年10月31日）', [
      firm,
      ['J2', '李小明', 100_000, '次级', 95, '李某'],
      ['J4', '青禾食品有限公司', 50_000, '正常', 0, '王某'],
    ]),
  )
  await mkdir(join(folder, 'months'))
  await writeSheets(join(folder, 'months', '甲.xlsx'), grid('贷款台账（2026年10月31日）', [firm]))
  await writeSheets(
    join(folder, 'months', '乙.xlsx'),
    grid('贷款台账（2026年10月31日）', [['J2', '李小明', 100_000, '次级', 95, '李某']]),
  )
})
afterAll(() => rm(folder, { recursive: true }))

test('the page has indicators with their sums, targets and basis, and says what is missing for the others', async () => {
  const { code, out } = await runForTests('check', now(), ...previous(), '--picture')
  expect(code).toBe(0)
  expect(out).toMatch(/PF-01 不良贷款率 33\.33%（100,000 ÷ 300,000），目标 2%：未达标/)
  expect(out).toMatch(/PF-11 正常类贷款迁徙率 40%（100,000 ÷ 250,000）/)
  expect(out).toContain('口径：（次级 + 可疑 + 损失余额）÷ 各项贷款余额')
  expect(out).toMatch(/依据：商业银行风险监管核心指标（转引核对）/)
  expect(out).toMatch(/没有预警台账：PF-05 预警准确率/)
})

test('and the red lines and the inspection’s score, as far as the ledger tells', async () => {
  const { out } = await runForTests('check', now(), '--picture')
  expect(out).toContain('不是监管原文')
  expect(out).toMatch(/7\. 不得违规催收 {2}无法判断（相应规则都因缺列没有执行）/)
  expect(out).toMatch(/1\. 不得漏检、假检 {2}已查的规则没有发现，其余未查/)
  expect(out).toMatch(/按台账可评的 \d+ 分中得 [\d.]+ 分，折合百分制 [\d.]+ 分/)
  expect(out).toMatch(/其余 \d+ 分台账看不出/)
  expect(out).toMatch(/没有上期台账：PF-03/)
})

test('the JSON has all of it, one overview for each file', async () => {
  const { overviews } = await json(now(), ...previous())
  const [overview] = overviews
  expect(overviews).toHaveLength(1)
  expect(overview?.indicators.map(({ id }) => id)).toHaveLength(16)
  expect(overview?.indicators[0]?.parts[0]).toMatchObject({
    numerator: 100_000,
    denominator: 300_000,
    target: 2,
    meets: false,
  })
  expect(overview?.redLines.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(overview?.score).toMatchObject({ id: 'inspection', complete: false, passed: null })
  expect(overview?.scoreByManager.map(({ unit }) => unit).toSorted()).toEqual(['李某', '王某'])
  expect(overview?.picture?.total).toMatchObject({ loans: 3, balance: 300_000 })
  expect(overview?.previous).toMatchObject({ asOf: '2026-09-30', matched: 2, appeared: 1, gone: 1 })
})

test('a loan that is gone without a word is listed', async () => {
  const { out } = await runForTests('check', now(), ...previous())
  expect(out).toContain('上期有余额、本期台账中没有的贷款 1 笔')
  expect(out).toMatch(/6 {2}J3 +赵六 +李某 +8\.00 +关注 +2027-03-01 {2}上期已有风险/)
})

test('what is not in one of several files may be in another; together they are one book', async () => {
  const files = join(folder, 'months')
  const apart = await json(files, ...previous())
  expect(apart.notes.map(({ code }) => code)).toContain('severalFiles')
  expect(apart.notes.map(({ code }) => code)).not.toContain('vanished')
  const whole = await json(files, ...previous(), '--together')
  expect(whole.overviews[0]?.previous?.vanished.map(({ key }) => key)).toEqual(['J3'])
})

test('a folder may be last month’s ledger; one that is not there is an error', async () => {
  const { overviews } = await json(now(), '--previous', join(folder, 'months'))
  expect(overviews[0]?.previous).toMatchObject({ loans: 2, matched: 2 })
  const { code, out } = await runForTests('check', now(), '--previous', join(folder, '没有.xlsx'))
  expect(code).toBe(2)
  expect(out).toContain('找不到文件或文件夹')
})

test('customers are named everywhere, their numbers never; names are hidden on request', async () => {
  const words = [now(), ...previous(), '--calendar', '--picture']
  const { out } = await runForTests('check', ...words)
  expect(out).toContain('李小明')
  expect(out).not.toContain('990101199001010018')
  const hidden = await runForTests('check', ...words, '--mask-names')
  expect(hidden.out).toContain('李**')
  expect(hidden.out).not.toMatch(/李小明|赵六/)
  expect(hidden.out).toContain('青禾机械有限公司')
  const text = JSON.stringify(await json(...words, '--mask-names'))
  expect(text).not.toMatch(/李小明|赵六/)
  expect(text).toContain('李某')
})

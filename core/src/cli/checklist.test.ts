import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { checklistDocumentSchema, type ChecklistDocument } from './checklistDocument.ts'
import { runForTests, writeSheets } from './runForTests.ts'

let folder = ''
const ledger = () => join(folder, '台账.xlsx')
const checklist = (...words: readonly string[]) => runForTests('checklist', ledger(), ...words)

async function json(...words: readonly string[]): Promise<ChecklistDocument> {
  const { out } = await checklist(...words, '--json')
  return checklistDocumentSchema.parse(JSON.parse(out))
}

const header = [
  '借据号',
  '合同号',
  '客户名称',
  '贷款品种',
  '贷款金额',
  '贷款余额',
  '放款日期',
  '到期日',
  '五级分类',
  '逾期天数',
  '资金流向检查日期',
  '首次检查日期',
  '客户经理',
  '贷款用途',
]
const money = (amount: number): readonly number[] => [amount, amount]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postloan-checklist-'))
  const firm = ['流动资金贷款', ...money(2_000_000)]
  const person = ['个人经营性贷款', ...money(300_000)]
  const days = ['2026-10-14', null]
  await writeSheets(ledger(), {
    台账: [
      ['贷款台账（2026年10月31日）'],
      ['单位：元'],
      header,
      [
        'JJ-001',
        'HT1',
        '青禾机械有限公司',
        ...firm,
        '2026-10-09',
        '2027-10-08',
        '正常',
        0,
        ...days,
        '王某',
        '购料',
      ],
      [
        'JJ-002',
        'HT2',
        '李小明',
        ...person,
        '2026-03-09',
        '2027-03-08',
        '关注',
        35,
        null,
        null,
        '李某',
        '购茶苗',
      ],
      [
        'JJ-003',
        'HT2',
        '李小明',
        ...person,
        '2026-05-09',
        '2027-05-08',
        '正常',
        0,
        null,
        null,
        '李某',
        '进货',
      ],
    ],
  })
  const pack = {
    document: 'postloan.policy',
    format: 1,
    id: 'tea-branch',
    title: '茶乡支行',
    version: '1',
    issuer: '茶乡支行授信部',
    level: '分行',
    issued: '2026-10-01',
    checklists: [
      {
        id: 'tea',
        name: '茶产业贷款',
        applies: 'contains(贷款用途, "茶")',
        stages: ['逾期处置', '采茶季'],
        source: '茶乡支行茶产业贷款管理办法',
        items: [{ id: 'garden', text: '茶园面积与权属', answer: 'text' }],
      },
    ],
  }
  await writeFile(join(folder, '茶乡.postloan.json'), JSON.stringify(pack))
})
afterAll(() => rm(folder, { recursive: true }))

describe('one loan', () => {
  test('shows what is proven with its evidence, what is open, due and how far it is', async () => {
    const { code, out } = await checklist('--loan', 'jj001')
    expect(code).toBe(0)
    for (const part of [
      '第 4 行  JJ-001  青禾机械有限公司',
      '清单类型  公司流动资金贷款',
      '检查阶段  首次检查、资金流向核查（2026-10-09 放款，至今 22 天）',
      '期限  2026-11-08（还有 8 天）',
      '√ 台账可证明 1 项',
      '凭据：资金流向检查日期 2026-10-14，放款日期 2026-10-09',
      '□ 待人工核实',
      '台账没有记载，请查档：借款合同',
    ]) {
      expect(out).toContain(part)
    }
    expect((await checklist('--row', '4')).out).toBe(out)
  })

  test('what a rule found wrong stands first, with its words', async () => {
    const { out } = await checklist('--loan', 'JJ-003')
    expect(out).toMatch(
      /× 发现问题 1 项\n {4}放款后 30 天内完成首次检查（2026-06-08 前，已过期）\n {6}INS-001 ▲ 警示/,
    )
  })

  test('a contract number gives each of its loans', async () => {
    const { out } = await checklist('--loan', 'HT2')
    expect(out).toContain('找到 2 笔，逐笔列出。')
    expect(out.indexOf('JJ-002')).toBeLessThan(out.indexOf('JJ-003'))
  })

  test('a stage, a kind of loan and a guide may be chosen by words of their names', async () => {
    const { out } = await checklist(
      '--loan',
      'JJ-001',
      '--stage',
      '专项',
      '--type',
      '汽车',
      '--guide',
      '回访',
    )
    for (const part of ['检查阶段  专项检查（人工选择）', '清单类型  个人汽车贷款', '访谈提纲'])
      expect(out).toContain(part)
  })

  test('the JSON has a list for every stage the loan is at', async () => {
    const { loans, work, asOf } = await json('--loan', 'JJ-002')
    expect([asOf, work]).toEqual(['2026-10-31', []])
    expect(loans[0]?.lists.map(({ stage }) => stage?.id)).toEqual(['overdue', 'regular'])
    expect(loans[0]).toMatchObject({ sheet: '台账', row: 5, loanType: { id: 'business' } })
  })

  test('names of persons are hidden on request, those of firms and officers never', async () => {
    const text = JSON.stringify(await json('--mask-names', '--period', '每季'))
    expect(text).toContain('李**')
    expect(text).not.toContain('李小明')
    expect(text).toContain('青禾机械有限公司')
    expect((await checklist('--loan', 'JJ-002', '--mask-names')).out).toContain('李**')
  })

  test('a pack’s own list is asked, and a stage it names that nobody knows is told', async () => {
    const policy = ['--policy', join(folder, '茶乡.postloan.json')]
    const { out } = await checklist('--loan', 'JJ-002', ...policy)
    expect(out).toContain('另加 茶产业贷款')
    expect(out).toContain('茶园面积与权属（须写明情况）')
    expect(out).toContain('策略包清单“tea”写的阶段“采茶季”认不出')
    expect((await checklist('--loan', 'JJ-003', ...policy)).out).not.toContain('茶园面积')
  })
})

describe('the whole ledger', () => {
  test('work by period, with the loans it is for', async () => {
    const { code, out } = await checklist()
    expect(code).toBe(0)
    expect(out).toMatch(/^每周$/m)
    expect(out).toMatch(
      /汇总催收进展（2026-10-26 至 2026-11-01） {2}1 笔\n {6}第 5 行 {2}JJ-002 {2}李小明 {2}李某/,
    )
    expect(out).toContain('风险分析会')
  })

  test('one period lists all its loans', async () => {
    const { work } = await json('--period', '每季')
    expect(work.every(({ period }) => period === '每季')).toBe(true)
    const class5 = work.find(({ id }) => id === 'quarter-class')
    expect(class5?.loans?.map(({ row }) => row)).toEqual([4, 5, 6])
  })
})

test.each([
  ['no such loan', ['--loan', 'JJ-999'], /没有编号为“JJ-999”的贷款/],
  ['no such row', ['--row', '1'], /第 1 行不是台账里的一笔贷款/],
  ['a row that is none', ['--row', '一'], /不是行号/],
  ['two ways to name a loan', ['--row', '4', '--loan', 'JJ-001'], /只能写一个/],
  ['no such stage', ['--stage', '放款前'], /可写 逾期处置；预警处置/],
  ['no such period', ['--period', '每旬'], /可写 每日、每周/],
  ['an unknown option', ['--lona', 'JJ-001'], /没有 --lona 这个选项/],
])('%s is an error', async (_, words, says) => {
  const { code, out, log } = await checklist(...words)
  expect([code, out]).toEqual([2, ''])
  expect(log).toMatch(says)
})

test('a file that is none is an error, help is none', async () => {
  expect(await runForTests('checklist', join(folder, '没有.xlsx'))).toMatchObject({ code: 2, out: '' })
  expect((await runForTests('checklist')).log).toContain('没有写台账')
  const { code, out } = await runForTests('checklist', '--help')
  expect(code).toBe(0)
  for (const option of [
    '--loan',
    '--row',
    '--sheet',
    '--stage',
    '--type',
    '--guide',
    '--period',
    '--mask-names',
  ])
    expect(out).toContain(option)
})

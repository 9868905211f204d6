import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'

import { checkDocumentSchema, type CheckDocument } from './checkDocument.ts'
import { runForTests, writeSheets, type Ran } from './runForTests.ts'

let folder = ''

/** The command as the shell runs it. */
function spawned(...words: readonly string[]): Promise<Ran> {
  return new Promise((settle) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, 'main.ts'), ...words],
      { cwd: folder },
      (error, out, log) => {
        settle({ code: typeof error?.code === 'number' ? error.code : 0, out, log })
      },
    )
  })
}

/** The same without a process of its own; names of files are put into the folder. */
async function postloan(...words: readonly string[]): Promise<Ran> {
  const placed = words.map((word) => (/\.\w+$|^month$|^copies$/.test(word) ? join(folder, word) : word))
  return runForTests(...placed)
}

async function json(...words: readonly string[]): Promise<CheckDocument> {
  const { out } = await postloan('check', '--json', ...words)
  return checkDocumentSchema.parse(JSON.parse(out))
}

const header = [
  '借据号',
  '客户名称',
  '贷款金额',
  '贷款余额',
  '放款日期',
  '到期日',
  '担保方式',
  '五级分类',
  '逾期天数',
  '客户经理',
]

interface Loan {
  readonly overdue?: number
  readonly fiveClass?: string
}

function sheetBytes(loans: readonly Loan[], title: string, bookType: XLSX.BookType = 'xlsx'): Uint8Array {
  const rows = loans.map(({ overdue = 0, fiveClass = '正常' }, at) => [
    `JJ2026${String(at).padStart(4, '0')}`,
    `某某${at}机械有限公司`,
    200,
    150,
    '2026-03-02',
    '2027-03-01',
    '抵押',
    fiveClass,
    overdue,
    at % 2 ? '王某' : '李某',
  ])
  const sheet = XLSX.utils.aoa_to_sheet([
    [title],
    ['单位：万元'],
    header,
    ...rows,
    ['合计', '', 200 * loans.length],
  ])
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '台账')
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer)
}

const title = '贷款台账（2026年10月）'
const faulty = [{ overdue: 120 }, {}, { overdue: 5, fiveClass: '关注' }]
const hashOf = async (name: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(join(folder, name)))
    .digest('hex')

const ids = (document: CheckDocument): string[] =>
  document.tables.flatMap((table) => table.findings.map(({ id }) => id))
const lacking = (document: CheckDocument): string[] =>
  document.tables.flatMap((table) => table.notRun.flatMap((line) => line.missing))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postloan-'))
  await writeFile(join(folder, 'faulty.xlsx'), sheetBytes(faulty, title))
  await writeFile(join(folder, 'clean.xlsx'), sheetBytes([{}, {}], title))
  await writeFile(join(folder, 'noday.xlsx'), sheetBytes(faulty, '贷款台账'))
  await writeFile(join(folder, 'old.xls'), sheetBytes(faulty, title, 'biff8'))
  await writeFile(join(folder, 'broken.xlsx'), sheetBytes([{}], title).subarray(0, 900))
  await writeFile(join(folder, 'empty.xlsx'), '')
  await writeFile(join(folder, 'words.txt'), '这不是台账')
  await writeSheets(join(folder, 'meeting.xlsx'), {
    会议: [
      ['会议时间', '参会人员'],
      ['2026-01-01', '某某'],
    ],
  })
  await mkdir(join(folder, 'month'))
  for (const name of ['faulty', 'clean', 'broken']) {
    await writeFile(join(folder, 'month', `${name}.xlsx`), await readFile(join(folder, `${name}.xlsx`)))
  }
  await writeFile(join(folder, 'month', '~$faulty.xlsx'), 'lock')
})

afterAll(() => rm(folder, { recursive: true }))

describe('check', () => {
  test.each([
    ['findings without --fail-on', ['faulty.xlsx'], 0],
    ['findings at the level', ['faulty.xlsx', '--fail-on', 'serious'], 1],
    ['only milder ones', ['clean.xlsx', '--fail-on', '严重'], 0],
    ['a bad file', ['broken.xlsx'], 2],
    ['a wrong word', ['faulty.xlsx', '--nonsense'], 2],
  ])('%s: exit code', async (_, words, code) => {
    expect((await postloan('check', ...words)).code).toBe(code)
  })

  test('runs from the shell: findings to stdout, faults of the call to stderr, no bar without a terminal', async () => {
    const found = await spawned('check', 'faulty.xlsx', '--fail-on', '严重')
    expect(found).toMatchObject({ code: 1, log: '' })
    expect(found.out).toContain('CLS-002')
    expect(found.out).not.toContain('\u001b')
    expect(await spawned('check', 'faulty.xlsx', '--nonsense')).toMatchObject({ code: 2, out: '' })
  })

  test('says what is wrong, what to do, what did not run and what was read', async () => {
    const { out } = await postloan('check', 'faulty.xlsx')
    for (const part of [
      '数据日期 2026-10-31',
      '借据 3 笔',
      '◆ 严重',
      'CLS-002',
      '第 4 行',
      'JJ20260000',
      '整改：',
      '依据：',
      '未执行',
      '金额单位 万元',
    ]) {
      expect(out).toContain(part)
    }
  })

  test('--json is one document of the published form', async () => {
    const document = await json('faulty.xlsx')
    const [table] = document.tables
    expect(table).toMatchObject({
      table: '借据',
      rows: 3,
      headerRows: [3, 3],
      unit: '万元',
      asOf: '2026-10-31',
    })
    expect(table?.leftOut).toMatchObject([{ row: 7 }])
    expect(table?.findings).toContainEqual(
      expect.objectContaining({ rule: 'CLS-002', outcome: 'hit', row: 4, key: 'JJ20260000' }),
    )
    expect(document.asOf).toBe('2026-10-31')
    expect(document.errors).toEqual([])
  })

  test('without a day the rules of dates do not run until somebody says it', async () => {
    const { out } = await postloan('check', 'noday.xlsx')
    expect(out).toContain('--as-of 2026-10-31')
    const without = await json('noday.xlsx')
    const missing = without.tables.flatMap((table) => table.notRun.flatMap((line) => line.missing))
    expect(without.asOf).toBeNull()
    expect(missing).toContain('基准日')
    const given = await json('noday.xlsx', '--as-of', '2026-10-31')
    expect(given.asOf).toBe('2026-10-31')
    expect(given.tables.flatMap((table) => table.notRun.flatMap((line) => line.missing))).not.toContain(
      '基准日',
    )
  })

  test('writes a copy, leaves the original alone, and overwrites only when told', async () => {
    const before = await hashOf('faulty.xlsx')
    const first = await postloan('check', 'faulty.xlsx', '-o', 'out.xlsx')
    expect(first).toMatchObject({ code: 0 })
    expect(first.out).toContain('out.xlsx')
    const written = await hashOf('out.xlsx')
    const again = await postloan('check', 'faulty.xlsx', '-o', 'out.xlsx')
    expect(again.code).toBe(2)
    expect(again.out).toContain('--force')
    expect(await hashOf('out.xlsx')).toBe(written)
    expect((await postloan('check', 'faulty.xlsx', '-o', 'out.xlsx', '--force')).code).toBe(0)
    expect((await postloan('check', 'faulty.xlsx', '-o', 'faulty.xlsx', '--force')).code).toBe(2)
    expect(await hashOf('faulty.xlsx')).toBe(before)
    expect(before).not.toBe(written)
  })

  test('the annotated copy says the same as the original', async () => {
    await postloan('check', 'faulty.xlsx', '-o', 'same.xlsx')
    const [original, copy] = [await json('faulty.xlsx'), await json('same.xlsx')]
    expect(ids(original).length).toBeGreaterThan(0)
    expect(ids(copy)).toEqual(ids(original))
  })

  test('an old file gets its annotations in a workbook of their own', async () => {
    const { code, out } = await postloan('check', 'old.xls', '-o', 'old-out.xlsx')
    expect(code).toBe(0)
    expect(out).toContain('另写成一份工作簿')
    expect((await readFile(join(folder, 'old-out.xlsx'))).subarray(0, 2).toString()).toBe('PK')
  })

  test.each([
    ['missing.xlsx', 'fileMissing'],
    ['empty.xlsx', 'empty'],
    ['broken.xlsx', 'truncated'],
    ['words.txt', 'noLedger'],
    ['meeting.xlsx', 'noLedger'],
  ])('%s is refused with its own words', async (name, code) => {
    const document = await json(name)
    expect(document.errors).toMatchObject([{ file: join(folder, name), code }])
    expect(document.errors[0]?.message).toMatch(/\p{Script=Han}/u)
  })

  test('a folder is checked side by side; the bad file is named at the end and stops nobody', async () => {
    const { code, out } = await postloan('check', 'month', '-o', 'copies')
    expect(code).toBe(2)
    expect(out).toContain('合计 2 个文件')
    expect(out.indexOf('broken.xlsx')).toBeGreaterThan(out.indexOf('合计 2 个文件'))
    expect((await readdir(join(folder, 'copies'))).toSorted()).toEqual([
      'clean-检查结果.xlsx',
      'faulty-检查结果.xlsx',
    ])
    const document = await json('month')
    expect(document.tables.map(({ file }) => file)).toEqual([
      join(folder, 'month', 'clean.xlsx'),
      join(folder, 'month', 'faulty.xlsx'),
    ])
    expect(document.errors).toMatchObject([{ file: join(folder, 'month', 'broken.xlsx') }])
  })

  test('the previous month is compared with', async () => {
    expect(lacking(await json('faulty.xlsx'))).toContain('上期')
    const compared = await json('faulty.xlsx', '--previous', 'clean.xlsx')
    expect(lacking(compared)).not.toContain('上期')
    const bad = await json('faulty.xlsx', '--previous', 'broken.xlsx')
    expect(bad.errors).toMatchObject([{ file: join(folder, 'faulty.xlsx'), code: 'truncated' }])
  })
})

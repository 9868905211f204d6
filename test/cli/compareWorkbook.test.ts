import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { compareDocumentSchema, type CompareDocument } from '@postloan/core/cli'
import { numberAt, textAt, type Sheet } from '@postloan/core/table'
import { readWorkbookFile } from '@postloan/core/workbook/node'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { runForTests, type Ran } from '../../core/src/cli/runForTests.ts'
import { twoMonths } from './twoMonths.ts'

const folder = mkdtempSync(join(tmpdir(), 'postloan-compare-workbook-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string): string => join(folder, name)

async function compare(...words: readonly string[]): Promise<Ran> {
  return runForTests('compare', file('a.xlsx'), file('b.xlsx'), ...words)
}

let document: CompareDocument
let sheets: readonly Sheet[]

beforeAll(async () => {
  const { before, now } = await twoMonths(400, 11)
  writeFileSync(file('a.xlsx'), before.bytes)
  writeFileSync(file('b.xlsx'), now.bytes)
  const { out } = await compare('--json', '-o', file('两期.xlsx'))
  document = compareDocumentSchema.parse(JSON.parse(out))
  const opening = await readWorkbookFile(file('两期.xlsx'))
  sheets = opening.ok ? opening.workbook.sheets : []
})

/** The cells of a row from its first, as they are shown; the row is found by what stands first in it, below a title. */
function rowOf(sheet: Sheet | undefined, title: string, first: string): readonly (string | number)[] {
  if (!sheet) return []
  const rows = Array.from({ length: sheet.rowCount }, (_, row) => row)
  const from = rows.findIndex((row) => textAt(sheet, row, 0)?.startsWith(title))
  const row = rows.find((one) => one > from && textAt(sheet, one, 0) === first) ?? -1
  return Array.from(
    { length: sheet.columnCount },
    (_, column) => textAt(sheet, row, column) ?? numberAt(sheet, row, column),
  ).filter((value) => typeof value === 'string' || !Number.isNaN(value))
}

test('the workbook has the matrix with the totals of the comparison, by number and by balance', () => {
  const [summary] = sheets
  expect(summary?.name).toBe('贷后·两期比较')
  const counted = document.matrix.cells.reduce((sum, { loans }) => sum + loans, 0)
  expect(rowOf(summary, '一、', '合计').at(-1)).toBe(counted)
  expect(rowOf(summary, '二、', '合计').at(-1)).toBeCloseTo(document.matrix.before.balance / 10_000, 6)
  expect(rowOf(summary, '三、', '合计').at(-1)).toBeCloseTo(document.matrix.now.balance / 10_000, 6)
  const roll = document.rollRates.find(({ id }) => id === 'migrationNormal') ?? document.rollRates[0]
  expect(rowOf(summary, '四、', roll?.name ?? '')[1]).toBeCloseTo((roll?.value ?? 0) / 100, 9)
})

test('branches and officers stand on it as the comparison has them', () => {
  for (const [title, groups] of [
    ['七、', document.byOrg],
    ['八、', document.byManager],
  ] as const) {
    const [first] = groups
    const row = rowOf(sheets[0], title, first?.name ?? '')
    expect(row.slice(1, 3)).toEqual([first?.before.loans, first?.now.loans])
    expect(row.slice(-2)).toEqual([first?.newFindings, first?.curedFindings])
  }
})

test('each change, finding and loan that came or went has a row of its list', () => {
  const [, loans, findings, places] = sheets
  const header = 3
  expect(loans?.rowCount).toBe(header + document.changes.length)
  expect(findings?.rowCount).toBe(header + document.findings.changes.length)
  const { appeared, gone, unmatched } = document
  const listed = appeared.length + gone.length + unmatched.before.length + unmatched.now.length
  expect(places?.rowCount).toBe(header + listed)
  const explained = Array.from({ length: places?.rowCount ?? 0 }, (_, row) =>
    places ? (textAt(places, row, 9) ?? '') : '',
  ).filter((note) => note.includes('请说明去向'))
  expect(document.vanished.length).toBeGreaterThan(0)
  expect(explained).toHaveLength(document.vanished.length)
})

test('what is vanished is what is gone with a balance and neither settled nor written off', () => {
  const goneWithBalance = document.gone.filter(({ balance }) => (balance ?? 0) > 0)
  expect(new Set(document.vanished.map(({ key }) => key)).size).toBe(document.vanished.length)
  for (const { key } of document.vanished) expect(goneWithBalance.map((one) => one.key)).toContain(key)
})

test('the JSON goes to stdout alone, where the workbook is goes to the log', async () => {
  const { code, out, log } = await compare('--json', '-o', file('又一份.xlsx'))
  expect([code, log.trim()]).toEqual([0, `比较结果已写到 ${file('又一份.xlsx')}`])
  expect(compareDocumentSchema.parse(JSON.parse(out)).loans).toEqual(document.loans)
})

test.each([
  ['a file that is there', ['-o', 'a.xlsx'], /就是原台账/],
  ['a name that is no workbook', ['-o', 'out.docx'], /请以 \.xlsx 结尾/],
  ['what was written before', ['-o', '两期.xlsx'], /已经存在，没有覆盖/],
] as const)('%s is not written over', async (_, [option, name], says) => {
  const { code, out, log } = await compare(option, file(name))
  expect([code, out]).toEqual([2, ''])
  expect(log).toMatch(says)
})

test('--force writes again; names of persons are hidden on request', async () => {
  const { code, out } = await compare('-o', file('两期.xlsx'), '--force', '--mask-names')
  expect(code).toBe(0)
  expect(out).toContain('比较结果已写到')
  const person = [...document.gone, ...document.appeared].find(({ customer }) =>
    /^\p{sc=Han}{3}$/u.test(customer),
  )
  expect(person).toBeDefined()
  const opening = await readWorkbookFile(file('两期.xlsx'))
  const texts = opening.ok ? opening.workbook.sheets.flatMap((sheet) => sheet.texts) : []
  expect(texts).not.toContain(person?.customer)
  expect(texts).toContain(`${person?.customer[0]}**`)
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { runForTests } from '../../core/src/cli/runForTests.ts'
import { loans, registers, textOf, workbookOf } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'postloan-report-'))
const ledger = join(folder, '贷款台账2026-10-31.xlsx')
const run = (...words: readonly string[]) => runForTests('report', ...words)
const filesIn = async (path: string): Promise<readonly string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.normalize())
    .toSorted()

beforeAll(async () => {
  writeFileSync(ledger, await workbookOf([loans, ...registers]))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('postloan report', () => {
  test('writes what is due, a folder for each customer, and a list of it', async () => {
    const output = join(folder, '文书')
    const { code, out } = await run(ledger, '-o', output, '--bank', '清江农商行', '--date', '2026-11-05')
    expect(out).toContain('写好文书 6 份，涉及 2 户')
    expect(code).toBe(0)
    expect(await filesIn(join(output, '林秀英'))).toEqual(
      ['一户一策方案-林秀英.docx', '催收通知书-林秀英.docx'].toSorted(),
    )
    const index = readFileSync(join(output, '目录.csv'), 'utf8')
    expect(index.startsWith('\uFEFF序号,文书,客户')).toBe(true)
    expect(index.trim().split('\r\n')).toHaveLength(7)
    expect(index).toContain('逾期 91 天，还没有发出本次逾期的催收通知书')
    const letter = textOf(readFileSync(join(output, '林秀英', '催收通知书-林秀英.docx')))
    expect(letter).toContain('清江农商行城南支行（盖章）')
    expect(letter).toContain('2026年11月5日')
  })

  test('never writes over what is there, unless told', async () => {
    const output = join(folder, '两次')
    const words = [ledger, '-o', output, '--flat', '--kind', '催收通知书']
    expect((await run(...words)).code).toBe(0)
    const before = await filesIn(output)
    const again = await run(...words)
    expect(again.code).toBe(2)
    expect(again.log).toMatch(/有 3 个文件已经存在.*一份也没有写/)
    expect((await run(...words, '--force')).code).toBe(0)
    expect(await filesIn(output)).toEqual(before)
  })

  test('two customers of one name share no folder and no file', async () => {
    const same = join(folder, '同名台账2026-10-31.xlsx')
    const [sheet, [, , person]] = loans
    const other = { ...person, 客户编号: 'P002', 证件号码: null, 借据号: 'JJ2026009', 合同号: 'HT2024009' }
    writeFileSync(same, await workbookOf([[sheet, person ? [person, other] : []]]))
    const output = join(folder, '同名')
    expect((await run(same, '-o', output, '--kind', '催收通知书')).code).toBe(0)
    expect(await filesIn(join(output, '林秀英'))).toEqual(['催收通知书-林秀英.docx'])
    expect(await filesIn(join(output, '林秀英-2'))).toEqual(['催收通知书-林秀英.docx'])
    const letter = textOf(readFileSync(join(output, '林秀英-2', '催收通知书-林秀英.docx')))
    expect(letter).toContain('JJ2026009')
    expect(letter).not.toContain('JJ2026003')
  })

  test('warns from a lower severity on where told', async () => {
    const output = join(folder, '警示')
    const words = [ledger, '-o', output, '--flat', '--kind', '风险预警通知书', '--severity', '警示']
    expect((await run(...words)).code).toBe(0)
    // the borrower of the second has no serious finding, only a warning
    expect(await filesIn(output)).toContain('风险预警通知书-林秀英.docx')
  })

  test('makes the report that suits a loan chosen by a person', async () => {
    const output = join(folder, '报告')
    const { code } = await run(ledger, '-o', output, '--flat', '--kind', '检查报告', '--loan', 'jj2026003')
    expect(code).toBe(0)
    expect(await filesIn(output)).toEqual(
      ['目录.csv', '贷后检查报告（个人类）-林秀英-JJ2026003.docx'].toSorted(),
    )
  })

  test('says which documents would not be true, and makes the others', async () => {
    const output = join(folder, '全部')
    const { code, out } = await run(ledger, '-o', output, '--flat', '--kind', '到期提示函', '--all')
    expect(code).toBe(1)
    expect(out).toContain('写好文书 1 份')
    expect(out).toContain('“林秀英”没有在提示期内到期的借据，不制发到期提示函。')
  })

  test('takes a bank’s own templates, and stops at a wrong one before anything is written', async () => {
    const templates = join(folder, '模板')
    expect((await run('--write-templates', templates)).code).toBe(0)
    expect(await filesIn(templates)).toHaveLength(9)
    const path = join(templates, '催收通知书.docx')
    const change = (from: string, to: string): void => {
      const parts = unzipSync(readFileSync(path))
      const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(from, to)
      writeFileSync(path, zipSync({ ...parts, 'word/document.xml': strToU8(xml) }))
    }
    change('贷款催收通知书', '逾期贷款提醒')
    const output = join(folder, '自有')
    const words = [ledger, '-o', output, '--flat', '--kind', '催收通知书', '--loan', '林秀英']
    expect((await run(...words, '--templates', templates)).code).toBe(0)
    expect(textOf(readFileSync(join(output, '催收通知书-林秀英.docx')))).toContain('逾期贷款提醒')
    change('{客户名称}：', '{客户名}：')
    const refused = await run(...words, '--force', '--templates', templates)
    expect(refused.code).toBe(2)
    expect(refused.log).toMatch(
      /催收通知书\.docx {2}正文第 3 段 {2}没有“客户名”这个占位符。最接近的是 \{客户名称\}。/,
    )
  })

  test.each<[string, readonly string[], string]>([
    ['no ledger', [], '没有写台账'],
    ['no folder', [ledger], '没有写把文书放在哪个文件夹'],
    ['an unknown kind', [ledger, '-o', 'x', '--kind', '周报'], '没有“周报”这种文书，可写 风险预警通知书、'],
    ['all of no kind', [ledger, '-o', 'x', '--all'], '--all 要与 --kind 合用'],
    ['an unknown loan', [ledger, '-o', 'x', '--loan', '没有这笔'], '台账里没有编号为“没有这笔”的贷款'],
    ['a file for a folder', [ledger, '-o', ledger], '是一个文件，-o 应写文件夹'],
    ['no templates', [ledger, '-o', 'x', '--templates', join(folder, '没有')], '找不到模板文件夹'],
    ['a day that is none', [ledger, '-o', 'x', '--date', '明天'], '--date 的日期“明天”认不出'],
  ])('%s is refused with the reason', async (_name, words, reason) => {
    const { code, log } = await run(...words)
    expect(log).toContain(reason)
    expect(code).toBe(2)
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { excelEpoch } from '@postloan/core/check/excel'
import { builtInPolicy as policy } from '@postloan/core/policy'
import { numberAt, type Sheet, textAt } from '@postloan/core/table'
import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { packOfTemplate, sheetNames, writeTemplate } from '@postloan/core/workbook/template'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { runForTests } from '../../core/src/cli/runForTests.ts'
import { sdkErrors } from '../annotate/packages.ts'
import { officerLoan } from './officerLoan.ts'

const codec = nodeCodec()
const asOf = 20_757
const small = { loans: 12, register: 6 }
const folder = mkdtempSync(join(tmpdir(), 'postloan-template-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const command = (words: readonly string[]) => runForTests(...words)

async function sheetsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Sheet>> {
  const opening = await openWorkbook(bytes, 'x.xlsx', codec)
  if (!opening.ok) throw new Error(opening.error.message)
  return new Map(opening.workbook.sheets.map((sheet) => [sheet.name, sheet]))
}

describe('parameters and rules written in a template', () => {
  const settings = {
    settings: [
      { parameter: '首次检查天数', at: 0, value: 20, cell: '' },
      { parameter: '归档期限', at: 0, value: 10_000, cell: '' },
    ],
    rules: [
      {
        row: 4,
        parts: {
          id: 'OWN-1',
          name: '大额关注',
          table: '',
          applies: '',
          when: '贷款余额 > 40000 and 五级分类 = "正常"',
          severity: '提示',
          message: '余额 {贷款余额} 元',
          remedy: '逐笔复核',
          source: '本行办法第 1 条',
        },
      },
      {
        row: 5,
        parts: {
          id: 'OWN-2',
          name: '写错的',
          table: '',
          applies: '',
          when: '贷款馀额 > 1',
          severity: '提示',
          message: '余额',
          remedy: '复核',
          source: '本行办法',
        },
      },
    ],
  }

  test('are a layer that only tightens; mistakes are told with their cell', async () => {
    const { bytes } = await writeTemplate(policy, codec, { issued: asOf, ready: small, settings })
    const opening = await openWorkbook(bytes, 'x.xlsx', codec)
    if (!opening.ok) throw new Error(opening.error.message)
    const { layer, problems } = packOfTemplate(opening.workbook, policy)
    expect(layer?.signedBy).toBeNull()
    expect(Object.keys(layer?.pack.parameters ?? {})).toEqual(['首次检查天数'])
    expect(layer?.pack.rules?.map(({ id }) => id)).toEqual(['OWN-1'])
    expect(problems.map(({ sheet, message }) => [sheet, message])).toEqual([
      [sheetNames.parameters, expect.stringContaining('比策略宽松')],
      [sheetNames.ownRules, expect.stringContaining('贷款馀额')],
    ])
    expect(problems[1]?.cell).toBe('E5')
  })

  describe('are used by every command that reads the ledger', () => {
    const path = join(folder, '设定.xlsx')
    const plain = join(folder, '没有设定.xlsx')
    const verdicts = async (file: string): Promise<readonly (string | null)[]> => {
      const rules = (await sheetsOf(readFileSync(file))).get(sheetNames.ownRules)
      return [3, 4, 5].map((row) => (rules ? textAt(rules, row, 9) : null))
    }
    beforeAll(async () => {
      const paidOut: readonly [string, number] = ['disburseDate', asOf - 25 + excelEpoch]
      const product: readonly [string, string] = ['productType', '流动资金贷款']
      const rows = [
        new Map([...officerLoan(1, 1), product, paidOut, ['firstCheckDate', asOf - 3 + excelEpoch]]),
        new Map([...officerLoan(1, 2), product, paidOut]),
      ]
      const filled = { 借据: { rows, asOf } }
      const options = { issued: asOf, ready: small, filled }
      writeFileSync(path, (await writeTemplate(policy, codec, { ...options, settings })).bytes)
      writeFileSync(plain, (await writeTemplate(policy, codec, options)).bytes)
    })

    test('check finds by the rule and the parameter, tells what was not taken, and names the layer', async () => {
      const { out } = await command(['check', path])
      expect(out).toContain('OWN-1')
      expect(out).toContain('自定义规则 E5')
      expect(out).toContain('贷款馀额')
      expect(out).toContain('比策略宽松')
      // 25 days after the loan was paid out: due by 20 days, not by 30
      const explained = async (file: string) => (await command(['check', file, '--explain', 'INS-001:4'])).out
      expect(await explained(path)).toContain('没有首次检查日期（应在 20 天内）')
      expect(await explained(plain)).not.toContain('没有首次检查日期（应在')
    })

    test('check -o says beside each rule whether it holds; again it says the same', async () => {
      const once = join(folder, '标注一.xlsx')
      const twice = join(folder, '标注二.xlsx')
      expect((await command(['check', path, '-o', once])).code).toBe(0)
      expect(await verdicts(once)).toEqual(['已采用', expect.stringContaining('贷款馀额'), null])
      expect([...(await sdkErrors(new Uint8Array(readFileSync(once))))]).toEqual([])
      expect((await command(['check', once, '-o', twice])).code).toBe(0)
      expect(await verdicts(twice)).toEqual(await verdicts(once))
    })

    test('a folder, compare, checklist and waive take them too', async () => {
      const together = await command(['check', path, plain, '--together', '--as-of', '2026-10-31'])
      expect(together.out).toContain('OWN-1')
      expect(together.out).toContain('设定.xlsx 自定义规则 E5')
      const compared = await command(['compare', plain, path])
      expect(compared.log).toContain('自定义规则 E5')
      const listed = await command(['checklist', path, '--loan', 'JK01-002'])
      expect(listed.out).toContain('贷款馀额')
      const terms = ['--reason', '已复核', '--until', '2026-12-31', '--by', '赵主管']
      const target = ['--rule', 'OWN-1', '--key', 'JK01-001', '--waivers', join(folder, '豁免.json')]
      const waived = await command(['waive', path, ...target, ...terms])
      expect(waived.log).toBe('')
      expect(waived.code).toBe(0)
    })

    test('the report and the summary of a folder take them and name the layer', async () => {
      const page = join(folder, '报告.html')
      const summary = join(folder, '汇总.xlsx')
      const words = ['--as-of', '2026-10-31', '--html', page, '-o', summary]
      expect((await command(['check', path, plain, ...words])).code).toBe(0)
      const shown = readFileSync(page, 'utf8')
      expect(shown).toContain('OWN-1')
      expect(shown).toContain('标准模板中的设定')
      const work = (await sheetsOf(readFileSync(summary))).get('贷后·工作清单')
      const days = Array.from({ length: work?.rowCount ?? 0 }, (_, row) =>
        work ? numberAt(work, row, 1) : 0,
      )
      // paid out 25 days ago: late where the template says 20, five days to go where nothing is said
      expect(shown).toContain('（应在 20 天内）')
      expect(days).toContain(asOf + 5 + excelEpoch)
      const documents = join(folder, '文书')
      const written = await command(['report', path, '-o', documents])
      expect(written.log).toContain('自定义规则 E5')
    })

    test('an upgrade carries them and says the same beside them', async () => {
      const output = join(folder, '新版.xlsx')
      expect((await command(['upgrade', path, '-o', output])).code).toBe(1)
      expect(await verdicts(output)).toEqual(['已采用', expect.stringContaining('贷款馀额'), null])
    })
  })
})

test('a template is written once; over a file that is there only when told', async () => {
  const output = join(folder, '模板.xlsx')
  expect((await command(['template', '-o', output, '--rows', '100'])).code).toBe(0)
  expect((await command(['template', '-o', output])).code).toBe(2)
  expect((await command(['template', '-o', '模板.docx'])).code).toBe(2)
  expect((await command(['merge', '-o', output])).log).toContain('请写明')
})

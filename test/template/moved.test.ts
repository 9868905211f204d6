import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runCli } from '@postloan/core/cli'
import { builtInPolicy as policy } from '@postloan/core/policy'
import { numberAt, type Sheet, textAt } from '@postloan/core/table'
import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { packOfTemplate, sheetNames, type TemplateRow, writeTemplate } from '@postloan/core/workbook/template'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'

const codec = nodeCodec()
const asOf = 20_757
const small = { loans: 12, register: 6 }
const folder = mkdtempSync(join(tmpdir(), 'postloan-template-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function command(words: readonly string[]) {
  let out = ''
  let log = ''
  const terminal = {
    out: {
      write: async (text: string) => {
        out += text
      },
    },
    log: {
      write: async (text: string) => {
        log += text
      },
    },
  }
  const code = await runCli(words, terminal)
  return { code, out, log }
}

async function sheetsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Sheet>> {
  const opening = await openWorkbook(bytes, 'x.xlsx', codec)
  if (!opening.ok) throw new Error(opening.error.message)
  return new Map(opening.workbook.sheets.map((sheet) => [sheet.name, sheet]))
}

/** All texts and numbers of a sheet, as one would search it. */
function cellsOf(sheet: Sheet | undefined): string[] {
  if (!sheet) return []
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_unused, column) => {
      const text = textAt(sheet, row, column)
      const number = numberAt(sheet, row, column)
      return text ?? (Number.isNaN(number) ? '' : String(number))
    }),
  ).flat()
}

/** Changes the text of a sheet's part as a person would the sheet. */
function edited(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const found = parts[part]
  if (!found) throw new Error(`no ${part}`)
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(found))) })
}

/** Loan `n` of officer `k`; every number is its own. */
function loan(k: number, n: number): TemplateRow {
  return new Map<string, string | number>([
    ['loanNo', `JK${String(k).padStart(2, '0')}-${String(n).padStart(3, '0')}`],
    ['customerName', `客户${k}之${n}有限公司`],
    ['loanAmount', 100_000 + 1000 * k + n],
    ['balance', 50_000 + 1000 * k + n],
    ['disburseDate', 45_992],
    ['maturityDate', 46_692],
    ['fiveClass', '正常'],
    ['managerName', `经理${k}`],
  ])
}

/** The template as its older versions were: told by the number on its very hidden sheet. */
function olderVersion(bytes: Uint8Array, format: number): Uint8Array {
  const parts = unzipSync(bytes)
  const shared = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
  const names = [...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)
  const part = `xl/worksheets/sheet${names.indexOf(sheetNames.record) + 1}.xml`
  const place = [...shared.matchAll(/<si>.*?<\/si>/gs)].length
  const grown = shared
    .replace('</sst>', `<si><t>${format}</t></si></sst>`)
    .replace(/uniqueCount="\d+"/, `uniqueCount="${place + 1}"`)
  const xml = strFromU8(parts[part] ?? new Uint8Array())
  return zipSync({
    ...parts,
    'xl/sharedStrings.xml': strToU8(grown),
    [part]: strToU8(xml.replace(/(<c r="B2"[^>]*><v>)\d+/, `$1${place}`)),
  })
}

describe('thirty filled templates of three versions', () => {
  test('are merged with nothing lost, each row with where it comes from, each problem with its cell', async () => {
    const files: string[] = []
    for (let k = 0; k < 30; k++) {
      const rows = Array.from({ length: 5 }, (_, n) => loan(k, n))
      if (k % 5 === 1) rows.reverse()
      // a slip of the keyboard in a day, a word in an amount, a loan that stands in two files
      if (k === 3) rows[1] = new Map([...loan(3, 1), ['maturityDate', '2027-13-45']])
      if (k === 4) rows[2] = new Map([...loan(4, 2), ['balance', '约五万左右']])
      if (k === 7) rows[4] = loan(6, 0)
      // a total written under the list is no loan, and is not lost either
      if (k === 12)
        rows.push(
          new Map<string, string | number>([
            ['loanNo', '合计'],
            ['balance', 987_654],
          ]),
        )
      if (k === 8) rows[0] = new Map([...loan(8, 0), ['loanNo', '']])
      const { bytes } = await writeTemplate(policy, codec, {
        issued: asOf,
        ready: small,
        filled: { 借据: { rows, asOf } },
      })
      let file = olderVersion(bytes, 1 + (k % 3))
      // a header that was written over: the column is none of ours any more
      if (k === 10)
        file = edited(file, 'xl/sharedStrings.xml', (xml) => xml.replace('>客户经理</t>', '>甲乙丙丁栏</t>'))
      const path = join(folder, `支行${String(k).padStart(2, '0')}.xlsx`)
      writeFileSync(path, file)
      files.push(path)
    }
    writeFileSync(join(folder, '坏文件.xlsx'), new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))
    const output = join(folder, '汇总.xlsx')
    const { code, out } = await command(['merge', ...files, join(folder, '坏文件.xlsx'), '-o', output])
    expect(code).toBe(1)
    const sheets = await sheetsOf(readFileSync(output))
    const loans = sheets.get(sheetNames.loans)
    const cells = new Set(cellsOf(loans))
    for (let k = 0; k < 30; k++) {
      for (let n = 0; n < 5; n++) {
        if (k === 7 && n === 4) continue
        const balance = k === 4 && n === 2 ? '约五万左右' : String(50_000 + 1000 * k + n)
        expect(cells).toContain(balance)
        expect(cells).toContain(`客户${k}之${n}有限公司`)
      }
      expect(cells).toContain(`支行${String(k).padStart(2, '0')}.xlsx`)
    }
    // what could not be read stands as it was written
    expect(cells).toContain('2027-13-45')
    const kept = cellsOf(sheets.get('贷后·未并入内容'))
    expect(kept.filter((text) => text === '甲乙丙丁栏')).toHaveLength(5)
    expect(kept.filter((text) => text === '经理10')).toHaveLength(5)
    expect(kept).toContain('987654')
    const told = cellsOf(sheets.get('贷后·合并说明')).join(' ')
    for (const words of [
      '支行03.xlsx 借据台账 J4 “到期日”的“2027-13-45”认不出',
      '支行04.xlsx 借据台账 H5 “贷款余额”的“约五万左右”认不出',
      '支行07.xlsx 借据台账 第 7 行 借据号与“支行06.xlsx”第',
      '支行08.xlsx 借据台账 第 3 行 没有借据号',
      '支行10.xlsx 借据台账  没有必填列“客户经理”',
      '坏文件.xlsx',
      '支行12.xlsx 借据台账 第 8 行 没有并入',
    ])
      expect(told).toContain(words)
    expect(out).toContain('模板第 1 版')
    expect(out).toContain('模板第 2 版')
    expect(out).toContain('模板第 3 版')
  }, 300_000)
})

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

  test('are used by check, and upgrade writes the verdict beside each rule', async () => {
    const filled = { 借据: { rows: [loan(1, 1)], asOf } }
    const { bytes } = await writeTemplate(policy, codec, { issued: asOf, ready: small, settings, filled })
    const path = join(folder, '设定.xlsx')
    writeFileSync(path, bytes)
    const { out } = await command(['check', path])
    expect(out).toContain('OWN-1')
    const output = join(folder, '新版.xlsx')
    expect((await command(['upgrade', path, '-o', output])).code).toBe(1)
    const rules = (await sheetsOf(readFileSync(output))).get(sheetNames.ownRules)
    expect(rules && textAt(rules, 3, 9)).toBe('已采用')
    expect(rules && textAt(rules, 4, 9)).toContain('贷款馀额')
  })
})

test('a template is written once; over a file that is there only when told', async () => {
  const output = join(folder, '模板.xlsx')
  expect((await command(['template', '-o', output, '--rows', '100'])).code).toBe(0)
  expect((await command(['template', '-o', output])).code).toBe(2)
  expect((await command(['template', '-o', '模板.docx'])).code).toBe(2)
  expect((await command(['merge', '-o', output])).log).toContain('请写明')
})

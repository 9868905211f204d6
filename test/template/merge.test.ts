import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { builtInPolicy, type Policy } from '@postloan/core/policy'
import { numberAt, type Sheet, textAt } from '@postloan/core/table'
import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { sheetNames, type TemplateOptions, writeTemplate } from '@postloan/core/workbook/template'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { runForTests, type Ran } from '../../core/src/cli/runForTests.ts'
import { sdkErrors } from '../annotate/packages.ts'
import { dropSheet, editPart, noteOn, renameSheet, typeInto } from './editCells.ts'
import { officerLoan } from './officerLoan.ts'

const codec = nodeCodec()
const asOf = 20_757
const folder = mkdtempSync(join(tmpdir(), 'postloan-merge-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Today's policy, and as it was two versions before: fewer columns, other values, rules that have come since and one that went. */
const older: Policy = {
  ...builtInPolicy,
  version: '0.9.0',
  fields: builtInPolicy.fields.filter(
    ({ name }) => !['征信授权到期日', '缺失资料', '观察期届满日'].includes(name),
  ),
  parameters: builtInPolicy.parameters.map((parameter) =>
    parameter.name === '首次检查天数'
      ? { ...parameter, values: parameter.values.map((one) => ({ ...one, value: 45 })) }
      : parameter,
  ),
  rules: builtInPolicy.rules
    .filter(({ id }) => id !== 'ARC-001')
    .map((rule) => (rule.id === 'DQ-010' ? { ...rule, id: 'DQ-099' } : rule)),
}
const oldest: Policy = {
  ...older,
  version: '0.8.0',
  fields: older.fields.filter(({ name }) => name !== '整改状态'),
}
const versions = [oldest, older, builtInPolicy]

const ownRule = (id: string, name: string) => ({
  row: 4,
  parts: {
    id,
    name,
    table: '',
    applies: '',
    when: '贷款余额 > 40000',
    severity: '提示',
    message: `${name} {贷款余额}`,
    remedy: '复核',
    source: '本行办法',
  },
})
const setting = (value: number) => ({ parameter: '首次检查天数', at: 0, value, cell: 'D4' })

/** What the k-th officer did to the file, beside filling it; rows are typed from row 3. */
const deeds: Readonly<Record<number, (file: Uint8Array) => Uint8Array>> = {
  3: (file) => typeInto(file, sheetNames.loans, { J4: '2027-13-45' }),
  4: (file) => typeInto(file, sheetNames.loans, { H5: '约五万左右' }),
  // the same loan as another officer's, typed in full width and small letters
  7: (file) => typeInto(file, sheetNames.loans, { A7: 'ｊｋ06-000 ' }),
  8: (file) => typeInto(file, sheetNames.loans, { A3: null }),
  9: (file) => renameSheet(file, sheetNames.loans, '十月台账'),
  10: (file) =>
    editPart(file, 'xl/sharedStrings.xml', (xml) => xml.replace('>客户经理</t>', '>甲乙丙丁栏</t>')),
  // a column of the officer's own beside the table
  11: (file) => typeInto(file, sheetNames.loans, { CQ2: '我的备注', CQ3: '已电话沟通', CQ6: '下周去' }),
  12: (file) => typeInto(file, sheetNames.loans, { A8: '合计', H8: 987_654 }),
  // pasted over: texts where numbers and days are asked for
  13: (file) =>
    typeInto(file, sheetNames.loans, {
      G3: '1,213,000.50',
      I3: '2026/3/5',
      J3: '20280305',
      K3: '5.22%',
      N3: ' 关注 ',
    }),
  // a column deleted: header and cells are gone
  14: (file) =>
    typeInto(file, sheetNames.loans, { B2: null, B3: null, B4: null, B5: null, B6: null, B7: null }),
  // half filled, with a gap
  15: (file) => typeInto(file, sheetNames.loans, { C3: '91330000MA00000000', A12: 'JK15-GAP', H12: 151_515 }),
  18: (file) =>
    typeInto(file, sheetNames.report, { B2: 'JK18-001', B20: '主营收入下降一成', B25: '继续观察' }),
  19: (file) => noteOn(file, sheetNames.loans, 'H4', '客户说月底还 <一半>'),
  21: (file) => renameSheet(file, '押品', '抵押物明细'),
  22: (file) => dropSheet(file, sheetNames.parameters),
  24: (file) => typeInto(file, sheetNames.loans, { A4: 'JK24-000' }),
  26: (file) => typeInto(file, sheetNames.ownRules, { A4: 'OWN-7', B4: '没写完的' }),
  27: (file) => renameSheet(file, sheetNames.parameters, '参数'),
}

const more: Readonly<Record<number, Partial<TemplateOptions>>> = {
  16: { settings: { settings: [setting(25)], rules: [ownRule('OWN-1', '大额')] } },
  17: { settings: { settings: [setting(20)], rules: [ownRule('OWN-1', '另一条')] } },
  20: { lists: [{ name: '', header: ['备忘'], rows: [['给李某打电话 0571']] }] },
  23: { settings: { settings: [], rules: [ownRule('OWN-1', '大额')] } },
  27: { settings: { settings: [setting(28)], rules: [] } },
}

function registersOf(k: number): TemplateOptions['filled'] {
  if (k !== 21) return {}
  const row = (more_: readonly (readonly [string, string | number])[]) =>
    new Map([['loanNo', 'JK21-000'], ['customerName', '客户21之0有限公司'], ...more_])
  return {
    押品: {
      rows: [
        row([
          ['collateralId', 'YP-21-A'],
          ['latestValuation', 7_654_321],
        ]),
      ],
    },
    保证人: { rows: [row([['guarantorName', '某某担保公司']])] },
  }
}

async function sheetsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Sheet>> {
  const opening = await openWorkbook(bytes, 'x.xlsx', codec)
  if (!opening.ok) throw new Error(opening.error.message)
  return new Map(opening.workbook.sheets.map((sheet) => [sheet.name, sheet]))
}

function rowsOf(sheet: Sheet | undefined): readonly (readonly (string | number)[])[] {
  if (!sheet) return []
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_unused, column) => {
      const number = numberAt(sheet, row, column)
      return textAt(sheet, row, column) ?? (Number.isNaN(number) ? '' : number)
    }),
  )
}

describe('thirty filled templates of three versions', () => {
  let ran: Ran
  let merged: ReadonlyMap<string, Sheet>
  let bytes: Uint8Array
  const output = join(folder, '汇总.xlsx')
  const told = (): string =>
    rowsOf(merged.get('贷后·合并说明'))
      .map((row) => row.join(' '))
      .join('\n')

  beforeAll(async () => {
    const branch = join(folder, '支行')
    mkdirSync(branch)
    for (let k = 0; k < 30; k++) {
      const rows = Array.from({ length: 5 }, (_, n) => officerLoan(k, n))
      if (k % 5 === 1) rows.reverse()
      const written = await writeTemplate(versions[k % 3] ?? builtInPolicy, codec, {
        issued: asOf,
        ready: { loans: 12, register: 6 },
        filled: { 借据: { rows, asOf }, ...registersOf(k) },
        ...more[k],
      })
      let file = written.bytes
      if (k === 20) file = renameSheet(file, '贷后·', '备忘录')
      file = deeds[k]?.(file) ?? file
      writeFileSync(join(branch, `支行${String(k).padStart(2, '0')}.xlsx`), file)
    }
    writeFileSync(join(branch, '坏文件.xlsx'), new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))
    ran = await runForTests('merge', branch, '-o', output)
    bytes = new Uint8Array(readFileSync(output))
    merged = await sheetsOf(bytes)
  }, 300_000)

  test('are one valid workbook, and the command says there is something to look at', async () => {
    expect(ran.log).toBe('')
    expect(ran.code).toBe(1)
    expect([...(await sdkErrors(bytes))]).toEqual([])
  })

  test('nothing that was typed is lost', () => {
    const all = new Set([...merged.values()].flatMap((sheet) => rowsOf(sheet).flat()).map(String))
    const missing: string[] = []
    const expectCell = (value: string | number): void => {
      if (!all.has(String(value))) missing.push(String(value))
    }
    for (let k = 0; k < 30; k++) {
      expectCell(`支行${String(k).padStart(2, '0')}.xlsx`)
      for (let n = 0; n < 5; n++) {
        if (!(k === 4 && n === 2)) expectCell(50_000 + 1000 * k + n)
        if (k !== 14) expectCell(`客户${k}之${n}有限公司`)
        if (!(k === 7 && n === 4) && !(k === 8 && n === 0) && !(k === 24 && n === 1))
          expectCell(`JK${String(k).padStart(2, '0')}-${String(n).padStart(3, '0')}`)
      }
    }
    const others: readonly (readonly (string | number)[])[] = [
      ['2027-13-45', '约五万左右', '我的备注', '已电话沟通', '下周去', 987_654, '甲乙丙丁栏', '经理10'],
      [1_213_000.5, 5.22, '关注', '91330000MA00000000', 'JK15-GAP', 151_515],
      ['主营收入下降一成', '继续观察', 'JK18-001', '客户说月底还 <一半>', '给李某打电话 0571'],
      ['YP-21-A', 7_654_321, '某某担保公司', 'OWN-1', 'OWN-7', '没写完的', '大额', '另一条'],
    ]
    for (const value of others.flat()) expectCell(value)
    expect(missing).toEqual([])
  })

  test.each([
    ['a day that is none', '支行03.xlsx 借据台账 J4 “到期日”的“2027-13-45”认不出'],
    ['a word in an amount', '支行04.xlsx 借据台账 H5 “贷款余额”的“约五万左右”认不出'],
    ['a loan in two files', '支行07.xlsx 借据台账 A7 借据号与“支行06.xlsx”借据台账 A'],
    ['a loan twice in one file', '支行24.xlsx 借据台账 A4 借据号与“支行24.xlsx”借据台账 A3 相同'],
    ['a loan without a number', '支行08.xlsx 借据台账 A3 没有借据号'],
    ['a header written over', '支行10.xlsx 借据台账  没有必填列“客户经理”'],
    ['a column deleted', '支行14.xlsx 借据台账  没有必填列“客户名称”'],
    ['a total under the list', '支行12.xlsx 借据台账 第 8 行 没有并入'],
    ['a sheet of notes', '支行20.xlsx 备忘录  这张表没有并入'],
    ['a sheet deleted', '支行22.xlsx 规则参数  这张表没有了'],
    ['a parameter set otherwise', '支行17.xlsx 规则参数 D'],
    ['another rule of the same number', '支行17.xlsx 自定义规则 A4 编号“OWN-1”在“支行16.xlsx”中是另一条规则'],
    ['a rule not finished', '支行26.xlsx 自定义规则 E4 “条件”没有填'],
    ['a file that cannot be read', '坏文件.xlsx'],
  ])('%s is told with file, sheet and cell', (_, words) => {
    expect(told()).toContain(words)
  })

  test('what is written right in another way is no problem', () => {
    expect(told()).not.toMatch(/支行(?:00|01|02|05|09|11|13|19|21|23|25|28|29)\.xlsx/)
  })

  test('each row has the file, the sheet and the row it comes from', () => {
    const rows = rowsOf(merged.get(sheetNames.loans))
    const from = (balance: number) => rows.find((row) => row.includes(balance))?.slice(-3)
    expect(from(50_000)).toEqual(['支行00.xlsx', '借据台账', 3])
    expect(from(59_004)).toEqual(['支行09.xlsx', '十月台账', 7])
    // sorted the other way round
    expect(from(51_000)).toEqual(['支行01.xlsx', '借据台账', 7])
  })

  test('the settings are carried: the first, each rule once, and what is said of it beside it', () => {
    const rules = rowsOf(merged.get(sheetNames.ownRules))
      .slice(3)
      .filter((row) => row[0] !== '')
    expect(rules.map((row) => [row[0], row[1], row[9]])).toEqual([
      ['OWN-1', '大额', '已采用'],
      ['OWN-1', '另一条', expect.stringContaining('是另一条规则')],
      ['OWN-7', '没写完的', expect.stringContaining('没有填')],
    ])
    const set = rowsOf(merged.get(sheetNames.parameters)).find((row) => row[0] === '首次检查天数')
    // the strictest of 25, 20 and 28
    expect(set?.[3]).toBe(20)
  })

  test('the three versions are told, and no formula is among what was carried', () => {
    for (const k of [0, 1, 2]) expect(ran.out).toContain(`支行0${k}.xlsx`)
    expect(strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())).not.toContain('#REF!')
  })
})

test('an upgrade puts the forms back, keeps settings and notes, and says what changed', async () => {
  const written = await writeTemplate(oldest, codec, {
    issued: asOf,
    ready: { loans: 12, register: 6 },
    filled: { 借据: { rows: [officerLoan(1, 0), officerLoan(1, 1)], asOf } },
    settings: { settings: [setting(20)], rules: [ownRule('OWN-1', '大额')] },
  })
  let file = typeInto(written.bytes, sheetNames.report, { B2: 'JK01-001', B20: '订单稳定' })
  file = typeInto(file, sheetNames.score, { B2: 'JK01-000', D6: '无异常', G6: '走访核实' })
  file = noteOn(file, sheetNames.loans, 'H3', '等回单')
  const path = join(folder, '旧.xlsx')
  writeFileSync(path, file)
  const output = join(folder, '新.xlsx')
  const { code, out } = await runForTests('upgrade', path, '-o', output)
  expect(code).toBe(0)
  for (const words of [
    '策略  postloan 0.8.0 → postloan 1.0.0',
    '新增的列  借据台账：整改状态、缺失资料、征信授权到期日',
    '参数默认值  首次检查天数：45 → 30',
    '规则  新增 ARC-001',
    '规则  不再有 DQ-099',
  ])
    expect(out.replaceAll('观察期届满日、', '')).toContain(words)
  const sheets = await sheetsOf(new Uint8Array(readFileSync(output)))
  const report = rowsOf(sheets.get(sheetNames.report))
  expect(report[1]?.[1]).toBe('JK01-001')
  expect(report.find((row) => row[0] === '经营与收入')?.[1]).toBe('订单稳定')
  const score = rowsOf(sheets.get(sheetNames.score)).find((row) => row[0] === 1)
  expect([score?.[3], score?.[6]]).toEqual(['无异常', '走访核实'])
  expect(rowsOf(sheets.get('贷后·单元格批注'))).toContainEqual(['旧.xlsx', '借据台账', 'H3', '等回单'])
  expect(rowsOf(sheets.get('贷后·升级说明')).flat()).toContain('首次检查天数：45 → 30')
  expect(rowsOf(sheets.get(sheetNames.parameters)).find((row) => row[0] === '首次检查天数')?.[3]).toBe(20)
})

import { builtInPolicy } from '@postloan/core/policy'
import { CellKind, kindAt, numberAt, type Sheet, textAt } from '@postloan/core/table'
import { openWorkbook, webCodec } from '@postloan/core/workbook'
import { sheetNames, writeTemplate, type WrittenSettings } from '@postloan/core/workbook/template'
import { expect, test } from 'vitest'

import type { MemoryCell, MemorySheetInit } from '../excel/index.ts'
import { createMemorySession, keepInMemory } from './memorySession.ts'

const asOf = 20_757
const rule = {
  id: 'OWN-1',
  name: '大额关注',
  table: '',
  applies: '',
  when: '贷款余额 > 40000 and 五级分类 = "正常"',
  severity: '严重',
  message: '余额 {贷款余额} 元',
  remedy: '逐笔复核',
  source: '本行办法第 1 条',
}
const settings: WrittenSettings = {
  settings: [
    { parameter: '首次检查天数', at: 0, value: 10, cell: '' },
    { parameter: '归档期限', at: 0, value: 10_000, cell: '' },
  ],
  rules: [
    { row: 4, parts: rule },
    { row: 5, parts: { ...rule, id: 'OWN-2', when: '贷款馀额 > 1' } },
  ],
}
const loan = new Map<string, string | number>([
  ['loanNo', 'JK-001'],
  ['customerName', '东江食品有限公司'],
  ['productType', '流动资金贷款'],
  ['loanAmount', 100_000],
  ['balance', 50_000],
  ['disburseDate', 46_313],
  ['maturityDate', 46_692],
  ['fiveClass', '正常'],
])

/** Those that the sums and forms stand on are not read here. */
const wanted: readonly string[] = [
  sheetNames.loans,
  sheetNames.parameters,
  sheetNames.ownRules,
  sheetNames.record,
]

async function templateFile(written: WrittenSettings | null): Promise<Uint8Array> {
  const { bytes } = await writeTemplate(builtInPolicy, webCodec(), {
    issued: asOf,
    ready: { loans: 4, register: 2 },
    filled: { 借据: { rows: [loan], asOf } },
    ...(written ? { settings: written } : {}),
  })
  return bytes
}

/** The template as Excel would hold it. */
async function filledTemplate(written: WrittenSettings | null): Promise<readonly MemorySheetInit[]> {
  const bytes = await templateFile(written)
  const opening = await openWorkbook(bytes, '台账.xlsx', webCodec())
  if (!opening.ok) throw new Error(opening.error.message)
  return opening.workbook.sheets.flatMap((sheet) =>
    wanted.includes(sheet.name)
      ? [
          {
            name: sheet.name,
            state: sheet.state,
            rows: Array.from({ length: sheet.rowCount }, (_row, row) =>
              Array.from({ length: sheet.columnCount }, (_column, column) => cellOf(sheet, row, column)),
            ),
          },
        ]
      : [],
  )
}

function cellOf(sheet: Sheet, row: number, column: number): MemoryCell | string | null {
  const kind = kindAt(sheet, row, column)
  if (kind === CellKind.date) return { value: numberAt(sheet, row, column), format: 'yyyy/m/d' }
  if (kind === CellKind.number) return { value: numberAt(sheet, row, column) }
  return textAt(sheet, row, column)
}

test('what is set in the workbook is judged by, unsigned, and mistakes are told with their cell', async () => {
  const { session } = await createMemorySession(await filledTemplate(settings))
  await session.recognise()
  const { policy } = session.getState()
  expect(policy?.settings?.pack?.signedBy).toBeNull()
  expect(policy?.settings?.problems).toEqual([
    { place: expect.stringMatching(/^规则参数 D\d+$/), message: expect.stringContaining('比策略宽松') },
    { place: '自定义规则 E5', message: expect.stringContaining('贷款馀额') },
  ])
  await session.check()
  const { result } = session.getState()
  expect(result?.lines.rules).toContain('OWN-1')
  expect(result?.notes.filter(({ code }) => code === 'templateSetting')).toHaveLength(2)
  const inForce = await session.policy()
  const values = (name: string): unknown =>
    inForce.parameters.find((one) => one.name === name)?.values.map(({ value }) => value)
  expect(values('首次检查天数')).toContain(10)
  expect(values('归档期限')).not.toContain(10_000)
})

test('a setting that is written while the checks run live holds from then on, and goes with its row', async () => {
  const { session, port } = await createMemorySession(await filledTemplate(settings))
  await session.setSettings({ liveDelay: 1 })
  await session.check()
  await session.setLive(true)
  const rules = port.sheet('自定义规则')
  rules.rows[3] = []
  port.emit({ kind: 'cells', sheet: rules.id, area: { top: 3, bottom: 4, left: 0, right: 10 } })
  await expect
    .poll(() => session.getState().result?.lines.rules.includes('OWN-1'), { timeout: 20_000 })
    .toBe(false)
  expect(session.getState().policy?.ruleCount).toBe(builtInPolicy.rules.length)
})

test('a template in which nothing is set, and a workbook that is none, are judged by the policy alone', async () => {
  const { session } = await createMemorySession(await filledTemplate(null))
  await session.recognise()
  expect(session.getState().policy?.settings).toBeNull()
  expect(session.getState().reading?.tables[0]?.rowCount).toBe(1)
})

test('the month before may be a template; what was set in it is not judged by this month', async () => {
  const { session } = await createMemorySession(await filledTemplate(null))
  await session.check()
  await session.takePrevious('上期.xlsx', await templateFile(settings))
  const { previous, policy, result } = session.getState()
  expect(previous).toMatchObject({ loans: 1, joined: { matched: 1 } })
  expect(policy?.settings).toBeNull()
  expect(result?.lines.rules).not.toContain('OWN-1')
})

test("a pack's own list is asked of its loans, and its name is offered", async () => {
  const pack = {
    document: 'postloan.policy',
    format: 1,
    id: 'tea-branch',
    title: '茶乡支行',
    version: '1',
    issuer: '茶乡支行',
    level: '分行',
    checklists: [
      {
        id: 'tea',
        name: '茶产业贷款',
        source: '本行茶产业贷款管理办法',
        items: [{ id: 'garden', text: '茶园面积与权属', answer: 'text' }],
      },
    ],
  }
  const { session } = await createMemorySession(await filledTemplate(null), { storage: keepInMemory() })
  await session.check()
  const offer = await session.readPack('茶.postloan.json', new TextEncoder().encode(JSON.stringify(pack)))
  expect(offer.problems).toEqual([])
  await session.takePack(offer)
  const { result } = session.getState()
  expect(result?.loanTypes.map(({ id }) => id)).toContain('tea')
  const list = await session.checklist({ table: 0, row: 0 })
  const item = list?.items.find(({ id }) => id === 'tea/garden')
  expect(item?.text).toBe('茶园面积与权属')
  const [source] = item?.sources ?? []
  expect(JSON.stringify(source)).toContain('本行茶产业贷款管理办法')
})

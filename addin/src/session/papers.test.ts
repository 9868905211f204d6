import { openWorkbook, webCodec } from '@postloan/core/workbook'
import { expect, test } from 'vitest'

import { MemoryPort } from '../excel/index.ts'
import { messyLedger } from './ledgerForTests.ts'
import { createMemorySession } from './memorySession.ts'

const place = { table: 0, row: 0 }
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a tick stays in the workbook with name and day, and is there when it is opened again', async () => {
  const { session, port } = await createMemorySession([messyLedger()], { today: '2026-11-02' })
  await session.check()
  const list = await session.checklist(place)
  const item = list?.items.find(({ state, wants }) => state === 'open' && wants === 'tick')
  await session.tick({ place, choice: {}, item: item?.id ?? '', ticked: true, by: '周敏' })
  const again = await createMemorySession([], { port })
  await again.session.check()
  const found = (await again.session.checklist(place))?.items.find(({ id }) => id === item?.id)
  expect(found).toMatchObject({
    state: 'answered',
    answer: { by: '周敏', on: '2026-11-02', verdict: 'fine' },
  })

  await again.session.tick({ place, choice: {}, item: item?.id ?? '', ticked: false, by: '周敏' })
  expect(port.store).toBeNull()
})

test('a loan that cannot be told from another is not ticked, and that is said', async () => {
  const ledger = messyLedger()
  const rows = ledger.rows.map((row, at) => (at === 3 ? ['JJ2025001', ...row.slice(1)] : row))
  const { session, port } = await createMemorySession([{ ...ledger, rows }])
  await session.check()
  const item = (await session.checklist(place))?.items[0]?.id ?? ''
  await session.tick({ place, choice: {}, item, ticked: true, by: '周敏' })
  expect(session.getState().messages.map(({ code }) => code)).toContain('notTicked')
  expect(port.store).toBeNull()
})

test('the month before is read from a file and compared with; a file that is no ledger is refused', async () => {
  const { session } = await createMemorySession([messyLedger()])
  await session.check()
  await session.takePrevious('备忘.csv', bytesOf('事项,日期\n开会,2026-09-01\n'))
  expect(session.getState()).toMatchObject({ previous: null, messages: [{ code: 'previousRefused' }] })

  const september =
    '数据日期,借据号,客户名称,贷款金额,贷款余额,发放日期,到期日期,五级分类\n' +
    '2026-09-30,JJ2025001,宏远精工机械有限公司,6000000,5200000,2025-01-01,2025-12-31,正常\n' +
    '2026-09-30,JJ2024099,东江食品有限公司,900000,800000,2024-01-01,2027-12-31,正常\n'
  await session.takePrevious('九月.csv', bytesOf(september))
  expect(session.getState().previous).toMatchObject({
    fileName: '九月.csv',
    loans: 2,
    joined: { matched: 1, gone: 1 },
  })
  await session.dropPrevious()
  expect(session.getState().previous).toBeNull()
})

test('the standard workbook is opened beside this one, or handed back where this Excel cannot', async () => {
  const { session, port } = await createMemorySession([messyLedger()])
  expect(await session.newTemplate()).toBeNull()
  const opened = await openWorkbook(port.created[0] ?? new Uint8Array(), '模板.xlsx', webCodec())
  expect(opened.ok && opened.workbook.sheets.some(({ name }) => name === '借据台账')).toBe(true)

  const old = new MemoryPort([messyLedger()], { features: { newWorkbook: false } })
  const handed = await (await createMemorySession([], { port: old })).session.newTemplate()
  expect(handed?.fileName).toBe('贷后管理标准台账（2026-11-02）.xlsx')
  expect(old.created).toEqual([])
})

test('documents are looked at, made one or many, and stopped between two', async () => {
  const ledger = messyLedger()
  const overdue = (row: (typeof ledger.rows)[number]) =>
    row.map((cell, at) => (at === 5 ? '正常' : at === 6 ? 120 : cell))
  const rows = ledger.rows.map((row, at) => (at >= 3 && at <= 4 ? overdue(row) : row))
  const { session } = await createMemorySession([{ ...ledger, rows }])
  expect(await session.documentGroups()).toBeNull()
  await session.check()
  const groups = await session.documentGroups()
  expect(groups?.map(({ name }) => name)).toContain('风险预警通知书')
  const orders = await session.documentOrders('贷后检查清单', 'serious', null)
  expect(orders.length).toBeGreaterThan(1)
  const [first] = orders
  const preview = first ? await session.previewDocument(first) : null
  expect(preview?.fileName).toMatch(/^贷后检查清单-.*\.docx$/)
  expect(await session.documentOrders('风险预警通知书', 'loan', place)).toHaveLength(1)
  expect((await session.makeDocuments(orders))?.fileName).toBe(`贷后文书-2026-10-31-${orders.length}份.zip`)

  const making = session.makeDocuments(orders)
  session.cancel()
  expect(await making).toBeNull()
  expect(session.getState().busy).toBeNull()
})

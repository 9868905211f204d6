import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { MemoryPort } from '../excel/index.ts'
import { ledgerWidth, longLedger } from './ledgerForTests.ts'
import { createMemorySession, keepInMemory } from './memorySession.ts'
import type { Session } from './types.ts'

/** What a person does to the sheet, whether our columns are there or not. */
type Action =
  | { readonly kind: 'edit'; readonly row: number; readonly column: number; readonly value: string | number }
  | { readonly kind: 'insert' | 'delete'; readonly row: number; readonly count: number }
  | { readonly kind: 'sort'; readonly column: number }
  | { readonly kind: 'reopen' | 'flag' }

const LOANS = 24
const anyRow = fc.integer({ min: 2, max: LOANS + 1 })
const column = fc.integer({ min: 0, max: ledgerWidth - 1 })
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      row: anyRow,
      column,
      value: fc.oneof(
        fc.constantFrom('', '正常', '损失', '=1+1', '2026-13-01'),
        fc.integer({ min: 0, max: 47_000 }),
      ),
    }),
  },
  fc.record({
    kind: fc.constantFrom('insert' as const, 'delete' as const),
    row: anyRow,
    count: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('sort' as const), column }),
  fc.record({ kind: fc.constantFrom('reopen' as const, 'flag' as const) }),
)

function act(port: MemoryPort, done: Action): void {
  const sheet = port.sheet('借据')
  if (done.kind === 'edit') sheet.put(done.row, done.column, done.value)
  if (done.kind === 'insert') sheet.insertRows(done.row, done.count)
  if (done.kind === 'delete') sheet.deleteRows(done.row, done.count)
  if (done.kind === 'sort') {
    const area = { top: 2, bottom: sheet.rowCount, left: 0, right: Math.max(ledgerWidth, sheet.columnCount) }
    sheet.sort(area, done.column)
  }
  if (done.kind !== 'reopen' && done.kind !== 'flag') port.emit({ kind: 'structure', sheet: sheet.id })
}

const dump = (port: MemoryPort): string => JSON.stringify(port.sheets.map((sheet) => sheet.dump()))

test('whatever is done to a flagged ledger, clearing leaves what the same would have left without us', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
      const marked = new MemoryPort([longLedger(LOANS)])
      const plain = new MemoryPort([longLedger(LOANS)])
      const storage = keepInMemory()
      let { session } = await createMemorySession([], { port: marked, storage })
      await session.flag()
      for (const done of actions) {
        act(marked, done)
        act(plain, done)
        if (done.kind === 'reopen')
          session = (await createMemorySession([], { port: marked, storage })).session
        if (done.kind === 'flag') await session.flag()
      }
      await session.clear({ keepEdited: false })
      expect(dump(marked)).toBe(dump(plain))
      expect(marked.store).toBeNull()
    }),
    { numRuns: 20 },
  )
})

test('what a person wrote in our columns stays on flagging again, and on clearing where that is wanted', async () => {
  const { session, port } = await createMemorySession([longLedger(LOANS)])
  await session.flag()
  const sheet = port.sheet('借据')
  const at = sheet.rows[1]?.findIndex((cell) => cell?.value === '贷后·整改措施') ?? -1
  sheet.put(2, at, '已与客户约定还款')
  port.emit({ kind: 'cells', sheet: sheet.id, area: { top: 2, bottom: 3, left: at, right: at + 1 } })
  await session.flag()
  expect(sheet.rows[2]?.[at]?.value).toBe('已与客户约定还款')
  expect((await session.findEdited()).map(({ row: line, text }) => [line, text])).toEqual([
    [3, '已与客户约定还款'],
  ])
  await session.clear({ keepEdited: true })
  expect(sheet.rows[1]?.slice(ledgerWidth).map((cell) => cell?.value)).toContain('贷后·整改措施')
  expect(sheet.rows[2]?.[at]?.value).toBe('已与客户约定还款')
  expect(sheet.rows[3]?.slice(ledgerWidth).filter((cell) => cell !== undefined)).toEqual([])
  await session.clear({ keepEdited: false })
  expect(sheet.columnCount).toBe(ledgerWidth)
})

/** Sorting by the arrow of a filter, or a table: what stands beside it stays where it is. */
async function sortedBeside(): Promise<{
  readonly session: Session
  readonly port: MemoryPort
  readonly at: number
}> {
  const { session, port } = await createMemorySession([longLedger(LOANS)])
  await session.flag()
  const sheet = port.sheet('借据')
  const at = sheet.rows[1]?.findIndex((cell) => cell?.value === '贷后·整改措施') ?? -1
  sheet.put(2, at, '已与客户约定还款')
  for (const [i, row] of sheet.rows.slice(2).entries()) if (row[0]) row[6] = { value: LOANS - i }
  sheet.sort({ top: 2, bottom: 2 + LOANS, left: 0, right: ledgerWidth }, 6)
  port.emit({ kind: 'structure', sheet: sheet.id })
  return { session, port, at }
}

const rowOf = (port: MemoryPort, loan: string): number =>
  port.sheet('借据').rows.findIndex((row) => row[0]?.value === loan)

test('what a person wrote goes along with its loan where only the loans were sorted', async () => {
  const { session, port, at } = await sortedBeside()
  const now = rowOf(port, 'JJ202600000')
  expect(now).not.toBe(2)
  await session.flag()
  const texts = port.sheet('借据').rows.map((row) => row[at]?.value)
  expect(texts[now]).toBe('已与客户约定还款')
  expect(texts.filter((text) => text === '已与客户约定还款')).toHaveLength(1)
})

test('and stays with it when everything else of ours is cleared', async () => {
  const { session, port, at } = await sortedBeside()
  await session.clear({ keepEdited: true })
  const texts = port.sheet('借据').rows.map((row) => row[at]?.value ?? '')
  const now = rowOf(port, 'JJ202600000')
  expect(texts.flatMap((text, row) => (text === '' ? [] : [[row, text]]))).toEqual([
    [1, '贷后·整改措施'],
    [now, '已与客户约定还款'],
  ])
})

test.each([
  ['protected', 'protected'],
  ['readOnly', 'readOnly'],
] as const)('a workbook that is %s keeps all its cells, and the way out is told', async (how, code) => {
  const { session, port } = await createMemorySession([longLedger(LOANS)])
  if (how === 'protected') port.sheet('借据').isProtected = true
  else port.readOnly = true
  const before = dump(port)
  await session.flag()
  expect(dump(port)).toBe(before)
  const [message] = session.getState().messages
  expect(message).toMatchObject({ intent: 'error', code })
  expect(message?.action).not.toBeNull()
})

test.each(['gone', 'editing', 'tooLarge', 'accessDenied'] as const)(
  'a write that breaks off (%s) is said, and writing again or clearing puts it right',
  async (code) => {
    for (const write of [1, 4, 20, 60]) {
      const { session, port } = await createMemorySession([longLedger(LOANS)])
      const before = dump(port)
      port.failAt = { write, code }
      await session.flag()
      expect(session.getState().messages.map((one) => one.code)).toEqual([code])
      port.failAt = null
      await session.flag()
      expect(session.getState().messages.map((one) => one.code)).toEqual(['flagged'])
      await session.clear({ keepEdited: false })
      expect(dump(port)).toBe(before)
    }
  },
)

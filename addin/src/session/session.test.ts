import { expect, test } from 'vitest'

import { messyLedger } from './ledgerForTests.ts'
import { createMemorySession } from './memorySession.ts'

test('a ledger is recognised, checked, flagged and cleared, and the workbook is as it was', async () => {
  const { session, port } = await createMemorySession([messyLedger()])
  const before = JSON.stringify(port.sheets.map((sheet) => sheet.dump()))
  await session.check()
  const { result, messages } = session.getState()
  expect(messages).toEqual([])
  expect(result?.counts.rows).toBe(4)
  expect(result?.counts.bySeverity.serious).toBeGreaterThan(0)
  expect(JSON.stringify(port.sheets.map((sheet) => sheet.dump()))).toBe(before)

  await session.flag()
  expect(session.getState().messages.map(({ code }) => code)).toEqual(['flagged'])
  expect(port.sheets.map(({ name }) => name)).toEqual(['借据', '贷后·检查结果', '贷后·发现清单'])
  const sheet = port.sheet('借据')
  expect(
    sheet.rows[1]?.map((cell) => cell?.value).filter((value) => String(value).startsWith('贷后')),
  ).toHaveLength(7)

  await session.clear({ keepEdited: false })
  expect(JSON.stringify(port.sheets.map((one) => one.dump()))).toBe(before)
  expect(port.store).toBeNull()
})

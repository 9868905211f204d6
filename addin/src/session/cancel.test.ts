import { expect, test } from 'vitest'

import { messyLedger } from './ledgerForTests.ts'
import { createMemorySession } from './memorySession.ts'
import type { Session, StepName } from './types.ts'

function cancelAt(session: Session, step: StepName): void {
  const stop = session.subscribe(() => {
    if (session.getState().busy?.step !== step) return
    stop()
    session.cancel()
  })
}

test.each(['read', 'recognise', 'plan', 'write'] as const)(
  'cancelled at %s: the workbook is as it was, the pane says so, and the next run is right',
  async (step) => {
    const { session, port } = await createMemorySession([messyLedger()])
    const workbook = (): string => JSON.stringify([port.sheets.map((sheet) => sheet.dump()), port.store])
    const before = workbook()
    cancelAt(session, step)
    await session.flag()
    expect(session.getState().messages.map(({ code }) => code)).toEqual(['cancelled'])
    expect(workbook()).toBe(before)

    await session.flag()
    expect(session.getState().messages.map(({ code }) => code)).toEqual(['flagged'])
    const { port: plain, session: other } = await createMemorySession([messyLedger()])
    await other.flag()
    expect(workbook()).toBe(JSON.stringify([plain.sheets.map((sheet) => sheet.dump()), plain.store]))
  },
)

test('a rewriting cancelled half-way is said to be one, and the next puts it right', async () => {
  const { session, port } = await createMemorySession([messyLedger()])
  await session.flag()
  const flagged = JSON.stringify(port.sheet('借据').dump())
  cancelAt(session, 'write')
  await session.flag()
  expect(session.getState().messages.map(({ code }) => code)).toEqual(['halfWritten'])
  await session.flag()
  expect(session.getState().messages.map(({ code }) => code)).toEqual(['flagged'])
  expect(JSON.stringify(port.sheet('借据').dump())).toBe(flagged)
})

import { SHIFT_1904 } from '@postloan/core/calendar'
import { ownColumns } from '@postloan/core/workbook/own'
import { expect, test } from 'vitest'

import { type MemoryCell, MemoryPort, type MemorySheetInit } from '../excel/index.ts'
import { messyLedger } from './ledgerForTests.ts'
import { createMemorySession } from './memorySession.ts'
import type { Session } from './types.ts'

/** The same ledger as a workbook holds it whose days count from 1904. */
function from1904(sheet: MemorySheetInit): MemorySheetInit {
  const early = (cell: MemoryCell): MemoryCell => ({ ...cell, value: Number(cell.value) - SHIFT_1904 })
  return {
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.map((cell) => (typeof cell === 'object' && cell !== null ? early(cell) : cell)),
    ),
  }
}

async function saidBy(session: Session): Promise<readonly string[]> {
  const { lines } = session.getState().result ?? {}
  const all = Array.from({ length: lines?.length ?? 0 }, (_, i) => i)
  const details = await Promise.all(all.map((i) => session.detail(i)))
  return all.map((i) => `${lines?.line(i).rule} ${JSON.stringify(details[i])}`)
}

/** The deadlines that stand in our column, as the workbook counts them. */
function deadlines(port: MemoryPort): readonly number[] {
  const { rows } = port.sheet('借据')
  const header = rows.findIndex((row) => row.some((cell) => cell?.value === ownColumns.deadline.title))
  const column = rows[header]?.findIndex((cell) => cell?.value === ownColumns.deadline.title) ?? -1
  return rows.slice(header + 1).flatMap((row) => {
    const value = row[column]?.value
    return typeof value === 'number' ? [value] : []
  })
}

test('a ledger whose days count from 1904 is told the same, and its deadlines are the same days', async () => {
  const usual = await createMemorySession([messyLedger()])
  const port = new MemoryPort([from1904(messyLedger())], { dateSystem: 1904 })
  const { session } = await createMemorySession([], { port })
  for (const one of [usual.session, session]) await one.flag()
  const said = await saidBy(session)
  expect(said.length).toBeGreaterThan(3)
  expect(said).toEqual(await saidBy(usual.session))
  expect(session.getState().messages.map(({ code }) => code)).toEqual(['flagged'])

  const expected = deadlines(usual.port).map((serial) => serial - SHIFT_1904)
  expect(expected.length).toBeGreaterThan(1)
  expect(deadlines(port)).toEqual(expected)

  // read again, nobody seems to have changed our cells
  expect(await session.findEdited()).toEqual([])
  await session.check()
  expect(await saidBy(session)).toEqual(said)
})

test('where Excel would not say how days are counted, the officer is told', async () => {
  const port = new MemoryPort([messyLedger()])
  const outline = await port.outline()
  port.outline = () => Promise.resolve({ ...outline, dateSystem: null })
  const { session } = await createMemorySession([], { port })
  await session.check()
  expect(session.getState().result?.counts.rows).toBe(4)
  expect(session.getState().messages.map(({ code }) => code)).toEqual(['noDateSystem'])
})

import { expect, test, vi } from 'vitest'

import { MemoryPort } from '../excel/index.ts'
import { messyLedger } from './ledgerForTests.ts'
import { createMemorySession } from './memorySession.ts'

async function flagged(port: MemoryPort) {
  const { session } = await createMemorySession([], { port })
  await session.flag()
  const sheet = port.sheet('借据')
  const measures = sheet.rows[1]?.findIndex((cell) => String(cell?.value) === '贷后·整改措施') ?? -1
  const write = (row: number, text: string): void => {
    const line = sheet.rows[row]
    if (line) line[measures] = { value: text }
    port.emit({
      kind: 'cells',
      sheet: sheet.id,
      area: { top: row, bottom: row + 1, left: measures, right: measures + 1 },
    })
  }
  const read = vi.spyOn(port, 'readSheet')
  return { session, sheet, measures, write, read, sheets: port.sheets.length }
}

test('clearing reads the workbook once where nobody changed a cell after the question', async () => {
  const { session, write, read, sheets, sheet, measures } = await flagged(new MemoryPort([messyLedger()]))
  write(2, '已电话催收')
  expect(await session.findEdited()).toHaveLength(1)
  await session.clear({ keepEdited: true })
  expect(read).toHaveBeenCalledTimes(sheets)
  expect(sheet.rows[2]?.[measures]?.value).toBe('已电话催收')
  expect(sheet.rows[3]?.[measures]).toBeUndefined()
})

test('what is written while the question stands is seen, with and without events', async () => {
  const heard = await flagged(new MemoryPort([messyLedger()]))
  await heard.session.findEdited()
  heard.write(3, '等抵押登记')
  await heard.session.clear({ keepEdited: true })
  expect(heard.read.mock.calls.length).toBeGreaterThan(heard.sheets)
  expect(heard.sheet.rows[3]?.[heard.measures]?.value).toBe('等抵押登记')

  const deaf = await flagged(new MemoryPort([messyLedger()], { features: { events: false } }))
  await deaf.session.findEdited()
  deaf.write(3, '等抵押登记')
  await deaf.session.clear({ keepEdited: true })
  expect(deaf.sheet.rows[3]?.[deaf.measures]?.value).toBe('等抵押登记')
})

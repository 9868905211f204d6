import { checkLedger } from '@postloan/core/check'
import { type Ledger, readLedger } from '@postloan/core/ledger'
import { builtInPolicy } from '@postloan/core/policy'
import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { expect, test } from 'vitest'

import { asWorkbook, headRows } from './asWorkbook.ts'
import { judge } from './judge.ts'
import { plants } from './plants.ts'
import { plantedPortfolio } from './portfolio.ts'
import type { SheetOfRows } from './sheets.ts'

async function read(fileName: string, day: string, sheets: readonly SheetOfRows[]): Promise<Ledger> {
  const opening = await openWorkbook(await asWorkbook(day, sheets), fileName, nodeCodec())
  if (!opening.ok) throw new Error(opening.error.message)
  return readLedger([opening.workbook], builtInPolicy)
}

test('one of each plant, written as two months’ workbooks and read back, gives just the same', async () => {
  const portfolio = plantedPortfolio({
    count: 3_000,
    seed: 7,
    plants: plants.map((plant) => ({ ...plant, count: 1 })),
  })
  const { now, before } = portfolio.sheets
  const ledger = await read('台账20261031.xlsx', '2026年10月31日', now)
  const previous = await read('台账20260930.xlsx', '2026年9月30日', before)
  expect(ledger.notTables).toEqual([])
  expect(ledger.tables.map(({ name, sheet, rowCount }) => [name, sheet, rowCount])).toEqual(
    now.map(({ table, sheet, rows }) => [table, sheet, rows.length]),
  )
  for (const table of ledger.tables) expect(table.sheetRows[0]).toBe(headRows + 1)
  const findings = checkLedger(ledger, { policy: builtInPolicy, previous }).findings()
  const { missed, extra } = judge(portfolio, findings)
  const words = (marks: typeof missed): string[] =>
    marks.slice(0, 20).map((mark) => `${mark.id} <- ${mark.plant ?? ''} ${mark.message ?? ''}`)
  expect(words(missed)).toEqual([])
  expect(words(extra)).toEqual([])
})

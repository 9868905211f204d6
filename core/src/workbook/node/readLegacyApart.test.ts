import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'

import { openWorkbook } from '../read/openWorkbook.ts'
import { nodeCodec } from './codec.ts'
import { readLegacyApart, readLegacyWithin, type LegacyLimits } from './readLegacyApart.ts'

function ledger(rowCount: number): Uint8Array {
  const rows = Array.from({ length: rowCount }, (_, at) => [`JJ${at}`, `某某${at}公司`, at * 100.5, '正常'])
  const sheet = XLSX.utils.aoa_to_sheet([['借据号', '客户名称', '贷款余额', '五级分类'], ...rows])
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '台账')
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer)
}

test('an .xls read apart is the same workbook', async () => {
  const bytes = ledger(50)
  const here = await openWorkbook(bytes, '台账.xls', nodeCodec())
  const apart = await openWorkbook(bytes, '台账.xls', nodeCodec(), { readLegacy: readLegacyApart })
  expect(apart).toEqual(here)
  expect(apart.ok && apart.workbook.sheets[0]?.rowCount).toBe(51)
})

const plenty = { least: 512, perMegabyte: 0, most: 512 }
const ages = { least: 60_000, perMegabyte: 0, most: 60_000 }

test.each<readonly [string, LegacyLimits, number, string]>([
  ['memory', { heap: { least: 12, perMegabyte: 0, most: 12 }, time: ages }, 2000, 'tooMuchMemory'],
  ['time', { heap: plenty, time: { least: 1, perMegabyte: 0, most: 1 } }, 10, 'tooSlow'],
])('a file that asks for more %s than it may is let go, with words', async (_, limits, rows, code) => {
  const opening = await openWorkbook(ledger(rows), '台账.xls', nodeCodec(), {
    readLegacy: (...given) => readLegacyWithin(limits, ...given),
  })
  expect(opening).toMatchObject({ ok: false, error: { code } })
})

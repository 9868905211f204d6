import { checkLedger } from '@postloan/core/check'
import { readLedger } from '@postloan/core/ledger'
import { builtInPolicy } from '@postloan/core/policy'
import { CellKind, type Workbook, kindAt, numberAt } from '@postloan/core/table'
import { openWorkbook, readOwnCells } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { findOwnColumns, isOwnSheet } from '@postloan/core/workbook/own'
import { describe, expect, test } from 'vitest'

import { browserPath } from '../../../browser/launch.ts'
import { propertyLedger } from './ledgers.ts'
import type { PropertyWindow } from './openProperty.ts'
import { propertySite } from './propertySite.ts'

async function read(bytes: Uint8Array): Promise<Workbook> {
  const opened = await openWorkbook(bytes, '台账.xlsx', nodeCodec())
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.workbook
}

/** What the file reader makes of it: rules, in an order of their own. */
function rulesOf(workbook: Workbook): readonly string[] {
  const result = checkLedger(readLedger([workbook], builtInPolicy), { policy: builtInPolicy })
  return [...result.findings()].map(({ rule }) => rule).toSorted()
}

/** Days (serials of the 1900 system) that stand in our column of deadlines and on our own sheets. */
function daysOfOurs(workbook: Workbook): readonly number[] {
  return workbook.sheets.flatMap((sheet) => {
    const layout = findOwnColumns(sheet)
    const deadline = [...(layout?.columns ?? [])].find(([, key]) => key === 'deadline')?.[0] ?? -1
    const columns = isOwnSheet(sheet) ? [...sheet.columns.keys()] : [deadline]
    return columns.flatMap((column) =>
      Array.from({ length: sheet.rowCount }, (_, row) => row).flatMap((row) =>
        kindAt(sheet, row, column) === CellKind.date ? [numberAt(sheet, row, column)] : [],
      ),
    )
  })
}

describe.runIf(browserPath)('a ledger whose days count from 1904, on the real office.js', () => {
  const site = propertySite()

  const saved = async ({ excel }: PropertyWindow): Promise<Workbook> =>
    read(Buffer.from(String(await excel.drive('saveAsBase64')), 'base64'))

  test('is told as its twin of 1900 is, and as the file is; the days we write are the same days', async () => {
    const window = await site.open({ protocol: 'desktop', profile: 'ltsc2021' })
    const told = []
    for (const dateSystem of [1900, 1904] as const) {
      const bytes = await propertyLedger({ name: '', dateSystem })
      await window.open(bytes)
      await window.host('resetCounters')
      await window.addin('check')
      const before = await window.addin('shown')
      expect(await window.addin('messages')).toEqual([])
      expect(await window.host('counters')).toMatchObject({ cellsWritten: 0 })
      // as typed by a person: the day goes into the cell in the workbook's own system
      await window.addin('live', true)
      await window.steps([{ name: 'type', args: ['借据!E3', '2026/3/1'] }])
      const { said } = await window.settled()
      const full = await window.addin('full')
      expect(said).toEqual(full.said)
      await window.addin('live', false)
      await window.addin('flag', true)
      const file = await saved(window)
      expect(readOwnCells(file)).toEqual([])
      expect(before.said.map((line) => line.split(' ')[0] ?? '').toSorted()).toEqual(
        rulesOf(await read(bytes)),
      )
      told.push({ before: before.said, said, days: daysOfOurs(file) })
    }
    expect(told[0]?.before.length).toBeGreaterThan(20)
    expect(told[0]?.days.length).toBeGreaterThan(5)
    expect(told[1]).toEqual(told[0])

    // an Excel that refuses to say: the ledger is checked all the same, and the officer is told
    await window.host('faults', { members: { 'Functions.date': 'AccessDenied' } })
    await window.addin('reopen')
    await window.addin('check')
    expect(await window.addin('messages')).toEqual(['noDateSystem'])
    expect((await window.addin('shown')).said.length).toBeGreaterThan(20)
    await window.excel.close()
  })
})

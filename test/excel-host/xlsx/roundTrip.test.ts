import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { richWorkbook } from '../../annotate/fixture/richWorkbook.ts'
import { changedParts, newSdkErrors } from '../../annotate/packages.ts'
import { sampleLedger } from '../../portfolio/sampleLedger.ts'
import { describeWorkbook } from '../describeWorkbook.ts'
import type { Host } from '../host.ts'
import { ExcelFault } from '../model/fault.ts'
import { testHost } from '../testHost.ts'
import { type UserActions, userActions } from '../userActions.ts'
import { openXlsx } from './openXlsx.ts'
import { saveXlsx } from './saveXlsx.ts'

const { bytes: ledger } = await sampleLedger()
const rich = await richWorkbook(false)

describe.each([
  ['the sample ledger', ledger],
  ['a workbook with everything in it', rich],
])('%s', (_name, bytes) => {
  test('saved as it was opened has every part unchanged', async () => {
    const host = await testHost(bytes)
    expect(changedParts(bytes, await saveXlsx(host.workbook))).toEqual([])
  })

  test('after a step and its undo, and after what an add-in put and took away, is the same file', async () => {
    const host = await testHost(bytes)
    const user = userActions(host)
    const { name } = host.workbook.sheets[0] ?? { name: '' }
    user.type(`${quoted(name)}!C7`, '改')
    user.insertRows(4, 2, name)
    user.undo()
    user.undo()
    const sheet = host.workbook.addSheet('贷后预警汇总')
    sheet.enter(0, 0, '严重')
    host.restyle(sheet, { row: 0, column: 0, rows: 1, columns: 1 }, () => ({ fill: '#FF0000' }))
    host.workbook.deleteSheet(sheet, 'addin')
    expect(changedParts(bytes, await saveXlsx(host.workbook))).toEqual([])
  })

  test('an edited cell changes its sheet and nothing else', async () => {
    const host = await testHost(bytes)
    const { name } = host.workbook.sheets[0] ?? { name: '' }
    userActions(host).type(`${quoted(name)}!B6`, '123.5')
    const saved = await saveXlsx(host.workbook)
    const allowed = /worksheets\/|calcChain|Content_Types|workbook\.xml\.rels/
    expect(changedParts(bytes, saved).filter((part) => !allowed.test(part))).toEqual([])
    const again = await openXlsx(saved, '台账.xlsx')
    expect(String(again.sheets[0]?.cells.value(5, 1))).toBe('123.5')
  })
})

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`

type Action = readonly [keyof UserActions, ...unknown[]]

const row = fc.nat({ max: 30 })
const cell = fc.tuple(fc.nat({ max: 7 }), row).map(([c, r]) => `${'ABCDEFGH'.charAt(c)}${r + 1}`)
const action = fc.oneof(
  fc.tuple(
    fc.constant('type' as const),
    cell,
    fc.constantFrom('1', '2026/10/31', '正常', '=A5+1', '', '12%'),
  ),
  fc.tuple(fc.constant('insertRows' as const), row, fc.integer({ min: 1, max: 3 })),
  fc.tuple(fc.constant('deleteRows' as const), row, fc.integer({ min: 1, max: 3 })),
  fc.tuple(fc.constant('insertColumns' as const), fc.nat({ max: 6 }), fc.constant(1)),
  fc.tuple(fc.constant('deleteColumns' as const), fc.nat({ max: 6 }), fc.constant(1)),
  fc.tuple(
    fc.constant('sort' as const),
    fc.constant('A6:H30'),
    fc.constant([{ column: 2, ascending: false }]),
  ),
  fc.tuple(fc.constant('format' as const), cell, fc.constant({ fill: '#FFEEAA', bold: true })),
  fc.tuple(fc.constant('hideRows' as const), row, fc.constant(2), fc.boolean()),
  fc.tuple(fc.constant('comment' as const), cell, fc.constant('请核对')),
  fc.tuple(
    fc.constant('paste' as const),
    cell,
    fc.constant([
      ['a', 1],
      [true, '=B2'],
    ]),
  ),
  fc.tuple(fc.constant('undo' as const)),
)

function run(host: Host, steps: readonly Action[]): void {
  const user = userActions(host) as unknown as Record<string, (...args: readonly unknown[]) => unknown>
  for (const [name, ...args] of steps) {
    try {
      user[name]?.(...args)
    } catch (caught) {
      // Excel refuses some of them: merged cells in a sort, a protected sheet.
      if (!(caught instanceof ExcelFault)) throw caught
    }
  }
}

test.each([
  ['the sample ledger', ledger],
  ['a workbook with everything in it', rich],
])('%s: what any run of actions leaves is what is read back from the saved file', async (_name, bytes) => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 8 }), async (steps) => {
      const host = await testHost(bytes)
      run(host, steps)
      const saved = await saveXlsx(host.workbook)
      const again = await openXlsx(saved, '台账.xlsx')
      expect(describeWorkbook(again)).toEqual(describeWorkbook(host.workbook))
    }),
    { numRuns: 15 },
  )
})

test('what add-ins write is a valid workbook', async () => {
  const host = await testHost(ledger)
  const user = userActions(host)
  user.insertRows(5, 3)
  user.comment('D9', '核对')
  user.format('B7', { fill: '#FDE7E9', numberFormat: '0.000', color: '#C00000', wrap: true })
  expect(await newSdkErrors(ledger, await saveXlsx(host.workbook))).toEqual([])
})

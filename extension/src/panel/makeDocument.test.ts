import { emptyWaiverFile } from '@postloan/core/check/waivers'
import { builtInChecklists } from '@postloan/core/checklist'
import { builtInPolicy } from '@postloan/core/policy'
import { openWorkbook, webCodec } from '@postloan/core/workbook'
import { expect, test } from 'vitest'

import { checkPage } from '../engine/index.ts'
import { loanFields, reportOf } from '../engine/reportForTests.ts'
import { makeChecklistFile, makeChecklistSheet } from './makeDocument.ts'

const checked = (): ReturnType<typeof checkPage> =>
  checkPage({
    frames: [reportOf(0, loanFields({}))],
    policy: builtInPolicy,
    maps: [],
    today: 20_760,
    waivers: emptyWaiverFile(),
    choiceOf: () => ({}),
    ledgerOf: () => null,
  })

test('the checklist of the loan in front is a .docx of its own', async () => {
  const { view } = checked()
  expect(view.guides.map(({ id }) => id)).toEqual(['fourSenses', 'visit'])
  const made = await makeChecklistFile(view, { policy: builtInPolicy, lists: builtInChecklists, maps: [] })
  expect(made).toMatchObject({ ok: true, fileName: expect.stringMatching(/^贷后检查清单.*\.docx$/u) })
})

test('and a workbook with a line for each item, as the panel shows them', async () => {
  const { view } = checked()
  const made = await makeChecklistSheet(view)
  if (!made.ok) throw new Error(made.message)
  expect(made.fileName).toMatch(/^贷后检查清单-.+\.xlsx$/u)
  const read = await openWorkbook(made.bytes, made.fileName, webCodec())
  if (!read.ok) throw new Error(read.error.message)
  const [sheet] = read.workbook.sheets
  const items = view.checklist?.items.map(({ text }) => text) ?? []
  expect(items.length).toBeGreaterThan(5)
  expect(sheet?.texts).toEqual(expect.arrayContaining(items))
})

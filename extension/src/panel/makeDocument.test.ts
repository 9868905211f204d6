import { emptyWaiverFile } from '@postloan/core/check/waivers'
import { builtInChecklists } from '@postloan/core/checklist'
import { builtInPolicy } from '@postloan/core/policy'
import { expect, test } from 'vitest'

import { checkPage } from '../engine/index.ts'
import { loanFields, reportOf } from '../engine/reportForTests.ts'
import { makeChecklistFile } from './makeDocument.ts'

test('the checklist of the loan in front is a .docx of its own', async () => {
  const { view } = checkPage({
    frames: [reportOf(0, loanFields({}))],
    policy: builtInPolicy,
    maps: [],
    today: 20_760,
    waivers: emptyWaiverFile(),
    choiceOf: () => ({}),
    ledgerOf: () => null,
  })
  expect(view.guides.map(({ id }) => id)).toEqual(['fourSenses', 'visit'])
  const made = await makeChecklistFile(view, { policy: builtInPolicy, lists: builtInChecklists, maps: [] })
  expect(made).toMatchObject({ ok: true, fileName: expect.stringMatching(/^贷后检查清单.*\.docx$/u) })
})

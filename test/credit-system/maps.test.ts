import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { lintPack } from '@postloan/core/check/pack'
import { emptyWaiverFile } from '@postloan/core/check/waivers'
import { builtInPolicy } from '@postloan/core/policy'
import { describe, expect, test } from 'vitest'

import { checkPage } from '../../extension/src/engine/checkPage.ts'
import { browserPath } from '../browser/launch.ts'
import { onPracticePages } from './onPracticePages.ts'
import { readWithAgent } from './openPage.ts'

const text = readFileSync(join(import.meta.dirname, 'maps', 'practice.postloan.json'), 'utf8')
const { pack, findings } = lintPack(text, builtInPolicy)
const maps = pack?.pageMaps ?? []

test('the page maps of the practice system have no fault and nothing that will break', () => {
  expect(findings).toEqual([])
})

describe.runIf(browserPath)('with its page map', () => {
  const here = onPracticePages()

  test.each(here.pages.map((one) => [one.family, one] as const))(
    '%s: every field means what the page’s author meant, and nothing else does',
    async (_, { path, truth }) => {
      await here.open(path)
      const report = await readWithAgent(here.page, here.agent)
      const { view } = checkPage({
        frames: [{ frameId: 0, report }],
        policy: builtInPolicy,
        maps,
        today: 20_760,
        waivers: emptyWaiverFile(),
        choiceOf: () => ({}),
        ledgerOf: () => null,
      })
      expect(view.map?.id).toBe(path.replaceAll(/^\/|\.\w+$/gu, '').replace('/', '-'))
      const plain = (label: string): string => label.replaceAll(/\s/gu, '')
      const read = view.fields.map(({ field, meaning, mapped }) => [
        plain(field.label),
        meaning?.key ?? null,
        meaning === null || mapped,
      ])
      const meant = truth.fields.map(({ label, field }) => [plain(label), field, true])
      const sorted = (list: readonly unknown[]): readonly string[] =>
        list.map((one) => JSON.stringify(one)).toSorted()
      expect(sorted(read)).toEqual(sorted(meant))
    },
  )
})

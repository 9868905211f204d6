import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { lintPack } from '@postloan/core/check/pack'
import { emptyWaiverFile } from '@postloan/core/check/waivers'
import { builtInPolicy } from '@postloan/core/policy'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { checkPage } from '../../extension/src/engine/checkPage.ts'
import { browserPath, launchBrowser } from '../browser/launch.ts'
import { bundleAgent } from './bundleAgent.ts'
import { readWithAgent } from './openPage.ts'
import { type CreditSystem, startCreditSystem } from './server.ts'
import { loans, practicePages } from './site.ts'

const text = readFileSync(join(import.meta.dirname, 'maps', 'practice.postloan.json'), 'utf8')
const { pack, findings } = lintPack(text, builtInPolicy)
const maps = pack?.pageMaps ?? []

test('the page maps of the practice system have no fault and nothing that will break', () => {
  expect(findings).toEqual([])
})

describe.runIf(browserPath)('with its page map', () => {
  let agent: string
  let browser: Browser
  let site: CreditSystem
  let page: Page
  const loan = loans[3]
  if (!loan) throw new Error('the practice bank has no loans')
  const pages = practicePages(loan, loans)
  beforeAll(async () => {
    agent = await bundleAgent()
    site = await startCreditSystem()
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 1366, height: 900 } })
    await page.goto(`${site.origin}/login.jsp`)
    await page.click('input[type=submit]')
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  test.each(pages.map((one) => [one.family, one] as const))(
    '%s: every field means what the page’s author meant, and nothing else does',
    async (_, { path, truth }) => {
      await page.goto(`${site.origin}${path}?jjh=${loan.loanNo}`)
      if (path.endsWith('.html')) await page.waitForSelector('body[data-ready]', { timeout: 60_000 })
      const report = await readWithAgent(page, agent)
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

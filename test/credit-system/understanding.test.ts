import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { browserPath, launchBrowser } from '../browser/launch.ts'
import { bundleAgent } from './bundleAgent.ts'
import { heldOutNames, type HeldOutScore, scoreHeldOut } from './heldOut.ts'
import { understand } from './meaning.ts'
import { readWithAgent } from './openPage.ts'
import { type CreditSystem, startCreditSystem } from './server.ts'
import { loans, practicePages } from './site.ts'

describe.runIf(browserPath)('without a page map', () => {
  let agent: string
  let browser: Browser
  let site: CreditSystem
  beforeAll(async () => {
    agent = await bundleAgent()
    site = await startCreditSystem()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  test('pages kept for judging are read: 97 % found, 92 % understood, no alarm outside the record', async () => {
    const scores: HeldOutScore[] = []
    for (const name of heldOutNames) scores.push(await scoreHeldOut(browser, agent, name))
    const sum = (of: (score: HeldOutScore) => number): number =>
      scores.reduce((total, score) => total + of(score), 0)
    const fields = sum((score) => score.fields)
    console.log(
      `${scores.length} pages, ${fields} fields: ${sum(({ found }) => found)} found, ${sum(({ meant }) => meant)} understood`,
    )
    expect(scores.length).toBeGreaterThanOrEqual(60)
    expect(sum(({ found }) => found) / fields).toBeGreaterThanOrEqual(0.97)
    expect(sum(({ meant }) => meant) / fields).toBeGreaterThanOrEqual(0.92)
    expect(sum(({ listsFound }) => listsFound)).toBe(sum(({ lists }) => lists))
    expect(scores.flatMap(({ name, alarms }) => alarms.map((alarm) => `${name}: ${alarm}`))).toEqual([])
  })

  test('the practice pages are understood: 92 % of their fields', async () => {
    const [loan] = loans
    if (!loan) throw new Error('the practice bank has no loans')
    const page = await browser.newPage({ viewport: { width: 1366, height: 900 } })
    await page.goto(`${site.origin}/login.jsp`)
    await page.click('input[type=submit]')
    let fields = 0
    const wrong: string[] = []
    for (const { path, family, truth } of practicePages(loan, loans)) {
      await page.goto(`${site.origin}${path}?jjh=${loan.loanNo}`)
      if (path.endsWith('.html')) await page.waitForSelector('body[data-ready]', { timeout: 60_000 })
      const read = understand([await readWithAgent(page, agent)])
      for (const real of truth.fields) {
        fields++
        const same = read.find(({ label }) => label === real.label)
        if (same?.key !== real.field) wrong.push(`${family} ${real.label}: ${same?.key}, not ${real.field}`)
      }
    }
    console.log(`${fields} fields of the practice pages, ${wrong.length} misunderstood`, wrong)
    expect(1 - wrong.length / fields).toBeGreaterThanOrEqual(0.92)
  })
})

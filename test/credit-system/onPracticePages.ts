import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

import { launchBrowser } from '../browser/launch.ts'
import { bundleAgent } from './bundleAgent.ts'
import { type CreditSystem, startCreditSystem } from './server.ts'
import { loans, practicePages } from './site.ts'

/** For the tests of one `describe`: the practice system running, somebody logged in, and a loan to look at. */
export function onPracticePages() {
  let agent: string
  let browser: Browser
  let site: CreditSystem
  let page: Page
  const loan = loans[3]
  if (!loan) throw new Error('the practice bank has no loans')
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
  return {
    pages: practicePages(loan, loans),
    loan,
    get agent() {
      return agent
    },
    get site() {
      return site
    },
    get page() {
      return page
    },
    /** Opens one of the pages with the loan. */
    async open(path: string): Promise<void> {
      await page.goto(`${site.origin}${path}?jjh=${loan.loanNo}`)
      if (path.endsWith('.html')) await page.waitForSelector('body[data-ready]', { timeout: 60_000 })
    },
  }
}

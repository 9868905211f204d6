import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { reportSchema } from '../../extension/src/protocol/schemas.ts'
import { browserPath, launchBrowser } from '../browser/launch.ts'
import { bundleAgent } from './bundleAgent.ts'
import { marksOn, order, readWithAgent } from './openPage.ts'
import { scorePage } from './scorePage.ts'
import { type CreditSystem, startCreditSystem } from './server.ts'
import { loans, practicePages } from './site.ts'

describe.runIf(browserPath)('the agent on the practice system', () => {
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

  async function open(path: string): Promise<void> {
    await page.goto(`${site.origin}${path}?jjh=${loan?.loanNo ?? ''}`)
    if (path.endsWith('.html')) await page.waitForSelector('body[data-ready]', { timeout: 60_000 })
  }

  test.each(pages.map((one) => [one.family, one] as const))(
    '%s: every field with its value, no alarm of its own, nothing outside the record',
    async (_, { path, truth }) => {
      await open(path)
      const report = await readWithAgent(page, agent)
      expect(reportSchema.safeParse(report).error).toBeUndefined()
      const { missed, extra, alarms, grids } = scorePage(report, truth)
      expect({ missed, extra, alarms, grids }).toEqual({ missed: [], extra: [], alarms: [], grids: [] })
      expect(
        report.fields.filter(
          ({ label, editable }) =>
            editable &&
            truth.notRecord.includes(label) &&
            !truth.fields.some((field) => field.label === label),
        ),
      ).toEqual([])
    },
  )

  test.each(pages.map((one) => [one.family, one.path] as const))(
    '%s: with a mark on every field the page is what it was: tree, form values, scroll, focus',
    async (_, path) => {
      await open(path)
      const before = await page.evaluate(hostState)
      const report = await readWithAgent(page, agent)
      await order(page, { type: 'marks', document: report.frame.document, marks: marksOn(report) })
      await page.waitForTimeout(100)
      const during = await page.evaluate(hostState)
      expect({ ...during, hosts: 0 }).toEqual({ ...before, hosts: 0 })
      expect(during.hosts).toBe(report.fields.length > 0 ? 1 : 0)
      await order(page, { type: 'switch', on: false })
      expect(await page.evaluate(hostState)).toEqual(before)
    },
  )

  test('the frameset shows the work in its inner frame, and menu and top line hold no field', async () => {
    await page.goto(`${site.origin}/main.jsp`)
    await page.waitForLoadState('networkidle')
    const read: Record<string, number> = {}
    for (const frame of page.frames()) {
      await frame.evaluate(agent)
      await frame.waitForFunction(() => window.agentInPage?.sent.some(({ type }) => type === 'report'))
      const sent = await frame.evaluate(() => window.agentInPage?.sent ?? [])
      const last = sent.findLast((message) => message.type === 'report')
      if (last?.type === 'report') read[last.report.frame.path] = last.report.fields.length
    }
    expect(read).toEqual({ '/main.jsp': 0, '/top.jsp': 0, '/menu.jsp': 0, '/dh/list.jsp': 0 })
  })

  test('a posted form comes back with what was typed, in GBK', async () => {
    await open('/dh/check.jsp')
    await page.fill('textarea[name=jcjl]', '经营正常，未发现异常')
    const back = page.waitForEvent('load')
    await page.click('input[type=submit]')
    await back
    const report = await readWithAgent(page, agent)
    expect(report.fields.find(({ label }) => label === '检查结论及意见')?.value).toBe('经营正常，未发现异常')
    expect(report.frame.language).toContain('GBK')
  })
})

/** What a bank would notice if we touched its page. */
function hostState(): Record<string, unknown> {
  const host = 'postloan-marks'
  const copy = document.documentElement.cloneNode(true)
  if (copy instanceof Element) copy.querySelectorAll(host).forEach((one) => one.remove())
  const forms = [...document.forms].map((form) =>
    [...new FormData(form)].map(
      ([name, value]) => `${name}=${typeof value === 'string' ? value : value.name}`,
    ),
  )
  return {
    hosts: document.querySelectorAll(host).length,
    tree: copy instanceof Element ? copy.outerHTML : '',
    forms,
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    scroll: [scrollX, scrollY],
    focus: document.activeElement?.tagName,
  }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { browserPath, launchBrowser } from '../browser/launch.ts'
import { twoMonths } from '../cli/twoMonths.ts'
import { findFaults } from '../gallery/findFaults.ts'
import { figure } from './reportTables.ts'
import { runCheck } from './runCheck.ts'

const folder = mkdtempSync(join(tmpdir(), 'postloan-page-'))
const file = (name: string): string => join(folder, name)

describe.runIf(browserPath)('the report in a browser, from a file', () => {
  let browser: Browser
  const asked: string[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    const { before, now } = await twoMonths(300, 5)
    writeFileSync(file('上月.xlsx'), before.bytes)
    writeFileSync(file('本月.xlsx'), now.bytes)
    await runCheck(file('本月.xlsx'), '--previous', file('上月.xlsx'), '--html', file('报告.html'))
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  async function open(width: number, javaScriptEnabled = true): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled })
    const page = await context.newPage()
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() !== 'log') complaints.push(message.text())
    })
    await page.goto(pathToFileURL(file('报告.html')).href)
    return page
  }

  test.each([1280, 390])('at %i px: nothing serious for axe, nothing wider than the page', async (width) => {
    const page = await open(width)
    await page.getByRole('searchbox').waitFor()
    await page.locator('[data-rule] summary').first().click()
    expect(await findFaults(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    const drawn = await page.evaluate(
      () => [...document.querySelectorAll('.chart')].filter((one) => one.clientHeight > 0).length,
    )
    expect(drawn).toBe(5)
    await page.context().close()
  })

  test('a slider moved by keyboard gives the figure of its shocks; a scenario puts them back', async () => {
    const page = await open(1280)
    const out = page.locator('[data-out="newNpl"]')
    await expect.poll(() => out.textContent()).not.toBe('')
    const [medium, shown] = [await out.textContent(), page.locator('[data-shown="attentionToNpl"]')]
    await page.getByLabel('关注转不良').focus()
    await page.keyboard.press('End')
    await expect.poll(() => shown.textContent()).toBe('100%')
    expect(await page.getByRole('radio', { name: '自定' }).isChecked()).toBe(true)
    const attention = await page.evaluate(
      () =>
        (JSON.parse(document.querySelector('#stress-data')?.textContent ?? '') as StressData).base.attention,
    )
    // from 20 % to 100 % of 关注
    await expect
      .poll(async () => figure((await out.textContent()) ?? ''))
      .toBeCloseTo((figure(medium ?? '') ?? 0) + (attention * 0.8) / 10_000, 1)
    await page.getByRole('radio', { name: '中度' }).check()
    await expect.poll(() => out.textContent()).toBe(medium)
    await page.context().close()
  })

  test('searching leaves the rows that say it, and says how many', async () => {
    const page = await open(1280)
    const customer = await page.locator('[data-rule] tbody td').nth(1).textContent()
    await page.getByRole('searchbox').fill(customer ?? '')
    const rows = page.locator('[data-rule] tbody tr:visible')
    await expect.poll(() => rows.count()).toBeGreaterThan(0)
    expect(await rows.allTextContents()).toEqual(
      (await rows.allTextContents()).filter((text) => text.includes(customer ?? '!')),
    )
    await expect.poll(() => page.locator('[data-status]').textContent()).toContain('项')
    await page.getByRole('button', { name: '清除' }).click()
    await expect.poll(() => page.locator('[data-rule]:visible').count()).toBeGreaterThan(3)
    await page.context().close()
  })

  test('without its script all is there but sliders and search', async () => {
    const page = await open(1280, false)
    expect(await page.locator('[data-tools]').isVisible()).toBe(false)
    expect(await page.locator('form').isVisible()).toBe(false)
    await page.locator('[data-rule] summary').first().click()
    expect(await page.locator('[data-rule]').first().locator('tbody tr').first().isVisible()).toBe(true)
    await page.context().close()
  })

  test('nothing was asked for but the file itself, and nothing was refused', () => {
    expect(new Set(asked)).toEqual(new Set([pathToFileURL(file('报告.html')).href]))
    expect(complaints).toEqual([])
  })
})

interface StressData {
  readonly base: { readonly attention: number }
}

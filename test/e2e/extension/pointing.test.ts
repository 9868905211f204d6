import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startCreditSystem, type CreditSystem } from '../../credit-system/server.ts'
import { browserPath, buildExtension, launchExtended, openLoan, type Extended } from './launch.ts'

const patient = { timeout: 15_000 }

describe.runIf(browserPath)('the pointing tool', () => {
  const built = browserPath ? buildExtension() : { folder: '', clean: () => {} }
  const profile = mkdtempSync(join(tmpdir(), 'postloan-profile-'))
  let site: CreditSystem
  let extended: Extended
  let page: Page
  beforeAll(async () => {
    site = await startCreditSystem(0)
    extended = await launchExtended(built.folder, profile)
    page = await openLoan(extended, site)
  }, 120_000)
  afterAll(async () => {
    await extended?.close()
    await site?.close()
    built.clean()
    rmSync(profile, { recursive: true, force: true })
  })

  test('gives a field of the page its meaning, keeps the map, and tries it on the page', async () => {
    const panel = await extended.panel(page)
    await panel.getByRole('button', { name: '配置页面' }).click(patient)
    await panel.getByText('在页面上移动鼠标').waitFor(patient)
    await page.bringToFront()
    // the agent reads a page when it is shown
    await page.frame({ name: 'work' })?.getByText('放款日期').hover(patient)
    await page.waitForTimeout(1500)
    await page.frame({ name: 'work' })?.locator('input:visible').nth(5).click(patient)
    await panel.bringToFront()
    await panel.getByText('已选：').waitFor(patient)
    await panel.getByRole('button', { name: /^指定为/ }).click(patient)
    await panel.getByText('已指定 1').waitFor(patient)
    if (process.env['POSTLOAN_PICTURES'])
      await panel.screenshot({ path: `${process.env['POSTLOAN_PICTURES']}/pointing.png` })
    await panel.getByRole('button', { name: '用打开的页面自测' }).click(patient)
    await panel.getByText('1 个字段找到 1 个').waitFor(patient)
    await panel.close()

    const options = await extended.context.newPage()
    await options.goto(`chrome-extension://${extended.id}/options.html`)
    await options.getByRole('button', { name: '页面配置' }).click(patient)
    await options.getByText('1 个字段').waitFor(patient)
    if (process.env['POSTLOAN_PICTURES'])
      await options.screenshot({ path: `${process.env['POSTLOAN_PICTURES']}/maps.png` })
    await expect.poll(() => options.getByText('没有发现不稳的定位').count(), patient).toBe(1)
    await options.close()
  }, 90_000)
})

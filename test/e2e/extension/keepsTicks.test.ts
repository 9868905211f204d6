import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startCreditSystem, type CreditSystem } from '../../credit-system/server.ts'
import { browserPath, buildExtension, launchExtended, openLoan, type Extended } from './launch.ts'

const patient = { timeout: 15_000 }

describe.runIf(browserPath)('a loan in the frameset of the practice system', () => {
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

  test('is read, checked and shown in the panel with its checklist', async () => {
    const panel = await extended.panel(page)
    await panel.getByRole('checkbox').first().waitFor(patient)
    await expect.poll(() => panel.getByRole('tab', { name: '本页' }).textContent(), patient).toMatch(/[1-9]/)
    await panel.getByRole('tab', { name: '本页' }).click()
    await panel.getByText('必填，未填').first().waitFor(patient)
    await panel.close()
  }, 60_000)

  test('keeps a tick when the worker is stopped, in every tab, and in a log that fits together', async () => {
    const panel = await extended.panel(page)
    const box = panel.getByRole('checkbox').first()
    // not `check`: the box is ticked only when the tick is in the store
    await box.click(patient)
    await expect.poll(() => box.isChecked(), patient).toBe(true)
    await panel.getByText('本机用户', { exact: false }).first().waitFor(patient)
    await panel.close()

    await extended.stopWorker()
    const again = await extended.panel(page)
    await expect.poll(() => again.getByRole('checkbox').first().isChecked(), patient).toBe(true)
    await again.getByRole('tab', { name: '记录' }).click()
    await again.getByText('勾选', { exact: true }).first().waitFor(patient)
    await again.getByRole('button', { name: '校验记录' }).click()
    await again.getByText('首尾相接').waitFor(patient)
    await again.close()

    const second = await openLoan(extended, site)
    const other = await extended.panel(second)
    await expect.poll(() => other.getByRole('checkbox').first().isChecked(), patient).toBe(true)
    await other.close()
    await second.close()
  }, 90_000)

  test('answers nobody who frames the panel without having been given it', async () => {
    const own = await extended.context.newPage()
    await own.goto(`${site.origin}/login.jsp`)
    await own.evaluate((source) => {
      const frame = document.createElement('iframe')
      frame.src = source
      document.body.append(frame)
    }, `chrome-extension://${extended.id}/dock.html#00000000-0000-0000-0000-000000000000`)
    const framed = await own.waitForSelector('iframe')
    const inside = await framed.contentFrame()
    await inside?.waitForSelector('.px-dock', { state: 'attached', ...patient })
    await own.waitForTimeout(500)
    expect(await inside?.locator('.px-dock').innerHTML()).toBe('')
    await own.close()
  }, 60_000)

  test('sends nothing to any other address', () => {
    expect(extended.asked).toEqual([])
  })
})

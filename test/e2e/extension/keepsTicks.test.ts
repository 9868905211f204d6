import { describe, expect, test } from 'vitest'

import { browserPath, openLoan, withPractice } from './launch.ts'

const patient = { timeout: 15_000 }

describe.runIf(browserPath)('a loan in the frameset of the practice system', () => {
  const here = withPractice()

  test('is read, checked and shown in the panel with its checklist', async () => {
    const panel = await here.extended.panel(here.page)
    await panel.getByRole('checkbox').first().waitFor(patient)
    await expect.poll(() => panel.getByRole('tab', { name: '本页' }).textContent(), patient).toMatch(/[1-9]/)
    await panel.getByRole('tab', { name: '本页' }).click()
    await panel.getByText('必填，未填').first().waitFor(patient)
    await panel.close()
  }, 60_000)

  test('keeps a tick when the worker is stopped, in every tab, and in a log that fits together', async () => {
    const panel = await here.extended.panel(here.page)
    const box = panel.getByRole('checkbox').first()
    // not `check`: the box is ticked only when the tick is in the store
    await box.click(patient)
    await expect.poll(() => box.isChecked(), patient).toBe(true)
    await panel.getByText('本机用户', { exact: false }).first().waitFor(patient)
    await panel.close()

    await here.extended.stopWorker()
    const again = await here.extended.panel(here.page)
    await expect.poll(() => again.getByRole('checkbox').first().isChecked(), patient).toBe(true)
    await again.getByRole('tab', { name: '记录' }).click()
    await again.getByText('勾选', { exact: true }).first().waitFor(patient)
    await again.getByRole('button', { name: '校验记录' }).click()
    await again.getByText('首尾相接').waitFor(patient)
    // an engine that does not answer is told from a loan without records
    await again.evaluate(() => Reflect.set(chrome.runtime, 'sendMessage', async () => null))
    await again.getByRole('tab', { name: '清单' }).click()
    await again.getByRole('tab', { name: '记录' }).click()
    await again.getByText('没有取到数据').waitFor(patient)
    if (process.env['POSTLOAN_PICTURES'])
      await again.screenshot({ path: `${process.env['POSTLOAN_PICTURES']}/records-silent.png` })
    expect(await again.getByText('这一笔还没有记录').count()).toBe(0)
    expect(await again.getByRole('button', { name: '导出记录…' }).isDisabled()).toBe(true)
    await again.close()

    const second = await openLoan(here.extended, here.site)
    const other = await here.extended.panel(second)
    await expect.poll(() => other.getByRole('checkbox').first().isChecked(), patient).toBe(true)
    await other.close()
    await second.close()
  }, 90_000)

  test('answers nobody who frames the panel without having been given it', async () => {
    const own = await here.extended.context.newPage()
    await own.goto(`${here.site.origin}/login.jsp`)
    await own.evaluate((source) => {
      const frame = document.createElement('iframe')
      frame.src = source
      document.body.append(frame)
    }, `chrome-extension://${here.extended.id}/dock.html#00000000-0000-0000-0000-000000000000`)
    const framed = await own.waitForSelector('iframe')
    const inside = await framed.contentFrame()
    await inside?.waitForSelector('.px-dock', { state: 'attached', ...patient })
    await own.waitForTimeout(500)
    expect(await inside?.locator('.px-dock').innerHTML()).toBe('')
    await own.close()
  }, 60_000)

  test('sends nothing to any other address', () => {
    expect(here.extended.asked).toEqual([])
  })
})

declare const chrome: { readonly runtime: object }

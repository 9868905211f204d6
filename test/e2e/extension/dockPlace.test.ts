import type { Frame, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'

import { browserPath, withPractice } from './launch.ts'
import { foldDock, openDock } from './pictures/studio.ts'

const patient = { timeout: 20_000 }

describe.runIf(browserPath)('where the panel stands', () => {
  const here = withPractice()

  test('keeps to the edge that it is nearer to, folded, open, and when the window changes', async () => {
    const { page } = here
    const dock = await openDock(page)
    await expect.poll(() => fromRight(page, dock), patient).toBe(16)
    await page.setViewportSize({ width: 900, height: 600 })
    await expect.poll(() => fromRight(page, dock), patient).toBe(16)
    await page.setViewportSize({ width: 1600, height: 900 })
    await expect.poll(() => fromRight(page, dock), patient).toBe(16)
    const handle = dock.getByRole('button', { name: '拖动面板' })
    for (let steps = 1; steps <= 3; steps += 1) {
      await handle.press('ArrowLeft')
      await expect.poll(() => fromRight(page, dock), patient).toBe(16 + steps * 16)
    }
    await foldDock(page)
    await expect.poll(() => fromRight(page, dock), patient).toBe(64)
    await page.setViewportSize({ width: 1366, height: 768 })
    await expect.poll(() => fromRight(page, dock), patient).toBe(64)
  }, 120_000)

  test('scrolls its own list, never itself', async () => {
    const panel = await here.extended.panel(here.page)
    await panel.getByRole('checkbox').first().waitFor(patient)
    const beyond = await panel.evaluate(() => document.documentElement.scrollHeight - innerHeight)
    expect(beyond).toBe(0)
    expect(await panel.locator('.px-scroll').evaluate((list) => list.scrollHeight > list.clientHeight)).toBe(
      true,
    )
    await panel.close()
  }, 60_000)
})

async function fromRight(page: Page, dock: Frame): Promise<number> {
  const box = await (await dock.frameElement()).boundingBox()
  return box ? Math.round((page.viewportSize()?.width ?? 0) - box.x - box.width) : -1
}

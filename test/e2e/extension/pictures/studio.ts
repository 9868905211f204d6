import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Frame, Page } from 'playwright-core'

import { type CreditSystem, startCreditSystem } from '../../../credit-system/server.ts'
import { practiceLedger } from '../../../demo/practiceLedger.ts'
import { type Extended, launchExtended } from '../launch.ts'
import { dockOf } from '../ownParts.ts'

/** A browser with the extension, the practice system, and a folder that pictures go into. */
export interface Studio {
  readonly extended: Extended
  readonly site: CreditSystem
  readonly shoot: (page: Page, name: string) => Promise<void>
  /** A page of the extension. */
  readonly own: (path: string, size?: { readonly width: number; readonly height: number }) => Promise<Page>
  close(): Promise<void>
}

const patient = { timeout: 30_000 }

export async function openStudio(folder: string, extension: string): Promise<Studio> {
  mkdirSync(folder, { recursive: true })
  const profile = mkdtempSync(join(tmpdir(), 'postloan-profile-'))
  const site = await startCreditSystem(0)
  const extended = await launchExtended(extension, profile)
  return {
    extended,
    site,
    async shoot(page, name) {
      // what opens and closes does so in 150 ms, what is loaded comes a little later
      await page.waitForTimeout(900)
      const path = join(folder, `${name}.png`)
      const zoom = zooms.get(page)
      if (zoom === undefined) await page.screenshot({ path })
      else writeFileSync(path, await shootLarger(page, zoom))
      console.log(name)
    },
    async own(path, size) {
      const page = await extended.context.newPage()
      if (size) await page.setViewportSize(size)
      await page.goto(`chrome-extension://${extended.id}/${path}`)
      return page
    },
    async close() {
      await extended.close()
      await site.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

async function shootLarger(page: Page, zoom: number): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  const clip = { x: 0, y: 0, width, height, scale: zoom }
  const { data } = await session.send('Page.captureScreenshot', { clip })
  await session.detach()
  return Buffer.from(data, 'base64')
}

export async function openDock(page: Page): Promise<Frame> {
  const dock = await dockOf(page)
  const badge = dock.getByRole('button', { name: /展开/u })
  if ((await badge.count()) > 0) await badge.click(patient)
  await dock.getByRole('tab').first().waitFor(patient)
  return dock
}

export async function foldDock(page: Page): Promise<Frame> {
  const dock = await dockOf(page)
  const fold = dock.getByRole('button', { name: '收起' })
  if ((await fold.count()) > 0) await fold.click(patient)
  await dock.getByRole('button', { name: /展开/u }).waitFor(patient)
  return dock
}

/** As the browser's own zoom does it: fewer points of layout, each of them larger. */
export async function zoomTo(
  page: Page,
  size: { readonly width: number; readonly height: number },
  zoom: number,
): Promise<void> {
  await page.setViewportSize({
    width: Math.round(size.width / zoom),
    height: Math.round(size.height / zoom),
  })
  zooms.set(page, zoom)
}

const zooms = new WeakMap<Page, number>()

/** The ledger that says otherwise of the first loan, taken in by the options. */
export async function importLedger({ own }: Studio): Promise<void> {
  const options = await own('options.html')
  await options.getByRole('button', { name: '台账', exact: true }).click(patient)
  const { fileName, bytes } = await practiceLedger()
  await options.locator('input[type=file]').setInputFiles({
    name: fileName,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })
  await options.getByText('60 笔借据').waitFor({ timeout: 60_000 })
  await options.close()
}

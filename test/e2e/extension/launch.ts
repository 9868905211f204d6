import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium, type BrowserContext, type Page, type Worker } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

import { builtOnce } from '../../browser/builtOnce.ts'
import { unlikeAPersons } from '../../browser/launch.ts'
import { startCreditSystem, type CreditSystem } from '../../credit-system/server.ts'
import { findBrowser } from '../../peers/find.ts'

/** True where a browser can be driven; tests that need one say aloud when they are left out. */
export const browserPath = findBrowser()
if (!browserPath) console.log('!!! LEFT OUT: extension tests (no Chrome, Edge or Chromium found)')

const root = join(import.meta.dirname, '../../../extension')

/** The extension built for the practice system's hosts: the folder to load, which is not to be changed. */
export async function buildExtension(): Promise<string> {
  const built = await builtOnce('extension', ['extension', 'core'], (out) => {
    const hosts = 'http://localhost/* http://127.0.0.1/*'
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'build.ts'), '--browser', 'chrome', '--hosts', hosts, '--out', out],
      { encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`the extension does not build:\n${stdout}${stderr}`)
  })
  return join(built, 'chrome-mv3')
}

export interface Practice {
  /** The built extension, for its own files. */
  readonly folder: string
  readonly profile: string
  readonly site: CreditSystem
  readonly extended: Extended
  /** The inspection of a loan in the frameset. */
  readonly page: Page
}

/** For one block of tests: the extension built and loaded, the practice system started, a loan opened in it. */
export function withPractice(prepare: (extended: Extended) => Promise<void> = async () => {}): Practice {
  const ready: Partial<{ -readonly [key in keyof Practice]: Practice[key] }> = {}
  beforeAll(async () => {
    ready.folder = await buildExtension()
    ready.profile = mkdtempSync(join(tmpdir(), 'postloan-profile-'))
    ready.site = await startCreditSystem(0)
    ready.extended = await launchExtended(ready.folder, ready.profile)
    await prepare(ready.extended)
    ready.page = await openLoan(ready.extended, ready.site)
  }, 180_000)
  afterAll(async () => {
    await ready.extended?.close()
    await ready.site?.close()
    if (ready.profile) rmSync(ready.profile, { recursive: true, force: true })
  })
  const given = <Key extends keyof Practice>(key: Key): Practice[Key] => {
    const value: Practice[Key] | undefined = ready[key]
    if (value === undefined) throw new Error(`${key} is there only while the tests run`)
    return value
  }
  return {
    get folder() {
      return given('folder')
    },
    get profile() {
      return given('profile')
    },
    get site() {
      return given('site')
    },
    get extended() {
      return given('extended')
    },
    get page() {
      return given('page')
    },
  }
}

export interface Extended {
  readonly context: BrowserContext
  readonly id: string
  /** Addresses that the extension asked for outside itself. */
  readonly asked: readonly string[]
  worker(): Promise<Worker>
  /** Ends the service worker as the browser does when it is idle. */
  stopWorker(): Promise<void>
  panel(page: Page): Promise<Page>
  close(): Promise<void>
}

/** An installed browser with the extension, a profile of its own, and no way to any other host. */
export async function launchExtended(
  folder: string,
  profile: string,
  more: readonly string[] = [],
): Promise<Extended> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath ?? '',
    headless: true,
    viewport: { width: 1366, height: 768 },
    ignoreDefaultArgs: unlikeAPersons,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      ...more,
    ],
  })
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker', { timeout: 15_000 })
  const id = new URL((await worker()).url()).host
  const asked: string[] = []
  context.on('request', (request) => {
    const by = request.serviceWorker()?.url() ?? request.frame().url()
    if (
      by.startsWith(`chrome-extension://${id}/`) &&
      !request.url().startsWith(`chrome-extension://${id}/`)
    ) {
      asked.push(request.url())
    }
  })
  return {
    context,
    id,
    asked,
    worker,
    async stopWorker() {
      const browser = context.browser()
      const page = context.pages()[0]
      if (!page) throw new Error('no page to speak through')
      const session = browser ? await browser.newBrowserCDPSession() : await context.newCDPSession(page)
      const { targetInfos } = await session.send('Target.getTargets')
      const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id))
      if (target) await session.send('Target.closeTarget', { targetId: target.targetId })
      await session.detach()
    },
    async panel(page) {
      const panel = await context.newPage()
      await panel.setViewportSize({ width: 380, height: 760 })
      const address = `chrome-extension://${id}/sidepanel.html`
      // A page of the extension knows the tabs; the worker may just have been stopped.
      await panel.goto(`chrome-extension://${id}/managed_schema.json`)
      const tab = await panel.evaluate(async (wanted) => {
        const tabs = await chrome.tabs.query({})
        return tabs.findLast(({ url }) => url === wanted)?.id ?? -1
      }, page.url())
      await panel.goto(`${address}?tab=${tab}`)
      return panel
    },
    close: () => context.close(),
  }
}

/** Logs in and opens the inspection of a loan in the work frame, as the menu does. */
export async function openLoan(extended: Extended, site: CreditSystem): Promise<Page> {
  const page = await extended.context.newPage()
  await page.goto(`${site.origin}/login.jsp`)
  if (page.url().includes('login')) {
    await page.locator('input[name=user]').fill('周敏')
    await page.locator('input[type=password]').fill('x')
    await page.locator('input[type=submit], button').first().click()
    await page.waitForURL(/main\.jsp/, { timeout: 15_000 })
  }
  const menu = page.frame({ name: 'menu' })
  await menu?.getByText('贷后检查录入').click({ timeout: 15_000 })
  await page.frame({ name: 'work' })?.getByText('借据信息').first().waitFor({ timeout: 15_000 })
  return page
}

declare const chrome: {
  readonly tabs: { query(filter: object): Promise<{ readonly id?: number; readonly url?: string }[]> }
}

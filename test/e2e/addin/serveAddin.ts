import type { Browser, Frame, Route } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

import { launchBrowser } from '../../browser/launch.ts'
import type { ProfileName } from '../../excel-host/engine/profiles.ts'
import { type ExcelWindow, openExcel } from '../../excel-host/openExcel.ts'
import { type ExcelSite, serveExcel } from '../../excel-host/serve.ts'
import { buildAddin } from './buildAddin.ts'

export interface OpenedAddin extends ExcelWindow {
  readonly frame: Frame
  /** Waits until the pane says these words. */
  says(words: string | RegExp): Promise<void>
  press(name: string | RegExp): Promise<void>
  saved(): Promise<Uint8Array>
}

export interface ServedAddin {
  readonly site: ExcelSite
  readonly browser: Browser
  /** The built add-in. */
  readonly folder: string
  /** Opens a workbook; resolves when the pane has recognised it, or at once where told not to wait. */
  open(options?: {
    readonly protocol?: 'web' | 'desktop'
    readonly profile?: ProfileName
    readonly waits?: boolean
    /** Runs in every frame before its own scripts. */
    readonly prepare?: () => void
    /** Answers of a test's own, by address. */
    readonly routes?: Readonly<Record<string, (route: Route) => Promise<void>>>
  }): Promise<OpenedAddin>
}

const patience = { timeout: 60_000 }

/** For one block of tests: the add-in built, served in the simulated Excel with this workbook, and a browser. */
export function withAddin(workbook: () => Promise<Uint8Array>): ServedAddin {
  let served: Pick<ServedAddin, 'site' | 'browser' | 'folder'> | null = null
  beforeAll(async () => {
    const folder = await buildAddin()
    const samples = { '台账.xlsx': await workbook() }
    const [site, browser] = await Promise.all([
      serveExcel({ samples, mounts: { '/addin/': folder } }),
      launchBrowser(),
    ])
    served = { site, browser, folder }
  }, 180_000)
  afterAll(async () => {
    await served?.browser.close()
    await served?.site.close()
  })
  const now = (): Pick<ServedAddin, 'site' | 'browser' | 'folder'> => {
    if (!served) throw new Error('the add-in is served only while the tests run')
    return served
  }
  return {
    get site() {
      return now().site
    },
    get browser() {
      return now().browser
    },
    get folder() {
      return now().folder
    },
    async open({ protocol = 'web', profile = 'web', waits = true, prepare, routes = {} } = {}) {
      const { site, browser } = now()
      const options = { protocol, profile, addin: '/addin/taskpane.html', sample: '台账.xlsx' }
      const excel = await openExcel(browser, site, options, async (page) => {
        if (prepare) await page.addInitScript(prepare)
        for (const [address, answer] of Object.entries(routes)) await page.route(address, answer)
      })
      excel.page.setDefaultTimeout(60_000)
      const frame = await excel.addin()
      const opened: OpenedAddin = {
        ...excel,
        frame,
        says: (words) => frame.getByText(words).first().waitFor(patience),
        press: (name) => frame.getByRole('button', { name }).first().click(patience),
        saved: async () => Buffer.from(String(await excel.drive('saveAsBase64')), 'base64'),
      }
      if (waits) await opened.says('已识别为')
      return opened
    },
  }
}

import { rmSync } from 'node:fs'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

import { launchBrowser } from '../../../browser/launch.ts'
import { type ExcelSite, serveExcel } from '../../../excel-host/serve.ts'
import { buildPropertyPage } from './buildPropertyPage.ts'
import { type PropertyWindow, openProperty } from './openProperty.ts'

/** For the tests of one `describe`: a browser and a simulated Excel with the add-in's session in its pane. */
export function propertySite(): {
  open(options: Parameters<typeof openProperty>[2]): Promise<PropertyWindow>
} {
  let site: ExcelSite
  let browser: Browser
  let folder = ''
  beforeAll(async () => {
    folder = await buildPropertyPage()
    ;[site, browser] = await Promise.all([serveExcel({ mounts: { '/property/': folder } }), launchBrowser()])
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { open: (options) => openProperty(browser, site, options) }
}

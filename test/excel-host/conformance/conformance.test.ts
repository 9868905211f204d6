import type { Browser, Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { browserPath, launchBrowser } from '../../browser/launch.ts'
import { type ProfileName, atLeast, profiles } from '../engine/profiles.ts'
import { type ExcelWindow, openExcel } from '../openExcel.ts'
import { type ExcelSite, serveExcel } from '../serve.ts'
import { scenarios } from './scenarios.ts'

/** npm's copy of the library knows the object model up to here, whatever the host offers. */
const LIBRARY_ENDS = '1.15'

describe.runIf(browserPath)('the simulated Excel answers as Microsoft documents it', () => {
  let site: ExcelSite
  let browser: Browser
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([serveExcel(), launchBrowser()])
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  const windows: readonly (readonly ['web' | 'desktop', ProfileName])[] = [
    ['web', 'web'],
    ['web', 'ltsc2021'],
    ['desktop', 'ltsc2021'],
    ['desktop', 'm365'],
  ]
  describe.each(windows)('by the %s protocol as %s', (protocol, profile) => {
    let window: ExcelWindow
    let frame: Frame
    beforeAll(async () => {
      window = await openExcel(browser, site, { protocol, profile, addin: '/conformance/conformance.html' })
      frame = await window.addin()
      await frame.waitForFunction(() => 'runScenario' in globalThis)
    })
    afterAll(() => window.close())

    const have = profiles[profile].sets['ExcelApi']
    const asked = scenarios.filter(({ needs }) => atLeast(have, needs) && atLeast(LIBRARY_ENDS, needs))
    test.each(asked)('$name', async ({ name, expected }) => {
      const answer = await frame.evaluate((one) => {
        const { runScenario } = globalThis as unknown as { runScenario: (name: string) => Promise<unknown> }
        return runScenario(one)
      }, name)
      expect(answer).toEqual({ result: expected })
    })

    test('nothing was asked of another place, and nothing was missing', async () => {
      expect(window.complaints).toEqual([])
      expect(await window.drive('call', 'coverage')).toMatchObject({ missing: {} })
    })
  })
})

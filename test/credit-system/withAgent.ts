import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

import { launchBrowser } from '../browser/launch.ts'
import { bundleAgent } from './bundleAgent.ts'

/** For the tests of one `describe`: a browser, and the agent as a script for its pages. */
export function withAgent() {
  let agent: string
  let browser: Browser
  beforeAll(async () => {
    agent = await bundleAgent()
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())
  return {
    get agent() {
      return agent
    },
    get browser() {
      return browser
    },
  }
}

import { chromium, type Browser } from 'playwright-core'

import { findBrowser } from '../peers/find.ts'

/** True where a browser can be driven; tests that need one say aloud when they are left out. */
export const browserPath = findBrowser()
if (!browserPath) console.log('!!! LEFT OUT: browser tests (no Chrome, Edge or Chromium found)')

/** What Playwright asks of a browser and no person does: a person's keeps pages for going back, and shows scrollbars. */
export const unlikeAPersons = ['--disable-back-forward-cache', '--hide-scrollbars']

/**
 * Starts the installed browser without a window, with every look-up of an outside host refused; `left` are arguments of
 * Playwright's own that are left away.
 */
export function launchBrowser(left: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath ?? '',
    headless: true,
    ignoreDefaultArgs: [...left],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
    ],
  })
}

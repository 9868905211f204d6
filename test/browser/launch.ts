import { chromium, type Browser } from 'playwright-core'

import { findBrowser } from '../peers/find.ts'

/** True where a browser can be driven; tests that need one say aloud when they are left out. */
export const browserPath = findBrowser()
if (!browserPath) console.log('!!! LEFT OUT: browser tests (no Chrome, Edge or Chromium found)')

/** Starts the installed browser without a window, with every look-up of an outside host refused. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath ?? '',
    headless: true,
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

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

import { findBrowser, findSoffice, hasChineseFont } from './find.ts'

let listsRead = false

/** Installs Debian packages where we are root on Debian; says whether it went well. */
function aptInstall(packages: readonly string[]): boolean {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false
  console.log(`installing ${packages.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if (!listsRead) spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env })
  listsRead = true
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: 'ignore',
    env,
  })
  return status === 0
}

/** Playwright's own download of Chromium, for machines that are not Debian; the path, or undefined. */
async function playwrightDownload(): Promise<string | undefined> {
  const require = createRequire(import.meta.url)
  const { status } = spawnSync(
    process.execPath,
    [require.resolve('playwright-core/cli.js'), 'install', 'chromium'],
    {
      stdio: 'inherit',
      timeout: 300_000,
    },
  )
  if (status !== 0) return undefined
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

function leftOut(what: string, why: string): void {
  console.log(`\n!!! LEFT OUT: ${what}\n!!! ${why}\n`)
}

/** Finds or installs a browser and a Chinese font; gives the environment that the tests read. */
export async function provideBrowser(): Promise<Record<string, string>> {
  if (!findBrowser()) aptInstall(['chromium'])
  if (!hasChineseFont()) aptInstall(['fonts-noto-cjk'])
  const path = findBrowser() ?? (await playwrightDownload())
  if (!path)
    leftOut('browser tests', 'Install Chrome, Edge or Chromium, or set POSTLOAN_BROWSER to its program.')
  return path ? { POSTLOAN_BROWSER: path } : {}
}

/** Finds or installs LibreOffice, the second opinion on every workbook that is written. */
export function provideLibreOffice(): Record<string, string> {
  if (!findSoffice()) aptInstall(['libreoffice-calc'])
  const path = findSoffice()
  if (!path)
    leftOut(
      'LibreOffice second opinions',
      'Install LibreOffice, or set POSTLOAN_SOFFICE to its soffice program.',
    )
  return path ? { POSTLOAN_SOFFICE: path } : {}
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Frame, Page } from 'playwright-core'

import { startCreditSystem } from '../../credit-system/server.ts'
import { loans, practicePages } from '../../credit-system/site.ts'
import { buildExtension, launchExtended, openLoan } from './launch.ts'

/** Pictures of all that the extension shows, to be looked at: `node test/e2e/extension/pictures.ts folder`. */
const folder = process.argv[2] ?? join(import.meta.dirname, '../../../out/extension-pictures')
mkdirSync(folder, { recursive: true })
const profile = mkdtempSync(join(tmpdir(), 'postloan-profile-'))
const site = await startCreditSystem(0)
const extended = await launchExtended(buildExtension().folder, profile)
const shoot = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(folder, `${name}.png`) })
  console.log(name)
}
const pause = (page: Page): Promise<void> => page.waitForTimeout(1500)

/** The dock once it shows something; undefined where the page has none. */
async function dockOf(page: Page): Promise<Frame | undefined> {
  for (let tries = 0; tries < 60; tries += 1) {
    const dock = page.frames().find((frame) => frame.url().includes('/dock.html'))
    if (dock && (await dock.getByRole('button').count()) > 0) return dock
    await page.waitForTimeout(250)
  }
  return undefined
}

try {
  const page = await openLoan(extended, site)
  const dock = await dockOf(page)
  await pause(page)
  if ((await dock?.getByRole('tab').count()) === 0) {
    await shoot(page, 'dock-collapsed')
    await dock?.getByRole('button', { name: /展开/u }).click()
    await pause(page)
  }
  await shoot(page, 'dock-open')
  await page.frame({ name: 'work' })?.getByText('保 存').first().click()
  await pause(page)
  await shoot(page, 'save-notice')

  const panel = await extended.panel(page)
  for (const tab of ['清单', '本页', '本笔发现', '记录']) {
    await panel.getByRole('tab', { name: tab }).click({ timeout: 30_000 })
    await pause(panel)
    await shoot(panel, `panel-${tab}`)
  }
  await panel.getByRole('tab', { name: '清单' }).click()
  await panel
    .getByText('写明情况')
    .or(panel.getByText('备注', { exact: true }))
    .first()
    .click()
  await panel.locator('summary').first().click()
  await panel.setViewportSize({ width: 380, height: 1500 })
  await pause(panel)
  await shoot(panel, 'panel-note-guide')
  await panel.setViewportSize({ width: 380, height: 760 })
  await panel.getByRole('button', { name: '配置页面' }).click()
  await pause(panel)
  await page.bringToFront()
  await page.frame({ name: 'work' })?.locator('input:visible').nth(3).hover()
  await pause(page)
  await shoot(page, 'pointing-page')
  await page.frame({ name: 'work' })?.locator('input:visible').nth(3).click()
  await panel.bringToFront()
  await pause(panel)
  await shoot(panel, 'pointing-panel')
  await panel.close()

  const wide = await extended.context.newPage()
  await wide.goto(`chrome-extension://${extended.id}/todo.html`)
  await pause(wide)
  await shoot(wide, 'todo')
  await wide.goto(`chrome-extension://${extended.id}/options.html`)
  for (const part of ['常规', '页面配置', '台账', '记录与备份', '关于与权限']) {
    await wide.getByRole('button', { name: part, exact: true }).click()
    await pause(wide)
    await shoot(wide, `options-${part}`)
  }
  await wide.close()

  const [, , , loan] = loans
  for (const { path, family, shows } of loan ? practicePages(loan, loans) : []) {
    await page.goto(`${site.origin}${path}?jjh=${loan?.loanNo ?? ''}`)
    await dockOf(page)
    await pause(page)
    await shoot(page, `page-${shows}-${family.replaceAll(/\W+/gu, '')}${path.replaceAll(/\W/gu, '-')}`)
  }
} finally {
  await extended.close()
  await site.close()
  rmSync(profile, { recursive: true, force: true })
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

import { runCli } from '@postloan/core/cli'

import { launchBrowser } from '../browser/launch.ts'
import { buildExtension, openLoan } from '../e2e/extension/launch.ts'
import { foldDock, importLedger, openStudio } from '../e2e/extension/pictures/studio.ts'
import { asWorkbook } from '../planted/asWorkbook.ts'
import { plants } from '../planted/plants.ts'
import { plantedPortfolio } from '../planted/portfolio.ts'
import { showSurfaces } from './showSurfaces.ts'

/** Pictures for the README of what a browser shows: `node test/demo/pictures.ts [folder] [picture…]`. */
const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../core/docs/pictures'))
const wanted = process.argv.slice(3)
const scratch = mkdtempSync(join(tmpdir(), 'postloan-pictures-'))
const browser = await launchBrowser()
try {
  for (const [name, shoot] of Object.entries({ playground, report, marks }))
    if (wanted.length === 0 || wanted.includes(name)) await shoot()
} finally {
  await browser.close()
  rmSync(scratch, { recursive: true, force: true })
}

/** A finding open, its cell selected, the flags written. */
async function playground(): Promise<void> {
  const surfaces = await showSurfaces({ extensionFolder: join(scratch, 'extension') })
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 }, locale: 'zh-CN' })
  page.setDefaultTimeout(60_000)
  await page.goto(surfaces.playground)
  const pane = page.frameLocator('#pane iframe')
  await pane.getByRole('button', { name: '检查台账' }).click()
  await pane.getByRole('tab', { name: /^发现/ }).waitFor()
  await pane.getByRole('button', { name: '写入标注' }).click()
  await pane.getByText('标注已写入').waitFor()
  await pane.getByRole('button', { name: '知道了' }).first().click()
  await pane.locator('.pl-item').first().click()
  await pane.getByRole('button', { name: /^定位/ }).click()
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(folder, 'playground.png') })
  await page.close()
  await surfaces.close()
}

/** A page of the practice system after 保存, with a ledger that says otherwise of its loan. */
async function marks(): Promise<void> {
  const studio = await openStudio(folder, await buildExtension())
  await importLedger(studio)
  const page = await openLoan(studio.extended, studio.site)
  const dock = await foldDock(page)
  await page.frame({ name: 'work' })?.getByText('保 存').first().click()
  await dock.getByText('只作提醒').waitFor()
  await page.mouse.move(600, 740)
  await studio.shoot(page, 'marks')
  await studio.close()
}

/** The first screens of a month's report over a portfolio with planted faults. */
async function report(): Promise<void> {
  const { sheets } = plantedPortfolio({ count: 10_000, seed: 20_261_031, plants })
  const [now, before, html] = ['本月.xlsx', '上月.xlsx', '报告.html'].map((name) => join(scratch, name))
  if (!now || !before || !html) throw new Error('no names')
  writeFileSync(now, await asWorkbook('2026年10月31日', sheets.now))
  writeFileSync(before, await asWorkbook('2026年9月30日', sheets.before))
  let log = ''
  const quiet = { write: async (text: string): Promise<void> => void (log += text) }
  const code = await runCli(['check', now, '--previous', before, '--html', html], { out: quiet, log: quiet })
  if (code === 2) throw new Error(log)
  const page = await browser.newPage({ viewport: { width: 1280, height: 1500 }, locale: 'zh-CN' })
  await page.goto(pathToFileURL(html).href)
  await page.screenshot({ path: join(folder, 'report.png') })
  console.log(`${Math.round(readFileSync(html).length / 1024)} KB`)
}

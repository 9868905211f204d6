import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type { Browser, Page } from 'playwright-core'

import { launchBrowser } from '../../browser/launch.ts'
import { bundleAgent } from '../../credit-system/bundleAgent.ts'
import { reportAfter } from '../../credit-system/openPage.ts'
import { median } from '../measure.ts'

/**
 * Reads a page of 2,000 fields with the page agent, or scans it with axe-core, in a browser without a window; a fresh
 * page each round, since a page is read first when it is new. Drawing a new page keeps a browser's other threads busy
 * for a while: it is let end before, but for `opening`, where the reading begins with it as it does when a page opens.
 */
const [what = 'agent', rounds = '5', layout = 'table', when = 'drawn'] = process.argv.slice(2)
/** Longer than two cores take to draw the page, or to read it. */
const patience = 800
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pairs = Array.from({ length: 1000 }, (_, row) => [
  [`余额${row}`, `a${row}`, String(row)],
  [`日期${row}`, `b${row}`, '20260101'],
])
/** Cells with a word and a box, as old pages have them; or the nested parts with classes that libraries make. */
const forms: Readonly<Record<string, () => string>> = {
  table: () =>
    `<form><table>${pairs.map((row) => `<tr>${row.map(([label, name, value]) => `<td>${label}：</td><td><input name="${name}" value="${value}"></td>`).join('')}</tr>`).join('')}</table></form>`,
  parts: () =>
    `<form class="form-horizontal">${pairs.map((row) => `<div class="row">${row.map(([label, name, value]) => `<div class="form-group col-md-6"><label class="control-label" for="${name}">${label}</label><div class="col-sm-8"><input class="form-control" id="${name}" name="${name}" value="${value}"></div></div>`).join('')}</div>`).join('')}</form>`,
}
const form = forms[layout]?.()
if (form === undefined) throw new Error(`no such layout: ${layout}`)

const agent = await bundleAgent()
const browser = await launchBrowser()
const seconds: number[] = []
const noted: Record<string, number[]> = {}
const note = (name: string, value: number): void => void (noted[name] ??= []).push(value)

for (let round = 0; round < Number(rounds); round++) {
  const page = await openForm(browser)
  if (what === 'axe') seconds.push(await scanWithAxe(page))
  else seconds.push(await readForm(page))
  await page.close()
}
await browser.close()
const counted = Object.fromEntries(Object.entries(noted).map(([name, values]) => [name, median(values)]))
console.log(JSON.stringify({ seconds, peakMb: process.resourceUsage().maxRSS / 1024, counted }))

async function openForm(from: Browser): Promise<Page> {
  const page = await from.newPage({ viewport: { width: 1366, height: 768 } })
  await page.setContent(form ?? '')
  if (when === 'drawn') await page.waitForTimeout(patience)
  await page.evaluate(() => {
    const long: number[] = []
    Reflect.set(window, 'longTasks', long)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) long.push(entry.duration)
    }).observe({ entryTypes: ['longtask'] })
    return document.body.offsetHeight
  })
  return page
}

async function scanWithAxe(page: Page): Promise<number> {
  await page.evaluate(axeSource)
  const taken = await page.evaluate(async () => {
    const begun = performance.now()
    await axe.run({ resultTypes: ['violations'] })
    return performance.now() - begun
  })
  await page.waitForTimeout(200)
  note('longest', await longestTask(page))
  return taken / 1000
}

async function readForm(page: Page): Promise<number> {
  note('plainLoop', await pageLoop(page))
  await page.evaluate(agent)
  // nobody asks how far it is meanwhile
  await page.waitForTimeout(patience)
  const { cost, fields } = await reportAfter(page, 0)
  if (fields.length !== 2000) throw new Error(`${fields.length} fields read of 2000`)
  note('slices', cost.slices)
  note('longestSlice', cost.longest)
  note('longest', await longestTask(page))
  note('watchedLoop', await pageLoop(page))
  note('typing', await typingFeedback(page))
  return cost.milliseconds / 1000
}

/** The longest task over 50 ms that the browser saw; 0 for none. */
function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(Reflect.get(window, 'longTasks') as number[])))
}

/** Milliseconds of a script of the page's own that changes its form: the best of three. */
function pageLoop(page: Page): Promise<number> {
  return page.evaluate(() => {
    const once = (): number => {
      const begun = performance.now()
      for (const input of document.querySelectorAll('input')) {
        input.title = String(input.value.length)
        input.dispatchEvent(new Event('blur'))
      }
      return performance.now() - begun
    }
    return Math.min(once(), once(), once())
  })
}

/** Milliseconds from an `input` event to the agent's word of the new value. */
function typingFeedback(page: Page): Promise<number> {
  return page.evaluate(() => {
    const input = document.querySelectorAll('input')[1000]
    const sent = window.agentInPage?.sent
    if (!input || !sent) return Number.NaN
    const count = sent.length
    const begun = performance.now()
    input.value = '77'
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    return sent.length > count ? performance.now() - begun : Number.NaN
  })
}

declare const axe: { run(options: object): Promise<unknown> }

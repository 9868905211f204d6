import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser, unlikeAPersons } from '../../browser/launch.ts'
import { loans, practicePages } from '../../credit-system/site.ts'
import { browserPath, withPractice } from './launch.ts'

const [loan] = loans
if (!loan) throw new Error('the practice bank has no loans')
const pages = practicePages(loan, loans)

/** The same person does the same on the same page, once in a browser with the extension and once without. */
describe.runIf(browserPath)('the bank’s page with the extension and without it', () => {
  const here = withPractice()
  let bare: Browser
  let without: Page
  let withUs: Page
  beforeAll(async () => {
    bare = await launchBrowser(unlikeAPersons)
    without = await bare.newPage({ viewport: { width: 1366, height: 768 } })
    withUs = await here.extended.context.newPage()
    for (const page of [without, withUs]) {
      await page.addInitScript(watchPage)
      await page.goto(`${here.site.origin}/login.jsp`)
      await page.fill('input[type=password]', 'x')
      await page.click('input[type=submit]')
      await page.waitForURL(/main\.jsp/u)
    }
  })
  afterAll(() => bare?.close())

  test.each(pages.map(({ family, path, truth }) => [family, path, truth.fields.length > 0] as const))(
    '%s: tree, forms, scroll, focus, events, prototypes and what is posted are the same after typing and saving',
    async (_, path, marked) => {
      const states = []
      for (const page of [without, withUs]) {
        await page.goto(`${here.site.origin}${path}?jjh=${loan.loanNo}`)
        if (path.endsWith('.html')) await page.waitForSelector('body[data-ready]', { timeout: 60_000 })
        if (page === withUs && marked)
          await page.locator('postloan-marks').waitFor({ state: 'attached', timeout: 30_000 })
        await page.evaluate(() => scrollTo(0, 40))
        const box = page.locator('textarea:visible:enabled').or(page.locator('input:visible:enabled')).first()
        if ((await box.count()) > 0 && (await box.isEditable())) {
          await box.click()
          await box.pressSequentially('贷后7')
        }
        await page.waitForTimeout(700)
        const typed = await page.evaluate(pageState)
        const save = page.locator('input[type=submit]:visible').first()
        let posted: unknown = null
        if ((await save.count()) > 0) {
          await save.click()
          await page.waitForLoadState()
          await page.waitForTimeout(500)
          posted = await page.evaluate(pageState)
        }
        states.push({ typed, posted })
      }
      const [plain, ours] = states.map((state) => withoutDrawnIds(state))
      expect(ours).toEqual(plain)
    },
    120_000,
  )
})

/** Ids and times that libraries draw anew for each page. */
function withoutDrawnIds(state: unknown): unknown {
  return JSON.parse(
    JSON.stringify(state)
      .replaceAll(/el-(id|popper-container)-\d+/gu, 'el-$1')
      .replaceAll(/\b\d{13}\b(-\d+)*/gu, 'time'),
  )
}

/** Runs before the page's own scripts: notes each event that reaches the page and what it stood on. */
function watchPage(): void {
  const log: string[] = []
  Reflect.set(window, 'eventLog', log)
  for (const type of [
    'focusin',
    'focusout',
    'input',
    'change',
    'click',
    'submit',
    'scroll',
    'keydown',
    'beforeinput',
  ]) {
    addEventListener(
      type,
      (event) => {
        const at = event.target instanceof Element ? event.target.tagName : 'document'
        const line = `${type} ${at} ${event.isTrusted}`
        // the browser may tell one scroll several times
        if (type !== 'scroll' || log.at(-1) !== line) log.push(line)
      },
      true,
    )
  }
}

/** All that the bank could notice of us, but for the one element that is ours. */
function pageState(): Record<string, unknown> {
  const copy = document.documentElement.cloneNode(true)
  if (copy instanceof Element) copy.querySelectorAll('postloan-marks').forEach((one) => one.remove())
  const names = (holder: object): string =>
    Reflect.ownKeys(holder)
      .map((key) => {
        const own = Reflect.getOwnPropertyDescriptor(holder, key)
        const act: unknown = own?.value ?? own?.get
        const native =
          typeof act !== 'function' || /\[native code\]/u.test(Function.prototype.toString.call(act))
        return `${String(key)}${native ? '' : '!'}`
      })
      .join(' ')
  return {
    tree: copy instanceof Element ? copy.outerHTML : '',
    forms: [...document.forms].map((form) =>
      [...new FormData(form)].map(
        ([name, value]) => `${name}=${typeof value === 'string' ? value : value.name}`,
      ),
    ),
    values: [...document.querySelectorAll('input,textarea,select')].map(
      (one) => Reflect.get(one, 'value') as unknown,
    ),
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    scroll: [scrollX, scrollY],
    focus: document.activeElement?.tagName,
    selection: String(getSelection()),
    events: Reflect.get(window, 'eventLog') as unknown,
    prototypes: [
      EventTarget,
      Node,
      Element,
      HTMLElement,
      HTMLInputElement,
      HTMLFormElement,
      Document,
      Event,
    ].map((type) => names(type.prototype)),
    globals: Object.keys(window).filter((key) => /postloan|wxt/iu.test(key)),
  }
}

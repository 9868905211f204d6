import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Frame, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { askEngine } from './crash/seat.ts'
import { hostilePage, numbers, otherTricks } from './hostilePage.ts'
import { browserPath, withPractice } from './launch.ts'

const patient = { timeout: 30_000 }

describe.runIf(browserPath)('a hostile page', () => {
  const here = withPractice()
  let page: Page
  let panel: Page
  const open = async (html: string): Promise<void> => {
    const address = `${here.site.origin}/evil/${Math.random().toString(36).slice(2)}`
    await page.route(address, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    )
    await page.goto(address, { waitUntil: 'commit' })
  }
  const kept = async (own: Page | Frame): Promise<readonly string[]> => {
    const { log = [] } = await askEngine(own, { ask: 'records', loan: '' })
    return log.filter(({ kind }) => kind !== 'check').map(({ kind, text }) => `${kind} ${text}`)
  }
  beforeEach(async () => {
    page = await here.extended.context.newPage()
  })
  afterEach(async () => {
    const others = here.extended.context.pages().filter((one) => one !== here.page)
    await Promise.all(others.map((one) => one.close()))
  })

  test('reaches nothing of ours by patched prototypes, forged messages and made-up events', async () => {
    await open(hostilePage)
    panel = await here.extended.panel(page)
    await panel.getByRole('checkbox').first().waitFor(patient)
    const dock = await dockOf(page)
    await page.evaluate(otherTricks, here.extended.id)
    await page.waitForTimeout(600)
    expect(await page.evaluate(() => Reflect.get(window, 'got') as unknown)).toEqual([])
    expect(await kept(panel)).toEqual([])
    expect(
      await panel
        .getByRole('checkbox')
        .evaluateAll((boxes) => boxes.filter((box) => (box as HTMLInputElement).checked).length),
    ).toBe(0)
    // the words of the page are words, in every page of ours
    await panel.getByRole('tab', { name: '本页' }).click(patient)
    for (const frame of [panel.mainFrame(), dock])
      expect(
        await frame.evaluate(() => [document.querySelector('img'), Reflect.get(window, 'ran') ?? null]),
      ).toEqual([null, null])
    expect(await page.evaluate(() => Reflect.get(window, 'ran') as unknown)).toBe(0)
  }, 90_000)

  test('gets no tick out of a panel that is hidden in any way, and the person gets hers when it is not', async () => {
    await open(hostilePage)
    const dock = await dockOf(page)
    if ((await dock.getByRole('tab', { name: '清单' }).count()) === 0)
      await dock.getByRole('button', { name: /展开/ }).click(patient)
    const box = dock.getByRole('checkbox').first()
    await box.waitFor(patient)
    await page.evaluate(() => {
      // a page that takes the focus all the time hinders a person, and gains nothing by it
      clearInterval(Number(Reflect.get(window, 'stealing')))
      document.head.append(Object.assign(document.createElement('style'), { id: 'trick' }))
    })
    const inTheOpen = async (): Promise<readonly string[]> => {
      // longer than a panel must have been in the open
      await page.waitForTimeout(1000)
      const place = await box.boundingBox()
      await page.mouse.click((place?.x ?? 0) + 8, (place?.y ?? 0) + 8)
      await page.waitForTimeout(300)
      return kept(dock)
    }
    const taken: string[] = []
    for (const css of ways) {
      await page.evaluate((text) => {
        const style = document.querySelector('#trick')
        if (style) style.textContent = text
      }, css)
      if ((await inTheOpen()).length > 0) taken.push(css)
    }
    expect(taken).toEqual([])
    // what the page wants of our own element does not count: it looks as it did, and the tick is the person's
    await page.evaluate((text) => {
      const style = document.querySelector('#trick')
      if (style) style.textContent = text
    }, ownStyle)
    await expect.poll(inTheOpen, { timeout: 60_000, interval: 100 }).toHaveLength(1)
    expect(
      await page.evaluate(
        () => getComputedStyle(document.querySelector('postloan-marks') ?? document.body).opacity,
      ),
    ).toBe('1')
  }, 120_000)

  test('ID and telephone numbers are masked in all that is ours: panel, dock, marks, log, badge, export', async () => {
    await open(hostilePage)
    panel = await here.extended.panel(page)
    await panel.getByRole('checkbox').first().waitFor(patient)
    await panel.getByRole('tab', { name: '记录' }).click(patient)
    await panel.getByLabel('备注').fill(`核实到 ${numbers[0] ?? ''}`)
    await panel.getByRole('button', { name: '记下' }).click(patient)
    await panel.getByText('核实到 3301').first().waitFor(patient)
    const said: string[] = []
    for (const name of ['清单', '本页', '本笔发现', '记录']) {
      await panel.getByRole('tab', { name }).click(patient)
      for (const more of await panel.locator('[aria-expanded=false]').all())
        await more.click({ timeout: 500 }).catch(() => {})
      said.push(await panel.locator('#root').innerHTML())
    }
    const saved = panel.waitForEvent('download', patient)
    await panel.getByRole('button', { name: '导出…' }).click(patient)
    await panel.getByText('导出本页读数').click(patient)
    said.push(readFileSync(await (await saved).path(), 'utf8'))
    said.push(JSON.stringify(await askEngine(panel, { ask: 'records', loan: '' })))
    said.push(await panel.evaluate(() => chrome.action.getTitle({})))
    said.push(await (await dockOf(page)).locator('body').innerHTML())
    said.push(await ownMarks(page))
    for (const number of numbers)
      expect(said.map((text) => text.includes(number))).toEqual(said.map(() => false))
    expect(said.join('').includes('3301')).toBe(true)
  }, 90_000)

  test('with far more labels than are read and megabytes in one field is read as far as that goes, and stays alive', async () => {
    await open(`<title>大</title><table style="table-layout:fixed"><tr><td>借据号：</td><td>JK-9</td><td>客户名称：</td><td>甲公司</td></tr>
      <tr><td>贷款余额（元）：</td><td>100.00</td><td>放款日期：</td><td>20260901</td></tr></table>
      <textarea>${'购'.repeat(1_000_000)}</textarea><table style="table-layout:fixed" id=many></table>
      <script>const rows=[];for(let i=0;i<2500;i++)rows.push('<tr><td>标签'+i+'：</td><td>'+i+'</td></tr>');many.innerHTML=rows.join('')</script>`)
    panel = await here.extended.panel(page)
    await panel.getByRole('tab', { name: '本页' }).click({ timeout: 120_000 })
    await panel.getByText('读到的字段').first().waitFor({ timeout: 60_000 })
    expect(await page.evaluate(() => document.querySelectorAll('td').length)).toBe(5008)
  }, 240_000)

  test('nothing was asked of any address, and the built extension could not ask', () => {
    expect(here.extended.asked).toEqual([])
    const manifest: unknown = JSON.parse(readFileSync(join(here.folder, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({
      manifest_version: 3,
      permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'sidePanel'],
      optional_permissions: ['notifications'],
      host_permissions: ['http://localhost/*', 'http://127.0.0.1/*'],
      web_accessible_resources: [{ resources: ['dock.html'] }],
    })
    expect(manifest).not.toHaveProperty('externally_connectable')
    expect(manifest).not.toHaveProperty('content_scripts')
    expect(manifest).toHaveProperty(
      'content_security_policy.extension_pages',
      expect.stringMatching(/default-src 'none';.*connect-src 'none'/u),
    )
  })
})

/** What stands in our closed root, as the debugger sees it. */
async function ownMarks(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  await session.detach()
  const text = JSON.stringify(root)
  const at = text.search(/"nodeName":"POSTLOAN-MARKS"/iu)
  expect(at).toBeGreaterThan(0)
  return text.slice(at)
}

async function dockOf(page: Page): Promise<Frame> {
  const find = (): Frame | undefined => page.frames().find((frame) => frame.url().includes('/dock.html'))
  await expect.poll(() => find() !== undefined, patient).toBe(true)
  const dock = find()
  if (!dock) throw new Error('no dock')
  await dock.getByRole('button').first().waitFor(patient)
  return dock
}

/** What a page may lay over our panel so that a person presses something else than she sees. */
const cover = 'content:"";position:fixed;inset:0;z-index:2147483647;pointer-events:none'
const ways = [
  `body:after{${cover};background:#fff}`,
  `body:after{${cover};background:#fff;opacity:.5}`,
  `body:after{${cover};backdrop-filter:blur(9px)}`,
  'html{opacity:.02}',
  'html{filter:blur(9px)}',
  'html{transform:scale(.9) rotate(4deg)}',
]
/** Styles that a page gives to our element itself. */
const ownStyle =
  'postloan-marks{opacity:.02!important;filter:blur(9px)!important;clip-path:inset(0 0 0 99%)!important;z-index:1!important}'

declare const chrome: { readonly action: { getTitle(of: object): Promise<string> } }

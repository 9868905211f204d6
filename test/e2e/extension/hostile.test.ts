import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Frame, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { agentsIn } from './agentIn.ts'
import { applySheet, covers, ownStyle, removals, sheetCovers, uncover } from './covers.ts'
import { askEngine } from './crash/seat.ts'
import { hostilePage, numbers, otherTricks } from './hostilePage.ts'
import { browserPath, withPractice } from './launch.ts'
import { dockOf, marksIn, openDock } from './ownParts.ts'

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

  test('gets nothing out of a panel that is hidden in any way, and the person gets hers when it is not', async () => {
    await open(hostilePage)
    const dock = await openDock(page)
    const box = dock.getByRole('checkbox').first()
    await box.waitFor(patient)
    // a page that takes the focus all the time hinders a person, and gains nothing by it
    await page.evaluate(() => clearInterval(Number(Reflect.get(window, 'stealing'))))
    await dock.evaluate(() => {
      Reflect.set(window, 'presses', 0)
      addEventListener('click', () =>
        Reflect.set(window, 'presses', Number(Reflect.get(window, 'presses')) + 1),
      )
    })
    const before = await kept(dock)
    const place = await box.boundingBox()
    const press = async (): Promise<void> => {
      // longer than a panel must have been in the open
      await page.waitForTimeout(700)
      await page.mouse.click((place?.x ?? 0) + 8, (place?.y ?? 0) + 8)
    }
    for (const [, css] of sheetCovers) {
      await page.evaluate(applySheet, css)
      await press()
      await page.evaluate(uncover)
    }
    for (const { name, on } of covers) {
      expect([name, await page.evaluate(on)]).toEqual([name, true])
      await press()
      await page.evaluate(uncover)
    }
    // it was there, it was pressed, and it took nothing
    expect(Number(await dock.evaluate(() => Reflect.get(window, 'presses') as unknown))).toBeGreaterThan(3)
    expect(await kept(dock)).toEqual(before)
    await dock.getByText('被页面内容遮住').waitFor(patient)
    // what the page wants of our own element does not count: it looks as it did, and the tick is the person's
    await page.evaluate(applySheet, ownStyle)
    await expect
      .poll(async () => {
        await page.waitForTimeout(1000)
        const now = await box.boundingBox()
        await page.mouse.click((now?.x ?? 0) + 8, (now?.y ?? 0) + 8)
        await page.waitForTimeout(300)
        return (await kept(dock)).length
      }, patient)
      .toBeGreaterThan(before.length)
    expect(
      await page.evaluate(() => {
        const { opacity, visibility } = getComputedStyle(
          document.querySelector('postloan-marks') ?? document.body,
        )
        return [opacity, visibility]
      }),
    ).toEqual(['1', 'visible'])
  }, 120_000)

  test('that is rid of our element has it back, with a panel that is answered', async () => {
    await open(hostilePage)
    await page.evaluate(() => clearInterval(Number(Reflect.get(window, 'stealing'))))
    const log = await kept(await dockOf(page))
    for (const { name, on } of removals) {
      const dock = await openDock(page)
      const before = dock.url()
      const place = await dock.getByRole('checkbox').first().boundingBox(patient)
      expect([name, await page.evaluate(on)]).toEqual([name, true])
      await page.mouse.click((place?.x ?? 0) + 8, (place?.y ?? 0) + 8)
      await expect.poll(async () => (await dockOf(page)).url(), patient).not.toBe(before)
      expect(await page.locator('html > postloan-marks').count()).toBe(1)
    }
    const dock = await openDock(page)
    await dock.getByRole('checkbox').first().waitFor(patient)
    expect(await kept(dock)).toEqual(log)
    expect(await marksIn(page)).toContain('必填')
  }, 90_000)

  test('ID and telephone numbers are masked in all that is ours: panel, dock, marks, log, badge, export', async () => {
    await open(hostilePage)
    panel = await here.extended.panel(page)
    await panel.getByRole('checkbox').first().waitFor(patient)
    await panel.getByRole('tab', { name: '记录' }).click(patient)
    await panel.getByLabel('备注').fill(`核实到 ${numbers[0] ?? ''}`)
    await panel.getByRole('button', { name: '记下' }).click(patient)
    await panel.getByText('核实到 3301').first().waitFor(patient)
    const said: string[] = []
    const printed: string[] = []
    here.extended.context.on('console', (message) => printed.push(message.text()))
    here.extended.context.on('weberror', (fault) => printed.push(String(fault.error().stack)))
    const worker = await here.extended.worker()
    worker.on('console', (message) => printed.push(message.text()))
    for (const name of ['清单', '本页', '本笔发现', '记录']) {
      await panel.getByRole('tab', { name }).click(patient)
      for (const more of await panel.locator('[aria-expanded=false]').all())
        await more.click({ timeout: 500 }).catch(() => {})
      said.push(await panel.locator('#root').innerHTML())
    }
    const saved = panel.waitForEvent('download', patient)
    await panel.getByRole('button', { name: '导出…' }).click(patient)
    await panel.getByText('导出本页读数').click(patient)
    const exported = readFileSync(await (await saved).path(), 'utf8')
    said.push(exported)
    // it says of each field where it stands
    const { fields } = JSON.parse(exported) as { fields: readonly { place: object | null }[] }
    expect(fields.map(({ place }) => Object.keys(place ?? {}))).toEqual(
      fields.map(() => ['x', 'y', 'width', 'height']),
    )
    said.push(JSON.stringify(await askEngine(panel, { ask: 'records', loan: '' })))
    said.push(await panel.evaluate(() => chrome.action.getTitle({})))
    said.push(JSON.stringify(await askEngine(panel, { ask: 'todos' })))
    const log = panel.waitForEvent('download', patient)
    await panel.getByRole('button', { name: '导出记录…' }).click(patient)
    said.push(readFileSync(await (await log).path(), 'utf8'))
    said.push(...printed)
    said.push(await (await dockOf(page)).locator('body').innerHTML())
    said.push(await marksIn(page))
    await panel.getByRole('button', { name: '配置页面' }).click(patient)
    await page.bringToFront()
    await page.locator('input').nth(2).hover(patient)
    await expect.poll(() => marksIn(page), patient).toContain('证件号码 = ')
    said.push(await marksIn(page))
    for (const number of numbers)
      expect(said.map((text) => text.includes(number))).toEqual(said.map(() => false))
    expect(said.join('').includes('3301')).toBe(true)
  }, 90_000)

  test('with forty thousand labels and a megabyte in one field is read as far as that goes, and that it was cut is said', async () => {
    await open(`<title>大</title><table style="table-layout:fixed"><tr><td>借据号：</td><td>JK-9</td><td>客户名称：</td><td>甲公司</td></tr>
      <tr><td>贷款余额（元）：</td><td>100.00</td><td>放款日期：</td><td>20260901</td></tr></table>
      <textarea>${'购'.repeat(1_000_000)}</textarea><table style="table-layout:fixed" id=many></table>
      <script>const rows=[];for(let i=0;i<40000;i++)rows.push('<tr><td>标签'+i+'：</td><td>'+i+'</td></tr>');many.innerHTML=rows.join('')
      window.long=[];new PerformanceObserver((list)=>long.push(...list.getEntries().map((one)=>Math.round(one.duration)))).observe({entryTypes:['longtask']})</script>`)
    panel = await here.extended.panel(page)
    await panel.getByRole('tab', { name: '本页' }).click({ timeout: 120_000 })
    await panel.getByText('只读了前面的部分').waitFor({ timeout: 60_000 })
    expect(await page.evaluate(() => document.querySelectorAll('td').length)).toBe(80_008)
    // it ends: nothing is read again and again of a page that stands still
    const agents = await agentsIn(here.extended, page)
    expect(await agents.value('借据号')).toBe('JK-9')
    await agents.close()
    console.log(
      'long tasks, the page’s own among them:',
      await page.evaluate(() => Reflect.get(window, 'long') as unknown),
    )
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

declare const chrome: { readonly action: { getTitle(of: object): Promise<string> } }

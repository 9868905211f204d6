import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startCreditSystem, type CreditSystem } from '../../credit-system/server.ts'
import { askEngine, boxesOf, boxOf, openSeat, type Seat } from './crash/seat.ts'
import { browserPath, buildExtension, launchExtended, type Extended } from './launch.ts'
import { copyExtension, setManaged, type OwnCopy } from './ownCopy.ts'

const patient = { timeout: 30_000 }

/** One browser, one profile, an extension of its own: what happens to it over weeks, in two minutes. */
describe.runIf(browserPath)('an extension in its life', () => {
  let own: OwnCopy
  let site: CreditSystem
  let extended: Extended
  let seat: Seat
  let policy: { remove(): void } | null = null
  const profile = mkdtempSync(join(tmpdir(), 'postloan-profile-'))
  beforeAll(async () => {
    own = copyExtension(await buildExtension())
    policy = setManaged(own.id, {
      version: '2026-10-20',
      userName: '柜员甲',
      retentionYears: 10,
    })
    if (!policy)
      console.log('!!! LEFT OUT: managed policy in the browser (its policy folder cannot be written here)')
    site = await startCreditSystem(0)
    extended = await launchExtended(own.folder, profile, ['--enable-unsafe-extension-debugging'])
    if (extended.id !== own.id) throw new Error(`the id is ${extended.id} and not ${own.id}`)
    seat = await openSeat(extended, site)
  }, 180_000)
  afterAll(async () => {
    await extended?.close()
    await site?.close()
    policy?.remove()
    own?.clean()
    rmSync(profile, { recursive: true, force: true })
  })

  test('what the bank has set holds, is shown as set, and cannot be changed by a page of ours', async () => {
    const options = await extended.context.newPage()
    await options.goto(`chrome-extension://${own.id}/options.html`)
    const name = options.getByLabel('使用人')
    await name.waitFor(patient)
    const inForce = policy ? '柜员甲' : ''
    await expect.poll(() => options.getByText('配置版本 2026-10-20').count(), patient).toBe(policy ? 1 : 0)
    expect([await name.inputValue(), await name.isDisabled()]).toEqual([inForce, policy !== null])
    // a page of ours that asks for it all the same is not obeyed
    const wanted = policy ? { userName: '别人' } : {}
    await options.evaluate((changed) => chrome.runtime.sendMessage({ ask: 'set', changed }), wanted)
    const settings = await options.evaluate(() => chrome.runtime.sendMessage({ ask: 'settings' }))
    expect(settings?.values?.userName).toBe(inForce)
    await options.close()
  }, 60_000)

  test('two tabs on one loan, ticked in turns without waiting, both show all of it in one chain', async () => {
    const other = await openSeat(extended, site)
    const names = [...(await boxesOf(seat.panel)).keys()].slice(0, 3)
    for (const [at, name] of names.entries()) {
      const { panel } = at % 2 === 0 ? seat : other
      // the browser hands presses to the tab in front only
      await panel.bringToFront()
      await boxOf(panel, name).click(patient)
    }
    const wanted = names.map((name) => [name, true])
    const shown = async (panel: Page): Promise<unknown> => {
      const boxes = await boxesOf(panel)
      return names.map((name) => [name, boxes.get(name)])
    }
    await expect.poll(() => shown(seat.panel), patient).toEqual(wanted)
    await expect.poll(() => shown(other.panel), patient).toEqual(wanted)
    expect(await askEngine(seat.panel, { ask: 'verify' })).toMatchObject({ ok: true })
    await Promise.all([other.panel.close(), other.page.close()])
  }, 90_000)

  test('a full disk is told, nothing looks done that is not, and it goes on when there is room', async () => {
    await seat.panel.bringToFront()
    const worker = await extended.worker()
    // the browser gives us all the room there is, so that its own end cannot be reached here: the store says it is
    await worker.evaluate(() => {
      const real = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'add') ?? {}
      Object.defineProperty(IDBObjectStore.prototype, 'add', {
        ...real,
        value: () => {
          throw new DOMException('no room', 'QuotaExceededError')
        },
      })
      Reflect.set(globalThis, 'makeRoom', () => {
        Object.defineProperty(IDBObjectStore.prototype, 'add', real)
      })
    })
    const [name = ''] = [...(await boxesOf(seat.panel))].find(([, ticked]) => !ticked) ?? []
    const before = await askEngine(seat.panel, { ask: 'verify' })
    await boxOf(seat.panel, name).click(patient)
    await seat.panel.getByText('磁盘空间不足').waitFor(patient)
    expect((await boxesOf(seat.panel)).get(name)).toBe(false)
    expect(await askEngine(seat.panel, { ask: 'verify' })).toEqual(before)
    await worker.evaluate(() => {
      const makeRoom: unknown = Reflect.get(globalThis, 'makeRoom')
      if (typeof makeRoom === 'function') makeRoom()
    })
    await boxOf(seat.panel, name).click(patient)
    await expect.poll(async () => (await boxesOf(seat.panel)).get(name), patient).toBe(true)
  }, 90_000)

  test('updated while a page is open, it leaves the page whole, takes over, keeps all, and says so', async () => {
    const { page } = seat
    const ticked = [...(await boxesOf(seat.panel))].filter(([, is]) => is).map(([name]) => name)
    expect(ticked.length).toBeGreaterThan(2)
    const faults: string[] = []
    page.on('pageerror', (fault) => faults.push(fault.message))
    await page.locator('textarea').first().fill('写到一半')
    await page.evaluate(() => Reflect.set(window, 'sameDocument', true))
    own.setVersion('0.1.1')
    const session = await extended.context.browser()?.newBrowserCDPSession()
    await session?.send('Extensions.loadUnpacked', { path: own.folder })
    await session?.detach()
    await expect.poll(() => seat.panel.isClosed(), patient).toBe(true)
    await page.bringToFront()
    // the old agent is spoken to by what a person does in the page meanwhile
    await page.locator('textarea').first().fill('写到一半，接着写')
    await expect.poll(() => page.locator('postloan-marks').count(), { timeout: 60_000 }).toBe(1)
    const panel = await extended.panel(page)
    seat = { page, panel }
    await panel.getByText('贷后助手已更新到 0.1.1').waitFor(patient)
    const now = await boxesOf(panel)
    expect(ticked.map((name) => now.get(name))).toEqual(ticked.map(() => true))
    expect(await askEngine(panel, { ask: 'verify' })).toMatchObject({ ok: true })
    expect(await page.locator('textarea').first().inputValue()).toBe('写到一半，接着写')
    expect(await page.evaluate(() => Reflect.get(window, 'sameDocument') as unknown)).toBe(true)
    expect(faults).toEqual([])
    await panel.getByRole('button', { name: '知道了' }).click(patient)
    await expect.poll(() => panel.getByText('贷后助手已更新到').count(), patient).toBe(0)
  }, 120_000)
})

declare const chrome: {
  readonly runtime: {
    sendMessage(message: object): Promise<{ readonly values?: { readonly userName?: string } } | null>
  }
}

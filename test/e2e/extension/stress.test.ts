import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { agentsIn } from './agentIn.ts'
import { browserPath, withPractice } from './launch.ts'
import { dockOf, marksIn, topLayer } from './ownParts.ts'
import { startStressSite, type StressSite } from './stressSite.ts'

const patient = { timeout: 30_000, interval: 250 }

describe.runIf(browserPath)('pages that ask much', () => {
  const here = withPractice()
  let site: StressSite
  beforeAll(async () => {
    site = await startStressSite()
  })
  afterAll(() => site.close())

  async function open(path: string): Promise<Page> {
    const page = await here.extended.context.newPage()
    await page.goto(`${site.origin}${path}`)
    return page
  }

  test.each([
    ['a policy that allows nothing', '/strict', 'JK-4'],
    ['a page written by script after it was loaded', '/written', 'JK-5'],
    ['a list of 5,000 rows beside the form', '/rows', 'JK-3'],
  ])(
    '%s: the fields are read and marked',
    async (_, path, number) => {
      const page = await open(path)
      const agents = await agentsIn(here.extended, page)
      await expect.poll(() => agents.value('借据号'), patient).toBe(number)
      await expect.poll(() => page.locator('postloan-marks').count(), patient).toBe(1)
      await agents.close()
      await page.close()
    },
    90_000,
  )

  test('1,000 mutations a second: the page goes on, what is typed is read, and readings stay rare', async () => {
    const page = await open('/churn')
    const agents = await agentsIn(here.extended, page)
    await expect.poll(() => agents.value('借据号'), patient).toBe('JK-1')
    await agents.countCalls()
    const before = await page.evaluate(() => counted())
    await page.fill('input[name=ye]', '8888')
    await expect.poll(() => agents.value('贷款余额（元）'), patient).toBe('8888')
    await expect
      .poll(async () => (await page.evaluate(() => counted())).mutations - before.mutations, patient)
      .toBeGreaterThan(1500)
    const after = await page.evaluate(() => counted())
    expect(after.frames).toBeGreaterThan(before.frames)
    // one reading of this page searches and measures some two hundred times
    expect(await agents.calls()).toBeLessThan((after.mutations - before.mutations) * 2)
    await agents.close()
    await page.close()
  }, 90_000)

  test('thirty frames, each with its agent', async () => {
    const page = await open('/frames')
    const agents = await agentsIn(here.extended, page)
    await expect.poll(() => agents.count(), patient).toBe(31)
    await expect.poll(() => agents.value('贷款余额（元）'), patient).toBe('7000')
    await agents.close()
    await page.close()
  }, 90_000)

  test('a frame that goes elsewhere again and again while it is read', async () => {
    const page = await open('/wander')
    const agents = await agentsIn(here.extended, page)
    await expect
      .poll(
        () =>
          page
            .frames()
            .map((frame) => frame.url())
            .join(' '),
        patient,
      )
      .toContain('/one?13')
    await expect.poll(() => agents.value('借据号').catch(() => null), patient).toBe('JK-7')
    await expect.poll(() => agents.count(), patient).toBe(2)
    await agents.close()
    await page.close()
  }, 90_000)

  test('back and forth: the browser keeps the page as it would without us, and it is read, marked and answered again', async () => {
    const page = await open('/strict')
    await dockOf(page)
    await expect.poll(() => marksIn(page), patient).toContain('必填')
    await page.evaluate(() => {
      Reflect.set(window, 'kept', false)
      addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'kept', persisted))
    })
    await page.goto(`${site.origin}/one`)
    await dockOf(page)
    await page.goBack({ waitUntil: 'commit' })
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'kept') as unknown), patient).toBe(true)
    const dock = await dockOf(page)
    await dock.getByText('JK-4').first().waitFor(patient)
    await expect.poll(() => marksIn(page), patient).toContain('必填')
    const agents = await agentsIn(here.extended, page)
    await page.fill('input[name=ye]', '12')
    await expect.poll(() => agents.value('贷款余额（元）'), patient).toBe('12')
    await agents.close()
    await page.close()
  }, 90_000)

  test('a dialogue in the top layer: its fields are marked above it, those behind it are not, and after it all is as before', async () => {
    const page = await open('/dialogue')
    await expect.poll(() => marksIn(page), patient).toContain('必填')
    expect(await topLayer(page)).toEqual([])
    await page.getByRole('button', { name: '检查' }).click()
    await expect
      .poll(async () => (await topLayer(page)).map(({ name, words }) => [name, words]), patient)
      .toEqual([
        ['DIALOG', '检查方式*：'],
        ['DIV', '必填，未填'],
      ])
    await page.keyboard.press('Escape')
    await expect.poll(() => topLayer(page), patient).toEqual([])
    await expect.poll(() => marksIn(page), patient).toContain('必填')
    await page.close()
  }, 60_000)
})

declare const counted: () => { mutations: number; frames: number }

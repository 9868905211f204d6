import { describe, expect, test } from 'vitest'

import { browserPath, withPractice } from './launch.ts'

const patient = { timeout: 15_000 }

describe.runIf(browserPath)('the pointing tool', () => {
  const here = withPractice()

  test('gives a field of the page its meaning, keeps the map, and tries it on the page', async () => {
    const panel = await here.extended.panel(here.page)
    await panel.getByRole('button', { name: '配置页面' }).click(patient)
    await panel.getByText('在页面上移动鼠标').waitFor(patient)
    // the agent reads a page when it is shown: until it has, a click only puts the cursor into the box
    const pointAtBox = async (): Promise<number> => {
      await here.page.bringToFront()
      await here.page.frame({ name: 'work' })?.getByText('放款日期').hover(patient)
      await here.page.frame({ name: 'work' })?.locator('input:visible').nth(5).click(patient)
      await panel.bringToFront()
      return panel.getByText('已选：').count()
    }
    await expect.poll(pointAtBox, { timeout: 30_000, interval: 1_000 }).toBeGreaterThan(0)
    await panel.getByRole('button', { name: /^指定为/ }).click(patient)
    await panel.getByText('已指定 1').waitFor(patient)
    if (process.env['POSTLOAN_PICTURES'])
      await panel.screenshot({ path: `${process.env['POSTLOAN_PICTURES']}/pointing.png` })
    await panel.getByRole('button', { name: '用打开的页面自测' }).click(patient)
    await panel.getByText('1 个字段找到 1 个').waitFor(patient)
    await panel.close()

    const options = await here.extended.context.newPage()
    await options.goto(`chrome-extension://${here.extended.id}/options.html`)
    await options.getByRole('button', { name: '页面配置' }).click(patient)
    await options.getByText('1 个字段').waitFor(patient)
    if (process.env['POSTLOAN_PICTURES'])
      await options.screenshot({ path: `${process.env['POSTLOAN_PICTURES']}/maps.png` })
    await expect.poll(() => options.getByText('没有发现不稳的定位').count(), patient).toBe(1)
    await options.close()
  }, 90_000)

  test('a selector that somebody wrote into a map by hand finds its field on the page', async () => {
    const box = here.page.frame({ name: 'work' })?.locator('input[name]:visible').first()
    const name = await box?.getAttribute('name')
    const panel = await here.extended.panel(here.page)
    const ask = (request: object): Promise<unknown> =>
      panel.evaluate((given) => chrome.runtime.sendMessage(given), request)
    const tab = Number(new URL(panel.url()).searchParams.get('tab'))
    const found = async (): Promise<readonly string[]> => {
      const { view } = (await ask({ ask: 'page', tab })) as PageAnswer
      return view.fields.flatMap(({ mapped, meaning }) => (mapped && meaning ? [meaning.key] : []))
    }
    const before = await found()
    expect(before).not.toContain('bankruptcyFlag')
    const map = {
      id: 'by-hand',
      version: '1',
      host: new URL(here.site.origin).hostname,
      shows: 'detail',
      fields: [{ field: 'bankruptcyFlag', at: { selector: `table input[name='${name ?? ''}']` } }],
    }
    // of several maps of a page that which says most about it is taken
    for (const { id } of (await ask({ ask: 'maps' })) as readonly { readonly id: string }[])
      await ask({ ask: 'dropMap', id })
    expect(await ask({ ask: 'saveMap', map })).toMatchObject({ ok: true })
    await expect.poll(found, patient).toContain('bankruptcyFlag')
    await panel.close()
  }, 60_000)
})

interface PageAnswer {
  readonly view: {
    readonly fields: readonly {
      readonly mapped: boolean
      readonly meaning: { readonly key: string } | null
    }[]
  }
}

declare const chrome: { readonly runtime: { sendMessage(request: object): Promise<unknown> } }

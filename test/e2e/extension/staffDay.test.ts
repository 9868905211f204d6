import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { describe, expect, test } from 'vitest'

import { browserPath, withPractice } from './launch.ts'
import { dockOf, openDock } from './ownParts.ts'

const patient = { timeout: 15_000 }
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const ledger = [
  '借据号,客户名称,贷款金额（元）,贷款余额（元）,放款日期,到期日,五级分类,客户经理',
  'JJ2026100000000,南浦恒达农业有限公司,2610000,3000000,2026-02-28,2027-02-28,关注,朱英霞',
  'JJ2,乙公司,100000,100000,2026-10-20,2027-10-19,正常,朱英霞',
  'JJ3,丙公司,100000,100000,2026-06-20,2026-12-10,正常,朱英霞',
].join('\r\n')

describe.runIf(browserPath)('a day in the practice system', () => {
  const here = withPractice(async (extended) => {
    const options = await extended.context.newPage()
    await options.goto(`chrome-extension://${extended.id}/options.html`)
    await options.getByRole('button', { name: '台账' }).click(patient)
    await options.locator('input[type=file]').setInputFiles({
      name: '台账2026-10-31.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF${ledger}`),
    })
    await options.getByText('3 笔借据').waitFor(patient)
    await options.close()
  })

  test('the ledger’s differences stand in the panel and not in the page', async () => {
    const dock = await dockOf(here.page)
    await dock.getByRole('tab', { name: '本页' }).click(patient)
    await dock.getByText('3,000,000.00').first().waitFor(patient)
    const html = await Promise.all(
      here.page.frames().flatMap((frame) => (frame === dock ? [] : [frame.content()])),
    )
    expect(html.join('')).not.toContain('3,000,000.00')
  }, 60_000)

  test('a tick in the dock counts, one under a cover does not', async () => {
    const dock = await dockOf(here.page)
    await dock.getByRole('tab', { name: '清单' }).click(patient)
    await here.page.waitForTimeout(800)
    await dock.getByRole('checkbox').nth(0).click(patient)
    await expect.poll(() => dock.getByRole('checkbox').nth(0).isChecked(), patient).toBe(true)

    const seen = await (await dock.frameElement()).boundingBox()
    const box = await dock.getByRole('checkbox').nth(1).boundingBox()
    await here.page.evaluate(() => {
      const cover = document.createElement('div')
      cover.id = 'cover'
      cover.popover = 'manual'
      cover.style.cssText =
        'position:fixed;inset:0;margin:0;width:100%;height:100%;border:0;background:#fffc;pointer-events:none'
      document.documentElement.append(cover)
      cover.showPopover()
    })
    await here.page.waitForTimeout(800)
    expect(seen).not.toBeNull()
    await here.page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + 8)
    await dock.getByText('被页面内容遮住').waitFor(patient)
    expect(await dock.getByRole('checkbox').nth(1).isChecked()).toBe(false)
    await here.page.evaluate(() => document.querySelector('#cover')?.remove())
  }, 60_000)

  test('pressing 保存 with something open is told afterwards, and not stopped', async () => {
    await here.page.frame({ name: 'work' })?.getByText('保 存').first().click(patient)
    await here.page.frame({ name: 'work' })?.getByText('不能为空').first().waitFor(patient)
    const dock = await dockOf(here.page)
    await dock.getByText('只作提醒，不影响银行系统保存').waitFor(patient)
    await dock.getByRole('button', { name: '继续' }).click(patient)
    await dock.getByRole('button', { name: /展开/ }).waitFor(patient)
    await expect.poll(() => dock.getByText('只作提醒').count(), patient).toBe(0)
  }, 60_000)

  test('what is due is in 待办, of loans seen and loans in the ledger', async () => {
    const todo = await here.extended.context.newPage()
    await todo.goto(`chrome-extension://${here.extended.id}/todo.html`)
    await todo.getByRole('checkbox').first().waitFor(patient)
    const box = todo.getByRole('checkbox').first()
    const name = await box.getAttribute('aria-label')
    await box.click(patient)
    await todo.getByText('今天已完成').waitFor(patient)
    await expect.poll(() => todo.getByLabel(name ?? '').isChecked(), patient).toBe(true)
    await todo.close()
  }, 60_000)

  test.each(['sidepanel.html', 'options.html', 'todo.html', 'dock.html'])(
    '%s can be used by everybody (axe)',
    async (name) => {
      const page =
        name === 'sidepanel.html'
          ? await here.extended.panel(here.page)
          : await here.extended.context.newPage()
      if (name === 'dock.html') await page.goto(`${here.site.origin}/dh/check.jsp`)
      else if (name !== 'sidepanel.html') await page.goto(`chrome-extension://${here.extended.id}/${name}`)
      const own = name === 'dock.html' ? await openDock(page) : page
      await own.getByRole('button').first().waitFor(patient)
      await own.waitForTimeout(800)
      // Through the debugger: the pages' own policy lets nothing in.
      await own.evaluate(axeSource)
      const faults = await own.evaluate(async () => {
        // Fluent UI keeps hidden stops at the ends of tab lists, which hand the focus on at once
        const { violations } = await axe.run(
          { exclude: [['[data-tabster-dummy]']] },
          { resultTypes: ['violations'] },
        )
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
      })
      expect(faults).toEqual([])
      await page.close()
    },
    60_000,
  )

  test('nothing was asked of any other address', () => {
    expect(here.extended.asked).toEqual([])
  })
})

declare const axe: { run(context: object, options: object): Promise<{ violations: Violation[] }> }
interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

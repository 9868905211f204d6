import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { browserPath } from '../browser/launch.ts'
import { findFaults } from './findFaults.ts'
import { type Gallery, openGallery } from './openGallery.ts'
import { scenes } from './scenes.ts'

const size = { width: 350, height: 836 }
const named = (name: string) => scenes.filter((scene) => scene.name.slice(2) === name)

describe.runIf(browserPath)('the panes in a browser', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  test.each([
    ...scenes.map((scene) => [scene.name, 'light', scene] as const),
    ...[
      ...named('-ledger'),
      ...named('-result-finding'),
      ...named('-checklist'),
      ...named('-rule-page'),
      ...named('-documents'),
      ...named('-ticked'),
    ].map((scene) => [scene.name, 'dark', scene] as const),
  ])(
    '%s %s: nothing serious for axe, nothing refused by a strict policy, no other host asked',
    async (_, theme, scene) => {
      const { page, complaints, done } = await gallery.open(`${scene.query}&theme=${theme}`, size)
      await scene.reach(page)
      expect(await findFaults(page)).toEqual([])
      expect(complaints).toEqual([])
      await done()
    },
  )

  test.each([
    ['-ledger-all-columns', 320],
    ['-result-finding', 320],
    ['-due', 320],
    ['-checklist', 320],
    ['-documents', 320],
    ['-documents-preview', 320],
    ['-tick-asks', 320],
    ['-previous', 320],
    ['-ledger', 175],
    ['-result-finding', 175],
    ['-rule-page', 175],
    ['-documents', 175],
  ])('%s at %i px: nothing is cut off at the side', async (name, width) => {
    const [scene] = named(name)
    const { page, done } = await gallery.open(scene?.query ?? '', { width, height: 420 })
    await scene?.reach(page)
    expect(await tooWide(page)).toEqual([])
    await done()
  })

  test('by keyboard alone: check, move in the list, open a finding, leave it, filter', async () => {
    const { page } = await gallery.open('book=sample', size)
    await page.getByText('已识别为').waitFor()
    await tabTo(page, '检查台账')
    await page.keyboard.press('Enter')
    await page.locator('.pl-group').first().waitFor()

    await tabTo(page, '逾期贷款仍列正常')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toContain('第 166 行')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: /^定位/ }).waitFor()
    expect(await focused(page)).toContain('王岚敏')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toContain('定位')
    await page.keyboard.press('Enter')
    expect(
      await page.evaluate(() => (window as unknown as { selected(): unknown }).selected()),
    ).toMatchObject({ row: 165 })
    await page.keyboard.press('Escape')
    await page.locator('.pl-card').waitFor({ state: 'detached' })
    expect(await focused(page)).toContain('第 166 行')

    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).toContain('逾期贷款仍列正常')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).not.toContain('第 166 行')
    await page.keyboard.press('End')
    expect(await focused(page)).toContain('条发现')

    await page.getByRole('button', { name: /警示$/ }).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => page.locator('.pl-group .pl-level-serious').count()).toBe(0)
    await page.keyboard.press('Space')
    await expect.poll(() => page.locator('.pl-group .pl-level-serious').count()).toBeGreaterThan(0)
    await page.close()
  })

  test('by keyboard alone: another pane, a tick with a name, a document chosen, looked at and left', async () => {
    const { page } = await gallery.open('book=sample', size)
    await page.getByText('已识别为').waitFor()
    await tabTo(page, '检查台账')
    await page.keyboard.press('Enter')
    await page.locator('.pl-group').first().waitFor()
    await page.evaluate(() => (window as unknown as { selectRow(row: number): void }).selectRow(9))

    await tabBackTo(page, '结果')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByText('已完成').waitFor()
    await tabTo(page, '', 'checkbox')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: '记下' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '记下' }).waitFor({ state: 'detached' })
    await page.getByRole('checkbox').first().focus()
    await page.keyboard.press('Space')
    await page.getByRole('textbox', { name: '检查人' }).waitFor()
    await page.keyboard.type('周敏')
    await page.keyboard.press('Enter')
    await page.getByRole('checkbox', { checked: true }).first().waitFor()

    await tabBackTo(page, '清单')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^生成 \d+ 份文书/ }).waitFor()
    await tabTo(page, '', 'radio')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('radio', { name: /^催收通知书/, checked: true }).waitFor()
    await page.getByRole('button', { name: '生成 14 份文书' }).waitFor()
    await tabTo(page, '预览')
    await page.keyboard.press('Enter')
    await page.getByText('留空待填').waitFor()
    expect(await focused(page)).toBe('返回')
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: /^催收通知书/, checked: true }).waitFor()
    await page.close()
  })

  test('a cell put right while live checking is on: the open finding goes, and that is said', async () => {
    const { page } = await gallery.open('book=sample', size)
    await page.getByRole('button', { name: '检查台账' }).click()
    await page.getByRole('switch', { name: '实时检查' }).click()
    await page.getByRole('tab', { name: '发现 40' }).waitFor()
    await page.locator('.pl-item').first().click()
    await page.locator('.pl-card').waitFor()
    // 五级分类 of row 166 from 正常 to 关注
    await page.evaluate(() =>
      (window as unknown as { typeInto(row: number, column: number, value: string): void }).typeInto(
        165,
        21,
        '关注',
      ),
    )
    await page.locator('.pl-card').waitFor({ state: 'detached' })
    await page.getByText('这条发现已经消除').waitFor({ state: 'attached' })
    expect(await page.locator('.pl-item').allTextContents()).toHaveLength(3)
    await page.getByRole('tab', { name: '发现 39' }).waitFor()
    await page.close()
  })
})

/** Presses Tab until what has the focus says these words. */
async function tabTo(page: Page, words: string, type = ''): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const kind = await page.evaluate(() => document.activeElement?.getAttribute('type') ?? '')
    if ((await focused(page)).includes(words) && (type === '' || kind === type)) return
  }
  throw new Error(`“${words}” is not reached by Tab`)
}

/** Back to what says just these words. */
async function tabBackTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Shift+Tab')
    if ((await focused(page)) === words) return
  }
  throw new Error(`“${words}” is not reached by Shift+Tab`)
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '')
}

/** Elements that stick out at the right. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.pane, .pane-main, .pane-main *')]
      .filter((element) => {
        const { right, width } = element.getBoundingClientRect()
        const isHidden =
          element.closest('.pl-hidden, .pane-subtabs, [data-tabster-dummy], option, optgroup') !== null
        const isCut =
          element.parentElement !== null && getComputedStyle(element.parentElement).overflowX === 'hidden'
        return !isHidden && !isCut && width > 0 && right > window.innerWidth + 1
      })
      .map((element) => `${element.tagName} ${element.className}`.slice(0, 80)),
  )
}

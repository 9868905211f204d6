import type { Frame, Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'

import { browserPath, withPractice } from './launch.ts'
import { marksIn, openDock } from './ownParts.ts'

const patient = { timeout: 30_000 }

describe.runIf(browserPath)('with the keyboard alone', () => {
  const here = withPractice()

  test('the panel: tabs, a tick, an answer in words, a waiver', async () => {
    const panel = await here.extended.panel(here.page)
    const tab = (name: string): Locator => panel.getByRole('tab', { name })
    await panel.getByRole('checkbox').first().waitFor(patient)
    await tabTo(panel, tab('清单'))
    await panel.keyboard.press('ArrowRight')
    await expectFocus(panel, tab('本页'))
    await panel.keyboard.press('Enter')
    await panel.getByText('读到的字段').first().waitFor(patient)
    await panel.keyboard.press('ArrowLeft')
    await panel.keyboard.press('Space')
    await panel.getByRole('checkbox').first().waitFor(patient)

    const box = panel.getByRole('checkbox', { checked: false }).first()
    const item = panel.getByRole('checkbox', { name: await nameOf(box), exact: true })
    await tabTo(panel, item)
    await panel.keyboard.press('Space')
    await expect.poll(() => item.isChecked(), patient).toBe(true)
    await expectFocus(panel, item)

    const write = panel.getByRole('button', { name: /写明情况/u }).first()
    const form = panel.getByRole('form', { name: '核实情况' })
    await tabTo(panel, write)
    await panel.keyboard.press('Enter')
    await form.waitFor(patient)
    await panel.keyboard.press('Escape')
    await expect.poll(() => form.count(), patient).toBe(0)
    // the one who closes the form is where she was
    await expectFocus(panel, write)
    await panel.keyboard.press('Enter')
    await expectFocus(panel, form.getByRole('textbox'))
    await panel.keyboard.type('现场 46 人')
    await panel.keyboard.press('Shift+Tab')
    await expectFocus(panel, form.getByRole('combobox'))
    await panel.keyboard.press('ArrowDown')
    await expect.poll(() => form.getByRole('combobox').inputValue(), patient).toBe('fault')
    await tabTo(panel, form.getByRole('button', { name: '保存' }))
    await panel.keyboard.press('Enter')
    await panel.getByText('现场 46 人').first().waitFor(patient)
    await expect.poll(() => isNowhere(panel), patient).toBe(false)

    await tabTo(panel, tab('清单'))
    for (const name of ['本页', '本笔发现']) {
      await panel.keyboard.press('ArrowRight')
      await expectFocus(panel, tab(name))
    }
    await panel.keyboard.press('Enter')
    await tabTo(panel, panel.locator('[aria-expanded=false]').first())
    await panel.keyboard.press('Enter')
    const waive = panel.getByRole('button', { name: '豁免…' })
    await tabTo(panel, waive)
    await panel.keyboard.press('Enter')
    const terms = panel.getByRole('form', { name: '豁免这条发现' })
    await expectFocus(panel, terms.getByLabel('豁免至'))
    await panel.keyboard.type('12312099')
    await tabTo(panel, terms.getByLabel('原因'))
    await panel.keyboard.type('展期已批')
    await tabTo(panel, terms.getByLabel('豁免人'))
    await panel.keyboard.type('周敏')
    await panel.keyboard.press('Enter')
    await expect.poll(() => terms.count(), patient).toBe(0)
    await expect.poll(() => isNowhere(panel), patient).toBe(false)
    await tabTo(panel, tab('本笔发现'))
    await panel.keyboard.press('ArrowRight')
    await panel.keyboard.press('Enter')
    await panel.getByText('展期已批').first().waitFor(patient)
    await panel.close()
  }, 120_000)

  test('the dock in the bank’s page: there by Tab, tabs, a tick, a note, folded and unfolded; Alt+J goes through the page', async () => {
    const page = await here.extended.context.newPage()
    await page.goto(`${here.site.origin}/dh/check.jsp`)
    const dock = await openDock(page)
    const tab = (name: string): Locator => dock.getByRole('tab', { name })
    await dock.getByRole('checkbox').first().waitFor(patient)
    const last = page.locator('a, input:not([type=hidden]), select, textarea, button').last()
    await last.focus()
    await page.keyboard.press('Alt+KeyJ')
    await expect.poll(() => marksIn(page), patient).toContain(' current')
    await last.focus()
    await tabTo(page, tab('清单'), 'Tab', dock)
    for (const name of ['本页', '本笔发现', '记录']) {
      await page.keyboard.press('ArrowRight')
      await expectFocus(dock, tab(name))
    }
    await page.keyboard.press('Enter')
    await tabTo(page, dock.getByLabel('备注'), 'Tab', dock)
    await page.keyboard.type('电话核实')
    await tabTo(page, dock.getByRole('button', { name: '记下' }), 'Tab', dock)
    await page.keyboard.press('Enter')
    await dock.getByText('电话核实').first().waitFor(patient)
    await tabTo(page, tab('记录'), 'Shift+Tab', dock)
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const box = dock.getByRole('checkbox', { checked: false }).first()
    const item = dock.getByRole('checkbox', { name: await nameOf(box), exact: true })
    await tabTo(page, item, 'Tab', dock)
    await page.keyboard.press('Space')
    await expect.poll(() => item.isChecked(), patient).toBe(true)
    await tabTo(page, dock.getByRole('button', { name: '收起' }), 'Shift+Tab', dock)
    await page.keyboard.press('Enter')
    const badge = dock.getByRole('button', { name: /展开/u })
    await badge.waitFor(patient)
    await tabTo(page, badge, 'Tab', dock)
    await page.keyboard.press('Enter')
    await tab('清单').waitFor(patient)
    await page.close()
  }, 90_000)

  test('a ledger is brought in, and in 待办 one thing is done', async () => {
    const options = await here.extended.context.newPage()
    await options.goto(`chrome-extension://${here.extended.id}/options.html`)
    await tabTo(options, options.getByRole('button', { name: '台账', exact: true }))
    await options.keyboard.press('Enter')
    await tabTo(options, options.getByRole('button', { name: '导入台账…' }))
    // the dialogue that Enter would open is the browser's own
    await options
      .locator('input[type=file]')
      .setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${ledger()}`) })
    await options.getByText('1 笔借据').waitFor(patient)
    await options.close()

    const todo = await here.extended.context.newPage()
    await todo.goto(`chrome-extension://${here.extended.id}/todo.html`)
    await todo.getByRole('checkbox').first().waitFor(patient)
    await tabTo(todo, todo.getByRole('button', { name: '周', exact: true }))
    await todo.keyboard.press('Enter')
    await tabTo(todo, todo.getByRole('button', { name: '月', exact: true }))
    await todo.keyboard.press('Space')
    const first = todo.getByRole('checkbox').first()
    const box = todo.getByRole('checkbox', { name: await nameOf(first), exact: true })
    await tabTo(todo, box)
    await todo.keyboard.press('Space')
    await todo.getByText('今天已完成').waitFor(patient)
    await expect.poll(() => box.isChecked(), patient).toBe(true)
    await todo.close()
  }, 60_000)

  test('options: a part, a switch, and a question that Escape leaves', async () => {
    const options = await here.extended.context.newPage()
    await options.goto(`chrome-extension://${here.extended.id}/options.html`)
    await options.getByRole('switch').first().waitFor(patient)
    const marks = options.getByRole('switch', { name: '字段标记' })
    await tabTo(options, marks)
    await options.keyboard.press('Space')
    await expect.poll(() => marks.isChecked(), patient).toBe(false)
    await options.keyboard.press('Space')
    await expect.poll(() => marks.isChecked(), patient).toBe(true)
    const part = options.getByRole('button', { name: '记录与备份' })
    await tabTo(options, part, 'Shift+Tab')
    await options.keyboard.press('Enter')
    const wipe = options.getByRole('button', { name: '清除全部数据…' })
    await wipe.waitFor(patient)
    await tabTo(options, wipe)
    await options.keyboard.press('Enter')
    await options.getByRole('alertdialog').waitFor(patient)
    await options.keyboard.press('Escape')
    await expectFocus(options, wipe)
    await options.close()
  }, 60_000)
})

/** A loan whose first inspection is due in a few days. */
function ledger(): string {
  const dayFrom = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const head = '借据号,客户名称,贷款金额（元）,贷款余额（元）,放款日期,到期日,五级分类,客户经理'
  return [head, `JJ2,乙公司,100000,100000,${dayFrom(-25)},${dayFrom(340)},正常,朱英霞`].join('\r\n')
}

/** Goes there by Tab, and looks that one sees where one is. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab', own: Page | Frame = page): Promise<void> {
  await wanted.first().waitFor({ ...patient, state: 'attached' })
  for (let steps = 0; steps < 120 && !(await hasFocus(wanted)); steps += 1) await page.keyboard.press(key)
  await expectFocus(own, wanted)
}

async function expectFocus(page: Page | Frame, wanted: Locator): Promise<void> {
  await expect.poll(() => hasFocus(wanted), patient).toBe(true)
  await expect.poll(() => isFocusSeen(page), patient).toBe(true)
}

async function hasFocus(wanted: Locator): Promise<boolean> {
  return (await wanted.count()) > 0 && wanted.first().evaluate((one) => one === document.activeElement)
}

/** The focus fell back to the page: the next Tab would begin at its top. */
function isNowhere(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement === null || document.activeElement === document.body)
}

async function nameOf(box: Locator): Promise<string> {
  return box.evaluate((one) => {
    const by = one.getAttribute('aria-labelledby')
    return (
      (by ? document.querySelector(`#${CSS.escape(by)}`)?.textContent : one.getAttribute('aria-label')) ?? ''
    )
  })
}

/** A line around what has the focus, drawn by itself, by its box (fields) or by what is laid over it. */
function isFocusSeen(page: Page | Frame): Promise<boolean> {
  return page.evaluate(() => {
    const one = document.activeElement
    if (!one || one === document.body) return false
    const drawn = (of: Element, part?: string): boolean => {
      const style = getComputedStyle(of, part)
      // a line below a field is there all the time, drawn out only while it has the focus
      if (part !== undefined && (style.content === 'none' || style.transform.startsWith('matrix(0,')))
        return false
      const outline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
      const border =
        part !== undefined &&
        ['Top', 'Bottom'].some(
          (side) => Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) >= 2,
        )
      return outline || border || (style.boxShadow !== 'none' && part === undefined)
    }
    const near = [one, one.parentElement, one.nextElementSibling].filter((each) => each !== null)
    return near.some((each) => drawn(each) || drawn(each, '::after') || drawn(each, '::before'))
  })
}

import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { markLook } from '../../extension/src/agent/draw/look.ts'
import { locatorsFor } from '../../extension/src/engine/locatorsFor.ts'
import { agentMessageSchema } from '../../extension/src/protocol/schemas.ts'
import { browserPath } from '../browser/launch.ts'
import { marksOn, messages, order, readWithAgent, reportAfter } from './openPage.ts'
import { withAgent } from './withAgent.ts'

const form = `<form><table><tr><td>贷款余额（元）*：</td><td><input name=ye value=""></td><td>到期日期：</td><td><input name=dq value="20260101"></td></tr></table><input type=submit value="保 存" onclick="window.pressed=(window.pressed||0)+1;return false"></form>`

describe.runIf(browserPath)('the agent over time', () => {
  const here = withAgent()
  let page: Page
  beforeEach(async () => {
    page = await here.browser.newPage({ viewport: { width: 1200, height: 800 } })
  })
  afterEach(() => page.close())

  test('reports what is typed, by the field alone', async () => {
    await page.setContent(form)
    const { fields } = await readWithAgent(page, here.agent)
    await page.fill('input[name=ye]', '5000')
    const sent = await messages(page)
    const changed = sent.flatMap((message) => (message.type === 'changed' ? message.fields : []))
    expect(changed.at(-1)).toMatchObject({ key: fields[0]?.key, label: '贷款余额（元）', value: '5000' })
  })

  test('a text typed over every measure is told of as far as a report carries it', async () => {
    await page.setContent(`<form>说明：<textarea name=sm></textarea></form>`)
    const { fields } = await readWithAgent(page, here.agent)
    expect(fields).toHaveLength(1)
    await page.fill('textarea', '长'.repeat(4500))
    const sent = await messages(page)
    const changed = sent.findLast(({ type }) => type === 'changed')
    expect(agentMessageSchema.safeParse(changed).success).toBe(true)
    expect(changed).toMatchObject({ fields: [{ value: '长'.repeat(2000) }] })
  })

  test('tells that 保存 was pressed and lets the press through', async () => {
    await page.setContent(form)
    await readWithAgent(page, here.agent)
    await page.click('input[type=submit]')
    const sent = await messages(page)
    expect(sent.filter(({ type }) => type === 'savePressed')).toHaveLength(1)
    expect(await page.evaluate(() => Reflect.get(window, 'pressed') as unknown)).toBe(1)
  })

  test('while pointing, a click names the field and does not reach the page', async () => {
    await page.setContent(form)
    const { frame } = await readWithAgent(page, here.agent)
    await order(page, { type: 'pointing', on: true, assigned: [] })
    await page.click('input[type=submit]', { noWaitAfter: true })
    await page.click('td:has-text("到期日期")')
    const sent = await messages(page)
    const pointed = sent.flatMap((message) => (message.type === 'pointed' ? [message] : []))
    expect(pointed.map(({ field }) => [field.label, locatorsFor(field.locator).length > 1])).toEqual([
      ['到期日期', true],
    ])
    expect(pointed[0]?.document).toBe(frame.document)
    expect(await page.evaluate(() => Reflect.get(window, 'pressed') as unknown)).toBeUndefined()
    await order(page, { type: 'pointing', on: false, assigned: [] })
    await page.click('input[type=submit]')
    expect(await page.evaluate(() => Reflect.get(window, 'pressed') as unknown)).toBe(1)
  })

  test('finds a field again by its locators, and by the label after the page was rearranged', async () => {
    await page.setContent(form)
    const { fields } = await readWithAgent(page, here.agent)
    const stands = await page.evaluate(() => window.agentInPage?.take({ type: 'places' }))
    expect(stands).toMatchObject([{ selector: 'input[name="ye"]' }, { selector: 'input[name="dq"]' }])
    const locator = { selector: 'input[name="dq"]', label: fields[1]?.label ?? '' }
    await page.evaluate(() => document.querySelector('input[name=dq]')?.setAttribute('name', 'other'))
    await page.evaluate(() =>
      document.querySelector('form')?.insertAdjacentHTML('afterbegin', '<p>x：<b>1</b></p>'),
    )
    await reportAfter(page, 1)
    const found = await page.evaluate(
      (one) => window.agentInPage?.take({ type: 'locate', locators: [one] }),
      locator,
    )
    expect(found?.[0]).toMatchObject({ field: { value: '20260101' } })
  })

  test('says which field or grid a page map’s own selector finds, when it is asked and ever after', async () => {
    const list = `<table id=list><tr><th>借据号</th><th>余额</th></tr><tr><td>JJ01</td><td>5000.00</td></tr></table>`
    await page.setContent(form + list)
    const first = await readWithAgent(page, here.agent)
    expect([...first.fields, ...first.grids].map(({ locator }) => locator.selector)).toEqual(['', '', ''])
    const selectors = ['form td:nth-child(4) > input', '#nowhere', 'no [selector', '#list']
    await order(page, { type: 'selectors', selectors })
    const told = await reportAfter(page, 1)
    expect(told.fields.map(({ locator }) => locator.selector)).toEqual(['', selectors[0]])
    expect(told.grids.map(({ locator }) => locator.selector)).toEqual(['#list'])
    await order(page, { type: 'selectors', selectors })
    await order(page, { type: 'rescan' })
    const again = await reportAfter(page, 2)
    expect(again.fields).toEqual(told.fields)
    expect(again.number).toBe(3)
  })

  test('an idle page costs nothing: no report, no timer, no frame asked for', async () => {
    await page.setContent(form)
    await page.evaluate(() => {
      const calls: string[] = []
      Reflect.set(window, 'calls', calls)
      for (const name of [
        'setTimeout',
        'setInterval',
        'requestAnimationFrame',
        'requestIdleCallback',
      ] as const) {
        const real = window[name] as (...given: unknown[]) => number
        Reflect.set(window, name, (...given: unknown[]) => {
          calls.push(name)
          return real.apply(window, given)
        })
      }
    })
    const report = await readWithAgent(page, here.agent)
    await order(page, {
      type: 'marks',
      document: report.frame.document,
      marks: marksOn(report),
      look: markLook,
    })
    await page.waitForTimeout(1500)
    const before = await page.evaluate(() => (Reflect.get(window, 'calls') as string[]).length)
    await page.waitForTimeout(3000)
    expect(await page.evaluate(() => (Reflect.get(window, 'calls') as string[]).length)).toBe(before)
  })

  test('a page that churns without a new field is read ever more rarely, then not at all', async () => {
    await page.setContent(`${form}<div id=clock></div>`)
    await readWithAgent(page, here.agent)
    const spent = await page.evaluate(async () => {
      const clock = document.querySelector('#clock')
      const real = document.querySelectorAll.bind(document)
      let readings = 0
      document.querySelectorAll = (selector: string) => {
        if (selector.includes('[role=tab]')) readings++
        return real(selector)
      }
      const end = performance.now() + 4000
      let mutations = 0
      while (performance.now() < end) {
        for (let i = 0; i < 20; i++) {
          clock?.replaceChildren(document.createElement('i'))
          mutations++
        }
        await new Promise((resolve) => {
          setTimeout(resolve, 10)
        })
      }
      return { readings, mutations }
    })
    expect(spent.mutations).toBeGreaterThan(1000)
    expect(spent.readings).toBeGreaterThan(0)
    expect(spent.readings).toBeLessThan(20)
  })

  test('a field that a script adds later is found', async () => {
    await page.setContent(form)
    await readWithAgent(page, here.agent)
    await page.evaluate(() =>
      document.querySelector('form')?.insertAdjacentHTML('beforeend', '<p>担保方式：<b>抵押</b></p>'),
    )
    const report = await reportAfter(page, 1)
    expect(report.fields.map(({ label }) => label)).toContain('担保方式')
  })

  test('two thousand fields are all read, in slices', async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, row) =>
        `<tr><td>余额${row}：</td><td><input value="${row}"></td><td>日期${row}：</td><td><input value="20260101"></td></tr>`,
    )
    await page.setContent(`<table>${rows.join('')}</table>`)
    const report = await readWithAgent(page, here.agent)
    expect(report.fields).toHaveLength(2000)
    expect(report.cost.slices).toBeGreaterThan(3)
  })

  test('a page of 20,000 labels side by side is read up to the 5,000 fields that a report carries', async () => {
    const pairs = Array.from(
      { length: 20_000 },
      (_, at) => `<label>余额${at}：</label><input value="${at}"> `,
    )
    await page.setContent(`<div>${pairs.join('')}</div>`)
    const { fields, cut } = await readWithAgent(page, here.agent)
    expect(cut).toBe(true)
    expect(fields.map(({ label, value }) => `${label} ${value}`)).toEqual(
      Array.from({ length: 5000 }, (_, at) => `余额${at} ${at}`),
    )
  })

  test('five thousand rows are counted, a thousand of them read', async () => {
    const rows = Array.from(
      { length: 5000 },
      (_, row) => `<tr><td>${row}</td><td>JK-${row}</td><td>1,000.00</td></tr>`,
    )
    await page.setContent(
      `<table><tr><th>序号</th><th>借据号</th><th>贷款余额</th></tr>${rows.join('')}</table>`,
    )
    const report = await readWithAgent(page, here.agent)
    expect(report.grids.map(({ rowCount, rows: read }) => [rowCount, read.length])).toEqual([[5000, 1000]])
  })

  test('a hostile page is only ever text: nothing of it runs, and its prototypes do not matter', async () => {
    await page.setContent(`<script>Object.prototype.required='yes';Object.prototype.type='switch';window.ran=0</script>
      <table><tr><td>客户名称：</td><td>&lt;img src=x onerror="ran=1"&gt;</td></tr></table>`)
    const report = await readWithAgent(page, here.agent)
    await order(page, {
      type: 'marks',
      document: report.frame.document,
      marks: marksOn(report).map((mark) => ({
        ...mark,
        words: '<b onclick=ran=1>',
        card: ['<img src=x onerror="ran=1">'],
      })),
      look: markLook,
    })
    await page.waitForTimeout(200)
    expect(report.fields.map(({ label, value }) => [label, value])).toEqual([
      ['客户名称', '<img src=x onerror="ran=1">'],
    ])
    expect(await page.evaluate(() => Reflect.get(window, 'ran') as unknown)).toBe(0)
  })
})

import { describe, expect, test } from 'vitest'

import { markLook } from '../../extension/src/agent/draw/look.ts'
import { reportSchema } from '../../extension/src/protocol/schemas.ts'
import { browserPath } from '../browser/launch.ts'
import { onPracticePages } from './onPracticePages.ts'
import { marksOn, order, readWithAgent } from './openPage.ts'
import { scorePage } from './scorePage.ts'

describe.runIf(browserPath)('the agent on the practice system', () => {
  const here = onPracticePages()

  test.each(here.pages.map((one) => [one.family, one] as const))(
    '%s: every field with its value, no alarm of its own, nothing outside the record',
    async (_, { path, truth }) => {
      await here.open(path)
      const report = await readWithAgent(here.page, here.agent)
      expect(reportSchema.safeParse(report).error).toBeUndefined()
      const { missed, extra, alarms, grids } = scorePage(report, truth)
      expect({ missed, extra, alarms, grids }).toEqual({ missed: [], extra: [], alarms: [], grids: [] })
      expect(
        report.fields.filter(
          ({ label, editable }) =>
            editable &&
            truth.notRecord.includes(label) &&
            !truth.fields.some((field) => field.label === label),
        ),
      ).toEqual([])
    },
  )

  test.each(here.pages.map((one) => [one.family, one.path] as const))(
    '%s: with a mark on every field the page is what it was: tree, form values, scroll, focus',
    async (_, path) => {
      await here.open(path)
      const before = await here.page.evaluate(hostState)
      const report = await readWithAgent(here.page, here.agent)
      await order(here.page, {
        type: 'marks',
        document: report.frame.document,
        marks: marksOn(report),
        look: markLook,
      })
      await here.page.waitForTimeout(100)
      const during = await here.page.evaluate(hostState)
      expect({ ...during, hosts: 0 }).toEqual({ ...before, hosts: 0 })
      expect(during.hosts).toBe(report.fields.length > 0 ? 1 : 0)
      await order(here.page, { type: 'switch', on: false })
      expect(await here.page.evaluate(hostState)).toEqual(before)
    },
  )

  test('the frameset shows the work in its inner frame, and menu and top line hold no field', async () => {
    await here.page.goto(`${here.site.origin}/main.jsp`)
    await here.page.waitForLoadState('networkidle')
    const read: Record<string, number> = {}
    for (const frame of here.page.frames()) {
      await frame.evaluate(here.agent)
      await frame.waitForFunction(() => window.agentInPage?.sent.some(({ type }) => type === 'report'))
      const sent = await frame.evaluate(() => window.agentInPage?.sent ?? [])
      const last = sent.findLast((message) => message.type === 'report')
      if (last?.type === 'report') read[last.report.frame.path] = last.report.fields.length
    }
    expect(read).toEqual({ '/main.jsp': 0, '/top.jsp': 0, '/menu.jsp': 0, '/dh/list.jsp': 0 })
  })

  test('a posted form comes back with what was typed, in GBK', async () => {
    await here.open('/dh/check.jsp')
    await here.page.fill('textarea[name=jcjl]', '经营正常，未发现异常')
    const back = here.page.waitForEvent('load')
    await here.page.click('input[type=submit]')
    await back
    const report = await readWithAgent(here.page, here.agent)
    expect(report.fields.find(({ label }) => label === '检查结论及意见')?.value).toBe('经营正常，未发现异常')
    expect(await here.page.evaluate(() => document.characterSet)).toBe('GBK')
  })
})

/** What a bank would notice if we touched its page. */
function hostState(): Record<string, unknown> {
  const host = 'postloan-marks'
  const copy = document.documentElement.cloneNode(true)
  if (copy instanceof Element) copy.querySelectorAll(host).forEach((one) => one.remove())
  const forms = [...document.forms].map((form) =>
    [...new FormData(form)].map(
      ([name, value]) => `${name}=${typeof value === 'string' ? value : value.name}`,
    ),
  )
  return {
    hosts: document.querySelectorAll(host).length,
    tree: copy instanceof Element ? copy.outerHTML : '',
    forms,
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    scroll: [scrollX, scrollY],
    focus: document.activeElement?.tagName,
  }
}

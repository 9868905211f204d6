import { readFileSync } from 'node:fs'

import { openWorkbook } from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import type { Frame, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'

import { changedParts, entriesOf, partText } from '../../annotate/packages.ts'
import { browserPath } from '../../browser/launch.ts'
import { sampleLedger } from '../../portfolio/sampleLedger.ts'
import { type OpenedAddin, withAddin } from './serveAddin.ts'

/** What the page's policy refused, in every frame. */
const noteRefusals = (): void => {
  const refused: string[] = []
  Object.assign(window, { refused })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    refused.push(`${violatedDirective} ${blockedURI}`),
  )
}
const refusedIn = (frame: Frame): Promise<readonly string[]> =>
  frame.evaluate(() => (window as unknown as { refused: string[] }).refused)

async function downloaded(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; bytes: Uint8Array }> {
  const coming = page.waitForEvent('download')
  await press()
  const file = await coming
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) }
}

describe.runIf(browserPath)('everything the panes do', async () => {
  const { bytes } = await sampleLedger()
  const served = withAddin(() => Promise.resolve(bytes))
  const tab = (excel: OpenedAddin, name: string | RegExp): Promise<void> =>
    excel.frame.getByRole('tab', { name }).first().click()

  test('asks nowhere but its own origin, and its policy lets it ask nowhere else', async () => {
    const excel = await served.open({ protocol: 'desktop', profile: 'ltsc2021', prepare: noteRefusals })
    const { frame, page } = excel

    // the month before, out of a file
    await frame.locator('input[type=file][accept*=".xls"]').setInputFiles({
      name: '台账(2026年9月).xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })
    await excel.says('已读入上期台账')
    await excel.press('检查台账')
    await frame.getByRole('tab', { name: /^发现/ }).waitFor()
    await tab(excel, '台账')
    await excel.says('对上 600 笔')

    // the standard workbook opens beside this one
    await excel.press('新建标准模板')
    await excel.says('标准模板已在新的窗口打开')
    const made = (await page.evaluate(async () => {
      const { excelHost } = window as unknown as {
        excelHost: { call(name: string, index: number): Promise<Uint8Array> }
      }
      return [...(await excelHost.call('beside', 0))]
    })) satisfies number[]
    const template = await openWorkbook(Uint8Array.from(made), '模板.xlsx', nodeCodec())
    expect(template.ok && template.workbook.sheets.map(({ name }) => name)).toContain('借据台账')

    // documents: one by itself, several as an archive
    await tab(excel, '文书')
    await excel.press(/^预览/)
    await excel.says('留空待填')
    await excel.press('返回')
    await frame.getByLabel('范围').selectOption('serious')
    await excel.says(/^生成 1\d 份文书$/)
    const archive = await downloaded(page, () => excel.press(/^生成 1\d 份文书$/))
    expect(archive.name).toMatch(/^贷后文书-2026-10-31-1\d份\.zip$/)
    const inside = [...entriesOf(archive.bytes).keys()]
    expect(inside.every((name) => name.endsWith('.docx'))).toBe(true)
    await excel.drive('user', 'select', 'A166')
    await frame.getByLabel('范围').selectOption('loan')
    const one = await downloaded(page, () => excel.press('生成 1 份文书'))
    expect(one.name).toMatch(/^风险预警通知书-王岚敏.*\.docx$/)
    expect(await partText(one.bytes, 'word/document.xml')).toContain('王岚敏')

    // a tick stays in the workbook, with name and day
    await tab(excel, '清单')
    await frame.getByRole('checkbox').first().click()
    await frame.getByRole('textbox', { name: '检查人' }).fill('周敏')
    await excel.press('记下')
    await frame.getByRole('checkbox', { checked: true }).first().waitFor()
    await excel.says(/^周敏 \d{4}-\d{2}-\d{2}/)
    const kept = await excel.saved()
    expect(
      changedParts(bytes, kept)
        .filter((name) => !name.startsWith('customXml/'))
        .toSorted(),
    ).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels'])

    await tab(excel, '规则')
    await tab(excel, '参数')
    await tab(excel, '本行政策')
    await tab(excel, '结果')
    await excel.press('写入标注')
    await excel.says('标注已写入')
    await excel.drive('pressButton', 'clearFlags')

    expect(excel.complaints).toEqual([])
    expect(await refusedIn(frame)).toEqual([])
    const escaped = await frame.evaluate(async () => {
      const tries = [
        () => fetch('https://example.invalid/'),
        () =>
          new Promise((done, fail) => {
            const image = new Image()
            image.addEventListener('load', done)
            image.addEventListener('error', () => fail(new Error('refused')))
            image.src = 'https://example.invalid/a.png'
          }),
      ]
      const answers = await Promise.allSettled(tries.map((attempt) => attempt()))
      return answers.filter(({ status }) => status === 'fulfilled').length
    })
    expect(escaped).toBe(0)
    expect((await refusedIn(frame)).toSorted()).toEqual([
      'connect-src https://example.invalid/',
      'img-src https://example.invalid/a.png',
    ])
    await excel.close()
  }, 240_000)
})

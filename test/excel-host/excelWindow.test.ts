import type { Browser, Frame } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { changedParts, newSdkErrors } from '../annotate/packages.ts'
import { browserPath, launchBrowser } from '../browser/launch.ts'
import { sampleLedger } from '../portfolio/sampleLedger.ts'
import type { ProfileName } from './engine/profiles.ts'
import { type ExcelWindow, openExcel } from './openExcel.ts'
import { type ExcelSite, serveExcel } from './serve.ts'

/** Runs Excel code in the add-in's frame and gives its result, or the code of the error. */
function inAddin(frame: Frame, body: string): Promise<unknown> {
  // The page is a test's own and has no policy against it; functions of this file cannot be sent across.
  return frame.evaluate(`Excel.run(async (context) => { ${body} }).catch((error) => error.code)`)
}

describe.runIf(browserPath)('the window of the simulated Excel', async () => {
  const { bytes } = await sampleLedger()
  let site: ExcelSite
  let browser: Browser
  let excel: ExcelWindow
  let frame: Frame
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([serveExcel({ samples: { '台账.xlsx': bytes } }), launchBrowser()])
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })
  const open = async (protocol: 'web' | 'desktop', profile: ProfileName): Promise<void> => {
    excel = await openExcel(browser, site, {
      protocol,
      profile,
      addin: '/conformance/conformance.html',
      sample: '台账.xlsx',
    })
    frame = await excel.addin()
    await frame.waitForFunction(() => 'runScenario' in globalThis)
    await excel.settled()
  }
  const shut = async (): Promise<void> => {
    await excel.close()
    if (excel.complaints.length > 0) throw new Error(excel.complaints.join('\n'))
  }

  describe.each(['web', 'desktop'] as const)('by the %s protocol', (protocol) => {
    const isWeb = protocol === 'web'
    beforeAll(() => open(protocol, isWeb ? 'web' : 'ltsc2021'))
    afterAll(() => shut())

    test('a ribbon button runs its function and hears that it is done', async () => {
      await excel.drive('pressButton', 'pressed')
      const read =
        'const r = context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("values"); await context.sync(); return r.values'
      expect(await inAddin(frame, read)).toEqual([['按钮']])
    })

    test('what the user does is told to the add-in', async () => {
      await inAddin(
        frame,
        'window.heard = []; context.workbook.worksheets.getActiveWorksheet().onChanged.add(async (e) => { heard.push([e.changeType, e.address, e.triggerSource ?? null]) }); await context.sync()',
      )
      await excel.drive('user', 'type', 'B6', '改')
      await excel.drive('user', 'insertRows', 9, 2)
      await excel.drive('user', 'sort', 'A5:AF40', [{ column: 0, ascending: false }])
      await excel.drive('user', 'undo')
      await excel.drive('user', 'coauthor', 'C7', '同事')
      await frame.waitForFunction(() => (globalThis as unknown as { heard: unknown[] }).heard.length >= 5)
      expect(await frame.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)).toEqual([
        ['RangeEdited', 'B6', 'Unknown'],
        ['RowInserted', '10:11', 'Unknown'],
        ['RangeEdited', 'A5:AF40', 'Unknown'],
        ['RangeEdited', 'A5:AF40', 'Unknown'],
        ['RangeEdited', 'C7', 'Unknown'],
      ])
    })

    test('a write leaves the undo list alone in a new Excel and empties it in an older one', async () => {
      await excel.settled()
      await excel.drive('user', 'type', 'B6', '再改')
      const write = (address: string): Promise<unknown> =>
        inAddin(
          frame,
          `context.workbook.worksheets.getActiveWorksheet().getRange('${address}').values = [[1]]; await context.sync()`,
        )
      const depth = async (): Promise<readonly string[]> =>
        ((await excel.drive('call', 'facts')) as { undo: readonly string[] }).undo
      expect((await depth()).at(-1)).toBe('键入')
      await write('AK9')
      expect((await depth()).at(-1)).toBe(isWeb ? '加载项' : undefined)
      expect(await excel.drive('call', 'counters')).toMatchObject({ undoLost: isWeb ? 0 : 1 })
    })

    test('a request of more than 5 MB is refused on the web only', async () => {
      const write =
        'const line = Array.from({ length: 60 }, () => "文本".repeat(50)); const sheet = context.workbook.worksheets.add(); sheet.getRange("A1:BH1000").values = Array.from({ length: 1000 }, () => line); await context.sync(); return "ok"'
      expect(await inAddin(frame, write)).toBe(isWeb ? 'RequestPayloadSizeLimitExceeded' : 'ok')
    })

    test('faults arrive as the errors of Excel, and the next request goes through', async () => {
      const write =
        'context.workbook.worksheets.getActiveWorksheet().getRange("A9").values = [[1]]; await context.sync(); return "ok"'
      const codes = []
      await excel.drive('user', 'enterCellEditMode')
      codes.push(await inAddin(frame, write))
      await excel.drive('user', 'leaveCellEditMode')
      for (const code of [5103, 7000]) {
        await excel.drive('call', 'faults', { next: [code] })
        codes.push(await inAddin(frame, write))
      }
      await excel.drive('call', 'faults', { members: { 'Range.values': 'AccessDenied' } })
      codes.push(await inAddin(frame, write))
      await excel.drive('call', 'faults', { members: {} })
      codes.push(await inAddin(frame, write))
      expect(codes).toEqual([
        'InvalidOperationInCellEditMode',
        'RequestPayloadSizeLimitExceeded',
        'AccessDenied',
        'AccessDenied',
        'ok',
      ])
    })
  })

  describe('with a sheet to look at', () => {
    beforeEach(() => open('web', 'ltsc2021'))
    afterEach(() => shut())

    test('a person types in the grid, and the file that is saved differs by that cell only', async () => {
      const { page } = excel
      await page.fill('.nameBox', 'C7')
      await page.press('.nameBox', 'Enter')
      await page.keyboard.type('测试员')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.cell')].some((cell) => cell.textContent === '测试员'),
      )
      const saved = Buffer.from(String(await excel.drive('saveAsBase64')), 'base64')
      expect(changedParts(bytes, saved)).toEqual(['xl/worksheets/sheet1.xml'])
      await page.keyboard.press('Control+z')
      await page.waitForFunction(
        () => ![...document.querySelectorAll('.cell')].some((cell) => cell.textContent === '测试员'),
      )
      const again = Buffer.from(String(await excel.drive('saveAsBase64')), 'base64')
      expect(changedParts(bytes, again)).toEqual([])
    })

    test('what an add-in writes and takes away leaves the file as it was', async () => {
      await inAddin(
        frame,
        `const sheet = context.workbook.worksheets.getActiveWorksheet()
       const own = sheet.getRange('AG3:AH20')
       own.values = Array.from({ length: 18 }, (_, i) => ['严重' + i, i])
       own.format.fill.color = '#FDE7E9'
       const format = sheet.getRange('A4:AH603').conditionalFormats.add('Custom')
       format.custom.rule.formula = '=$AG4="严重1"'
       format.custom.format.fill.color = '#F1BBBC'
       const summary = context.workbook.worksheets.add('贷后预警汇总')
       summary.getRange('A1:B2').values = [['等级', '户数'], ['严重', 1]]
       summary.charts.add('ColumnClustered', summary.getRange('A1:B2'), 'Columns').title.text = '按等级'
       summary.tables.add('A1:B2', true).name = '贷后汇总'
       summary.getRange('D2:D9').dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } }
       summary.freezePanes.freezeRows(1)
       summary.getRange('A:A').format.columnWidth = 90
       context.workbook.names.add('贷后_等级', own)
       context.workbook.settings.add('贷后', { on: true })
       sheet.comments.add('D6', '核对')
       context.workbook.customXmlParts.add('<record xmlns="urn:own"/>')
       await context.sync()`,
      )
      const between = Buffer.from(String(await excel.drive('saveAsBase64')), 'base64')
      expect(changedParts(bytes, between).length).toBeGreaterThan(5)
      expect(await newSdkErrors(bytes, between)).toEqual([])
      await inAddin(
        frame,
        `const sheet = context.workbook.worksheets.getActiveWorksheet()
       sheet.getRange('AG3:AH20').clear()
       sheet.getRange('A4:AH603').conditionalFormats.clearAll()
       context.workbook.worksheets.getItem('贷后预警汇总').delete()
       sheet.comments.getItemAt(0).delete()
       context.workbook.names.getItem('贷后_等级').delete()
       context.workbook.settings.getItem('贷后').delete()
       const parts = context.workbook.customXmlParts.load('items')
       await context.sync()
       parts.items[0].delete()
       await context.sync()`,
      )
      const cleared = Buffer.from(String(await excel.drive('saveAsBase64')), 'base64')
      expect(changedParts(bytes, cleared)).toEqual([])
    })
  })
})

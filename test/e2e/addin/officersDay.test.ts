import { checkLedger } from '@postloan/core/check'
import { readLedger } from '@postloan/core/ledger'
import { builtInPolicy } from '@postloan/core/policy'
import {
  annotateWorkbook,
  clearWorkbook,
  openWorkbook,
  ownSheetNames,
  planFromResult,
} from '@postloan/core/workbook'
import { nodeCodec } from '@postloan/core/workbook/node'
import { findOwnColumns, isOwnSheet, ownColumnKeys } from '@postloan/core/workbook/own'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { changedParts, newSdkErrors } from '../../annotate/packages.ts'
import { browserPath, launchBrowser } from '../../browser/launch.ts'
import type { ProfileName } from '../../excel-host/engine/profiles.ts'
import { type ExcelWindow, openExcel } from '../../excel-host/openExcel.ts'
import { type ExcelSite, serveExcel } from '../../excel-host/serve.ts'
import { sampleLedger } from '../../portfolio/sampleLedger.ts'
import { buildAddin } from './buildAddin.ts'

const addin = '/addin/taskpane.html'
const codec = nodeCodec()

async function sheetsOf(bytes: Uint8Array) {
  const opened = await openWorkbook(bytes, '台账.xlsx', codec)
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.workbook
}

/** What of ours is in a file: our columns in its sheets, and our sheets. */
async function ours(bytes: Uint8Array): Promise<{ columns: number; sheets: readonly string[] }> {
  const { sheets } = await sheetsOf(bytes)
  return {
    columns: sheets.reduce((sum, sheet) => sum + (findOwnColumns(sheet)?.columns.size ?? 0), 0),
    sheets: sheets.filter(isOwnSheet).map(({ name }) => name),
  }
}

const none = { columns: 0, sheets: [] }
const all = { columns: ownColumnKeys.length, sheets: [ownSheetNames.summary, ownSheetNames.list] }

describe.runIf(browserPath)('an officer in Excel', async () => {
  const { bytes } = await sampleLedger()
  let site: ExcelSite
  let browser: Browser
  let folder = ''
  beforeAll(async () => {
    folder = await buildAddin()
    ;[site, browser] = await Promise.all([
      serveExcel({ samples: { '台账.xlsx': bytes }, mounts: { '/addin/': folder } }),
      launchBrowser(),
    ])
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  const open = async (protocol: 'web' | 'desktop', profile: ProfileName): Promise<ExcelWindow> => {
    const excel = await openExcel(browser, site, { protocol, profile, addin, sample: '台账.xlsx' })
    const frame = await excel.addin()
    await frame.waitForFunction(() => document.querySelector('#root')?.textContent?.includes('600'))
    return excel
  }
  const saved = async (excel: ExcelWindow): Promise<Uint8Array> =>
    Buffer.from(String(await excel.drive('saveAsBase64')), 'base64')

  describe.each([
    ['web', 'web'],
    ['desktop', 'ltsc2021'],
    ['desktop', 'm365'],
  ] as const)('by the %s protocol, %s', (protocol, profile) => {
    test('checks, flags, puts a cell right, clears: the file is as if only the cell had been typed', async () => {
      const excel = await open(protocol, profile)
      await excel.drive('pressButton', 'checkLedger')
      expect(changedParts(bytes, await saved(excel))).toEqual([])

      await excel.drive('pressButton', 'writeFlags')
      const flagged = await saved(excel)
      expect(await ours(flagged)).toEqual(all)
      expect(await newSdkErrors(bytes, flagged)).toEqual([])

      await excel.drive('user', 'type', 'D7', '改正')
      await excel.drive('pressButton', 'writeFlags')
      await excel.drive('pressButton', 'clearFlags')
      const cleared = await saved(excel)
      const plain = await open(protocol, profile)
      await plain.drive('user', 'type', 'D7', '改正')
      expect(changedParts(await saved(plain), cleared)).toEqual([])
      expect([...excel.complaints, ...plain.complaints]).toEqual([])
      await Promise.all([excel.close(), plain.close()])
    })
  })

  test('what the add-in wrote, the command line takes off, and the other way round', async () => {
    const excel = await open('desktop', 'ltsc2021')
    await excel.drive('pressButton', 'writeFlags')
    const cleared = await clearWorkbook(await saved(excel), codec, { keepEdited: false })
    if (!cleared.ok) throw new Error(cleared.error.message)
    expect(await ours(cleared.bytes)).toEqual(none)

    const ledger = readLedger([await sheetsOf(bytes)], builtInPolicy)
    const plan = planFromResult(checkLedger(ledger, { policy: builtInPolicy }), builtInPolicy)
    const annotated = await annotateWorkbook(bytes, plan, codec, { fileName: '台账.xlsx' })
    if (!annotated.ok) throw new Error(annotated.error.message)
    expect(await ours(annotated.bytes)).toEqual(all)
    await excel.drive('open', [...annotated.bytes], '台账.xlsx')
    await excel.drive('pressButton', 'clearFlags')
    expect(await ours(await saved(excel))).toEqual(none)
    await excel.close()
  })

  test('a cell that is being edited and a refusal are said in words, and nothing is half done', async () => {
    const excel = await open('web', 'web')
    const frame = await excel.addin()
    const says = (words: string) =>
      frame.waitForFunction((wanted) => document.body.textContent?.includes(wanted), words, {
        timeout: 15_000,
      })
    await excel.drive('user', 'enterCellEditMode')
    await excel.drive('pressButton', 'writeFlags')
    await says('有单元格正在编辑')
    await excel.drive('user', 'leaveCellEditMode')
    await excel.drive('call', 'faults', { members: { 'Range.values': 'AccessDenied' } })
    await excel.drive('pressButton', 'writeFlags')
    await says('Excel 拒绝了这次操作')
    await excel.drive('call', 'faults', { members: {} })
    await excel.drive('pressButton', 'clearFlags')
    expect(changedParts(bytes, await saved(excel))).toEqual([])
    await excel.close()
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { changedParts } from '../../annotate/packages.ts'
import { browserPath, launchBrowser } from '../../browser/launch.ts'
import { type ExcelSite, serveExcel } from '../../excel-host/serve.ts'
import { bigLedger } from '../../portfolio/bigLedger.ts'
import { buildAddin } from './buildAddin.ts'
import { type WatchedAddin, watchAddin } from './watchAddin.ts'

/** Excel on the web takes five megabytes at a time; we stay well below. */
const MOST_BYTES = 4_000_000
/** One of office.js itself, one to hear of events. */
const STARTUP = 2
/** The list of sheets, then their sizes; once they are known, both come in one request. */
const FIRST_OUTLINE = 2
const OUTLINE = 1
/** Columns as they were; what we keep in the file (looked for, written); formats and comments that are there. */
const BEFORE_FLAGS = 1 + 2 + 1

/**
 * The whole way over 100,000 rows is measured by `pnpm bench --only addin`; here are the counts, which do not depend on the
 * machine, over ledgers that are quickly opened.
 */
describe.runIf(browserPath)('a large ledger', async () => {
  const [usual, few, many] = await Promise.all([
    bigLedger(8_000),
    bigLedger(3_000, { faulty: 10 }),
    bigLedger(4_500, { faulty: 4_000 }),
  ])
  let site: ExcelSite
  let browser: Browser
  let folder = ''
  beforeAll(async () => {
    folder = await buildAddin()
    ;[site, browser] = await Promise.all([
      serveExcel({
        samples: { 'usual.xlsx': usual, 'few.xlsx': few, 'many.xlsx': many },
        mounts: { '/addin/': folder },
      }),
      launchBrowser(),
    ])
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })
  const open = (sample: string): Promise<WatchedAddin> => watchAddin(browser, site, { sample })
  const saved = async ({ excel }: WatchedAddin): Promise<Uint8Array> =>
    Buffer.from(String(await excel.drive('saveAsBase64')), 'base64')

  test('is read, checked and flagged in a few requests, none of them large, with its progress shown', async () => {
    const addin = await open('usual.xlsx')
    const { opening } = addin
    // values: a small request to learn the size of a row, then as much as fits; days: columns 3 + 2 + 2 in one request
    const values = 1 + Math.ceil((opening.counters.bytesOut - 700_000) / 3_400_000)
    expect(opening.counters.requests).toBe(STARTUP + FIRST_OUTLINE + 1 + values + 1 + 1)
    expect(opening.counters.cellsRead).toBe(8_003 * 40 + 3 * 60 * 40 + 8_003 * 7)
    const check = await addin.press('检查台账', '写入标注')
    expect(check.counters.requests).toBe(OUTLINE)
    const flag = await addin.press('写入标注', '标注已写入')
    const written = flag.counters.bytesIn
    expect(flag.counters.requests).toBe(
      OUTLINE + BEFORE_FLAGS + Math.ceil(written / 1_500_000) + 1 + FIRST_OUTLINE,
    )
    // a second time nothing has to be read
    const again = await addin.press('重新写入', '标注已写入')
    expect(again.counters.cellsRead).toBe(0)

    for (const { counters } of [opening, check, flag, again]) {
      expect(counters.largestRequest).toBeLessThan(MOST_BYTES)
      expect(counters.largestResponse).toBeLessThan(MOST_BYTES)
      expect(counters.errors).toEqual({})
    }
    for (const { progress } of [opening, flag]) {
      const shown = progress.map(([, value]) => value)
      expect(shown.length).toBeGreaterThan(1)
      expect(shown).toEqual(shown.toSorted((a, b) => a - b))
    }
    expect(addin.excel.complaints).toEqual([])
    await addin.close()
  })

  test('takes as many requests to format with 4,000 rows at fault as with 10', async () => {
    const formatting = async (sample: string): Promise<Record<string, number>> => {
      const addin = await open(sample)
      await addin.press('检查台账', '写入标注')
      await addin.excel.drive('call', 'trace', true)
      await addin.press('写入标注', '标注已写入')
      const requests = await addin.excel.page.evaluate(() => {
        const { excelHost } = window as unknown as { excelHost: { traced: { request: string }[] } }
        return excelHost.traced.map(({ request }) => request)
      })
      await addin.close()
      return countFormatting(requests.filter((one) => !one.includes('贷后·发现清单')))
    }
    const ten = await formatting('few.xlsx')
    expect(ten['ConditionalFormats']).toBeGreaterThan(4)
    expect(await formatting('many.xlsx')).toEqual(ten)
  })

  describe('cancelled', () => {
    let plain: Uint8Array
    /** With a cell edited, so that all is read again by the next command. */
    const openEdited = async (): Promise<WatchedAddin> => {
      const addin = await open('many.xlsx')
      await addin.excel.drive('user', 'type', 'AN9', '复核')
      await addin.excel.settled()
      return addin
    }
    beforeAll(async () => {
      const addin = await openEdited()
      await addin.press('检查台账', '写入标注')
      await addin.press('写入标注', '标注已写入')
      plain = await saved(addin)
      await addin.close()
    })

    test.each([
      { step: '读取工作表', button: '取消检查', at: 1 / 1_000, written: 0 },
      { step: '执行规则', button: '取消检查', at: 0, written: 0 },
      { step: '写入', button: '取消写入', at: 0.97, written: 5_000 },
    ])(
      'during $step: the file is as it was, and the next run is right',
      async ({ step, button, at, written }) => {
        const addin = await openEdited()
        const isWriting = step === '写入'
        if (isWriting) await addin.press('检查台账', '写入标注')
        const before = await saved(addin)
        await pressDuring(addin, { step, button, at })
        const { counters } = await addin.press(isWriting ? '写入标注' : '检查台账', '已取消')
        expect(counters.cellsWritten).toBeGreaterThanOrEqual(written)
        expect(changedParts(before, await saved(addin))).toEqual([])

        if (!isWriting) await addin.press('检查台账', '写入标注')
        await addin.press('写入标注', '标注已写入')
        // Excel names each part of ours anew
        const changed = changedParts(plain, await saved(addin))
        expect(changed.filter((part) => part !== 'customXml/itemProps1.xml')).toEqual([])
        await addin.close()
      },
    )
  })

  test('takes no more memory the third time than the second', async () => {
    const addin = await open('few.xlsx')
    const used: { readonly page: number; readonly worker: number }[] = []
    for (let round = 0; round < 3; round++) {
      await addin.command('checkLedger')
      await addin.command('writeFlags')
      await addin.command('clearFlags')
      used.push(await addin.memory())
    }
    const [, second, third] = used
    expect(third?.page).toBeLessThan((second?.page ?? 0) + 2)
    expect(third?.worker).toBeLessThan((second?.worker ?? 0) + 2)
    await addin.close()
  })
})

/** What a request does to the looks of cells, by what it asks for. */
function countFormatting(requests: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const request of requests) {
    const { ObjectPaths } = JSON.parse(request) as {
      readonly ObjectPaths: Readonly<Record<string, { readonly Name: string }>>
    }
    for (const { Name } of Object.values(ObjectPaths)) {
      if (/^(?:Format|Borders|Fill|Font|Protection|ConditionalFormats|Custom|GetEntireColumn)$/.test(Name)) {
        counts[Name] = (counts[Name] ?? 0) + 1
      }
    }
  }
  return counts
}

/** Presses a button as soon as the pane shows this step so far, in the same moment. */
async function pressDuring(
  { frame }: WatchedAddin,
  asked: { readonly step: string; readonly button: string; readonly at: number },
): Promise<void> {
  await frame.evaluate(({ step, button, at }) => {
    const watch = new MutationObserver(() => {
      const running = document.querySelector('.pl-step-running')?.textContent ?? ''
      const value = Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow'))
      if (!running.startsWith(step) || value < at) return
      const found = [...document.querySelectorAll('button')].find((one) => one.textContent === button)
      if (!found) return
      watch.disconnect()
      found.click()
    })
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  }, asked)
}

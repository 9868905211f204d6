import type { Frame } from 'playwright-core'

import { launchBrowser } from '../browser/launch.ts'
import { buildAddin } from '../e2e/addin/buildAddin.ts'
import { type StepCost, type WatchedAddin, watchAddin } from '../e2e/addin/watchAddin.ts'
import { serveExcel } from '../excel-host/serve.ts'

/** Milliseconds that each round trip to Excel is delayed. */
export const LATENCY = 20
const EDITS = 9
/** Cells that the naive way marks; its time for all findings is scaled up from these. */
const NAIVE_CELLS = 500

export interface AddinFigures {
  /** Opening and recognising, checking, flagging; by one run, in which each is the first of its kind. */
  readonly opening: StepCost
  readonly check: StepCost
  readonly flag: StepCost
  readonly usableAt: number
  readonly findings: number
  /** Megabytes in page and worker after each of three times check, flag, clear. */
  readonly memory: readonly number[]
  /** The longest task of the three rounds that follow, in milliseconds: the first has cold code. */
  readonly warmTask: number
  /** From an edit to the pane's new word on it, without the officer's pause before it. */
  readonly edits: readonly number[]
  readonly naive: {
    readonly cells: number
    readonly seconds: number
    readonly requests: number
    readonly mb: number
  }
}

/** Puts the built add-in through a large ledger in the simulated Excel, and the naive way of marking beside it. */
export async function measureAddin(ledger: Uint8Array): Promise<AddinFigures> {
  const folder = await buildAddin()
  const site = await serveExcel({ samples: { '台账.xlsx': ledger }, mounts: { '/addin/': folder } })
  const browser = await launchBrowser()
  try {
    const addin = await watchAddin(browser, site, { sample: '台账.xlsx', latency: LATENCY })
    const { opening, usableAt, frame } = addin
    const check = await addin.press('检查台账', '写入标注')
    const findings = await frame.evaluate(() => {
      const found = /发现 ?([\d,]+)/.exec(document.body.textContent ?? '')?.[1] ?? '0'
      return Number(found.replaceAll(',', ''))
    })
    const flag = await addin.press('写入标注', '标注已写入')
    const memory: number[] = []
    let warmTask = 0
    for (let round = 0; round < 3; round++) {
      const steps = [
        await addin.command('checkLedger'),
        await addin.command('writeFlags'),
        await addin.command('clearFlags'),
      ]
      warmTask = Math.max(warmTask, ...steps.map(({ longestTask }) => longestTask))
      const { page, worker } = await addin.memory()
      memory.push(page + worker)
    }
    const edits = await liveEdits(addin)
    const naive = await naiveWay(addin, frame)
    await addin.close()
    return { opening, check, flag, usableAt, findings, memory, warmTask, edits, naive }
  } finally {
    await browser.close()
    await site.close()
  }
}

/** Edits of single cells under live checking; what the pane says that each took. */
async function liveEdits(addin: WatchedAddin): Promise<readonly number[]> {
  const { excel, frame } = addin
  await addin.press('检查台账', '重新检查').catch(() => undefined)
  await frame.getByRole('switch', { name: '实时检查' }).click()
  await frame.waitForFunction(
    () => /改动后自动复核|已复核/.test(document.body.textContent ?? ''),
    undefined,
    {
      timeout: 120_000,
    },
  )
  // the engine makes itself ready after the full check, and settles
  await excel.page.waitForTimeout(15_000)
  const told = (): Promise<string> =>
    frame.evaluate(() => /已复核，用时 (\d+) 毫秒/.exec(document.body.textContent ?? '')?.[1] ?? '')
  const edits: number[] = []
  for (let i = 0; i < EDITS; i++) {
    await excel.drive('user', 'type', `AA${5_000 + i * 7}`, i % 2 === 0 ? '次级' : '损失')
    await frame
      .waitForFunction(() => document.body.textContent?.includes('待复核'), undefined, {
        timeout: 10_000,
        polling: 5,
      })
      .catch(() => undefined)
    await frame.waitForFunction(
      () =>
        /已复核，用时/.test(document.body.textContent ?? '') &&
        !document.body.textContent?.includes('待复核'),
      undefined,
      { timeout: 60_000 },
    )
    edits.push(Number(await told()))
  }
  return edits
}

/** Fill, comment, sync: cell by cell, as it is written first. */
async function naiveWay({ excel }: WatchedAddin, frame: Frame): Promise<AddinFigures['naive']> {
  await excel.drive('call', 'resetCounters')
  const started = performance.now()
  await frame.evaluate(async (cells) => {
    const { Excel } = window as unknown as { Excel: { RequestContext: new () => NaiveContext } }
    const context = new Excel.RequestContext()
    const mark = (row: number): Promise<void> => {
      const cell = context.workbook.worksheets.getActiveWorksheet().getRange(`Q${row + 4}`)
      cell.format.fill.color = '#FFC7CE'
      context.workbook.comments.add(cell, '严重:逾期天数与五级分类不符,请核对。')
      return context.sync()
    }
    for (let row = 0; row < cells; row++) await mark(row)
  }, NAIVE_CELLS)
  const { requests, bytesIn, bytesOut } = (await excel.drive('call', 'counters')) as {
    requests: number
    bytesIn: number
    bytesOut: number
  }
  const seconds = (performance.now() - started) / 1000
  return { cells: NAIVE_CELLS, seconds, requests, mb: (bytesIn + bytesOut) / 1e6 }
}

interface NaiveContext {
  readonly workbook: {
    readonly worksheets: {
      getActiveWorksheet(): { getRange(address: string): { format: { fill: { color: string } } } }
    }
    readonly comments: { add(cell: object, text: string): void }
  }
  sync(): Promise<void>
}

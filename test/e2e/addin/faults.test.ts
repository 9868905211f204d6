import { describe, expect, test } from 'vitest'

import { changedParts } from '../../annotate/packages.ts'
import { browserPath } from '../../browser/launch.ts'
import { sampleLedger } from '../../portfolio/sampleLedger.ts'
import { type OpenedAddin, withAddin } from './serveAddin.ts'

/** The page gives Excel a minute to answer; a test does not wait that long. */
const lessPatience = (): void => {
  const real = window.setTimeout.bind(window)
  Object.assign(window, {
    setTimeout: (run: () => void, delay?: number, ...given: unknown[]) =>
      real(run, delay === 60_000 ? 2_000 : delay, ...given),
  })
}

/** Keeps the page's workers where a test can break them. */
const keepWorkers = (): void => {
  const Real = window.Worker
  const kept: Worker[] = []
  class Kept extends Real {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      kept.push(this)
    }
  }
  Object.assign(window, { Worker: Kept, keptWorkers: kept })
}

describe.runIf(browserPath)('when Excel refuses, breaks off or is not what it should be', async () => {
  const { bytes } = await sampleLedger()
  const served = withAddin(() => Promise.resolve(bytes))
  const wait = 240_000

  const checked = async (options?: Parameters<typeof served.open>[0]): Promise<OpenedAddin> => {
    const excel = await served.open(options)
    await excel.press('检查台账')
    await excel.frame.getByRole('tab', { name: /^发现 40/ }).waitFor()
    return excel
  }
  const faults = (excel: OpenedAddin, change: object): Promise<unknown> =>
    excel.drive('call', 'faults', change)
  /** Takes the marks off; gives the parts that are other than in the original: none, where all is as it was. */
  const otherOnceCleared = async (excel: OpenedAddin): Promise<readonly string[]> => {
    const marked = changedParts(bytes, await excel.saved())
    let left = marked
    // a command is not taken while another runs: pressed again as long as nothing at all has come of it
    const cleared = async (): Promise<boolean> => {
      await excel.drive('pressButton', 'clearFlags')
      left = changedParts(bytes, await excel.saved())
      return marked.length === 0 || left.length < marked.length
    }
    await expect.poll(cleared, { timeout: 60_000, interval: 1_000 }).toBe(true)
    return left
  }

  test(
    'a cell is being edited: it is said, nothing is written, 重试 writes when the edit has ended',
    async () => {
      const excel = await checked()
      await excel.drive('user', 'enterCellEditMode')
      await excel.press('写入标注')
      await excel.says('没有完成：有单元格正在编辑')
      expect(changedParts(bytes, await excel.saved())).toEqual([])
      await excel.drive('user', 'leaveCellEditMode')
      await excel.press('重试')
      await excel.says('标注已写入')
      expect(await otherOnceCleared(excel)).toEqual([])
      await excel.close()
    },
    wait,
  )

  test(
    'the sheet is protected: it is said, and the summary alone is offered and written',
    async () => {
      const excel = await checked()
      await excel.drive('user', 'protect')
      await excel.press('写入标注')
      await excel.says('标注没有写入：工作表受保护')
      await excel.press('只生成汇总表')
      await excel.page.getByRole('tab', { name: '贷后·发现清单' }).waitFor()
      await excel.drive('user', 'unprotect')
      expect(await otherOnceCleared(excel)).toEqual([])
      await excel.close()
    },
    wait,
  )

  test(
    'access is denied in the middle of writing: it is said, and 重试 or clearing puts the sheet in order',
    async () => {
      const excel = await checked()
      await faults(excel, {
        members: { 'ConditionalFormatCollection.Add': 'AccessDenied', 'Range.values': 'AccessDenied' },
      })
      await excel.press('写入标注')
      await excel.says('没有完成：Excel 拒绝了这次操作')
      await faults(excel, { members: {} })
      await excel.press('重试')
      await excel.says('标注已写入')
      expect(await otherOnceCleared(excel)).toEqual([])
      await excel.close()
    },
    wait,
  )

  test(
    'a request is too large: smaller ones are tried, and where none goes through it is said',
    async () => {
      const excel = await checked()
      await faults(excel, { next: Array.from({ length: 200 }, () => 5103) })
      await excel.press('写入标注')
      await excel.says('没有完成：数据量超过这个 Excel 一次能传送的上限')
      await faults(excel, { next: [] })
      await excel.press('重试')
      await excel.says('标注已写入')
      expect(await otherOnceCleared(excel)).toEqual([])
      await excel.close()
    },
    wait,
  )

  test(
    'Excel stops answering while marks are written: it is said; the next run or clearing leaves no half',
    async () => {
      const excel = await served.open({ waits: false, prepare: lessPatience })
      await excel.says('已识别为')
      await excel.press('检查台账')
      await excel.frame.getByRole('tab', { name: /^发现 40/ }).waitFor()
      const requests = async (): Promise<number> =>
        ((await excel.drive('call', 'counters')) as { requests: number }).requests
      await excel.drive('pressButton', 'clearFlags')
      const before = await requests()
      await excel.drive('pressButton', 'writeFlags')
      const whole = (await requests()) - before
      expect(await otherOnceCleared(excel)).toEqual([])
      const breakOff = async (share: number): Promise<void> => {
        await faults(excel, { goneAt: (await requests()) + Math.floor(whole * share) })
        await excel.drive('pressButton', 'writeFlags')
        await excel.says('Excel 没有回应')
        await faults(excel, { goneAt: Number.MAX_SAFE_INTEGER })
      }
      let halves = 0
      for (const share of [0.4, 0.6, 0.8]) {
        await breakOff(share)
        if (changedParts(bytes, await excel.saved()).length > 0) halves++
        expect(await otherOnceCleared(excel)).toEqual([])
      }
      expect(halves).toBeGreaterThan(0)
      await breakOff(0.7)
      await excel.press('重试')
      await excel.says('标注已写入')
      expect(await otherOnceCleared(excel)).toEqual([])
      await excel.close()
    },
    wait,
  )

  test(
    'the file is read-only: it is said before anything is written, and the results stay',
    async () => {
      const excel = await checked()
      await excel.drive('call', 'readOnly', true)
      await excel.press('写入标注')
      await excel.says('标注没有写入：文件是只读的')
      await excel.frame.getByRole('tab', { name: /^发现 40/ }).waitFor()
      expect(changedParts(bytes, await excel.saved())).toEqual([])
      await excel.close()
    },
    wait,
  )

  test(
    'what computes breaks down: it is said, and checking again starts afresh',
    async () => {
      const excel = await served.open({ waits: false, prepare: keepWorkers })
      await excel.says('已识别为')
      await excel.press('检查台账')
      await excel.frame.getByRole('tab', { name: /^发现 40/ }).waitFor()
      await excel.frame.evaluate(() => {
        const { keptWorkers } = window as unknown as { keptWorkers: Worker[] }
        const last = keptWorkers.at(-1)
        last?.terminate()
        last?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))
      })
      await excel.says('检查没有完成')
      await excel.press('检查台账')
      await excel.frame.getByRole('tab', { name: /^发现 40/ }).waitFor()
      await excel.press(/王岚敏/)
      await excel.press('定位 V166')
      expect(changedParts(bytes, await excel.saved())).toEqual([])
      await excel.close()
    },
    wait,
  )

  test.each([
    ['is not there', (route: { abort(): Promise<void> }) => route.abort()],
    [
      'is another file',
      (route: { fulfill(answer: object): Promise<void> }) =>
        route.fulfill({ contentType: 'text/javascript', body: '// a proxy wrote this' }),
    ],
  ])(
    'office.js %s: the page says so instead of staying blank',
    async (_, answer) => {
      const excel = await served.open({ waits: false, routes: { '**/office/office.js': answer } })
      await excel.says('没有连接到 Excel')
      await excel.says('请科技人员核对加载项的 office.js 地址')
      expect(await excel.frame.locator('#root').innerHTML()).toBe('')
      await excel.close()
    },
    wait,
  )

  test(
    'an Excel that is too old, and a browser that is: the page says which Excel is needed',
    async () => {
      const old = await served.open({ waits: false, protocol: 'desktop', profile: 'vl2019' })
      await old.says('需要较新的 Excel')
      await old.close()
      // Internet Explorer 11 knows no modules
      const older = await served.open({
        waits: false,
        prepare: () => void Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule'),
      })
      await older.says('贷后助手需要 Excel 2021、Excel 2024 或 Microsoft 365')
      expect(await older.frame.evaluate(() => 'Office' in window)).toBe(false)
      await older.close()
    },
    wait,
  )
})

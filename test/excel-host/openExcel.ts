import type { Browser, Frame, Page } from 'playwright-core'

import type { Driver } from './page/hostPage.ts'
import type { ExcelSite, WindowOptions } from './serve.ts'

export interface ExcelWindow {
  readonly page: Page
  /** The frame that the add-in runs in. */
  addin(): Promise<Frame>
  /** Calls the driver of the window: `call('user', 'type', 'B2', '5')`. */
  drive(name: keyof Driver, ...args: readonly unknown[]): Promise<unknown>
  /** Waits until no request has come for a moment: office.js makes some of its own when it starts and when a run ends. */
  settled(): Promise<void>
  /** Requests to anywhere else, errors and failed responses: a test expects none. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** Opens the simulated Excel in a browser page. `prepare`: what a test does to the page before it loads. */
export async function openExcel(
  browser: Browser,
  site: ExcelSite,
  options: WindowOptions,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<ExcelWindow> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } })
  const complaints: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (![site.origin, site.apart].some((one) => url.startsWith(one)) && !/^(blob|data|about):/.test(url))
      complaints.push(`asked ${url}`)
  })
  page.on('pageerror', (error) => complaints.push(`${error.message} ${error.stack ?? ''}`))
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
  })
  await prepare(page)
  await page.goto(site.url(options))
  await page.waitForFunction(() => 'excelHost' in window)
  return {
    page,
    complaints,
    addin: async () => {
      const handle = await page.waitForSelector('#pane iframe', { state: 'attached' })
      // a frame that moves into a process of its own is nowhere for a moment, and before that an empty one that will go
      for (let tries = 0; tries < 300; tries += 1) {
        const frame = await handle.contentFrame()
        if (frame?.url().startsWith('http')) return frame
        await page.waitForTimeout(100)
      }
      throw new Error('the add-in has no frame')
    },
    drive: (name, ...args) =>
      page.evaluate(
        ([member, given]) => {
          const { excelHost } = window as unknown as {
            excelHost: Record<string, (...all: unknown[]) => unknown>
          }
          return excelHost[member]?.(...given)
        },
        [name, args] as const,
      ),
    settled: async () => {
      let known = -1
      for (;;) {
        const { requests } = await page.evaluate(async () => {
          const { excelHost } = window as unknown as { excelHost: Driver }
          return excelHost.call('counters')
        })
        if (requests === known) return
        known = requests
        await page.waitForTimeout(150)
      }
    },
    close: () => page.close(),
  }
}

import type { Browser } from 'playwright-core'

import type { ProfileName } from '../../../excel-host/engine/profiles.ts'
import { type ExcelWindow, openExcel } from '../../../excel-host/openExcel.ts'
import type { WorkerCalls } from '../../../excel-host/page/excelWorker.ts'
import type { Step } from '../../../excel-host/runSteps.ts'
import type { ExcelSite } from '../../../excel-host/serve.ts'
import type { PropertyDriver } from './runInPage.ts'

type Answer<F> = F extends (...args: never) => infer R ? Awaited<R> : never

/** A simulated Excel with the add-in's session running in it, to be asked from outside. */
export interface PropertyWindow {
  readonly excel: ExcelWindow
  addin<K extends keyof PropertyDriver>(
    name: K,
    ...args: Parameters<PropertyDriver[K]>
  ): Promise<Answer<PropertyDriver[K]>>
  host<K extends keyof WorkerCalls>(
    name: K,
    ...args: Parameters<WorkerCalls[K]>
  ): Promise<Answer<WorkerCalls[K]>>
  open(bytes: Uint8Array): Promise<void>
  steps(steps: readonly Step[]): Promise<readonly number[]>
  /** Waits until nothing is under way any more: no request, no event, nothing pending in the pane. */
  settled(): Promise<Answer<PropertyDriver['shown']>>
}

/** Longer than the pane waits after the last edit before it checks everything once more. */
const QUIET = 300

export async function openProperty(
  browser: Browser,
  site: ExcelSite,
  options: { readonly protocol: 'web' | 'desktop'; readonly profile: ProfileName },
): Promise<PropertyWindow> {
  const excel = await openExcel(browser, site, { ...options, addin: '/property/page.html' })
  const frame = await excel.addin()
  await frame.waitForFunction(() => 'addin' in globalThis)
  const addin: PropertyWindow['addin'] = (name, ...args) =>
    frame.evaluate(
      ([member, given]) => {
        const { addin: driver } = globalThis as unknown as {
          addin: Record<string, (...all: unknown[]) => unknown>
        }
        return driver[member]?.(...given)
      },
      [name, args] as const,
    ) as never
  const host: PropertyWindow['host'] = (name, ...args) => excel.drive('call', name, ...args) as never
  return {
    excel,
    addin,
    host,
    open: async (bytes) => {
      await excel.drive('open', [...bytes], '台账.xlsx')
      await addin('reopen')
    },
    steps: (steps) => host('steps', steps),
    settled: async () => {
      let before = ''
      for (;;) {
        const { requests } = await host('counters')
        const shown = await addin('shown')
        const now = JSON.stringify([requests, shown.pending, shown.isBusy])
        if (now === before && shown.pending === 0 && !shown.isBusy) return shown
        before = now
        await excel.page.waitForTimeout(QUIET)
      }
    },
  }
}

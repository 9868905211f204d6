import type { Browser, CDPSession, Frame } from 'playwright-core'

import type { Counters } from '../../excel-host/engine/counters.ts'
import type { ProfileName } from '../../excel-host/engine/profiles.ts'
import { type ExcelWindow, openExcel } from '../../excel-host/openExcel.ts'
import type { ExcelSite } from '../../excel-host/serve.ts'

/** What one step of the add-in's work came to. */
export interface StepCost {
  readonly seconds: number
  /** What went over the wire, and how long the simulated Excel itself was at work. */
  readonly counters: Counters
  /** The longest task on the add-in's own main thread, in milliseconds; 0 where none took 50. */
  readonly longestTask: number
  readonly tasksOver200: number
  /** What the progress bar showed, from 0 to 1, by the step that was running. */
  readonly progress: readonly (readonly [step: string, value: number])[]
}

export interface WatchedAddin {
  readonly excel: ExcelWindow
  readonly frame: Frame
  /** Milliseconds from the frame's start until the panes could be used. */
  readonly usableAt: number
  /** The opening: from the page's load until the ledger is recognised. */
  readonly opening: StepCost
  /** Does something and waits until it is done and nothing is running. */
  step(work: () => Promise<unknown>): Promise<StepCost>
  /** A ribbon command to its end. */
  command(name: 'checkLedger' | 'writeFlags' | 'clearFlags'): Promise<StepCost>
  /** Presses a button of the pane and waits until the pane says what it comes to, and nothing is running. */
  press(name: string, until: string): Promise<StepCost>
  says(words: string): Promise<void>
  /** Megabytes that live after a collection: of the page, and of its worker. */
  memory(): Promise<{ readonly page: number; readonly worker: number }>
  close(): Promise<void>
}

interface Watch {
  tasks: number[]
  progress: [string, number][]
  usableAt: number
}

/** Runs in the add-in's page before its own scripts. */
function watchPage(): void {
  const watch: Watch = { tasks: [], progress: [], usableAt: 0 }
  Object.assign(window, { watch })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  const look = (): void => {
    if (watch.usableAt === 0 && document.querySelector('[role=tab]')) watch.usableAt = performance.now()
    const bar = document.querySelector('[role=progressbar]')
    const value = Number(bar?.getAttribute('aria-valuenow') ?? Number.NaN)
    const step = document.querySelector('.pl-step-running')?.textContent ?? ''
    if (!Number.isNaN(value) && watch.progress.at(-1)?.[1] !== value) watch.progress.push([step, value])
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['aria-valuenow'],
  })
}

/**
 * Opens a workbook with the built add-in beside it. The add-in's page comes from another host name than the window around
 * it, as in Excel on the web: the browser runs it in a process of its own, so that its tasks and its memory are its own,
 * and the simulated Excel, which runs in a worker of the window, costs it nothing.
 */
export async function watchAddin(
  browser: Browser,
  site: ExcelSite,
  {
    sample,
    latency = 0,
    profile = 'web',
    path = '/addin/taskpane.html',
  }: {
    readonly sample: string
    readonly latency?: number
    readonly profile?: ProfileName
    readonly path?: string
  },
): Promise<WatchedAddin> {
  const excel = await openExcel(browser, site, { protocol: 'web', profile, sample })
  await excel.page.addInitScript(watchPage)
  await excel.drive('call', 'faults', { latency })
  await excel.drive('call', 'resetCounters')
  const started = performance.now()
  await excel.drive('loadAddin', `${site.apart}${path}`)
  const frame = await excel.addin()
  const idle = (): Promise<unknown> =>
    frame.waitForFunction(
      () =>
        document.querySelector('[role=tab]') !== null &&
        document.querySelector('.pl-progress') === null &&
        ![...document.querySelectorAll('button')].some((one) => one.textContent?.startsWith('取消')),
      undefined,
      { timeout: 300_000, polling: 50 },
    )
  const cost = async (from: number): Promise<StepCost> => {
    const seconds = (performance.now() - from) / 1000
    const watch = await frame.evaluate(() => {
      const all = (window as unknown as { watch: Watch }).watch
      const taken = { ...all }
      all.tasks = []
      all.progress = []
      return taken
    })
    return {
      seconds,
      counters: (await excel.drive('call', 'counters')) as Counters,
      longestTask: Math.round(Math.max(0, ...watch.tasks)),
      tasksOver200: watch.tasks.filter((task) => task > 200).length,
      progress: watch.progress,
    }
  }
  await frame.waitForFunction(() => document.body.textContent?.includes('已识别为'), undefined, {
    timeout: 300_000,
  })
  await idle()
  const opening = await cost(started)
  const usableAt = await frame.evaluate(() => (window as unknown as { watch: Watch }).watch.usableAt)
  const devtools = await excel.page.context().newCDPSession(frame)
  const heaps = await watchHeaps(devtools)

  const says = async (words: string): Promise<void> => {
    await frame.waitForFunction((wanted) => document.body.textContent?.includes(wanted), words, {
      timeout: 120_000,
    })
  }
  const step = async (work: () => Promise<unknown>): Promise<StepCost> => {
    await excel.drive('call', 'resetCounters')
    const from = performance.now()
    await work()
    await idle()
    return cost(from)
  }
  return {
    excel,
    frame,
    usableAt,
    opening,
    step,
    command: (name) => step(() => excel.drive('pressButton', name)),
    press: (name, until) =>
      step(async () => {
        await frame.getByRole('button', { name, exact: true }).click({ timeout: 60_000 })
        await says(until)
      }),
    says,
    memory: heaps,
    close: () => excel.close(),
  }
}

/** Asks a page and its workers how much lives in them; workers answer by messages through their page. */
async function watchHeaps(devtools: CDPSession): Promise<WatchedAddin['memory']> {
  const workers = new Set<string>()
  const waiting = new Map<number, (result: unknown) => void>()
  let last = 0
  devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.add(sessionId)
  })
  devtools.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId))
  devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: unknown }
    if (id !== undefined) waiting.get(id)?.(result)
  })
  await devtools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  const ask = (sessionId: string, method: string): Promise<unknown> =>
    new Promise((resolve) => {
      const id = ++last
      waiting.set(id, resolve)
      const message = JSON.stringify({ id, method })
      void devtools.send('Target.sendMessageToTarget', { sessionId, message })
    })
  return async () => {
    await devtools.send('HeapProfiler.collectGarbage')
    const page = heapOf(await devtools.send('Runtime.getHeapUsage'))
    let worker = 0
    for (const sessionId of workers) {
      await ask(sessionId, 'HeapProfiler.collectGarbage')
      worker += heapOf(await ask(sessionId, 'Runtime.getHeapUsage'))
    }
    return { page, worker }
  }
}

function heapOf(usage: unknown): number {
  const { usedSize, backingStorageSize = 0 } = usage as { usedSize: number; backingStorageSize?: number }
  return (usedSize + backingStorageSize) / 1e6
}

import type { Page } from 'playwright-core'

import type { Extended } from './launch.ts'

/** What the agents of one tab know, asked for as the engine asks: by label, each frame for itself. */
export interface AgentsIn {
  /** Value of the field of this label in any frame; null where no agent has it. */
  value(label: string): Promise<string | null>
  /** How many frames hold an agent. */
  count(): Promise<number>
  /** Counts what the extension's own world asks of the browser from now on: timers, frames, searches of the tree. */
  countCalls(): Promise<void>
  calls(): Promise<number>
  close(): Promise<void>
}

/** Through a page of the extension, since the page itself cannot reach its agent. */
export async function agentsIn(extended: Extended, page: Page): Promise<AgentsIn> {
  const own = await extended.context.newPage()
  await own.goto(`chrome-extension://${extended.id}/managed_schema.json`)
  const tab = await own.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({})
    return tabs.findLast(({ url }) => url === wanted)?.id ?? -1
  }, page.url())
  await page.bringToFront()
  return {
    value: (label) =>
      own.evaluate(
        async ([id, wanted]) => {
          const frames = await chrome.scripting.executeScript({
            target: { tabId: id, allFrames: true },
            func: () => 'postloanAgent' in globalThis,
          })
          for (const { frameId, result } of frames) {
            if (!result) continue
            const found = await chrome.tabs.sendMessage(
              id,
              { type: 'locate', locators: [{ selector: '', label: wanted }] },
              { frameId },
            )
            const value = found?.[0]?.field?.value
            if (value !== undefined) return value
          }
          return null
        },
        [tab, label] as const,
      ),
    count: () =>
      own.evaluate(async (id) => {
        const frames = await chrome.scripting.executeScript({
          target: { tabId: id, allFrames: true },
          func: () => 'postloanAgent' in globalThis,
        })
        return frames.filter(({ result }) => result).length
      }, tab),
    countCalls: () =>
      own.evaluate(async (id) => {
        await chrome.scripting.executeScript({
          target: { tabId: id, allFrames: true },
          func: () => {
            Reflect.set(globalThis, 'ownCalls', 0)
            const counted = (holder: object, name: string): void => {
              const real: unknown = Reflect.get(holder, name)
              if (typeof real !== 'function') return
              Reflect.set(holder, name, function (this: unknown, ...given: unknown[]) {
                Reflect.set(globalThis, 'ownCalls', Number(Reflect.get(globalThis, 'ownCalls')) + 1)
                return Reflect.apply(real, this === undefined ? globalThis : this, given)
              })
            }
            for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback'])
              counted(globalThis, name)
            for (const name of ['querySelector', 'querySelectorAll']) counted(Document.prototype, name)
            counted(Element.prototype, 'getBoundingClientRect')
            counted(MutationObserver.prototype, 'observe')
          },
        })
      }, tab),
    calls: () =>
      own.evaluate(async (id) => {
        const frames = await chrome.scripting.executeScript({
          target: { tabId: id, allFrames: true },
          func: () => Number(Reflect.get(globalThis, 'ownCalls') ?? 0),
        })
        return frames.reduce((sum, { result }) => sum + result, 0)
      }, tab),
    close: () => own.close(),
  }
}

interface Found {
  readonly field: { readonly value: string } | null
}

declare const chrome: {
  readonly tabs: {
    query(filter: object): Promise<{ readonly id?: number; readonly url?: string }[]>
    sendMessage(tab: number, message: object, to: { readonly frameId: number }): Promise<Found[] | undefined>
  }
  readonly scripting: {
    executeScript<Result>(call: {
      readonly target: { readonly tabId: number; readonly allFrames: boolean }
      readonly func: () => Result
    }): Promise<{ readonly frameId: number; readonly result: Result }[]>
  }
}

import { browser } from 'wxt/browser'

import { pointingPort } from '../page-map/pointingPort.ts'
import type { Locator } from '../protocol/index.ts'
import { order } from './checkTab.ts'
import { framesOf } from './pages.ts'

export async function point(tab: number, on: boolean, assigned: readonly Locator[]): Promise<void> {
  const name = `pointing:${tab}`
  if (on) await browser.storage.session.set({ [name]: assigned })
  else await browser.storage.session.remove(name)
  for (const { frameId } of await framesOf(tab)) await order(tab, frameId, { type: 'pointing', on, assigned })
}

/** A frame that reports while someone points joins in. */
export async function joinPointing(tab: number, frameId: number): Promise<void> {
  const name = `pointing:${tab}`
  // Written here only.
  const assigned = (await browser.storage.session.get(name))[name] as readonly Locator[] | undefined
  if (assigned) await order(tab, frameId, { type: 'pointing', on: true, assigned })
}

/** The panel was closed in whatever way: the page gets its presses back. */
export function watchPointing(): void {
  browser.runtime.onConnect.addListener((port) => {
    if (!port.name.startsWith(pointingPort) || port.sender?.id !== browser.runtime.id) return
    const tab = Number(port.name.slice(pointingPort.length))
    port.onDisconnect.addListener(() => void point(tab, false, []))
  })
}

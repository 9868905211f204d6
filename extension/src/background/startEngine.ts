import { browser } from 'wxt/browser'

import type { Sender } from './answerOwn.ts'
import { onAlarm, setAlarm, showBadge } from './badge.ts'
import { checkSoon, forgetCheck } from './checkTab.ts'
import { hearAgent } from './hearAgent.ts'
import { tellPanels } from './news.ts'
import { forgetTab, readTabs } from './pages.ts'
import { watchPointing } from './pointing.ts'
import { enterOpenPages, registerAgent } from './registerAgent.ts'
import { onSidePanelClosed } from './sidePanel.ts'
import { settings } from './state.ts'
import { step } from './stepMarks.ts'
import { takeSettings } from './takeSettings.ts'
import { noteUpdate } from './updateNews.ts'

/** Listeners are set at once, in the first turn of the worker: a message that wakes it must find them. */
export function startEngine(): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Sender, answer: (value: unknown) => void) => {
      if (sender.id !== browser.runtime.id) return
      const own = sender.url?.startsWith(browser.runtime.getURL('/')) === true
      if (own) {
        if (typeof message !== 'object' || message === null || !('ask' in message)) return
        // Evaluated when a page of ours asks: what an agent wakes starts without it.
        import('./answerOwn.ts')
          .then(({ answerOwn }) => answerOwn(message, sender))
          .then(answer, () => answer(null))
        return true
      }
      const tab = sender.tab?.id
      if (tab === undefined) return
      void hearAgent(tab, sender.frameId ?? 0, message)
    },
  )
  watchPointing()
  // The browser opens the store while it hands over what woke us.
  settings().catch(() => {
    // Whoever asks for them next is told.
  })
  onSidePanelClosed(() => void bringDocksBack())
  browser.tabs.onRemoved.addListener((tab) => {
    forgetCheck(tab)
    void forgetTab(tab)
  })
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    if (reason === 'update' && previousVersion) void noteUpdate(previousVersion)
    void begin(true)
  })
  browser.runtime.onStartup.addListener(() => void begin(false))
  browser.alarms.onAlarm.addListener(({ name }) => void onAlarm(name))
  browser.permissions.onAdded.addListener(() => void takeSettings())
  browser.permissions.onRemoved.addListener(() => void takeSettings())
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void takeSettings()
  })
  browser.commands?.onCommand.addListener((name, tab) => {
    if (tab?.id === undefined) return
    if (name === 'next') void step(tab.id, 1)
    if (name === 'previous') void step(tab.id, -1)
  })
}

async function begin(enter: boolean): Promise<void> {
  await browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
  await browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true })
  const hosts = await registerAgent()
  tellPanels({ to: 'panel', news: 'store' })
  if (enter) await enterOpenPages(hosts)
  await setAlarm()
  await showBadge()
}

/** What the side panel showed lies over the pages again. */
async function bringDocksBack(): Promise<void> {
  for (const tab of await readTabs()) checkSoon(tab)
}

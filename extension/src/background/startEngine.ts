import { browser } from 'wxt/browser'

import { answerPanel, takeSettings } from './answerPanel.ts'
import { onAlarm, setAlarm, showBadge } from './badge.ts'
import { forgetCheck } from './checkTab.ts'
import { isOurDock } from './dock.ts'
import { hearAgent } from './hearAgent.ts'
import { forgetTab } from './pages.ts'
import { panelRequestSchema } from './panelMessages.ts'
import { watchPointing } from './pointing.ts'
import { enterOpenPages, registerAgent } from './registerAgent.ts'
import { step } from './stepMarks.ts'
import { noteUpdate } from './updateNews.ts'

interface Sender {
  readonly id?: string | undefined
  readonly url?: string | undefined
  readonly frameId?: number | undefined
  readonly documentId?: string | undefined
  readonly tab?: { readonly id?: number | undefined } | undefined
}

/** Listeners are set at once, in the first turn of the worker: a message that wakes it must find them. */
export function startEngine(): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Sender, answer: (value: unknown) => void) => {
      if (sender.id !== browser.runtime.id) return
      const own = sender.url?.startsWith(browser.runtime.getURL('/')) === true
      if (own) {
        if (typeof message !== 'object' || message === null || !('ask' in message)) return
        answerOwn(message, sender).then(answer, () => answer(null))
        return true
      }
      const tab = sender.tab?.id
      if (tab === undefined) return
      void hearAgent(tab, sender.frameId ?? 0, message)
    },
  )
  watchPointing()
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

async function answerOwn(message: object, sender: Sender): Promise<unknown> {
  const request = panelRequestSchema.safeParse(message)
  if (!request.success) return null
  const dock = sender.url?.startsWith(browser.runtime.getURL('/dock.html')) === true
  if (!dock) return answerPanel(request.data, null)
  const tab = sender.tab?.id
  // Opened by itself, not framed: there is nothing that it could belong to.
  if (tab === undefined || sender.frameId === 0) return null
  const token = request.data.ask === 'dock' ? request.data.token : null
  if (!(await isOurDock(tab, sender.documentId ?? String(sender.frameId), token))) return null
  return answerPanel(request.data, tab)
}

async function begin(enter: boolean): Promise<void> {
  await browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
  await browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true })
  const hosts = await registerAgent()
  if (enter) await enterOpenPages(hosts)
  await setAlarm()
  await showBadge()
}

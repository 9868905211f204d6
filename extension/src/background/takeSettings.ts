import { checkTab, forgetCheck, order } from './checkTab.ts'
import { takeAwayDock } from './dock.ts'
import { tellPanels } from './news.ts'
import { framesOf, readTabs } from './pages.ts'
import { enterOpenPages, registerAgent } from './registerAgent.ts'
import { forgetSettings, settings } from './state.ts'

/** Settings or data have changed: pages are registered and checked anew. */
export async function takeSettings(): Promise<void> {
  forgetSettings()
  const hosts = await registerAgent()
  const { values } = await settings()
  if (values.on) await enterOpenPages(hosts)
  for (const tab of await readTabs()) {
    for (const { frameId } of await framesOf(tab))
      await order(tab, frameId, { type: 'switch', on: values.on })
    if (!values.on || values.panel !== 'dock') await takeAwayDock(tab)
  }
  await renew()
}

/** What is kept of a loan shows in every tab that has it open. */
export async function renew(): Promise<void> {
  const tabs = await readTabs()
  for (const tab of tabs) forgetCheck(tab)
  for (const tab of tabs) await checkTab(tab)
  tellPanels({ to: 'panel', news: 'store' })
}

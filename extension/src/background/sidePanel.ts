import { browser } from 'wxt/browser'

/** The browser does not say in which window a side panel is open: it says so itself when it opens. */
export async function noteSidePanel(tab: number): Promise<void> {
  const { windowId } = await browser.tabs.get(tab)
  await browser.storage.session.set({ [nameOf(windowId)]: true })
}

/** The side panel shows the same of the tab in front: two of them would only cover the page. */
export async function isSidePanelOpen(tab: number): Promise<boolean> {
  const { windowId } = await browser.tabs.get(tab)
  const name = nameOf(windowId)
  if (!(await browser.storage.session.get(name))[name]) return false
  // one that ended without a word is not open any more
  const open = await browser.runtime.getContexts?.({ contextTypes: ['SIDE_PANEL'] })
  return (open?.length ?? 0) > 0
}

/** Calls back when the side panel of a window was closed; browsers before Chrome 142 say so only when a page is checked next. */
export function onSidePanelClosed(listen: () => void): void {
  browser.sidePanel?.onClosed?.addListener(({ windowId }) => {
    void browser.storage.session.remove(nameOf(windowId)).then(listen)
  })
}

function nameOf(windowId: number): string {
  return `side:${windowId}`
}

import { browser } from 'wxt/browser'

import type { PanelNews } from './panelMessages.ts'

/** Tells every open page of ours; that there is none is no fault. */
export function tellPanels(news: PanelNews): void {
  browser.runtime.sendMessage(news).catch(() => {})
}

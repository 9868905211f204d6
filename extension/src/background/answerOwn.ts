import { browser } from 'wxt/browser'

import { answerPanel } from './answerPanel.ts'
import { isOurDock } from './dock.ts'
import { panelRequestSchema } from './panelMessages.ts'

export interface Sender {
  readonly id?: string | undefined
  readonly url?: string | undefined
  readonly frameId?: number | undefined
  readonly documentId?: string | undefined
  readonly tab?: { readonly id?: number | undefined } | undefined
}

/** Answers one of our own pages; whatever has another shape, or comes from a frame that is not ours, gets nothing. */
export async function answerOwn(message: object, sender: Sender): Promise<unknown> {
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

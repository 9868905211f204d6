import { browser } from 'wxt/browser'

import type { PageView } from '../engine/index.ts'
import type { Notice } from './panelMessages.ts'

/** A press of 保存 that led to another page is still told there, but not after the person has gone on to other work. */
const stillNews = 60_000

/** Keeps that a save was pressed while something was open; false where nothing is. */
export async function noteSave(tab: number, pressed: string, view: PageView): Promise<boolean> {
  if (view.kind !== 'detail') return false
  const open = view.items.some(({ kind, level }) => kind === 'missing' || level === 'serious')
  if (!open) return false
  const notice: Notice = { pressed, at: Date.now() }
  await browser.storage.session.set({ [`notice:${tab}`]: notice })
  return true
}

export async function noticeOf(tab: number): Promise<Notice | null> {
  const name = `notice:${tab}`
  // Written here only.
  const notice = (await browser.storage.session.get(name))[name] as Notice | undefined
  return notice && Date.now() - notice.at < stillNews ? notice : null
}

export async function forgetNotice(tab: number): Promise<void> {
  await browser.storage.session.remove(`notice:${tab}`)
}

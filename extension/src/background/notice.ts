import { browser } from 'wxt/browser'

import type { PageView } from '../engine/index.ts'
import type { Notice } from './panelMessages.ts'

/** A press of 保存 that led to another page is still told there, but not after the person has gone on to other work. */
const stillNews = 60_000

/** Keeps that a save was pressed while something was open; false where nothing is. */
export async function noteSave(tab: number, pressed: string, view: PageView): Promise<boolean> {
  if (view.kind !== 'detail') return false
  if (!isOpen(view)) return false
  const notice: Notice = { pressed, at: Date.now(), loan: view.loan?.key ?? '' }
  await browser.storage.session.set({ [`notice:${tab}`]: notice })
  return true
}

/** Of the loan whose page it was: on another loan's page, or once nothing is open any more, there is nothing to be told. */
export async function noticeOf(tab: number, view: PageView): Promise<Notice | null> {
  const name = `notice:${tab}`
  // Written here only.
  const notice = (await browser.storage.session.get(name))[name] as Notice | undefined
  if (!notice || Date.now() - notice.at >= stillNews) return null
  if (view.kind === 'detail' && !isOpen(view)) return null
  return view.kind === 'none' || notice.loan === (view.loan?.key ?? '') ? notice : null
}

export async function forgetNotice(tab: number): Promise<void> {
  await browser.storage.session.remove(`notice:${tab}`)
}

function isOpen({ items }: PageView): boolean {
  return items.some(({ kind, level }) => kind === 'missing' || level === 'serious')
}

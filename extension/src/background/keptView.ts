import { browser } from 'wxt/browser'

import type { PageView } from '../engine/index.ts'

export interface KeptView {
  readonly view: PageView
  readonly milliseconds: number
}

/** Rows of grids in one view above which it is not kept: writing it would cost more than checking anew. */
const mostRows = 2000

/**
 * The last view of a tab, in the browser's memory and never on disk: a worker that was put to sleep answers with it at
 * once, while it checks anew. Complete before any panel is told, so that it never lacks what a panel has shown.
 */
export async function keepView(tab: number, kept: KeptView): Promise<void> {
  const name = `view:${tab}`
  const rows = kept.view.grids.reduce((sum, { grid }) => sum + grid.rows.length, 0)
  try {
    if (rows > mostRows) await browser.storage.session.remove(name)
    else await browser.storage.session.set({ [name]: kept })
  } catch {
    // More than the browser's quota: the next worker checks before it answers.
    await browser.storage.session.remove(name)
  }
}

export async function keptView(tab: number): Promise<KeptView | null> {
  const name = `view:${tab}`
  // Written above only.
  return ((await browser.storage.session.get(name))[name] as KeptView | undefined) ?? null
}

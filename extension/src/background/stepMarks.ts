import { browser } from 'wxt/browser'

import type { PageItem } from '../engine/index.ts'
import { lastCheck, order } from './checkTab.ts'
import { framesOf } from './pages.ts'

/** Makes one mark the current one; scrolls to it where a person asked to be taken there. */
export async function chooseMark(tab: number, id: string, scroll: boolean): Promise<boolean> {
  const { checked } = await lastCheck(tab)
  const item = checked.view.items.find((one) => one.id === id)
  if (!item?.at) return false
  const own = checked.marks.find(({ frameId }) => frameId === item.at?.frameId)
  const target = JSON.stringify(item.at.target)
  // Several items stand behind one mark, which has the id of the worst.
  const mark = own?.marks.find(({ at }) => JSON.stringify(at) === target)
  if (!mark) return false
  for (const { frameId } of await framesOf(tab)) {
    const here = frameId === item.at.frameId
    await order(tab, frameId, { type: 'current', id: here ? mark.id : null, scroll: here && scroll })
  }
  await browser.storage.session.set({ [`current:${tab}`]: mark.id })
  return true
}

/** To the next or the previous mark, in the order of the list; over the end it begins again. */
export async function step(tab: number, by: 1 | -1): Promise<boolean> {
  const { checked } = await lastCheck(tab)
  const marks = checked.marks.flatMap((frame) => frame.marks)
  const rank = new Map(checked.view.items.map(({ id }: PageItem, at) => [id, at]))
  const sorted = marks.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))
  if (sorted.length === 0) return false
  const name = `current:${tab}`
  const current: unknown = (await browser.storage.session.get(name))[name]
  const at = sorted.findIndex(({ id }) => id === current)
  const next = at < 0 ? (by === 1 ? 0 : sorted.length - 1) : (at + by + sorted.length) % sorted.length
  const mark = sorted[next]
  return mark ? chooseMark(tab, mark.id, true) : false
}

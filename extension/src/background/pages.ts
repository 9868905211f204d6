import { browser } from 'wxt/browser'

import type { FrameReport } from '../engine/index.ts'
import type { PageReport, ReadField } from '../protocol/index.ts'

/**
 * The last report of every frame of a tab. Kept in the browser's memory (`storage.session`, never on disk), so that a
 * worker that was put to sleep finds them; a page too large for it is read again.
 */
const known = new Map<number, Map<number, PageReport>>()
const loading = new Map<number, Promise<Map<number, PageReport>>>()

export async function framesOf(tab: number): Promise<readonly FrameReport[]> {
  return [...(await pageOf(tab))].map(([frameId, report]) => ({ frameId, report }))
}

export async function takeReport(tab: number, frameId: number, report: PageReport): Promise<void> {
  const page = await pageOf(tab)
  if (frameId === 0 && page.get(0) && page.get(0)?.frame.document !== report.frame.document) {
    // Frames of the page before went with it; those that are still there answer with a report of their own.
    for (const other of page.keys()) if (other !== 0) page.delete(other)
    void tell(tab, { type: 'rescan' })
  }
  page.set(frameId, report)
  await keep(tab, page)
}

export async function takeFields(
  tab: number,
  frameId: number,
  document: string,
  fields: readonly ReadField[],
): Promise<void> {
  const page = await pageOf(tab)
  const report = page.get(frameId)
  if (report?.frame.document !== document) return
  const changed = new Map(fields.map((field) => [field.key, field]))
  const before = new Set(report.fields.map(({ key }) => key))
  const added = fields.filter(({ key }) => !before.has(key))
  page.set(frameId, {
    ...report,
    fields: [...report.fields.map((field) => changed.get(field.key) ?? field), ...added],
  })
  await keep(tab, page)
}

export async function dropFrame(tab: number, frameId: number, document: string | null): Promise<boolean> {
  const page = await pageOf(tab)
  const report = page.get(frameId)
  if (!report || (document !== null && report.frame.document !== document)) return false
  page.delete(frameId)
  await keep(tab, page)
  return true
}

export async function forgetTab(tab: number): Promise<void> {
  known.delete(tab)
  loading.delete(tab)
  await browser.storage.session.remove([
    `page:${tab}`,
    `view:${tab}`,
    `dock:${tab}`,
    `notice:${tab}`,
    `said:${tab}`,
    `pointing:${tab}`,
  ])
}

/** Tabs whose pages were read. */
export async function readTabs(): Promise<readonly number[]> {
  const all = await browser.storage.session.get()
  const kept = Object.keys(all).flatMap((name) => (name.startsWith('page:') ? [Number(name.slice(5))] : []))
  return [...new Set([...known.keys(), ...kept])]
}

/** Sends an order to every frame of a tab; frames without an agent do not answer. */
async function tell(tab: number, order: { readonly type: 'rescan' }): Promise<void> {
  try {
    await browser.tabs.sendMessage(tab, order)
  } catch {
    // Nobody is there any more.
  }
}

async function pageOf(tab: number): Promise<Map<number, PageReport>> {
  const there = known.get(tab)
  if (there) return there
  const before = loading.get(tab) ?? load(tab)
  loading.set(tab, before)
  const page = await before
  loading.delete(tab)
  const first = known.get(tab)
  if (first) return first
  known.set(tab, page)
  return page
}

async function load(tab: number): Promise<Map<number, PageReport>> {
  const name = `page:${tab}`
  const kept: unknown = (await browser.storage.session.get(name))[name]
  // Written by this extension only, from reports that were checked on the way in.
  return new Map(Array.isArray(kept) ? (kept as [number, PageReport][]) : [])
}

async function keep(tab: number, page: ReadonlyMap<number, PageReport>): Promise<void> {
  try {
    await browser.storage.session.set({ [`page:${tab}`]: [...page] })
  } catch {
    // More than the browser's quota: the page is read again when the worker wakes.
    await browser.storage.session.remove(`page:${tab}`)
  }
}

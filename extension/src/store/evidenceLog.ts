import { maskWithin } from '@postloan/core/check'

import type { LogEntry, LogKind, Store } from './database.ts'

export interface Deed {
  readonly by: string
  readonly kind: LogKind
  readonly loan: string
  readonly text: string
}

export interface Verified {
  readonly ok: boolean
  readonly entries: number
  /** Number of the first entry that does not fit. */
  readonly brokenAt?: number
}

const origin = '0'.repeat(64)
const tries = 50

/**
 * Does something and writes it down, in one transaction: either both are in the store or neither. The hash is computed
 * before the transaction (IndexedDB does not wait for anything else) and thrown away when another page was quicker.
 */
export async function record(
  store: Store,
  deed: Deed,
  tables: readonly string[],
  action: () => Promise<void>,
  now: () => string = () => new Date().toISOString(),
): Promise<LogEntry> {
  // a note or a title may hold a number that has no business in a log which is handed on
  const text = maskWithin(deed.text)
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const last = await headOf(store)
    const entry = await link({ ...deed, text, seq: last.seq + 1, at: now(), previous: last.hash })
    const written = await store.transaction('rw', ['log', 'settings', ...tables], async () => {
      const head = await headOf(store)
      if (head.seq !== last.seq || head.hash !== last.hash) return false
      await action()
      await store.log.add(entry)
      await store.settings.put({ name: 'logHead', value: { seq: entry.seq, hash: entry.hash } })
      return true
    })
    if (written) return entry
  }
  throw new Error('the log is being written by too many pages')
}

/** Every link fits the one before it, from the anchor that retention left to the head. */
export async function verifyLog(store: Store): Promise<Verified> {
  const { entries, anchor, head } = await store.transaction('r', ['log', 'settings'], async () => ({
    entries: await store.log.orderBy('seq').toArray(),
    anchor: await placeOf(store, 'logAnchor'),
    head: await placeOf(store, 'logHead'),
  }))
  let { seq, hash } = anchor
  for (const entry of entries) {
    const expected = await link({ ...entry, previous: hash })
    if (entry.seq !== seq + 1 || entry.previous !== hash || entry.hash !== expected.hash) {
      return { ok: false, entries: entries.length, brokenAt: entry.seq }
    }
    ;({ seq, hash } = entry)
  }
  const whole = head.seq === seq && head.hash === hash
  return { ok: whole, entries: entries.length, ...(whole ? {} : { brokenAt: seq + 1 }) }
}

async function headOf(store: Store): Promise<Place> {
  return placeOf(store, 'logHead')
}

interface Place {
  readonly seq: number
  readonly hash: string
}

async function placeOf(store: Store, name: 'logHead' | 'logAnchor'): Promise<Place> {
  const value = (await store.settings.get(name))?.value
  return isPlace(value) ? value : { seq: 0, hash: origin }
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'seq' in value && 'hash' in value
}

async function link(entry: Omit<LogEntry, 'hash'>): Promise<LogEntry> {
  const { seq, at, by, kind, loan, text, previous } = entry
  const bytes = new TextEncoder().encode(JSON.stringify([seq, at, by, kind, loan, text, previous]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { seq, at, by, kind, loan, text, previous, hash }
}

import { z } from 'zod'

import type { Store } from './database.ts'
import { record, verifyLog } from './evidenceLog.ts'
import { storeWords as words } from './messages.ts'

/** NIST SP 800-132 asks for as many rounds as the user can bear; OWASP's figure for PBKDF2 with SHA-256. */
const iterations = 600_000
const format = 1

const sealed = z.strictObject({
  document: z.literal('postloan.backup'),
  format: z.number().int(),
  salt: z.base64(),
  iv: z.base64(),
  iterations: z.number().int().min(100_000).max(5_000_000),
  data: z.base64(),
})

const contents = z.strictObject({ tables: z.record(z.string(), z.array(z.unknown())) })

export type Restored =
  | { readonly ok: true; readonly rows: number }
  | { readonly ok: false; readonly message: string }

/** The whole store as text that only the passphrase opens. */
export async function backUp(store: Store, passphrase: string, by: string): Promise<string> {
  await record(store, { by, kind: 'backup', loan: '', text: words.backedUp }, [], async () => {})
  const tables: Record<string, unknown[]> = {}
  await store.transaction('r', store.tables, async () => {
    for (const table of store.tables) tables[table.name] = await table.toArray()
  })
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await keyOf(passphrase, salt, iterations)
  const plain = new TextEncoder().encode(JSON.stringify({ tables }))
  const data = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
  const file: z.infer<typeof sealed> = {
    document: 'postloan.backup',
    format,
    salt: base64(salt),
    iv: base64(iv),
    iterations,
    data: base64(data),
  }
  return JSON.stringify(file)
}

/** Puts a backup in the place of everything that is there. All or nothing: a wrong passphrase or a torn file changes nothing. */
export async function restore(store: Store, text: string, passphrase: string, by: string): Promise<Restored> {
  const file = sealed.safeParse(parse(text))
  if (!file.success) return { ok: false, message: words.notABackup }
  if (file.data.format > format) return { ok: false, message: words.newerBackup }
  const plain = await open(file.data, passphrase)
  if (plain === null) return { ok: false, message: words.wrongPassphrase }
  const read = contents.safeParse(parse(plain))
  if (!read.success) return { ok: false, message: words.notABackup }
  const { tables } = read.data
  let rows = 0
  await store.transaction('rw', store.tables, async () => {
    for (const table of store.tables) {
      const own = tables[table.name] ?? []
      await table.clear()
      await table.bulkAdd(own)
      rows += own.length
    }
  })
  await record(store, { by, kind: 'restore', loan: '', text: words.restored(rows) }, [], async () => {})
  return { ok: true, rows }
}

/** Drops what is older than the retention period. The chain goes on from the last entry that was dropped. */
export async function dropOlder(store: Store, before: string, by: string): Promise<number> {
  if (!(await verifyLog(store)).ok) return 0
  const oldLog = await store.log.where('at').below(before).toArray()
  const oldTicks = await store.ticks.where('at').below(before).primaryKeys()
  const oldNotes = await store.notes.where('at').below(before).primaryKeys()
  const rows = oldLog.length + oldTicks.length + oldNotes.length
  if (rows === 0) return 0
  const deed = { by, kind: 'retention', loan: '', text: words.retained(rows, before.slice(0, 10)) } as const
  await record(store, deed, ['ticks', 'notes'], async () => {
    await store.ticks.bulkDelete(oldTicks)
    await store.notes.bulkDelete(oldNotes)
    const last = oldLog.toSorted((a, b) => a.seq - b.seq).at(-1)
    if (!last) return
    await store.log.where('seq').belowOrEqual(last.seq).delete()
    await store.settings.put({ name: 'logAnchor', value: { seq: last.seq, hash: last.hash } })
  })
  return rows
}

/** Everything goes, the settings too. */
export async function wipe(store: Store): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    for (const table of store.tables) await table.clear()
  })
}

async function open(file: z.infer<typeof sealed>, passphrase: string): Promise<string | null> {
  try {
    const key = await keyOf(passphrase, bytesOf(file.salt), file.iterations)
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytesOf(file.iv) },
      key,
      bytesOf(file.data),
    )
    return new TextDecoder().decode(plain)
  } catch {
    // AES-GCM says only that it does not fit, whether the passphrase or the bytes are wrong.
    return null
  }
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', salt, iterations: rounds, hash: 'SHA-256' },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0)
}

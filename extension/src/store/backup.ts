import { z } from 'zod'

import { backupRows } from './backupRows.ts'
import type { Store } from './database.ts'
import { record } from './evidenceLog.ts'
import { storeWords as words } from './messages.ts'
import { settle } from './storeFault.ts'

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

/** What can be said of a file before anything else of it is understood. */
const heading = z.object({ document: z.literal('postloan.backup'), format: z.number().int() })

const contents = z.object({
  /** The installation that made it: a bank's own build has an id of its own. */
  from: z.string(),
  tables: backupRows,
})

export type Restored =
  | { readonly ok: true; readonly rows: number }
  | {
      readonly ok: false
      /** `other`: a sound backup of another installation, which may be taken all the same. */
      readonly code: 'notABackup' | 'torn' | 'newer' | 'passphrase' | 'other' | 'notSaved'
      readonly message: string
    }

/** The whole store as text that only the passphrase opens. `from` is the id of this installation. */
export async function backUp(store: Store, passphrase: string, by: string, from: string): Promise<string> {
  await record(store, { by, kind: 'backup', loan: '', text: words.backedUp }, [], async () => {})
  const tables: Record<string, unknown[]> = {}
  await store.transaction('r', store.tables, async () => {
    for (const table of store.tables) tables[table.name] = await table.toArray()
  })
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await keyOf(passphrase, salt, iterations)
  const plain = new TextEncoder().encode(JSON.stringify({ from, tables }))
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

/**
 * Puts a backup in the place of everything that is there. All or nothing: whatever is wrong with the file or the disk,
 * nothing has changed. `from` is the id of this installation; null takes the backup of any.
 */
export async function restore(
  store: Store,
  text: string,
  passphrase: string,
  by: string,
  from: string | null,
): Promise<Restored> {
  const json = parse(text)
  const head = heading.safeParse(json)
  if (!head.success) {
    return text.slice(0, 60).includes('postloan.backup') && json === null
      ? { ok: false, code: 'torn', message: words.tornBackup }
      : { ok: false, code: 'notABackup', message: words.notABackup }
  }
  if (head.data.format > format) return { ok: false, code: 'newer', message: words.newerBackup }
  const file = sealed.safeParse(json)
  if (!file.success) return { ok: false, code: 'notABackup', message: words.notABackup }
  const plain = await open(file.data, passphrase)
  if (plain === null) return { ok: false, code: 'passphrase', message: words.wrongPassphrase }
  const read = contents.safeParse(parse(plain))
  if (!read.success) return { ok: false, code: 'notABackup', message: words.notABackup }
  if (from !== null && read.data.from !== from)
    return { ok: false, code: 'other', message: words.otherBackup }
  const tables: Readonly<Record<string, readonly unknown[]>> = read.data.tables
  let rows = 0
  const saved = await settle(async () => {
    await store.transaction('rw', store.tables, async () => {
      for (const table of store.tables) {
        const own = tables[table.name] ?? []
        await table.clear()
        await table.bulkAdd(own)
        rows += own.length
      }
    })
    await record(store, { by, kind: 'restore', loan: '', text: words.restored(rows) }, [], async () => {})
  })
  return saved.ok ? { ok: true, rows } : { ok: false, code: 'notSaved', message: saved.message }
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

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

import { z } from 'zod'

import { fingerprintInKeyFile } from '../policy/pack/index.ts'
import { policyMessages } from './policyMessages.ts'

const words = policyMessages.trust

const storeSchema = z.object({
  document: z.literal('postloan.trust'),
  format: z.literal(1),
  /** Pack id → the key it was first seen signed with. */
  keys: z.record(z.string(), z.object({ fingerprint: z.string(), signer: z.string() })),
})
type Store = z.infer<typeof storeSchema>

export interface SignedBy {
  readonly signer: string
  readonly fingerprint: string
}

export type Trust =
  | { readonly ok: true; readonly firstUse: boolean }
  | { readonly ok: false; readonly message: string }

/**
 * Whether a pack's key may speak. `--trust` decides where it is given; else the key that this user saw first for the
 * pack, and a key never seen is taken with its fingerprint shown.
 */
export async function trustKey(
  pack: string,
  { signer, fingerprint }: SignedBy,
  trusted: readonly string[],
): Promise<Trust> {
  if (trusted.length > 0) {
    const keys = await Promise.all(trusted.map(readTrusted))
    return keys.includes(fingerprint)
      ? { ok: true, firstUse: false }
      : { ok: false, message: words.notTrusted(signer, fingerprint) }
  }
  const store = await readStore()
  if (!store.ok) return store
  const seen = store.value.keys[pack]
  if (!seen) return { ok: true, firstUse: true }
  return seen.fingerprint === fingerprint
    ? { ok: true, firstUse: false }
    : { ok: false, message: words.keyChanged(pack, seen.fingerprint, fingerprint, storePath()) }
}

/** Remembers the key for the pack. False where it cannot be written down. */
export async function pinKey(pack: string, { signer, fingerprint }: SignedBy): Promise<boolean> {
  const store = await readStore()
  if (!store.ok) return false
  const keys = { ...store.value.keys, [pack]: { fingerprint, signer } }
  try {
    await mkdir(dirname(storePath()), { recursive: true, mode: 0o700 })
    await writeFile(storePath(), `${JSON.stringify({ ...store.value, keys }, null, 2)}\n`, { mode: 0o600 })
    return true
  } catch {
    return false
  }
}

/** Where the keys seen are kept; `POSTLOAN_HOME` puts it elsewhere. */
export function storePath(): string {
  return join(process.env['POSTLOAN_HOME'] ?? join(homedir(), '.postloan'), 'trusted-keys.json')
}

type ReadStore =
  | { readonly ok: true; readonly value: Store }
  | { readonly ok: false; readonly message: string }

async function readStore(): Promise<ReadStore> {
  const empty: Store = { document: 'postloan.trust', format: 1, keys: {} }
  let text: string
  try {
    text = await readFile(storePath(), 'utf8')
  } catch (caught) {
    const missing = caught instanceof Error && 'code' in caught && caught.code === 'ENOENT'
    return missing ? { ok: true, value: empty } : { ok: false, message: words.storeUnreadable(storePath()) }
  }
  try {
    return { ok: true, value: storeSchema.parse(JSON.parse(text)) }
  } catch {
    // a damaged list must not turn into trust on first use
    return { ok: false, message: words.storeUnreadable(storePath()) }
  }
}

/** A fingerprint as written, or that of the key in a file. */
async function readTrusted(written: string): Promise<string> {
  const hex = written.replaceAll(/[\s-]/g, '').toUpperCase()
  if (/^[0-9A-F]{32}$/.test(hex)) return hex.replace(/(.{4})(?=.)/g, '$1-')
  try {
    return (await fingerprintInKeyFile(await readFile(written, 'utf8'))) ?? ''
  } catch {
    return ''
  }
}

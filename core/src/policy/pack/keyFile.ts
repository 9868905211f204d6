import { z } from 'zod'

import { fromBase64, toBase64 } from './base64.ts'
import { packMessages } from './packMessages.ts'

const words = packMessages.key

/** OWASP's figure for PBKDF2 with SHA-256. */
const defaultIterations = 600_000
const shortestPassphrase = 8

const keyFileSchema = z.strictObject({
  document: z.literal('postloan.key'),
  format: z.literal(1),
  signer: z.string().min(1),
  publicKey: z.string(),
  fingerprint: z.string(),
  privateKey: z.strictObject({
    kdf: z.literal('PBKDF2-SHA256'),
    /** Bounded above: a file must not make the machine count for hours. */
    iterations: z.number().int().min(1_000).max(10_000_000),
    salt: z.string(),
    cipher: z.literal('AES-256-GCM'),
    iv: z.string(),
    data: z.string(),
  }),
})

/** What a key file holds. The private key is only there as cipher text. */
export type KeyFile = z.infer<typeof keyFileSchema>

/** A private key ready for signing, with what is told of it. */
export interface SigningKey {
  readonly signer: string
  /** SPKI, base64. */
  readonly publicKey: string
  readonly fingerprint: string
  readonly privateKey: CryptoKey
}

export type Opened<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string }

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** Makes a key pair and encrypts its private half with the passphrase. `iterations` slows guessing. */
export async function newKeyFile(
  signer: string,
  passphrase: string,
  iterations = defaultIterations,
): Promise<Opened<KeyFile>> {
  if (Array.from(passphrase).length < shortestPassphrase)
    return { ok: false, message: words.weak(shortestPassphrase) }
  const { subtle } = globalThis.crypto
  const pair = await subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const spki = new Uint8Array(await subtle.exportKey('spki', pair.publicKey))
  const pkcs8 = await subtle.exportKey('pkcs8', pair.privateKey)
  const salt = globalThis.crypto.getRandomValues(new Uint8Array(16))
  const iv = globalThis.crypto.getRandomValues(new Uint8Array(12))
  const wrapping = await wrappingKey(passphrase, salt, iterations)
  const data = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: spki }, wrapping, pkcs8)
  return {
    ok: true,
    value: {
      document: 'postloan.key',
      format: 1,
      signer,
      publicKey: toBase64(spki),
      fingerprint: await keyFingerprint(spki),
      privateKey: {
        kdf: 'PBKDF2-SHA256',
        iterations,
        salt: toBase64(salt),
        cipher: 'AES-256-GCM',
        iv: toBase64(iv),
        data: toBase64(new Uint8Array(data)),
      },
    },
  }
}

/** Opens a key file with its passphrase. The public key is bound to the cipher text: swapping it is found out. */
export async function openKeyFile(text: string, passphrase: string): Promise<Opened<SigningKey>> {
  const file = parseKeyFile(text)
  const spki = file && fromBase64(file.publicKey)
  const [salt, iv, data] = file
    ? [file.privateKey.salt, file.privateKey.iv, file.privateKey.data].map(fromBase64)
    : []
  if (!file || !spki || !salt || !iv || !data) return { ok: false, message: words.notKey }
  const { subtle } = globalThis.crypto
  try {
    const wrapping = await wrappingKey(passphrase, salt, file.privateKey.iterations)
    const pkcs8 = await subtle.decrypt({ name: 'AES-GCM', iv, additionalData: spki }, wrapping, data)
    const privateKey = await subtle.importKey('pkcs8', pkcs8, ecdsa, false, ['sign'])
    const { signer, publicKey } = file
    return { ok: true, value: { signer, publicKey, fingerprint: await keyFingerprint(spki), privateKey } }
  } catch {
    return { ok: false, message: words.wrongPassphrase }
  }
}

/** The fingerprint of the public key in a key file (for `--trust`), or null where it is none. */
export async function fingerprintInKeyFile(text: string): Promise<string | null> {
  const spki = fromBase64(parseKeyFile(text)?.publicKey ?? '')
  return spki && spki.length > 0 ? keyFingerprint(spki) : null
}

/** First 128 bits of SHA-256 over the public key (SPKI), in groups that two people can compare by voice. */
export async function keyFingerprint(spki: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', spki))
  const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.toUpperCase().replace(/(.{4})(?=.)/g, '$1-')
}

function parseKeyFile(text: string): KeyFile | null {
  try {
    return keyFileSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

async function wrappingKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const { subtle } = globalThis.crypto
  // the same passphrase typed on two keyboards may come composed or not
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'))
  const material = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

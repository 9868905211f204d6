import { fromBase64, toBase64 } from './base64.ts'
import { keyFingerprint, type SigningKey } from './keyFile.ts'
import { packMessages } from './packMessages.ts'
import { memberOf, pathKey, readJson } from './readJson.ts'

const words = packMessages.signature

/** What a pack's signature says. Whether the key is one to trust is another question. */
export type SignatureState =
  | { readonly state: 'unsigned' }
  | {
      readonly state: 'signed'
      readonly signer: string
      readonly signedAt: string
      /** Of the key. */
      readonly fingerprint: string
    }
  | { readonly state: 'broken'; readonly message: string }

/** Keeps a signature over a pack from meaning anything for another kind of text. */
const domain = 'postloan.policy/1\n'
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const

/**
 * Signs the text of a pack: every character of the file counts, all but the signature's own value. An older signature
 * is replaced. Null where the text is no JSON object. `day` is the ISO day of signing.
 */
export async function signPack(text: string, key: SigningKey, day: string): Promise<string | null> {
  const bare = withoutSignature(text)
  const end = bare?.lastIndexOf('}') ?? -1
  if (bare === null || end < 0) return null
  const { signer, publicKey } = key
  const member = { algorithm: 'ECDSA-P256-SHA256', signer, signedAt: day, publicKey, value: '' }
  const head = bare.slice(0, end).trimEnd()
  const comma = head.endsWith('{') ? '' : ','
  const written = JSON.stringify(member, null, 2).replaceAll('\n', '\n  ')
  const open = `${head}${comma}\n  "signature": ${written}\n${bare.slice(end)}`
  const bytes = await globalThis.crypto.subtle.sign(signing, key.privateKey, signedBytes(open))
  const empty = open.lastIndexOf('"value": ""') + '"value": "'.length
  return open.slice(0, empty) + toBase64(new Uint8Array(bytes)) + open.slice(empty)
}

/** Checks a pack's signature over the text exactly as it is. */
export async function verifyPack(text: string): Promise<SignatureState> {
  const read = readJson(text)
  const member = read.ok ? memberOf(read.json.value, 'signature') : undefined
  if (!read.ok || member === undefined) return { state: 'unsigned' }
  const [signer, signedAt, publicKey, value] = ['signer', 'signedAt', 'publicKey', 'value'].map((name) =>
    memberOf(member, name),
  )
  const place = read.json.places.get(pathKey(['signature', 'value']))
  if (
    typeof signer !== 'string' ||
    typeof signedAt !== 'string' ||
    typeof publicKey !== 'string' ||
    typeof value !== 'string' ||
    !place
  ) {
    return { state: 'broken', message: words.noValue }
  }
  const signature = fromBase64(value)
  // written with escapes it would be another text with the same value
  if (!signature || text.slice(place.from, place.to) !== `"${value}"`) {
    return { state: 'broken', message: words.wrong }
  }
  const spki = fromBase64(publicKey)
  const key = spki && (await importKey(spki))
  if (!spki || !key) return { state: 'broken', message: words.badKey }
  const signed = text.slice(0, place.from + 1) + text.slice(place.to - 1)
  const right = await globalThis.crypto.subtle.verify(signing, key, signature, signedBytes(signed))
  if (!right) return { state: 'broken', message: words.wrong }
  return { state: 'signed', signer, signedAt, fingerprint: await keyFingerprint(spki) }
}

async function importKey(spki: Uint8Array<ArrayBuffer>): Promise<CryptoKey | null> {
  try {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    return await globalThis.crypto.subtle.importKey('spki', spki, algorithm, false, ['verify'])
  } catch {
    return null
  }
}

function signedBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(domain + text)
}

/** The text with the signature member and the comma before or after it cut out. */
function withoutSignature(text: string): string | null {
  const read = readJson(text)
  if (!read.ok || typeof read.json.value !== 'object' || Array.isArray(read.json.value)) return null
  const place = read.json.places.get(pathKey(['signature']))
  if (!place) return text
  const before = text.slice(0, place.from).replace(/(,?)\s*"signature"\s*:\s*$/, '')
  const after = text.slice(place.to)
  return before.endsWith('{') ? before + after.replace(/^\s*,/, '') : before + after
}

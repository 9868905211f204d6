import { createHash } from 'node:crypto'

/** The browser's own way from an extension's public key to its id: sixteen bytes of the hash, each half a letter from a to p. */
export function extensionId(key: Buffer): string {
  return [...createHash('sha256').update(key).digest().subarray(0, 16)]
    .flatMap((byte) => [byte >> 4, byte & 15])
    .map((half) => String.fromCharCode(97 + half))
    .join('')
}

export interface FoundEncoding {
  /** A label `TextDecoder` takes. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'
  /** True when nothing in the file says so and the bytes were judged. */
  readonly guessed: boolean
}

/** How much of a file is looked at to tell UTF-16 by its zero bytes and to find a declared encoding. */
const SAMPLE = 1 << 12

/**
 * The encoding of a text file. A byte order mark decides; then whether the bytes are valid UTF-8, which other
 * encodings practically never are; what is left is GB18030 (which reads GBK and GB2312), or Big5 where declared.
 */
export function findEncoding(bytes: Uint8Array): FoundEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: 'utf-8', guessed: false }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', guessed: false }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', guessed: false }
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = zerosByParity(sample)
  // Digits, commas and line ends in UTF-16 have a zero byte each; no other text has any.
  if (zeros.odd > sample.length / 20 && zeros.even * 10 < zeros.odd)
    return { encoding: 'utf-16le', guessed: true }
  if (zeros.even > sample.length / 20 && zeros.odd * 10 < zeros.even)
    return { encoding: 'utf-16be', guessed: true }
  if (isUtf8(bytes)) return { encoding: 'utf-8', guessed: false }
  const declared = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(String.fromCharCode(...sample))?.[1]
  if (declared?.toLowerCase() === 'big5') return { encoding: 'big5', guessed: false }
  return { encoding: 'gb18030', guessed: !/^gb/i.test(declared ?? '') }
}

/** The whole text of a file, without byte order mark. Bytes that mean nothing become U+FFFD. */
export function decodeFile(bytes: Uint8Array, encoding: FoundEncoding['encoding']): string {
  return new TextDecoder(encoding).decode(bytes)
}

function zerosByParity(sample: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 }
  for (const [i, byte] of sample.entries()) {
    if (byte === 0) zeros[i % 2 === 0 ? 'even' : 'odd']++
  }
  return zeros
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const step = 1 << 20
  try {
    // Never flushed: a character cut off at the very end does not make it another encoding.
    for (let at = 0; at < bytes.length; at += step)
      decoder.decode(bytes.subarray(at, at + step), { stream: true })
    return true
  } catch {
    return false
  }
}

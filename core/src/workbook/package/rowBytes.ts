/**
 * Finding rows and cells in the bytes of a sheet part, without making text of them. Tags of a sheet are ASCII; the
 * prefix, where a writer uses one (`x:row`), is part of the patterns.
 */
const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f

/** A pattern with its skip table (Horspool): a search looks at every sixth byte or so. */
export interface Pattern {
  readonly bytes: Uint8Array
  readonly skip: Uint8Array
}

export function patternOf(text: string): Pattern {
  const bytes = new TextEncoder().encode(text)
  const skip = new Uint8Array(256).fill(bytes.length)
  for (const [i, byte] of bytes.entries()) if (i < bytes.length - 1) skip[byte] = bytes.length - 1 - i
  return { bytes, skip }
}

/** Where the pattern starts at or after `from`, wholly before `to`; -1 when it does not. */
export function findPattern(text: Uint8Array, pattern: Pattern, from: number, to: number): number {
  const { bytes, skip } = pattern
  const last = bytes.length - 1
  const lastByte = bytes[last]
  let at = from + last
  while (at < to) {
    const byte = text[at] ?? 0
    if (byte === lastByte && startsAt(text, bytes, at - last)) return at - last
    at += skip[byte] ?? 1
  }
  return -1
}

/** True where the bytes stand in the text at `at`. */
export function startsAt(text: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < bytes.length; i++) if (text[at + i] !== bytes[i]) return false
  return true
}

/** The last place before `end` where the pattern starts, not before `from`; -1 when none. */
export function findLast(text: Uint8Array, bytes: Uint8Array, from: number, end: number): number {
  for (let at = end - bytes.length; at >= from; at--) {
    if (text[at] === LT && startsAt(text, bytes, at)) return at
  }
  return -1
}

/** The place of the value of a one-letter attribute in a tag (` r="`), or -1. Tags of rows and cells have no entities. */
export function attributeValueAt(text: Uint8Array, letter: number, from: number, tagEnd: number): number {
  for (let at = from + 1; at < tagEnd - 2; at++) {
    if (text[at] !== letter || !isBlank(text[at - 1]) || text[at + 1] !== 0x3d) continue
    if (text[at + 2] === 0x22 || text[at + 2] === 0x27) return at + 3
  }
  return -1
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

/** Digits from `at` as a number; -1 when there is none. */
export function digitsAt(text: Uint8Array, at: number): number {
  let value = -1
  for (let i = at; ; i++) {
    const digit = (text[i] ?? 0) - 48
    if (digit < 0 || digit > 9) return value
    value = (value < 0 ? 0 : value) * 10 + digit
  }
}

/** The column (from 0) of a cell name such as `AM5` that starts at `at`; -1 when there is none. */
export function columnAt(text: Uint8Array, at: number): number {
  let n = 0
  for (let i = at; ; i++) {
    const letter = (text[i] ?? 0) & 0xdf
    if (letter < 65 || letter > 90) return n - 1
    n = n * 26 + letter - 64
  }
}

/** One past the next `>`; -1 when there is none before `to`. */
export function afterTag(text: Uint8Array, from: number, to: number): number {
  const at = text.indexOf(GT, from)
  return at < 0 || at >= to ? -1 : at + 1
}

export function isSelfClosing(text: Uint8Array, tagEnd: number): boolean {
  return text[tagEnd - 2] === SLASH
}

/** The place of the next `<!` at or after `from` (a comment or CDATA section); Infinity when there is none. */
export function nextSection(text: Uint8Array, from: number): number {
  for (let at = text.indexOf(0x21, from); at >= 0; at = text.indexOf(0x21, at + 1)) {
    if (text[at - 1] === LT) return at - 1
  }
  return Number.POSITIVE_INFINITY
}

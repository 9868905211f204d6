/** What a finding is recognised by from one month and one surface to the next. */
export interface FindingIdentity {
  readonly rule: string
  readonly case: string
  readonly keyKind: string
  /** Normalised with `normaliseKey`; never an ID number. */
  readonly key: string
  /** Key of the row in its own table where that is not the loan table; else empty. */
  readonly childKey: string
  /** 0 for the first row with this key, 1 for the second … */
  readonly ordinal: number
}

/** The same finding has the same id on every surface: 16 hex digits, FNV-1a over UTF-8. */
export function findingId(identity: FindingIdentity): string {
  // U+001F cannot stand in a cell, so no two identities join to the same text
  return hash64(
    [identity.rule, identity.case, identity.keyKind, identity.key, identity.childKey, identity.ordinal].join(
      '\u001f',
    ),
  )
}

/** Full width, blanks, hyphens and case make no difference to a loan, contract or account number. */
export function normaliseKey(text: string): string {
  // most keys are plain already, and there are as many as rows
  if (/^[0-9A-Z]+$/.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}-]+/gu, '')
    .toUpperCase()
}

/** FNV-1a, 64 bits, as 16 hex digits. Not for secrets: only to recognise something again. */
export function hash64(text: string): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  const take = (byte: number): void => {
    low = (low ^ byte) >>> 0
    // times the prime 2^40 + 0x1b3, in two 32-bit halves
    const product = low * 0x1b3
    const carry = Math.floor(product / 0x100000000)
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0
    low = product >>> 0
  }
  let at = 0
  // one finding, one id: most of it is ASCII, which is its own UTF-8, and Chinese, which is three bytes
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) take(unit)
    else if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) break
    else {
      take(0xe0 | (unit >> 12))
      take(0x80 | ((unit >> 6) & 0x3f))
      take(0x80 | (unit & 0x3f))
    }
  }
  if (at < text.length) for (const byte of utf8(text.slice(at))) take(byte)
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}

/** UTF-8 bytes of a text; written out because the room may use no platform's encoder. */
export function* utf8(text: string): Generator<number> {
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x80) yield point
    else if (point < 0x800) {
      yield 0xc0 | (point >> 6)
      yield 0x80 | (point & 0x3f)
    } else if (point < 0x10000) {
      yield 0xe0 | (point >> 12)
      yield 0x80 | ((point >> 6) & 0x3f)
      yield 0x80 | (point & 0x3f)
    } else {
      yield 0xf0 | (point >> 18)
      yield 0x80 | ((point >> 12) & 0x3f)
      yield 0x80 | ((point >> 6) & 0x3f)
      yield 0x80 | (point & 0x3f)
    }
  }
}

/** Characters that print as nothing or as a blank: NBSP, zero-width, BOM, HTML's &nbsp; left in cells. */
const blanks = /&nbsp;?|[\u00A0\u200B-\u200F\u2028-\u202F\u205F\u2060\u3000\uFEFF]/gi

/** Full-width letters, digits and marks become half-width; odd blanks become spaces; ends are trimmed. */
export function normaliseText(text: string): string {
  if (isPlain(text)) return text.trim()
  return text
    .replace(blanks, ' ')
    .normalize('NFKC')
    .replace(/[－—–―﹣−]/g, '-')
    .trim()
}

/** Letters, digits and plain Chinese characters only: nothing to normalise (the common case, so checked first). */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x26) return false
    if (code < 0x7f || (code >= 0x4e00 && code <= 0x9fff)) continue
    return false
  }
  return true
}

/** As `normaliseText`, with every blank taken out and 帐 written 账: the form in which headers are compared. */
export function compactText(text: string): string {
  if (isCompact(text)) return text
  return normaliseText(text).replace(/\s+/g, '').replaceAll('帐', '账')
}

/** Nothing to take out or fold: no blank, no full-width character, no 帐. */
export function isCompact(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x26 || code === 0x5e10) return false
    if ((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff)) continue
    return false
  }
  return true
}

/** A header as it is shown to people: its own characters without blanks and line breaks. */
export function shownHeader(text: string): string {
  return text.replace(blanks, '').replace(/\s+/g, '')
}

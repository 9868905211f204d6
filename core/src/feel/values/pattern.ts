/**
 * XPath regular expressions (what FEEL's matches/replace/split use) as JavaScript ones.
 * Constructs that exist in only one of the two, or mean something else there, are refused: null, never a near miss.
 */
export type Pattern = RegExp | null

const kept = new Map<string, Pattern>()
const KEEP_AT_MOST = 500

/** The compiled pattern, with the flags `s m i x q` of XPath; null where it is not a pattern we can run exactly. */
export function compilePattern(source: string, flags: string, global = false): Pattern {
  if (last && last.source === source && last.flags === flags && last.global === global) {
    if (last.made) last.made.lastIndex = 0
    return last.made
  }
  const key = `${global ? 'g' : ''}/${flags}/${source}`
  let made = kept.get(key)
  if (made === undefined) {
    if (kept.size >= KEEP_AT_MOST) kept.clear()
    made = translate(source, flags, global)
    kept.set(key, made)
  }
  last = { source, flags, global, made }
  if (made) made.lastIndex = 0
  return made
}

/** The pattern asked for last: a column is tested against one pattern entry after entry. */
let last: {
  readonly source: string
  readonly flags: string
  readonly global: boolean
  readonly made: Pattern
} | null = null

const ofNothing = new WeakMap<RegExp, boolean>()

/** Whether a pattern matches the empty text; replace and split refuse such patterns. */
export function matchesNothing(pattern: RegExp): boolean {
  let known = ofNothing.get(pattern)
  if (known === undefined) {
    known = new RegExp(pattern.source, pattern.flags).test('')
    ofNothing.set(pattern, known)
  }
  return known
}

function translate(source: string, flags: string, global: boolean): Pattern {
  if (!/^[smixq]*$/.test(flags)) return null
  const own = [...new Set(flags)].filter((f) => f === 's' || f === 'm' || f === 'i').join('')
  let text = source
  if (flags.includes('q'))
    text = source.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`).replaceAll(String.raw`\-`, '-')
  else {
    if (flags.includes('x')) text = withoutBlanks(text)
    const ours = toJavaScript(text)
    if (ours === null) return null
    text = ours
  }
  try {
    return new RegExp(text, `u${own}${global ? 'g' : ''}`)
  } catch {
    return null
  }
}

/** Flag x: blanks outside character classes are layout. */
function withoutBlanks(text: string): string {
  return text.replaceAll(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|[ \t\n\r]+/g, (part) =>
    /^[ \t\n\r]/.test(part) ? '' : part,
  )
}

/** Escapes allowed by XPath that mean the same in JavaScript with the u flag. */
const SAME_ESCAPES = new Set('nrt\\|.?*+(){}$-[]^dDsSwWpP'.split(''))

function toJavaScript(text: string): string | null {
  let out = ''
  let inClass = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    const next = text[i + 1] ?? ''
    if (c === '\\') {
      const escape = escaped(next, inClass)
      if (escape === null) return null
      out += escape
      i++
      continue
    }
    if (inClass) {
      // class subtraction [a-z-[aeiou]] has no form under the u flag
      if (c === '[') return null
      if (c === ']') inClass = false
      out += c
      continue
    }
    if (c === '[') inClass = true
    if (c === '(' && next === '?' && text[i + 2] !== ':') return null
    // XPath's dot leaves out only line feed and carriage return
    out += c === '.' ? '.' : c
  }
  return inClass ? null : out
}

function escaped(next: string, inClass: boolean): string | null {
  if (/[1-9]/.test(next)) return inClass ? null : `\\${next}`
  if (!SAME_ESCAPES.has(next)) return null
  // XPath's \d, \w and \s speak of Unicode
  if (next === 'd') return String.raw`\p{Nd}`
  if (next === 'D') return String.raw`\P{Nd}`
  if (next === 'w') return inClass ? String.raw`\p{L}\p{M}\p{N}\p{S}` : String.raw`[\p{L}\p{M}\p{N}\p{S}]`
  if (next === 'W') return inClass ? null : String.raw`[^\p{L}\p{M}\p{N}\p{S}]`
  if (next === 's') return inClass ? String.raw` \t\n\r` : String.raw`[ \t\n\r]`
  if (next === 'S') return inClass ? null : String.raw`[^ \t\n\r]`
  if (next === '-' && !inClass) return '-'
  return `\\${next}`
}

/** An XPath replacement text (`$1`, `\$`, `\\`) as a JavaScript one; null where it is not allowed. */
export function replacementOf(text: string): string | null {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    const next = text[i + 1] ?? ''
    if (c === '\\') {
      if (next !== '$' && next !== '\\') return null
      out += next === '$' ? '$$' : '\\'
      i++
    } else if (c === '$') {
      if (!/[0-9]/.test(next)) return null
      out += next === '0' ? '$&' : `$${next}`
      i++
    } else out += c
  }
  return out
}

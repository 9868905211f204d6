const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' }

/** The value of a FEEL string literal, quotes included in `source`. An unknown escape keeps its backslash. */
export function unquote(source: string): string {
  return source
    .slice(1, -1)
    .replaceAll(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g,
      (all, short: string | undefined, long: string | undefined, simple: string | undefined) => {
        const hex = short ?? long
        if (hex === undefined) return SIMPLE[simple ?? ''] ?? all
        const point = Number.parseInt(hex, 16)
        return point <= 0x10_ff_ff ? String.fromCodePoint(point) : all
      },
    )
}

/** A FEEL string literal for a text. */
export function quote(text: string): string {
  const escaped = text.replaceAll(/[\\"\n\r\t]/g, (c) => {
    if (c === '\n') return '\\n'
    if (c === '\r') return '\\r'
    return c === '\t' ? '\\t' : `\\${c}`
  })
  return `"${escaped}"`
}

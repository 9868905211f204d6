/** A pattern of alternatives in words: `含有 “购房”、“炒股”`, `是门类代码 C`; null where it is more than that. */
export function sayPattern(text: string): string | null {
  const parts = text.split('|')
  const codes = parts.map((part) => /^\^(?:\[([A-Z]+)\]|([A-Z]))\[0-9\]\*\$$/.exec(part))
  const words = parts.filter((_, at) => !codes[at])
  if (words.some((word) => word === '' || /[\\^$.*+?()[\]{}]/.test(word))) return null
  const letters = codes.flatMap((code) => (code ? (code[1] ?? code[2] ?? '').split('') : []))
  const said = [
    ...(words.length > 0 ? [`含有 ${words.map((word) => `“${word}”`).join('、')}`] : []),
    ...(letters.length > 0 ? [`是门类代码 ${letters.join('、')}`] : []),
  ]
  return said.join(' 或')
}

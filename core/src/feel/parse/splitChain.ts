export interface Span {
  readonly from: number
  readonly to: number
}

/** Words whose body runs to the end: an `or` after one of them is no longer of the outermost level. */
const openEnded = new Set(['if', 'some', 'every', 'for', 'function'])

const pieces = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\/|[([{]|[)\]}]|[\p{L}_][\p{L}\p{N}_]*/gu

/** Where the parts of an outermost chain of `or` (or of `and`) stand in a piece of the text; one part: no chain. */
export function splitChain(text: string, { from, to }: Span, op: 'or' | 'and'): readonly Span[] {
  const spans: Span[] = []
  let start = from
  let depth = 0
  let between = false
  for (const { 0: piece, index } of text.slice(from, to).matchAll(pieces)) {
    if ('([{'.includes(piece)) depth += 1
    else if (')]}'.includes(piece)) depth -= 1
    else if (depth > 0) continue
    else if (openEnded.has(piece)) break
    else if (piece === 'between') between = true
    else if (piece === 'and' && between) between = false
    else if (piece === op) {
      spans.push({ from: start, to: from + index })
      start = from + index + op.length
    }
  }
  return [...spans, { from: start, to }]
}

/** What stands inside the one pair of brackets that holds the whole piece; null where there is no such pair. */
export function withoutBrackets(text: string, { from, to }: Span): Span | null {
  const piece = text.slice(from, to)
  const start = piece.length - piece.trimStart().length
  if (piece[start] !== '(') return null
  let depth = 0
  for (const { 0: found, index } of piece.matchAll(pieces)) {
    if ('([{'.includes(found)) depth += 1
    else if (')]}'.includes(found)) depth -= 1
    if (depth > 0 || index < start) continue
    return piece.slice(index + 1).trim() === '' ? { from: from + start + 1, to: from + index } : null
  }
  return null
}

/** How many links of chains there are, wherever they stand. */
export function countLinks(text: string, { from, to }: Span): number {
  return text.slice(from, to).match(/\b(?:or|and)\b/g)?.length ?? 0
}

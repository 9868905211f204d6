export type Delimiter = ',' | '\t' | ';' | '|'

/** Lines looked at to find the delimiter. */
const SAMPLE_LINES = 60

/**
 * The delimiter of a text table: the one that stands equally often in most lines. A tab beside a comma or at the end
 * of a line is padding that some systems put after each value to keep long numbers as text, and does not count.
 */
export function findDelimiter(text: string): Delimiter {
  const declared = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (declared === ',' || declared === '\t' || declared === ';' || declared === '|') return declared
  const lines = text
    .slice(0, 1 << 16)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES)
    .map((line) => line.replaceAll(/"[^"]*"/g, '').replaceAll(/\t+(?=,|$)|(?<=,)\t+/g, ''))
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of [',', '\t', ';', '|'] as const) {
    const score = evenness(lines.map((line) => line.split(delimiter).length - 1))
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** The count most lines have, weighted by how many have it. */
function evenness(counts: readonly number[]): number {
  const lines = new Map<number, number>()
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1)
  let best = 0
  for (const [count, share] of lines) best = Math.max(best, count * (share / counts.length) ** 2)
  return best
}

/**
 * Splits a text table into fields, as RFC 4180 has it: a quote opens a field only at its start, `""` inside is one
 * quote, lines end in CR, LF or both.
 * @param onField called for each field that is not empty; rows and columns from 0.
 * @returns the row (from 0) where a quote was opened and never closed, or -1.
 */
export function splitCsv(
  text: string,
  delimiter: Delimiter,
  quoted: boolean,
  onField: (row: number, column: number, field: string) => void,
): number {
  const separator = delimiter.charCodeAt(0)
  let row = 0
  let column = 0
  let at = 0
  while (at < text.length) {
    let field: string
    if (quoted && text[at] === '"') {
      const close = closingQuote(text, at + 1)
      if (close < 0) return row
      field = text.slice(at + 1, close).replaceAll('""', '"')
      const rest = endOfField(text, close + 1, separator)
      field += text.slice(close + 1, rest)
      at = rest
    } else {
      const end = endOfField(text, at, separator)
      field = text.slice(at, end)
      at = end
    }
    if (field !== '') onField(row, column, field)
    if (text.charCodeAt(at) === separator) column++
    else {
      row++
      column = 0
      if (text[at] === '\r' && text[at + 1] === '\n') at++
    }
    at++
  }
  return -1
}

function endOfField(text: string, from: number, separator: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === separator || code === 10 || code === 13) return at
  }
  return text.length
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

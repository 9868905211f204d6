/** How many columns of a terminal a text takes: Chinese characters and full-width signs take two. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += isWide(character) ? 2 : /\p{M}|\p{Cf}/u.test(character) ? 0 : 1
  return width
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}◆▲●■]/u.test(
    character,
  )
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(width - textWidth(text), 0))
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(width - textWidth(text), 0)) + text
}

/** Cut with … at the end so that it takes at most `width` columns. */
export function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  let taken = ''
  let used = 1
  for (const character of text) {
    const next = isWide(character) ? 2 : 1
    if (used + next > width) break
    taken += character
    used += next
  }
  return `${taken}…`
}

/** Rows below each other, columns aligned; numbers to the right. The first row is the header. */
export function formatTable(rows: readonly (readonly (string | number)[])[], indent = ''): string[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, textWidth(String(cell)))
    })
  }
  const numeric = widths.map((_, at) => rows.slice(1).every((row) => typeof row[at] === 'number'))
  return rows.map((row) =>
    (
      indent +
      row.map((cell, at) => (numeric[at] ? padStart : padEnd)(String(cell), widths[at] ?? 0)).join('  ')
    ).trimEnd(),
  )
}

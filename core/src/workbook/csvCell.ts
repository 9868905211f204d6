/**
 * A text as one cell of a CSV file. A text that a spreadsheet would take for a formula gets an apostrophe before it;
 * numbers keep their sign.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA_START.test(value) && !PLAIN_NUMBER.test(value) ? `'${value}` : value
  return /[",\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Half and full width signs: Excel for Chinese takes both. Blanks before one do not make it harmless. */
const FORMULA_START = /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r]/
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/

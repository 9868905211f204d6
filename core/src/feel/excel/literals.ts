import { civilOf } from '../../calendar/index.ts'

/** Excel takes texts of up to 255 signs in a formula. */
const longestText = 255

/** A text as a formula; a long one in parts. */
export function textLiteral(value: string): string {
  const signs = Array.from(value)
  const parts: string[] = []
  for (let from = 0; from < signs.length || from === 0; from += longestText) {
    parts.push(
      `"${signs
        .slice(from, from + longestText)
        .join('')
        .replaceAll('"', '""')}"`,
    )
  }
  return parts.length === 1 ? (parts[0] ?? '""') : `(${parts.join('&')})`
}

export function numberLiteral(value: number): string {
  const text = String(value).toUpperCase()
  return value < 0 ? `(${text})` : text
}

/** A day, right under both date systems of a workbook (1900 and 1904). */
export function dayLiteral(day: number): string {
  const { year, month, day: dayOfMonth } = civilOf(day)
  return `DATE(${year},${month},${dayOfMonth})`
}

/** A row of constants: `{"正常","关注"}`. */
export function constantRow(literals: readonly string[]): string {
  return `{${literals.join(',')}}`
}

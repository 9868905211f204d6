import type { CellRead } from './port.ts'

/** What the numbers of a column look like. */
export interface ColumnNumbers {
  count: number
  /** Whole numbers that may be days. */
  days: number
}

/** Serial numbers of days between 1954 and 2119. */
const FIRST_DAY = 20_000
const LAST_DAY = 80_000
/** What text, quotes and a comma come to beyond the characters themselves. */
const AROUND_TEXT = 3

/**
 * Goes once over cells that came in: counts numbers by column (`left` is the column of the first), and gives the bytes
 * that the cells took in the answer, near enough to size the next request.
 */
export function surveyCells(
  values: readonly (readonly CellRead[])[],
  left: number,
  numbers: readonly ColumnNumbers[],
): number {
  let bytes = 0
  for (const row of values) {
    bytes += 3
    for (let i = 0; i < row.length; i++) {
      const value = row[i]
      if (typeof value === 'string') {
        bytes += textSize(value) + AROUND_TEXT
        continue
      }
      if (typeof value !== 'number') {
        bytes += 6
        continue
      }
      bytes += numberSize(value) + 1
      const known = numbers[left + i]
      if (!known) continue
      known.count++
      if (value > FIRST_DAY && value < LAST_DAY && Number.isInteger(value)) known.days++
    }
  }
  return bytes
}

/** Bytes of a text as it travels: Han characters take three. */
export function textSize(text: string): number {
  let size = 0
  for (let i = 0; i < text.length; i++) size += text.charCodeAt(i) > 0x7f ? 3 : 1
  return size
}

/** Digits of a number; a fraction is taken for an amount with two places, or for all there are. */
function numberSize(value: number): number {
  const size = Math.abs(value)
  const digits = size < 10 ? 1 : Math.ceil(Math.log10(size + 1)) + (value < 0 ? 1 : 0)
  if (Number.isInteger(value)) return digits
  return Number.isInteger(value * 100) ? digits + 3 : 18
}

import { dayOf } from '../../calendar/index.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'

/**
 * Whether a text is a resident identity number by GB 11643-1999: 18 characters, a birth date that exists, the check
 * digit. How old a borrower can be is a rule's business (DQ-003), not the number's.
 */
export function idNumberValid(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(Number)
  if (Number.isNaN(dayOf(year ?? 0, month ?? 0, day ?? 0))) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0)
  return CHECK[sum % 11] === text[17]
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{18}$/

/**
 * Whether a text is a unified social credit code (GB 32100-2015: alphabet and check character). Null for early codes
 * whose organisation part (characters 9–17) begins with M and whose check fails: only the business licence can tell.
 */
export function usccValid(text: string): boolean | null {
  if (!SHAPE.test(text)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(text[i] ?? ''), 0)
  if (ALPHABET[(31 - (sum % 31)) % 31] === text[17]) return true
  return text[8] === 'M' ? null : false
}

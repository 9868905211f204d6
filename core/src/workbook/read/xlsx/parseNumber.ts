const MINUS = 45
const DOT = 46
const ZERO = 48
/** From here on a double no longer holds every whole number. */
const EXACT = 2 ** 53
/** Powers of ten that a double holds exactly. */
const powersOfTen = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))

/**
 * The number that the bytes spell. Plain decimals whose digits fit a double exactly need one division, which rounds
 * as the standard asks; anything longer, or with an exponent, goes the slow and equally exact way. NaN when it is none.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let i = start
  const negative = bytes[i] === MINUS
  if (negative) i++
  const first = i
  let digits = 0
  let dot = -1
  for (; i < end; i++) {
    const digit = (bytes[i] ?? 0) - ZERO
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit
    else if (digit === DOT - ZERO && dot < 0) dot = i
    else return parseSlowly(bytes, start, end)
  }
  const decimals = dot < 0 ? 0 : end - dot - 1
  const power = powersOfTen[decimals]
  // From 2^53 on digits were lost on the way; the comparison is safe, for the sum only ever grows.
  if (digits >= EXACT || power === undefined || end === first || (dot >= 0 && end - first === 1)) {
    return parseSlowly(bytes, start, end)
  }
  const value = decimals === 0 ? digits : digits / power
  return negative && value !== 0 ? -value : value
}

function parseSlowly(bytes: Uint8Array, start: number, end: number): number {
  let text = ''
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i] ?? 0)
  const trimmed = text.trim()
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN
}

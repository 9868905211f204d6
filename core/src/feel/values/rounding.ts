/** How a number is brought to fewer decimals. */
export type Rounding = 'up' | 'down' | 'halfUp' | 'halfDown' | 'halfEven' | 'floor' | 'ceiling'

const MAX_SCALE = 6176

/**
 * Rounds to `scale` decimals (negative: tens, hundreds) on the decimal digits a person sees, so that 1.005 rounds half
 * up to 1.01 although the binary number is a little less. NaN where the scale is not an integer that DMN allows.
 */
export function roundDecimal(value: number, scale: number, rounding: Rounding): number {
  if (!Number.isInteger(scale)) scale = Math.trunc(scale)
  if (scale < -6111 || scale > MAX_SCALE || !Number.isFinite(value)) return Number.NaN
  if (value === 0) return 0
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e')
  const digits = mantissa.replace('.', '')
  // value = digits × 10^point
  const point = Number(exponent) - (digits.length - 1)
  const drop = -scale - point
  if (drop <= 0) return value
  const negative = value < 0
  const kept = drop >= digits.length ? 0n : BigInt(digits.slice(0, digits.length - drop))
  const rest = drop > digits.length ? `0${digits}` : digits.slice(digits.length - drop)
  const result = kept + (roundsAway(kept, rest, negative, rounding) ? 1n : 0n)
  const magnitude = Number(`${result}e${-scale}`)
  return negative && magnitude !== 0 ? -magnitude : magnitude
}

function roundsAway(kept: bigint, rest: string, negative: boolean, rounding: Rounding): boolean {
  const first = rest.charCodeAt(0) - 48
  const half = first === 5 && /^50*$/.test(rest)
  const zero = /^0*$/.test(rest)
  switch (rounding) {
    case 'up':
      return !zero
    case 'down':
      return false
    case 'halfUp':
      return first >= 5
    case 'halfDown':
      return first >= 5 && !half
    case 'halfEven':
      return half ? kept % 2n === 1n : first >= 5
    case 'floor':
      return negative && !zero
    case 'ceiling':
      return !negative && !zero
  }
}

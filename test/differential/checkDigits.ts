/** Check digits worked out by modular arithmetic on whole numbers, apart from the engine's own tables. */

const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** ISO 7064 MOD 11-2 over eighteen signs is 1; the date is a real one since 1900. */
export function idNumberIsValid(text: string): boolean {
  if (!/^[1-9][0-9]{16}[0-9X]$/.test(text)) return false
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(Number)
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day))
  if ((year ?? 0) < 1900 || date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return false
  let rest = 0
  for (const sign of text) rest = ((rest * 2) % 11) + (sign === 'X' ? 10 : Number(sign))
  return rest % 11 === 1
}

/** MOD 31 with powers of 3: the eighteen values weighted 3^0 … 3^16 and 1 sum to a multiple of 31. */
export function creditCodeIsValid(text: string): boolean | null {
  const values = Array.from(text, (sign) => codeAlphabet.indexOf(sign))
  if (values.length !== 18 || values.includes(-1)) return false
  let sum = values[17] ?? 0
  let power = 1
  for (const value of values.slice(0, 17)) {
    sum += value * power
    power = (power * 3) % 31
  }
  if (sum % 31 === 0) return true
  return text.charAt(8) === 'M' ? null : false
}

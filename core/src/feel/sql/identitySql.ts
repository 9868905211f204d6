import type { Dialect } from './dialect.ts'

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idCheckSigns = '10X98765432'
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const codeSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** `id number valid` (GB 11643): eighteen signs, a real date, the check digit. Null where the engine has no patterns. */
export function identityNumberSql(text: string, dialect: Dialect): string | null {
  const shaped = dialect.matches(text, dialect.text('^[1-9][0-9]{16}[0-9X]$'))
  if (shaped === null) return null
  // the place in a text of digits, not a cast: a cast fails on what the pattern has already ruled out
  const digits = (from: number, count: number): string => {
    const parts = Array.from({ length: count }, (_, index) => {
      const place = dialect.position(dialect.text('0123456789'), dialect.substring(text, from + index, 1))
      return `${10 ** (count - 1 - index)} * (${place} - 1)`
    })
    return `(${parts.join(' + ')})`
  }
  const sum = idWeights.map((weight, index) => `${weight} * ${digits(index + 1, 1)}`).join(' + ')
  const [year, month, day] = [digits(7, 4), digits(11, 2), digits(13, 2)]
  const leap = `((${year} % 4 = 0 AND ${year} % 100 <> 0) OR ${year} % 400 = 0)`
  const lastDay = [
    `CASE WHEN ${month} IN (4, 6, 9, 11) THEN 30`,
    `WHEN ${month} = 2 THEN (CASE WHEN ${leap} THEN 29 ELSE 28 END) ELSE 31 END`,
  ].join(' ')
  const realDate = `(${month} BETWEEN 1 AND 12 AND ${day} BETWEEN 1 AND (${lastDay}))`
  const sign = dialect.substring(text, 18, 1)
  // the place of the sign in the table of check signs is the remainder
  const checked = `((${sum}) % 11 = ${dialect.position(dialect.text(idCheckSigns), sign)} - 1)`
  return `(CASE WHEN ${text} IS NULL THEN NULL WHEN NOT ${shaped} THEN FALSE ELSE (${realDate} AND ${checked}) END)`
}

/**
 * `uscc valid` (GB 32100): eighteen signs of the code's alphabet and the check sign; an early code whose organisation
 * part begins with M and fails is null ("look at the licence").
 */
export function creditCodeSql(text: string, dialect: Dialect): string | null {
  const shaped = dialect.matches(text, dialect.text(`^[0-9A-HJ-NPQRTUWXY]{18}$`))
  if (shaped === null) return null
  const alphabet = dialect.text(codeSigns)
  const place = (index: number): string =>
    `(${dialect.position(alphabet, dialect.substring(text, index, 1))} - 1)`
  const sum = codeWeights.map((weight, index) => `${weight} * ${place(index + 1)}`).join(' + ')
  const checked = `((31 - (${sum}) % 31) % 31 = ${place(18)})`
  const early = `${dialect.substring(text, 9, 1)} = 'M'`
  return [
    `(CASE WHEN ${text} IS NULL THEN NULL WHEN NOT ${shaped} THEN FALSE`,
    `WHEN ${checked} THEN TRUE WHEN ${early} THEN NULL ELSE FALSE END)`,
  ].join(' ')
}

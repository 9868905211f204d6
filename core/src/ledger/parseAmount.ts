import { normaliseText } from './normaliseText.ts'
import { parseChineseAmount } from './parseChineseAmount.ts'

/** A number written as text. `factor` is what the text itself says after the number (万 → 10,000), else 0. */
export interface ParsedNumber {
  readonly value: number
  readonly factor: number
  readonly percent: boolean
}

const factors: Readonly<Record<string, number>> = {
  元: 1,
  圆: 1,
  千: 1_000,
  千元: 1_000,
  万: 10_000,
  万元: 10_000,
  w: 10_000,
  百万: 1_000_000,
  百万元: 1_000_000,
  千万: 10_000_000,
  千万元: 10_000_000,
  亿: 100_000_000,
  亿元: 100_000_000,
}

/**
 * Reads an amount as officers write it: separators, full width, currency signs, 万/亿, brackets or a trailing minus
 * for negative, Chinese capitals, a percent sign. Null when the text is no single number.
 */
export function parseAmount(text: string): ParsedNumber | null {
  let rest = normaliseText(text).replace(/\s+/g, '').toLowerCase()
  if (rest === '') return null
  const bracketed = /^\((.+)\)$/.exec(rest)
  if (bracketed?.[1]) rest = `-${bracketed[1]}`
  rest = rest
    .replace(/^([-+]?)(?:人民币|rmb|cny|usd|us\$|¥|\$|€|£)+:?/, '$1')
    .replace(/^([-+])(?:人民币|¥|\$)/, '$1')
  rest = rest.replace(/(?:人民币|rmb|cny)$/, '')
  const twice = writtenTwice.exec(rest)
  if (twice?.[1] && twice[2]) return sameTwice(parseAmount(twice[1]), parseChineseAmount(twice[2]))
  const m =
    /^([-+]?)(\d{1,3}(?:[,，]\d{3})+|\d+)?(\.\d*)?(e[-+]?\d+)?(%|元整?|圆整?|千元?|万元?整?|w|百万元?|千万元?|亿元?)?(-?)$/.exec(
      rest,
    )
  if (!m || (m[2] === undefined && !/\d/.test(m[3] ?? ''))) {
    const capital = parseChineseAmount(rest)
    return Number.isNaN(capital) ? null : { value: capital, factor: 1, percent: false }
  }
  const value = Number(
    `${(m[2] ?? '0').replace(/[,，]/g, '')}${m[3] === '.' ? '' : (m[3] ?? '')}${m[4] ?? ''}`,
  )
  const sign = m[1] === '-' || m[6] === '-' ? -1 : 1
  const suffix = (m[5] ?? '').replace('整', '')
  // Adding 0 turns -0 into 0.
  return { value: sign * value + 0, factor: factors[suffix] ?? 0, percent: suffix === '%' }
}

/** 2,000,000.00元(人民币贰佰万元整), ￥600,000.00 人民币陆拾万元整. */
const writtenTwice =
  /^([-+]?[\d,.]+(?:元|万元)?)[(,;/]*(?:大写)?:?(?:人民币)?([壹贰叁肆伍陆柒捌玖拾][零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿萬億]*[元圆][^\d()]*)\)?$/

/** A figure with its capitals behind it; null where the two differ. */
function sameTwice(figure: ParsedNumber | null, capitals: number): ParsedNumber | null {
  if (!figure || Number.isNaN(capitals)) return null
  return Math.abs(figure.value * (figure.factor || 1) - capitals) < 0.005
    ? { ...figure, factor: figure.factor || 1 }
    : null
}

/** Rounds to 分; an amount that was shifted by a power of ten is not moved by binary noise (600836.1699999999). */
export function roundToFen(yuan: number): number {
  const fen = Math.round(yuan * 100 * (1 + Number.EPSILON))
  return Math.abs(fen) < 1e15 ? fen / 100 + 0 : yuan
}

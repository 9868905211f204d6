const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  壹: 1,
  一: 1,
  贰: 2,
  二: 2,
  两: 2,
  叁: 3,
  三: 3,
  肆: 4,
  四: 4,
  伍: 5,
  五: 5,
  陆: 6,
  六: 6,
  柒: 7,
  七: 7,
  捌: 8,
  八: 8,
  玖: 9,
  九: 9,
}
const small: Readonly<Record<string, number>> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000 }
const large: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 }

/**
 * An amount in Chinese capitals (`人民币壹佰贰拾万元整`, `叁仟元伍角`), in 元; NaN when the text is none.
 * A text without any unit character (a name such as 陆一) is none.
 */
export function parseChineseAmount(text: string): number {
  let rest = text.replace(/^(人民币|RMB|¥)/, '').replace(/[:\s]/g, '')
  const negative = /^[负-]/.test(rest)
  if (negative) rest = rest.slice(1)
  const m =
    /^([零〇壹贰叁肆伍陆柒捌玖一二两三四五六七八九拾佰仟万亿萬億十百千]+)(?:[元圆](?:([零壹贰叁肆伍陆柒捌玖一二三四五六七八九])角)?零?(?:([壹贰叁肆伍陆柒捌玖一二三四五六七八九])分)?)?[整正]?$/.exec(
      rest,
    )
  if (!m?.[1] || !/[拾佰仟万亿萬億十百千元圆]/.test(rest)) return Number.NaN
  let total = 0
  let section = 0
  let digit = 0
  for (const character of m[1]) {
    const d = digits[character]
    if (d !== undefined) {
      digit = d
      continue
    }
    const s = small[character]
    if (s !== undefined) {
      section += (digit === 0 && s === 10 ? 1 : digit) * s
      digit = 0
      continue
    }
    const l = large[character]
    if (l === undefined) return Number.NaN
    total = l === 10_000 ? total + (section + digit) * l : (total + section + digit) * l
    section = 0
    digit = 0
  }
  const value = total + section + digit + (digits[m[2] ?? ''] ?? 0) / 10 + (digits[m[3] ?? ''] ?? 0) / 100
  return negative ? -value : value
}

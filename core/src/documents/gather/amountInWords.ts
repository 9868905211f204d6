const digits = '零壹贰叁肆伍陆柒捌玖'
const small = ['', '拾', '佰', '仟'] as const
const large = ['', '万', '亿', '万亿'] as const

/** An amount of 元 in the capitals of bills: `壹佰贰拾万零叁元伍角整`. Null where it cannot be written so. */
export function amountInWords(amount: number): string | null {
  const cents = Math.round(amount * 100)
  if (!Number.isSafeInteger(cents) || cents < 0 || cents >= 1e18) return null
  const yuan = Math.floor(cents / 100)
  const jiao = Math.floor(cents / 10) % 10
  const fen = cents % 10
  const whole = yuan === 0 ? (cents === 0 ? '零元' : '') : `${wholeInWords(yuan)}元`
  if (jiao === 0 && fen === 0) return `${whole}整`
  // a 零 stands where 元 or 角 has no digit of its own
  const gap = whole !== '' && (jiao === 0 || yuan % 10 === 0) ? '零' : ''
  const tenths = `${gap}${jiao === 0 ? '' : `${digits[jiao]}角`}`
  return `${whole}${tenths}${fen === 0 ? '整' : `${digits[fen]}分`}`
}

function wholeInWords(yuan: number): string {
  let text = ''
  let gap = false
  const groups: number[] = []
  for (let left = yuan; left > 0; left = Math.floor(left / 10_000)) groups.push(left % 10_000)
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const group = groups[at] ?? 0
    if (group === 0) {
      gap = text !== ''
      continue
    }
    if (text !== '' && (gap || group < 1000 || (groups[at + 1] ?? 0) % 10 === 0)) text += '零'
    text += groupInWords(group) + (large[at] ?? '')
    gap = false
  }
  return text
}

/** 1…9999, without a leading 零. */
function groupInWords(group: number): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += `${gap ? '零' : ''}${digits[digit]}${small[place] ?? ''}`
    gap = false
  }
  return text
}

import type { Field } from '../policy/index.ts'

type Privacy = NonNullable<Field['privacy']>

/**
 * A personal value as it may be shown again: enough for the person who holds the ledger to recognise it, not enough
 * to use it. Names of firms are not personal and stay. A customer's name is no secret from the officer who manages the
 * loan, and a worklist of 张* and 王* cannot be worked off: names are shown, numbers are not. A field that says
 * `name` (a bank's own field may) is hidden all the same.
 */
export function mask(text: string, privacy: Privacy): string {
  switch (privacy) {
    case 'idNumber':
      return keepEnds(text, 4, 2)
    case 'mobile':
      return keepEnds(text, 3, 4)
    case 'account':
      return keepEnds(text, 4, 4)
    case 'address':
      return maskAddress(text)
    case 'name':
      return looksPersonal(text) ? maskName(text) : text
  }
}

/** Any ID or mobile number inside free text, masked: a note or a purpose may hold one where no column says so. */
export function maskWithin(text: string): string {
  return text
    .replace(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g, (id) => keepEnds(id, 4, 2))
    .replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, (phone) => keepEnds(phone, 3, 4))
}

function keepEnds(text: string, head: number, tail: number): string {
  const characters = Array.from(text)
  // too short to hide its middle: hide everything but the first character
  if (characters.length <= head + tail)
    return (characters[0] ?? '') + '*'.repeat(Math.max(characters.length - 1, 0))
  const hidden = '*'.repeat(characters.length - head - tail)
  return characters.slice(0, head).join('') + hidden + characters.slice(-tail).join('')
}

/** Keeps the province, city and county, hides the street and the door. */
function maskAddress(text: string): string {
  const district = (/^.{2,18}?(?:区|县|旗)/u.exec(text) ?? /^.{2,12}?市/u.exec(text))?.[0]
  const shown = district && district.length < text.length ? district : Array.from(text).slice(0, 6).join('')
  return shown.length < text.length ? `${shown}****` : '****'
}

function maskName(text: string): string {
  const characters = Array.from(text)
  return (characters[0] ?? '') + '*'.repeat(Math.max(characters.length - 1, 1))
}

const firmWords =
  /公司|集团|厂|店|社|行|部|院|校|所|站|馆|场|会|局|委|中心|商贸|企业|合伙|工作室|个体|政府|农庄/u

function looksPersonal(text: string): boolean {
  if (firmWords.test(text)) return false
  return /^(?:[\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,8}[·•.][\p{Script=Han}·•.]{1,12}|[A-Za-z][A-Za-z ,.'-]{1,40})$/u.test(
    text.trim(),
  )
}

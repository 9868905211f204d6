import { remembered } from './remembered.ts'
import * as words from './words.ts'

const blanks = /[\s\u00a0\u3000\u200b\ufeff]+/gu
/** Something that `plain` would change. */
const odd = /^[\s]|\s$|\s\s|[\t\n\r\u00a0\u3000\u200b\ufeff]/u
const star = /[*＊∗﹡✱※]/u
const starsAtEnds = /^[*＊∗﹡✱※\s]+|[*＊∗﹡✱※\s]+$/gu
const numbering =
  /^(\d{1,2}[.、．)）]\s*(?!\d)|[（(]\d{1,2}[)）]\s*|[（(]?[一二三四五六七八九十]{1,3}[)）、]\s*|[①-⑳]\s*)/u

/** One line of text: &nbsp;, line breaks and full-width blanks become single blanks. */
export function plain(text: string): string {
  if (!odd.test(text)) return text
  return text.replace(blanks, ' ').trim()
}

/** Without the blanks between Han that spread words over a line. */
export function closedUp(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}

export function hasStar(text: string): boolean {
  return star.test(text)
}

export function isStarOnly(text: string): boolean {
  return /^[*＊∗﹡✱※\s(（)）]+$|^[*＊]?[(（]?必[填输录选]项?[)）]?[*＊]?$/u.test(text)
}

/** Label without star, colon, number and the blanks that spread Han over a width: `* 1.姓 名：` → 姓名. */
export const cleanLabel = remembered(strip)

/** Nothing but Han, letters and digits before a colon: most labels, told without the many looks below. */
const bareLabel = /^([一-鿿][一-鿿A-Za-z\d]*)[:：]?$/u

function strip(text: string): string {
  const bare = bareLabel.exec(text)?.[1]
  if (bare !== undefined) return bare
  let label = plain(text).replace(/[（(]\s*[*＊]\s*[)）]|[（(【[]必[填输录]项?[)）】\]]/gu, '')
  for (let again = 0; again < 2; again++) {
    label = label
      .replace(starsAtEnds, '')
      .replace(/[:：﹕∶]\s*$/u, '')
      .replace(starsAtEnds, '')
    label = label.replace(numbering, '')
  }
  return closedUp(label)
    .replace(/^[·•●■◆▪▲►>\-\s]+/u, '')
    .replace(/[?？]$/u, '')
    .trim()
}

export function endsWithColon(text: string): boolean {
  return /[:：﹕∶][\s*＊]*$/u.test(plain(text))
}

/** How much a text looks like a label, from -1 (a value) to 1. */
export const labelness = remembered(judgeLabel)

function judgeLabel(text: string): number {
  const whole = plain(text)
  if (whole === '') return -1
  const label = cleanLabel(whole)
  if (label === '') return -1
  let score = 0
  if (endsWithColon(whole)) score += 0.6
  if (hasStar(whole)) score += 0.2
  const bare = label.replace(/[（(【[][^）)】\]]*[)）】\]]?$/u, '').trim() || label
  if (words.valueShape.test(label)) score -= 0.9
  else if (words.valueWord.test(label)) score -= 0.5
  else if (words.valueEnd.test(bare) && !words.endsAsLabel(bare)) score -= 0.6
  else if (words.endsAsLabel(bare)) score += 0.45
  if (words.labelStart.test(label)) score += 0.2
  if (/[（(](元|万元|%|％|万|人民币|天|月|年|个月|亿元|‰)[^）)]*[)）]/u.test(label)) score += 0.4
  if (/\d{3,}/u.test(label)) score -= 0.5
  if (/[。；;!！]/u.test(label)) score -= 0.5
  if (label.length > 20) score -= 0.2
  if (label.length > 40) score -= 0.2
  if (/^[A-Z][A-Za-z]*([ /-][A-Za-z]+){0,4}\.?( ?\([^)]*\))?$/u.test(label)) score += 0.25
  return Math.max(-1, Math.min(1, score))
}

/** '' where what is shown stands for nothing: a placeholder, 请选择, dashes. */
export function valueOf(text: string): string {
  const value = plain(text)
  return words.emptyWord.test(value) ? '' : value
}

export interface TextPair {
  readonly label: string
  readonly value: string
}

const pairStart =
  /(?<![\d:：])([*＊]?[\p{Script=Han}A-Za-z（(][\p{Script=Han}A-Za-z0-9()（）/、“”"%％.\s]{0,24}?)\s*[:：]/gu

/** Pairs written in one piece of text: 客户名称：某某 余额：100.00. Empty where the text holds none. */
export function pairsInText(raw: string): TextPair[] {
  // a label alone, as most texts with a colon are, holds no pair
  if (!/[:：][\s*＊]*[^\s*＊]/u.test(raw)) return []
  const text = raw
    .replace(/[\u00a0]/gu, ' ')
    .replace(/\u3000/gu, '  ')
    .trim()
  if (text.length > 400) return []
  const starts: { label: string; from: number; to: number }[] = []
  for (const match of text.matchAll(pairStart)) {
    const to = match.index + match[0].length
    // a colon inside a bracket belongs to the words there: 授信(单位：万元)
    if (insideBracket(text, to - 1)) continue
    const label = ownWords(match[1] ?? '')
    starts.push({ label, from: text.lastIndexOf(label, to), to })
  }
  const [before] = starts
  if (!before || starts.some(({ label }) => /^https?$/iu.test(label))) return []
  if (before.from > 2 && /[。；]/u.test(text.slice(0, before.from))) return []
  return starts.map(({ label, to }, index) => {
    const value = text.slice(to, starts[index + 1]?.from ?? text.length)
    const own = plain(value.replace(/[\s；;，,|]+$|\s{2,}\d{4}[-年./]\d.*$/gu, ''))
    return { label, value: isStarOnly(own) ? '' : own }
  })
}

/** The label at the end of what stands before a colon: the last word, or the last words when spread or English. */
function ownWords(text: string): string {
  const spaced =
    text
      .trim()
      .split(/\s{2,}/u)
      .at(-1) ?? ''
  return spaced.split(' ').at(-1) ?? ''
}

function insideBracket(text: string, at: number): boolean {
  return /[（(][^)）]*$/u.test(text.slice(0, at))
}

/** A heading that ends in a number: 贷款余额 5,000,000.00 元. */
export function pairWithoutColon(raw: string): TextPair | null {
  const match =
    /^([\p{Script=Han}A-Za-z]{2,14}(?:[（(][^）)]{1,8}[)）])?)\s*([¥￥$]?\s?-?\d[\d,]*(?:\.\d+)?\s*(?:元|万元|亿元|%|％|天|个月|期|年)?)$/u.exec(
      plain(raw),
    )
  const [, label, value] = match ?? []
  return label && value && words.endsAsLabel(label.replace(/[（(].*$/u, '')) ? { label, value } : null
}

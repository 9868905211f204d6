import { compactText } from './normaliseText.ts'
import { unitOf } from './unit.ts'

/** A header cell taken apart. */
export interface HeaderName {
  /** Compact text without unit, required mark, format hint and option list. */
  readonly full: string
  /** `full` without what stands in brackets. */
  readonly base: string
  /** What stood in brackets and is none of the above: 当日, 原币种, 评估价值. */
  readonly qualifiers: readonly string[]
  /** 元, 万元, %, ‰, 天 … as written in the header; '' when not. */
  readonly unit: string
  /** Values listed in the header: 信用、抵押、保证、质押. */
  readonly options: readonly string[]
}

const requiredMark =
  /^(必选|必填|必输|必录|可选|选填|选输|非必填|非必输|下拉选择|选择|请选择|自动|自动计算|公式)$/
const formatHint =
  /^(日期)?(格式|如|例|例如|样例|示例|形如|填写|录入|请填|注)[:为]?|^y{2,4}[-/.年]?m{1,2}|^\d{8}$|^\d+位|^文本|^数字|^日期$|^数值/i
const listMark = /[、,;/|:]|\d[-.]|^是否$|^是\/?否$/

const parsed = new Map<string, HeaderName>()

/** Takes a header apart; the same text is only worked on once. */
export function headerName(text: string): HeaderName {
  const known = parsed.get(text)
  if (known) return known
  const name = isWord(text) ? wordOf(text) : takeApart(text)
  if (parsed.size > 20_000) parsed.clear()
  parsed.set(text, name)
  return name
}

/** Chinese characters and letters alone, with no unit behind them: nothing to take apart (the common case, so looked at first). */
function isWord(text: string): boolean {
  const first = text.charCodeAt(0)
  if (text === '' || (first >= 0x41 && first <= 0x5a) || text.endsWith('元')) return false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
    if (!isLetter && (code < 0x4e00 || code > 0x9fff || code === 0x5e10)) return false
    // 借款人Borrower
    if (code >= 0x61 && code <= 0x7a && first >= 0x4e00) return false
  }
  return true
}

function wordOf(text: string): HeaderName {
  return { full: text, base: text, qualifiers: [], unit: '', options: [] }
}

function takeApart(text: string): HeaderName {
  let rest = compactText(inChinese(text))
    .replace(/[【[{〔<《「]/g, '(')
    .replace(/[】\]}〕>》」]/g, ')')
    .replace(/["“”'‘’`]/g, '')
    .replace(/^[*★☆※●■▲△#]+|[*★☆※●■▲△]+$/g, '')
    .replace(/^(\(?\d{1,2}[.、)]|\(?[一二三四五六七八九十]{1,3}[、)])(?=\D)/, '')
  // An account number that got glued to the label.
  if (/\p{Script=Han}/u.test(rest)) rest = rest.replace(/\d{8,}$/, '')
  const qualifiers: string[] = []
  const options: string[] = []
  let unit = ''
  const outside = rest.replace(/\(([^()]*)(\)|$)/g, (_, inside: string) => {
    const found = unitOf(inside)
    if (found) unit ||= found
    else if (inside === '' || requiredMark.test(inside) || formatHint.test(inside)) return ''
    else if (isOptionList(inside)) options.push(...inside.split(/[、,;/|]|(?=\d[-:.])/).filter(Boolean))
    else qualifiers.push(inside)
    return ''
  })
  let base = outside.replace(/[():?!。.]+$/g, '').replace(/[)]/g, '')
  const colon = /^([^:]{2,}):(.+)$/.exec(base)
  if (colon?.[1] && colon[2]) {
    const found = unitOf(colon[2])
    if (found) {
      unit ||= found
      base = colon[1]
    } else if (isOptionList(colon[2])) base = colon[1]
  }
  const tail = /^(.{2,}?)[-_/]?(万元|亿元|千元|百万元|元|%|‰)$/.exec(base)
  // 美元, 欧元, 港元 name a currency, 单元 and 多元 a word: not the unit 元.
  if (tail?.[1] && tail[2] && !(tail[2] === '元' && /[美欧港日加澳单多公纪状]$/.test(tail[1]))) {
    unit ||= tail[2]
    base = tail[1]
  }
  // English words are written with and without capitals; column codes (KHMC) keep theirs
  if (/^[A-Z][A-Za-z]*[a-z]/.test(base) && !/\p{Script=Han}/u.test(base)) base = base.toLowerCase()
  const full = qualifiers.length === 0 ? base : `${base}(${qualifiers.join(')(')})`
  return { full, base, qualifiers, unit, options }
}

/** A label in two languages says the same twice: 借款人 Borrower, CustomerID 客户编码, 抵押率(%) LTV. */
function inChinese(text: string): string {
  if (!/[A-Za-z]{2}/.test(text) || !/\p{Script=Han}{2}/u.test(text)) return text
  const behind = bilingualBehind.exec(text)
  if (behind) return `${behind[1] ?? ''}${behind[2] ?? ''}`
  return bilingualBefore.exec(text)?.[1] ?? text
}

const bilingualBehind =
  /^(.*[\p{Script=Han})）])\s*[/|]?\s*(?:[A-Z][A-Za-z]*[a-z]|(?<=[\s)）])[A-Z]{2,})[A-Za-z\s.,'&/-]*([(（][^()（）]*[)）])?$/u
const bilingualBefore = /^[A-Za-z]*[a-z]{2}[A-Za-z\s.'&/-]*[/|\s]?(\p{Script=Han}{2}.*)$/u

function isOptionList(text: string): boolean {
  if (/^[是有][/、,或]?[否无]$/.test(text)) return true
  if (/\d[:.-]\S/.test(text)) return true
  return listMark.test(text) && text.split(/[、,;/|]/).filter(Boolean).length >= 2
}

import type { TableName } from '../policy/index.ts'
import { idleParts, partsOfTable, plainParts, sameParts, weakInQuestions, weakParts } from './nameWords.ts'

/** A name by its known parts, in no order: two names with the same form say the same. */
export interface NameForm {
  /** Every part but the idle ones; '' where that is too little to go by. */
  readonly full: string
  /** Without the weak parts too; '' where that is too little. */
  readonly short: string
  /** Of whom a weak part speaks: 贷, 客 or '' */
  readonly of: string
  readonly parts: ReadonlySet<string>
}

/** Too general to go by: 开始日期, 结束日期. */
const bare = new Set(['日 起', '到期 日', '日', '额', '余额', '名'])

const meant = new Map<string, readonly string[]>()
for (const [first = '', ...others] of sameParts) {
  const parts = first.split(' ').filter((part) => part !== '')
  for (const one of others) meant.set(one, parts)
  if (parts.length === 1) meant.set(first, parts)
}
for (const part of idleParts) meant.set(part, [])
for (const part of [...weakParts, ...weakInQuestions, ...plainParts])
  if (!meant.has(part)) meant.set(part, [part])

const longest = Math.max(...[...meant.keys()].map((part) => part.length))
const weak = new Set(weakParts)
const weaker = new Set([...weakParts, ...weakInQuestions])

const forms = new Map<string, NameForm>()

/** Takes a name without unit and brackets apart into parts; the same name is only worked on once. */
export function nameForm(base: string): NameForm {
  const known = forms.get(base)
  if (known) return known
  const form = formOf(base)
  if (forms.size > 20_000) forms.clear()
  forms.set(base, form)
  return form
}

function formOf(base: string): NameForm {
  const parts = new Set<string>()
  let unknown = ''
  const close = (): void => {
    if (unknown !== '') parts.add(unknown)
    unknown = ''
  }
  for (let at = 0; at < base.length;) {
    let length = Math.min(longest, base.length - at)
    while (length > 0 && !meant.has(base.slice(at, at + length))) length--
    if (length === 0) {
      unknown += base.charAt(at)
      at++
      continue
    }
    close()
    for (const part of meant.get(base.slice(at, at + length)) ?? []) parts.add(part)
    at += length
  }
  close()
  // 上次检查日期 is the last there was; 上期五级分类 is another than the one that holds
  if (parts.has('日') && /^上次|^上一次/.test(base)) parts.delete('上期')
  const left = parts.has('标') ? weaker : weak
  return {
    full: keyOf([...parts]),
    short: keyOf([...parts].filter((part) => !left.has(part))),
    of: parts.has('贷') ? '贷' : parts.has('客') ? '客' : '',
    parts,
  }
}

function keyOf(parts: readonly string[]): string {
  const key = parts.toSorted().join(' ')
  const enough = parts.length > 1 || key.length >= 2
  return enough && !bare.has(key) ? key : ''
}

/** What the ending of a name says against a field of this type: 检查日期 is no text, 问题描述 no yes or no. */
export function formFits(parts: ReadonlySet<string>, type: string): boolean {
  if (parts.has('日')) return type === 'date'
  if (parts.has('文')) return type === 'text'
  if (parts.has('标')) return type === 'code'
  if (parts.has('额') || parts.has('余额')) return type === 'money'
  if (parts.has('号')) return type === 'text'
  return true
}

/** Where what is left without the weak parts is a single one, the name's ending must say of what kind it is. */
export function shortFits({ short, parts }: NameForm, type: string): boolean {
  if (short.includes(' ')) return true
  if (type === 'money') return parts.has('额')
  return type === 'code' ? parts.has('标') || parts.has('态') : !(parts.has('态') || parts.has('标'))
}

/** The short form without what the register is about anyway; '' where that changes nothing or leaves too little. */
export function formIn(table: TableName, { parts }: NameForm): string {
  const own = partsOfTable[table] ?? []
  if (!own.some((part) => parts.has(part))) return ''
  return keyOf([...parts].filter((part) => !weak.has(part) && !own.includes(part)))
}

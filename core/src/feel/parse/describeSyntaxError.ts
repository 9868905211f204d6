import { messages } from '../messages.ts'
import type { FeelError } from '../types.ts'

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '＞': '>', '＜': '<', '＝': '=', '（': '(', '）': ')', '，': ',', '“': '"', '”': '"', '＋': '+', '－': '-', '＊': '*',
  '／': '/', '【': '[', '】': ']', '≥': '>=', '≤': '<=', '≠': '!=', '×': '*', '÷': '/', '。': '.', '：': ':',
} // prettier-ignore

const WORDS: Readonly<Record<string, string>> = {
  且: 'and', 并且: 'and', 和: 'and', 或: 'or', 或者: 'or', 非: 'not(…)', 如果: 'if', 否则: 'else', 属于: 'in', 大于: '>',
  小于: '<', 等于: '=', 不等于: '!=', 大于等于: '>=', 小于等于: '<=', 为空: '= null',
} // prettier-ignore

/** Words for the first place that does not parse, with a hint for what people of this trade write by habit. */
export function describeSyntaxError(text: string, from: number, to: number): FeelError {
  const outside = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, (quoted) => ' '.repeat(quoted.length))
  for (const [sign, half] of Object.entries(FULL_WIDTH)) {
    const at = outside.indexOf(sign)
    if (at !== -1)
      return { code: 'syntax', message: messages.fullWidth(sign, half), from: at, to: at + sign.length }
  }
  const equals = outside.indexOf('==')
  if (equals !== -1) return { code: 'syntax', message: messages.doubleEquals(), from: equals, to: equals + 2 }
  const word = /(?<=\s|^|[)\]])(\p{Script=Han}+)(?=\s|$|[([])/gu
  for (const match of outside.matchAll(word)) {
    const feel = WORDS[match[1] ?? '']
    if (feel !== undefined) {
      const message = messages.chineseWord(match[0], feel)
      return { code: 'syntax', message, from: match.index, to: match.index + match[0].length }
    }
  }
  const start = Math.min(from, text.length)
  const near = text.slice(start, Math.max(to, start + 12)).trim()
  return {
    code: 'syntax',
    message: messages.syntax(near),
    from: start,
    to: Math.max(to, Math.min(start + 1, text.length)),
  }
}

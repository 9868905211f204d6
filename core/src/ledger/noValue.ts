import { normaliseText } from './normaliseText.ts'

/** Words that officers write where there is nothing to write. 空着 was seen for "left blank on purpose". */
export const noValueWords: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '---',
  '/',
  '//',
  '\\',
  '.',
  '..',
  '…',
  '、',
  ',',
  '_',
  '__',
  '*',
  '~',
  '?',
  "'",
  '"',
  '()',
  '无',
  '没有',
  '暂无',
  '空',
  '空着',
  '空白',
  '未填',
  '未提供',
  '未知',
  '不详',
  '待补',
  '待填',
  '待定',
  '不适用',
  '请选择',
  '--请选择--',
  '-请选择-',
  'n/a',
  'na',
  '#n/a',
  'null',
  'nul',
  'none',
  'nil',
  'nan',
  '(null)',
  '(空)',
  '<null>',
  '[null]',
  'undefined',
])

/** True for a text that means "no value". Code lists are asked first, since 无 is a value in some. */
export function isNoValue(text: string): boolean {
  if (text.length > 12 && text.trim().length > 12) return false
  // Words for nothing are short or are one of a few; a text of digits and letters of some length is none.
  const first = text.charCodeAt(0)
  if (first >= 0x31 && first <= 0x39) return false
  const plain = normaliseText(text).replace(/\s+/g, '').toLowerCase()
  return noValueWords.has(plain) || /^-+$/.test(plain)
}

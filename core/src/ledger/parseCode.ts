import type { CodeList } from '../policy/index.ts'
import { normaliseText } from './normaliseText.ts'

/** Turns what a cell says into the list's own value, or null when the list does not know it. */
export interface CodeReader {
  read(text: string): string | null
  readonly values: readonly string[]
}

const readers = new WeakMap<CodeList, CodeReader>()

/** The reader of one code list; made once per list. */
export function codeReader(list: CodeList): CodeReader {
  const known = readers.get(list)
  if (known) return known
  const byText = new Map<string, string>()
  for (const { value, synonyms } of list.values) {
    for (const text of [value, ...synonyms]) {
      const key = codeKey(text)
      if (!byText.has(key)) byText.set(key, value)
    }
  }
  const longest = [...byText.keys()]
    .filter((key) => /\p{Script=Han}/u.test(key))
    .toSorted((a, b) => b.length - a.length)
  const reader: CodeReader = {
    values: list.values.map(({ value }) => value),
    read(text) {
      const key = codeKey(text)
      if (key === '') return null
      return (
        byText.get(key) ??
        byText.get(stripZeros(key)) ??
        fromPair(key, byText) ??
        fromStem(key, longest, byText)
      )
    },
  }
  readers.set(list, reader)
  return reader
}

function codeKey(text: string): string {
  return normaliseText(text).replace(/\s+/g, '').replaceAll('帐', '账').toUpperCase()
}

/** 02, 2.0 and 2 are one code. */
function stripZeros(key: string): string {
  return /^\d+(\.0+)?$/.test(key) ? String(Math.trunc(Number(key))) : key
}

/** `1-正常`, `正常(10)`, `02:关注类`: the words decide, since codes differ from bank to bank. */
function fromPair(key: string, byText: ReadonlyMap<string, string>): string | null {
  const m =
    /^[\dA-Z.]{1,8}[-_:.、|(]?(\p{Script=Han}[^)]*)\)?$/u.exec(key) ??
    /^(\p{Script=Han}+)[-_:.|(][\dA-Z.]{1,8}\)?$/u.exec(key)
  return m?.[1] ? (byText.get(m[1]) ?? null) : null
}

/** 正常类贷款, 抵押担保方式, 关注(二): a known word and a tail that adds nothing. */
function fromStem(key: string, stems: readonly string[], byText: ReadonlyMap<string, string>): string | null {
  for (const stem of stems) {
    if (stem.length < 2 || !key.startsWith(stem)) continue
    if (
      /^(类|型|级|贷款|方式|客户|状态|企业|[\d一二三四五+-])*$/.test(
        key.slice(stem.length).replace(/[()]/g, ''),
      )
    ) {
      return byText.get(stem) ?? null
    }
  }
  return null
}

import type { CodeList, CodeValue } from '../types.ts'

type Entry = readonly [value: string, ...synonyms: string[]]

/** A code list written as rows of value and synonyms. */
export function codeList(id: string, order: 'ordered' | 'unordered', entries: readonly Entry[]): CodeList {
  const values: CodeValue[] = entries.map(([value, ...synonyms]) => ({ value, synonyms }))
  return { id, ordered: order === 'ordered', values }
}

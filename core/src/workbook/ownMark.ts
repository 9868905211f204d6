import { formatIsoDay } from '../calendar/index.ts'
import { type RowAnnotation, type WrittenColumnKey, writtenColumnKeys } from './annotation.ts'
import { lookOf } from './levels.ts'

/**
 * What the hidden record column holds for a row: the version, a hash of the row's key, a hash of each cell that we
 * wrote (empty where a person's cell was kept), and the columns at fault. It stands in the row, so that it stays
 * true when rows are sorted, inserted or deleted.
 */
export interface OwnMark {
  readonly key: string
  readonly hashes: Readonly<Partial<Record<WrittenColumnKey, string>>>
  readonly faults: readonly number[]
}

/** What each of our cells says in a row; '' = nothing. Dates as ISO days. */
export function cellTexts(row: RowAnnotation): Readonly<Record<WrittenColumnKey, string>> {
  return {
    level: lookOf(row.level).text,
    item: row.item,
    basis: row.basis,
    remedy: row.remedy,
    deadline: row.deadline === null ? '' : formatIsoDay(row.deadline),
    owner: row.owner,
  }
}

export function writeMark(mark: OwnMark): string {
  const hashes = writtenColumnKeys.map((key) => mark.hashes[key] ?? '').join(',')
  const faults = mark.faults.length > 0 ? `|${mark.faults.join('|')}|` : ''
  return `1;${mark.key};${hashes};${faults}`
}

/** Null for a text that is no record of ours. */
export function readMark(text: string): OwnMark | null {
  const [version, key, hashList, faultList] = text.split(';')
  if (version !== '1' || key === undefined || hashList === undefined || faultList === undefined) return null
  const parts = hashList.split(',')
  const hashes: Partial<Record<WrittenColumnKey, string>> = {}
  for (const [i, column] of writtenColumnKeys.entries()) {
    const hash = parts[i]
    if (hash) hashes[column] = hash
  }
  return { key, hashes, faults: faultList.split('|').filter(Boolean).map(Number) }
}

/** How a column at fault is looked for in the record, in a formula. */
export function faultMark(column: number): string {
  return `|${column}|`
}

/** Hash of a text we wrote; 32 bits are enough to tell an edited cell (FNV-1a over UTF-16 units). */
export function hashText(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}

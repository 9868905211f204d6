import type { TextColumn } from '../../table/index.ts'
import { normaliseKey } from '../findingId.ts'

/**
 * A number for each text of a dictionary, the same number for texts that are one key in any column that shares `known`;
 * -1 for what is empty or not usable. Each distinct text is normalised once, not each row.
 */
export function keyIds(
  texts: TextColumn | null,
  known: Map<string, number>,
  usable: (key: string) => boolean = () => true,
): Int32Array {
  const ids = new Int32Array(texts?.dictionary.length ?? 0).fill(-1)
  texts?.dictionary.forEach((text, code) => {
    const key = normaliseKey(text)
    if (key === '' || !usable(key)) return
    const before = known.get(key)
    ids[code] = before ?? known.size
    if (before === undefined) known.set(key, known.size)
  })
  return ids
}

/** The number of a row's text, -1 for none. */
export function idAt(texts: TextColumn | null, ids: Int32Array, row: number): number {
  return ids[texts?.codes[row] ?? -1] ?? -1
}

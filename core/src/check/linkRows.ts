import type { Relation } from '../policy/index.ts'
import type { Column } from '../table/index.ts'
import { normaliseKey } from './findingId.ts'

/** The rows of one table that belong to each row of another (compressed sparse rows). */
export interface RowLinks {
  readonly offsets: Uint32Array
  readonly rows: Uint32Array
  /** 1 where the row has no key to look with: its list is empty because nobody can tell. Absent when no row is so. */
  readonly unlinked?: Uint8Array
}

export interface KeyedTable {
  readonly rowCount: number
  column(field: string): Column | undefined
}

/**
 * Links by the relation's key ladder. A row that is looked for is known by the first rung of which it has all fields
 * and the looking table has the columns, and only by that one: collateral filed under another 借据号 of the same
 * contract is not this loan's. Null where the tables share no key at all.
 */
export function linkRows(
  relation: Relation,
  from: KeyedTable,
  to: KeyedTable,
  sameTable: boolean,
): RowLinks | null {
  const rungs = relation.keys.filter(
    (fields) => fields.length > 0 && fields.every((field) => from.column(field) && to.column(field)),
  )
  if (rungs.length === 0) return null
  const keysOfFrom: Int32Array[] = []
  const keysOfTo: Int32Array[] = []
  let keyCount = 0
  for (const fields of rungs) {
    const plain = sameTable ? plainCodes(fields, to) : null
    if (plain) {
      const shifted = plain.codes.map((code) => (code < 0 ? -1 : keyCount + code))
      keysOfTo.push(shifted)
      keysOfFrom.push(shifted)
      keyCount += plain.count
      continue
    }
    const known = new Map<string, number>()
    const numbers = numberKeys(fields, to, known, keyCount, true)
    keysOfTo.push(numbers)
    keysOfFrom.push(sameTable ? numbers : numberKeys(fields, from, known, keyCount, false))
    keyCount += known.size
  }
  const rungOfTo = firstRung(keysOfTo, to.rowCount)
  const { starts, members } = groupByKey(rungOfTo, keyCount)
  return collect(relation, from.rowCount, keysOfFrom, starts, members)
}

/** Within one table, texts that normalising would leave apart anyway are told apart by their codes, without a look at them. */
function plainCodes(
  fields: readonly string[],
  table: KeyedTable,
): { readonly codes: Int32Array; readonly count: number } | null {
  const column = fields.length === 1 ? table.column(fields[0] ?? '') : undefined
  if (column?.kind !== 'text') return null
  const { dictionary, codes } = column
  const isPlain =
    dictionary.every((text) => /^[0-9A-Z]+$/.test(text)) ||
    dictionary.every((text) => /^[0-9a-z]+$/.test(text))
  return isPlain ? { codes: codes.subarray(0, table.rowCount), count: dictionary.length } : null
}

/** One number per row and rung: rows with the same key have the same number, -1 where a field of the key is null. */
function numberKeys(
  fields: readonly string[],
  table: KeyedTable,
  known: Map<string, number>,
  base: number,
  mayAdd: boolean,
): Int32Array {
  const numbers = new Int32Array(table.rowCount).fill(-1)
  const number = (key: string): number => {
    const before = known.get(key)
    if (before !== undefined) return base + before
    // a key only the looking table has leads nowhere, but is a key all the same
    if (!mayAdd) return nowhere
    known.set(key, known.size)
    return base + known.size - 1
  }
  const columns = fields.map((field) => table.column(field))
  const [only] = columns
  if (columns.length === 1 && only?.kind === 'text') {
    // each distinct text is normalised once, not each row
    const byCode = only.dictionary.map((text) => {
      const key = normaliseKey(text)
      return key === '' ? -1 : number(key)
    })
    for (let row = 0; row < table.rowCount; row += 1) numbers[row] = byCode[only.codes[row] ?? -1] ?? -1
    return numbers
  }
  for (let row = 0; row < table.rowCount; row += 1) {
    const parts = columns.map((column) => keyPart(column, row))
    if (!parts.includes('')) numbers[row] = number(parts.join('\u001f'))
  }
  return numbers
}

const nowhere = -2

/** Rows that share one key times rows that look for it: beyond this it is a filler ("无", "0"), and n² lists of it. */
const pairLimit = 250_000

function keyPart(column: Column | undefined, row: number): string {
  if (!column) return ''
  switch (column.kind) {
    case 'text':
      return normaliseKey(column.dictionary[column.codes[row] ?? -1] ?? '')
    case 'boolean':
      return column.values[row] === 2 ? '' : String(column.values[row])
    case 'number':
    case 'date': {
      const value = column.values[row] ?? Number.NaN
      return Number.isNaN(value) ? '' : String(value)
    }
  }
}

function firstRung(keys: readonly Int32Array[], rowCount: number): Int32Array {
  const first = new Int32Array(rowCount).fill(-1)
  for (let row = 0; row < rowCount; row += 1) {
    for (const numbers of keys) {
      const key = numbers[row] ?? -1
      if (key !== -1) {
        first[row] = key
        break
      }
    }
  }
  return first
}

function groupByKey(keys: Int32Array, keyCount: number): { starts: Uint32Array; members: Uint32Array } {
  const starts = new Uint32Array(keyCount + 1)
  for (const key of keys) if (key >= 0) starts[key + 1] = (starts[key + 1] ?? 0) + 1
  for (let key = 0; key < keyCount; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0)
  const members = new Uint32Array(starts[keyCount] ?? 0)
  const next = starts.slice()
  keys.forEach((key, row) => {
    if (key < 0) return
    const at = next[key] ?? 0
    members[at] = row
    next[key] = at + 1
  })
  return { starts, members }
}

function collect(
  relation: Relation,
  rowCount: number,
  keysOfFrom: readonly Int32Array[],
  starts: Uint32Array,
  members: Uint32Array,
): RowLinks {
  const offsets = new Uint32Array(rowCount + 1)
  const unlinked = new Uint8Array(rowCount)
  let anyUnlinked = false
  let rows = new Uint32Array(Math.max(members.length, 16))
  let length = 0
  const seekers = new Uint32Array(starts.length)
  for (const numbers of keysOfFrom)
    for (const key of numbers) if (key >= 0) seekers[key] = (seekers[key] ?? 0) + 1
  for (let row = 0; row < rowCount; row += 1) {
    let hasKey = false
    const first = length
    for (const numbers of keysOfFrom) {
      const key = numbers[row] ?? -1
      if (key === -1) continue
      hasKey = true
      if (key === nowhere) continue
      const end = starts[key + 1] ?? 0
      if ((end - (starts[key] ?? 0)) * (seekers[key] ?? 0) > pairLimit) {
        hasKey = false
        break
      }
      for (let at = starts[key] ?? 0; at < end; at += 1) {
        const member = members[at] ?? 0
        if (relation.excludeSelf && member === row) continue
        if (length === rows.length) {
          const larger = new Uint32Array(length * 2)
          larger.set(rows)
          rows = larger
        }
        rows[length] = member
        length += 1
      }
    }
    // two rows for one: which of them is meant cannot be told, so neither is
    if (relation.cardinality === 'one' && length - first > 1) {
      length = first
      hasKey = false
    }
    if (!hasKey) {
      unlinked[row] = 1
      anyUnlinked = true
    }
    offsets[row + 1] = length
  }
  return { offsets, rows: rows.subarray(0, length), ...(anyUnlinked ? { unlinked } : {}) }
}

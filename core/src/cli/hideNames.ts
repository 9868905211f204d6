import { mask } from '../check/index.ts'
import type { Ledger } from '../ledger/index.ts'

/** Columns that may name a person who is not of the bank. */
const nameFields: ReadonlySet<string> = new Set([
  'customerName',
  'legalRepName',
  'actualController',
  'guarantorName',
  'collateralOwner',
  'insuranceBeneficiary',
  'accountName',
  'counterpartyName',
])

/**
 * Hides the persons' names that these ledgers hold wherever they stand in a text; names of firms stay. For results that
 * leave the officer's own desk. A name that is also a common word is hidden there too: rather too much than too little.
 */
export function nameHider(ledgers: readonly Ledger[]): (text: string) => string {
  const names = new Map<string, string>()
  let longest = 0
  for (const { tables } of ledgers) {
    for (const { columns } of tables) {
      for (const field of nameFields) {
        const column = columns.get(field)
        if (column?.kind !== 'text') continue
        for (const written of column.dictionary) {
          const name = written.trim()
          const hidden = mask(name, 'name')
          if (hidden === name) continue
          names.set(name, hidden)
          longest = Math.max(longest, name.length)
        }
      }
    }
  }
  if (names.size === 0) return (text) => text
  return (text) => {
    let shown = ''
    for (let at = 0; at < text.length;) {
      let length = Math.min(longest, text.length - at)
      while (length > 1 && !names.has(text.slice(at, at + length))) length -= 1
      shown += length > 1 ? names.get(text.slice(at, at + length)) : text[at]
      at += Math.max(length, 1)
    }
    return shown
  }
}

/** Where a thing stands must still be found. */
const places: ReadonlySet<string> = new Set(['file', 'sheet', 'path', 'output'])

/** The same for every text of a document but the places. Numbers, truths and what has no name in it are as they were. */
export function hideIn<T>(value: T, hide: (text: string) => string): T
export function hideIn(value: unknown, hide: (text: string) => string): unknown {
  if (typeof value === 'string') return hide(value)
  if (Array.isArray(value)) return value.map((one) => hideIn(one, hide))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, places.has(key) ? one : hideIn(one, hide)]),
  )
}

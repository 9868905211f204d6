import { absent, matchLoans, type LoanMatch } from './compare/matchLoans.ts'
import type { KeyedTable, RowLinks } from './linkRows.ts'

/** Any of these columns in both ledgers lets a loan be looked for. */
const keyFields = ['loanNo', 'contractNo', 'accountNo', 'customerName'] as const

const matches = new WeakMap<KeyedTable, { readonly previous: KeyedTable; readonly match: LoanMatch | null }>()

/**
 * Which loan of the previous ledger is which of this one: the same answer wherever two months are laid side by side
 * (上期, comparison, indicators). Null where the two share no key. Made once for a pair of tables.
 */
export function matchPrevious(current: KeyedTable, previous: KeyedTable): LoanMatch | null {
  const before = matches.get(current)
  if (before?.previous === previous) return before.match
  const comparable = keyFields.some((field) => current.column(field) && previous.column(field))
  const match = comparable ? matchLoans(previous, current) : null
  matches.set(current, { previous, match })
  return match
}

/** 上期 as links: one row or none; where it cannot be told which row is meant, none and `unlinked`. */
export function linkPrevious(current: KeyedTable, previous: KeyedTable): RowLinks | null {
  const match = matchPrevious(current, previous)
  if (!match) return null
  const offsets = new Uint32Array(current.rowCount + 1)
  const rows = new Uint32Array(current.rowCount)
  const unlinked = new Uint8Array(current.rowCount)
  let length = 0
  let anyUnlinked = false
  for (let row = 0; row < current.rowCount; row += 1) {
    const partner = match.before[row] ?? absent
    if (partner >= 0) rows[length++] = partner
    else if (partner !== absent) {
      unlinked[row] = 1
      anyUnlinked = true
    }
    offsets[row + 1] = length
  }
  return { offsets, rows: rows.subarray(0, length), ...(anyUnlinked ? { unlinked } : {}) }
}

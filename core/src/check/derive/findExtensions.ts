import type { Table } from '../../ledger/index.ts'
import type { MaturityFacts } from './findMaturity.ts'
import { findMaturity } from './findMaturity.ts'
import { idAt, keyIds } from './keyIds.ts'
import type { Guarantor } from './listGuarantors.ts'
import { textsOf } from './loanColumns.ts'

export interface ExtensionFacts {
  readonly before: Float64Array
  /** NaN where the loan was not extended. */
  readonly extendedTo: Float64Array
}

/** The days a loan ran to before and after extension (EXT-001, EXT-003); null without a maturity column. */
export function findExtensions(maturity: MaturityFacts | null): ExtensionFacts | null {
  if (!maturity) return null
  return {
    before: maturity.original,
    extendedTo: maturity.lastDay.map((day, row) =>
      day > (maturity.original[row] ?? Number.NaN) ? day : Number.NaN,
    ),
  }
}

/** Rows of a table by the number that `known` gives its 借据号; a loan number that two rows bear leads nowhere. */
function rowsByLoan(table: Table, known: Map<string, number>): (key: number) => number {
  const numbers = textsOf(table, 'loanNo')
  const ids = keyIds(numbers, known)
  const rows: number[] = []
  for (let row = 0; row < table.rowCount; row += 1) {
    const id = idAt(numbers, ids, row)
    if (id >= 0) rows[id] = rows[id] === undefined ? row : -1
  }
  return (key) => (key < 0 ? -1 : (rows[key] ?? -1))
}

export interface ReplacedLoans {
  /** The last day of the loan that each loan took the place of, here or in the previous ledger; NaN unknown. */
  readonly lastDay: Float64Array
  /** Its row in this ledger, -1 where it is not here. */
  readonly row: Int32Array
}

/** The loan that each loan took the place of, by 上笔借据号; null where the ledger has no such column. */
export function findReplacedLoans(
  loans: Table,
  maturity: MaturityFacts | null,
  previous: Table | undefined,
): ReplacedLoans | null {
  const named = textsOf(loans, 'prevLoanNo')
  if (!named) return null
  const known = new Map<string, number>()
  const here = rowsByLoan(loans, known)
  const there = previous && rowsByLoan(previous, known)
  const before = previous && findMaturity(previous)
  const ids = keyIds(named, known)
  const lastDay = new Float64Array(loans.rowCount).fill(Number.NaN)
  const rows = new Int32Array(loans.rowCount).fill(-1)
  for (let row = 0; row < loans.rowCount; row += 1) {
    const id = idAt(named, ids, row)
    if (id < 0) continue
    rows[row] = here(id)
    const own = maturity?.lastDay[rows[row] ?? -1] ?? Number.NaN
    lastDay[row] = Number.isNaN(own) ? (before?.lastDay[there?.(id) ?? -1] ?? Number.NaN) : own
  }
  return { lastDay, row: rows }
}

/** 1 where a guarantor of the loan did not back the loan it replaced, 0 where all did, 2 where nobody can tell. */
export function findAddedGuarantors(replaced: ReplacedLoans, guarantors: readonly Guarantor[]): Uint8Array {
  const asked = new Set<number>()
  replaced.row.forEach((before, row) => {
    if (before >= 0) asked.add(row).add(before)
  })
  const byLoan = new Map<number, Set<number>>()
  for (const { loan, party, name } of guarantors) {
    const who = party >= 0 ? party : name
    if (who >= 0 && asked.has(loan)) byLoan.set(loan, (byLoan.get(loan) ?? new Set()).add(who))
  }
  return Uint8Array.from(replaced.row, (before, row) => {
    const now = byLoan.get(row)
    const then = byLoan.get(before)
    if (!now || !then) return 2
    return [...now].every((party) => then.has(party)) ? 0 : 1
  })
}

import type { ImportedLoan, Store } from './database.ts'

/** The loan of the ledger that a page shows: by 借据号, else 合同号 or 账号 where just one loan has it. */
export async function findInLedger(
  store: Store,
  cells: Readonly<Record<string, string>>,
): Promise<ImportedLoan | null> {
  for (const key of ['loanNo', 'contractNo', 'accountNo'] as const) {
    const wanted = cells[key] ?? ''
    if (wanted === '') continue
    const found = await store.ledgerLoans.where(key).equals(wanted).limit(2).toArray()
    if (found.length === 1) return found[0] ?? null
  }
  return null
}

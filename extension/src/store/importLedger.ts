import { formatIsoDay } from '@postloan/core/calendar'
import { checkLedger } from '@postloan/core/check'
import type { Finding } from '@postloan/core/check'
import { moneyFactor, readLedger } from '@postloan/core/ledger'
import type { Table } from '@postloan/core/ledger'
import type { Policy } from '@postloan/core/policy'
import { openWorkbook, webCodec } from '@postloan/core/workbook'

import { loanCells, storedFinding } from '../engine/index.ts'
import type { StoredFinding } from '../engine/index.ts'
import type { ImportedLoan, Store } from './database.ts'
import { record } from './evidenceLog.ts'
import { storeWords as words } from './messages.ts'

export type Imported =
  | { readonly ok: true; readonly loans: number; readonly findings: number; readonly asOf: string | null }
  | { readonly ok: false; readonly message: string }

/** Reads a ledger file by the reader of every other surface, checks it, and keeps its loans with their findings. */
export async function importLedger(
  store: Store,
  file: { readonly bytes: Uint8Array; readonly name: string },
  policy: Policy,
  by: string,
): Promise<Imported> {
  const opening = await openWorkbook(file.bytes, file.name, webCodec())
  if (!opening.ok) return { ok: false, message: opening.error.message }
  const ledger = readLedger([opening.workbook], policy)
  const loanTables = ledger.tables.filter(({ name }) => name === '借据')
  if (loanTables.length === 0) {
    return {
      ok: false,
      message: ledger.notTables.map(({ sheet, reason }) => `${sheet}：${reason}`).join('\n'),
    }
  }
  const result = checkLedger(ledger, { policy })
  const byRow = new Map<string, StoredFinding[]>()
  let findings = 0
  for (const finding of result.findings()) {
    findings += 1
    for (const place of placesOf(finding)) {
      const own = byRow.get(place)
      if (own) own.push(storedFinding(finding, policy))
      else byRow.set(place, [storedFinding(finding, policy)])
    }
  }
  const asOf = ledger.asOf.day === null ? null : formatIsoDay(ledger.asOf.day)
  const loans = ledger.tables.flatMap((table, at) => (table.name === '借据' ? loansOf(table, at) : []))

  function loansOf(table: Table, at: number): Omit<ImportedLoan, 'ledger'>[] {
    const half = moneyFactor(table.reading.unit) > 1 ? (moneyFactor(table.reading.unit) * 0.01) / 2 : 0
    return Array.from({ length: table.rowCount }, (_, row) => {
      const cells = loanCells(table, row)
      return {
        cells,
        asOf,
        file: file.name,
        row: table.sheetRows[row] ?? 0,
        findings: byRow.get(`${at}:${row}`) ?? [],
        moneyTolerance: half,
        loanNo: cells['loanNo'] ?? '',
        contractNo: cells['contractNo'] ?? '',
        accountNo: cells['accountNo'] ?? '',
        customer: cells['customerName'] ?? '',
      }
    })
  }

  const deed = { by, kind: 'import', loan: '', text: words.imported(file.name, loans.length) } as const
  await record(store, deed, ['ledgers', 'ledgerLoans'], async () => {
    // One ledger at hand: another one of the same or another month takes its place.
    await store.ledgers.clear()
    await store.ledgerLoans.clear()
    const id = `${asOf ?? ''}/${file.name}`
    await store.ledgers.add({
      id,
      file: file.name,
      asOf,
      loans: loans.length,
      findings,
      at: new Date().toISOString(),
    })
    await store.ledgerLoans.bulkAdd(loans.map((loan) => ({ ...loan, ledger: id })))
  })
  return { ok: true, loans: loans.length, findings, asOf }
}

/** `table:row` of the loan that a finding is of; of a row of a register the loans it belongs to. */
function placesOf(finding: Finding): readonly string[] {
  const own = finding.tableRow < 0 ? [] : [`${finding.table}:${finding.tableRow}`]
  if (finding.childKey === undefined) return own
  return (finding.alsoIn ?? []).map(({ table, row }) => `${table}:${row}`)
}

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

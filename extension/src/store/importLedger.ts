import { formatIsoDay } from '@postloan/core/calendar'
import { checkLedger } from '@postloan/core/check'
import type { Finding } from '@postloan/core/check'
import { applyPacks } from '@postloan/core/check/pack'
import { moneyFactor, readLedger } from '@postloan/core/ledger'
import type { Table } from '@postloan/core/ledger'
import type { Policy } from '@postloan/core/policy'
import { hideOwnCells, openWorkbook, webCodec } from '@postloan/core/workbook'
import { packOfTemplates } from '@postloan/core/workbook/template'
import type { TemplatePacks } from '@postloan/core/workbook/template'

import { loanCells, storedFinding } from '../engine/index.ts'
import type { StoredFinding } from '../engine/index.ts'
import type { ImportedLoan, Store } from './database.ts'
import { record } from './evidenceLog.ts'
import { storeWords as words } from './messages.ts'

/** What a lead wrote in a standard template: how much of it holds, and what of it does not. */
export interface TakenSettings {
  readonly parameters: number
  readonly rules: number
  readonly problems: readonly string[]
}

export type Imported =
  | {
      readonly ok: true
      readonly loans: number
      readonly findings: number
      readonly asOf: string | null
      /** Null for a ledger that is no template, or one in which nothing was set. */
      readonly settings: TakenSettings | null
    }
  | { readonly ok: false; readonly message: string }

/** Reads a ledger file by the reader of every other surface, checks it, and keeps its loans with their findings. */
export async function importLedger(
  store: Store,
  file: { readonly bytes: Uint8Array; readonly name: string },
  inForce: Policy,
  by: string,
): Promise<Imported> {
  const opening = await openWorkbook(file.bytes, file.name, webCodec())
  if (!opening.ok) return { ok: false, message: opening.error.message }
  // nobody signed them: they find more, never less, and in this ledger only
  const written = packOfTemplates([opening.workbook], inForce)
  const { policy } = applyPacks(inForce, written.layers)
  const ledger = readLedger([hideOwnCells(opening.workbook)], inForce)
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
  return { ok: true, loans: loans.length, findings, asOf, settings: takenOf(written) }
}

function takenOf({ layers, problems }: Pick<TemplatePacks, 'layers' | 'problems'>): TakenSettings | null {
  if (layers.length + problems.length === 0) return null
  const packs = layers.map(({ pack }) => pack)
  return {
    parameters: packs.reduce((sum, { parameters }) => sum + Object.keys(parameters ?? {}).length, 0),
    rules: packs.reduce((sum, { rules }) => sum + (rules ?? []).length, 0),
    problems: problems.map(({ sheet, cell, message }) =>
      [[sheet, cell].filter((part) => part !== '').join(' '), message].join('：'),
    ),
  }
}

/** `table:row` of the loan that a finding is of; of a row of a register the loans it belongs to. */
function placesOf(finding: Finding): readonly string[] {
  const own = finding.tableRow < 0 ? [] : [`${finding.table}:${finding.tableRow}`]
  if (finding.childKey === undefined) return own
  return (finding.alsoIn ?? []).map(({ table, row }) => `${table}:${row}`)
}

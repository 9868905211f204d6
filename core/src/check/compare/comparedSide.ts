import type { Policy } from '../../policy/index.ts'
import { combineTables, type CombinedPart, type CombinedTable } from '../combineTables.ts'
import { plainCell } from '../formatValue.ts'
import { readBook, type Book } from '../indicators/readBook.ts'
import { linkRows, type KeyedTable, type RowLinks } from '../linkRows.ts'
import { Outcome, type Finding, type Result } from '../types.ts'
import { tierOf } from './countMoves.ts'
import type { LoanPlace } from './types.ts'

/** One of the two checked ledgers, its loans counted through all its 借据 tables. */
export interface ComparedSide {
  readonly result: Result
  readonly book: Book
  /** Absent where the ledger has no loans. */
  readonly loans: CombinedTable | undefined
  readonly keyed: KeyedTable
  placeOf(row: number): LoanPlace
  ownerOf(row: number | undefined): { readonly org: string; readonly manager: string }
  /** Loans a finding speaks of; none where its row belongs to no loan of the ledger. */
  loansOf(finding: Finding): readonly number[]
  /** What the finding's own case says of a loan here; empty where it did not run or has nothing to judge. */
  outcomesFor(finding: Finding, row: number): readonly number[]
}

export function comparedSide(result: Result, policy: Policy, book: Book = readBook(result)): ComparedSide {
  const combined = combineTables(result.tables.map(({ table }) => table))
  const loans = combined.get('借据')
  const keyed = keyedTable(loans)
  const fields = new Map(policy.fields.map((field) => [field.key, field]))
  const rowOfSheet = new Map<number, ReadonlyMap<number, number>>()
  const links = new Map<string, ChildLinks | null>()

  return {
    result,
    book,
    loans,
    keyed,
    placeOf(row) {
      const loan = book.loans[row]
      const shown = (field: string): string =>
        String(plainCell(fields.get(field), keyed.column(field), row) ?? '')
      return {
        table: loan?.table ?? -1,
        row: loans?.table.sheetRows[row] ?? 0,
        key: ['loanNo', 'contractNo', 'accountNo', 'customerName'].map(shown).find((key) => key !== '') ?? '',
        customer: shown('customerName'),
        org: loan?.org ?? '',
        manager: loan?.manager ?? '',
        balance: loan && !Number.isNaN(loan.balance) ? loan.balance : null,
        tier: loan ? tierOf(loan) : '未分类',
      }
    },
    ownerOf(row) {
      const loan = row === undefined ? undefined : book.loans[row]
      return { org: loan?.org ?? '', manager: loan?.manager ?? '' }
    },
    loansOf(finding) {
      const name = result.tables[finding.table]?.table.name
      if (name === '借据') return ownRows(finding)
      const rows = new Set<number>()
      const part = name && combined.get(name)?.parts.find(({ index }) => index === finding.table)
      if (part) for (const loan of linksTo(name)?.loansOf(part.start + finding.tableRow) ?? []) rows.add(loan)
      return [...rows]
    },
    outcomesFor({ rule, case: caseId }, row) {
      const name = policy.rules.find(({ id }) => id === rule)?.table ?? '借据'
      const parts = combined.get(name)?.parts ?? []
      const rows = name === '借据' ? [row] : childrenOf(linksTo(name)?.links, row)
      const ran = parts.map((part) => ({ part, bytes: result.outcomes(rule, caseId, part.index) }))
      // a loan without collateral passes what is asked of collateral, where that was asked at all
      if (rows.length === 0) return ran.some(({ bytes }) => bytes) ? [Outcome.notApplicable] : []
      return rows.map((one) => {
        const at = ran.find(({ part }) => one >= part.start && one < part.end)
        return at?.bytes?.[one - at.part.start] ?? Outcome.notRun
      })
    },
  }

  function ownRows({ table, tableRow, alsoRows = [], alsoIn = [] }: Finding): readonly number[] {
    const part = partOf(table)
    if (!part) return []
    const others = [...alsoRows.map((row) => ({ table, row })), ...alsoIn]
    return [
      part.start + tableRow,
      ...others.flatMap((other) => {
        const row = sheetRowsOf(other.table).get(other.row)
        return row === undefined ? [] : [row]
      }),
    ]
  }

  function partOf(table: number): CombinedPart | undefined {
    return loans?.parts.find(({ index }) => index === table)
  }

  function sheetRowsOf(table: number): ReadonlyMap<number, number> {
    const before = rowOfSheet.get(table)
    if (before) return before
    const part = partOf(table)
    const rows = new Map<number, number>()
    part?.table.sheetRows.forEach((sheetRow, row) => rows.set(sheetRow, part.start + row))
    rowOfSheet.set(table, rows)
    return rows
  }

  function linksTo(name: string): ChildLinks | null {
    const before = links.get(name)
    if (before !== undefined) return before
    const relation = policy.relations.find(({ to, previous }) => to === name && !previous)
    const child = [...combined.values()].find((table) => table.name === name)
    const made = relation && child ? linkRows(relation, keyed, keyedTable(child), false) : null
    const found = made ? childLinks(made, child?.table.rowCount ?? 0) : null
    links.set(name, found)
    return found
  }
}

function keyedTable(combined: CombinedTable | undefined): KeyedTable {
  return {
    rowCount: combined?.table.rowCount ?? 0,
    column: (field) => combined?.table.columns.get(field),
  }
}

interface ChildLinks {
  readonly links: RowLinks
  loansOf(child: number): readonly number[]
}

function childLinks(links: RowLinks, childCount: number): ChildLinks {
  const loans: number[][] = Array.from({ length: childCount }, () => [])
  for (let loan = 0; loan + 1 < links.offsets.length; loan += 1)
    for (const child of childrenOf(links, loan)) loans[child]?.push(loan)
  return { links, loansOf: (child) => loans[child] ?? [] }
}

function childrenOf(links: RowLinks | undefined, loan: number): readonly number[] {
  return links ? [...links.rows.subarray(links.offsets[loan] ?? 0, links.offsets[loan + 1] ?? 0)] : []
}

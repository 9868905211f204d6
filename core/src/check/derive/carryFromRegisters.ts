import type { Table } from '../../ledger/index.ts'
import type { Column, TextColumn } from '../../table/index.ts'
import type { RowLinks } from '../linkRows.ts'
import { linkRegister, rowsOf } from './linkRegister.ts'
import { numbersOf, textsOf } from './loanColumns.ts'
import { collectionDays } from './readCollections.ts'
import type { Register, Registers } from './registersOf.ts'

/**
 * What is said of a loan in a register of its own as often as in the loan list: the day a notice was served, a suit
 * filed, the file handed in. A bank that keeps it there has done its duty, so the loan is judged by either.
 */
export const lastDays = [
  'noticeDate',
  'promiseDate',
  'maturityNoticeDate',
  'reminderDate',
  'litigationDate',
  'preservationDate',
  'preservationExpiry',
  'statuteExpiry',
  'judgmentDate',
  'performanceDeadline',
  'enforcementDate',
] as const

/** Texts of which the last entry counts. */
const lastTexts = ['handlingPlan', 'collectionStage'] as const

/** What registers say of the loans, by field key; only columns that the loan list does not have so itself. */
export interface Carried {
  /** Days for the derivations to rest on, in place of the loan list's own columns. */
  readonly days: ReadonlyMap<string, Column>
  /** Facts for the rules alone: the words of a plan are read where they are written, once. */
  readonly facts: ReadonlyMap<string, Column>
}

/**
 * The loan list's gaps filled from the registers of collection and of files: what the loan's own cell says stands, a
 * blank or missing one takes the latest of the register's.
 */
export function carryFromRegisters(loans: Table, { collection, archive }: Registers): Carried {
  const days = new Map<string, Column>()
  const facts = new Map<string, Column>()
  // a file handed in late is judged row by row where it is written (ARC-001): the loan only has to know that it was
  const filed = linkRegister(loans, archive)
  const archived = archive && filed ? fillDays(loans, archive, filed, 'archiveDate') : null
  const archivedOn = archived ?? loans.columns.get('archiveDate')
  if (archivedOn) facts.set('archivedOn', archivedOn)
  const links = linkRegister(loans, collection)
  if (!collection || !links) return { days, facts }
  for (const field of lastDays) {
    const column = fillDays(loans, collection, links, field)
    if (column) days.set(field, column)
  }
  const order = collectionDays(collection.table)
  for (const field of lastTexts) {
    const column = fillTexts(loans, collection, links, field, order)
    if (column) facts.set(field, column)
  }
  return { days, facts }
}

function fillDays(loans: Table, { table }: Register, links: RowLinks, field: string): Column | null {
  const listed = numbersOf(table, field)
  if (!listed) return null
  const own = loans.columns.get(field)
  const values = numbersOf(loans, field)?.slice() ?? new Float64Array(loans.rowCount).fill(Number.NaN)
  const gaps = gapsOf(own, loans.rowCount)
  let changed = !own
  for (let loan = 0; loan < loans.rowCount; loan += 1) {
    if (!Number.isNaN(values[loan] ?? Number.NaN)) continue
    const rows = rowsOf(links, loan)
    if (!rows) gaps.unlinked(loan)
    for (const row of rows ?? []) {
      const day = listed[row] ?? Number.NaN
      if (Number.isNaN(day) || day <= (values[loan] ?? Number.NaN)) continue
      values[loan] = day
      gaps.filled(loan)
      changed = true
    }
  }
  return changed ? { kind: 'date', values, ...gaps.unknown() } : null
}

function fillTexts(
  loans: Table,
  { table }: Register,
  links: RowLinks,
  field: string,
  order: Float64Array | null,
): Column | null {
  const listed = textsOf(table, field)
  if (!listed) return null
  const own = textsOf(loans, field)
  const codes = own?.codes.slice() ?? new Int32Array(loans.rowCount).fill(-1)
  const dictionary = [...(own?.dictionary ?? [])]
  const codeOf = new Map(dictionary.map((text, code) => [text, code]))
  const gaps = gapsOf(own ?? undefined, loans.rowCount)
  let changed = !own
  for (let loan = 0; loan < loans.rowCount; loan += 1) {
    if ((codes[loan] ?? -1) >= 0) continue
    const rows = rowsOf(links, loan)
    if (!rows) gaps.unlinked(loan)
    const last = rows && lastEntry(listed, rows, order)
    if (last === null) continue
    const code = codeOf.get(last) ?? dictionary.push(last) - 1
    codeOf.set(last, code)
    codes[loan] = code
    gaps.filled(loan)
    changed = true
  }
  return changed ? { kind: 'text', codes, dictionary, ...gaps.unknown() } : null
}

/** The entry of the latest day among rows of a register; of rows without a day the lowest on the sheet. */
function lastEntry(texts: TextColumn, rows: Uint32Array, order: Float64Array | null): string | null {
  let found: string | null = null
  let latest = Number.NEGATIVE_INFINITY
  for (const row of rows) {
    const text = texts.dictionary[texts.codes[row] ?? -1]
    if (text === undefined) continue
    const day = order?.[row] ?? Number.NaN
    const at = Number.isNaN(day) ? Number.NEGATIVE_INFINITY : day
    if (at < latest) continue
    latest = at
    found = text
  }
  return found
}

/** Which cells stay unknown: those nobody could read, and in a column that only the register has, loans it cannot be asked about. */
function gapsOf(own: Column | undefined, rowCount: number) {
  const unknown = own?.unknown?.slice() ?? new Uint8Array(rowCount)
  return {
    filled: (loan: number): void => {
      unknown[loan] = 0
    },
    unlinked: (loan: number): void => {
      if (!own) unknown[loan] = 1
    },
    unknown: () => (unknown.includes(1) ? { unknown } : {}),
  }
}

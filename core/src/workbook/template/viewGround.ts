import type { Judging } from '../../check/excel/index.ts'
import { columnLetters } from '../../table/index.ts'
import type { LiveColumns } from './liveColumns.ts'
import { firstDataRow } from './names.ts'
import type { PlacedField, ReadyRows } from './templateGround.ts'

/** What the sheets that only show stand on. */
export interface Views {
  readonly loans: readonly PlacedField[]
  readonly live: LiveColumns
  readonly judging: Judging
  readonly ready: ReadyRows
}

/** A column of the loan sheet or the hidden one, from the first data row to the last. */
export function columnRange(sheet: string, letters: string, ready: ReadyRows): string {
  return `${sheet}!$${letters}$${firstDataRow}:$${letters}$${firstDataRow + ready.loans - 1}`
}

export function lettersOf(loans: readonly PlacedField[], key: string): string {
  return columnLetters(loans.find(({ field }) => field.key === key)?.column ?? 0)
}

import type { Table } from '../../ledger/index.ts'
import type { BooleanColumn, DateColumn, NumberColumn, TextColumn } from '../../table/index.ts'

/** The numbers or day numbers of a field (NaN is null), or null where the table has no such column. */
export function numbersOf(table: Table, field: string): Float64Array | null {
  const column = table.columns.get(field)
  return column?.kind === 'number' || column?.kind === 'date' ? column.values : null
}

/** The texts or code values of a field, or null where the table has no such column. */
export function textsOf(table: Table, field: string): TextColumn | null {
  const column = table.columns.get(field)
  return column?.kind === 'text' ? column : null
}

/** The text of a row, '' for null and for a missing column. */
export function textAt(texts: TextColumn | null, row: number): string {
  return texts?.dictionary[texts.codes[row] ?? -1] ?? ''
}

/** One small number per row, decided once for each distinct text; `otherwise` for null and for a missing column. */
export function byText(
  texts: TextColumn | null,
  rowCount: number,
  decide: (text: string) => number,
  otherwise: number,
): Int16Array {
  const result = new Int16Array(rowCount).fill(otherwise)
  if (!texts) return result
  const decided = new Int16Array(texts.dictionary.length)
  for (let code = 0; code < decided.length; code += 1) decided[code] = decide(texts.dictionary[code] ?? '')
  for (let row = 0; row < rowCount; row += 1) result[row] = decided[texts.codes[row] ?? -1] ?? otherwise
  return result
}

export function numberColumn(values: Float64Array): NumberColumn {
  return { kind: 'number', values }
}

export function dateColumn(values: Float64Array): DateColumn {
  return { kind: 'date', values }
}

/** Bytes 0 false, 1 true, 2 null. */
export function booleanColumn(values: Uint8Array): BooleanColumn {
  return { kind: 'boolean', values }
}

/** Text column from one small number per row; -1 is null. */
export function codeColumn(codes: ArrayLike<number>, dictionary: readonly string[]): TextColumn {
  return { kind: 'text', codes: Int32Array.from(codes), dictionary }
}

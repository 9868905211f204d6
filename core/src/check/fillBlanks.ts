import type { Field } from '../policy/index.ts'
import { valueAt, type Column } from '../table/index.ts'
import type { CombinedTable } from './combineTables.ts'
import { columnKind } from './tableScope.ts'

/**
 * The column a case computes with where it assumes a value: blank cells and sheets without the column hold the value,
 * unreadable cells stay unknown. A value of null means blank.
 */
export function fillBlanks(
  column: Column | undefined,
  combined: CombinedTable,
  field: Field,
  value: number | string | null,
): Column {
  const rowCount = combined.table.rowCount
  if (column && !column.unknown && (value === null || !hasBlanks(column, rowCount))) return column
  const unknown = stillUnknown(column, combined, field)
  const mask = unknown ? { unknown } : {}
  const isEmpty = (row: number): boolean => unknown?.[row] !== 1
  const kind = column?.kind ?? columnKind(field)
  if (kind === 'text') {
    const dictionary = column?.kind === 'text' ? [...column.dictionary] : []
    let code = typeof value === 'string' ? dictionary.indexOf(value) : -1
    if (code < 0 && typeof value === 'string') code = dictionary.push(value) - 1
    const codes =
      column?.kind === 'text' ? column.codes.slice(0, rowCount) : new Int32Array(rowCount).fill(-1)
    for (let row = 0; row < rowCount; row += 1) if ((codes[row] ?? -1) < 0 && isEmpty(row)) codes[row] = code
    return { kind, codes, dictionary, ...mask }
  }
  if (kind === 'boolean') {
    const byte = value === '是' ? 1 : value === '否' ? 0 : 2
    const values =
      column?.kind === 'boolean' ? column.values.slice(0, rowCount) : new Uint8Array(rowCount).fill(2)
    for (let row = 0; row < rowCount; row += 1) if (values[row] === 2 && isEmpty(row)) values[row] = byte
    return { kind, values, ...mask }
  }
  const number = typeof value === 'number' ? value : Number.NaN
  const values =
    column?.kind === kind ? column.values.slice(0, rowCount) : new Float64Array(rowCount).fill(Number.NaN)
  for (let row = 0; row < rowCount; row += 1) {
    if (Number.isNaN(values[row]) && isEmpty(row)) values[row] = number
  }
  return { kind, values, ...mask }
}

function hasBlanks(column: Column, rowCount: number): boolean {
  for (let row = 0; row < rowCount; row += 1) if (valueAt(column, row) === null) return true
  return false
}

/** Cells that are unknown for another reason than that their sheet has no such column. */
function stillUnknown(
  column: Column | undefined,
  combined: CombinedTable,
  field: Field,
): Uint8Array | undefined {
  if (!column?.unknown) return undefined
  if (field.derived) return column.unknown
  const unknown = column.unknown.slice()
  for (const part of combined.parts) {
    if (!part.table.columns.has(field.key)) unknown.fill(0, part.start, part.end)
  }
  return unknown
}

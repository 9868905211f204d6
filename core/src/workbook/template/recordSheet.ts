import { formatIsoDay } from '../../calendar/index.ts'
import type { Policy, TableName } from '../../policy/index.ts'
import type { BookSheet } from './book.ts'
import { headerRow, registerSheets, sheetNames, templateFormat, templateId } from './names.ts'
import { placeRegisterColumns, type PlacedField, type ReadyRows } from './templateGround.ts'

interface Recorded {
  readonly policy: Policy
  readonly fingerprint: string
  readonly issued: number
  readonly loans: readonly PlacedField[]
  readonly registers: readonly TableName[]
  readonly ready: ReadyRows
}

/** _postloan (very hidden): what this workbook is, so that it is known again when it comes back: name and value a row. */
export function recordSheet({ policy, fingerprint, issued, loans, registers, ready }: Recorded): BookSheet {
  const mapping = (sheet: string, placed: readonly PlacedField[]): readonly [string, string][] =>
    placed.map(({ column, field }) => [`${sheet}!${column}`, field.key])
  const rows: readonly (readonly [string, string])[] = [
    ['document', templateId],
    ['format', String(templateFormat)],
    ['policy', `${policy.id} ${policy.version}`],
    ['fingerprint', fingerprint],
    ['issued', formatIsoDay(issued)],
    ['headerRow', String(headerRow)],
    ['ready', `${ready.loans} ${ready.register}`],
    ...mapping(sheetNames.loans, loans),
    ...registers.flatMap((table) =>
      mapping(registerSheets[table] ?? table, placeRegisterColumns(policy, table)),
    ),
  ]
  return {
    name: sheetNames.record,
    state: 'veryHidden',
    columns: [{ width: 24 }, { width: 60 }],
    cells: rows.flatMap(([name, value], row) => [
      { row, column: 0, value: name },
      { row, column: 1, value },
    ]),
  }
}

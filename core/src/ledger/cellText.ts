import { CellKind, kindAt, numberAt, textAt } from '../table/index.ts'
import type { Sheet } from '../table/index.ts'

/** What a cell says as text: texts as they are, numbers in their shortest form, '' for empty cells. */
export function cellText(sheet: Sheet, row: number, column: number): string {
  const kind = kindAt(sheet, row, column)
  if (kind === CellKind.empty) return ''
  const text = textAt(sheet, row, column)
  if (text !== null) return text
  if (kind === CellKind.boolean) return numberAt(sheet, row, column) === 1 ? 'TRUE' : 'FALSE'
  return String(numberAt(sheet, row, column))
}

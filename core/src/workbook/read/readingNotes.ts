import { type Sheet, type WorkbookNote, columnLetters } from '../../table/index.ts'
import { messages } from '../messages.ts'
import type { SheetBuilder } from './sheetBuilder.ts'

/** A note in its words, with the values put in. */
export function wordsFor(
  code: keyof typeof messages.notes,
  sheet?: string,
  values: Readonly<Record<string, string>> = {},
): WorkbookNote {
  let message: string = messages.notes[code]
  for (const [name, value] of Object.entries({ ...values, sheet: sheet ?? '' })) {
    message = message.replaceAll(`{${name}}`, value)
  }
  return sheet === undefined ? { code, message } : { code, message, sheet }
}

/** Cells that stand far outside the block and were left out of the columns. */
export function strayNotes(sheet: Sheet): readonly WorkbookNote[] {
  const first = sheet.strays[0]
  if (!first) return []
  return [wordsFor('strays', sheet.name, { count: String(sheet.strays.length), cell: cellName(first) })]
}

/** Formulas that were saved without a computed value. */
export function uncalculatedNotes(
  sheet: string,
  found: SheetBuilder['uncalculated'],
): readonly WorkbookNote[] {
  if (found.count === 0) return []
  return [
    wordsFor('uncalculated', sheet, {
      count: String(found.count),
      cells: found.first.map(cellName).join('、'),
    }),
  ]
}

function cellName(cell: { readonly row: number; readonly column: number }): string {
  return `${columnLetters(cell.column)}${cell.row + 1}`
}

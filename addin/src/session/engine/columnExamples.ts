import { dayOfSerial, formatIsoDay } from '@postloan/core/calendar'
import { mask, maskWithin } from '@postloan/core/check'
import type { TableReading } from '@postloan/core/ledger'
import type { Policy } from '@postloan/core/policy'
import { CellKind, type Sheet } from '@postloan/core/table'

const SHOWN = 3
/** Rows that are looked at for something to show. */
const LOOKED_AT = 200
const LONGEST = 18

/** A few of what stands in each column, so that a person sees what she maps; numbers of persons are masked. */
export function columnExamples(
  sheet: Sheet | undefined,
  { columns, headerRows }: TableReading,
  policy: Policy,
): Readonly<Record<number, readonly string[]>> {
  if (!sheet) return {}
  const privacyOf = new Map(policy.fields.map(({ key, privacy }) => [key, privacy]))
  const examples: Record<number, readonly string[]> = {}
  for (const { column, field } of columns) {
    const privacy = field === null ? undefined : privacyOf.get(field)
    const found = new Set<string>()
    const last = Math.min(sheet.rowCount, headerRows[1] + LOOKED_AT)
    for (let row = headerRows[1]; row < last && found.size < SHOWN; row++) {
      const text = textAt(sheet, row, column)
      if (text === '') continue
      const shown = privacy === undefined ? maskWithin(text) : mask(text, privacy)
      found.add(shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown)
    }
    if (found.size > 0) examples[column] = [...found]
  }
  return examples
}

function textAt(sheet: Sheet, row: number, column: number): string {
  const cells = sheet.columns[column]
  const value = cells?.values[row] ?? 0
  switch (cells?.kinds[row]) {
    case CellKind.text:
    case CellKind.error:
      return (sheet.texts[value] ?? '').trim()
    case CellKind.number:
      return String(Math.round(value * 1e6) / 1e6)
    case CellKind.boolean:
      return value === 1 ? 'TRUE' : 'FALSE'
    case CellKind.date:
      return formatIsoDay(dayOfSerial(value))
    default:
      return ''
  }
}

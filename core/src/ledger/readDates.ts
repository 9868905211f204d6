import type { CellColumn, Sheet } from '../table/index.ts'
import { CellKind } from '../table/index.ts'
import { eachCell, finish } from './eachCell.ts'
import type { ReadCells, Reading, SourceRows } from './eachCell.ts'
import { unreadWords } from './messages.ts'
import { isNoValue } from './noValue.ts'
import { parseDate, parseDateNumber, parseSerial } from './parseDate.ts'
import type { ParsedDate } from './parseDate.ts'

/** Dates as day numbers. `monthAllowed`: a month stands for its last day (as-of dates only). */
export function readDates(
  sheet: Sheet,
  cells: CellColumn,
  rows: SourceRows,
  monthAllowed: boolean,
): ReadCells {
  const values = new Float64Array(rows.length).fill(Number.NaN)
  const judge = (parsed: ParsedDate): Reading<number> => {
    switch (parsed.kind) {
      case 'day':
        return { value: parsed.day }
      case 'none':
        return null
      case 'month':
        return monthAllowed ? { value: parsed.day } : { unread: unreadWords.monthOnly }
      case 'several':
        return { unread: unreadWords.severalDates }
      case 'unread':
        return { unread: unreadWords.date }
    }
  }
  const log = eachCell<number>(
    sheet,
    cells,
    rows,
    (text) => (isNoValue(text) ? null : judge(parseDate(text))),
    (value, kind) => judge(kind === CellKind.date ? parseSerial(value) : parseDateNumber(value)),
    (row, value) => {
      values[row] = value
    },
  )
  return finish({ kind: 'date', values }, log)
}

import { dayOfSerial, formatIsoDay } from '../calendar/index.ts'
import { CellKind, type Sheet, type Workbook, kindAt, numberAt, textAt } from '../table/index.ts'
import {
  OWN_PREFIX,
  type OwnCell,
  type OwnColumnKey,
  ownColumnKeys,
  ownColumns,
  ownSheetNames,
  writtenColumnKeys,
} from './annotation.ts'
import { type OwnMark, hashText, readMark } from './ownMark.ts'

/** Where our columns stand in a sheet, wherever they were moved to. */
export interface OwnLayout {
  readonly sheet: string
  /** The sheet's own row number of our header. */
  readonly headerRow: number
  /** The row of the label over our columns, or 0. */
  readonly groupRow: number
  /** Column (from 0) → what it is. */
  readonly columns: ReadonlyMap<number, OwnColumnKey>
}

/** Headers stand at the top; a title of ours quoted further down is no header. */
const HEADER_DEPTH = 200

/** Finds our columns by their headers; null where the sheet has none. */
export function findOwnColumns(sheet: Sheet): OwnLayout | null {
  const keyByText = new Map<string, OwnColumnKey>(ownColumnKeys.map((key) => [ownColumns[key].title, key]))
  const byRow = new Map<number, Map<number, OwnColumnKey>>()
  let groupRow = 0
  for (let column = sheet.columnCount - 1; column >= 0; column--) {
    for (let row = 0; row < Math.min(sheet.rowCount, HEADER_DEPTH); row++) {
      const text = textAt(sheet, row, column)?.trim()
      if (!text?.startsWith(OWN_PREFIX)) continue
      const key = keyByText.get(text)
      if (key === undefined) groupRow = text.startsWith(`${OWN_PREFIX}标注`) ? row + 1 : groupRow
      else byRow.set(row, (byRow.get(row) ?? new Map()).set(column, key))
    }
  }
  const [best] = [...byRow].toSorted(([, a], [, b]) => b.size - a.size)
  if (!best) return null
  const [row, columns] = best
  return { sheet: sheet.name, headerRow: row + 1, groupRow: groupRow > row ? 0 : groupRow, columns }
}

/** True for a sheet that is wholly ours: by its title, whatever it is called now; a name like ours is not enough. */
export function isOwnSheet(sheet: Sheet): boolean {
  const titles: readonly string[] = Object.values(ownSheetNames)
  return titles.includes(textAt(sheet, 0, 0)?.trim() ?? '')
}

/**
 * The cells of our columns that a person wrote or changed: those whose text is not what the record says we wrote.
 * A cell that was emptied is not among them. Dates are ISO days.
 */
export function readOwnCells(workbook: Workbook): readonly OwnCell[] {
  return workbook.sheets.flatMap((sheet) => {
    const layout = isOwnSheet(sheet) ? null : findOwnColumns(sheet)
    return layout ? editedCells(sheet, layout) : []
  })
}

export function editedCells(sheet: Sheet, layout: OwnLayout): readonly OwnCell[] {
  const columnOf = new Map([...layout.columns].map(([column, key]) => [key, column]))
  const recordColumn = columnOf.get('record')
  const cells: OwnCell[] = []
  for (let row = layout.headerRow; row < sheet.rowCount; row++) {
    let mark: OwnMark | null | undefined
    for (const key of writtenColumnKeys) {
      const column = columnOf.get(key)
      const text = column === undefined ? '' : cellText(sheet, row, column, key === 'deadline')
      if (text === '') continue
      mark ??= recordColumn === undefined ? null : readMark(textAt(sheet, row, recordColumn) ?? '')
      if (mark?.hashes[key] !== hashText(text))
        cells.push({ sheet: sheet.name, row: row + 1, column: key, text })
    }
  }
  return cells
}

/** A cell as text. A number in the column of deadlines is a day even where its format was lost. */
function cellText(sheet: Sheet, row: number, column: number, isDay: boolean): string {
  const kind = kindAt(sheet, row, column)
  if (kind === CellKind.empty) return ''
  if (kind === CellKind.text || kind === CellKind.error) return textAt(sheet, row, column) ?? ''
  const value = numberAt(sheet, row, column)
  if (kind === CellKind.date || (isDay && Number.isInteger(value) && value > 20_000 && value < 80_000)) {
    return formatIsoDay(dayOfSerial(value))
  }
  return String(value)
}

import type { Field } from '../policy/index.ts'
import type { Column, Sheet } from '../table/index.ts'
import { CellKind } from '../table/index.ts'
import { cellText } from './cellText.ts'
import { chooseKey } from './chooseKey.ts'
import { dayInColumn, dayInTitle, decideAsOf, statedDay } from './findAsOf.ts'
import type { DataRows } from './findDataRows.ts'
import type { Header } from './findHeader.ts'
import { findUnit } from './findUnit.ts'
import type { SheetUnit } from './findUnit.ts'
import { mergedRows, sourceRows } from './mergedRows.ts'
import { leftOutWords, readingWords } from './messages.ts'
import { shownHeader } from './normaliseText.ts'
import { isNoValue } from './noValue.ts'
import { readColumn } from './readColumn.ts'
import type { ColumnReading, Dictionary, SheetChoice, Table, UnreadCell } from './types.ts'

/** Unread cells listed per column; all are counted. */
const listedUnread = 20

type LeftOut = Table['reading']['leftOut'][number]

export interface TableInput {
  readonly file: string
  readonly sheet: Sheet
  readonly dictionary: Dictionary
  readonly header: Header
  readonly data: DataRows
  readonly columns: readonly ColumnReading[]
  readonly table: Table['name']
  readonly choice: SheetChoice | undefined
  readonly asOfChoice: number | undefined
}

/** Reads the data rows of one table into typed columns and says how each was read. */
export function readTable(input: TableInput): Table {
  const { file, sheet, dictionary, header, data, table, choice, asOfChoice } = input
  const fields = new Map(dictionary.fields.map((field) => [field.key, field]))
  const leftOut: LeftOut[] = data.leftOut.map(({ row, why }) => ({ row: row + 1, why: leftOutWords[why] }))
  const rows = withIdentity(input, fields, leftOut)
  const totals = data.leftOut.filter(({ why }) => why === 'total').map(({ row }) => row)
  const unit: SheetUnit = choice?.unit
    ? { unit: choice.unit, place: 'choice' }
    : findUnit(sheet, header, totals)
  const merged = mergedRows(sheet, header.bottom)
  const columns = new Map<string, Column>()
  const damaged = new Map<string, Uint8Array>()
  const unread: UnreadCell[] = []
  let unreadTotal = 0
  const readings = input.columns.map((reading): ColumnReading => {
    const field = reading.field === null ? undefined : fields.get(reading.field)
    if (!field) return reading
    const read = readColumn(
      sheet,
      reading,
      field,
      sourceRows(rows, reading.column, field, merged),
      unit,
      dictionary,
    )
    columns.set(field.key, read.column)
    if (read.damaged) damaged.set(field.key, read.damaged)
    for (const { row, why } of read.unread.slice(0, listedUnread)) {
      const sheetRow = rows[row] ?? 0
      const text = shownText(cellText(sheet, sheetRow, reading.column), field)
      unread.push({ row: sheetRow + 1, column: reading.column, field: field.key, text, why })
    }
    unreadTotal += read.unreadCount
    return {
      ...reading,
      unit: read.unit || reading.unit,
      reasons: [...reading.reasons, ...read.reasons],
      ...(read.unreadCount > 0 ? { unread: read.unreadCount } : {}),
    }
  })
  const asOfColumn = columns.get('asOfDate')
  const asOf = decideAsOf(asOfChoice, [
    { from: 'column', found: asOfColumn?.kind === 'date' ? dayInColumn(asOfColumn.values) : null },
    { from: 'title', found: dayInTitle(sheet, header.top) ?? statedDay(sheet.name) },
    { from: 'fileName', found: statedDay(file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')) },
  ])
  return {
    name: table,
    file,
    sheet: sheet.name,
    rowCount: rows.length,
    sheetRows: rows.map((row) => row + 1),
    columns,
    ...(damaged.size > 0 ? { damaged } : {}),
    reading: {
      headerRows: [header.top + 1, header.bottom],
      title: titleOf(sheet, header),
      unit: unit.unit,
      columns: [...readings, ...besideTable(sheet, header)],
      leftOut: leftOut.toSorted((a, b) => a.row - b.row),
      unread,
      unreadTotal,
      keyFields: chooseKey(table, columns, rows.length),
      asOf,
    },
  }
}

/** Fields that say whose row it is, by table; a row with none of them is a total without its label. */
const identityKeys =
  /^(loanNo|contractNo|accountNo|customerName|customerId|idNumber|uscc|collateralId|registrationNo|guarantorName|guarantorId|counterpartyName|counterpartyAccount|txnDate)$/

function withIdentity(
  { sheet, header, data, columns }: TableInput,
  fields: ReadonlyMap<string, Field>,
  leftOut: LeftOut[],
): Uint32Array {
  const merged = mergedRows(sheet, header.bottom)
  const carried = new Uint8Array(data.rows.length)
  let some = false
  for (const reading of columns) {
    const field = reading.field === null ? undefined : fields.get(reading.field)
    const cells = sheet.columns[reading.column]
    if (!field || !cells || !identityKeys.test(field.key)) continue
    const rows = sourceRows(data.rows, reading.column, field, merged)
    for (let i = 0; i < carried.length; i++) {
      const row = rows[i] ?? 0
      const kind = cells.kinds[row] ?? CellKind.empty
      if (carried[i] === 1 || kind === CellKind.empty) continue
      if (kind === CellKind.text && isNoValue(sheet.texts[cells.values[row] ?? -1] ?? '')) continue
      carried[i] = 1
      some = true
    }
  }
  if (!some) return data.rows
  return data.rows.filter((row, i) => {
    if (carried[i] === 1) return true
    leftOut.push({ row: row + 1, why: leftOutWords.noIdentity })
    return false
  })
}

/** The first text above the header that is no label. */
function titleOf(sheet: Sheet, header: Header): string {
  for (let row = 0; row < header.top; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const text = shownHeader(cellText(sheet, row, column))
      if (text.length >= 2 && /\p{Script=Han}/u.test(text) && !/[:：]|单位/.test(text)) return text
    }
  }
  return ''
}

function shownText(text: string, field: Field): string {
  if (!field.privacy) return text.length > 60 ? `${text.slice(0, 60)}…` : text
  return text.length <= 2 ? '*'.repeat(text.length) : `${text.slice(0, 1)}***${text.slice(-1)}`
}

/** Columns beside the table that hold something (choices, remarks): told, not read. */
function besideTable(sheet: Sheet, header: Header): ColumnReading[] {
  const beside: ColumnReading[] = []
  for (const [column, cells] of sheet.columns.entries()) {
    if (!cells || (column >= header.left && column < header.right)) continue
    let filled = false
    for (let row = header.top; row < cells.kinds.length && !filled; row++)
      filled = cells.kinds[row] !== CellKind.empty
    if (filled) {
      beside.push({
        column,
        header: '',
        field: null,
        unit: '',
        confidence: 0,
        reasons: [readingWords.beside],
      })
    }
  }
  return beside
}

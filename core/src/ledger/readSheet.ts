import type { Sheet } from '../table/index.ts'
import { CellKind } from '../table/index.ts'
import { aliasIndex } from './aliasIndex.ts'
import { findDataRows } from './findDataRows.ts'
import { findHeader, headerAt } from './findHeader.ts'
import { mapColumns } from './mapColumns.ts'
import { leftOutWords, notTableWords, readingWords } from './messages.ts'
import type { NotTableWord } from './messages.ts'
import { otherMeanings } from './otherMeanings.ts'
import { isOurs, withoutOurs } from './ours.ts'
import { readTable } from './readTable.ts'
import { recogniseTable } from './recogniseTable.ts'
import type { ColumnReading, Dictionary, NotTable, SheetChoice, Table } from './types.ts'

export interface SheetReading {
  readonly tables: readonly Table[]
  readonly notTables: readonly NotTable[]
}

/** Reads one sheet: the tables that stand in it, or why it is none. */
export function readSheet(
  file: string,
  wholeSheet: Sheet,
  dictionary: Dictionary,
  choice: SheetChoice | undefined,
  asOfChoice: number | undefined,
): SheetReading {
  const sheet = withoutOurs(wholeSheet)
  const refuse = (code: NotTableWord, header?: NotTable['header']): SheetReading => ({
    tables: [],
    notTables: [
      { file, sheet: sheet.name, code, reason: notTableWords[code], ...(header ? { header } : {}) },
    ],
  })
  if (isOurs(sheet.name)) return refuse('ours')
  if (choice?.table === 'none') return refuse('choice')
  if (sheet.columns.every((column) => column === null) || sheet.rowCount === 0) return refuse('empty')
  if (sheet.state !== 'visible' && !choice) return refuse('hidden')

  const index = aliasIndex(dictionary)
  const knows = (text: string): boolean =>
    index.has(text) || (text.length <= 12 && otherMeanings.some(({ test }) => test.test(text)))
  const isField = (text: string): boolean => index.has(text)
  const tables: Table[] = []
  const notTables: NotTable[] = []
  let from = 0
  while (from < sheet.rowCount) {
    const chosen = from === 0 ? choice?.headerRows : undefined
    const header = chosen ? headerAt(sheet, chosen[0] - 1, chosen[1]) : findHeader(sheet, knows, from)
    if (!header) {
      if (from === 0) return refuse(sheet.texts.length === 0 && isBlank(sheet) ? 'empty' : 'noHeader')
      break
    }
    const data = findDataRows(sheet, header, isField, knows)
    const first = mapColumns(sheet, header, data.rows, dictionary, null, choice)
    const recognised = choice?.table ? { table: choice.table } : recogniseTable(header, first, dictionary)
    if (recognised.table === null) {
      const columns = withoutTerms(first, recognised.code, dictionary)
      const refused = refuse(recognised.code, { rows: [header.top + 1, header.bottom], columns })
      notTables.push(...refused.notTables)
      const above = tables.pop()
      // Under a table of ours, what is no table is part of what was left out there.
      if (above) tables.push(withLeftOut(above, filledRows(sheet, header.top, data.end)))
    } else {
      const columns = mapColumns(sheet, header, data.rows, dictionary, recognised.table, choice)
      tables.push(
        readTable({
          file,
          sheet,
          dictionary,
          header,
          data,
          columns,
          table: recognised.table,
          choice,
          asOfChoice,
        }),
      )
    }
    if (data.end >= sheet.rowCount || data.end <= header.bottom) break
    from = data.end
  }
  return { tables, notTables: tables.length > 0 ? [] : notTables }
}

/** In a list of bills or credit lines, 到期日 and 金额 are those of the bill or the line. */
function withoutTerms(
  columns: readonly ColumnReading[],
  code: NotTableWord,
  dictionary: Dictionary,
): readonly ColumnReading[] {
  const subject = code === 'bills' ? '票据' : code === 'limits' ? '额度' : ''
  if (subject === '') return columns
  return columns.map((reading) => {
    if (code === 'bills') return { ...reading, field: null, confidence: 0 }
    const type = dictionary.fields.find(({ key }) => key === reading.field)?.type
    if (type !== 'date' && type !== 'money' && type !== 'number' && type !== 'percent') return reading
    return {
      ...reading,
      field: null,
      confidence: 0,
      reasons: [readingWords.otherMeaning(`${subject}的要素`)],
    }
  })
}

function withLeftOut(table: Table, rows: readonly number[]): Table {
  const more = rows.map((row) => ({ row: row + 1, why: leftOutWords.otherHeader }))
  return { ...table, reading: { ...table.reading, leftOut: [...table.reading.leftOut, ...more] } }
}

function filledRows(sheet: Sheet, from: number, to: number): number[] {
  const filled = new Set<number>()
  for (const cells of sheet.columns) {
    if (!cells) continue
    const last = Math.min(to, cells.kinds.length)
    for (let row = from; row < last; row++) if (cells.kinds[row] !== CellKind.empty) filled.add(row)
  }
  return [...filled].toSorted((a, b) => a - b)
}

function isBlank(sheet: Sheet): boolean {
  return sheet.columns.every((column) => column === null || column.kinds.every((kind) => kind === 0))
}

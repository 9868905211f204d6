import type { CellObject, Range, WorkBook, WorkSheet } from 'xlsx'

import { SHIFT_1904 } from '../../calendar/index.ts'
import { type Area, CellKind, type Sheet, type Workbook, type WorkbookNote } from '../../table/index.ts'
import { WorkbookFault } from '../workbookError.ts'
import type { Codec } from '../zip/index.ts'
import { isDateFormat } from './isDateFormat.ts'
import { strayNotes, uncalculatedNotes, wordsFor } from './readingNotes.ts'
import { SheetBuilder } from './sheetBuilder.ts'
import { TextPool } from './textPool.ts'
import { parseArea } from './xlsx/parseCell.ts'

const STATES: readonly Sheet['state'][] = ['visible', 'hidden', 'veryHidden']

export type LegacyFormat = 'xls' | 'xlsb' | 'ods' | 'xml2003'

/** Where the reading below is done: here, or apart from everything else. */
export type ReadLegacy = (
  source: Uint8Array | string,
  format: LegacyFormat,
  fileName: string,
) => Promise<Workbook>

/**
 * Reads the formats we have no reader of our own for, through SheetJS, which is loaded only then: .xls and .et, .xlsb,
 * .ods as bytes; XML 2003 as text already decoded (it garbles GB18030).
 * @throws WorkbookFault when the file is damaged or protected by a password.
 */
export async function readBySheetjs(
  source: Uint8Array | string,
  format: LegacyFormat,
  fileName: string,
  codec: Codec,
): Promise<Workbook> {
  const xlsx = await import('xlsx')
  // Before Excel 97, and in what some report generators still write, text is in the code page of China.
  if (format === 'xls') xlsx.set_cptable(await import('xlsx/dist/cpexcel.full.mjs'))
  let book: WorkBook
  try {
    book = xlsx.read(source, {
      type: typeof source === 'string' ? 'string' : 'array',
      dense: true,
      raw: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
      ...(format === 'xls' ? { codepage: 936 } : {}),
    })
  } catch (caught) {
    const words = caught instanceof Error ? caught.message : ''
    throw new WorkbookFault(/password|encrypt/i.test(words) ? 'password' : 'corruptPart')
  }
  const notes: WorkbookNote[] = []
  const sheets: Sheet[] = []
  const pool = new TextPool(codec)
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    // Chart and macro sheets have a type; worksheets have none.
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) {
      notes.push(wordsFor('otherSheet', name))
      continue
    }
    const hidden = book.Workbook?.Sheets?.[i]?.Hidden ?? 0
    sheets.push(convertSheet(sheet, name, STATES[hidden] ?? 'visible', book, pool, notes))
  }
  if (sheets.length === 0) throw new WorkbookFault('noSheets')
  return { fileName, format, sheets, notes }
}

function convertSheet(
  sheet: WorkSheet,
  name: string,
  state: Sheet['state'],
  book: WorkBook,
  pool: TextPool,
  notes: WorkbookNote[],
): Sheet {
  const builder = new SheetBuilder(pool)
  const formats = new FormatCodes()
  const shift = book.Workbook?.WBProps?.date1904 === true ? SHIFT_1904 : 0
  // `!ref` may span the whole grid; forEach visits only what is there.
  sheet['!data']?.forEach((cells, row) => {
    cells.forEach((cell, column) => putCell(builder, pool, formats, row, column, cell, shift))
  })
  const filter = parseArea(sheet['!autofilter']?.ref ?? '')
  const converted = builder.finish(
    {
      name,
      state,
      merges: (sheet['!merges'] ?? []).map(areaOf),
      hiddenRows: hiddenIndexes(sheet['!rows']),
      hiddenColumns: hiddenIndexes(sheet['!cols']),
      tableAreas: filter ? [filter] : [],
    },
    formats.codes,
  )
  notes.push(...strayNotes(converted), ...uncalculatedNotes(name, builder.uncalculated))
  return converted
}

function putCell(
  builder: SheetBuilder,
  pool: TextPool,
  formats: FormatCodes,
  row: number,
  column: number,
  cell: CellObject,
  shift: number,
): void {
  const format = formats.indexOf(typeof cell.z === 'string' ? cell.z : 'General')
  const { t: type, v: value } = cell
  if (type === 'n' && typeof value === 'number') {
    const isDate = formats.isDate(format)
    builder.put(row, column, isDate ? CellKind.date : CellKind.number, isDate ? value + shift : value, format)
  } else if (type === 's') builder.putText(row, column, String(value ?? ''), format)
  else if (type === 'b') builder.put(row, column, CellKind.boolean, value === true ? 1 : 0, format)
  else if (type === 'e') {
    builder.put(
      row,
      column,
      CellKind.error,
      pool.intern(cell.w ?? errorNames.get(Number(value)) ?? '#VALUE!'),
      format,
    )
  } else if (cell.f !== undefined) builder.putUncalculated(row, column, format)
}

/** Error values as BIFF numbers them ([MS-XLS] 2.5.10). */
const errorNames: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
])

/** Format codes met so far, each with its number. */
class FormatCodes {
  readonly codes: string[] = []
  private readonly indexes = new Map<string, number>()
  private readonly dates: boolean[] = []

  indexOf(code: string): number {
    let index = this.indexes.get(code)
    if (index === undefined) {
      index = this.codes.push(code) - 1
      this.indexes.set(code, index)
      this.dates.push(isDateFormat(code))
    }
    return index
  }

  isDate(index: number): boolean {
    return this.dates[index] === true
  }
}

function areaOf({ s, e }: Range): Area {
  return { top: s.r, left: s.c, bottom: e.r + 1, right: e.c + 1 }
}

function hiddenIndexes(
  lines: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined,
): readonly number[] {
  const hidden: number[] = []
  lines?.forEach((line, i) => {
    if (line?.hidden === true) hidden.push(i)
  })
  return hidden
}

import type { Workbook, WorkbookNote } from '../../table/index.ts'
import type { Codec } from '../zip/index.ts'
import { strayNotes, wordsFor } from './readingNotes.ts'
import { type SheetFrame, SheetBuilder } from './sheetBuilder.ts'
import { findDelimiter, splitCsv } from './splitCsv.ts'
import { TextPool } from './textPool.ts'

/** Text files know no end at row 1,048,576. */
const MAX_ROWS = 1 << 24

/** The character with which DOS programs end a text file. */
const DOS_END = '\u001A'

/** A text table as a workbook of one sheet. Every cell is text, so that an account number keeps all its digits. */
export function readCsv(text: string, fileName: string, codec: Codec): Workbook {
  const delimiter = findDelimiter(text)
  const start = /^sep=.(\r\n|\n)/i.exec(text)?.[0].length ?? 0
  const body = start > 0 ? text.slice(start) : text
  const notes: WorkbookNote[] = []
  let builder = new SheetBuilder(new TextPool(codec), MAX_ROWS)
  const put = (row: number, column: number, field: string): void => {
    builder.putText(row, column, bareField(field))
  }
  const unclosed = splitCsv(body, delimiter, true, put)
  if (unclosed >= 0) {
    // One stray quote must not swallow the rest of the file.
    builder = new SheetBuilder(new TextPool(codec), MAX_ROWS)
    splitCsv(body, delimiter, false, put)
    notes.push(wordsFor('unclosedQuote', undefined, { row: String(unclosed + 1) }))
  }
  const sheet = builder.finish(plainFrame(baseName(fileName)), [])
  return { fileName, format: 'csv', sheets: [sheet], notes: [...notes, ...strayNotes(sheet)] }
}

/** The value inside what exports wrap around it to keep Excel from making a number of it: tabs, or `="…"`. */
export function bareField(field: string): string {
  let start = 0
  let end = field.length
  while (field[start] === '\t') start++
  while (end > start && (field[end - 1] === '\t' || field[end - 1] === DOS_END)) end--
  const bare = field.slice(start, end)
  return bare.startsWith('="') && bare.endsWith('"') && bare.length > 2 ? bare.slice(2, -1) : bare
}

/** The frame of a sheet that has cells and nothing else. */
export function plainFrame(name: string): SheetFrame {
  return { name, state: 'visible', merges: [], hiddenRows: [], hiddenColumns: [], tableAreas: [] }
}

/** The file's name without folders and extension, as Excel names the one sheet of such a file. */
export function baseName(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

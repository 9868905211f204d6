import type { CellColumn, Column, Sheet } from '../table/index.ts'
import { CellKind } from '../table/index.ts'
import { unreadWords } from './messages.ts'

/** The typed cells of one column, with what could not be read. */
export interface ReadCells {
  readonly column: Column
  /** Table row and reason of the first unread cells. */
  readonly unread: readonly { readonly row: number; readonly why: string }[]
  readonly unreadCount: number
  /** 1 where an id lost digits; absent when none did. */
  readonly damaged?: Uint8Array
}

/** Unread cells kept with their place; the rest are counted. */
const keptUnread = 50
/** What a parser says of one cell. */
export type Reading<T> = { readonly value: T } | { readonly unread: string } | null

/** Where each table row finds its cell: its sheet row, or the first row of a merge that covers it. */
export type SourceRows = Uint32Array

class UnreadLog {
  readonly first: { row: number; why: string }[] = []
  count = 0
  readonly unknown: Uint8Array
  constructor(rowCount: number) {
    this.unknown = new Uint8Array(rowCount)
  }
  add(row: number, why: string): void {
    this.unknown[row] = 1
    this.count++
    if (this.first.length < keptUnread) this.first.push({ row, why })
  }
}

/** Runs over the cells of one column; each distinct text is parsed once. */
export function eachCell<T>(
  sheet: Sheet,
  cells: CellColumn,
  rows: SourceRows,
  readText: (text: string) => Reading<T>,
  readNumber: (value: number, kind: CellKind) => Reading<T>,
  take: (row: number, value: T) => void,
): UnreadLog {
  const log = new UnreadLog(rows.length)
  // by text; a map of a hundred thousand would cost more than all the parsing
  const cache = new Array<Reading<T> | undefined>(sheet.texts.length)
  const { kinds, values } = cells
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    const kind = kinds[row]
    if (kind === undefined || kind === CellKind.empty) continue
    const value = values[row] ?? 0
    let reading: Reading<T> | undefined
    if (kind === CellKind.text) {
      reading = cache[value]
      if (reading === undefined) {
        const text = sheet.texts[value] ?? ''
        reading = isFormulaText(text) ? { unread: unreadWords.formula } : readText(text)
        cache[value] = reading
      }
    } else if (kind === CellKind.error) {
      reading = { unread: unreadWords.error }
    } else {
      // A byte of the reader's own making is one of the kinds.
      reading = readNumber(value, kind as CellKind)
    }
    if (reading === null) continue
    if ('value' in reading) take(i, reading.value)
    else log.add(i, reading.unread)
  }
  return log
}

/** `=trim(G3)` typed or exported as text. */
function isFormulaText(text: string): boolean {
  return text.charCodeAt(0) === 0x3d && /^=[A-Z+\-@(]/i.test(text)
}

/** The column with its unknown cells marked, if it has any. */
export function finish(column: Column, log: UnreadLog, damaged?: Uint8Array): ReadCells {
  const masked: Column = log.count > 0 ? { ...column, unknown: log.unknown } : column
  return { column: masked, unread: log.first, unreadCount: log.count, ...(damaged ? { damaged } : {}) }
}

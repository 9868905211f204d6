import { decodePart } from '../../../core/src/workbook/package/decodePart.ts'
import type { OfficePackage } from '../../../core/src/workbook/package/officePackage.ts'
import {
  MarkupSection,
  plainSheet,
  rewriteSheet,
  type RowBytes,
} from '../../../core/src/workbook/package/rewriteSheet.ts'
import { inflateEntry, inflateStream } from '../../../core/src/workbook/zip/index.ts'
import { BOOLEAN, EMPTY, ERROR, ERRORS, NUMBER, TEXT } from '../model/cells.ts'
import type { RowInfo } from '../model/decor.ts'
import type { Sheet } from '../model/sheet.ts'
import { moveFormula } from '../model/shiftFormula.ts'
import { type FileCell, parseRow, unescapeText } from './parseRow.ts'

export interface SheetTexts {
  readonly head: string
  readonly tail: string
  readonly rows: ReadonlyMap<number, RowInfo>
  readonly hasShared: boolean
}

interface SharedFormula {
  readonly text: string
  readonly row: number
  readonly column: number
}

/** Reads the cells of a sheet part into the sheet, row by row as it is inflated. */
export async function readCells(pack: OfficePackage, part: string, sheet: Sheet): Promise<SheetTexts> {
  const entry = pack.entry(part)
  try {
    return await scan(inflateStream(entry, pack.codec), sheet)
  } catch (caught) {
    if (!(caught instanceof MarkupSection)) throw caught
    const text = plainSheet(decodePart(await inflateEntry(entry, pack.codec), part))
    return await scan(once(new TextEncoder().encode(text)), sheet)
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes
}

async function scan(source: AsyncIterable<Uint8Array>, sheet: Sheet): Promise<SheetTexts> {
  let head = ''
  let tail = ''
  const rows = new Map<number, RowInfo>()
  const shared = new Map<number, SharedFormula>()
  const decoder = new TextDecoder()
  const edit = {
    head: (text: string) => (head = text),
    tail: (text: string) => (tail = text),
    row: (row: RowBytes): boolean => {
      const r = row.number - 1
      const info = rowInfo(decoder.decode(row.bytes.subarray(row.start, row.openEnd)))
      if (info) rows.set(r, info)
      const xml = decoder.decode(row.bytes.subarray(row.openEnd, row.closeStart))
      for (const cell of parseRow(xml)) putCell(sheet, r, cell, shared)
      return true
    },
  }
  // The rewritten sheet is not wanted: every row is taken and none written.
  for await (const piece of rewriteSheet(source, edit)) void piece
  return { head, tail, rows, hasShared: shared.size > 0 }
}

export function rowInfo(tag: string): RowInfo | null {
  if (!/\s(ht|hidden|s|outlineLevel)=/.test(tag)) return null
  const height = /\sht="([\d.]+)"/.exec(tag)?.[1]
  const style = /\scustomFormat="(?:1|true)"/.test(tag) ? /\ss="(\d+)"/.exec(tag)?.[1] : undefined
  const outline = /\soutlineLevel="(\d)"/.exec(tag)?.[1]
  return {
    ...(height !== undefined && { height: Number(height) }),
    ...(/\shidden="(?:1|true)"/.test(tag) && { hidden: true }),
    ...(style !== undefined && { style: Number(style) }),
    ...(outline !== undefined && { outline: Number(outline) }),
  }
}

function putCell(sheet: Sheet, row: number, cell: FileCell, shared: Map<number, SharedFormula>): void {
  const { cells } = sheet
  const { column, formula } = cell
  const { kind, raw } = heldBy(cell, (text) => cells.pool.add(text))
  cells.put(row, column, kind, raw)
  cells.setStyle(row, column, cell.style)
  const text = formula && formulaOf(cell, row, shared)
  if (text !== null) cells.setFormula(row, column, text)
}

/** The formula of a cell with its `=`; one that is shared is written out. */
export function formulaOf(cell: FileCell, row: number, shared: Map<number, SharedFormula>): string | null {
  const { formula, column } = cell
  if (!formula) return null
  if (formula.type !== 'shared') return formula.text === '' ? null : `=${formula.text}`
  if (formula.text !== '' && formula.ref !== '') {
    shared.set(formula.shared, { text: `=${formula.text}`, row, column })
    return `=${formula.text}`
  }
  const master = shared.get(formula.shared)
  return master ? moveFormula(master.text, row - master.row, column - master.column) : null
}

/** Kind and raw value of a cell in the file, as `Cells` holds them. */
export function heldBy(cell: FileCell, add: (text: string) => number): { kind: number; raw: number } {
  const { type, value } = cell
  if (value === null) return { kind: EMPTY, raw: 0 }
  if (type === 's') return { kind: TEXT, raw: Number(value) }
  if (type === 'str') return { kind: TEXT, raw: add(unescapeText(value)) }
  if (type === 'inlineStr') return { kind: TEXT, raw: add(value) }
  if (type === 'b') return { kind: BOOLEAN, raw: value === '1' ? 1 : 0 }
  if (type === 'e') return { kind: ERROR, raw: Math.max(0, ERRORS.indexOf(unescapeText(value))) }
  if (type === 'd') return { kind: TEXT, raw: add(value) }
  return { kind: NUMBER, raw: Number(value) }
}

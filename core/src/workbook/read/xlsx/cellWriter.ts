import { SHIFT_1904 } from '../../../calendar/index.ts'
import { CellKind } from '../../../table/index.ts'
import { WorkbookFault } from '../../workbookError.ts'
import type { SheetBuilder } from '../sheetBuilder.ts'
import type { TextPool } from '../textPool.ts'
import { parseIsoSerial } from './parseCell.ts'
import { parseNumber } from './parseNumber.ts'
import type { Styles } from './readStyles.ts'

// First letters of what the type attribute of a cell says, and of `true`.
const [B, D, E, I, S, T] = [98, 100, 101, 105, 115, 116]
const ONE = 49

export const ValueType = { number: 0, shared: 1, text: 2, boolean: 3, error: 4, day: 5 } as const
export type ValueType = (typeof ValueType)[keyof typeof ValueType]

export interface SheetSource {
  readonly name: string
  readonly part: string
  readonly styles: Styles
  readonly date1904: boolean
  /** How many of the pool's texts, from the first, are shared strings. */
  readonly sharedCount: number
}

/** Turns what a cell's tags hold into a value of its column. */
export class CellWriter {
  row = -1
  column = -1
  private readonly source: SheetSource
  private readonly builder: SheetBuilder
  private readonly pool: TextPool

  constructor(source: SheetSource, builder: SheetBuilder, pool: TextPool) {
    this.source = source
    this.builder = builder
    this.pool = pool
  }

  /** The value as the bytes from `start` up to `end` spell it. */
  putValue(type: ValueType, bytes: Uint8Array, start: number, end: number, style: number): void {
    const format = this.formatOf(style)
    const { row, column, builder } = this
    switch (type) {
      case ValueType.number: {
        const value = parseNumber(bytes, start, end)
        if (Number.isNaN(value)) this.putNoNumber(bytes, start, end, format)
        else if (this.source.styles.isDate[format] === 1) {
          builder.put(row, column, CellKind.date, this.source.date1904 ? value + SHIFT_1904 : value, format)
        } else builder.put(row, column, CellKind.number, value, format)
        return
      }
      case ValueType.shared: {
        const id = parseNumber(bytes, start, end)
        if (!(id < this.source.sharedCount)) {
          throw new WorkbookFault('corruptPart', { sheet: this.source.name, part: this.source.part })
        }
        if (!this.pool.emptyTexts.has(id)) builder.put(row, column, CellKind.text, id, format)
        return
      }
      case ValueType.text: {
        const id = this.pool.internXml(bytes, start, end)
        if (!this.pool.emptyTexts.has(id)) builder.put(row, column, CellKind.text, id, format)
        return
      }
      case ValueType.boolean:
        builder.put(row, column, CellKind.boolean, bytes[start] === ONE || bytes[start] === T ? 1 : 0, format)
        return
      case ValueType.error:
        builder.put(row, column, CellKind.error, this.pool.internXml(bytes, start, end), format)
        return
      case ValueType.day: {
        const serial = parseIsoSerial(this.textOf(bytes, start, end))
        if (Number.isNaN(serial)) this.putNoNumber(bytes, start, end, format)
        else builder.put(row, column, CellKind.date, serial, format)
      }
    }
  }

  /** A number cell whose value is no number: shown as it stands, if it is more than blanks. */
  private putNoNumber(bytes: Uint8Array, start: number, end: number, format: number): void {
    const text = this.textOf(bytes, start, end).trim()
    if (text !== '') this.builder.put(this.row, this.column, CellKind.error, this.pool.intern(text), format)
  }

  /** Text in several runs, or with a comment or CDATA inside. */
  putJoined(type: ValueType, text: string, style: number): void {
    if (type === ValueType.text) {
      this.builder.putText(this.row, this.column, text, this.formatOf(style))
      return
    }
    const bytes = new TextEncoder().encode(text)
    if (bytes.length > 0) this.putValue(type, bytes, 0, bytes.length, style)
  }

  putUncalculated(style: number): void {
    this.builder.putUncalculated(this.row, this.column, this.formatOf(style))
  }

  /** The text of the bytes; none where `start` is -1. */
  textOf(bytes: Uint8Array, start: number, end: number): string {
    return start < 0 ? '' : this.pool.decodeXml(bytes, start, end)
  }

  private formatOf(style: number): number {
    return this.source.styles.formatOfXf[style] ?? 0
  }
}

/** What the type attribute says, from its bytes. */
export function valueTypeOf(bytes: Uint8Array, start: number, end: number): ValueType {
  switch (bytes[start]) {
    case S:
      // `s` is a shared string, `str` the text of a formula.
      return end - start === 1 ? ValueType.shared : ValueType.text
    case I:
      return ValueType.text
    case B:
      return ValueType.boolean
    case E:
      return ValueType.error
    case D:
      return ValueType.day
    default:
      return ValueType.number
  }
}

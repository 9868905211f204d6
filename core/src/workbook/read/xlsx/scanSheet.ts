import type { Area } from '../../../table/index.ts'
import { EXCEL_COLUMNS, type SheetBuilder } from '../sheetBuilder.ts'
import type { TextPool } from '../textPool.ts'
import {
  type ByteScanner,
  EQUALS,
  GREATER,
  LESS,
  SLASH,
  afterAside,
  afterTag,
  endsName,
  prefixLength,
} from './byteScanner.ts'
import { CellWriter, type SheetSource, ValueType, valueTypeOf } from './cellWriter.ts'
import { parseArea } from './parseCell.ts'
import { isOn, parseTag } from './readTags.ts'
import { readText } from './readText.ts'

// Letters of the names this scanner looks for.
const [C, F, H, I, O, P, R, S, T, V, W] = [99, 102, 104, 105, 111, 80, 114, 115, 116, 118, 119]
const BANG = 33
const ONE = 49

/**
 * Reads a worksheet part into a builder, byte by byte and without an object per cell. What stands before and after
 * the cells (merged areas, hidden columns, filters) is kept in `merges`, `hiddenColumns` and `filterAreas`.
 */
export class SheetScanner implements ByteScanner {
  readonly merges: Area[] = []
  readonly hiddenRows: number[] = []
  readonly hiddenColumns: number[] = []
  readonly filterAreas: Area[] = []
  private prefix = -1
  private inData = false
  private readonly writer: CellWriter
  private readonly pool: TextPool

  constructor(source: SheetSource, builder: SheetBuilder, pool: TextPool) {
    this.writer = new CellWriter(source, builder, pool)
    this.pool = pool
  }

  /** The row read last, counted from 0. */
  get row(): number {
    return this.writer.row
  }

  scan(bytes: Uint8Array, end: number): number {
    let i = 0
    for (;;) {
      while (bytes[i] !== LESS) i++
      if (i >= end) return end
      const name = i + 1 + this.prefix
      let next: number
      if (this.inData && bytes[name] === C && endsName(bytes[name + 1])) {
        next = this.scanCell(bytes, i, end)
      } else if (
        this.inData &&
        bytes[name] === R &&
        bytes[name + 1] === O &&
        bytes[name + 2] === W &&
        endsName(bytes[name + 3])
      ) {
        next = this.scanRow(bytes, name + 3, end)
      } else {
        next = this.scanOther(bytes, i, end)
      }
      if (next < 0) return i
      i = next
    }
  }

  /** A tag that is no cell and no row; its end, or -1 when it is not all there. */
  private scanOther(bytes: Uint8Array, at: number, end: number): number {
    const aside = afterAside(bytes, at, end)
    if (aside !== 0) return aside
    const next = afterTag(bytes, at + 1)
    if (next > end) return -1
    if (this.prefix < 0) this.prefix = prefixLength(bytes, at)
    if (this.inData && bytes[at + 1] !== SLASH) return next
    const tag = parseTag(this.pool.decodeRaw(bytes, at + 1, next - 1))
    if (tag.name === 'sheetData') this.inData = tag.kind === 'open'
    else if (tag.kind !== 'close') this.takeFrame(tag.name, tag.attributes)
    return next
  }

  private takeFrame(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'mergeCell' || name === 'autoFilter') {
      const area = parseArea(attributes.get('ref') ?? '')
      if (area) (name === 'mergeCell' ? this.merges : this.filterAreas).push(area)
    } else if (name === 'col' && isOn(attributes.get('hidden'))) {
      const first = Math.max(1, Number(attributes.get('min')))
      const last = Math.min(EXCEL_COLUMNS, Number(attributes.get('max')))
      for (let column = first; column <= last; column++) this.hiddenColumns.push(column - 1)
    }
  }

  /** `from` is behind the name. */
  private scanRow(bytes: Uint8Array, from: number, end: number): number {
    const next = afterTag(bytes, from)
    if (next > end) return -1
    let row = this.writer.row + 1
    let hidden = false
    let j = from
    for (;;) {
      while (isBlank(bytes[j])) j++
      const nameAt = j
      while (bytes[j] !== EQUALS && j < next) j++
      if (j >= next) break
      let nameEnd = j
      while (isBlank(bytes[nameEnd - 1])) nameEnd--
      j++
      while (isBlank(bytes[j])) j++
      const quote = bytes[j]
      const valueAt = j + 1
      j = valueAt
      while (bytes[j] !== quote && j < next) j++
      if (nameEnd - nameAt === 1 && bytes[nameAt] === R) {
        row = 0
        for (let k = valueAt; k < j; k++) row = row * 10 + digitAt(bytes, k)
        row--
      } else if (nameEnd - nameAt === 6 && bytes[nameAt] === H && bytes[nameAt + 1] === I) {
        // `hidden`; `height` is spelled `ht`.
        hidden = bytes[valueAt] === ONE || bytes[valueAt] === T
      }
      j++
    }
    this.writer.row = row >= 0 ? row : this.writer.row + 1
    this.writer.column = -1
    if (hidden) this.hiddenRows.push(this.writer.row)
    return next
  }

  /**
   * A whole cell, from its `<`. Returns where it ends, or -1, with nothing done, when it is not all there.
   */
  private scanCell(bytes: Uint8Array, from: number, end: number): number {
    const { prefix, writer } = this
    let j = from + 2 + prefix
    let refAt = -1
    let type: ValueType = ValueType.number
    let style = 0
    for (;;) {
      const byte = bytes[j]
      if (byte === GREATER) break
      if (byte === SLASH) {
        j++
        continue
      }
      if (isBlank(byte)) {
        j++
        continue
      }
      const nameAt = j
      while (bytes[j] !== EQUALS) j++
      if (j >= end) return -1
      const isShort = isBlank(bytes[nameAt + 1]) || j === nameAt + 1
      j++
      while (isBlank(bytes[j])) j++
      const quote = bytes[j]
      const valueAt = j + 1
      j = valueAt
      while (bytes[j] !== quote && j < end) j++
      if (j >= end) return -1
      if (isShort) {
        if (byte === R) refAt = valueAt
        else if (byte === S) {
          style = 0
          for (let k = valueAt; k < j; k++) style = style * 10 + digitAt(bytes, k)
        } else if (byte === T) type = valueTypeOf(bytes, valueAt, j)
      }
      j++
    }
    if (j >= end) return -1
    const isEmpty = bytes[j - 1] === SLASH
    j++

    let valueStart = -1
    let valueEnd = -1
    let hasFormula = false
    let phonetic = false
    let joined: string | null = null
    for (;;) {
      if (isEmpty) break
      while (bytes[j] !== LESS) j++
      if (j >= end) return -1
      if (bytes[j + 1] === SLASH) {
        const name = j + 2 + prefix
        if (bytes[name] === C && bytes[name + 1] === GREATER) {
          if (name + 1 >= end) return -1
          j = name + 2
          break
        }
        const next = afterTag(bytes, name)
        if (next > end) return -1
        if (bytes[name] === C && endsName(bytes[name + 1])) {
          j = next
          break
        }
        if (bytes[name] === R && bytes[name + 1] === P && bytes[name + 2] === H) phonetic = false
        j = next
        continue
      }
      const name = j + 1 + prefix
      const letter = bytes[name]
      if ((letter === V || letter === T) && endsName(bytes[name + 1])) {
        const start = bytes[name + 1] === GREATER ? name + 2 : afterTag(bytes, name + 1)
        if (start > end) return -1
        j = start
        if (bytes[start - 2] === SLASH) continue
        while (bytes[j] !== LESS) j++
        if (j >= end) return -1
        if (phonetic) continue
        if (bytes[j + 1] === BANG) {
          const slow = readText(bytes, start, end, this.pool)
          if (!slow) return -1
          joined = (joined ?? writer.textOf(bytes, valueStart, valueEnd)) + slow.text
          j = slow.next
        } else if (valueStart < 0 && joined === null) {
          valueStart = start
          valueEnd = j
        } else {
          joined =
            (joined ?? writer.textOf(bytes, valueStart, valueEnd)) + this.pool.decodeXml(bytes, start, j)
        }
        continue
      }
      const aside = afterAside(bytes, j, end)
      if (aside < 0) return -1
      const next = aside > 0 ? aside : afterTag(bytes, j + 1)
      if (next > end) return -1
      if (letter === F && endsName(bytes[name + 1])) hasFormula = true
      if (letter === R && bytes[name + 1] === P && bytes[name + 2] === H && endsName(bytes[name + 3])) {
        phonetic = bytes[next - 2] !== SLASH
      }
      j = next
    }

    this.place(bytes, refAt)
    if (joined !== null) writer.putJoined(type, joined, style)
    else if (valueStart >= 0 && valueEnd > valueStart)
      writer.putValue(type, bytes, valueStart, valueEnd, style)
    else if (hasFormula && !(type === ValueType.text && valueStart >= 0)) {
      // A text formula may well give an empty text; any other leaves a value behind once it is computed.
      writer.putUncalculated(style)
    }
    return j
  }

  /** Moves to the cell named at `refAt` (`AB12`), or one to the right where a cell carries no name. */
  private place(bytes: Uint8Array, refAt: number): void {
    let column = 0
    let k = refAt
    if (refAt >= 0) {
      for (; letterAt(bytes, k) > 0; k++) column = column * 26 + letterAt(bytes, k)
    }
    if (column === 0) {
      this.writer.column++
      return
    }
    let row = 0
    for (; isDigit(bytes[k]); k++) row = row * 10 + digitAt(bytes, k)
    this.writer.column = column - 1
    if (row > 0) this.writer.row = row - 1
  }
}

/** True for a blank, a tab or a line end; false beyond the end of the array. */
function isBlank(byte: number | undefined): boolean {
  return byte !== undefined && byte <= 32
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57
}

function digitAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 48) - 48
}

/** 1 to 26 for a letter of either case, 0 for anything else. */
function letterAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0
  return byte > 64 ? byte & 31 : 0
}

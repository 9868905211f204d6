import { WorkbookFault } from '../workbookError.ts'
import { ByteSink } from './byteSink.ts'
import {
  type Pattern,
  afterTag,
  attributeValueAt,
  digitsAt,
  findPattern,
  isSelfClosing,
  nextSection,
  patternOf,
  startsAt,
} from './rowBytes.ts'

/** A row as it lies in the bytes; `closeStart` is where `</row>` stands (= `end` when self-closing). */
export interface RowBytes {
  readonly number: number
  readonly bytes: Uint8Array
  readonly start: number
  readonly openEnd: number
  readonly closeStart: number
  readonly end: number
}

export interface SheetEdit {
  /** Told once, before anything else: `x:` or ''. */
  begin?(prefix: string): void
  /** The text before `<sheetData>` (declaration, root tag, cols …) as it should be. */
  head(text: string): string
  /** Called for every row: writes it to the sink and returns true, or returns false to have it copied. */
  row(row: RowBytes, sink: ByteSink): boolean
  /** Called before a row with this number, and with Infinity before the end: writes rows that are missing. */
  missing?(before: number, sink: ByteSink): void
  /** The text from `</sheetData>` to the end, without that tag. */
  tail(text: string): string
}

/** Head and tail hold what is not rows; a sheet with more than this in front of its rows is no ledger. */
const HEAD_LIMIT = 1 << 25

/**
 * Streams a sheet part through an edit: rows that are not edited are copied as bytes and the sheet is never held as a
 * whole. Comments and CDATA among the rows are refused here; see `plainSheet`.
 * @throws WorkbookFault `corruptPart`; MarkupSection
 */
export async function* rewriteSheet(
  source: AsyncIterable<Uint8Array>,
  edit: SheetEdit,
): AsyncGenerator<Uint8Array, void> {
  const sink = new ByteSink()
  const state = new SheetScan(edit, sink)
  // One buffer for the whole sheet: what was not taken moves to its front, the next chunk follows.
  let buffer = new Uint8Array(1 << 20)
  let length = 0
  for await (const chunk of source) {
    if (length + chunk.length > buffer.length) {
      const larger = new Uint8Array(2 * (length + chunk.length))
      larger.set(buffer.subarray(0, length))
      buffer = larger
    }
    buffer.set(chunk, length)
    length += chunk.length
    const taken = state.scan(buffer.subarray(0, length))
    buffer.copyWithin(0, taken, length)
    length -= taken
    yield* sink.take()
  }
  state.finish(buffer.subarray(0, length))
  yield* sink.finish()
}

/** Thrown where rows hold a comment or CDATA, which byte search must not look into. */
export class MarkupSection extends Error {}

class SheetScan {
  readonly #edit: SheetEdit
  readonly #sink: ByteSink
  #phase: 'head' | 'rows' | 'tail' = 'head'
  #lastNumber = 0
  #names: { row: Uint8Array; rowEnd: Pattern; dataEnd: Uint8Array; prefix: string } | null = null

  constructor(edit: SheetEdit, sink: ByteSink) {
    this.#edit = edit
    this.#sink = sink
  }

  /** Takes what it can from the buffer and returns how many bytes that was. */
  scan(buffer: Uint8Array): number {
    let at = 0
    if (this.#phase === 'head') at = this.#head(buffer)
    if (this.#phase === 'rows') at = this.#rows(buffer, at)
    return at
  }

  finish(rest: Uint8Array): void {
    if (this.#phase !== 'tail') throw new WorkbookFault('corruptPart')
    this.#sink.text(this.#edit.tail(new TextDecoder('utf-8', { ignoreBOM: true }).decode(rest)))
  }

  #head(buffer: Uint8Array): number {
    const found = findDataTag(buffer)
    if (!found) {
      if (buffer.length > HEAD_LIMIT) throw new WorkbookFault('corruptPart')
      return 0
    }
    const { start, end, prefix } = found
    this.#edit.begin?.(prefix)
    const encoder = new TextEncoder()
    this.#names = {
      row: encoder.encode(`<${prefix}row`),
      rowEnd: patternOf(`</${prefix}row>`),
      dataEnd: encoder.encode(`</${prefix}sheetData`),
      prefix,
    }
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(buffer.subarray(0, start))
    this.#sink.text(this.#edit.head(text))
    if (isSelfClosing(buffer, end)) {
      this.#sink.bytes(buffer, start, end - 2)
      this.#sink.text('>')
      this.#end()
    } else {
      this.#sink.bytes(buffer, start, end)
      this.#phase = 'rows'
    }
    return end
  }

  #end(): void {
    this.#edit.missing?.(Number.POSITIVE_INFINITY, this.#sink)
    this.#sink.text(`</${this.#names?.prefix ?? ''}sheetData>`)
    this.#phase = 'tail'
  }

  #rows(buffer: Uint8Array, from: number): number {
    const names = this.#names
    if (!names) return from
    let at = from
    // What looks like a tag inside a comment or CDATA is none: byte search stops there.
    const section = nextSection(buffer, from)
    for (;;) {
      const tag = buffer.indexOf(0x3c, at)
      if (tag < 0 || tag + names.dataEnd.length + 1 > buffer.length) break
      const openEnd = afterTag(buffer, tag, buffer.length)
      if (openEnd < 0) break
      if (startsAt(buffer, names.dataEnd, tag)) {
        this.#sink.bytes(buffer, at, tag)
        this.#end()
        return openEnd
      }
      if (!startsAt(buffer, names.row, tag)) throw sectionOrFault(buffer, tag)
      const selfClosing = isSelfClosing(buffer, openEnd)
      const closeStart = selfClosing ? openEnd : findPattern(buffer, names.rowEnd, openEnd, buffer.length)
      if (closeStart < 0) break
      const end = selfClosing ? openEnd : closeStart + names.rowEnd.bytes.length
      if (section < end) throw new MarkupSection()
      this.#sink.bytes(buffer, at, tag)
      this.#row({
        number: this.#numberOf(buffer, tag, openEnd),
        bytes: buffer,
        start: tag,
        openEnd,
        closeStart,
        end,
      })
      at = end
    }
    return at
  }

  #numberOf(buffer: Uint8Array, tag: number, openEnd: number): number {
    const at = attributeValueAt(buffer, 0x72, tag, openEnd)
    const number = at < 0 ? -1 : digitsAt(buffer, at)
    // A row without a number follows the one before it.
    this.#lastNumber = number > 0 ? number : this.#lastNumber + 1
    return this.#lastNumber
  }

  #row(row: RowBytes): void {
    this.#edit.missing?.(row.number, this.#sink)
    if (!this.#edit.row(row, this.#sink)) this.#sink.bytes(row.bytes, row.start, row.end)
  }
}

function sectionOrFault(buffer: Uint8Array, tag: number): Error {
  const next = buffer[tag + 1]
  return next === 0x21 || next === 0x3f ? new MarkupSection() : new WorkbookFault('corruptPart')
}

const DATA_TAG = new TextEncoder().encode('sheetData')

/** The open tag of `sheetData`, whatever its prefix. */
function findDataTag(buffer: Uint8Array): { start: number; end: number; prefix: string } | null {
  const pattern = patternOf('sheetData')
  for (let at = 0; ;) {
    const name = findPattern(buffer, pattern, at, buffer.length)
    if (name < 0) return null
    at = name + DATA_TAG.length
    const start = buffer.lastIndexOf(0x3c, name)
    const prefix = new TextDecoder().decode(buffer.subarray(start + 1, name))
    const follows = buffer[at]
    const ends =
      follows === 0x3e || follows === 0x2f || follows === 0x20 || follows === 0x0a || follows === 0x0d
    if (!ends || !/^([\w.-]+:)?$/.test(prefix)) continue
    const end = afterTag(buffer, at, buffer.length)
    return end < 0 ? null : { start, end, prefix }
  }
}

/** The sheet with comments taken out and CDATA written as plain text, for the rare file that has them. */
export function plainSheet(xml: string): string {
  return xml.replace(SECTION, (section: string, cdata: string | undefined, offset: number) => {
    if (section.startsWith('<?xml ') && offset <= 1) return section
    return (cdata ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  })
}

const SECTION = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>/g

import { type WorkbookError, WorkbookFault, settleFault } from '../workbookError.ts'
import { type ZipArchive, type ZipEntry, zipLimits } from './archive.ts'

const END_RECORD = 0x06054b50
const ZIP64_LOCATOR = 0x07064b50
const ZIP64_END_RECORD = 0x06064b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_RECORD_SIZE = 22
const DIRECTORY_ENTRY_SIZE = 46
const LOCAL_HEADER_SIZE = 30
const ZIP64_EXTRA = 1
const ENCRYPTED_FLAG = 1

export type ZipOpening =
  | { readonly ok: true; readonly archive: ZipArchive }
  | { readonly ok: false; readonly error: WorkbookError }

/**
 * Reads the directory of a zip archive; nothing is inflated and no bytes are copied. Refuses what a workbook never is:
 * encrypted entries, two entries of one name, entries that overlap, and sizes beyond `zipLimits`.
 * @param fileName only for the error.
 */
export function openZip(bytes: Uint8Array, fileName = ''): ZipOpening {
  try {
    return { ok: true, archive: readDirectory(bytes) }
  } catch (caught) {
    return { ok: false, error: settleFault(caught, fileName) }
  }
}

/** As `openZip`, for use inside the room: a bad archive is thrown as a `WorkbookFault`. */
export function readDirectory(bytes: Uint8Array): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(view)
  if (directory.count > zipLimits.entries) throw new WorkbookFault('zipBomb')

  const entries: ZipEntry[] = []
  const byName = new Map<string, ZipEntry>()
  const spans: { readonly from: number; readonly to: number }[] = []
  let totalSize = 0
  let at = directory.offset
  for (let i = 0; i < directory.count; i++) {
    const { entry, span, next } = readEntry(bytes, view, at)
    if (byName.has(entry.name)) throw new WorkbookFault('duplicatePart', { part: entry.name })
    totalSize += entry.size
    const inflatesTooMuch =
      entry.size > zipLimits.ratioFrom && entry.size > entry.data.length * zipLimits.ratio
    if (totalSize > zipLimits.totalSize || inflatesTooMuch) {
      throw new WorkbookFault('zipBomb', { part: entry.name })
    }
    entries.push(entry)
    byName.set(entry.name, entry)
    spans.push(span)
    at = next
  }
  // Entries that share their bytes multiply a small file without any single ratio standing out.
  spans.sort((a, b) => a.from - b.from)
  for (const [i, span] of spans.entries()) {
    const before = spans[i - 1]
    if (before && span.from < before.to) throw new WorkbookFault('zipBomb')
  }
  return { entries, byName }
}

function findDirectory(view: DataView): { offset: number; count: number } {
  const end = findEndRecord(view)
  let count = view.getUint16(end + 10, true)
  let offset = view.getUint32(end + 16, true)
  if (count === 0xffff || offset === 0xffffffff) {
    const locator = end - 20
    if (locator >= 0 && view.getUint32(locator, true) === ZIP64_LOCATOR) {
      const record = Number(view.getBigUint64(locator + 8, true))
      if (record + 56 > view.byteLength || view.getUint32(record, true) !== ZIP64_END_RECORD) {
        throw new WorkbookFault('truncated')
      }
      count = Number(view.getBigUint64(record + 32, true))
      offset = Number(view.getBigUint64(record + 48, true))
    }
  }
  return { offset, count }
}

function findEndRecord(view: DataView): number {
  const last = view.byteLength - END_RECORD_SIZE
  const first = Math.max(0, last - 0xffff)
  for (let at = last; at >= first; at--) {
    // The comment after the record may hold the signature by chance; its length must fit what is left.
    if (
      view.getUint32(at, true) === END_RECORD &&
      at + END_RECORD_SIZE + view.getUint16(at + 20, true) <= view.byteLength
    ) {
      return at
    }
  }
  throw new WorkbookFault('truncated')
}

function readEntry(bytes: Uint8Array, view: DataView, at: number) {
  if (at + DIRECTORY_ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
    throw new WorkbookFault('truncated')
  }
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const nameStart = at + DIRECTORY_ENTRY_SIZE
  const next = nameStart + nameLength + extraLength + view.getUint16(at + 32, true)
  if (next > bytes.length) throw new WorkbookFault('truncated')
  // Some writers on Windows separate folders by a backslash; part names never contain one.
  const name = new TextDecoder()
    .decode(bytes.subarray(nameStart, nameStart + nameLength))
    .replaceAll('\\', '/')
  const place = { part: name }

  if ((view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0) throw new WorkbookFault('password', place)
  const method = view.getUint16(at + 10, true)
  if (method !== 0 && method !== 8) throw new WorkbookFault('corruptPart', place)

  const { storedSize, size, offset } = readSizes(view, at, nameStart + nameLength, extraLength)
  if (offset + LOCAL_HEADER_SIZE > bytes.length) throw new WorkbookFault('truncated', place)
  if (view.getUint32(offset, true) !== LOCAL_HEADER) throw new WorkbookFault('corruptPart', place)
  const start =
    offset + LOCAL_HEADER_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + storedSize > bytes.length) throw new WorkbookFault('truncated', place)
  if (method === 0 && storedSize !== size) throw new WorkbookFault('corruptPart', place)

  const entry: ZipEntry = {
    name,
    method,
    dosTime: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    size,
    data: bytes.subarray(start, start + storedSize),
  }
  return { entry, next, span: { from: offset, to: start + storedSize } }
}

/** Sizes and offset of an entry; those at their 32-bit limit are taken from the zip64 extra field, in its fixed order. */
function readSizes(view: DataView, at: number, extraStart: number, extraLength: number) {
  let storedSize = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let offset = view.getUint32(at + 42, true)
  const extraEnd = extraStart + extraLength
  for (let field = extraStart; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== ZIP64_EXTRA) continue
    let value = field + 4
    const fieldEnd = Math.min(extraEnd, value + view.getUint16(field + 2, true))
    const wide = (narrow: number): number => {
      if (narrow !== 0xffffffff || value + 8 > fieldEnd) return narrow
      value += 8
      return Number(view.getBigUint64(value - 8, true))
    }
    size = wide(size)
    storedSize = wide(storedSize)
    offset = wide(offset)
    break
  }
  return { storedSize, size, offset }
}

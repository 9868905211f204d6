import type { ZipEntry } from './archive.ts'
import type { Chunks, Codec } from './codec.ts'

const UTF8_NAME_FLAG = 0x800
const VERSION_NEEDED = 20
/** 1980-01-01, the first day zip knows: a new part carries no clock, so that the same input gives the same bytes. */
export const NO_TIME = 0x00210000

export interface PackOptions {
  /** 1 fast … 9 small; 6 unless told. */
  readonly level?: number
  readonly dosTime?: number
}

/** Deflates new content into an entry for `writeZip`. Content may come in chunks; only the deflated bytes are kept. */
export async function packPart(
  name: string,
  content: Uint8Array | Chunks,
  codec: Codec,
  options: PackOptions = {},
): Promise<ZipEntry> {
  let size = 0
  let crc = 0
  async function* counted(): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      size += chunk.length
      crc = codec.crc32(chunk, crc)
      yield chunk
    }
  }
  const pieces: Uint8Array[] = []
  for await (const piece of codec.deflate(counted(), options.level ?? 6)) pieces.push(piece)
  return { name, method: 8, dosTime: options.dosTime ?? NO_TIME, crc, size, data: joinBytes(pieces) }
}

/**
 * Writes an archive of the entries in the order given. Entries taken from an opened archive are copied as their
 * deflated bytes, so their content is the same to the last bit.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  return joinBytes(zipPieces(entries))
}

/** The same in pieces, for writing one after the other: the deflated bytes are not copied. */
export function zipPieces(entries: readonly ZipEntry[]): readonly Uint8Array[] {
  const names = entries.map((entry) => new TextEncoder().encode(entry.name))
  let total = 22
  for (const [i, entry] of entries.entries()) total += 76 + 2 * (names[i]?.length ?? 0) + entry.data.length
  if (total > 0xffffffff || entries.length > 0xffff)
    throw new RangeError('archive needs zip64, which is not written')

  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [i, entry] of entries.entries()) {
    const name = names[i] ?? new Uint8Array()
    const local = new Uint8Array(30 + name.length)
    const localView = new DataView(local.buffer)
    localView.setUint32(0, 0x04034b50, true)
    writeEntryFields(localView, 4, entry, name.length)
    local.set(name, 30)
    const listed = new Uint8Array(46 + name.length)
    const listedView = new DataView(listed.buffer)
    listedView.setUint32(0, 0x02014b50, true)
    listedView.setUint16(4, VERSION_NEEDED, true)
    writeEntryFields(listedView, 6, entry, name.length)
    listedView.setUint32(42, at, true)
    listed.set(name, 46)
    pieces.push(local, entry.data)
    directory.push(listed)
    at += local.length + entry.data.length
  }
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, entries.length, true)
  view.setUint16(10, entries.length, true)
  view.setUint32(
    12,
    directory.reduce((sum, one) => sum + one.length, 0),
    true,
  )
  view.setUint32(16, at, true)
  return [...pieces, ...directory, end]
}

/** The run of fields that the local header and the directory have in common. Sizes are known, so no data descriptor. */
function writeEntryFields(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, VERSION_NEEDED, true)
  view.setUint16(at + 2, UTF8_NAME_FLAG, true)
  view.setUint16(at + 4, entry.method, true)
  view.setUint32(at + 6, entry.dosTime, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, entry.data.length, true)
  view.setUint32(at + 18, entry.size, true)
  view.setUint16(at + 22, nameLength, true)
}

/** Several byte arrays as one. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const piece of pieces) length += piece.length
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

import { WorkbookFault } from '../workbookError.ts'
import type { ZipEntry } from './archive.ts'
import type { Codec } from './codec.ts'

/**
 * The content of an entry, chunk by chunk, never beyond its declared size and with its checksum verified at the end.
 * Chunks are only valid until the next one is asked for.
 * @throws WorkbookFault `zipBomb` when there is more than declared, `truncated` when less, `corruptPart` when damaged.
 */
export async function* inflateStream(entry: ZipEntry, codec: Codec): AsyncGenerator<Uint8Array, void> {
  const place = { part: entry.name }
  let size = 0
  let crc = 0
  try {
    for await (const chunk of entry.method === 0 ? slices(entry.data) : codec.inflate(entry.data)) {
      size += chunk.length
      // The directory may lie about the size.
      if (size > entry.size) throw new WorkbookFault('zipBomb', place)
      crc = codec.crc32(chunk, crc)
      yield chunk
    }
  } catch (caught) {
    if (caught instanceof WorkbookFault) throw caught
    throw new WorkbookFault('corruptPart', place)
  }
  if (size < entry.size) throw new WorkbookFault('truncated', place)
  if (crc !== entry.crc) throw new WorkbookFault('corruptPart', place)
}

/** The whole content of an entry. Throws as `inflateStream`. */
export async function inflateEntry(entry: ZipEntry, codec: Codec): Promise<Uint8Array> {
  const whole = new Uint8Array(entry.size)
  let at = 0
  for await (const chunk of inflateStream(entry, codec)) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const SLICE = 1 << 18

function* slices(data: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < data.length; at += SLICE) yield data.subarray(at, at + SLICE)
}

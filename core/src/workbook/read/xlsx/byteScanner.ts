import { WorkbookFault } from '../../workbookError.ts'

export const LESS = 60
export const GREATER = 62
export const SLASH = 47
export const EQUALS = 61
export const QUOTE = 34
export const APOSTROPHE = 39
export const COLON = 58
const BANG = 33
const QUESTION = 63
const DASH = 45
const BRACKET = 91

/**
 * Takes XML in pieces. `scan` reads as far as there are whole tags (or cells) before `end` and returns where it
 * stopped; what is left comes again with more behind it.
 *
 * From `end` on lie the bytes of `SENTINEL`, one of each mark a loop may look for: inner loops run to their mark
 * without a bound of their own, and then ask whether they came past `end`.
 */
export interface ByteScanner {
  scan(bytes: Uint8Array, end: number): number
}

// Each quote is followed by the end of a tag: whatever a loop was inside of, it comes out here.
const SENTINEL = new TextEncoder().encode(`<>">'>=<>`)
/** Room behind `end`: the sentinel and what a name comparison may look at. */
const SLACK = 128
/** Namespace prefixes longer than this are none that a workbook has. */
export const MAX_PREFIX = 64
/** One cell holds at most 32,767 characters; a single piece beyond this is no sheet. */
const MAX_PIECE = 1 << 26

/** Feeds a stream to a scanner through one buffer that is used again and again. */
export async function feedScanner(
  chunks: AsyncIterable<Uint8Array>,
  scanner: ByteScanner,
  part: string,
  onBytes?: (bytes: number) => void,
): Promise<void> {
  let buffer = new Uint8Array((1 << 19) + SLACK)
  let held = 0
  for await (const chunk of asUtf8(chunks)) {
    const needed = held + chunk.length + SLACK
    if (needed > buffer.length) {
      if (needed > MAX_PIECE) throw new WorkbookFault('corruptPart', { part })
      const larger = new Uint8Array(2 * needed)
      larger.set(buffer.subarray(0, held))
      buffer = larger
    }
    buffer.set(chunk, held)
    held += chunk.length
    buffer.set(SENTINEL, held)
    const taken = scanner.scan(buffer, held)
    buffer.copyWithin(0, taken, held)
    held -= taken
    onBytes?.(chunk.length)
  }
  if (held > 0) throw new WorkbookFault('corruptPart', { part })
}

/** Parts may be in UTF-16; its byte order mark says so. */
async function* asUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let decoder: TextDecoder | undefined
  let first = true
  for await (const chunk of chunks) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) decoder = new TextDecoder('utf-16le')
    if (first && chunk[0] === 0xfe && chunk[1] === 0xff) decoder = new TextDecoder('utf-16be')
    first = false
    yield decoder ? new TextEncoder().encode(decoder.decode(chunk, { stream: true })) : chunk
  }
}

/** True for what may follow a tag's name. */
export function endsName(byte: number | undefined): boolean {
  return byte === GREATER || byte === SLASH || byte === 32 || byte === 10 || byte === 13 || byte === 9
}

/** One more than the `>` of the tag that `at` is inside of; beyond `end` when it is not all there. */
export function afterTag(bytes: Uint8Array, at: number): number {
  let i = at
  for (;;) {
    const byte = bytes[i]
    if (byte === GREATER) return i + 1
    if (byte === QUOTE || byte === APOSTROPHE) {
      i++
      while (bytes[i] !== byte) i++
    }
    i++
  }
}

/**
 * One more than the end of the comment, instruction or CDATA section that starts at `at`; -1 when it is not all
 * there, 0 when `at` starts none of these.
 */
export function afterAside(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at + 1] === QUESTION) return afterMark(bytes, at + 2, end, QUESTION, GREATER)
  if (bytes[at + 1] !== BANG) return 0
  if (at + 3 >= end) return -1
  if (bytes[at + 2] === DASH) return afterMark(bytes, at + 4, end, DASH, DASH, GREATER)
  if (bytes[at + 2] === BRACKET) return afterMark(bytes, at + 3, end, 93, 93, GREATER)
  throw new WorkbookFault('forbiddenMarkup')
}

function afterMark(bytes: Uint8Array, from: number, end: number, ...mark: readonly number[]): number {
  for (let i = from; i + mark.length <= end; i++) {
    if (mark.every((byte, k) => bytes[i + k] === byte)) return i + mark.length
  }
  return -1
}

/** The length of the namespace prefix with its colon (`<x:worksheet` → 2) of the tag at `at`. */
export function prefixLength(bytes: Uint8Array, at: number): number {
  let i = at + 1
  while (!endsName(bytes[i]) && bytes[i] !== LESS) {
    if (bytes[i] === COLON) {
      if (i - at > MAX_PREFIX) throw new WorkbookFault('corruptPart')
      return i - at
    }
    i++
  }
  return 0
}

/**
 * What the platform does for us: raw deflate both ways, checksums, and bytes to text. Node has its own
 * (`node/codec.ts`), browsers theirs (`zip/webCodec.ts`); nothing else in this room touches a platform API.
 */
export interface Codec {
  /** Inflates raw deflate data chunk by chunk. Throws when the data is damaged or ends early. */
  inflate(data: Uint8Array): AsyncIterable<Uint8Array>
  /** Deflates what it is given, chunk by chunk. Level 1–9; browsers have one level only. */
  deflate(chunks: Chunks, level: number): AsyncIterable<Uint8Array>
  /** CRC-32 of the bytes; `seed` is the checksum of the bytes before them. */
  crc32(bytes: Uint8Array, seed?: number): number
  /** UTF-8 bytes from `start` up to `end` as text; bad sequences become U+FFFD. */
  decodeText(bytes: Uint8Array, start: number, end: number): string
}

export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

import { Buffer } from 'node:buffer'
import { Readable, pipeline } from 'node:stream'
import { crc32, createDeflateRaw, createInflateRaw } from 'node:zlib'

import type { Codec } from '../zip/index.ts'

/** Large enough that handing chunks over costs nothing, small enough to stay in the second-level cache. */
const CHUNK = 1 << 18
/** Bytes that wait between us and zlib's thread, so that neither stands still for the other. */
const ahead = { readableHighWaterMark: 1 << 20, writableHighWaterMark: 1 << 20 }

/** The codec of Node: zlib works on its own thread while we scan. */
export function nodeCodec(): Codec {
  // Texts are decoded many at a time from one array: its Buffer is made once.
  let lastBytes: Uint8Array = new Uint8Array()
  let lastBuffer: Buffer = Buffer.alloc(0)
  return {
    inflate(data) {
      const inflate = createInflateRaw({ chunkSize: CHUNK, ...ahead })
      inflate.end(data)
      return inflate
    },
    deflate(chunks, level) {
      const deflate = createDeflateRaw({ level, chunkSize: CHUNK, ...ahead })
      // A fault of the source must reach whoever reads the result; pipeline destroys `deflate` with it.
      pipeline(
        Readable.from(chunks, { objectMode: false, highWaterMark: ahead.writableHighWaterMark }),
        deflate,
        () => {},
      )
      return deflate
    },
    crc32: (bytes, seed = 0) => crc32(bytes, seed),
    decodeText(bytes, start, end) {
      if (bytes !== lastBytes) {
        lastBytes = bytes
        lastBuffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      }
      return lastBuffer.toString('utf8', start, end)
    },
  }
}

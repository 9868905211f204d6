import type { Chunks, Codec } from './codec.ts'
import { crc32 } from './crc32.ts'

/** Fed in small pieces, or a browser inflates a whole 20 MB entry before it hands out the first byte. */
const PIECE = 1 << 16

/** The codec of browsers: their own streams, or fflate where they have none (before Chrome 103). */
export function webCodec(): Codec {
  const native = hasNativeStreams()
  const decoder = new TextDecoder()
  return {
    inflate: native ? inflateByStream : inflateByFflate,
    deflate: native ? deflateByStream : deflateByFflate,
    crc32,
    decodeText: (bytes, start, end) => decoder.decode(bytes.subarray(start, end)),
  }
}

function hasNativeStreams(): boolean {
  try {
    const streams = [new DecompressionStream('deflate-raw'), new CompressionStream('deflate-raw')]
    return streams.length === 2
  } catch {
    return false
  }
}

async function* inflateByStream(data: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield* chunksOf(streamOf(pieces(data)).pipeThrough(new DecompressionStream('deflate-raw')))
}

async function* deflateByStream(chunks: Chunks): AsyncGenerator<Uint8Array, void> {
  yield* chunksOf(streamOf(chunks).pipeThrough(new CompressionStream('deflate-raw')))
}

async function* inflateByFflate(data: Uint8Array): AsyncGenerator<Uint8Array, void> {
  const { Inflate } = await import('fflate')
  const ready: Uint8Array[] = []
  let finished = false
  const inflate = new Inflate((chunk, final) => {
    ready.push(chunk)
    finished ||= final
  })
  for (let at = 0; at < data.length; at += PIECE) {
    inflate.push(data.subarray(at, at + PIECE), at + PIECE >= data.length)
    yield* ready.splice(0)
  }
  if (!finished) throw new Error('deflate data ends early')
}

async function* deflateByFflate(chunks: Chunks, level: number): AsyncGenerator<Uint8Array, void> {
  const { Deflate } = await import('fflate')
  const ready: Uint8Array[] = []
  const deflate = new Deflate({ level: fflateLevel(level) }, (chunk) => ready.push(chunk))
  for await (const chunk of chunks) {
    deflate.push(chunk)
    yield* ready.splice(0)
  }
  deflate.push(new Uint8Array(), true)
  yield* ready
}

function fflateLevel(level: number): 1 | 3 | 6 | 9 {
  if (level <= 1) return 1
  if (level <= 3) return 3
  return level <= 6 ? 6 : 9
}

function* pieces(data: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < data.length; at += PIECE) yield data.subarray(at, at + PIECE)
}

function streamOf(chunks: Chunks): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await iterator.next()
        if (next.done === true) controller.close()
        else controller.enqueue(unshared(next.value))
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

/** Platform streams take no shared memory. */
function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, bytes.byteOffset, bytes.length)
    : bytes.slice()
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}

import { utf8 } from './findingId.ts'

/** SHA-256 of a text's UTF-8 bytes, as hex. Synchronous, unlike the platform's, so that a check stays a plain function. */
export function sha256(text: string): string {
  const bytes = Uint8Array.from(utf8(text))
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(padded.length - 4, bytes.length * 8)
  const state = Uint32Array.from(firstState)
  const schedule = new Uint32Array(64)
  for (let block = 0; block < padded.length; block += 64) mixBlock(state, schedule, view, block)
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}

function mixBlock(state: Uint32Array, w: Uint32Array, view: DataView, block: number): void {
  for (let i = 0; i < 16; i += 1) w[i] = view.getUint32(block + i * 4)
  for (let i = 16; i < 64; i += 1) {
    const a = w[i - 15] ?? 0
    const b = w[i - 2] ?? 0
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
    w[i] = (w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + (w[i] ?? 0)) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  const added = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i += 1) state[i] = (state[i] ?? 0) + (added[i] ?? 0)
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

/** First 32 bits of the fractional parts of a root of the first primes, as FIPS 180-4 defines them. */
function fractionBits(count: number, root: (n: number) => number): Uint32Array {
  const words: number[] = []
  for (let n = 2; words.length < count; n += 1) {
    let prime = true
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false
    if (prime) words.push(Math.floor((root(n) % 1) * 0x100000000))
  }
  return Uint32Array.from(words)
}

const firstState = fractionBits(8, Math.sqrt)
const constants = fractionBits(64, Math.cbrt)

/** Eight tables of 256: the checksum of a byte followed by 0…7 zero bytes, so that eight bytes are taken at a time. */
const tables = makeTables()

function makeTables(): Int32Array {
  const made = new Int32Array(8 * 256)
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    made[byte] = crc
  }
  for (let i = 256; i < made.length; i++) {
    const before = made[i - 256] ?? 0
    made[i] = (made[before & 255] ?? 0) ^ (before >>> 8)
  }
  return made
}

/** CRC-32 as zip uses it, for platforms that bring none. `seed` is the checksum of the bytes before. */
export function crc32(bytes: Uint8Array, seed = 0): number {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const whole = bytes.length - (bytes.length % 8)
  let crc = ~seed
  for (let i = 0; i < whole; i += 8) {
    const low = crc ^ words.getInt32(i, true)
    const high = words.getInt32(i + 4, true)
    crc =
      table(7, low) ^
      table(6, low >>> 8) ^
      table(5, low >>> 16) ^
      table(4, low >>> 24) ^
      table(3, high) ^
      table(2, high >>> 8) ^
      table(1, high >>> 16) ^
      table(0, high >>> 24)
  }
  for (let i = whole; i < bytes.length; i++) crc = table(0, crc ^ words.getUint8(i)) ^ (crc >>> 8)
  return ~crc >>> 0
}

function table(zeros: number, byte: number): number {
  return tables[(zeros << 8) + (byte & 255)] ?? 0
}

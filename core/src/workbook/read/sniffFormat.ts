/** What the first bytes say a file is; its name is never asked. */
export type SniffedFormat = 'empty' | 'zip' | 'compound' | 'biff' | 'text' | 'encryptedByCompany' | 'other'

const SIGNATURES: readonly { readonly format: SniffedFormat; readonly bytes: readonly number[] }[] = [
  { format: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'compound', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  // Excel 2 to 5 without a compound file around it: a BOF record of each generation.
  { format: 'biff', bytes: [0x09, 0x00, 0x04, 0x00] },
  { format: 'biff', bytes: [0x09, 0x02, 0x06, 0x00] },
  { format: 'biff', bytes: [0x09, 0x04, 0x06, 0x00] },
  { format: 'biff', bytes: [0x09, 0x08, 0x08, 0x00] },
  { format: 'biff', bytes: [0x09, 0x08, 0x10, 0x00] },
  { format: 'other', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: 'other', bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: 'other', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'other', bytes: [0xff, 0xd8, 0xff] },
  { format: 'other', bytes: [0x52, 0x61, 0x72, 0x21] },
  { format: 'other', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { format: 'other', bytes: [0x1f, 0x8b] },
]

/** Marks that document security software leaves at the start of files it has encrypted. */
const COMPANY_MARKS = ['E-SafeNet', '%TSD-Header-']
const SAMPLE = 4096

export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  if (bytes.length === 0) return 'empty'
  for (const { format, bytes: signature } of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) return format
  }
  const start = String.fromCharCode(...bytes.subarray(0, 512))
  if (COMPANY_MARKS.some((mark) => start.includes(mark))) return 'encryptedByCompany'
  return looksLikeText(bytes) ? 'text' : 'other'
}

/** True when every byte is zero: what a download leaves that was started and never filled. */
export function isAllZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0)
}

/** Text has no control characters but tabs and line ends; UTF-16 is told by its mark or by every other byte zero. */
function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE)
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isUtf16) return true
  let zeros = 0
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) zeros++
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26) controls++
  }
  if (zeros > 0) return controls === 0 && zeros > sample.length / 20 && zeros <= sample.length / 2
  return controls * 200 <= sample.length
}

/**
 * True when a compound file has a stream of this name. Directory entries are 128 bytes long and lie on multiples of
 * 128: the name in UTF-16, its length at 64, 2 for a stream at 66 ([MS-CFB] 2.6).
 */
export function hasStream(bytes: Uint8Array, name: string): boolean {
  const size = 2 * (name.length + 1)
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (bytes[at + 64] !== size || bytes[at + 65] !== 0 || bytes[at + 66] !== 2) continue
    let same = true
    for (let i = 0; same && i < name.length; i++) {
      same = bytes[at + 2 * i] === name.charCodeAt(i) && bytes[at + 2 * i + 1] === 0
    }
    if (same) return true
  }
  return false
}

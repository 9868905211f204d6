import type { TextPool } from '../textPool.ts'
import { LESS, SLASH, afterAside } from './byteScanner.ts'

/**
 * The text from `start` up to the next closing tag, through comments and CDATA sections. The slow way for the few
 * texts that have any. Null when it is not all there before `end`.
 */
export function readText(
  bytes: Uint8Array,
  start: number,
  end: number,
  pool: TextPool,
): { readonly text: string; readonly next: number } | null {
  let text = ''
  let from = start
  for (let at = start; ; at++) {
    if (bytes[at] !== LESS) continue
    if (at >= end) return null
    text += pool.decodeXml(bytes, from, at)
    if (bytes[at + 1] === SLASH) return { text, next: at }
    const next = afterAside(bytes, at, end)
    if (next <= 0) return next < 0 ? null : { text, next: at }
    // `<![CDATA[` has nine bytes, `]]>` three.
    if (bytes[at + 2] === 91) text += pool.decodeRaw(bytes, at + 9, next - 3)
    from = next
    at = next - 1
  }
}

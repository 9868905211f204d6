import type { TextPool } from '../textPool.ts'
import { type ByteScanner, LESS, SLASH, afterAside, afterTag, endsName, prefixLength } from './byteScanner.ts'
import { readText } from './readText.ts'

const [S, I, T, R, P, H] = [115, 105, 116, 114, 80, 104]
const BANG = 33

/** Reads the shared strings into the pool, in order: runs of rich text joined, phonetic guides (`rPh`) left out. */
export class SharedStringsScanner implements ByteScanner {
  private readonly pool: TextPool
  private prefix = -1

  constructor(pool: TextPool) {
    this.pool = pool
  }

  scan(bytes: Uint8Array, end: number): number {
    let i = 0
    for (;;) {
      while (bytes[i] !== LESS) i++
      if (i >= end) return end
      const aside = afterAside(bytes, i, end)
      if (aside < 0) return i
      if (aside > 0) {
        i = aside
        continue
      }
      const open = afterTag(bytes, i + 1)
      if (open > end) return i
      if (this.prefix < 0) this.prefix = prefixLength(bytes, i)
      const name = i + 1 + this.prefix
      if (bytes[name] === S && bytes[name + 1] === I && endsName(bytes[name + 2])) {
        const next = bytes[open - 2] === SLASH ? this.takeEmpty(open) : this.scanItem(bytes, open, end)
        if (next < 0) return i
        i = next
      } else i = open
    }
  }

  private takeEmpty(next: number): number {
    this.pool.append('')
    return next
  }

  /** From behind `<si>` to behind `</si>`; -1 when it is not all there. */
  private scanItem(bytes: Uint8Array, from: number, end: number): number {
    let i = from
    let text = ''
    let phonetic = false
    for (;;) {
      while (bytes[i] !== LESS) i++
      if (i >= end) return -1
      const closing = bytes[i + 1] === SLASH
      const name = i + (closing ? 2 : 1) + this.prefix
      const first = bytes[name]
      const aside = afterAside(bytes, i, end)
      if (aside < 0) return -1
      const next = aside > 0 ? aside : afterTag(bytes, i + 1)
      if (next > end) return -1
      if (first === T && !closing && endsName(bytes[name + 1]) && bytes[next - 2] !== SLASH) {
        let stop = next
        while (bytes[stop] !== LESS) stop++
        if (stop >= end) return -1
        if (bytes[stop + 1] === BANG) {
          const slow = readText(bytes, next, end, this.pool)
          if (!slow) return -1
          if (!phonetic) text += slow.text
          stop = slow.next
        } else if (!phonetic) {
          const piece = this.pool.decodeXml(bytes, next, stop)
          text = text === '' ? piece : text + piece
        }
        i = stop
        continue
      }
      if (closing && first === S && bytes[name + 1] === I && endsName(bytes[name + 2])) {
        this.pool.append(text)
        return next
      }
      if (first === R && bytes[name + 1] === P && bytes[name + 2] === H && endsName(bytes[name + 3])) {
        phonetic = !closing && bytes[next - 2] !== SLASH
      }
      i = next
    }
  }
}

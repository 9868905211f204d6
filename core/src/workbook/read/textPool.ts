import type { Codec } from '../zip/index.ts'
import { unescapeText } from './xlsx/unescapeText.ts'

/**
 * The texts of a workbook, each kept once and named by its index. Texts that come as bytes are recognised by their
 * bytes, so that only the first of many equal ones is ever decoded.
 */
export class TextPool {
  readonly texts: string[] = []
  /** Indexes of the texts that are empty; a cell with one of them is an empty cell. */
  readonly emptyTexts = new Set<number>()
  private readonly codec: Codec
  private readonly idsByText = new Map<string, number>()
  /** Open addressing by hash; 0 is free, else id + 1. Its length is a power of two. */
  private slots = new Int32Array(1 << 12)
  private knownCount = 0
  /** For each text that came as bytes: where its bytes lie in `arena`, and its id. */
  private spans = new Int32Array(3 << 10)
  private arena = new Uint8Array(1 << 16)
  private arenaEnd = 0

  constructor(codec: Codec) {
    this.codec = codec
  }

  /** Adds a text without looking whether it is there already (a shared string keeps its number). */
  append(text: string): number {
    const id = this.texts.push(text) - 1
    if (text === '') this.emptyTexts.add(id)
    return id
  }

  /** The index of a text. */
  intern(text: string): number {
    let id = this.idsByText.get(text)
    if (id === undefined) {
      const own = detached(text)
      id = this.append(own)
      this.idsByText.set(own, id)
    }
    return id
  }

  /** The index of the text that `bytes` from `start` up to `end` spell in XML (UTF-8, entities, `_x000D_`). */
  internXml(bytes: Uint8Array, start: number, end: number): number {
    const mask = this.slots.length - 1
    let slot = hashOf(bytes, start, end) & mask
    for (;;) {
      const known = (this.slots[slot] ?? 0) - 1
      if (known < 0) break
      if (this.sameBytes(known, bytes, start, end)) return this.spans[3 * known + 2] ?? 0
      slot = (slot + 1) & mask
    }
    const id = this.append(this.decodeXml(bytes, start, end))
    this.remember(slot, id, bytes, start, end)
    return id
  }

  /** The text that the bytes spell in XML. */
  decodeXml(bytes: Uint8Array, start: number, end: number): string {
    return unescapeText(this.codec.decodeText(bytes, start, end))
  }

  /** The text of the bytes as they are. */
  decodeRaw(bytes: Uint8Array, start: number, end: number): string {
    return this.codec.decodeText(bytes, start, end)
  }

  private sameBytes(known: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.spans[3 * known] ?? 0
    if (this.spans[3 * known + 1] !== end - start) return false
    for (let i = 0; i < end - start; i++) if (this.arena[from + i] !== bytes[start + i]) return false
    return true
  }

  private remember(slot: number, id: number, bytes: Uint8Array, start: number, end: number): void {
    const length = end - start
    const known = this.knownCount++
    if (this.arenaEnd + length > this.arena.length) {
      const arena = new Uint8Array(Math.max(2 * this.arena.length, this.arenaEnd + length))
      arena.set(this.arena)
      this.arena = arena
    }
    if (3 * known + 3 > this.spans.length) {
      const spans = new Int32Array(2 * this.spans.length)
      spans.set(this.spans)
      this.spans = spans
    }
    for (let i = 0; i < length; i++) this.arena[this.arenaEnd + i] = bytes[start + i] ?? 0
    this.spans[3 * known] = this.arenaEnd
    this.spans[3 * known + 1] = length
    this.spans[3 * known + 2] = id
    this.arenaEnd += length
    this.slots[slot] = known + 1
    if (2 * this.knownCount > this.slots.length) this.rehash()
  }

  private rehash(): void {
    const slots = new Int32Array(2 * this.slots.length)
    const mask = slots.length - 1
    for (let known = 0; known < this.knownCount; known++) {
      const from = this.spans[3 * known] ?? 0
      let slot = hashOf(this.arena, from, from + (this.spans[3 * known + 1] ?? 0)) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = known + 1
    }
    this.slots = slots
  }
}

/** The same text in memory of its own: a slice of a file's text would keep all of that alive. */
function detached(text: string): string {
  return ` ${text}`.slice(1)
}

/** FNV-1a, with the high bits folded into the low ones that choose the slot. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
  return hash ^ (hash >>> 15)
}

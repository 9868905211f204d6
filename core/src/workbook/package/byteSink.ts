const BLOCK = 1 << 18

/** Collects bytes and text into blocks. Blocks handed out are never written to again. */
export class ByteSink {
  #block = new Uint8Array(BLOCK)
  #at = 0
  #full: Uint8Array[] = []
  readonly #encoder = new TextEncoder()

  bytes(source: Uint8Array, from: number, to: number): void {
    let at = from
    while (at < to) {
      if (this.#at === BLOCK) this.#turn()
      const length = Math.min(to - at, BLOCK - this.#at)
      this.#block.set(source.subarray(at, at + length), this.#at)
      this.#at += length
      at += length
    }
  }

  text(text: string): void {
    let rest = text
    while (rest.length > 0) {
      // A character takes at most three bytes in UTF-8 per UTF-16 unit.
      if (BLOCK - this.#at < Math.min(rest.length * 3, BLOCK)) this.#turn()
      const { read, written } = this.#encoder.encodeInto(rest, this.#block.subarray(this.#at))
      this.#at += written
      rest = rest.slice(read)
    }
  }

  /** The blocks that are full since the last call. */
  take(): readonly Uint8Array[] {
    const full = this.#full
    this.#full = []
    return full
  }

  /** All that is left. */
  finish(): readonly Uint8Array[] {
    if (this.#at > 0) this.#turn()
    return this.take()
  }

  #turn(): void {
    this.#full.push(this.#block.subarray(0, this.#at))
    this.#block = new Uint8Array(BLOCK)
    this.#at = 0
  }
}

/** Where rows (or columns) begin on the screen, in pixels, with sizes of their own and hidden ones. */
export class LineSizes {
  readonly #starts: Float64Array
  readonly count: number

  constructor(count: number, usual: number, own: readonly (readonly [number, number])[]) {
    this.count = count
    this.#starts = new Float64Array(count + 1)
    const sizes = new Map(own)
    let at = 0
    for (let i = 0; i < count; i++) {
      this.#starts[i] = at
      at += sizes.get(i) ?? usual
    }
    this.#starts[count] = at
  }

  start(line: number): number {
    return this.#starts[Math.min(line, this.count)] ?? 0
  }

  size(line: number): number {
    return this.start(line + 1) - this.start(line)
  }

  get total(): number {
    return this.start(this.count)
  }

  /** The line at a place, by halving. */
  at(place: number): number {
    let low = 0
    let high = this.count - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.start(middle) <= place) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The next line in a direction that can be seen. */
  step(line: number, by: 1 | -1): number {
    let next = line + by
    while (next >= 0 && next < this.count && this.size(next) === 0) next += by
    return next < 0 || next >= this.count ? line : next
  }
}

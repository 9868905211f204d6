import type { Frame } from '../types.ts'

/**
 * The positions that expressions of one level are evaluated at: a batch of rows at the root, and below it the items of
 * a list for every position of the parent (compressed sparse rows). Filled anew for every batch, buffers reused.
 */
export abstract class Space {
  readonly parent: Space | null
  /** Positions in this batch. */
  n = 0
  /** Changes whenever the positions do. */
  version = 0
  /** Items of parent position p are positions starts[p] … starts[p+1]-1. */
  starts: Uint32Array = new Uint32Array(1)
  /** Parent position of each position. */
  parentAt: Uint32Array = new Uint32Array(0)
  /** By parent position: 0 the list is known, 1 some items may be missing from it, 2 there is no list (null). */
  doubt: Uint8Array | null = null
  private seen = -1

  constructor(parent: Space | null) {
    this.parent = parent
  }

  /** Brings the positions up to date with the parent's. */
  refresh(): void {
    const { parent } = this
    if (!parent) return
    parent.refresh()
    if (this.seen === parent.version) return
    this.seen = parent.version
    if (this.starts.length < parent.n + 1) this.starts = new Uint32Array(grown(parent.n + 1))
    this.rebuild(parent)
    this.version++
  }

  protected abstract rebuild(parent: Space): void

  protected reserve(count: number): void {
    if (this.parentAt.length >= count) return
    const larger = new Uint32Array(grown(count))
    larger.set(this.parentAt)
    this.parentAt = larger
  }

  /** A fresh doubt array for the parent's positions, all 0. */
  protected clearDoubt(parent: Space): Uint8Array {
    if (!this.doubt || this.doubt.length < parent.n) this.doubt = new Uint8Array(grown(parent.n))
    else this.doubt.fill(0, 0, parent.n)
    return this.doubt
  }
}

/** Capacity for at least `count` positions: a power of two, so that buffers settle quickly. */
export function grown(count: number): number {
  let size = 16
  while (size < count) size *= 2
  return size
}

/** A space whose positions are rows of a frame. */
export interface RowSpace extends Space {
  readonly frame: Frame
  /** Row of each position; null at the root, where position p is row `base + p`. */
  readonly rows: Uint32Array | null
  readonly base: number
}

/** The rows from…to of the frame judged. */
export class RootSpace extends Space implements RowSpace {
  readonly frame: Frame
  readonly rows = null
  base = 0

  constructor(frame: Frame) {
    super(null)
    this.frame = frame
  }

  move(from: number, to: number): void {
    this.base = from
    this.n = to - from
    this.version++
  }

  protected rebuild(): void {
    // the root has no parent to follow
  }
}

/** Positions of `from` expressed as positions of its ancestor `to`: for reading an outer value inside a loop. */
export class Ancestor {
  private readonly from: Space
  private readonly to: Space
  private readonly above: Ancestor | null
  private index: Uint32Array = new Uint32Array(0)
  private version = -1

  constructor(from: Space, to: Space) {
    this.from = from
    this.to = to
    this.above = from.parent && from.parent !== to ? new Ancestor(from.parent, to) : null
    if (!from.parent) throw new Error('not an ancestor')
  }

  /** By position of `from`; up to date once `from` is. */
  update(): Uint32Array {
    this.from.refresh()
    if (!this.above) return this.from.parentAt
    if (this.version === this.from.version) return this.index
    const above = this.above.update()
    const { parentAt, n } = this.from
    if (this.index.length < n) this.index = new Uint32Array(grown(n))
    for (let i = 0; i < n; i++) this.index[i] = above[parentAt[i] ?? 0] ?? 0
    this.version = this.from.version
    return this.index
  }

  get target(): Space {
    return this.to
  }
}

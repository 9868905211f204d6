import type { Frame, FeelValue, RelationRows } from '../types.ts'
import { isList } from '../values/temporal.ts'
import type { RowIndex } from './rowIndex.ts'
import type { RowSpace } from './space.ts'
import { grown, Space } from './space.ts'
import type { Vec } from './vec.ts'

/** The rows of another table that belong to each position's row. */
export class RelationSpace extends Space implements RowSpace {
  readonly frame: Frame
  rows: Uint32Array = new Uint32Array(0)
  readonly base = 0
  private readonly relation: RelationRows
  private readonly at: RowIndex

  constructor(parent: Space, relation: RelationRows, at: RowIndex) {
    super(parent)
    this.frame = relation.frame
    this.relation = relation
    this.at = at
  }

  protected rebuild(parent: Space): void {
    const { offsets, rows } = this.relation
    const own = this.at.rows(parent.n)
    let count = 0
    for (let p = 0; p < parent.n; p++) {
      const row = own[p] ?? 0
      const start = offsets[row] ?? 0
      const end = offsets[row + 1] ?? start
      this.starts[p] = count
      this.reserve(count + end - start)
      if (this.rows.length < count + end - start) {
        const larger = new Uint32Array(grown(count + end - start))
        larger.set(this.rows)
        this.rows = larger
      }
      for (let i = start; i < end; i++) {
        this.parentAt[count] = p
        this.rows[count] = rows[i] ?? 0
        count++
      }
    }
    this.starts[parent.n] = count
    this.n = count
  }
}

/** The items of plain lists. A single value is a list of one; null is no list. */
export class ValueSpace extends Space {
  items: FeelValue[] = []
  private readonly lists: Vec

  constructor(parent: Space, lists: Vec) {
    super(parent)
    this.lists = lists
  }

  protected rebuild(parent: Space): void {
    this.lists.update(parent.n)
    const doubt = this.clearDoubt(parent)
    this.items = []
    for (let p = 0; p < parent.n; p++) {
      this.starts[p] = this.items.length
      const list = this.lists.valueAt(p)
      if (list === null) doubt[p] = 2
      else if (isList(list)) for (const item of list) this.items.push(item)
      else this.items.push(list)
      this.reserve(this.items.length)
      this.parentAt.fill(p, this.starts[p], this.items.length)
    }
    this.starts[parent.n] = this.items.length
    this.n = this.items.length
  }
}

/** The items of a space that a condition keeps; strict: where it is null for one, the list is in doubt. */
export class FilterSpace extends Space {
  readonly source: Space
  /** Position in the source of each item kept. */
  picked: Uint32Array = new Uint32Array(0)
  protected readonly condition: Vec
  protected readonly strict: boolean

  constructor(source: Space, condition: Vec, strict: boolean) {
    super(source.parent)
    this.source = source
    this.condition = condition
    this.strict = strict
  }

  protected rebuild(parent: Space): void {
    const { source, condition } = this
    source.refresh()
    condition.update(source.n)
    this.reserve(source.n)
    if (this.picked.length < source.n) this.picked = new Uint32Array(grown(source.n))
    const doubt = this.clearDoubt(parent)
    let count = 0
    for (let p = 0; p < parent.n; p++) {
      this.starts[p] = count
      doubt[p] = source.doubt?.[p] ?? 0
      const end = source.starts[p + 1] ?? 0
      for (let i = source.starts[p] ?? 0; i < end; i++) {
        const truth = condition.bytes[i] ?? 2
        if (truth === 1) {
          this.parentAt[count] = p
          this.picked[count++] = i
        } else if (truth === 2 && this.strict && doubt[p] === 0) doubt[p] = 1
      }
    }
    this.starts[parent.n] = count
    this.n = count
  }
}

/** A filtered space whose items are rows. */
export class FilteredRows extends FilterSpace implements RowSpace {
  readonly frame: Frame
  rows: Uint32Array = new Uint32Array(0)
  readonly base = 0
  private readonly rowSource: RowSpace

  constructor(source: RowSpace, condition: Vec, strict: boolean) {
    super(source, condition, strict)
    this.rowSource = source
    this.frame = source.frame
  }

  protected override rebuild(parent: Space): void {
    super.rebuild(parent)
    if (this.rows.length < this.n) this.rows = new Uint32Array(grown(this.n))
    const from = this.rowSource.rows
    for (let i = 0; i < this.n; i++) this.rows[i] = from?.[this.picked[i] ?? 0] ?? 0
  }
}

/** `押品.支付`: the lists of every item of a space, as one list for the parent. */
export class JoinedRows extends Space implements RowSpace {
  readonly frame: Frame
  rows: Uint32Array = new Uint32Array(0)
  readonly base = 0
  private readonly inner: RowSpace
  private readonly outer: Space

  /** `inner`'s parent is `outer`; the result hangs on `outer`'s parent. */
  constructor(outer: Space, inner: RowSpace) {
    super(outer.parent)
    this.outer = outer
    this.inner = inner
    this.frame = inner.frame
  }

  protected rebuild(parent: Space): void {
    const { outer, inner } = this
    outer.refresh()
    inner.refresh()
    this.reserve(inner.n)
    if (this.rows.length < inner.n) this.rows = new Uint32Array(grown(inner.n))
    const doubt = this.clearDoubt(parent)
    for (let p = 0; p < parent.n; p++) {
      const first = outer.starts[p] ?? 0
      const last = outer.starts[p + 1] ?? 0
      this.starts[p] = inner.starts[first] ?? 0
      doubt[p] = outer.doubt?.[p] ?? 0
      for (let o = first; o < last; o++) doubt[p] = Math.max(doubt[p] ?? 0, inner.doubt?.[o] ? 1 : 0)
      this.parentAt.fill(p, this.starts[p], inner.starts[last] ?? 0)
    }
    this.starts[parent.n] = inner.n
    for (let i = 0; i < inner.n; i++) this.rows[i] = inner.rows?.[i] ?? 0
    this.n = inner.n
  }
}

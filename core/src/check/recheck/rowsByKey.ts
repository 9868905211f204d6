/** Rows by key, kept up to date as rows change. Most keys have one row, which is kept without a list. */
export class RowsByKey {
  private readonly known = new Map<string, number | number[]>()

  add(key: string, row: number): void {
    if (key === '') return
    const before = this.known.get(key)
    if (before === undefined) this.known.set(key, row)
    else if (typeof before === 'number') {
      if (before !== row) this.known.set(key, [before, row])
    } else if (row > (before.at(-1) ?? -1) || !before.includes(row)) before.push(row)
  }

  remove(key: string, row: number): void {
    const before = this.known.get(key)
    if (before === undefined) return
    if (typeof before === 'number') {
      if (before === row) this.known.delete(key)
      return
    }
    const at = before.indexOf(row)
    if (at >= 0) before.splice(at, 1)
  }

  rows(key: string): readonly number[] {
    if (key === '') return none
    const found = this.known.get(key)
    return found === undefined ? none : typeof found === 'number' ? [found] : found
  }
}

const none: readonly number[] = []

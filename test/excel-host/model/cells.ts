import { type Area, area } from './area.ts'
import { type Column, capacityFor, emptyColumn, rekeyed } from './cellColumn.ts'

/** What a cell holds; null is an empty cell. */
export type CellValue = number | string | boolean | null

export const EMPTY = 0
export const NUMBER = 1
export const TEXT = 2
export const BOOLEAN = 3
export const ERROR = 4

export const ERRORS: readonly string[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
]

/** Every text once; the first ones are the file's shared strings, in their order, so that they can be named again. */
export class TextPool {
  readonly texts: string[] = []
  readonly #ids = new Map<string, number>()
  /** How many come from the file. */
  shared = 0

  add(text: string): number {
    const known = this.#ids.get(text)
    return known ?? this.append(text)
  }

  /** Appends without looking: two shared strings may read the same and differ in their formatting. */
  append(text: string): number {
    const id = this.texts.push(text) - 1
    if (!this.#ids.has(text)) this.#ids.set(text, id)
    return id
  }

  text(id: number): string {
    return this.texts[id] ?? ''
  }
}

/** The columns as they were; cheap to take, each column is copied when it is first written after that. */
export interface CellsSnapshot {
  readonly columns: readonly (Column | undefined)[]
  readonly rowCount: number
}

/** The cells of one sheet, a few typed arrays per column. */
export class Cells {
  readonly pool: TextPool
  #columns: (Column | undefined)[] = []
  /** No cell lies at or below this row. */
  rowCount = 0
  /** Goes up with every write. */
  version = 0

  constructor(pool: TextPool) {
    this.pool = pool
  }

  get columnCount(): number {
    return this.#columns.length
  }

  kind(row: number, column: number): number {
    return this.#columns[column]?.kinds[row] ?? EMPTY
  }

  /** The number, the place in the pool, the error's place in `ERRORS`, or 0 and 1. */
  raw(row: number, column: number): number {
    return this.#columns[column]?.numbers[row] ?? 0
  }

  value(row: number, column: number): CellValue {
    const held = this.#columns[column]
    const kind = held?.kinds[row] ?? EMPTY
    if (!held || kind === EMPTY) return null
    const raw = held.numbers[row] ?? 0
    if (kind === NUMBER) return raw
    if (kind === TEXT) return this.pool.text(raw)
    return kind === BOOLEAN ? raw === 1 : (ERRORS[raw] ?? '#N/A')
  }

  formula(row: number, column: number): string | undefined {
    return this.#columns[column]?.formulas?.get(row)
  }

  /** The cell's own style, or -1. */
  style(row: number, column: number): number {
    return (this.#columns[column]?.styles[row] ?? 0) - 1
  }

  setValue(row: number, column: number, value: CellValue, isError = false): void {
    const at = this.#writable(row, column)
    at.formulas?.delete(row)
    if (value === null || value === '') this.put(row, column, EMPTY, 0)
    else if (typeof value === 'number') this.put(row, column, NUMBER, value)
    else if (typeof value === 'boolean') this.put(row, column, BOOLEAN, value ? 1 : 0)
    else if (isError && ERRORS.includes(value)) this.put(row, column, ERROR, ERRORS.indexOf(value))
    else this.put(row, column, TEXT, this.pool.add(value))
  }

  put(row: number, column: number, kind: number, raw: number): void {
    const at = this.#writable(row, column)
    at.kinds[row] = kind
    at.numbers[row] = raw
  }

  setFormula(row: number, column: number, formula: string | undefined): void {
    const at = this.#writable(row, column)
    if (formula === undefined) at.formulas?.delete(row)
    else (at.formulas ??= new Map()).set(row, formula)
  }

  setStyle(row: number, column: number, style: number): void {
    this.#writable(row, column).styles[row] = style + 1
  }

  /** Formulas of a column, by row. */
  formulasOf(column: number): ReadonlyMap<number, string> | null {
    return this.#columns[column]?.formulas ?? null
  }

  /** The rectangle of cells that hold something; with `valuesOnly` a style alone does not count. */
  used(valuesOnly: boolean): Area | null {
    let top = Number.POSITIVE_INFINITY
    let bottom = -1
    let left = Number.POSITIVE_INFINITY
    let right = -1
    for (const [c, column] of this.#columns.entries()) {
      if (!column) continue
      const has = (row: number) => column.kinds[row] !== 0 || (!valuesOnly && column.styles[row] !== 0)
      let first = 0
      while (first < this.rowCount && !has(first)) first++
      if (first === this.rowCount) continue
      let last = this.rowCount - 1
      while (!has(last)) last--
      top = Math.min(top, first)
      bottom = Math.max(bottom, last)
      left = Math.min(left, c)
      right = c
    }
    return right < 0 ? null : area(top, left, bottom - top + 1, right - left + 1)
  }

  snapshot(): CellsSnapshot {
    for (const column of this.#columns) if (column) column.held = true
    return { columns: [...this.#columns], rowCount: this.rowCount }
  }

  restore(snapshot: CellsSnapshot): void {
    this.version++
    this.#columns = [...snapshot.columns]
    for (const column of this.#columns) if (column) column.held = true
    this.rowCount = snapshot.rowCount
  }

  /** Moves the cells of these columns from `row` on down by `count`; the gap takes the style of the row above. */
  insertRows(row: number, count: number, from: number, to: number): void {
    const old = this.rowCount
    this.#grow(Math.max(old, row) + count)
    for (let c = from; c < Math.min(to, this.#columns.length); c++) {
      if (!this.#columns[c]) continue
      const column = this.#writable(this.rowCount - 1, c)
      for (const list of [column.kinds, column.numbers, column.styles]) {
        list.copyWithin(row + count, row, old)
        list.fill(0, row, row + count)
      }
      if (row > 0) column.styles.fill(column.styles[row - 1] ?? 0, row, row + count)
      column.formulas = rekeyed(column.formulas, (r) => (r >= row ? r + count : r))
    }
  }

  deleteRows(row: number, count: number, from: number, to: number): void {
    const end = Math.min(row + count, this.rowCount)
    if (row >= this.rowCount) return
    for (let c = from; c < Math.min(to, this.#columns.length); c++) {
      if (!this.#columns[c]) continue
      const column = this.#writable(this.rowCount - 1, c)
      for (const list of [column.kinds, column.numbers, column.styles]) {
        list.copyWithin(row, end, this.rowCount)
        list.fill(0, this.rowCount - (end - row), this.rowCount)
      }
      column.formulas = rekeyed(column.formulas, (r) => (r >= end ? r - count : r >= row ? -1 : r))
    }
    if (from === 0 && to >= this.#columns.length) this.rowCount -= end - row
  }

  /** Moves cells of these rows right by `count`, or whole columns when the rows are all rows. */
  insertColumns(column: number, count: number, from: number, to: number): void {
    this.version++
    if (from === 0 && to >= this.rowCount) {
      // the column right of the last one takes the look of that, too
      if (column <= this.#columns.length) {
        const left = this.#columns[column - 1]
        this.#columns.splice(column, 0, ...Array.from({ length: count }, () => undefined))
        if (left) {
          for (let c = column; c < column + count; c++) {
            for (let r = 0; r < this.rowCount; r++) {
              const style = left.styles[r] ?? 0
              if (style > 0) this.setStyle(r, c, style - 1)
            }
          }
        }
      }
      return
    }
    const width = this.#columns.length
    for (let r = from; r < Math.min(to, this.rowCount); r++) {
      for (let c = width - 1; c >= column; c--) this.#move(r, c, r, c + count)
      for (let c = column; c < column + count; c++) this.clear(r, c)
    }
  }

  deleteColumns(column: number, count: number, from: number, to: number): void {
    this.version++
    if (from === 0 && to >= this.rowCount) {
      this.#columns.splice(column, count)
      return
    }
    const width = this.#columns.length
    for (let r = from; r < Math.min(to, this.rowCount); r++) {
      for (let c = column; c < width; c++) {
        if (c + count < width) this.#move(r, c + count, r, c)
        else this.clear(r, c)
      }
    }
  }

  /** Row `row + i` of these columns takes what row `row + order[i]` had. */
  reorder(row: number, order: readonly number[], from: number, to: number): void {
    for (let c = from; c < Math.min(to, this.#columns.length); c++) {
      const old = this.#columns[c]
      if (!old) continue
      const source = {
        ...old,
        kinds: old.kinds.slice(),
        numbers: old.numbers.slice(),
        styles: old.styles.slice(),
      }
      const column = this.#writable(row, c)
      const formulas = old.formulas ? new Map(old.formulas) : null
      for (const [i, k] of order.entries()) {
        column.kinds[row + i] = source.kinds[row + k] ?? 0
        column.numbers[row + i] = source.numbers[row + k] ?? 0
        column.styles[row + i] = source.styles[row + k] ?? 0
        const formula = old.formulas?.get(row + k)
        if (formula !== undefined) formulas?.set(row + i, formula)
        else formulas?.delete(row + i)
      }
      column.formulas = formulas
    }
  }

  clear(row: number, column: number): void {
    if (!this.#columns[column] || row >= this.rowCount) return
    const at = this.#writable(row, column)
    at.kinds[row] = 0
    at.numbers[row] = 0
    at.styles[row] = 0
    at.formulas?.delete(row)
  }

  #move(row: number, column: number, toRow: number, toColumn: number): void {
    const formula = this.formula(row, column)
    const style = this.style(row, column)
    this.put(toRow, toColumn, this.kind(row, column), this.raw(row, column))
    if (style >= 0) this.setStyle(toRow, toColumn, style)
    else this.#writable(toRow, toColumn).styles[toRow] = 0
    this.setFormula(toRow, toColumn, formula)
    this.clear(row, column)
  }

  #writable(row: number, column: number): Column {
    this.version++
    if (row >= this.rowCount) this.#grow(row + 1)
    let at = this.#columns[column]
    if (!at) {
      at = emptyColumn(capacityFor(this.rowCount))
      while (this.#columns.length < column) this.#columns.push(undefined)
      this.#columns[column] = at
    } else if (at.held || at.kinds.length < this.rowCount) {
      const larger = emptyColumn(Math.max(at.kinds.length, capacityFor(this.rowCount)))
      larger.kinds.set(at.kinds)
      larger.numbers.set(at.numbers)
      larger.styles.set(at.styles)
      larger.formulas = at.formulas ? new Map(at.formulas) : null
      this.#columns[column] = larger
      at = larger
    }
    return at
  }

  #grow(rows: number): void {
    this.rowCount = Math.max(this.rowCount, rows)
  }
}

import {
  type FoundGrid,
  gridFamily,
  headCells,
  type HeadCell,
  rowLimit,
  rowUnder,
  standsUnder,
} from './grids.ts'
import { joinChoices } from './joinUnits.ts'
import { cleanLabel, endsWithColon, labelness } from './labelText.ts'
import { solid, type Unit } from './model.ts'
import { type PairContext, pairUp, textPair } from './pairUp.ts'
import { plainRow } from './plainRow.ts'
import { isShown } from './seen.ts'
import { Settler } from './settle.ts'
import {
  columnShift,
  isQuestions,
  labelCells,
  readTable,
  rowFacts,
  type RowFacts,
  type TableRead,
} from './tables.ts'
import * as words from './words.ts'

/** Titles whose rows may follow in a table of their own. */
interface PendingHead {
  readonly heads: HeadCell[]
  readonly table: Element
  bottom: number
}

/** Reads tables: lists row by row, forms by label and value, titles whose rows stand elsewhere. */
export abstract class TableReader extends Settler {
  #pendingHeads: PendingHead[] = []
  /** How many were looked at so far. */
  elements = 0

  abstract read(element: Element, shown?: boolean): Unit | null
  abstract readDeep(element: Element): Generator<undefined, Unit | null>
  abstract atOnce(element: Element, shown: boolean): Unit | null | undefined
  abstract childrenOf(element: Element): Node[]
  abstract readChildren(element: Element): Unit[]
  abstract readNode(node: Node | undefined, parent: Element): Unit | null

  *readTableDeep(table: HTMLTableElement): Generator<undefined, Unit | null> {
    if (!this.hidden && !isShown(table)) return this.leave(table.textContent ?? '', 'hidden')
    const choices = this.#choicesOf(table)
    if (choices) return choices
    if (table.caption) {
      this.section = cleanLabel(table.caption.textContent ?? '')
      this.addHeading(this.section)
    }
    const first = firstShown(table, this.hidden)
    const cells = first ? [...first.cells].filter((cell) => this.hidden || cell.checkVisibility()) : []
    const owner = this.#headOver(table, cells)
    yield
    const read = readTable(table, this.hidden)
    yield
    if (owner && read.shape !== 'header') {
      yield* this.#readBody(table, owner)
      return solid(table)
    }
    if (read.shape === 'grid') yield* this.#readGrid(table, read)
    else if (read.shape === 'header') this.#keepHeader(table, read)
    else if (read.shape === 'stacked') this.#readStacked(read.rows)
    else {
      const { section } = this
      const unit = yield* this.#readForm(table, read)
      // what a table says of itself ends with it; a title alone in a table speaks of what follows
      if (read.rows.length > 1) this.section = section
      return unit
    }
    return solid(table)
  }

  /** A table that only lays out the radios or checkboxes of one question, as server controls and libraries do. */
  #choicesOf(table: HTMLTableElement): Unit | null {
    if (table.rows.length > 12 || !table.querySelector('input[type=radio],input[type=checkbox]')) return null
    const units: Unit[] = []
    for (const row of table.rows) {
      for (const cell of row.cells) {
        const inputs = cell.querySelectorAll('input,select,textarea,table,button')
        if (inputs.length === 0 && !/\S/u.test(cell.textContent ?? '')) continue
        const [input] = inputs
        const choice = inputs.length === 1 && input?.matches('[type=radio],[type=checkbox]')
        if (!choice || !/^\s*\S.{0,20}\s*$/u.test(cell.textContent ?? '')) return null
        units.push(...this.readChildren(cell))
      }
    }
    const joined = joinChoices(units)
    const [only] = joined
    return joined.length === 1 && only?.is === 'control' ? only : null
  }

  /** The titles that stand over this table's rows: right above them, or in the same widget of a library. */
  #headOver(table: HTMLTableElement, cells: readonly Element[]): PendingHead | undefined {
    const library = gridFamily(table) !== 'native'
    if (cells.length === 0 || (cells.length === 1 && !library) || table.querySelector('table'))
      return undefined
    const { top, bottom } = table.getBoundingClientRect()
    const others = this.#pendingHeads.filter((one) => one.table !== table)
    const head =
      others.findLast(
        (one) => (library || Math.abs(top - one.bottom) < 30) && standsUnder(one.heads, cells),
      ) ?? others.findLast((one) => library && one.heads.length === cells.length && cells.length > 1)
    if (head) head.bottom = bottom
    return head
  }

  #keepHeader(table: HTMLTableElement, read: TableRead): void {
    const heads = headCells(read)
    this.#pendingHeads.push({ heads, table, bottom: table.getBoundingClientRect().bottom })
    this.#newGrid(table, heads)
  }

  #newGrid(element: Element, columns: HeadCell[]): FoundGrid {
    const grid: FoundGrid = {
      element,
      family: gridFamily(element),
      columns,
      rows: [],
      rowElements: [],
      rowCount: 0,
      hidden: this.hidden,
      title: this.section,
    }
    if (!isProperties(grid)) this.page.grids.push(grid)
    return grid
  }

  *#readGrid(table: HTMLTableElement, read: TableRead): Generator<undefined, void> {
    const grid = this.#newGrid(table, headCells(read))
    yield* this.#fillGrid(grid, [...read.rows.slice(read.titles + 1).map(({ row }) => row), ...read.more])
    if (grid.rows.length === 0)
      this.#pendingHeads.push({ heads: grid.columns, table, bottom: table.getBoundingClientRect().bottom })
  }

  /** Rows in a table apart from their titles; one table per row adds to the same grid. */
  *#readBody(
    table: HTMLTableElement,
    { heads, table: head }: { heads: HeadCell[]; table: Element },
  ): Generator<undefined, void> {
    const grid = this.page.grids.find(({ element }) => element === head)
    if (grid) yield* this.#fillGrid(grid, rowsShown(table, this.hidden))
    else yield* this.#fillGrid(this.#newGrid(head, heads), rowsShown(table, this.hidden))
  }

  *#fillGrid(grid: FoundGrid, rows: readonly HTMLTableRowElement[]): Generator<undefined, void> {
    for (const [index, row] of rows.entries()) {
      if (index % 20 === 19) yield
      if (!this.hidden && !row.checkVisibility()) continue
      if (grid.rows.length >= rowLimit) {
        grid.rowCount++
        continue
      }
      const cells = [...row.cells].filter((cell) => this.hidden || cell.checkVisibility())
      if (cells.every((cell) => cell.tagName === 'TH' && cells.length > 1)) continue
      if (cells.length === 1 && grid.columns.length > 1) continue
      grid.rowCount++
      const texts = rowUnder(grid.columns, cells)
      const [name, value] = cells.slice(-2)
      if (isProperties(grid) && name && value) {
        this.add([textPair(texts.at(-2) ?? '', { node: name, star: false }, texts.at(-1) ?? '', value, 0.9)])
        continue
      }
      if (texts.every((text) => text === '')) {
        grid.rowCount--
        continue
      }
      grid.rows.push(texts)
      grid.rowElements.push(row)
    }
  }

  /** A row of titles over a row of values. */
  #readStacked(given: readonly RowFacts[]): void {
    const lone = (row: RowFacts | undefined): boolean =>
      row?.cells.length === 1 && row.cells[0]?.control === true
    const rows = given.filter((row, index) => row.cells.length > 1 || lone(row) || lone(given[index + 1]))
    const from = rows.findIndex(({ cells }) => cells.length > 1)
    for (let at = Math.max(0, from); at + 1 < rows.length; at += 2) {
      const [titles, values] = [rows[at], rows[at + 1]]
      if (!titles || !values) break
      for (const [index, { cell: title }] of titles.cells.entries()) {
        const value = values.cells[index]?.cell
        if (!value) continue
        const label = this.read(title)
        const unit = this.read(value)
        if (label?.is === 'text' && unit)
          this.add(pairUp([{ ...label, strong: true }, unit], { row: true }).pairs)
      }
    }
  }

  *#readForm(table: HTMLTableElement, read: TableRead): Generator<undefined, Unit | null> {
    const drawn = labelCells(read.rows)
    yield
    let cells: RowFacts['cells'] = []
    const context: PairContext = {
      row: true,
      drawnAsLabel({ node }) {
        const shift = columnShift(cells)
        const column = cells.findIndex(({ cell }) => cell.contains(node)) - shift
        const cell = cells[column + shift]
        return cell && column >= 0 ? drawn(cell, column, (cells.length - shift) % 2 === 0) : null
      },
    }
    let waiting: Unit | null = null
    let result: Unit | null = null
    let groupEnds = 0
    let rested = 0
    let outer = this.section
    let index = -1
    let answers: Element | null = null
    for (const one of [...read.rows, ...read.more]) {
      index++
      if (this.elements - rested > 40) {
        rested = this.elements
        yield
      }
      if (index >= groupEnds && groupEnds > 0) {
        this.section = outer
        groupEnds = 0
      }
      const far = one instanceof HTMLTableRowElement
      const element = far ? one : one.row
      if (element === answers) continue
      const pairs = this.hidden ? null : plainRow(element, this.sight)
      if (pairs) {
        this.elements += pairs.length * 4
        this.add(pairs)
        waiting = null
        result = solid(table)
        continue
      }
      const row = far ? rowFacts(one, this.hidden, read.flat) : one
      if (!row) continue
      ;({ cells } = row)
      const next = far ? undefined : read.rows[index + 1]
      if (next && cells.length > 1 && isQuestions(row, next)) {
        this.#readStacked([row, next])
        answers = next.row
        result = solid(table)
        continue
      }
      const units: Unit[] = []
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at]?.cell
        const first = cell?.firstElementChild
        const small = !first || (!first.firstElementChild && !first.nextElementSibling)
        const unit = cell && (small ? this.read(cell, true) : yield* this.readDeep(cell))
        if (unit) units.push(unit)
      }
      const before = this.section
      const span = row.cells[0]?.cell.rowSpan ?? 1
      result = this.#settleRow(row, units, context, waiting)
      const lone = read.rows.length === 1 && row.cells.length === 1
      if (result?.is === 'control' && !lone) this.nameAlone(result.control)
      if (span > 1 && this.section !== before) {
        outer = before
        groupEnds = index + span
      }
      waiting = result?.is === 'text' && row.cells.length === 1 ? result : null
    }
    return read.rows.length === 1 && read.rows[0]?.cells.length === 1 ? result : solid(table)
  }

  /** One row of a form table; a lone text over a row may label the control in the next one. */
  #settleRow(row: RowFacts, given: readonly Unit[], context: PairContext, above: Unit | null): Unit | null {
    const units = this.#withoutGroupTitle(given, row)
    const texts = units.filter((unit) => unit.is === 'text')
    if (
      texts.some(({ text }) => words.chromeWord.test(text)) ||
      // what is told apart from texts and controls may have taken such words in
      (units.some(({ is }) => is !== 'text' && is !== 'control') &&
        row.cells.some(({ text }) => text.length < 80 && words.chromeWord.test(text)))
    ) {
      this.leave(row.row.textContent ?? '', 'footer')
      return solid(row.row)
    }
    if (
      texts.length > 1 &&
      texts.length === units.length &&
      row.cells.every(({ span }) => span > 1) &&
      texts.every(({ text }) => labelness(text) >= 0.4 && !endsWithColon(text))
    ) {
      return solid(row.row)
    }
    const alone = units.length === 1 ? units[0] : undefined
    if (alone?.is === 'text') {
      if (alone.text.length <= 40 && !endsWithColon(alone.text) && row.cells.length === 1) {
        this.section = cleanLabel(alone.text)
        this.addHeading(this.section)
      }
      return alone
    }
    if (alone?.is === 'control' && above?.is === 'text') {
      this.add(pairUp([above, alone], { row: true }).pairs)
      return solid(row.row)
    }
    if (alone?.is === 'control' && row.cells.length === 1) return alone
    this.unitOfPair(units)
    const { pairs, left } = pairUp(units, context)
    if (
      pairs.some(({ label }) => words.signWord.test(label)) &&
      pairs.every(({ control, value }) => !control && value === '')
    ) {
      this.leave(row.row.textContent ?? '', 'signature')
      return solid(row.row)
    }
    this.add(pairs)
    for (const unit of left) if (unit.is === 'control') this.nameAlone(unit.control)
    return solid(row.row)
  }

  /** A cell over several rows, or one before a whole pair, names a group, not a field. */
  #withoutGroupTitle(units: readonly Unit[], row: RowFacts): readonly Unit[] {
    const first = units[0]
    const second = units[1]
    const third = units[2]
    if (first?.is !== 'text' || second?.is !== 'text' || !third || cleanLabel(first.text) === '') return units
    const cell = row.cells.find((one) => one.cell === first.node || one.cell.contains(first.node))?.cell
    const tall = (cell?.rowSpan ?? 1) > 1 && labelness(second.text) > 0.2
    const odd =
      units.length % 2 === 1 &&
      third.is === 'control' &&
      labelness(second.text) > 0.2 &&
      !endsWithColon(first.text)
    if (!tall && !odd) return units
    this.section = cleanLabel(first.text)
    return units.slice(1)
  }
}

/** 名称 and 值 over rows: a form drawn as a list. */
function isProperties({ columns }: FoundGrid): boolean {
  const titles = columns.flatMap(({ text }) => text || []).join('|')
  return /^(名称|项目|[属性要素字段]{2}名?)\|([属性字段取]{0,2}值|内容)$|^name\|value$/iu.test(titles)
}

function firstShown(table: HTMLTableElement, hidden: boolean): HTMLTableRowElement | undefined {
  for (const row of table.rows) if (hidden || row.checkVisibility()) return row
  return undefined
}

function rowsShown(table: HTMLTableElement, hidden: boolean): HTMLTableRowElement[] {
  return [...table.rows].filter((row) => hidden || row.checkVisibility())
}

import { type Area, area } from '../model/area.ts'
import { box } from './boxes.ts'
import { tabbedText } from './clipboardText.ts'
import { type GridSizes, drawCells } from './drawCells.ts'
import { drawChart } from './drawChart.ts'
import { HEAD_HEIGHT, columnHeads, rowHeads } from './drawHeads.ts'
import type { ExcelLink } from './excelLink.ts'
import { LineSizes } from './lineSizes.ts'
import type { Facts, View } from './viewOf.ts'

/** Rows and columns past the last used one. */
const SPARE_ROWS = 100
const SPARE_COLUMNS = 12
/** Browsers end an element at some height; a ledger of a million rows is not shown. */
const MOST_ROWS = 400_000

interface SheetViewOptions {
  readonly excel: ExcelLink
  readonly selection: () => Area
  readonly onDrawn: () => void
}

/** Cells, heads and frozen rows of a sheet: only what is in sight is in the page. */
export class SheetView {
  readonly element = box('area')
  /** As large as the sheet; it is scrolled. */
  readonly spacer = box('spacer')
  readonly #options: SheetViewOptions
  readonly #scroller = box('scroller')
  readonly #body = box('layer body')
  readonly #columnHeads = box('layer heads columns')
  readonly #rowHeads = box('layer heads rows')
  readonly #corner = box('corner')
  readonly #frozen = box('layer frozen')
  readonly #frozenHeads = box('layer heads rows')
  #facts: Facts | null = null
  #rows = new LineSizes(SPARE_ROWS, 19, [])
  #columns = new LineSizes(SPARE_COLUMNS, 64, [])
  #linesOf = ''
  #view: View | null = null
  #viewArea: Area = area(0, 0)
  #drawing = false
  #again = false

  constructor(options: SheetViewOptions) {
    this.#options = options
    this.spacer.append(this.#body)
    this.#scroller.append(this.spacer)
    this.element.append(
      this.#scroller,
      this.#frozen,
      this.#rowHeads,
      this.#frozenHeads,
      this.#columnHeads,
      this.#corner,
    )
    this.#scroller.addEventListener('scroll', () => {
      this.#heads(this.#viewArea, this.#scroller.scrollTop, this.#scroller.scrollLeft)
      this.#slideFrozen()
      void this.draw()
    })
    new ResizeObserver(() => void this.draw()).observe(this.#scroller)
  }

  get sizes(): GridSizes {
    return { rows: this.#rows, columns: this.#columns }
  }

  get height(): number {
    return this.#scroller.clientHeight
  }

  /** Another sheet begins at its top, where that is wanted. */
  async show(facts: Facts, fromTop: boolean): Promise<void> {
    const isOther = !this.#facts || facts.active !== this.#facts.active
    this.#facts = facts
    if (isOther && fromTop) this.#scroller.scrollTo(0, 0)
    await this.draw()
  }

  entryOf({ row, column }: { readonly row: number; readonly column: number }): string {
    return this.#view?.cells[row - this.#viewArea.row]?.[column - this.#viewArea.column]?.entry ?? ''
  }

  /** What is copied of an area; out of sight it is empty. */
  textOf(wanted: Area): string {
    return this.#view ? tabbedText(this.#view, this.#viewArea, wanted) : ''
  }

  cellAt(event: MouseEvent): { row: number; column: number } {
    const frame = this.spacer.getBoundingClientRect()
    const fromTop = event.clientY - this.#scroller.getBoundingClientRect().top
    const isFrozen = fromTop < this.#rows.start(this.#facts?.frozenRows ?? 0)
    return {
      row: this.#rows.at(isFrozen ? fromTop : event.clientY - frame.top),
      column: this.#columns.at(event.clientX - frame.left),
    }
  }

  reveal(row: number, column: number): void {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.#scroller
    const [x, y] = [this.#columns.start(column), this.#rows.start(row)]
    const [right, bottom] = [x + this.#columns.size(column), y + this.#rows.size(row)]
    const left = x < scrollLeft ? x : right > scrollLeft + clientWidth ? right - clientWidth : scrollLeft
    const frozen = this.#rows.start(this.#facts?.frozenRows ?? 0)
    const top =
      y >= frozen && y < scrollTop + frozen
        ? y - frozen
        : bottom > scrollTop + clientHeight
          ? bottom - clientHeight + 40
          : scrollTop
    if (left !== scrollLeft || top !== scrollTop) this.#scroller.scrollTo(left, top)
  }

  /** Fetches what is in sight and puts it into the page; calls that come meanwhile are one more at the end. */
  async draw(): Promise<void> {
    if (this.#drawing) {
      this.#again = true
      return
    }
    this.#drawing = true
    try {
      do {
        this.#again = false
        await this.#drawOnce()
      } while (this.#again)
    } finally {
      this.#drawing = false
    }
  }

  async #drawOnce(): Promise<void> {
    const facts = this.#facts
    if (!facts) return
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.#scroller
    const first = this.#rows.at(Math.max(0, scrollTop - 100))
    const left = this.#columns.at(Math.max(0, scrollLeft - 100))
    const last = this.#rows.at(scrollTop + clientHeight + 200)
    const right = this.#columns.at(scrollLeft + clientWidth + 200)
    const wanted = area(first, left, last - first + 1, right - left + 1)
    const key = `${facts.active} ${facts.lines} ${facts.rows} ${facts.columns}`
    const view = await this.#options.excel.call('view', { area: wanted, lines: key !== this.#linesOf })
    if (view.lines) {
      this.#linesOf = key
      const rows = Math.min(MOST_ROWS, Math.max(200, facts.rows + SPARE_ROWS))
      this.#rows = new LineSizes(rows, view.lines.usualHeight, view.lines.rows)
      this.#columns = new LineSizes(
        Math.max(26, facts.columns + SPARE_COLUMNS),
        view.lines.usualWidth,
        view.lines.columns,
      )
      this.spacer.style.width = `${this.#columns.total}px`
      this.spacer.style.height = `${this.#rows.total}px`
      this.#again = true
    }
    this.#view = view
    this.#viewArea = wanted
    this.#body.replaceChildren(...drawCells(view, wanted, this.sizes), ...view.charts.map(drawChart))
    this.#heads(wanted, this.#scroller.scrollTop, this.#scroller.scrollLeft)
    await this.#drawFrozen(facts, left, right)
    this.#options.onDrawn()
  }

  /** The rows that stay: drawn once more, above the sheet that moves under them. */
  async #drawFrozen(facts: Facts, left: number, right: number): Promise<void> {
    const height = this.#rows.start(facts.frozenRows)
    this.#frozen.hidden = height === 0
    this.#frozenHeads.hidden = height === 0
    if (height === 0) return
    const rows = area(0, left, facts.frozenRows, right - left + 1)
    const view = await this.#options.excel.call('view', { area: rows })
    const inner = box('layer')
    inner.append(...drawCells(view, rows, this.sizes))
    this.#frozen.replaceChildren(inner)
    this.#frozen.style.height = `${height}px`
    this.#frozenHeads.style.height = `${HEAD_HEIGHT + height}px`
    this.#frozenHeads.replaceChildren(...rowHeads(rows, this.#rows, 0, this.#options.selection()))
    this.#slideFrozen()
  }

  #slideFrozen(): void {
    const inner = this.#frozen.firstElementChild
    if (inner instanceof HTMLElement) inner.style.left = `${-this.#scroller.scrollLeft}px`
  }

  #heads(wanted: Area, scrollTop: number, scrollLeft: number): void {
    this.#columnHeads.replaceChildren(
      ...columnHeads(wanted, this.#columns, scrollLeft, this.#options.selection()),
    )
    this.#rowHeads.replaceChildren(...rowHeads(wanted, this.#rows, scrollTop, this.#options.selection()))
  }
}

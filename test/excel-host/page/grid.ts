import { type Area, addressOf, area, bounding, columnName, parseAddress } from '../model/area.ts'
import { drawChart } from './drawChart.ts'
import type { ExcelLink } from './excelLink.ts'
import { LineSizes } from './lineSizes.ts'
import { messages } from './messages.ts'
import type { CellView, Facts, View } from './viewOf.ts'

const HEAD_WIDTH = 46
const HEAD_HEIGHT = 22
/** Rows and columns past the last used one. */
const SPARE_ROWS = 100
const SPARE_COLUMNS = 12
/** Browsers end an element at some height; a ledger of a million rows is not shown. */
const MOST_ROWS = 400_000

export interface GridOptions {
  readonly excel: ExcelLink
  /** Runs a step of the user and shows a refusal. */
  readonly act: (name: string, ...args: readonly unknown[]) => Promise<void>
  readonly onEditing: (editing: boolean) => void
}

/** The sheet on the screen: only what is seen is in the page. */
export class Grid {
  readonly element = box('grid')
  readonly #options: GridOptions
  readonly #scroller = box('scroller')
  readonly #spacer = box('spacer')
  readonly #body = box('layer body')
  readonly #columnHeads = box('layer heads columns')
  readonly #rowHeads = box('layer heads rows')
  readonly #corner = box('corner')
  readonly #frozen = box('layer frozen')
  readonly #frozenHeads = box('layer heads rows')
  readonly #marker = box('marker')
  readonly #active = box('active')
  readonly #editor = document.createElement('input')
  readonly nameBox = document.createElement('input')
  readonly formula = document.createElement('input')
  #facts: Facts | null = null
  #rows = new LineSizes(SPARE_ROWS, 19, [])
  #columns = new LineSizes(SPARE_COLUMNS, 64, [])
  #linesOf = ''
  #selection: Area = area(0, 0)
  #anchor = { row: 0, column: 0 }
  #view: View | null = null
  #viewArea: Area = area(0, 0)
  #drawing = false
  #again = false
  #editing = false

  constructor(options: GridOptions) {
    this.#options = options
    this.#spacer.append(this.#body, this.#marker, this.#active)
    this.#scroller.append(this.#spacer)
    // The input waits in the active cell, unseen, so that input methods can begin to write there.
    this.#editor.className = 'editor idle'
    this.#editor.setAttribute('aria-label', messages.grid)
    this.#spacer.append(this.#editor)
    const top = box('formulaBar')
    this.nameBox.setAttribute('aria-label', messages.nameBox)
    this.nameBox.className = 'nameBox'
    this.formula.setAttribute('aria-label', messages.formulaBar)
    this.formula.className = 'formula'
    top.append(this.nameBox, this.formula)
    const sheetArea = box('area')
    sheetArea.append(
      this.#scroller,
      this.#frozen,
      this.#rowHeads,
      this.#frozenHeads,
      this.#columnHeads,
      this.#corner,
    )
    this.element.append(top, sheetArea)
    this.#listen()
  }

  get selection(): Area {
    return this.#selection
  }

  get selectionAddress(): string {
    return addressOf(this.#selection)
  }

  show(facts: Facts): void {
    const moved = !this.#facts || facts.active !== this.#facts.active
    this.#facts = facts
    const selected = parseAddress(facts.selection)
    if (selected && addressOf(selected) !== this.selectionAddress) {
      this.#selection = selected
      this.#anchor = { row: selected.row, column: selected.column }
      void this.#draw().then(() => this.#reveal(selected.row, selected.column))
      return
    }
    if (moved) this.#scroller.scrollTo(0, 0)
    void this.#draw()
  }

  focus(): void {
    this.#editor.focus({ preventScroll: true })
  }

  /** Fetches what is in sight and puts it into the page; calls that come meanwhile are one more at the end. */
  async #draw(): Promise<void> {
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
      this.#spacer.style.width = `${this.#columns.total}px`
      this.#spacer.style.height = `${this.#rows.total}px`
      this.#again = true
    }
    this.#view = view
    this.#viewArea = wanted
    this.#body.replaceChildren(...this.#pieces(view, wanted), ...view.charts.map(drawChart))
    this.#heads(wanted, this.#scroller.scrollTop, this.#scroller.scrollLeft)
    await this.#drawFrozen(facts, left, right)
    this.#markSelection()
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
    inner.append(...this.#pieces(view, rows))
    this.#frozen.replaceChildren(inner)
    this.#frozen.style.height = `${height}px`
    this.#frozenHeads.style.height = `${HEAD_HEIGHT + height}px`
    this.#frozenHeads.replaceChildren(...this.#rowHeadsOf(rows, 0))
    this.#slideFrozen()
  }

  #slideFrozen(): void {
    const inner = this.#frozen.firstElementChild
    if (inner instanceof HTMLElement) inner.style.left = `${-this.#scroller.scrollLeft}px`
  }

  #pieces(view: View, wanted: Area): readonly HTMLElement[] {
    const pieces: HTMLElement[] = []
    const covered = new Set<string>()
    for (const merge of view.merges) {
      for (let r = merge.row; r < merge.row + merge.rows; r++) {
        for (let c = merge.column; c < merge.column + merge.columns; c++) covered.add(`${r} ${c}`)
      }
    }
    const put = (r: number, c: number, rows: number, columns: number): void => {
      const cell = view.cells[r - wanted.row]?.[c - wanted.column] ?? null
      const height = this.#rows.start(r + rows) - this.#rows.start(r)
      const width = this.#columns.start(c + columns) - this.#columns.start(c)
      if (height === 0 || width === 0 || (!cell && rows * columns === 1)) return
      const made = this.#cellBox(cell, this.#columns.start(c), this.#rows.start(r), width, height)
      made.dataset['address'] = `${columnName(c)}${r + 1}`
      const next = view.cells[r - wanted.row]?.[c - wanted.column + 1]
      if (cell?.align === 'left' && !cell.wrap && (next?.text ?? '') === '') made.style.overflow = 'visible'
      pieces.push(made)
    }
    for (let r = wanted.row; r < wanted.row + wanted.rows; r++) {
      for (let c = wanted.column; c < wanted.column + wanted.columns; c++)
        if (!covered.has(`${r} ${c}`)) put(r, c, 1, 1)
    }
    for (const merge of view.merges) put(merge.row, merge.column, merge.rows, merge.columns)
    const { filterArea } = view
    if (filterArea) {
      for (let c = filterArea.column; c < filterArea.column + filterArea.columns; c++) {
        const arrow = box('arrow')
        arrow.textContent = '▾'
        place(arrow, this.#columns.start(c + 1) - 17, this.#rows.start(filterArea.row + 1) - 17, 15, 15)
        pieces.push(arrow)
      }
    }
    return [...this.#lines(wanted), ...pieces]
  }

  #cellBox(cell: CellView | null, x: number, y: number, width: number, height: number): HTMLElement {
    const element = box('cell')
    // Borders of neighbours fall on the same pixels.
    const over = cell?.edges.some((edge) => edge !== null) === true ? 1 : 0
    place(element, x - over, y - over, width + over, height + over)
    if (!cell) return element
    const { style } = element
    element.textContent = cell.text
    style.justifyContent =
      cell.align === 'left' ? 'flex-start' : cell.align === 'right' ? 'flex-end' : 'center'
    if (cell.fill !== null) style.background = cell.fill
    if (cell.color !== '#000000') style.color = cell.color
    if (cell.bold) style.fontWeight = '600'
    if (cell.italic) style.fontStyle = 'italic'
    if (cell.size !== 11) style.fontSize = `${Math.round((cell.size * 96) / 72)}px`
    if (cell.wrap) style.whiteSpace = 'pre-wrap'
    const [top, right, bottom, left] = cell.edges
    if (top) style.borderTop = `1px solid ${top}`
    if (right) style.borderRight = `1px solid ${right}`
    if (bottom) style.borderBottom = `1px solid ${bottom}`
    if (left) style.borderLeft = `1px solid ${left}`
    if (cell.comment !== null) {
      element.classList.add('commented')
      element.title = cell.comment
    }
    return element
  }

  /** Grid lines are one background per row and column, not one border per cell. */
  #lines(wanted: Area): HTMLElement[] {
    const lines: HTMLElement[] = []
    const [left, top] = [this.#columns.start(wanted.column), this.#rows.start(wanted.row)]
    const width = this.#columns.start(wanted.column + wanted.columns) - left
    const height = this.#rows.start(wanted.row + wanted.rows) - top
    for (let r = wanted.row; r < wanted.row + wanted.rows; r++) {
      if (this.#rows.size(r) === 0) continue
      const line = box('line')
      place(line, left, this.#rows.start(r + 1) - 1, width, 1)
      lines.push(line)
    }
    for (let c = wanted.column; c < wanted.column + wanted.columns; c++) {
      if (this.#columns.size(c) === 0) continue
      const line = box('line')
      place(line, this.#columns.start(c + 1) - 1, top, 1, height)
      lines.push(line)
    }
    return lines
  }

  #heads(wanted: Area, scrollTop: number, scrollLeft: number): void {
    const columns: HTMLElement[] = []
    for (let c = wanted.column; c < wanted.column + wanted.columns; c++) {
      if (this.#columns.size(c) === 0) continue
      const head = box('head')
      head.textContent = columnName(c)
      place(head, HEAD_WIDTH + this.#columns.start(c) - scrollLeft, 0, this.#columns.size(c), HEAD_HEIGHT)
      if (c >= this.#selection.column && c < this.#selection.column + this.#selection.columns)
        head.classList.add('on')
      columns.push(head)
    }
    this.#columnHeads.replaceChildren(...columns)
    this.#rowHeads.replaceChildren(...this.#rowHeadsOf(wanted, scrollTop))
  }

  #rowHeadsOf(wanted: Area, scrollTop: number): readonly HTMLElement[] {
    const rows: HTMLElement[] = []
    for (let r = wanted.row; r < wanted.row + wanted.rows; r++) {
      if (this.#rows.size(r) === 0) continue
      const head = box('head')
      head.textContent = String(r + 1)
      place(head, 0, HEAD_HEIGHT + this.#rows.start(r) - scrollTop, HEAD_WIDTH, this.#rows.size(r))
      if (r >= this.#selection.row && r < this.#selection.row + this.#selection.rows) head.classList.add('on')
      rows.push(head)
    }
    return rows
  }

  #markSelection(): void {
    const { row, column, rows, columns } = this.#selection
    const [x, y] = [this.#columns.start(column), this.#rows.start(row)]
    place(this.#marker, x, y, this.#columns.start(column + columns) - x, this.#rows.start(row + rows) - y)
    const { row: r, column: c } = this.#anchor
    place(
      this.#active,
      this.#columns.start(c),
      this.#rows.start(r),
      this.#columns.size(c),
      this.#rows.size(r),
    )
    if (!this.#editing) place(this.#editor, this.#columns.start(c), this.#rows.start(r), 2, 2)
    if (document.activeElement !== this.nameBox) this.nameBox.value = addressOf(area(r, c))
    const inView = this.#view?.cells[r - this.#viewArea.row]?.[c - this.#viewArea.column]
    if (document.activeElement !== this.formula) this.formula.value = inView?.entry ?? ''
  }

  #reveal(row: number, column: number): void {
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

  #select(to: Area, row: number, column: number): void {
    this.#selection = to
    this.#markSelection()
    void this.#options.act('select', addressOf(to))
    this.#reveal(row, column)
    void this.#draw()
  }

  #move(rows: number, columns: number, extend: boolean): void {
    const end = extend
      ? {
          row:
            this.#anchor.row === this.#selection.row
              ? this.#selection.row + this.#selection.rows - 1
              : this.#selection.row,
          column:
            this.#anchor.column === this.#selection.column
              ? this.#selection.column + this.#selection.columns - 1
              : this.#selection.column,
        }
      : this.#anchor
    let { row, column } = end
    for (let i = 0; i < Math.abs(rows); i++) row = this.#rows.step(row, rows > 0 ? 1 : -1)
    for (let i = 0; i < Math.abs(columns); i++) column = this.#columns.step(column, columns > 0 ? 1 : -1)
    if (extend)
      this.#select(bounding(area(this.#anchor.row, this.#anchor.column), area(row, column)), row, column)
    else {
      this.#anchor = { row, column }
      this.#select(area(row, column), row, column)
    }
  }

  /** Shows the input over the cell: with what the cell holds, or with what was just typed. */
  #edit(keepsEntry: boolean): void {
    if (this.#editing) return
    const { row, column } = this.#anchor
    this.#editing = true
    this.#options.onEditing(true)
    this.#editor.classList.remove('idle')
    if (keepsEntry) {
      this.#editor.value =
        this.#view?.cells[row - this.#viewArea.row]?.[column - this.#viewArea.column]?.entry ?? ''
    }
    const width = Math.max(120, this.#columns.size(column))
    place(
      this.#editor,
      this.#columns.start(column),
      this.#rows.start(row),
      width,
      Math.max(20, this.#rows.size(row)),
    )
    this.focus()
  }

  #endEdit(keep: boolean, rows: number, columns: number): void {
    if (!this.#editing) return
    this.#editing = false
    const address = addressOf(area(this.#anchor.row, this.#anchor.column))
    const { value } = this.#editor
    this.#editor.classList.add('idle')
    this.#editor.value = ''
    this.#options.onEditing(false)
    if (keep) void this.#options.act('type', address, value)
    if (rows !== 0 || columns !== 0) this.#move(rows, columns, false)
  }

  #cellAt(event: MouseEvent): { row: number; column: number } {
    const frame = this.#spacer.getBoundingClientRect()
    const fromTop = event.clientY - this.#scroller.getBoundingClientRect().top
    const isFrozen = fromTop < this.#rows.start(this.#facts?.frozenRows ?? 0)
    return {
      row: this.#rows.at(isFrozen ? fromTop : event.clientY - frame.top),
      column: this.#columns.at(event.clientX - frame.left),
    }
  }

  #listen(): void {
    this.#scroller.addEventListener('scroll', () => {
      this.#heads(this.#viewArea, this.#scroller.scrollTop, this.#scroller.scrollLeft)
      this.#slideFrozen()
      void this.#draw()
    })
    new ResizeObserver(() => void this.#draw()).observe(this.#scroller)
    this.#spacer.addEventListener('mousedown', (event) => {
      if ((event.target === this.#editor && this.#editing) || event.button !== 0) return
      this.#endEdit(true, 0, 0)
      const from = this.#cellAt(event)
      this.#anchor = event.shiftKey ? this.#anchor : from
      const start = this.#anchor
      this.#select(
        bounding(area(start.row, start.column), area(from.row, from.column)),
        from.row,
        from.column,
      )
      const drag = (moved: MouseEvent): void => {
        const to = this.#cellAt(moved)
        this.#selection = bounding(area(start.row, start.column), area(to.row, to.column))
        this.#markSelection()
      }
      const up = (): void => {
        removeEventListener('mousemove', drag)
        removeEventListener('mouseup', up)
        void this.#options.act('select', this.selectionAddress)
      }
      addEventListener('mousemove', drag)
      addEventListener('mouseup', up)
      this.focus()
      event.preventDefault()
    })
    this.#spacer.addEventListener('dblclick', () => this.#edit(true))
    this.#editor.addEventListener('compositionstart', () => this.#edit(false))
    this.#editor.addEventListener('input', () => this.#edit(false))
    this.#editor.addEventListener('keydown', (event) => {
      if (event.isComposing) return
      if (!this.#editing) {
        this.#key(event)
        return
      }
      if (event.key === 'Enter') this.#endEdit(true, event.shiftKey ? -1 : 1, 0)
      else if (event.key === 'Tab') this.#endEdit(true, 0, event.shiftKey ? -1 : 1)
      else if (event.key === 'Escape') this.#endEdit(false, 0, 0)
      else return
      event.preventDefault()
    })
    this.#editor.addEventListener('blur', () => this.#endEdit(true, 0, 0))
    this.formula.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      void this.#options.act(
        'type',
        addressOf(area(this.#anchor.row, this.#anchor.column)),
        this.formula.value,
      )
      this.focus()
    })
    this.nameBox.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      const to = parseAddress(this.nameBox.value)
      if (to) {
        this.#anchor = { row: to.row, column: to.column }
        this.#select(to, to.row, to.column)
        this.focus()
      }
    })
    this.#editor.addEventListener('copy', (event) => {
      if (this.#editing) return
      const { row, column, rows, columns } = this.#selection
      const lines = []
      for (let r = row; r < row + rows; r++) {
        const line = []
        for (let c = column; c < column + columns; c++) {
          line.push(this.#view?.cells[r - this.#viewArea.row]?.[c - this.#viewArea.column]?.text ?? '')
        }
        lines.push(line.join('\t'))
      }
      event.clipboardData?.setData('text/plain', lines.join('\n'))
      event.preventDefault()
    })
    this.#editor.addEventListener('paste', (event) => {
      if (this.#editing) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const values = text
        .replace(/\r?\n$/, '')
        .split(/\r?\n/)
        .map((line) => line.split('\t'))
      const widest = Math.max(...values.map((line) => line.length))
      const square = values.map((line) => [
        ...line,
        ...Array.from({ length: widest - line.length }, () => ''),
      ])
      void this.#options.act('paste', addressOf(area(this.#anchor.row, this.#anchor.column)), square)
      event.preventDefault()
    })
  }

  #key(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.#scroller.clientHeight / 20) - 1)
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      PageDown: [page, 0],
      PageUp: [-page, 0],
      Enter: [1, 0],
      Tab: [0, event.shiftKey ? -1 : 1],
    }
    const step = steps[event.key]
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'z') void this.#options.act('undo')
      else if (event.key === 'Home') {
        this.#anchor = { row: 0, column: 0 }
        this.#select(area(0, 0), 0, 0)
      } else return
    } else if (step) this.#move(step[0], step[1], event.shiftKey && event.key.startsWith('Arrow'))
    else if (event.key === 'Delete') void this.#options.act('clear', this.selectionAddress)
    else if (event.key === 'F2') this.#edit(true)
    else return
    event.preventDefault()
  }
}

function box(className: string): HTMLDivElement {
  const element = document.createElement('div')
  element.className = className
  return element
}

function place(element: HTMLElement, x: number, y: number, width: number, height: number): void {
  element.style.left = `${x}px`
  element.style.top = `${y}px`
  element.style.width = `${width}px`
  element.style.height = `${height}px`
}

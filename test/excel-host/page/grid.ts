import { type Area, addressOf, area, bounding, parseAddress } from '../model/area.ts'
import { box, place } from './boxes.ts'
import { CellEditor } from './cellEditor.ts'
import { squareOf } from './clipboardText.ts'
import type { ExcelLink } from './excelLink.ts'
import { FormulaBar } from './formulaBar.ts'
import { movedTo, stepOfKey } from './movedTo.ts'
import { SheetView } from './sheetView.ts'
import type { Facts } from './viewOf.ts'

export interface GridOptions {
  readonly excel: ExcelLink
  /** Runs a step of the user and shows a refusal. */
  readonly act: (name: string, ...args: readonly unknown[]) => Promise<void>
  readonly onEditing: (editing: boolean) => void
}

/** The sheet on the screen, with what a person does in it: selecting, typing, copying. */
export class Grid {
  readonly element = box('grid')
  readonly #options: GridOptions
  readonly #sheet: SheetView
  readonly #marker = box('marker')
  readonly #active = box('active')
  readonly #editor: CellEditor
  readonly #bar: FormulaBar
  #selection: Area = area(0, 0)
  #anchor = { row: 0, column: 0 }

  constructor(options: GridOptions) {
    this.#options = options
    this.#editor = new CellEditor(options.onEditing)
    this.#bar = new FormulaBar({
      onEntry: (entry) => {
        void options.act('type', addressOf(area(this.#anchor.row, this.#anchor.column)), entry)
        this.focus()
      },
      onAddress: (address) => {
        const to = parseAddress(address)
        if (!to) return
        this.#anchor = { row: to.row, column: to.column }
        this.#select(to, to.row, to.column)
        this.focus()
      },
    })
    this.#sheet = new SheetView({
      excel: options.excel,
      selection: () => this.#selection,
      onDrawn: () => this.#markSelection(),
    })
    this.#sheet.spacer.append(this.#marker, this.#active, this.#editor.input)
    this.element.append(this.#bar.element, this.#sheet.element)
    this.#listen()
  }

  get selection(): Area {
    return this.#selection
  }

  get selectionAddress(): string {
    return addressOf(this.#selection)
  }

  show(facts: Facts): void {
    const selected = parseAddress(facts.selection)
    if (selected && addressOf(selected) !== this.selectionAddress) {
      this.#selection = selected
      this.#anchor = { row: selected.row, column: selected.column }
      void this.#sheet.show(facts, false).then(() => this.#sheet.reveal(selected.row, selected.column))
      return
    }
    void this.#sheet.show(facts, true)
  }

  focus(): void {
    this.#editor.focus()
  }

  #markSelection(): void {
    const { rows: down, columns: across } = this.#sheet.sizes
    const { row, column, rows, columns } = this.#selection
    const [x, y] = [across.start(column), down.start(row)]
    place(this.#marker, x, y, across.start(column + columns) - x, down.start(row + rows) - y)
    const { row: r, column: c } = this.#anchor
    place(this.#active, across.start(c), down.start(r), across.size(c), down.size(r))
    this.#editor.wait(across.start(c), down.start(r))
    this.#bar.show(addressOf(area(r, c)), this.#sheet.entryOf(this.#anchor))
  }

  #select(to: Area, row: number, column: number): void {
    this.#selection = to
    this.#markSelection()
    void this.#options.act('select', addressOf(to))
    this.#sheet.reveal(row, column)
    void this.#sheet.draw()
  }

  #move(rows: number, columns: number, extend: boolean): void {
    const to = movedTo(
      { selection: this.#selection, anchor: this.#anchor, sizes: this.#sheet.sizes },
      rows,
      columns,
      extend,
    )
    if (!extend) this.#anchor = to
    const { row, column } = this.#anchor
    this.#select(bounding(area(row, column), area(to.row, to.column)), to.row, to.column)
  }

  #edit(keepsEntry: boolean): void {
    if (this.#editor.isOpen) return
    const { row, column } = this.#anchor
    const entry = keepsEntry ? this.#sheet.entryOf(this.#anchor) : null
    const { rows, columns } = this.#sheet.sizes
    this.#editor.open(entry, columns.start(column), rows.start(row), columns.size(column), rows.size(row))
  }

  #endEdit(keep: boolean, rows: number, columns: number): void {
    if (!this.#editor.isOpen) return
    const address = addressOf(area(this.#anchor.row, this.#anchor.column))
    const value = this.#editor.close()
    if (keep) void this.#options.act('type', address, value)
    if (rows !== 0 || columns !== 0) this.#move(rows, columns, false)
  }

  #listen(): void {
    this.#sheet.spacer.addEventListener('mousedown', (event) => {
      if ((event.target === this.#editor.input && this.#editor.isOpen) || event.button !== 0) return
      this.#endEdit(true, 0, 0)
      const from = this.#sheet.cellAt(event)
      this.#anchor = event.shiftKey ? this.#anchor : from
      const start = this.#anchor
      this.#select(
        bounding(area(start.row, start.column), area(from.row, from.column)),
        from.row,
        from.column,
      )
      const drag = (moved: MouseEvent): void => {
        const to = this.#sheet.cellAt(moved)
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
    this.#sheet.spacer.addEventListener('dblclick', () => this.#edit(true))
    this.#editor.input.addEventListener('compositionstart', () => this.#edit(false))
    this.#editor.input.addEventListener('input', () => this.#edit(false))
    this.#editor.input.addEventListener('keydown', (event) => {
      if (event.isComposing) return
      if (!this.#editor.isOpen) {
        this.#key(event)
        return
      }
      if (event.key === 'Enter') this.#endEdit(true, event.shiftKey ? -1 : 1, 0)
      else if (event.key === 'Tab') this.#endEdit(true, 0, event.shiftKey ? -1 : 1)
      else if (event.key === 'Escape') this.#endEdit(false, 0, 0)
      else return
      event.preventDefault()
    })
    this.#editor.input.addEventListener('blur', () => this.#endEdit(true, 0, 0))
    this.#editor.input.addEventListener('copy', (event) => {
      if (this.#editor.isOpen) return
      const text = this.#sheet.textOf(this.#selection)
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    })
    this.#editor.input.addEventListener('paste', (event) => {
      if (this.#editor.isOpen) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      void this.#options.act('paste', addressOf(area(this.#anchor.row, this.#anchor.column)), squareOf(text))
      event.preventDefault()
    })
  }

  #key(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.#sheet.height / 20) - 1)
    const step = stepOfKey(event, page)
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

import { place } from './boxes.ts'
import { messages } from './messages.ts'

/** The input of the grid: it waits in the active cell, unseen, so that input methods can begin to write there. */
export class CellEditor {
  readonly input = document.createElement('input')
  readonly #onEditing: (editing: boolean) => void
  #isOpen = false

  constructor(onEditing: (editing: boolean) => void) {
    this.#onEditing = onEditing
    this.input.className = 'editor idle'
    this.input.setAttribute('aria-label', messages.grid)
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  focus(): void {
    this.input.focus({ preventScroll: true })
  }

  wait(x: number, y: number): void {
    if (!this.#isOpen) place(this.input, x, y, 2, 2)
  }

  /** Shows the input over the cell: with what the cell holds, or (null) with what was just typed. */
  open(entry: string | null, x: number, y: number, width: number, height: number): void {
    this.#isOpen = true
    this.#onEditing(true)
    this.input.classList.remove('idle')
    if (entry !== null) this.input.value = entry
    place(this.input, x, y, Math.max(120, width), Math.max(20, height))
    this.focus()
  }

  /** Gives what was written. */
  close(): string {
    const { value } = this.input
    this.#isOpen = false
    this.input.classList.add('idle')
    this.input.value = ''
    this.#onEditing(false)
    return value
  }
}

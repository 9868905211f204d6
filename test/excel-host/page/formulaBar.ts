import { box } from './boxes.ts'
import { messages } from './messages.ts'

interface BarOptions {
  readonly onEntry: (entry: string) => void
  readonly onAddress: (address: string) => void
}

/** The name box and the formula bar over the grid; what is being typed in one of them is left alone. */
export class FormulaBar {
  readonly element = box('formulaBar')
  readonly #nameBox = document.createElement('input')
  readonly #formula = document.createElement('input')

  constructor({ onEntry, onAddress }: BarOptions) {
    this.#nameBox.setAttribute('aria-label', messages.nameBox)
    this.#nameBox.className = 'nameBox'
    this.#formula.setAttribute('aria-label', messages.formulaBar)
    this.#formula.className = 'formula'
    this.element.append(this.#nameBox, this.#formula)
    this.#formula.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') onEntry(this.#formula.value)
    })
    this.#nameBox.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') onAddress(this.#nameBox.value)
    })
  }

  show(address: string, entry: string): void {
    if (document.activeElement !== this.#nameBox) this.#nameBox.value = address
    if (document.activeElement !== this.#formula) this.#formula.value = entry
  }
}

import type { Locator } from '../../protocol/report.ts'
import { cleanLabel } from './labelText.ts'
import type { Pair } from './model.ts'

/** Ids that libraries draw afresh each time, so that they find nothing tomorrow. */
const generated =
  /\d{4,}|^(ext-|ext_|x-|gen|yui|el-id|mini-\d|_easyui|datagrid-|rc[-_]|react-|select2-|layui-\d|:r|j_id)|[0-9a-f]{8}-|-\d{3,}$/iu

/** Makes locators for one document. */
export class Locators {
  /** What alone carries an id or a name; null where several do. */
  readonly #ids = new Map<string, Element | null>()
  readonly #names = new Map<string, Element | null>()
  readonly #labels = new Map<string, number>()
  readonly #seen = new Map<string, number>()
  readonly #order = new Map<Element, number>()
  readonly #paths = new Map<Element, string>()
  readonly #only = new Map<string, boolean>()
  readonly #document: Document

  constructor(document: Document) {
    this.#document = document
  }

  /** Counts what the page and its fields are called, in slices; comes first. */
  *survey(pairs: readonly Pair[]): Generator<undefined, void> {
    const called = this.#document.querySelectorAll('[id],[name]')
    for (let at = 0; at < called.length; at++) {
      const element = called[at]
      if (!element) break
      keep(this.#ids, element.id, element)
      keep(this.#names, element.getAttribute('name') ?? '', element)
      if (at % 100 === 99) yield
    }
    for (let at = 0; at < pairs.length; at++) {
      count(this.#labels, cleanLabel(pairs[at]?.label ?? ''))
      if (at % 100 === 99) yield
    }
  }

  of(pair: Pair): Locator {
    const label = cleanLabel(pair.label)
    const selector = this.selector(pair.control?.native ?? pair.valueNode)
    if (this.#labels.get(label) === 1) return { selector, label }
    return { selector, label, ordinal: count(this.#seen, label) - 1 }
  }

  /** By id or name where these are alone on the page, else by position from the nearest that is. */
  selector(element: Element): string {
    const own = this.#alone(element)
    if (own) return own
    return this.#ids.get(element.id) ? `#${CSS.escape(element.id)}` : this.#path(element)
  }

  #path(element: Element): string {
    const known = this.#paths.get(element)
    if (known !== undefined) return known
    const parent = element.parentElement
    const path =
      this.#alone(element) ??
      (parent && parent.tagName !== 'HTML'
        ? `${this.#path(parent)} > ${this.#step(element)}`
        : this.#step(element))
    this.#paths.set(element, path)
    return path
  }

  #alone(element: Element): string | undefined {
    const { id } = element
    if (id !== '' && !generated.test(id) && this.#ids.get(id)) return `#${CSS.escape(id)}`
    const name = element.getAttribute('name')
    if (!name || generated.test(name)) return undefined
    const selector = `${element.localName}[name="${CSS.escape(name)}"]`
    return this.#names.get(name) || this.#onlyOne(selector) ? selector : undefined
  }

  /** Where several elements share a name: whether one kind of element has it alone. */
  #onlyOne(selector: string): boolean {
    const known = this.#only.get(selector)
    if (known !== undefined) return known
    const only = this.#document.querySelectorAll(selector).length === 1
    this.#only.set(selector, only)
    return only
  }

  #step(element: Element): string {
    if (!this.#order.has(element)) {
      const counts = new Map<string, number>()
      let sibling: Element | null = element.parentElement?.firstElementChild ?? element
      for (; sibling; sibling = sibling.nextElementSibling)
        this.#order.set(sibling, count(counts, sibling.tagName))
    }
    return `${element.localName}:nth-of-type(${this.#order.get(element) ?? 1})`
  }
}

function keep(places: Map<string, Element | null>, key: string, element: Element): void {
  if (key !== '') places.set(key, places.has(key) ? null : element)
}

function count(counts: Map<string, number>, key: string): number {
  const next = (counts.get(key) ?? 0) + 1
  counts.set(key, next)
  return next
}

import { remembered } from './remembered.ts'

/** Ids that libraries draw afresh each time, so that they find nothing tomorrow. */
const generated =
  /\d{4,}|^(ext-|ext_|x-|gen|yui|el-id|mini-\d|_easyui|datagrid-|rc[-_]|react-|select2-|layui-\d|:r|j_id)|[0-9a-f]{8}-|-\d{3,}$/iu

/** Makes selectors for one document: only for what is pointed at or exported, since it costs as much as reading. */
export class Locators {
  /** How often each is used on the page. */
  readonly #ids = new Map<string, number>()
  readonly #names = new Map<string, number>()
  readonly #order = new Map<Element, number>()
  readonly #paths = new Map<Element, string>()
  /** Where several elements share a name: whether one kind of element has it alone. */
  readonly #isOnly = remembered((selector) => this.#document.querySelectorAll(selector).length === 1)
  readonly #document: Document

  constructor(document: Document) {
    this.#document = document
    for (const element of document.querySelectorAll('[id],[name]')) {
      count(this.#ids, element.id)
      count(this.#names, nameOf(element))
    }
  }

  /** By id or name where these are alone on the page, else by position from the nearest that is. */
  selector(element: Element): string {
    const known = this.#paths.get(element)
    if (known !== undefined) return known
    const parent = element.parentElement
    const path =
      this.#alone(element) ??
      (parent && parent.tagName !== 'HTML'
        ? `${this.selector(parent)} > ${this.#step(element)}`
        : this.#step(element))
    this.#paths.set(element, path)
    return path
  }

  #alone(element: Element): string | undefined {
    const { id } = element
    if (id !== '' && !generated.test(id) && this.#ids.get(id) === 1) return `#${CSS.escape(id)}`
    const name = nameOf(element)
    if (name === '' || generated.test(name)) return undefined
    const selector = `${element.localName}[name=${JSON.stringify(name)}]`
    return this.#names.get(name) === 1 || this.#isOnly(selector) ? selector : undefined
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

function nameOf(element: Element): string {
  return element.getAttribute('name') ?? ''
}

export function count(counts: Map<string, number>, key: string): number {
  const next = (counts.get(key) ?? 0) + 1
  counts.set(key, next)
  return next
}
